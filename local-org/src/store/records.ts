/** Rows in and out, raw: no rules, no rights, no triggers. For dml/, bootstrap and async/, who know what they may do. */
import { fold } from '../runtime/fold.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { columnType, decode, encode } from './columns.ts';
import { jsonArray } from './json.ts';
import type { SqlValue, Store } from './store.ts';
import { columnsOf, quoted } from './tables.ts';

/** By canonical field name. */
export type RecordValues = Readonly<Record<string, Value>> | ReadonlyMap<string, Value>;

interface Layout {
  readonly insert: string;
  readonly select: string;
  readonly selectOne: string;
  readonly selectMany: string;
  readonly names: ReadonlySet<string>;
}

const layouts = new WeakMap<ObjectType, Layout>();

function layoutOf(object: ObjectType): Layout {
  let layout = layouts.get(object);
  if (!layout) {
    const columns = columnsOf(object);
    const names = columns.map((field) => quoted(field.name)).join(', ');
    const select = `SELECT ${names} FROM ${quoted(object.name)}`;
    layout = {
      insert: `INSERT INTO ${quoted(object.name)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      select,
      selectOne: `${select} WHERE "Id" = ?`,
      selectMany: `${select} WHERE "Id" IN (SELECT value FROM json_each(?))`,
      names: new Set(columns.map((field) => field.name)),
    };
    layouts.set(object, layout);
  }
  return layout;
}

const reader = (values: RecordValues): ((name: string) => Value | undefined) =>
  values instanceof Map ? (name) => values.get(name) as Value | undefined : (name) => (values as Readonly<Record<string, Value>>)[name];

const namesIn = (values: RecordValues): Iterable<string> =>
  values instanceof Map ? (values as ReadonlyMap<string, Value>).keys() : Object.keys(values);

/** Writes a row and returns its id: `values.Id`, or else a new one. Fields not named are empty; audit fields too. */
export function insertRecord(store: Store, object: ObjectType, values: RecordValues): string {
  const layout = layoutOf(object);
  for (const name of namesIn(values)) if (!layout.names.has(name)) throw new Error(`${object.name} has no column ${name}`);
  const valueOf = reader(values);
  const id = (valueOf('Id') as string | null | undefined) ?? store.newId(object.keyPrefix);
  store.run(
    layout.insert,
    columnsOf(object).map((field) => (field.kind === 'id' ? id : encode(field, valueOf(field.name) ?? null))),
  );
  return id;
}

/** Sets the fields named; unknown names and fields without a column are refused. False if there is no such row. */
export function updateRecord(store: Store, object: ObjectType, id: string, values: RecordValues): boolean {
  const entries =
    values instanceof Map ? [...(values as ReadonlyMap<string, Value>)] : Object.entries(values as Readonly<Record<string, Value>>);
  const sets: string[] = [];
  const params: SqlValue[] = [];
  for (const [name, value] of entries) {
    if (name === 'Id') continue;
    const field = columnNamed(object, name);
    sets.push(`${quoted(field.name)} = ?`);
    params.push(encode(field, value));
  }
  if (sets.length === 0) return store.all(`SELECT 1 FROM ${quoted(object.name)} WHERE "Id" = ?`, [id]).length === 1;
  return store.run(`UPDATE ${quoted(object.name)} SET ${sets.join(', ')} WHERE "Id" = ?`, [...params, id]) === 1;
}

/** Into the recycle bin where the object has one (`IsDeleted`), else for good. */
export function deleteRecord(store: Store, object: ObjectType, id: string): boolean {
  const table = quoted(object.name);
  return object.field('IsDeleted')
    ? store.run(`UPDATE ${table} SET "IsDeleted" = 1 WHERE "Id" = ? AND "IsDeleted" = 0`, [id]) === 1
    : purgeRecord(store, object, id);
}

/** Out of the recycle bin. */
export function undeleteRecord(store: Store, object: ObjectType, id: string): boolean {
  return store.run(`UPDATE ${quoted(object.name)} SET "IsDeleted" = 0 WHERE "Id" = ? AND "IsDeleted" = 1`, [id]) === 1;
}

/** For good. */
export function purgeRecord(store: Store, object: ObjectType, id: string): boolean {
  return store.run(`DELETE FROM ${quoted(object.name)} WHERE "Id" = ?`, [id]) === 1;
}

/** Complete records (`queried` is null), those in the recycle bin too, in the order of `ids`; unknown ids are left out. */
export function readRecords(store: Store, object: ObjectType, ids: readonly string[]): SObject[] {
  if (ids.length === 0) return [];
  const { selectOne, selectMany } = layoutOf(object);
  const rows = ids.length === 1 ? store.all(selectOne, [ids[0]!]) : store.all(selectMany, [JSON.stringify(ids)]);
  const byId = new Map<string, SObject>();
  for (const row of rows) {
    const record = recordOf(object, row);
    byId.set(record.id!, record);
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export const readRecord = (store: Store, object: ObjectType, id: string): SObject | null => readRecords(store, object, [id])[0] ?? null;

/** All rows outside the recycle bin, in order of insertion: for small tables (profiles, licences, permission sets). */
export function allRecords(store: Store, object: ObjectType): SObject[] {
  const where = object.field('IsDeleted') ? ' WHERE "IsDeleted" = 0' : '';
  return store.all(`${layoutOf(object).select}${where} ORDER BY rid`, []).map((row) => recordOf(object, row));
}

/** Rows outside the recycle bin whose field has one of the values; text compares folded unless the field is case-sensitive. */
export function findRecords(store: Store, object: ObjectType, fieldName: string, values: readonly Value[]): SObject[] {
  const field = columnNamed(object, fieldName);
  const foldable = columnType(field) === 'TEXT' && field.kind !== 'id' && field.kind !== 'reference' && !field.caseSensitive;
  const keys = values.flatMap((value) => {
    const key = encode(field, value);
    if (key === null) return [];
    return foldable ? fold(key as string) : key;
  });
  if (keys.length === 0) return [];
  const column = foldable ? `fold(${quoted(field.name)})` : quoted(field.name);
  const live = object.field('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const { select } = layoutOf(object);
  const rows =
    keys.length === 1
      ? store.all(`${select} WHERE ${column} = ?${live} ORDER BY rid`, [keys[0]!])
      : store.all(`${select} WHERE ${column} IN (SELECT value FROM json_each(?))${live} ORDER BY rid`, [jsonArray(keys)]);
  return rows.map((row) => recordOf(object, row));
}

function columnNamed(object: ObjectType, name: string): FieldType {
  const field = object.field(name);
  if (!field) throw new Error(`${object.name} has no field ${name}`);
  return field;
}

function recordOf(object: ObjectType, row: readonly SqlValue[]): SObject {
  const record = new SObject(object);
  const columns = columnsOf(object);
  for (let i = 0; i < columns.length; i++) {
    const value = row[i]!;
    const field = columns[i]!;
    if (value !== null) record.fields.set(field.name, decode(field, value));
  }
  return record;
}
