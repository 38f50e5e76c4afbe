/** Order of values: what `<` and friends ask of text and Decimal, and the natural order of `List.sort`. */
import { NotSupported } from './exceptions.ts';
import { fold } from './fold.ts';
import { typeNameOf } from './typeNames.ts';
import { ApexDate, ApexDatetime, ApexTime } from './values/dates.ts';
import { EnumValue, type Value } from './values/kinds.ts';
import { ApexDecimal, ApexDouble } from './values/numbers.ts';

/** `a < b` on Strings and Ids ignores case, as `==` does. "A non-null String or ID value is always greater than a null value" (Apex Developer Guide). */
export function compareText(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    if (a === b) throw new NotSupported('order of two Strings that are both null');
    return a === null ? -1 : 1;
  }
  return order(fold(a), fold(b));
}

/** NaN, which is neither less nor greater, when one is null. */
export function compareDecimal(a: ApexDecimal | null, b: ApexDecimal | null): number {
  return a === null || b === null ? NaN : a.value.compareTo(b.value);
}

/** The guide's rules for null leave Time out. */
export function compareTime(a: ApexTime | null, b: ApexTime | null): number {
  if (a === null || b === null) throw new NotSupported('order of Times of which one is null');
  return order(a.ms, b.ms);
}

const order = <T extends string | number | bigint | boolean>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Natural order of one primitive type, null first, strings by code unit, enums by declaration. Other types have none. */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'string' && typeof b === 'string') return order(a, b);
  if (typeof a === 'number' && typeof b === 'number') return order(a, b);
  if (typeof a === 'bigint' && typeof b === 'bigint') return order(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return order(a, b);
  if (a instanceof ApexDecimal && b instanceof ApexDecimal) return compareDecimal(a, b);
  if (a instanceof ApexDouble && b instanceof ApexDouble) return order(a.value, b.value);
  if (a instanceof ApexDate && b instanceof ApexDate) return order(a.days, b.days);
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return order(a.ms, b.ms);
  if (a instanceof ApexTime && b instanceof ApexTime) return order(a.ms, b.ms);
  if (a instanceof EnumValue && b instanceof EnumValue && a.type === b.type) return order(a.ordinal, b.ordinal);
  throw new NotSupported(`order of ${typeNameOf(a)} and ${typeNameOf(b)}`);
}
