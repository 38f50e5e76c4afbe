/** A list as one SQL parameter: `IN (SELECT value FROM json_each(?))`. */
import type { SqlValue } from './store.ts';

/** JSON.stringify knows no bigint; SQLite reads integers of 64 bits out of JSON. */
export function jsonArray(values: readonly SqlValue[]): string {
  return `[${values.map((value) => (typeof value === 'bigint' ? value.toString() : JSON.stringify(value))).join(',')}]`;
}
