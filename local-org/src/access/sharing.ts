/**
 * Which rows sharing shows to a user, as SQL: organisation-wide defaults, ownership, the role hierarchy above the owner,
 * queues the user belongs to, and the parent that controls a detail. Sharing rules, teams and manual shares do not exist here.
 */
import { NotSupported } from '../runtime/exceptions.ts';
import type { FieldType, ObjectType, Schema } from '../schema/model.ts';
import { jsonArray } from '../store/json.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { quoted } from '../store/tables.ts';

export interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** What sharing needs to know about a user. */
export interface Sharer {
  readonly id: string;
  readonly external: boolean;
  readonly userType: string;
  /** Roles below the user's own. */
  readonly subordinateRoles: readonly SqlValue[];
  /** Groups and queues, through other groups too. */
  readonly groups: readonly SqlValue[];
  readonly sees: (object: ObjectType) => { readonly viewAll: boolean; readonly modifyAll: boolean };
}

const internalTypes: ReadonlySet<SqlValue> = new Set([null, 'Standard', 'AutomatedProcess']);

export function sharerOf(store: Store, userId: string, sees: Sharer['sees']): Sharer {
  const [user] = store.all('SELECT "UserType", "UserRoleId" FROM "User" WHERE "Id" = ?', [userId]);
  if (!user) throw new Error(`there is no user ${userId}`);
  const roles = store.all(
    `WITH RECURSIVE below(id) AS (
       SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ?
       UNION SELECT r."Id" FROM "UserRole" r JOIN below b ON r."ParentRoleId" = b.id)
     SELECT id FROM below`,
    [user[1]!],
  );
  const groups = store.all(
    `WITH RECURSIVE mine(id) AS (
       SELECT "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" = ?
       UNION SELECT m."GroupId" FROM "GroupMember" m JOIN mine g ON m."UserOrGroupId" = g.id)
     SELECT id FROM mine`,
    [userId],
  );
  return {
    id: userId,
    external: !internalTypes.has(user[0]!),
    userType: String(user[0]),
    subordinateRoles: roles.map(([id]) => id!),
    groups: groups.map(([id]) => id!),
    sees,
  };
}

export type SharingRight = 'read' | 'edit' | 'delete';

/** Null = every row. */
export function sharedRows(schema: Schema, object: ObjectType, alias: string, sharer: Sharer, right: SharingRight): Condition | null {
  if (object.kind === 'customMetadata' || object.kind === 'customSetting') return null;
  const { viewAll, modifyAll } = sharer.sees(object);
  if (right === 'read' ? viewAll : modifyAll) return null;
  if (sharer.external) throw new NotSupported(`rows of ${object.name} that an external user (${sharer.userType}) may ${right}`);
  if (object.setup) return null;
  switch (object.sharingModel) {
    case 'FullAccess':
      return null;
    case 'ReadWrite':
      /* Public Read/Write lets everybody edit; only the owner and those above delete. */
      return right === 'delete' ? ownedRows(object, alias, sharer) : null;
    case 'Read':
      return right === 'read' ? null : ownedRows(object, alias, sharer);
    case 'Private':
      return ownedRows(object, alias, sharer);
    case 'ControlledByParent':
      return rowsOfParent(schema, object, alias, sharer, right);
    default:
      return object.sharingModel satisfies never;
  }
}

/** Objects without an owner (jobs, for instance) are shared with everybody. */
function ownedRows(object: ObjectType, alias: string, sharer: Sharer): Condition | null {
  if (!object.field('OwnerId')) return null;
  const owner = `${alias}."OwnerId"`;
  const parts = [`${owner} = ?`];
  const params: SqlValue[] = [sharer.id];
  if (sharer.subordinateRoles.length > 0) {
    parts.push(`${owner} IN (SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT value FROM json_each(?)))`);
    params.push(jsonArray(sharer.subordinateRoles));
  }
  if (sharer.groups.length > 0) {
    parts.push(`${owner} IN (SELECT value FROM json_each(?))`);
    params.push(jsonArray(sharer.groups));
  }
  return { sql: `(${parts.join(' OR ')})`, params };
}

/** "A user can perform an action on a contact based on whether he or she can perform that same action on the record associated with it"; a detail is edited and deleted by who may edit its master. */
function rowsOfParent(schema: Schema, object: ObjectType, alias: string, sharer: Sharer, right: SharingRight): Condition | null {
  const field = controllingField(object);
  const parent = field && schema.object(field.referenceTo[0]!);
  if (!parent) throw new NotSupported(`sharing of ${object.name}, controlled by a parent that is not known`);
  const parentAlias = `${alias}p`;
  const rows = sharedRows(schema, parent, parentAlias, sharer, right === 'delete' && field.masterDetail ? 'edit' : right);
  const key = `${alias}.${quoted(field.name)}`;
  /* A private contact, without an account, is its owner's. */
  const orphans = field.masterDetail ? null : ownedRows(object, alias, sharer);
  if (!rows && !orphans) return null;
  const ofParent = rows
    ? `${key} IN (SELECT ${parentAlias}."Id" FROM ${quoted(parent.name)} ${parentAlias} WHERE ${rows.sql})`
    : `${key} IS NOT NULL`;
  if (!orphans) return { sql: ofParent, params: rows?.params ?? [] };
  return { sql: `(${ofParent} OR (${key} IS NULL AND ${orphans.sql}))`, params: [...(rows?.params ?? []), ...orphans.params] };
}

const controllingField = (object: ObjectType): FieldType | undefined =>
  object.fields.find((field) => field.masterDetail) ?? (object.name === 'Contact' ? object.field('AccountId') : undefined);
