/** System validation: what every field demands of its value. Texts are the platform's. */
import { normaliseId } from '../runtime/ids.ts';
import { fieldNamed } from './canonicalFields.ts';
import { equalValues } from './sameValue.ts';
import { ApexDecimal } from '../runtime/values/numbers.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import type { Change } from './change.ts';

const truncatable: ReadonlySet<FieldType['kind']> = new Set(['string', 'textarea', 'email', 'phone', 'picklist', 'multipicklist', 'url']);

/** One `@`, no spaces, a domain with a dot: what the platform lets into an e-mail field. */
const emailForm = /^[^\s@<>(),;:"[\]\\]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+$/;

export const isEmail = (value: string): boolean =>
  emailForm.test(value) && !value.includes('..') && !value.startsWith('.') && !value.includes('.@');

export const changed = (change: Change, field: FieldType): boolean =>
  change.before === null
    ? change.row.fields.has(field.name)
    : !equalValues(change.row.fields.get(field.name) ?? null, change.before.fields.get(field.name) ?? null);

/** "For requests from Apex, Salesforce validates only the foreign keys and restricted picklists" before the before-triggers run. */
export function checkBeforeTriggers(change: Change): void {
  for (const [name, value] of change.row.fields) {
    const field = fieldNamed(change.object, name);
    if (!field || value === null || !changed(change, field)) continue;
    if (field.restrictedPicklist) checkPicklist(change, field, value);
    if (field.kind === 'reference' && typeof value === 'string' && normaliseId(value) === null)
      change.fail('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, field.name);
  }
}

/** Everything, after the before-triggers. */
export function checkFields(change: Change): void {
  checkRequired(change);
  for (const field of change.object.fields) {
    const value = change.row.fields.get(field.name) ?? null;
    if (value === null || field.formula !== null || !changed(change, field)) continue;
    checkValue(change, field, value);
  }
}

/** A value is demanded where null is not allowed and nobody but the caller could supply one. */
function demanded(field: FieldType, object: ObjectType): boolean {
  if (field.nillable || field.kind === 'boolean' || field.kind === 'id' || field.autoNumber !== null || field.formula !== null)
    return false;
  if (field.nameField && object.kind === 'custom') return false;
  return field.createable || field.updateable;
}

function checkRequired(change: Change): void {
  const missing = change.object.fields.filter((field) => {
    if (!demanded(field, change.object) || (change.row.fields.get(field.name) ?? null) !== null) return false;
    // "A universally required field must have a value whenever a record is saved": who empties a default has none, old records neither.
    if (field.custom) return true;
    return change.before === null ? !field.defaultedOnCreate : (change.before.fields.get(field.name) ?? null) !== null;
  });
  if (missing.length === 0) return;
  const names = missing.map((field) => field.name);
  change.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, ...names);
}

function checkValue(change: Change, field: FieldType, value: Value): void {
  if (typeof value === 'string') checkText(change, field, value);
  if (field.kind === 'picklist' || field.kind === 'multipicklist') checkPicklist(change, field, value);
  if (value instanceof ApexDecimal) checkRange(change, field, value);
}

function checkText(change: Change, field: FieldType, value: string): void {
  if (field.length > 0 && truncatable.has(field.kind) && value.length > field.length) {
    if (change.options?.allowFieldTruncation === true) change.row.fields.set(field.name, value.slice(0, field.length));
    else {
      change.fail('STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, field.name);
      return;
    }
  }
  if (field.kind === 'email' && !isEmail(value))
    change.fail('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, field.name);
}

function checkPicklist(change: Change, field: FieldType, value: Value): void {
  if (!field.restrictedPicklist || typeof value !== 'string') return;
  const values = field.kind === 'multipicklist' ? value.split(';') : [value];
  for (const one of values) {
    if (field.picklist.some((entry) => entry.active && entry.value === one.trim())) continue;
    failPicklist(change, field, one);
    return;
  }
}

export function failPicklist(change: Change, field: FieldType, value: string): void {
  change.fail('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${value}`, field.name);
}

function checkRange(change: Change, field: FieldType, value: ApexDecimal): void {
  if (field.precision === 0) return;
  const digitsBeforePoint = value.value.precision() - value.value.scale();
  if (value.value.signum() === 0 || digitsBeforePoint <= field.precision - field.scale) return;
  change.fail(
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${value.value.toPlainString()}`,
    field.name,
  );
}
