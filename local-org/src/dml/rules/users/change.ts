/** Changes of existing users: deactivate, reactivate, disable for good, another profile, another portal role. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { flag, text } from '../../change.ts';
import { rowsWhere } from '../../stored.ts';
import type { DmlWorld, RowChange } from '../../world.ts';
import { checkContacts } from './contact.ts';
import { countSeats, isExternal, profiles, takeSeats, type ProfileFacts } from './licence.ts';
import { checkLicenceMove, dropAssignments } from './licenceMove.ts';
import { join, memberMails, siteWelcome } from './membership.ts';
import { checkNicknames, checkUsernames } from './names.ts';
import { checkOwnersKeepRoles, rehangOwnersRoles } from './owners.ts';
import { checkInternalRoles, checkRoles, giveRoles, hasPortalRole, roleHolder, type RoleHolder } from './portalRoles.ts';

const was = (change: RowChange, field: string): boolean => change.before !== null && flag(change.before, field);
const becomes = (change: RowChange, field: string, value: boolean): boolean =>
  flag(change.row, field) === value && was(change, field) !== value;
const changesText = (change: RowChange, field: string): boolean =>
  change.before !== null && text(change.row, field) !== text(change.before, field);
const profileOf = (change: RowChange): string => text(change.row, 'ProfileId') ?? '';
const profileBefore = (change: RowChange): string => (change.before && text(change.before, 'ProfileId')) ?? '';

interface Update {
  readonly change: RowChange;
  readonly before: ProfileFacts;
  readonly after: ProfileFacts;
}

function updatesOf(rows: readonly RowChange[], world: DmlWorld): readonly Update[] {
  const facts = profiles(
    rows.flatMap((change) => [profileOf(change), profileBefore(change)]),
    world,
  );
  return rows.flatMap((change) => {
    const before = facts.get(profileBefore(change));
    const after = facts.get(profileOf(change));
    return before && after ? [{ change, before, after }] : [];
  });
}

const moves = ({ before, after }: Update): boolean => before.licence.id !== after.licence.id;
/** Disabled users keep their profile and nothing else of the portal. */
const inPortal = ({ change, after }: Update): boolean => isExternal(after.userType) && flag(change.row, 'IsPortalEnabled');
const gainsSeat = (update: Update): boolean => flag(update.change.row, 'IsActive') && (moves(update) || !was(update.change, 'IsActive'));

export function validateUpdates(rows: readonly RowChange[], world: DmlWorld, runningUser: string): void {
  for (const change of rows) {
    if (becomes(change, 'IsPortalEnabled', false)) disable(change, world);
    if (becomes(change, 'IsPortalEnabled', true)) throw new NotSupported('User.IsPortalEnabled set to true');
    if (changesText(change, 'ContactId') && was(change, 'IsPortalEnabled') === flag(change.row, 'IsPortalEnabled'))
      throw new NotSupported('User.ContactId of an existing user');
    if (becomes(change, 'IsActive', false) && change.before?.id === runningUser)
      change.fail('FIELD_INTEGRITY_EXCEPTION', 'Cannot de-activate self: Active', 'IsActive');
  }
  const updates = updatesOf(rows, world);
  const moving = updates.filter(moves);
  for (const { change, before, after } of moving) checkLicenceMove(change, before.userType, after.userType, world);
  checkContacts(
    moving
      .filter(({ change, after }) => !change.failed && isExternal(after.userType))
      .map(({ change, after }) => ({ change, profile: after })),
    world,
  );
  for (const { change, after } of moving) change.row.fields.set('UserType', after.userType);
  checkRoles(roleHolders(updates), world);
  for (const update of updates)
    if (isExternal(update.after.userType) && !hasPortalRole(update.after.userType) && changesRole(update.change))
      update.change.fail('FIELD_INTEGRITY_EXCEPTION', 'role type must match user type');
  const internal = updates.filter(({ after }) => !isExternal(after.userType)).map(({ change }) => change);
  checkInternalRoles(internal, world);
  checkOwnersKeepRoles(internal, world);
  checkUsernames(rows, world);
  checkNicknames(rows, world);
  takeSeats(updates.filter(gainsSeat).map(({ change, after }) => ({ change, profile: after })));
}

