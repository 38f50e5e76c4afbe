/** Contact: its user goes with it to another account, and into that account's portal role. Deleting one that has a user is refused by the lookup User.ContactId. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { text } from '../change.ts';
import { byKey, rowsWhere } from '../stored.ts';
import { readRecords } from '../../store/records.ts';
import { followPersons } from './Campaign.ts';
import { contactColumns } from './Case.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';
import { checkContactsOfPersons, personsDeleted } from './personAccounts.ts';
import { rolesOfOwners } from './users/owners.ts';
import { giveRoles, hasPortalRole, markCustomerAccounts, type PortalUser } from './users/portalRoles.ts';

const moved = (change: RowChange): boolean =>
  change.operation === 'update' && change.before !== null && text(change.row, 'AccountId') !== text(change.before, 'AccountId');

function moveUsers(accounts: ReadonlyMap<string, string | null>, world: DmlWorld): void {
  const users = world.schema().object('User');
  const ids = rowsWhere(world.store, 'User', ['Id'], 'ContactId', accounts.keys()).map(([id]) => String(id));
  const moving = users ? readRecords(world.store, users, ids) : [];
  for (const user of moving) {
    const account = accounts.get(text(user, 'ContactId') ?? '') ?? null;
    if (account === null) throw new NotSupported('taking the account from a contact that has a portal user');
    user.fields.set('AccountId', account);
    world.store.run('UPDATE "User" SET "AccountId" = ? WHERE "Id" = ?', [account, user.id]);
  }
  changeRoles(
    moving.map((row) => ({ row, userType: text(row, 'UserType') ?? '' })).filter(({ userType }) => hasPortalRole(userType)),
    world,
  );
}

/** Into the role of the same level of the other account. What is answered where that cannot be is not known. */
function changeRoles(users: readonly PortalUser[], world: DmlWorld): void {
  if (users.length === 0) return;
  const accounts = byKey(
    world.store,
    'Account',
    'Id',
    ['OwnerId', 'IsPartner'],
    new Set(users.map(({ row }) => text(row, 'AccountId') ?? '')),
  );
  const owners = rolesOfOwners(
    [...accounts.values()].map(([owner]) => String(owner)),
    world,
  );
  for (const { row, userType } of users) {
    const [owner, partner] = accounts.get(text(row, 'AccountId') ?? '') ?? [];
    if (!owners.has(String(owner)) || (userType === 'PowerPartner' && Number(partner) !== 1))
      throw new NotSupported('moving a contact, whose user has a portal role, to an account that cannot have such users');
  }
  markCustomerAccounts(users, world);
  giveRoles(users, world);
  world.access.forget();
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
    followPersons(rows, world);
    personsDeleted(rows, world);
    moveUsers(new Map(rows.filter(moved).map(({ row }) => [String(row.id), text(row, 'AccountId')])), world);
  },
};
