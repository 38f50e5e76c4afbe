/** Look-ups in the store by plain SQL, uncounted and without access checks: what rules need to know. */
import type { SqlValue, Store } from '../store/store.ts';

export type StoredRow = readonly SqlValue[];

const quoted = (name: string): string => `"${name}"`;

/** The columns of all rows whose `key` is one of the values. */
export function rowsWhere(
  store: Store,
  object: string,
  columns: readonly string[],
  key: string,
  values: Iterable<string>,
): readonly StoredRow[] {
  const list = [...values];
  if (list.length === 0) return [];
  return store.all(
    `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(object)} WHERE ${quoted(key)} IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(list)],
  );
}

/** The same over `fold(key)`, which is indexed where uniqueness is asked; `values` are folded already. */
export function rowsWhereFolded(
  store: Store,
  object: string,
  columns: readonly string[],
  key: string,
  values: Iterable<string>,
): readonly StoredRow[] {
  const list = [...values];
  if (list.length === 0) return [];
  return store.all(
    `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(object)} WHERE fold(${quoted(key)}) IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(list)],
  );
}

/** By the first column, which is asked for as `key`. */
export function byKey(
  store: Store,
  object: string,
  key: string,
  columns: readonly string[],
  values: Iterable<string>,
): ReadonlyMap<string, StoredRow> {
  return new Map(rowsWhere(store, object, [key, ...columns], key, values).map(([first, ...rest]) => [String(first), rest]));
}
