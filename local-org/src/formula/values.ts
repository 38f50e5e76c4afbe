/** What a formula calculates with: types, their names in messages, and the values they stand for. Blank is null, for text too. */
import type { FieldKind } from '../schema/model.ts';
import type { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import { Big, MathContext, RoundingMode, type BigDecimalValue } from '../runtime/values/numbers.ts';

export type FormulaValue = null | string | boolean | BigDecimalValue | ApexDate | ApexDatetime | ApexTime;

/** Types that are calculated with. */
export interface ValueOf {
  readonly Text: string;
  readonly Number: BigDecimalValue;
  readonly Boolean: boolean;
  readonly Date: ApexDate;
  readonly DateTime: ApexDatetime;
  readonly Time: ApexTime;
}

export type BasicType = keyof ValueOf;

/** Picklists are fields of their own kind, which only some functions take; `Null` is the type of NULL. */
export type FormulaType = BasicType | 'Picklist' | 'Multi-Select Picklist' | 'Null';

/** Null: no formula can use such a field. */
export function typeOfKind(kind: FieldKind): FormulaType | null {
  switch (kind) {
    case 'id':
    case 'reference':
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
      return 'Text';
    case 'boolean':
      return 'Boolean';
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return 'Number';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'DateTime';
    case 'time':
      return 'Time';
    case 'picklist':
      return 'Picklist';
    case 'multipicklist':
      return 'Multi-Select Picklist';
    case 'base64':
    case 'address':
    case 'anyType':
    case 'junctionIdList':
      return null;
    default:
      return kind satisfies never;
  }
}

/** The platform calculates with the 39 digits of its database. */
export const PRECISION = new MathContext(39, RoundingMode.HALF_UP);

export const decimal = (value: number | string | bigint): BigDecimalValue => Big(String(value));

/** Of functions that only floating point knows; never an infinity. */
export function fromDouble(value: number): BigDecimalValue {
  if (!Number.isFinite(value)) throw new FormulaFailure('the result is no number');
  return Big(String(value));
}

/** `#Error!`: the value of a field is blank then. */
export class FormulaFailure extends Error {}

/** The part before the point. */
export const whole = (value: BigDecimalValue): number => Math.trunc(value.numberValue());
