/** Which of two values of one type comes first. */
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import type { BigDecimalValue } from '../runtime/values/numbers.ts';
import type { FormulaValue } from './values.ts';

type Present = NonNullable<FormulaValue>;

const isNumber = (value: Present): value is BigDecimalValue => typeof value === 'object' && 'compareTo' in value;

/** 0 for the same value, whatever its form: 1.0 is 1.00. Neither is blank, and both are of one type. */
export function compareValues(a: Present, b: Present): number {
  if (isNumber(a) && isNumber(b)) return a.compareTo(b);
  if (a instanceof ApexDate && b instanceof ApexDate) return a.days - b.days;
  if ((a instanceof ApexDatetime && b instanceof ApexDatetime) || (a instanceof ApexTime && b instanceof ApexTime)) return a.ms - b.ms;
  if (typeof a === typeof b) return a === b ? 0 : a < b ? -1 : 1;
  throw new Error('values of different types in a formula');
}

export const textOf = (value: FormulaValue): string => (typeof value === 'string' ? value : '');

/** Line ends make no difference. */
export function isSame(a: FormulaValue, b: FormulaValue): boolean {
  if (a === null || b === null) return a === b;
  if (typeof a === 'string' && typeof b === 'string') return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
  return compareValues(a, b) === 0;
}
