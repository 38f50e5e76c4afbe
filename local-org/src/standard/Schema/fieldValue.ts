/** Field values that metadata states as text: defaults, custom metadata. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { normaliseId } from '../../runtime/ids.ts';
import { ApexDate, ApexDatetime } from '../../runtime/values/dates.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { ApexDecimal } from '../../runtime/values/numbers.ts';
import { fieldApexType } from '../../schema/apexTypes.ts';
import type { FieldType, ObjectType } from '../../schema/model.ts';

export function valueOfText(field: FieldType, text: string): Value {
  const type = fieldApexType(field);
  switch (type) {
    case 'String':
      return text;
    case 'Boolean':
      return text.trim().toLowerCase() === 'true';
    case 'Integer':
      return Number(text);
    case 'Long':
      return BigInt(text);
    case 'Decimal':
      return decimal(field, text.trim());
    case 'Date':
      return new ApexDate(Date.parse(`${text.trim()}T00:00:00Z`) / 86_400_000);
    case 'Datetime':
      return new ApexDatetime(Date.parse(text.trim()));
    case 'Id':
      return normaliseId(text);
    default:
      throw new NotSupported(`a ${type} value in metadata: ${field.name}`);
  }
}

/** In the field's scale: `0` of a field with two decimals is 0.00, `5.0` of one with none is 5. */
function decimal(field: FieldType, text: string): ApexDecimal {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = fraction.slice(0, field.scale).padEnd(field.scale, '0');
  if (/[1-9]/.test(fraction.slice(field.scale))) throw new NotSupported(`${text} has more decimals than ${field.name}`);
  return ApexDecimal.of(field.scale > 0 ? `${whole}.${digits}` : whole);
}

/** Constant defaults of fields that can be set. */
export function defaultsOf(object: ObjectType): ReadonlyMap<string, Value> {
  const defaults = new Map<string, Value>();
  for (const field of object.fields) {
    if (field.defaultFormula !== undefined) throw new NotSupported(`default value formula of ${object.name}.${field.name} in memory`);
    if (field.defaultValue !== null && field.createable) defaults.set(field.name, valueOfText(field, field.defaultValue));
  }
  return defaults;
}
