/** How field values stand in columns: the one place that turns Apex values into SQL values and back. */
import { NotSupported } from '../runtime/exceptions.ts';
import { normaliseId } from '../runtime/ids.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble, Big, RoundingMode, type BigDecimalValue } from '../runtime/values/numbers.ts';
import type { FieldType } from '../schema/model.ts';
import type { SqlValue } from './store.ts';

export type ColumnType = 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';

const unstored: ReadonlySet<FieldType['kind']> = new Set(['address', 'anyType', 'junctionIdList']);

/**
 * Formula fields are calculated, compound addresses are made of their parts, lists of ids become rows, values of any type are the
 * platform's own.
 */
export const hasColumn = (field: FieldType): boolean => field.formula === null && !unstored.has(field.kind);

/** Number, currency and percent fields are integers, scaled: 18 digits fit 64 bits, order and sum are exact. */
export const isScaled = (field: FieldType): boolean =>
  (field.kind === 'double' || field.kind === 'currency' || field.kind === 'percent') && field.precision > 0 && field.precision <= 18;

export function columnType(field: FieldType): ColumnType {
  switch (field.kind) {
    case 'id':
    case 'reference':
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'multipicklist':
    case 'email':
    case 'phone':
    case 'url':
      return 'TEXT';
    case 'boolean':
    case 'int':
    case 'long':
    case 'date':
    case 'datetime':
    case 'time':
      return 'INTEGER';
    case 'double':
    case 'currency':
    case 'percent':
      return isScaled(field) ? 'INTEGER' : 'REAL';
    case 'base64':
      return 'BLOB';
    case 'address':
    case 'anyType':
    case 'junctionIdList':
      throw new NotSupported(`storing ${field.name} (${field.kind})`);
    default:
      return field.kind satisfies never;
  }
}

const misfit = (field: FieldType, value: Value): Error =>
  new Error(
    `${field.name} (${field.kind}) cannot hold ${typeof value === 'object' ? (value?.constructor.name ?? 'null') : `${typeof value} ${String(value)}`}`,
  );

export function encode(field: FieldType, value: Value): SqlValue {
  /* A checkbox is never null. */
  if (value === null) return field.kind === 'boolean' ? 0 : null;
  switch (field.kind) {
    case 'id':
    case 'reference': {
      const id = typeof value === 'string' ? normaliseId(value) : null;
      if (id === null) throw misfit(field, value);
      return id;
    }
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'multipicklist':
    case 'email':
    case 'phone':
    case 'url':
      if (typeof value !== 'string') throw misfit(field, value);
      /* The platform keeps no empty text. */
      return value === '' ? null : value;
    case 'boolean':
      if (typeof value !== 'boolean') throw misfit(field, value);
      return value ? 1 : 0;
    case 'int':
    case 'long':
      if (typeof value !== 'number' && typeof value !== 'bigint') throw misfit(field, value);
      return value;
    case 'double':
    case 'currency':
    case 'percent': {
      const decimal = asDecimal(value);
      if (decimal === null) throw misfit(field, value);
      return isScaled(field) ? scaled(decimal, field.scale) : decimal.numberValue();
    }
    case 'date':
      if (!(value instanceof ApexDate)) throw misfit(field, value);
      return value.days;
    case 'datetime':
      if (!(value instanceof ApexDatetime)) throw misfit(field, value);
      /* Datetime fields keep whole seconds. */
      return Math.floor(value.ms / 1000) * 1000;
    case 'time':
      if (!(value instanceof ApexTime)) throw misfit(field, value);
      return value.ms;
    case 'base64':
      if (!(value instanceof ApexBlob)) throw misfit(field, value);
      return value.bytes;
    case 'address':
    case 'anyType':
    case 'junctionIdList':
      throw new NotSupported(`storing ${field.name} (${field.kind})`);
    default:
      return field.kind satisfies never;
  }
}

export function decode(field: FieldType, value: SqlValue): Value {
  if (value === null) return null;
  switch (field.kind) {
    case 'id':
    case 'reference':
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'multipicklist':
    case 'email':
    case 'phone':
    case 'url':
      return value as string;
    case 'boolean':
      return value === 1;
    case 'int':
      return value as number;
    case 'long':
      return BigInt(value as number | bigint);
    case 'double':
    case 'currency':
    case 'percent':
      return isScaled(field) ? unscaled(value as number | bigint, field.scale) : ApexDecimal.of(value as number);
    case 'date':
      return new ApexDate(value as number);
    case 'datetime':
      return new ApexDatetime(value as number);
    case 'time':
      return new ApexTime(value as number);
    case 'base64':
      return new ApexBlob(value as Uint8Array);
    case 'address':
    case 'anyType':
    case 'junctionIdList':
      throw new NotSupported(`reading ${field.name} (${field.kind})`);
    default:
      return field.kind satisfies never;
  }
}

/** Any Apex number as decimal; null if the value is none. */
export function asDecimal(value: Value): BigDecimalValue | null {
  if (value instanceof ApexDecimal) return value.value;
  if (value instanceof ApexDouble) return Big(String(value.value));
  if (typeof value === 'number' || typeof value === 'bigint') return Big(String(value));
  return null;
}

/** More digits after the point than the field has are rounded half up, as the platform rounds on saving. */
function scaled(value: BigDecimalValue, scale: number): bigint {
  const unscaledValue = value.setScale(scale, RoundingMode.HALF_UP).unscaledValue();
  if (BigInt.asIntN(64, unscaledValue) !== unscaledValue) throw new Error(`${value.toString()} does not fit a number column`);
  return unscaledValue;
}

const unscaled = (value: number | bigint, scale: number): ApexDecimal => new ApexDecimal(Big(value, scale));
