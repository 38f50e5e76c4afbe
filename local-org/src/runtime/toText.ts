/**
 * The text of any value in string concatenation, `System.debug` and messages. `String.valueOf` differs for Date and
 * Datetime (`2026-01-31`, and the user's time zone): the library has its own for those.
 */
import type { FieldInfo } from '../types/classInfo.ts';
import { ApexException } from './exceptions.ts';
import { current, isRunning } from './transaction.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexList, ApexMap, ApexSet } from './values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './values/dates.ts';
import { ApexObject, EnumValue, LibraryObject, type Value } from './values/kinds.ts';
import { ApexDecimal, ApexDouble } from './values/numbers.ts';
import { SObject } from './values/sobject.ts';

export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  return textOf(value, []);
}

/** `left + right` where one of them is a String. */
export function concat(left: Value, right: Value): string {
  return (typeof left === 'string' ? left : toText(left)) + (typeof right === 'string' ? right : toText(right));
}

type Inside = readonly object[];

function textOf(value: Value, inside: Inside): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value instanceof ApexDecimal) return value.value.toString();
  if (value instanceof ApexDouble) return doubleText(value.value);
  if (value instanceof ApexDate) return `${dateText(value)} 00:00:00`;
  if (value instanceof ApexDatetime) return datetimeText(value.ms);
  if (value instanceof ApexTime) return `${clockText(value.ms)}.${String(value.ms % 1000).padStart(3, '0')}Z`;
  if (value instanceof ApexBlob) return `Blob[${value.bytes.length}]`;
  if (value instanceof EnumValue) return value.name;
  if (inside.includes(value)) return '(already output)';
  const within = [...inside, value];
  if (value instanceof ApexList) return `(${value.items.map((item) => textOf(item, within)).join(', ')})`;
  if (value instanceof ApexSet) return `{${[...value.values()].map((item) => textOf(item, within)).join(', ')}}`;
  if (value instanceof ApexMap)
    return `{${[...value.entries()].map(([key, item]) => `${textOf(key, within)}=${textOf(item, within)}`).join(', ')}}`;
  if (value instanceof SObject) return recordText(value, within);
  if (value instanceof LibraryObject) return libraryText(value);
  return objectText(value, within);
}

/** Null fields of queried records are left out, as in the platform's debug log. */
function recordText(record: SObject, inside: Inside): string {
  const values = record.aggregates ?? record.fields;
  const shown = [...values].filter(([, value]) => value !== null || record.queried === null);
  return `${record.schema.name}:{${shown.map(([name, value]) => `${name}=${textOf(value, inside)}`).join(', ')}}`;
}

/** Library objects that have a text give it by a JavaScript `toString`; the others are named only. */
function libraryText(value: LibraryObject): string {
  return value.toString === Object.prototype.toString ? value.apexType : value.toString();
}

interface WithToString {
  tostring$(): string | null;
}

function objectText(value: ApexObject | ApexException, inside: Inside): string {
  if ('tostring$' in value) return (value as unknown as WithToString).tostring$() ?? 'null';
  if (value instanceof ApexException) return exceptionText(value);
  const fields = fieldsOf(value.$type).map(
    ({ name, js }) => `${name}=${textOf((value as unknown as Record<string, Value>)[js] ?? null, inside)}`,
  );
  // An inner class goes without its outer one here, and only here.
  return `${value.$type.slice(value.$type.lastIndexOf('.') + 1)}:[${fields.join(', ')}]`;
}

/** Stored instance fields, those of super classes last. */
function fieldsOf(className: string): readonly FieldInfo[] {
  const info = isRunning() ? current().program.classInfo(className) : undefined;
  if (!info) return [];
  const own = info.fields.filter((field) => !field.static);
  return info.superName === null ? own : [...own, ...fieldsOf(info.superName)];
}

/** `System.DmlException`, `MyException`, `Outer.Inner`: as `getTypeName()` says it. */
export function exceptionTypeName(exception: ApexException): string {
  const type = exception.$type;
  const isUsers = isRunning() && current().program.classInfo(type) !== undefined;
  return isUsers || type.includes('.') ? type : `System.${type}`;
}

export const exceptionText = (exception: ApexException): string =>
  `${exceptionTypeName(exception)}: ${exception.apexMessage ?? 'Script-thrown exception'}`;

/** `2026-01-31` */
export function dateText(date: ApexDate): string {
  return isoText(date.days * 86_400_000).slice(0, -14);
}

/** `2026-01-31 10:00:00`, in GMT unless the caller shifts the milliseconds. */
export function datetimeText(ms: number): string {
  return isoText(ms).slice(0, -5).replace('T', ' ');
}

const isoText = (ms: number): string => new Date(ms).toISOString();

/** `10:20:30` */
const clockText = (ms: number): string => isoText(ms).slice(-13, -5);

/** As Java prints a double: `1.0`, `0.001`, `1.0E10`, `1.5E-4`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
