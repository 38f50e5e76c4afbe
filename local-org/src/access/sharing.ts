/**
 * Which rows sharing shows to a user, as SQL: organisation-wide defaults, ownership, the role hierarchy above the owner,
 * queues the user belongs to, the parent that controls a detail, and shares that were written (`AccountShare`, `Thing__Share`).
 * Sharing rules, sharing sets and teams do not exist here.
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
  /** Of a portal user; null otherwise. */
  readonly accountId: SqlValue;
  readonly hasRole: boolean;
  /** Roles below the user's own. */
  readonly subordinateRoles: readonly SqlValue[];
  /** Groups and queues, through other groups too. */
  readonly groups: readonly SqlValue[];
  readonly sees: (object: ObjectType) => { readonly viewAll: boolean; readonly modifyAll: boolean };
}

const internalTypes: ReadonlySet<SqlValue> = new Set([null, 'Standard', 'AutomatedProcess']);

export function sharerOf(store: Store, userId: string, sees: Sharer['sees']): Sharer {
  const [user] = store.all('SELECT "UserType", "UserRoleId", "AccountId" FROM "User" WHERE "Id" = ?', [userId]);
  if (!user) throw new Error(`there is no user ${userId}`);
  const roles = store.all(
    `WITH RECURSIVE below(id) AS (
       SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ?
       UNION SELECT r."Id" FROM "UserRole" r JOIN below b ON r."ParentRoleId" = b.id)
     SELECT id FROM below`,
    [user[1]!],
  );
  const external = !internalTypes.has(user[0]!);
  const groups = store.all(
    `WITH RECURSIVE mine(id) AS (
       SELECT "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" = ?
       UNION SELECT g."Id" FROM "Group" g WHERE g."Type" = 'Role' AND g."RelatedId" = ?
       UNION SELECT g."Id" FROM "Group" g WHERE g."Type" IN ('RoleAndSubordinates', ?) AND g."RelatedId" IN (
         WITH RECURSIVE above(id) AS (
           SELECT ? UNION SELECT r."ParentRoleId" FROM "UserRole" r JOIN above a ON r."Id" = a.id)
         SELECT id FROM above)
       UNION SELECT m."GroupId" FROM "GroupMember" m JOIN mine g ON m."UserOrGroupId" = g.id)
     SELECT id FROM mine`,
    /* "Roles and Internal Subordinates" leaves portal users out. */
    [userId, user[1]!, external ? 'RoleAndSubordinates' : 'RoleAndSubordinatesInternal', user[1]!],
  );
  return {
    id: userId,
    external,
    userType: String(user[0]),
    accountId: user[2]!,
    hasRole: user[1] !== null,
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
  if (object.setup) return sharer.external ? setupRows(object, alias, sharer, right) : null;
  const model = modelFor(object, sharer);
  switch (model) {
    case 'FullAccess':
      return null;
    case 'ReadWrite':
      /* Public Read/Write lets everybody edit; only the owner and those above delete. */
      return right === 'delete' ? ownRows(schema, object, alias, sharer, right) : null;
    case 'Read':
      return right === 'read' ? null : ownRows(schema, object, alias, sharer, right);
    case 'Private':
      return ownRows(schema, object, alias, sharer, right);
    case 'ControlledByParent':
      return rowsOfParent(schema, object, alias, sharer, right);
    default:
      return model satisfies never;
  }
}

/** External users have a default of their own, Private unless an object's file says otherwise; files go by their links. */
const modelFor = (object: ObjectType, sharer: Sharer): ObjectType['sharingModel'] =>
  !sharer.external || object.sharingModel === 'FullAccess' ? object.sharingModel : (object.externalSharingModel ?? externalDefault(object));

const externalDefault = (object: ObjectType): ObjectType['sharingModel'] =>
  object.sharingModel === 'ControlledByParent' ? 'ControlledByParent' : 'Private';

/** Setup rows that external users read too. */
const everybodysSetup: ReadonlySet<string> = new Set([
  'BusinessHours',
  'CaseStatus',
  'Network',
  'Organization',
  'Profile',
  'RecordType',
  'TaskPriority',
  'TaskStatus',
  'UserLicense',
]);

/** An external user sees, of users and members of sites, the own rows; what a site's member visibility adds is not modelled. */
function setupRows(object: ObjectType, alias: string, sharer: Sharer, right: SharingRight): Condition | null {
  if (object.name === 'User') return { sql: `${alias}."Id" = ?`, params: [sharer.id] };
  if (right === 'read' && object.name === 'NetworkMember') return { sql: `${alias}."MemberId" = ?`, params: [sharer.id] };
  if (right === 'read' && everybodysSetup.has(object.name)) return null;
  throw new NotSupported(`rows of ${object.name} that an external user (${sharer.userType}) may ${right}`);
}

/** What the user owns, in whatever way, and what was shared. */
function ownRows(schema: Schema, object: ObjectType, alias: string, sharer: Sharer, right: SharingRight): Condition | null {
  const owned = ownedRows(object, alias, sharer);
  if (!owned) {
    if (sharer.external)
      throw new NotSupported(`rows of ${object.name}, which have no owner, that an external user (${sharer.userType}) may ${right}`);
    return null;
  }
  const parts = [owned, ...sharedBy(schema, object, alias, sharer, right), ...impliedRows(schema, object, alias, sharer, right)];
  return { sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`, params: parts.flatMap(({ params }) => params) };
}

/** Recipients of shares: the user, those below in the role hierarchy, and groups. */
function recipients(column: string, sharer: Sharer): Condition {
  return {
    sql: `(${column} = ? OR ${column} IN (SELECT value FROM json_each(?)) OR ${column} IN (SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT value FROM json_each(?))))`,
    params: [sharer.id, jsonArray(sharer.groups), jsonArray(sharer.subordinateRoles)],
  };
}

/** Shares of the record, and of its account for opportunities and cases. Nothing but ownership lets a user delete. */
function sharedBy(schema: Schema, object: ObjectType, alias: string, sharer: Sharer, right: SharingRight): readonly Condition[] {
  if (right === 'delete') return [];
  const levels = right === 'read' ? `'Read', 'Edit'` : `'Edit'`;
  const from = (share: string, parent: string, access: string, key: string): readonly Condition[] => {
    if (!schema.object(share)) return [];
    const to = recipients('s."UserOrGroupId"', sharer);
    return [
      {
        sql: `${alias}.${quoted(key)} IN (SELECT s.${quoted(parent)} FROM ${quoted(share)} s WHERE s.${quoted(access)} IN (${levels}) AND ${to.sql})`,
        params: to.params,
      },
    ];
  };
  if (object.kind === 'custom') return from(object.name.replace(/__c$/, '__Share'), 'ParentId', 'AccessLevel', 'Id');
  const own = from(`${object.name}Share`, `${object.name}Id`, `${object.name}AccessLevel`, 'Id');
  const throughAccount = object.name === 'Opportunity' || object.name === 'Case';
  return throughAccount ? [...own, ...from('AccountShare', 'AccountId', `${object.name}AccessLevel`, 'AccountId')] : own;
}

/**
 * Built-in sharing: "read-only access to the parent account for a user with access to a child opportunity, case or contact";
 * a portal user with a role reads the account of the portal.
 */
function impliedRows(schema: Schema, object: ObjectType, alias: string, sharer: Sharer, right: SharingRight): readonly Condition[] {
  if (object.name !== 'Account' || right !== 'read') return [];
  const children = sharer.external
    ? []
    : ['Case', 'Contact', 'Opportunity'].flatMap((name) => {
        const child = schema.object(name);
        if (!child || child.sharingModel === 'ControlledByParent') return [];
        const owned = ownedRows(child, `${alias}c`, sharer);
        if (!owned) return [];
        const live = `${alias}c."IsDeleted" = 0`;
        return [
          {
            sql: `${alias}."Id" IN (SELECT ${alias}c."AccountId" FROM ${quoted(name)} ${alias}c WHERE ${live} AND ${owned.sql})`,
            params: owned.params,
          },
        ];
      });
  const portal = sharer.external && sharer.hasRole && sharer.accountId !== null;
  return portal ? [{ sql: `${alias}."Id" = ?`, params: [sharer.accountId] }] : children;
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
  const rows = sharedRows(schema, parent, parentAlias, sharer, rightOfMaster(field, right));
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

/** "Read Only: allows users with at least Read access to the master record to create, edit, or delete related Detail records." */
function rightOfMaster(field: FieldType, right: SharingRight): SharingRight {
  if (field.writeRequiresMasterRead === true) return 'read';
  return right === 'delete' && field.masterDetail ? 'edit' : right;
}

const controllingField = (object: ObjectType): FieldType | undefined =>
  object.fields.find((field) => field.masterDetail) ?? (object.name === 'Contact' ? object.field('AccountId') : undefined);
