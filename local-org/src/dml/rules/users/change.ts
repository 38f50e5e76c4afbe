/** Changes of existing users: deactivate, reactivate, disable for good, another profile of the same licence. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { flag, text } from '../../change.ts';
import { rowsWhere } from '../../stored.ts';
import type { DmlWorld, RowChange } from '../../world.ts';
import { countSeats, isExternal, profiles, takeSeats } from './licence.ts';
import { join, memberMails, siteWelcome } from './membership.ts';
import { checkNicknames, checkUsernames } from './names.ts';

const was = (change: RowChange, field: string): boolean => change.before !== null && flag(change.before, field);
const becomes = (change: RowChange, field: string, value: boolean): boolean =>
  flag(change.row, field) === value && was(change, field) !== value;
const changesText = (change: RowChange, field: string): boolean =>
  change.before !== null && text(change.row, field) !== text(change.before, field);
const profileOf = (change: RowChange): string => text(change.row, 'ProfileId') ?? '';

export function validateUpdates(rows: readonly RowChange[], world: DmlWorld, runningUser: string): void {
  const facts = profiles(
    rows.flatMap((change) => [profileOf(change), change.before ? (text(change.before, 'ProfileId') ?? '') : '']),
    world,
  );
  for (const change of rows) {
    if (becomes(change, 'IsPortalEnabled', false)) disable(change, world);
    if (becomes(change, 'IsPortalEnabled', true)) throw new NotSupported('User.IsPortalEnabled set to true');
    if (changesText(change, 'ContactId') && was(change, 'IsPortalEnabled') === flag(change.row, 'IsPortalEnabled'))
      throw new NotSupported('User.ContactId of an existing user');
    if (becomes(change, 'IsActive', false) && change.before?.id === runningUser)
      change.fail('FIELD_INTEGRITY_EXCEPTION', 'Cannot de-activate self: Active', 'IsActive');
    const before = change.before ? facts.get(text(change.before, 'ProfileId') ?? '') : undefined;
    const after = facts.get(profileOf(change));
    if (before && after && before.licence.id !== after.licence.id) checkLicenceMove(change, before.userType, after.userType);
    if (after && isExternal(after.userType) && text(change.row, 'UserRoleId') !== null)
      change.fail('FIELD_INTEGRITY_EXCEPTION', 'role type must match user type');
  }
  checkUsernames(rows, world);
  checkNicknames(rows, world);
  takeSeats(
    rows.flatMap((change) => {
      const profile = facts.get(profileOf(change));
      return profile && becomes(change, 'IsActive', true) ? [{ change, profile }] : [];
    }),
  );
}

/** Internal and external licences never change into each other; moves between external ones delete assignments and are not modelled. */
function checkLicenceMove(change: RowChange, from: string, to: string): void {
  if (isExternal(from) && isExternal(to)) throw new NotSupported('changing a user to a profile of another external licence');
  change.fail('FIELD_INTEGRITY_EXCEPTION', "You can only assign profiles that are compatible with the user's license.", 'ProfileId');
}

/** "Deactivates them and invalidates their usernames by renaming them", and unlinks the contact: for good. The new name's form is assumed. */
function disable(change: RowChange, world: DmlWorld): void {
  const together = change.row.fields.get('IsActive') === false && was(change, 'IsActive');
  if (together && world.settings.position('disableWithInactive') === 'fails') {
    change.fail('FIELD_INTEGRITY_EXCEPTION', 'Cannot deactivate and disable a portal user at the same time', 'IsActive');
    return;
  }
  const { fields } = change.row;
  fields.set('IsActive', false);
  fields.set('ContactId', null);
  fields.set('AccountId', null);
  fields.set('PortalRole', null);
  fields.set('Username', `${String(change.before?.id)}.${text(change.row, 'Username') ?? ''}`.slice(0, 80));
}

export function usersUpdated(rows: readonly RowChange[], world: DmlWorld): void {
  const facts = profiles(rows.map(profileOf), world);
  for (const change of rows) {
    const licence = facts.get(profileOf(change))?.licence.id;
    if (licence !== undefined && becomes(change, 'IsActive', true)) countSeats(licence, 1, world);
    if (licence !== undefined && becomes(change, 'IsActive', false)) countSeats(licence, -1, world);
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
