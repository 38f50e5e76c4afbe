/** The rows that the platform makes with a user: portal role, login state, the profile's permission set, site memberships; and the mails. */
import { flag, text } from '../../change.ts';
import { byKey } from '../../stored.ts';
import type { DmlWorld, RowChange } from '../../world.ts';
import { countSeats, isExternal, profiles } from './licence.ts';
import { join, newUserMails } from './membership.ts';
import { addRow } from './platformRow.ts';
import { giveRoles, hasPortalRole, markCustomerAccounts, type PortalUser } from './portalRoles.ts';

export function usersInserted(rows: readonly RowChange[], world: DmlWorld): void {
  const facts = profiles(
    rows.map(({ row }) => text(row, 'ProfileId') ?? ''),
    world,
  );
  const ownSets = byKey(world.store, 'PermissionSet', 'ProfileId', ['Id'], facts.keys());
  const holders: PortalUser[] = rows.flatMap((change) => {
    const profile = facts.get(text(change.row, 'ProfileId') ?? '');
    return profile && isExternal(profile.userType) ? [{ row: change.row, userType: profile.userType }] : [];
  });
  markCustomerAccounts(holders, world);
  giveRoles(
    holders.filter(({ userType }) => hasPortalRole(userType)),
    world,
  );
  const seats = new Map<string, number>();
  for (const { row } of rows) {
    const id = String(row.id);
    const profileId = text(row, 'ProfileId') ?? '';
    addRow('UserLogin', { UserId: id, IsFrozen: false, IsPasswordLocked: false }, world);
    const ownSet = ownSets.get(profileId)?.[0];
    if (typeof ownSet === 'string') addRow('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: ownSet, IsActive: true }, world);
    const licence = facts.get(profileId)?.licence.id;
    if (licence !== undefined && flag(row, 'IsActive')) seats.set(licence, (seats.get(licence) ?? 0) + 1);
  }
  for (const [licence, count] of seats) countSeats(licence, count, world);
  const sites = join(
    rows.map(({ row }) => ({
      userId: String(row.id),
      email: text(row, 'Email') ?? '',
      active: flag(row, 'IsActive'),
      through: text(row, 'ProfileId') ?? '',
    })),
    world,
  );
  for (const { row, options } of rows) {
    const asked = options?.triggerUserEmail === true && flag(row, 'IsActive');
    newUserMails(
      { userId: String(row.id), to: text(row, 'Email') ?? '', asked, sites: sites.filter((mail) => mail.userId === row.id) },
      world,
    );
  }
}
