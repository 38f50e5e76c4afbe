/** Rows as plain data, in and out: how scripts, tests and later the HTTP faces speak of records. */
import { ApexBlob } from '../runtime/values/blob.ts';
import { dateText } from '../runtime/toText.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import { NotSupported } from '../runtime/exceptions.ts';
import { normaliseId } from '../runtime/ids.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../runtime/values/numbers.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';

export type Plain = string | number | boolean | null;
export type PlainRow = Readonly<Record<string, Plain>>;

export function plain(value: Value): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDecimal) return Number(value.value.toString());
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return dateText(value);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof ApexTime) return new Date(value.ms).toISOString().slice(11);
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  throw new NotSupported('a field that is no scalar, as plain data');
}

/** `Account.Owner.Name` for parents; aggregates by their alias. Children are left out. */
export function plainRow(row: SObject): PlainRow {
  const flat: Record<string, Plain> = {};
  const add = (record: SObject, prefix: string): void => {
    for (const name of record.queried ?? record.fields.keys()) flat[prefix + name] = plain(record.fields.get(name) ?? null);
    for (const [name, value] of record.aggregates ?? []) flat[prefix + name] = plain(value);
    for (const [name, parent] of record.parents ?? []) {
      if (parent) add(parent, `${prefix}${name}.`);
      else flat[prefix + name] = null;
    }
  };
  add(row, '');
  return flat;
}

function fieldValue(field: FieldType, value: Plain): Value {
  if (value === null) return null;
  switch (field.kind) {
    case 'boolean':
      return value === true || value === 'true';
    case 'int':
      return Number(value) | 0;
    case 'long':
      return BigInt(value);
    case 'double':
    case 'currency':
    case 'percent':
      return ApexDecimal.of(typeof value === 'boolean' ? Number(value) : value);
    case 'date':
      return new ApexDate(Math.floor(Date.parse(`${String(value).slice(0, 10)}T00:00:00Z`) / 86_400_000));
    case 'datetime':
      return new ApexDatetime(Date.parse(String(value)));
    case 'time':
      return new ApexTime(Date.parse(`1970-01-01T${String(value)}`));
    case 'base64':
      return new ApexBlob(Buffer.from(String(value), 'base64'));
    case 'id':
    case 'reference':
      return normaliseId(String(value)) ?? String(value);
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'multipicklist':
    case 'email':
    case 'phone':
    case 'url':
      return String(value);
    case 'address':
    case 'anyType':
    case 'junctionIdList':
      throw new NotSupported(`setting ${field.name} (${field.kind})`);
    default:
      return field.kind satisfies never;
  }
}

export function recordFrom(object: ObjectType, row: PlainRow): SObject {
  const record = new SObject(object);
  for (const [name, value] of Object.entries(row)) {
    const field = object.field(name);
    if (!field) throw new Error(`No such column '${name}' on sobject of type ${object.name}`);
    record.fields.set(field.name, fieldValue(field, value));
  }
  return record;
}
