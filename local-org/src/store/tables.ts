/** One STRICT table per object: `rid`, `Id` and a column per field. What each column was made for is kept in `_columns`, so that a deploy knows what changed. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { columnType, hasColumn, isScaled } from './columns.ts';
import { createRecycleBin } from './recycleBin.ts';
import type { SqlValue, Store } from './store.ts';

/** Names come from metadata and are letters, digits and underscores; quoted because some are SQL words (`Group`). */
export const quoted = (name: string): string => `"${name}"`;

/** Platform events are delivered, never stored; pseudo objects (AggregateResult, Name) have no rows. */
export const hasTable = (object: ObjectType): boolean => object.kind !== 'event' && object.queryable;

const storedColumns = new WeakMap<ObjectType, readonly FieldType[]>();

/** Fields with a column, in order of declaration. */
export function columnsOf(object: ObjectType): readonly FieldType[] {
  let columns = storedColumns.get(object);
  if (!columns) storedColumns.set(object, (columns = object.fields.filter(hasColumn)));
  return columns;
}

const LEDGER =
  'CREATE TABLE IF NOT EXISTS "_columns" (object TEXT NOT NULL, field TEXT NOT NULL, type TEXT NOT NULL, scale INTEGER NOT NULL, PRIMARY KEY (object, field)) STRICT, WITHOUT ROWID';

/** Makes missing tables, adds missing columns, rescales numbers; for a new org and after every deploy. DDL rolls back with the transaction it runs in. */
export function createTables(store: Store, objects: readonly ObjectType[]): void {
  store.exec(LEDGER);
  createRecycleBin(store);
  const known = new Map<string, Map<string, readonly SqlValue[]>>();
  for (const row of store.all('SELECT object, field, type, scale FROM "_columns"', [])) {
    let fields = known.get(String(row[0]));
    if (!fields) known.set(String(row[0]), (fields = new Map()));
    fields.set(String(row[1]), row);
  }
  const ddl: string[] = [];
  for (const object of objects) {
    if (!hasTable(object)) continue;
    const columns = known.get(object.name);
    if (columns) alterTable(store, object, columns, ddl);
    else createTable(store, object, ddl);
  }
  if (ddl.length === 0) return;
  store.exec(ddl.join(';\n'));
  estimate(store);
}

function createTable(store: Store, object: ObjectType, ddl: string[]): void {
  const columns = columnsOf(object);
  ddl.push(`CREATE TABLE ${quoted(object.name)} (rid INTEGER PRIMARY KEY, ${columns.map(columnDefinition).join(', ')}) STRICT`);
  for (const field of columns) {
    index(object, field, ddl);
    note(store, object, field);
  }
}

function alterTable(store: Store, object: ObjectType, known: ReadonlyMap<string, readonly SqlValue[]>, ddl: string[]): void {
  for (const field of columnsOf(object)) {
    const row = known.get(field.name);
    if (!row) {
      ddl.push(`ALTER TABLE ${quoted(object.name)} ADD COLUMN ${columnDefinition(field)}`);
      note(store, object, field);
    } else if (row[2] !== columnType(field)) {
      throw new NotSupported(`changing the type of ${object.name}.${field.name} to ${field.kind}`);
    } else if (isScaled(field) && row[3] !== field.scale) {
      rescale(store, object, field, Number(row[3]));
      note(store, object, field);
    }
    index(object, field, ddl);
  }
}

function columnDefinition(field: FieldType): string {
  const name = quoted(field.name);
  if (field.kind === 'id') return `${name} TEXT NOT NULL UNIQUE`;
  if (field.kind === 'boolean') return `${name} INTEGER NOT NULL DEFAULT 0`;
  return `${name} ${columnType(field)}`;
}

/** Uniqueness is DML's to check (deleted rows do not count, and the message names the other record): these indexes only find. */
function index(object: ObjectType, field: FieldType, ddl: string[]): void {
  const on =
    field.kind === 'reference' || field.caseSensitive
      ? quoted(field.name)
      : isIndexedText(object, field)
        ? `fold(${quoted(field.name)})`
        : null;
  if (on !== null) ddl.push(`CREATE INDEX IF NOT EXISTS ${quoted(`${object.name}.${field.name}`)} ON ${quoted(object.name)} (${on})`);
}

const isIndexedText = (object: ObjectType, field: FieldType): boolean =>
  columnType(field) === 'TEXT' &&
  (field.unique ||
    field.externalId ||
    field.nameField ||
    field.kind === 'email' ||
    (object.name === 'User' && namesOfUsers.has(field.name)));

/** By which every new user, and every delivery of events, asks for users. */
const namesOfUsers: ReadonlySet<string> = new Set(['Username', 'CommunityNickname', 'Alias']);

/**
 * What the query planner believes of the indexes: written down, never measured, so that a query has the same plan on
 * every machine and at every size. A look-up field finds many rows (the items of a run), a name finds one or two.
 */
function estimate(store: Store): void {
  store.exec('ANALYZE sqlite_schema');
  store.run('DELETE FROM sqlite_stat1', []);
  store.run(
    `INSERT INTO sqlite_stat1 SELECT tbl_name, name, CASE WHEN sql IS NULL THEN '1000000 1' WHEN sql LIKE '%(fold(%' THEN '1000000 2' ELSE '1000000 1000' END
       FROM sqlite_schema WHERE type = 'index'`,
    [],
  );
  store.exec('ANALYZE sqlite_schema');
}

function note(store: Store, object: ObjectType, field: FieldType): void {
  store.run('INSERT INTO "_columns" VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET type = excluded.type, scale = excluded.scale', [
    object.name,
    field.name,
    columnType(field),
    isScaled(field) ? field.scale : 0,
  ]);
}

function rescale(store: Store, object: ObjectType, field: FieldType, before: number): void {
  const column = quoted(field.name);
  const factor = 10n ** BigInt(Math.abs(field.scale - before));
  /* Fewer digits: half away from zero, as saving rounds. Integer division in SQLite truncates. */
  const value = field.scale > before ? `${column} * ${factor}` : `(${column} + sign(${column}) * ${factor / 2n}) / ${factor}`;
  store.run(`UPDATE ${quoted(object.name)} SET ${column} = ${value} WHERE ${column} IS NOT NULL`, []);
}
