/** Contact: its user goes with it to another account, and into that account's portal role. Deleting one that has a user is refused by the lookup User.ContactId. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { text } from '../change.ts';
import { rowsWhere } from '../stored.ts';
import { contactColumns } from './Case.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';
import { checkContactsOfPersons, personsDeleted } from './personAccounts.ts';
import { hasPortalRole } from './users/portalRoles.ts';

const moved = (change: RowChange): boolean =>
  change.operation === 'update' && change.before !== null && text(change.row, 'AccountId') !== text(change.before, 'AccountId');

function moveUsers(accounts: ReadonlyMap<string, string | null>, world: DmlWorld): void {
  for (const [contact, user, type] of rowsWhere(world.store, 'User', ['ContactId', 'Id', 'UserType'], 'ContactId', accounts.keys())) {
    const account = accounts.get(String(contact)) ?? null;
    if (account === null) throw new NotSupported('taking the account from a contact that has a portal user');
    if (hasPortalRole(String(type))) throw new NotSupported('moving a contact whose user has a portal role to another account');
    world.store.run('UPDATE "User" SET "AccountId" = ? WHERE "Id" = ?', [account, String(user)]);
  }
}

/** Cases show these columns of their contact. */
function tellCases(rows: readonly RowChange[], world: DmlWorld): void {
  for (const { row, before, operation } of rows) {
    if (operation !== 'update' || contactColumns.every(([of]) => text(row, of) === (before && text(before, of)))) continue;
    world.store.run(`UPDATE "Case" SET ${contactColumns.map(([, own]) => `"${own}" = ?`).join(', ')} WHERE "ContactId" = ?`, [
      ...contactColumns.map(([of]) => text(row, of)),
      row.id,
    ]);
  }
}

export const Contact: ObjectRules = {
  object: 'Contact',
  validate: checkContactsOfPersons,
  saved(rows, world) {
    tellCases(rows, world);
    personsDeleted(rows, world);
    moveUsers(new Map(rows.filter(moved).map(({ row }) => [String(row.id), text(row, 'AccountId')])), world);
  },
};
