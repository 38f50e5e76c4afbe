/** Reading and writing records: what was not queried cannot be read, what is read-only cannot be written. */
import { fieldApexType } from '../schema/apexTypes.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { instanceOf, convert } from './convert.ts';
import { apexError, NotSupported } from './exceptions.ts';
import { nonNull } from './nullPointer.ts';
import { shownTypeName, typeNameOf } from './typeNames.ts';
import { ApexList } from './values/collections.ts';
import type { Value } from './values/kinds.ts';
import { SObject } from './values/sobject.ts';
import { isPlatformField } from '../schema/platformFields.ts';

/** `record.Field`, by canonical name. */
export function getField(record: SObject | null, field: string): Value {
  const value = nonNull(record).fields.get(field);
  return value === undefined || value === null ? absent(record!, field, value) : value;
}

/** A checkbox is never null: false until it is set. */
function absent(record: SObject, field: string, value: null | undefined): Value {
  if (value === undefined && record.queried !== null && !record.queried.has(field)) throw notQueried(record, field);
  return record.schema.field(field)?.kind === 'boolean' ? false : null;
}

const notQueried = (record: SObject, name: string): Error =>
  apexError('SObjectException', `SObject row was retrieved via SOQL without querying the requested field: ${record.schema.name}.${name}`);

/** `contact.Account.Name`: null where there is no parent, as the platform does for relationships only. */
export function getParentField(parent: SObject | null, field: string): Value {
  return parent === null ? null : getField(parent, field);
}

/** `record.Field = value`, the value already of the field's type. Returns the value. `field` may be a relationship. */
export function setField(record: SObject | null, field: string, value: Value): Value {
  if (nonNull(record).readOnly) throw apexError('FinalException', 'Record is read-only');
  if (value instanceof SObject || (value === null && record!.schema.field(field) === undefined)) putParent(record!, field, value);
  else record!.fields.set(field, value);
  return value;
}

/** For `new Account(Name = …)`: a fresh record is writable. */
export function initField(record: SObject, field: string, value: Value): SObject {
  record.fields.set(field, value);
  return record;
}

export function initParent(record: SObject, relationship: string, value: SObject | null): SObject {
  (record.parents ??= new Map()).set(relationship, value);
  return record;
}

/** `contact.Account`, by canonical relationship name. */
export function getParent(record: SObject | null, relationship: string): SObject | null {
  const parent = nonNull(record).parents?.get(relationship);
  if (parent !== undefined) return parent;
  if (record!.queried !== null) throw notQueried(record!, relationship);
  return null;
}

/** `contact.Account.Owner`: null where there is no account. */
export function getGrandparent(parent: SObject | null, relationship: string): SObject | null {
  return parent === null ? null : getParent(parent, relationship);
}

export function putParent(record: SObject, relationship: string, parent: SObject | null): void {
  if (record.readOnly) throw apexError('FinalException', 'Record is read-only');
  initParent(record, relationship, parent);
}

/** `account.Contacts`: an empty list on a record made by `new`. */
export function getChildren(record: SObject | null, relationship: string): ApexList {
  const children = nonNull(record).children?.get(relationship);
  if (children !== undefined) return children;
  if (record!.queried !== null) throw notQueried(record!, relationship);
  const child = record!.schema.child(relationship);
  if (!child) throw new Error(`${record!.schema.name} has no children ${relationship}`);
  return new ApexList(child.object);
}

/** `record.get(name)`: name in any case. */
export function getDynamic(record: SObject, name: string): Value {
  if (record.aggregates !== null) {
    const value = record.aggregates.get(name.toLowerCase());
    if (value === undefined) throw invalidField(record.schema, name);
    return value;
  }
  const field = record.schema.field(name);
  return field ? getField(record, field.name) : aliased(record, name);
}

/** `SELECT toLabel(Status) words`: the alias is no field, and can be read by `get` alone. */
function aliased(record: SObject, name: string): Value {
  const alias = [...(record.queried ?? [])].find((one) => one.toLowerCase() === name.toLowerCase());
  if (alias === undefined) throw invalidField(record.schema, name);
  return record.fields.get(alias) ?? null;
}

/** `record.put(name, value)`: name in any case, the value checked against the field and converted to its type. */
export function putDynamic(record: SObject, name: string, value: Value): void {
  const field = fieldOf(record.schema, name);
  if (record.readOnly) throw apexError('FinalException', 'Record is read-only');
  if (!field.createable && !field.updateable && field.kind !== 'id')
    throw apexError('SObjectException', `Field ${field.name} is not editable`);
  record.fields.set(field.name, fitted(field, value));
}

/** The field of that name, in any case; SObjectException where there is none. */
export function fieldOf(object: ObjectType, name: string): FieldType {
  const field = object.field(name);
  if (!field) throw invalidField(object, name);
  return field;
}

const invalidField = (object: ObjectType, name: string): Error =>
  isPlatformField(object.name, name)
    ? new NotSupported(`${object.name}.${name}`)
    : apexError('SObjectException', `Invalid field ${name} for ${object.name}`);

/** Widens numbers, ids and dates; anything else must be of the type. */
function fitted(field: FieldType, value: Value): Value {
  const type = fieldApexType(field);
  if (value === null || type === 'Object') return value;
  const own = typeNameOf(value);
  if (own === type) return value;
  if (convertible.has(`${own}>${type}`)) return convert(value, own, type);
  if (instanceOf(value, type)) return value;
  throw apexError('SObjectException', `Illegal assignment from ${shownTypeName(own)} to ${type}`);
}

const convertible: ReadonlySet<string> = new Set([
  'Integer>Long',
  'Integer>Double',
  'Integer>Decimal',
  'Long>Double',
  'Long>Decimal',
  'Double>Decimal',
  'Decimal>Double',
  'String>Id',
  'Date>Datetime',
]);
