/** User: names, licence, contact, portal role, and the rows and mails that come with a new one. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { flag, text } from '../change.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';
import { validateUpdates, usersUpdated } from './users/change.ts';
import { checkContacts } from './users/contact.ts';
import { isExternal, isHighVolume, profiles, takeSeats, type ProfileFacts } from './users/licence.ts';
import { checkNicknames, checkUsernames, rememberUsernames } from './users/names.ts';
import { usersInserted } from './users/created.ts';
import { checkInternalRoles, checkRoles, hasPortalRole, roleHolder } from './users/portalRoles.ts';

interface NewUser {
  readonly change: RowChange;
  readonly profile: ProfileFacts;
}

/** Profiles that come with the licences: usable for new users only if a setting of Digital Experiences allows it. */
const standardExternalProfiles: ReadonlySet<string> = new Set([
  'Customer Community User',
  'Customer Community Login User',
  'Customer Community Plus User',
  'Customer Community Plus Login User',
  'Partner Community User',
  'Partner Community Login User',
  'External Identity User',
]);

function validateInserts(rows: readonly RowChange[], world: DmlWorld): void {
  const facts = profiles(
    rows.map(({ row }) => text(row, 'ProfileId') ?? ''),
    world,
  );
  const users: NewUser[] = rows.flatMap((change) => {
    const profile = facts.get(text(change.row, 'ProfileId') ?? '');
    return profile ? [{ change, profile }] : [];
  });
  const external = users.filter(({ profile }) => isExternal(profile.userType));
  for (const { change, profile } of users) {
    change.row.fields.set('UserType', profile.userType);
    change.row.fields.set('IsPortalEnabled', isExternal(profile.userType));
  }
  checkContacts(external, world);
  for (const user of users) checkKind(user, world);
  checkUsernames(rows, world);
  checkNicknames(rows, world);
  checkRoles(
    external.flatMap(({ change, profile }) => (hasPortalRole(profile.userType) ? [roleHolder(change, profile.userType)] : [])),
    world,
  );
  checkInternalRoles(
    users.filter(({ profile }) => !isExternal(profile.userType)).map(({ change }) => change),
    world,
  );
  takeSeats(users.filter(({ change }) => flag(change.row, 'IsActive')));
}

function checkKind({ change, profile }: NewUser, world: DmlWorld): void {
  const { row } = change;
  if (!isExternal(profile.userType)) {
    // Text assumed: no public source shows what an internal profile with a contact answers.
    if (text(row, 'ContactId') !== null) change.fail('FIELD_INTEGRITY_EXCEPTION', 'Only portal users can have a contact', 'ContactId');
    return;
  }
  if (isHighVolume(profile.userType) && text(row, 'UserRoleId') !== null)
    change.fail('FIELD_INTEGRITY_EXCEPTION', 'role type must match user type');
  if (isHighVolume(profile.userType) && text(row, 'PortalRole') !== null)
    throw new NotSupported('User.PortalRole with a licence that has no roles');
  if (standardExternalProfiles.has(profile.name) && world.settings.position('standardExternalProfiles') === 'blocked')
    change.fail(
      'FIELD_INTEGRITY_EXCEPTION',
      'To create users with standard external profiles, select Allow using standard external profiles for self-registration, user creation, and login',
      'ProfileId',
    );
}

export const User: ObjectRules = {
  object: 'User',
  validate(rows, world) {
    const inserts = rows.filter((change) => change.operation === 'insert');
    const updates = rows.filter((change) => change.operation === 'update');
    if (inserts.length > 0) validateInserts(inserts, world);
    if (updates.length > 0) validateUpdates(updates, world, current().user);
  },
  saved(rows, world) {
    const inserts = rows.filter((change) => change.operation === 'insert');
    const updates = rows.filter((change) => change.operation === 'update');
    if (inserts.length > 0) usersInserted(inserts, world);
    if (updates.length > 0) usersUpdated(updates, world);
    world.access.forget();
  },
  done(rows) {
    rememberUsernames(rows.filter((change) => change.operation === 'insert'));
  },
};
