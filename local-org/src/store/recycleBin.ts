/** What went along when a record was deleted: an undelete brings those children back, and those lookups that are still empty. */
import type { Store } from './store.ts';

/** `field` null: the record was deleted along; else its lookup to `target` was emptied. */
export interface Went {
  readonly object: string;
  readonly id: string;
  readonly field: string | null;
  readonly target: string | null;
}

export function createRecycleBin(store: Store): void {
  store.exec(
    'CREATE TABLE IF NOT EXISTS "_bin" (root TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, field TEXT, target TEXT) STRICT',
  );
  store.exec('CREATE INDEX IF NOT EXISTS "_bin.root" ON "_bin" (root)');
}

export function noteWent(store: Store, root: string, { object, id, field, target }: Went): void {
  store.run('INSERT INTO "_bin" VALUES (?, ?, ?, ?, ?)', [root, object, id, field, target]);
}

export function wentWith(store: Store, root: string): readonly Went[] {
  return store
    .all('SELECT object, id, field, target FROM "_bin" WHERE root = ? ORDER BY rowid', [root])
    .map(([object, id, field, target]) => ({
      object: String(object),
      id: String(id),
      field: field === null ? null : String(field),
      target: target === null ? null : String(target),
    }));
}

export function forgetWent(store: Store, root: string): void {
  store.run('DELETE FROM "_bin" WHERE root = ?', [root]);
}

/** Whether the record went along with another one and is still in the bin with it. */
export const wentAlong = (store: Store, id: string): boolean =>
  store.all('SELECT 1 FROM "_bin" WHERE id = ? AND field IS NULL LIMIT 1', [id]).length > 0;
