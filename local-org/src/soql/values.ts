/** What a field is compared with: literals and bound values, made into the form the column holds. */
import { fold } from '../runtime/fold.ts';
import { normaliseId } from '../runtime/ids.ts';
import { ApexList, ApexSet } from '../runtime/values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDecimal } from '../runtime/values/numbers.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldType } from '../schema/model.ts';
import { asDecimal, columnType, isScaled } from '../store/columns.ts';
import type { SqlValue } from '../store/store.ts';
import type { SoqlValue } from '../syntax/tree.ts';
import { refused, wrongValue } from './messages.ts';
import type { Run } from './sql.ts';

const DAY = 86_400_000;

/** Text compares folded, except Ids (exact, in their 18 characters) and fields that are case-sensitive. */
export const isFolded = (field: FieldType): boolean =>
  field.kind !== 'id' && field.kind !== 'reference' && columnType(field) === 'TEXT' && !field.caseSensitive;

/** The form in which a value is compared with the field; null stays null. */
export function comparable(field: FieldType, value: Value): SqlValue {
  if (value === null) return null;
  switch (field.kind) {
    case 'id':
    case 'reference':
      return idOf(value, field);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongValue(field);
      return value ? 1 : 0;
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return numberOf(value, field);
    case 'date':
      if (value instanceof ApexDate) return value.days;
      if (value instanceof ApexDatetime) return Math.floor(value.ms / DAY);
      throw wrongValue(field);
    case 'datetime':
      if (value instanceof ApexDatetime) return value.ms;
      if (value instanceof ApexDate) return value.days * DAY;
      throw wrongValue(field);
    case 'time':
      if (!(value instanceof ApexTime)) throw wrongValue(field);
      return value.ms;
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'multipicklist':
    case 'email':
    case 'phone':
    case 'url':
      if (typeof value !== 'string') throw wrongValue(field);
      /* No field holds an empty text: '' finds what null finds. */
      return value === '' ? null : isFolded(field) ? fold(value) : value;
    case 'base64':
    case 'address':
    case 'anyType':
    case 'junctionIdList':
      throw refused(`field '${field.name}' can not be filtered in a query call`);
    default:
      return field.kind satisfies never;
  }
}

function idOf(value: Value, field: FieldType): SqlValue {
  if (value instanceof SObject) return value.id;
  if (typeof value !== 'string') throw wrongValue(field);
  /* '' finds what null finds. */
  if (value === '') return null;
  const id = normaliseId(value);
  if (id === null) throw refused(`invalid ID field: ${value}`);
  return id;
}

/** Exact where the number fits the scale of the field; else REAL, which SQLite compares correctly with integers. */
function numberOf(value: Value, field: FieldType): SqlValue {
  const decimal = asDecimal(value);
  if (decimal === null) throw wrongValue(field);
  const moved = isScaled(field) ? decimal.movePointRight(field.scale) : decimal;
  if (columnType(field) === 'REAL') return moved.numberValue();
  const whole = moved.toBigInt();
  return BigInt.asIntN(64, whole) === whole && moved.sameValue(whole) ? whole : moved.numberValue();
}

/** The literal as a value, its kind checked as the platform does: it converts nothing that is written in the query. */
function literalValue(field: FieldType, literal: SoqlValue): Value {
  const fits = (...kinds: readonly FieldType['kind'][]): void => {
    if (!kinds.includes(field.kind)) throw wrongValue(field);
  };
  switch (literal.kind) {
    case 'null':
      return null;
    case 'boolean':
      fits('boolean');
      return literal.value;
    case 'number':
      fits('int', 'long', 'double', 'currency', 'percent');
      return ApexDecimal.of(literal.text);
    case 'string':
      if (columnType(field) !== 'TEXT') throw wrongValue(field);
      return literal.value;
    case 'date':
      fits('date');
      return new ApexDate(instant(`${literal.text}T00:00:00Z`, literal.text) / DAY);
    case 'datetime':
      fits('datetime');
      return new ApexDatetime(instant(literal.text, literal.text));
    case 'bind':
    case 'dateLiteral':
    case 'list':
    case 'subquery':
      throw refused(`unexpected token: ${literal.kind}`);
    default:
      return literal satisfies never;
  }
}

function instant(iso: string, written: string): number {
  const ms = Date.parse(iso);
  /* JavaScript would take February 31 for March 3. */
  const day = Number(/^\d+-\d+-(\d+)/.exec(iso)?.[1]);
  const lastDay = new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0)).getUTCDate();
  if (Number.isNaN(ms) || day > lastDay) throw refused(`Invalid date: ${written}`);
  return ms;
}

/** One value of a comparison, when the query runs. */
export type ValueAt = (run: Run) => SqlValue;

export function valueAt(field: FieldType, value: SoqlValue): ValueAt {
  if (value.kind === 'bind') {
    const { index } = value;
    return (run) => comparable(field, bound(run, index));
  }
  const fixed = comparable(field, literalValue(field, value));
  return () => fixed;
}

export function bound(run: Run, index: number): Value {
  const value = run.binds[index];
  if (value === undefined) throw new Error(`bind ${index} of the query has no value`);
  return value;
}

/** The elements of a bound collection; null if the value is none. */
export function elementsOf(value: Value): readonly Value[] | null {
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return [...value.values()];
  return null;
}
