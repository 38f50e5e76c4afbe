/** The rows that give a user rights: the permission set the profile owns, those assigned, those of assigned groups; and what all of them add up to. */
import type { Schema } from '../schema/model.ts';
import { jsonArray } from '../store/json.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { quoted } from '../store/tables.ts';

export interface ObjectGrant {
  create: boolean;
  read: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
  viewAllFields: boolean;
}

export interface Grants {
  /** By lower-case object name. */
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  /** By lower-case `Object.Field`. */
  readonly fields: ReadonlyMap<string, { read: boolean; edit: boolean }>;
  /** `ViewSetup`, lower-case. */
  readonly userPermissions: ReadonlySet<string>;
  /** Lower-case. */
  readonly customPermissions: ReadonlySet<string>;
  /** Lower-case. */
  readonly apexClasses: ReadonlySet<string>;
  /** When the first of the assignments expires; Infinity for never. */
  readonly validUntil: number;
}

export function grantsOf(store: Store, schema: Schema, userId: string, now: number): Grants {
  const assignments = store.all(
    'SELECT "PermissionSetId", "PermissionSetGroupId", "ExpirationDate" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?',
    [userId],
  );
  const running = assignments.filter(([, , expires]) => expires === null || Number(expires) > now);
  const sets = jsonArray(permissionSets(store, userId, running));
  return {
    objects: objectGrants(store, sets),
    fields: fieldGrants(store, sets),
    userPermissions: userPermissions(store, schema, sets),
    customPermissions: customPermissions(store, sets),
    apexClasses: apexClasses(store, sets),
    validUntil: Math.min(...running.map(([, , expires]) => (expires === null ? Infinity : Number(expires)))),
  };
}

/** Session-based sets count only in a session that activated them, and nothing here does. */
function permissionSets(store: Store, userId: string, assignments: readonly (readonly SqlValue[])[]): readonly SqlValue[] {
  const rows = store.all(
    `SELECT p."Id" FROM "PermissionSet" p
     WHERE p."HasActivationRequired" = 0 AND (
       p."Id" IN (SELECT value FROM json_each(?))
       OR p."Id" IN (SELECT c."PermissionSetId" FROM "PermissionSetGroupComponent" c WHERE c."IsDeleted" = 0 AND c."PermissionSetGroupId" IN (SELECT value FROM json_each(?)))
       OR (p."IsOwnedByProfile" = 1 AND p."ProfileId" = (SELECT u."ProfileId" FROM "User" u WHERE u."Id" = ?)))`,
    [jsonArray(assignments.map(([set]) => set!)), jsonArray(assignments.map(([, group]) => group!)), userId],
  );
  return rows.map(([id]) => id!);
}

function objectGrants(store: Store, sets: string): ReadonlyMap<string, ObjectGrant> {
  const grants = new Map<string, ObjectGrant>();
  const rows = store.all(
    `SELECT "SobjectType", max("PermissionsCreate"), max("PermissionsRead"), max("PermissionsEdit"), max("PermissionsDelete"), max("PermissionsViewAllRecords"), max("PermissionsModifyAllRecords"), max("PermissionsViewAllFields")
     FROM "ObjectPermissions" WHERE "ParentId" IN (SELECT value FROM json_each(?)) GROUP BY fold("SobjectType")`,
    [sets],
  );
  for (const [object, ...rights] of rows) {
    const [create, read, edit, remove, viewAll, modifyAll, viewAllFields] = rights.map((right) => right === 1) as [
      boolean,
      boolean,
      boolean,
      boolean,
      boolean,
      boolean,
      boolean,
    ];
    grants.set(String(object).toLowerCase(), { create, read, edit, delete: remove, viewAll, modifyAll, viewAllFields });
  }
  return grants;
}

function fieldGrants(store: Store, sets: string): Grants['fields'] {
  const rows = store.all(
    `SELECT fold("Field"), max("PermissionsRead"), max("PermissionsEdit") FROM "FieldPermissions" WHERE "ParentId" IN (SELECT value FROM json_each(?)) GROUP BY fold("Field")`,
    [sets],
  );
  return new Map(rows.map(([field, read, edit]) => [String(field), { read: read === 1, edit: edit === 1 }]));
}

function userPermissions(store: Store, schema: Schema, sets: string): ReadonlySet<string> {
  const names = (schema.object('PermissionSet')?.fields ?? [])
    .map((field) => field.name)
    .filter((name) => name.startsWith('Permissions') && name !== 'Permissions');
  const columns = names.map((name) => `max(${quoted(name)})`).join(', ');
  const [row] = store.all(`SELECT ${columns} FROM "PermissionSet" WHERE "Id" IN (SELECT value FROM json_each(?))`, [sets]);
  return new Set(names.filter((_, i) => row?.[i] === 1).map((name) => name.slice('Permissions'.length).toLowerCase()));
}

function customPermissions(store: Store, sets: string): ReadonlySet<string> {
  const rows = store.all(
    `SELECT fold(c."DeveloperName") FROM "SetupEntityAccess" a JOIN "CustomPermission" c ON c."Id" = a."SetupEntityId" AND c."IsDeleted" = 0
     WHERE a."SetupEntityType" = 'CustomPermission' AND a."ParentId" IN (SELECT value FROM json_each(?))`,
    [sets],
  );
  return new Set(rows.map(([name]) => String(name)));
}

function apexClasses(store: Store, sets: string): ReadonlySet<string> {
  const rows = store.all(
    `SELECT fold(c."Name") FROM "SetupEntityAccess" a JOIN "ApexClass" c ON c."Id" = a."SetupEntityId"
     WHERE a."ParentId" IN (SELECT value FROM json_each(?))`,
    [sets],
  );
  return new Set(rows.map(([name]) => String(name)));
}
