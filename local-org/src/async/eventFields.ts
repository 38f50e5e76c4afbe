/** What publishing checks of an event's fields, and the defaults it fills in. */
import { apexError } from '../runtime/exceptions.ts';
import type { RowError } from '../runtime/ports.ts';
import { ApexDecimal } from '../runtime/values/numbers.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { FieldType } from '../schema/model.ts';

/** Fields that the bus itself fills. */
const ofTheBus: ReadonlySet<string> = new Set(['Id', 'ReplayId', 'EventUuid', 'CreatedDate', 'CreatedById']);

export function checkEvent(event: SObject): readonly RowError[] {
  const errors: RowError[] = [];
  const fields = event.schema.fields.filter((field) => !ofTheBus.has(field.name));
  const missing = fields.filter(
    (field) => !field.nillable && field.defaultValue === null && (event.fields.get(field.name) ?? null) === null,
  );
  if (missing.length > 0) {
    const names = missing.map((field) => field.name);
    errors.push({ code: 'REQUIRED_FIELD_MISSING', message: `Required fields are missing: [${names.join(', ')}]`, fields: names });
  }
  for (const field of fields) {
    const value = event.fields.get(field.name);
    if (typeof value !== 'string' || field.length === 0 || value.length <= field.length) continue;
    const shown = `${field.label}: data value too large: ${value} (max length=${field.length})`;
    errors.push({ code: 'STRING_TOO_LONG', message: shown, fields: [field.name] });
  }
  return errors;
}

function defaultOf(field: FieldType): Value {
  const text = field.defaultValue;
  if (text === null) return field.kind === 'boolean' ? false : null;
  switch (field.kind) {
    case 'boolean':
      return text === 'true';
    case 'int':
      return Number(text);
    case 'double':
    case 'currency':
    case 'percent':
      return ApexDecimal.of(text);
    case 'string':
    case 'textarea':
    case 'picklist':
      return text;
    default:
      throw apexError('UnexpectedException', `no default for ${field.name} of kind ${field.kind}`);
  }
}

export function fillDefaults(event: SObject): void {
  for (const field of event.schema.fields)
    if (!ofTheBus.has(field.name) && (event.fields.get(field.name) ?? null) === null) {
      const value = defaultOf(field);
      if (value !== null) event.fields.set(field.name, value);
    }
}