const changesRole = (change: RowChange): boolean =>
  (changesText(change, 'UserRoleId') && text(change.row, 'UserRoleId') !== null) ||
  (changesText(change, 'PortalRole') && text(change.row, 'PortalRole') !== null);

/** Users whose portal role has to be found (again). */
function roleHolders(updates: readonly Update[]): readonly RoleHolder[] {
  return updates.flatMap((update) => {
    const { change, before, after } = update;
    if (change.failed || !inPortal(update) || !hasPortalRole(after.userType)) return [];
    const arrives = moves(update) && !hasPortalRole(before.userType);
    return arrives || changesText(change, 'PortalRole') || changesText(change, 'UserRoleId') ? [roleHolder(change, after.userType)] : [];
  });
}

/** "Deactivates them and invalidates their usernames by renaming them", and unlinks the contact: for good. The new name's form is assumed. */
function disable(change: RowChange, world: DmlWorld): void {
  const together = change.row.fields.get('IsActive') === false && was(change, 'IsActive');
  if (together && world.settings.position('disableWithInactive') === 'fails') {
    change.fail('FIELD_INTEGRITY_EXCEPTION', 'Cannot deactivate and disable a portal user at the same time', 'IsActive');
    return;
  }
  const partner = change.before !== null && text(change.before, 'UserType') === 'PowerPartner';
  if (partner && world.settings.position('partnerDisable') === 'refused') {
    change.fail('FIELD_INTEGRITY_EXCEPTION', 'Partner users cannot be disabled by the API', 'IsPortalEnabled');
    return;
  }
  const { fields } = change.row;
  fields.set('IsActive', false);
  for (const field of ['ContactId', 'AccountId', 'PortalRole', 'UserRoleId']) fields.set(field, null);
  fields.set('Username', `${String(change.before?.id)}.${text(change.row, 'Username') ?? ''}`.slice(0, 80));
}

export function usersUpdated(rows: readonly RowChange[], world: DmlWorld): void {
  const updates = updatesOf(rows, world);
  const moving = updates.filter(moves);
  dropAssignments(moving, world);
  giveRoles(roleHolders(updates), world);
  rehangOwnersRoles(rows, world);
  for (const { change, before, after } of updates) {
    if (was(change, 'IsActive')) countSeats(before.licence.id, -1, world);
    if (flag(change.row, 'IsActive')) countSeats(after.licence.id, 1, world);
  }
  for (const change of rows) {
    const userId = String(change.row.id);
    const email = text(change.row, 'Email') ?? '';
    if (changesText(change, 'ProfileId')) {
      moveProfile(userId, profileOf(change), world);
      for (const mail of join([{ userId, email, active: flag(change.row, 'IsActive'), through: profileOf(change) }], world))
        siteWelcome(mail, world);
    }
    // Assumption switch: mail when a user is activated (again).
    if (becomes(change, 'IsActive', true) && world.settings.position('welcomeOnActivation') === 'sent')
      for (const mail of memberMails(userId, email, world)) siteWelcome(mail, world);
  }
}

/** The assignment of the profile's own permission set follows the profile. */
function moveProfile(userId: string, profileId: string, world: DmlWorld): void {
  const [own] = rowsWhere(world.store, 'PermissionSet', ['Id'], 'ProfileId', [profileId]);
  if (!own) return;
  world.store.run(
    'UPDATE "PermissionSetAssignment" SET "PermissionSetId" = ? WHERE "AssigneeId" = ? AND "PermissionSetId" IN (SELECT "Id" FROM "PermissionSet" WHERE "IsOwnedByProfile" = 1)',
    [String(own[0]), userId],
  );
}
