/** PermissionSetAssignment: once per user, fitting the licence, and with what it brings (site membership). */
import { NotSupported } from '../../runtime/exceptions.ts';
import { ApexDatetime } from '../../runtime/values/dates.ts';
import { current } from '../../runtime/transaction.ts';
import { text } from '../change.ts';
import { byKey, rowsWhere, type StoredRow } from '../stored.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';
import { isExternal, profiles } from './users/licence.ts';
import { join, siteWelcome } from './users/membership.ts';

/** What no licence for outside people allows (Manage Users drags most others in). Field of PermissionSet → label. */
const internalOnly: readonly (readonly [field: string, label: string])[] = [
  ['PermissionsModifyAllData', 'Modify All Data'],
  ['PermissionsViewAllData', 'View All Data'],
  ['PermissionsManageUsers', 'Manage Users'],
  ['PermissionsAuthorApex', 'Author Apex'],
  ['PermissionsCustomizeApplication', 'Customize Application'],
  ['PermissionsViewSetup', 'View Setup and Configuration'],
  ['PermissionsAssignPermissionSets', 'Assign Permission Sets'],
];

const target = (change: RowChange): string => text(change.row, 'PermissionSetGroupId') ?? text(change.row, 'PermissionSetId') ?? '';
const assignee = (change: RowChange): string => text(change.row, 'AssigneeId') ?? '';
const pair = (user: unknown, set: unknown): string => `${String(user)}:${String(set)}`;

function validateInserts(rows: readonly RowChange[], world: DmlWorld): void {
  const users = byKey(world.store, 'User', 'Id', ['ProfileId', 'IsActive', 'Name'], new Set(rows.map(assignee)));
  const existing = new Set(
    rowsWhere(
      world.store,
      'PermissionSetAssignment',
      ['AssigneeId', 'PermissionSetId', 'PermissionSetGroupId'],
      'AssigneeId',
      users.keys(),
    ).map(([user, set, group]) => pair(user, group ?? set)),
  );
  const columns = internalOnly.map(([field]) => field).filter((field) => world.schema().object('PermissionSet')?.field(field));
  const sets = byKey(
    world.store,
    'PermissionSet',
    'Id',
    ['Label', 'LicenseId', 'IsOwnedByProfile', ...columns],
    new Set(rows.map((change) => text(change.row, 'PermissionSetId') ?? '')),
  );
  const facts = profiles(
    [...users.values()].map(([profile]) => String(profile)),
    world,
  );
  for (const change of rows) {
    if (target(change) === '') {
      change.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [PermissionSetId]', 'PermissionSetId');
      continue;
    }
    const key = pair(assignee(change), target(change));
    if (existing.has(key))
      change.fail('DUPLICATE_VALUE', `Duplicate PermissionSetAssignment. Assignee: ${assignee(change)}; Permission Set: ${target(change)}`);
    existing.add(key);
    const user = users.get(assignee(change));
    const set = sets.get(text(change.row, 'PermissionSetId') ?? '');
    if (!user) continue;
    if (Number(user[1]) !== 1 && world.settings.position('assignmentToInactiveUser') === 'refused')
      change.fail('INACTIVE_OWNER_OR_USER', `operation performed with inactive user [${assignee(change)}] as assignee of permission set`);
    const profile = facts.get(String(user[0]));
    if (set && profile)
      checkLicence(
        change,
        { set, columns, user: String(user[2]), external: isExternal(profile.userType), licenceId: profile.licence.id },
        world,
      );
  }
}

interface Fit {
  readonly set: StoredRow;
  readonly columns: readonly string[];
  readonly user: string;
  readonly external: boolean;
  readonly licenceId: string;
}

function checkLicence(change: RowChange, { set, columns, user, external, licenceId }: Fit, world: DmlWorld): void {
  const [label, setLicence, ownedByProfile, ...permissions] = set;
  if (Number(ownedByProfile ?? 0) === 1) throw new NotSupported("assigning a profile's own permission set");
  const misfit = (permission: string): void =>
    change.fail(
      'FIELD_INTEGRITY_EXCEPTION',
      `Can't assign permission set ${String(label)} to user ${user}. The user license doesn't allow the permission: ${permission}`,
    );
  if (typeof setLicence === 'string') {
    if (world.schema().objectOfId(setLicence)?.name === 'PermissionSetLicense')
      throw new NotSupported('permission sets of a permission set licence');
    if (setLicence !== licenceId) misfit(String(byKey(world.store, 'UserLicense', 'Id', ['Name'], [setLicence]).get(setLicence)?.[0]));
  }
  const refused = external ? columns.findIndex((_, i) => Number(permissions[i] ?? 0) === 1) : -1;
  const permission = internalOnly.find(([field]) => field === columns[refused]);
  if (permission) misfit(permission[1]);
}

/** Assumption switch: an assignment of a group names the permission set that stands for it. */
function nameAggregates(rows: readonly RowChange[], world: DmlWorld): void {
  const groups = new Set(rows.map(({ row }) => text(row, 'PermissionSetGroupId') ?? ''));
  const aggregates = byKey(world.store, 'PermissionSet', 'PermissionSetGroupId', ['Id'], groups);
  for (const change of rows) {
    const aggregate = change.operation === 'insert' ? aggregates.get(text(change.row, 'PermissionSetGroupId') ?? '')?.[0] : undefined;
    if (typeof aggregate === 'string') change.row.fields.set('PermissionSetId', aggregate);
  }
}

function expired(change: RowChange): boolean {
  const at = change.row.fields.get('ExpirationDate') ?? null;
  return at instanceof ApexDatetime && at.ms <= current().now();
}

export const PermissionSetAssignment: ObjectRules = {
  object: 'PermissionSetAssignment',
  validate(rows, world) {
    validateInserts(
      rows.filter((change) => change.operation === 'insert'),
      world,
    );
    if (world.settings.position('groupSetupAccess') === 'aggregate') nameAggregates(rows, world);
    for (const change of rows) if (change.operation !== 'delete') change.row.fields.set('IsActive', !expired(change));
  },
  saved(rows, world) {
    world.access.forget();
    const inserts = rows.filter((change) => change.operation === 'insert');
    const users = byKey(world.store, 'User', 'Id', ['Email', 'IsActive'], new Set(inserts.map(assignee)));
    const mails = join(
      inserts.map((change) => ({
        userId: assignee(change),
        email: String(users.get(assignee(change))?.[0] ?? ''),
        active: Number(users.get(assignee(change))?.[1]) === 1,
        through: target(change),
      })),
      world,
    );
    // Assumption switch: welcome mail when membership comes by permission set.
    if (world.settings.position('welcomeOnAssignment') === 'sent') for (const mail of mails) siteWelcome(mail, world);
  },
};
