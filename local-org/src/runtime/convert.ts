/** Conversions between representations (implicit), casts (explicit, may fail) and `instanceof`. */
import { apexError, NotSupported } from './exceptions.ts';
import { isId, normaliseId } from './ids.ts';
import { isAssignableType } from './subtypes.ts';
import { parseTypeName, shownTypeName, typeNameOf } from './typeNames.ts';
import { ApexList } from './values/collections.ts';
import { ApexDate, ApexDatetime } from './values/dates.ts';
import type { Value } from './values/kinds.ts';
import { ApexDecimal, ApexDouble } from './values/numbers.ts';
import { SObject } from './values/sobject.ts';

export type Converter = (value: never) => Value;

/** By `From>To`. The values given are never null. */
const table: Readonly<Record<string, Converter>> = {
  'Integer>Long': (value: number) => BigInt(value),
  'Integer>Double': (value: number) => new ApexDouble(value),
  'Integer>Decimal': (value: number) => ApexDecimal.of(value),
  'Long>Double': (value: bigint) => new ApexDouble(Number(value)),
  'Long>Decimal': (value: bigint) => ApexDecimal.of(value),
  'Double>Decimal': (value: ApexDouble) => doubleToDecimal(value),
  'Decimal>Double': (value: ApexDecimal) => new ApexDouble(Number(value.value.toString())),
  // Casts.
  'Long>Integer': (value: bigint) => Number(narrowed(value, 32)),
  'Double>Integer': (value: ApexDouble) => Number(narrowed(value, 32)),
  'Double>Long': (value: ApexDouble) => narrowed(value, 64),
  'Decimal>Integer': (value: ApexDecimal) => Number(narrowed(value, 32)),
  'Decimal>Long': (value: ApexDecimal) => narrowed(value, 64),
  'String>Id': (value: string) => toId(value),
  'Date>Datetime': (value: ApexDate) => new ApexDatetime(value.days * 86_400_000),
};

/** `(Integer) 5.9` is 5. What becomes of a number beyond the range is not documented. */
function narrowed(number: bigint | ApexDouble | ApexDecimal, bits: 32 | 64): bigint {
  if (number instanceof ApexDouble && !Number.isFinite(number.value)) throw new NotSupported(`cast of the Double ${number.value}`);
  const whole =
    typeof number === 'bigint' ? number : number instanceof ApexDouble ? BigInt(Math.trunc(number.value)) : number.value.toBigInt();
  if (BigInt.asIntN(bits, whole) !== whole) throw new NotSupported(`cast of ${whole} to ${bits === 32 ? 'Integer' : 'Long'}`);
  return whole;
}

/** By its shortest text, as Decimal.valueOf(Double) does: 0.1 stays 0.1, 5.0 keeps its one zero. */
function doubleToDecimal(double: ApexDouble): ApexDecimal {
  const { value } = double;
  if (!Number.isFinite(value)) throw apexError('MathException', `Infinite or NaN`);
  return ApexDecimal.of(Number.isInteger(value) && Math.abs(value) < 1e21 ? `${BigInt(value)}.0` : String(value));
}

/** The 18-character form, or StringException. */
export function toId(text: string): string {
  const id = normaliseId(text);
  if (id === null) throw apexError('StringException', `Invalid id: ${text}`);
  return id;
}

/** Representations that are the same, whatever the types are called. */
const unchanged: ReadonlySet<string> = new Set(['Id>String']);

/** What emitted code calls for that pair of types; null passes through every one. */
export function converter(from: string, to: string): (value: Value) => Value {
  const key = `${from}>${to}`;
  if (from === to || to === 'Object' || unchanged.has(key)) return (value) => value;
  const convertValue = table[key];
  if (!convertValue) throw new Error(`no conversion from ${from} to ${to}`);
  return (value) => (value === null ? null : convertValue(value as never));
}

export function convert(value: Value, from: string, to: string): Value {
  return converter(from, to)(value);
}

/** `value instanceof Type`, for any canonical name. */
export function instanceOf(value: Value, type: string): boolean {
  if (value === null) return false;
  if (type === 'Object') return true;
  if (typeof value === 'string') return type === 'String' || (type === 'Id' && isId(value));
  if (value instanceof SObject) return type === 'SObject' || type === value.schema.name;
  const own = typeNameOf(value);
  if (own !== type && isNumeric(own) && isNumeric(type)) return isWiderNumber(own, type);
  if (own === 'Date' && type === 'Datetime') return true;
  return own === type || isAssignableType(own, type);
}

const numbers: readonly string[] = ['Integer', 'Long', 'Double', 'Decimal'];
const isNumeric = (type: string): boolean => numbers.includes(type);

/**
 * A number seen as an Object is an instance of every number type it can become without a cast (shown by public tests that
 * pass on the platform). Whether a Double is one of Decimal is not known.
 */
function isWiderNumber(own: string, type: string): boolean {
  if (own === 'Double' && type === 'Decimal') throw new NotSupported('a Double seen as an Object as an instance of Decimal');
  return own === 'Integer' || (type !== 'Integer' && type !== 'Long');
}

/** `(Type) value`: the value itself, or TypeException. A String becomes the Id it looks like. */
export function cast(value: Value, type: string): Value {
  if (value === null) return null;
  const own = typeNameOf(value);
  const widens = isNumeric(type) && own !== type && isNumeric(own) && isWiderNumber(own, type);
  if (widens || (own === 'Date' && type === 'Datetime')) return convert(value, own, type);
  if (!instanceOf(value, type) || !holdsOnly(value, type)) {
    throw apexError('TypeException', `Invalid conversion from runtime type ${shownTypeName(own)} to ${shownTypeName(type)}`);
  }
  return type === 'Id' ? toId(value as string) : value;
}

/** A List<SObject> may be seen as a List<Account> as long as nothing else is in it. */
function holdsOnly(value: Value, type: string): boolean {
  if (!(value instanceof ApexList) || value.of !== 'SObject' || type === 'List<SObject>') return true;
  const { name, args } = parseTypeName(type);
  if (name !== 'List') return true;
  return value.items.every((item) => !(item instanceof SObject) || instanceOf(item, args[0]!.text));
}
