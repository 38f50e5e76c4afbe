/** `$User.Id`, `$Label.Greeting`, `$Permission.Manage`: what a formula knows without its record. */
import { NotSupported } from '../runtime/exceptions.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType, Schema } from '../schema/model.ts';
import type { Environment, Run } from './bound.ts';
import { unknownField } from './problems.ts';
import { formulaValue, typeOfField } from './references.ts';
import { decimal, typeOfKind, type FormulaType, type FormulaValue } from './values.ts';

export interface Global {
  readonly type: FormulaType;
  readonly run: Run;
}

type Row = (environment: Environment) => SObject | null;

const userRow: Row = ({ record, user }) => record('User', user);
const lookedUp =
  (object: string, field: string): Row =>
  (environment) => {
    const id = userRow(environment)?.fields.get(field) ?? null;
    return typeof id === 'string' ? environment.record(object, id) : null;
  };

/** Globals that are rows. */
const rows: Readonly<Record<string, { readonly object: string; readonly row: Row }>> = {
  $user: { object: 'User', row: userRow },
  $profile: { object: 'Profile', row: lookedUp('Profile', 'ProfileId') },
  $userrole: { object: 'UserRole', row: lookedUp('UserRole', 'UserRoleId') },
  $organization: { object: 'Organization', row: ({ record }) => record('Organization', null) },
};

export function globalNamed(schema: Schema, path: string): Global {
  const [root = '', ...names] = path.split('.');
  const key = root.toLowerCase();
  const [name = ''] = names;
  const source = rows[key];
  if (source && names.length === 1) return fieldOf(schema, source.object, source.row, name, path);
  switch (key) {
    case '$label': {
      const label = schema.label(names.at(-1) ?? '');
      if (label === undefined) throw unknownField(path);
      return { type: 'Text', run: () => label || null };
    }
    case '$permission': {
      const known = schema.customPermissions.find((permission) => permission.name.toLowerCase() === name.toLowerCase());
      if (!known) throw unknownField(path);
      return { type: 'Boolean', run: ({ environment }) => environment.customPermission(known.name) };
    }
    case '$setup':
      return setting(schema, names, path);
    case '$custommetadata':
      return customMetadata(schema, names, path);
    case '$system':
      if (name.toLowerCase() !== 'origindatetime') throw unknownField(path);
      return { type: 'DateTime', run: () => new ApexDatetime(Date.UTC(1900, 0, 1)) };
    default:
      throw new NotSupported(`formula global ${path}`);
  }
}

function fieldOf(schema: Schema, objectName: string, row: Row, name: string, path: string): Global {
  const object = schema.object(objectName);
  const field = object?.field(name);
  if (!object || (!field && !name.endsWith('__c'))) throw new NotSupported(`formula global ${path}`);
  if (!field) throw unknownField(path);
  if (field.formula !== null) throw new NotSupported(`formula global ${path}, which is a formula itself`);
  return {
    type: typeOfField(field, path, false),
    run: ({ environment }) => formulaValue(field, row(environment)?.fields.get(field.name) ?? null),
  };
}

/** `$Setup.Limits__c.Most__c` */
function setting(schema: Schema, [typeName = '', fieldName = '']: readonly string[], path: string): Global {
  const type = schema.object(typeName);
  const field = type?.field(fieldName);
  if (!type || !field || type.settingsType !== 'Hierarchy') throw unknownField(path);
  return {
    type: typeOfField(field, path, false),
    run: ({ environment }) => formulaValue(field, environment.setting(type).fields.get(field.name) ?? null),
  };
}

/** `$CustomMetadata.Policy__mdt.Strict.Days__c` */
function customMetadata(schema: Schema, [typeName = '', recordName = '', fieldName = '']: readonly string[], path: string): Global {
  const type = schema.object(typeName);
  const field = type?.field(fieldName);
  const record = schema.customMetadata.find(
    (one) => type !== undefined && sameName(one.object, type.name) && sameName(one.developerName, recordName),
  );
  if (!type || !field || !record) throw unknownField(path);
  const value = constant(type, field, record.values.get(field.name) ?? null, path);
  const kind = typeOfField(field, path, false);
  // The platform has no picklist functions for records of metadata: their values are texts.
  return { type: kind === 'Picklist' ? 'Text' : kind, run: () => value };
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function constant(object: ObjectType, field: FieldType, text: string | null, path: string): FormulaValue {
  if (field.kind === 'boolean') return text === 'true';
  if (text === null || text === '') return null;
  switch (typeOfKind(field.kind)) {
    case 'Text':
    case 'Picklist':
      return text;
    case 'Number':
      return field.kind === 'percent' ? decimal(text).movePointLeft(2) : decimal(text);
    default:
      throw new NotSupported(`formula global ${path} (${object.name}.${field.name} is a ${field.kind})`);
  }
}
