/** The rights of one permission set as rows: ObjectPermissions, FieldPermissions, SetupEntityAccess, `Permissions…` columns. */
import type { FieldType, PermissionSetMetadata } from '../../schema/model.ts';
import { securedDetailsOf } from '../../schema/objectAccess.ts';
import { isPermissionable } from '../../schema/permissionable.ts';
import { userPermissions } from '../../schema/standard/userPermissions.ts';
import type { SetupRows, Values } from './setupRows.ts';
import type { ObjectRight } from './standardProfiles.ts';

export interface Grants {
  readonly permissions: readonly string[];
  /** By canonical object name. */
  readonly objects: ReadonlyMap<string, ObjectRight>;
  /** By `Object.Field`. */
  readonly fields: ReadonlyMap<string, { readonly read: boolean; readonly edit: boolean }>;
  readonly customPermissions: readonly string[];
  readonly classes: readonly string[];
}

export const noGrants: Grants = { permissions: [], objects: new Map(), fields: new Map(), customPermissions: [], classes: [] };

/** What metadata grants, over what was there (a profile keeps what its file does not mention). */
export function withMetadata(
  base: Grants,
  metadata: Pick<PermissionSetMetadata, 'objects' | 'fields' | 'customPermissions' | 'classes' | 'userPermissions' | 'withheldPermissions'>,
  rows: SetupRows,
): Grants {
  const objects = new Map(base.objects);
  for (const { object, ...right } of metadata.objects) {
    const known = rows.schema.object(object);
    if (known) objects.set(known.name, right);
  }
  const fields = new Map(base.fields);
  for (const { object, field, readable, editable } of metadata.fields) {
    const known = rows.schema.object(object)?.field(field);
    if (known) fields.set(`${rows.object(object).name}.${known.name}`, { read: readable, edit: editable && !isCalculated(known) });
  }
  const union = (left: readonly string[], right: readonly string[]): readonly string[] => [...new Set([...left, ...right])];
  return {
    permissions: union(base.permissions, metadata.userPermissions).filter((name) => !metadata.withheldPermissions?.includes(name)),
    objects,
    fields,
    customPermissions: union(base.customPermissions, metadata.customPermissions),
    classes: union(base.classes, metadata.classes),
  };
}

/** Nobody edits what the platform calculates. */
const isCalculated = (field: FieldType): boolean => field.formula !== null || field.summary !== undefined || field.autoNumber !== null;

/** Standard profiles see all standard fields of the objects they may read. */
export function standardFieldGrants(rows: SetupRows, objects: Iterable<readonly [string, ObjectRight]>): Grants['fields'] {
  const fields = new Map<string, { read: boolean; edit: boolean }>();
  for (const [name, right] of objects) {
    const object = rows.schema.object(name);
    if (!object || !right.read) continue;
    for (const type of [object, ...securedDetailsOf(object.name).map((detail) => rows.object(detail))])
      for (const field of type.fields)
        if (!field.custom && isPermissionable(type, field))
          fields.set(`${type.name}.${field.name}`, {
            read: true,
            edit: (right.create || right.edit) && (field.createable || field.updateable),
          });
  }
  return fields;
}

/** `Permissions…` of a permission set, or of a profile: true and false. */
export function permissionColumns(permissions: readonly string[], columnOf: (permission: string) => string | null): Values {
  const granted = new Set(permissions);
  return Object.fromEntries(
    userPermissions.flatMap((name) => {
      const column = columnOf(name);
      return column === null ? [] : [[column, granted.has(name)] as const];
    }),
  );
}

/** Afterwards the set grants that (`exactly`: and nothing else) and nothing that is withheld by name. Its own time stamps move when a right changed. */
export function writeGrants(rows: SetupRows, permissionSetId: string, grants: Grants, existing: RightRows, exactly: boolean): void {
  const wanted = new Set<string>();
  let changed = false;
  const write = (object: RightObject, key: Values, values: Values): void => {
    const name = rightKey(object, key);
    const before = existing.get(permissionSetId)?.get(name);
    wanted.add(name);
    if (before === undefined || Object.entries(values).some(([field, value]) => before.values[field] !== value)) changed = true;
    else return;
    rows.upsert(
      object,
      { ParentId: permissionSetId, ...key },
      values,
      object === 'SetupEntityAccess' ? {} : { SobjectType: sobjectOf(key) },
    );
  };
  const withdrawn = new Set<string>();
  for (const [object, right] of grants.objects) {
    if (!Object.values(right).some(Boolean)) {
      withdrawn.add(rightKey('ObjectPermissions', { SobjectType: object }));
      continue;
    }
    write(
      'ObjectPermissions',
      { SobjectType: object },
      {
        PermissionsCreate: right.create,
        PermissionsRead: right.read,
        PermissionsEdit: right.edit,
        PermissionsDelete: right.delete,
        PermissionsViewAllRecords: right.viewAll,
        PermissionsModifyAllRecords: right.modifyAll,
      },
    );
  }
  for (const [field, right] of grants.fields)
    if (right.read || right.edit) write('FieldPermissions', { Field: field }, { PermissionsRead: right.read, PermissionsEdit: right.edit });
    else withdrawn.add(rightKey('FieldPermissions', { Field: field }));
  for (const name of grants.customPermissions) {
    const entity = rows.find('CustomPermission', { DeveloperName: name });
    if (entity) write('SetupEntityAccess', { SetupEntityId: entity.id }, { SetupEntityType: 'CustomPermission' });
  }
  for (const name of grants.classes) {
    const entity = rows.find('ApexClass', { Name: name });
    if (entity) write('SetupEntityAccess', { SetupEntityId: entity.id }, { SetupEntityType: 'ApexClass' });
  }
  for (const [name, row] of existing.get(permissionSetId) ?? []) {
    if (wanted.has(name) || !(exactly || withdrawn.has(name))) continue;
    rows.removeRow(row.object, row.id);
    changed = true;
  }
  if (changed) rows.touch('PermissionSet', permissionSetId);
}

type RightObject = 'ObjectPermissions' | 'FieldPermissions' | 'SetupEntityAccess';
const rightObjects: readonly RightObject[] = ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess'];

interface RightRow {
  readonly object: RightObject;
  readonly id: string;
  readonly values: Values;
}
/** Permission set id → key → row. */
export type RightRows = ReadonlyMap<string, ReadonlyMap<string, RightRow>>;

const rightKey = (object: RightObject, key: Values): string => `${object}:${String(key.SobjectType ?? key.Field ?? key.SetupEntityId)}`;
const sobjectOf = (key: Values): string => String(key.SobjectType ?? String(key.Field).split('.')[0]);

export function readRights(rows: SetupRows): RightRows {
  const all = new Map<string, Map<string, RightRow>>();
  for (const object of rightObjects)
    for (const row of rows.rows(object)) {
      const values = Object.fromEntries(row.fields);
      const parent = String(values.ParentId);
      let ofParent = all.get(parent);
      if (!ofParent) all.set(parent, (ofParent = new Map()));
      const key =
        object === 'ObjectPermissions'
          ? { SobjectType: values.SobjectType! }
          : object === 'FieldPermissions'
            ? { Field: values.Field! }
            : { SetupEntityId: values.SetupEntityId! };
      ofParent.set(rightKey(object, key), { object, id: row.id!, values });
    }
  return all;
}
