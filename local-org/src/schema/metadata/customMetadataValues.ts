/** Whether the values of a custom metadata record are such as its fields hold. The texts are those of a save: no public source has the deploy's. */
import type { CustomMetadataRecord, FieldKind, FieldType, ObjectType } from '../model.ts';

const forms: Readonly<Partial<Record<FieldKind, RegExp>>> = {
  boolean: /^(?:true|false)$/i,
  double: /^[+-]?\d*\.?\d+(?:E[+-]?\d+)?$/i,
  percent: /^[+-]?\d*\.?\d+(?:E[+-]?\d+)?$/i,
  currency: /^[+-]?\d*\.?\d+(?:E[+-]?\d+)?$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
};

const texts: ReadonlySet<FieldKind> = new Set(['string', 'textarea', 'email', 'phone', 'url']);

function problemOf(field: FieldType, text: string): string | null {
  const form = forms[field.kind];
  if (form && !form.test(text.trim())) return `${field.label}: value not of required type: ${text}`;
  if (field.restrictedPicklist && text !== '' && !field.picklist.some((entry) => entry.active && entry.value === text))
    return `${field.label}: bad value for restricted picklist field: ${text}`;
  if (texts.has(field.kind) && field.length > 0 && text.length > field.length)
    return `${field.label}: data value too large: ${text} (max length=${field.length})`;
  return null;
}

export function badValues(type: ObjectType, { values }: CustomMetadataRecord): readonly string[] {
  const given = new Map([...values].map(([name, text]) => [name.toLowerCase(), text]));
  const missing = type.fields.filter((field) => {
    if (!field.custom || field.nillable || field.kind === 'boolean') return false;
    const text = given.get(field.name.toLowerCase());
    return text === null || text === '' || (text === undefined && !field.defaultedOnCreate);
  });
  const bad = [...values].map(([name, text]) => {
    const field = type.field(name);
    return field && text !== null && !missing.includes(field) ? problemOf(field, text) : null;
  });
  return [
    ...bad.filter((message) => message !== null),
    ...(missing.length === 0 ? [] : [`Required fields are missing: [${missing.map(({ name }) => name).join(', ')}]`]),
  ];
}
