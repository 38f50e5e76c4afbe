/**
 * Rights of the running user: CRUD and FLS in user mode, sharing in user mode and in classes `with sharing`.
 * The FLS text and that it is per populated field are documented (Apex Developer Guide, "Enforce User Mode for Database
 * Operations"). That a missing object right is a SecurityException, and its text, is what the tests of Salesforce's own
 * samples ask for; the status codes are assumed, and so are the results of a partial save without that right.
 */
import type { Access, Rights } from '../runtime/ports.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { fieldNamed } from './canonicalFields.ts';
import { alive, type Change } from './change.ts';
import { equalValues } from './sameValue.ts';
import type { DmlWorld } from './world.ts';

export function checkRights(changes: readonly Change[], world: DmlWorld, transaction: Transaction, access: Access): void {
  if (changes.length === 0) return;
  const { user } = transaction;
  if (access !== 'user') {
    checkPrivilege(changes, world, user);
    return;
  }
  const rights = world.access.rightsOf(user);
  for (const change of alive(changes)) {
    if (mayObject(rights, change, user)) checkFieldRights(change, rights);
    else {
      change.refusal = 'object';
      change.fail('INSUFFICIENT_ACCESS_OR_READONLY', `Access to entity '${change.object.name}' denied`);
    }
  }
}

/** Setup objects have no object permissions: rights to them are user permissions (Object Reference, "Special Access Rules"). */
const setupRights: Readonly<Record<string, readonly string[]>> = {
  User: ['ManageUsers', 'ManageInternalUsers', 'ManageCssUsers', 'ManagePartners'],
  UserLogin: ['ManageUsers'],
  UserRole: ['ManageRoles', 'ManageUsers'],
  PermissionSetAssignment: ['AssignPermissionSets', 'ManageUsers'],
  PermissionSetLicenseAssign: ['AssignPermissionSets', 'ManageUsers'],
  GroupMember: ['ManageUsers'],
  Group: ['ManageUsers'],
  PermissionSet: ['ManageProfilesPermissionsets'],
  PermissionSetGroup: ['ManageProfilesPermissionsets'],
  PermissionSetGroupComponent: ['ManageProfilesPermissionsets'],
  ObjectPermissions: ['ManageProfilesPermissionsets'],
  FieldPermissions: ['ManageProfilesPermissionsets'],
  SetupEntityAccess: ['ManageProfilesPermissionsets'],
  Network: ['ManageNetworks'],
  NetworkMember: ['ManageNetworks', 'ManageUsers'],
  NetworkMemberGroup: ['ManageNetworks'],
};

const assignments: ReadonlySet<string> = new Set(['PermissionSetAssignment', 'PermissionSetLicenseAssign']);

/** Assumption switch: system mode may not stand in for the user permissions that setup objects ask for, or for some of them. */
function isPrivileged(object: string, position: string): boolean {
  switch (position) {
    case 'allowed':
      return false;
    case 'refused':
      return object in setupRights;
    case 'usersRefused':
      return object === 'User' || object === 'UserLogin';
    case 'assignmentsRefused':
      return assignments.has(object);
    default:
      throw new Error(`unknown position ${position} of operatorPrivileges`);
  }
}

function checkPrivilege(changes: readonly Change[], world: DmlWorld, user: string): void {
  if (!isPrivileged(changes[0]?.object.name ?? '', world.settings.position('operatorPrivileges'))) return;
  const rights = world.access.rightsOf(user);
  for (const change of alive(changes))
    if (!mayObject(rights, change, user)) change.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

function mayObject(rights: Rights, change: Change, user: string): boolean {
  const { object, operation } = change;
  if (object.name === 'User' && operation === 'update' && change.givenId === user) return true;
  const permissions = setupRights[object.name];
  if (permissions) return permissions.some((name) => rights.userPermission(name));
  const may = rights.object(object.name);
  switch (operation) {
    case 'insert':
    case 'undelete':
      return may.create;
    case 'update':
      return may.edit;
    case 'delete':
      return may.delete;
    default:
      return operation satisfies never;
  }
}

/** Populated fields count, even null ones, and queried ones: a queried master-detail field makes an update fail. */
function checkFieldRights(change: Change, rights: Rights): void {
  if (change.operation !== 'insert' && change.operation !== 'update') return;
  const { object, given, operation } = change;
  const refused: string[] = [];
  for (const name of given.fields.keys()) {
    const field = fieldNamed(object, name);
    if (!field || field.kind === 'id' || isOwnBusiness(change, field, object)) continue;
    const may = rights.field(object.name, field.name);
    if (operation === 'insert' ? !may.create : !may.edit) refused.push(field.name);
  }
  if (refused.length === 0) return;
  change.refusal = 'fields';
  change.fail(
    'INSUFFICIENT_ACCESS_OR_READONLY',
    `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`,
    ...refused,
  );
}

/** Fields without FLS of their own: standard ones of setup objects, and calculated or system ones that were queried and not touched. */
function isOwnBusiness(change: Change, field: FieldType, object: ObjectType): boolean {
  if (object.setup && !field.custom) return true;
  // Nobody can set a calculated or compound field: its value goes along with a queried record, and with a clone of it.
  if (field.formula !== null || field.summary || field.kind === 'address') return true;
  if (field.masterDetail || field.createable || field.updateable) return false;
  const queried = change.given.queried?.has(field.name) === true;
  return (
    queried &&
    change.before !== null &&
    equalValues(change.given.fields.get(field.name) ?? null, change.before.fields.get(field.name) ?? null)
  );
}

/** Of records that exist: may the user edit or delete these very ones? */
export function checkSharing(changes: readonly Change[], world: DmlWorld, transaction: Transaction, access: Access): void {
  const rows = alive(changes);
  const object = rows[0]?.object;
  if (!object || access === 'system' || object.setup) return;
  const right = rows[0]?.operation === 'update' ? 'edit' : 'delete';
  const ids = rows.map((change) => String(change.givenId));
  const allowed = world.access.allowed(object, ids, transaction.user, right);
  for (const change of rows)
    if (!allowed.has(String(change.givenId))) change.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}
