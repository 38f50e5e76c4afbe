/** Values on their way into the store: text trimmed, empty text null, numbers as Decimal of the field's scale. */
import { normaliseId } from '../runtime/ids.ts';
import { ApexDatetime, ApexDate, ApexTime } from '../runtime/values/dates.ts';
import { ApexDecimal, ApexDouble, Big, RoundingMode } from '../runtime/values/numbers.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { FieldType } from '../schema/model.ts';

/** Datetime fields keep whole seconds. */
export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** A constant default: its text as the field's value. */
export function parseConstant(field: FieldType, text: string): Value {
  switch (field.kind) {
    case 'boolean':
      return text.toLowerCase() === 'true';
    case 'int':
      return Number.parseInt(text, 10) | 0;
    case 'long':
      return BigInt(text);
    case 'double':
    case 'currency':
    case 'percent':
      return ApexDecimal.of(text);
    case 'date':
      return new ApexDate(Math.floor(Date.parse(`${text}T00:00:00Z`) / 86_400_000));
    case 'datetime':
      return new ApexDatetime(Date.parse(text));
    case 'time':
      return new ApexTime(Date.parse(`1970-01-01T${text}`));
    default:
      return text;
  }
}

function decimal(field: FieldType, value: Value): Value {
  if (typeof value === 'number' || typeof value === 'bigint') value = ApexDecimal.of(value);
  if (value instanceof ApexDouble) value = new ApexDecimal(Big(String(value.value)));
  if (!(value instanceof ApexDecimal)) return value;
  return new ApexDecimal(value.value.setScale(field.scale, RoundingMode.HALF_UP));
}

/** What the platform stores for a value set in Apex. */
export function normalised(field: FieldType, value: Value): Value {
  switch (field.kind) {
    case 'double':
    case 'currency':
    case 'percent':
      return decimal(field, value);
    case 'boolean':
      return value ?? false;
    case 'datetime':
      return value instanceof ApexDatetime ? new ApexDatetime(wholeSeconds(value.ms)) : value;
    case 'string':
    case 'email':
    case 'phone':
    case 'url':
    case 'picklist':
    case 'multipicklist':
      return typeof value === 'string' ? value.trim() || null : value;
    case 'reference':
      return typeof value === 'string' ? (normaliseId(value) ?? value) : value;
    case 'textarea':
      return value === '' ? null : value;
    default:
      return value;
  }
}
