/** What the platform fills in on insert: constant defaults, the owner, names, auto-numbers, and who-and-when. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import { fieldNamed } from './canonicalFields.ts';
import { text, type Change } from './change.ts';
import { completeSetting } from './customSettings.ts';
import { normalised, parseConstant, wholeSeconds } from './values.ts';

const constants = new WeakMap<ObjectType, readonly (readonly [name: string, value: Value])[]>();

/** Values cannot be changed from outside: all rows may have the same ones. */
function constantsOf(object: ObjectType): readonly (readonly [name: string, value: Value])[] {
  let known = constants.get(object);
  if (!known) {
    known = object.fields.flatMap((field) =>
      field.defaultValue === null || field.formula !== null ? [] : [[field.name, parseConstant(field, field.defaultValue)] as const],
    );
    constants.set(object, known);
  }
  return known;
}

/** Before the before-triggers: they see defaults, and the owner. */
export function applyDefaults(row: SObject, transaction: Transaction): void {
  for (const [name, value] of constantsOf(row.schema)) if (!row.fields.has(name)) row.fields.set(name, value);
  if (row.schema.field('OwnerId') && (row.fields.get('OwnerId') ?? null) === null) row.fields.set('OwnerId', transaction.user);
  if (row.schema.kind === 'customSetting') completeSetting(row, transaction);
}

const lastNumbers = new WeakMap<Store, Map<string, number>>();

/** `R-{0000}`: digits of the braces are the least width. A number is never given twice, not even after a rollback. */
function nextNumber(store: Store, object: ObjectType, field: FieldType, format: string): string {
  const parts = /^([^{]*)\{(0+)\}([^{]*)$/.exec(format);
  if (!parts) throw new NotSupported(`auto-number format ${format} of ${object.name}.${field.name}`);
  const [, before = '', zeros = '', after = ''] = parts;
  let numbers = lastNumbers.get(store);
  if (!numbers) lastNumbers.set(store, (numbers = new Map()));
  const key = `${object.name}.${field.name}`;
  let last = numbers.get(key);
  if (last === undefined) {
    const stored = store.all(`SELECT "${field.name}" FROM "${object.name}" ORDER BY rid DESC LIMIT 1`, [])[0]?.[0];
    last = typeof stored === 'string' ? Number.parseInt(stored.slice(before.length), 10) : 0;
  }
  numbers.set(key, last + 1);
  return before + String(last + 1).padStart(zeros.length, '0') + after;
}

/** `First Last`; the platform composes it wherever Name itself cannot be written. */
export function composeName(row: SObject): void {
  const name = row.schema.field('Name');
  if (!name || name.createable || !row.schema.field('LastName')) return;
  const parts = [text(row, 'FirstName'), text(row, 'LastName')].filter((part) => part !== null);
  row.fields.set('Name', parts.join(' ') || null);
}

/** After validation, right before the row is written. */
export function completeInsert(changes: readonly Change[], store: Store, transaction: Transaction): void {
  const now = new ApexDatetime(wholeSeconds(transaction.now()));
  for (const { row, newId, object } of changes) {
    const put = (field: string, value: SObject['fields'] extends Map<string, infer V> ? V : never): void => {
      if (fieldNamed(object, field)) row.fields.set(field, value);
    };
    put('Id', newId);
    for (const field of object.fields)
      if (field.autoNumber !== null) row.fields.set(field.name, nextNumber(store, object, field, field.autoNumber));
    composeName(row);
    const name = object.field('Name');
    // "If you leave the field blank, the record's id is its name": custom objects with a text name.
    if (name?.custom === false && object.kind === 'custom' && (row.fields.get('Name') ?? null) === null) put('Name', newId);
    put('CreatedDate', now);
    put('CreatedById', transaction.user);
    put('LastModifiedDate', now);
    put('LastModifiedById', transaction.user);
    put('SystemModstamp', now);
    put('IsDeleted', false);
  }
}

export function completeUpdate(changes: readonly Change[], transaction: Transaction): void {
  const now = new ApexDatetime(wholeSeconds(transaction.now()));
  for (const { row, object } of changes) {
    composeName(row);
    if (object.field('LastModifiedDate')) row.fields.set('LastModifiedDate', now);
    if (object.field('LastModifiedById')) row.fields.set('LastModifiedById', transaction.user);
    if (object.field('SystemModstamp')) row.fields.set('SystemModstamp', now);
  }
}

export function normaliseRow(row: SObject): void {
  for (const [name, value] of row.fields) {
    const field = fieldNamed(row.schema, name);
    if (!field) continue;
    const stored = normalised(field, value);
    if (stored !== value) row.fields.set(name, stored);
  }
}
