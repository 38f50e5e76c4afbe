/** Fields by canonical name: ObjectType.field takes any case and folds each time, which shows in a chunk of 200 users. */
import type { FieldType, ObjectType } from '../schema/model.ts';

const tables = new WeakMap<ObjectType, ReadonlyMap<string, FieldType>>();

export function fieldNamed(object: ObjectType, canonicalName: string): FieldType | undefined {
  let table = tables.get(object);
  if (!table) tables.set(object, (table = new Map(object.fields.map((field) => [field.name, field]))));
  return table.get(canonicalName);
}
