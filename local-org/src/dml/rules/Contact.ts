/** Contact: its user goes with it to another account. Deleting one that has a user is refused by the lookup User.ContactId. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { text } from '../change.ts';
import { rowsWhere } from '../stored.ts';
import type { ObjectRules, RowChange } from '../world.ts';

const moved = (change: RowChange): boolean =>
  change.operation === 'update' && change.before !== null && text(change.row, 'AccountId') !== text(change.before, 'AccountId');

export const Contact: ObjectRules = {
  object: 'Contact',
  saved(rows, world) {
    const accounts = new Map(rows.filter(moved).map(({ row }) => [String(row.id), text(row, 'AccountId')]));
    for (const [contact, user] of rowsWhere(world.store, 'User', ['ContactId', 'Id'], 'ContactId', accounts.keys())) {
      const account = accounts.get(String(contact)) ?? null;
      if (account === null) throw new NotSupported('taking the account from a contact that has a portal user');
      world.store.run('UPDATE "User" SET "AccountId" = ? WHERE "Id" = ?', [account, String(user)]);
    }
  },
};
