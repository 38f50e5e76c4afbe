/** The database as the rest of the org sees it. `sqlite.ts` implements it and is the only module that imports node:sqlite. */
import type { Mark } from '../runtime/ports.ts';

export type SqlValue = null | number | bigint | string | Uint8Array;

export interface Store {
  /** Rows as arrays in column order. Statements are cached by text. */
  all(sql: string, params: readonly SqlValue[]): readonly (readonly SqlValue[])[];
  /** Number of rows changed. */
  run(sql: string, params: readonly SqlValue[]): number;
  /** DDL, several statements allowed; clears the statement cache. */
  exec(sql: string): void;
  begin(): void;
  commit(): void;
  /** Abandons the whole transaction. */
  abort(): void;
  readonly inTransaction: boolean;
  /** How often something was undone so far: what was remembered of rows before may no longer hold. */
  readonly rollbacks: number;
  /** How often something was written so far: what was read before, and is asked for again at the same number, is unchanged. */
  readonly writes: number;
  savepoint(): Mark;
  rollback(mark: Mark): void;
  release(mark: Mark): void;
  /** The next 18-character id of that key prefix; never given out twice, not even after a rollback. */
  newId(keyPrefix: string): string;
  /** The whole database, to open another in-memory store from. */
  image(): Uint8Array;
  /** What the SQL function `formula(key, …)` answers; null: nobody calculates here. */
  calculate: ((key: string, values: readonly SqlValue[]) => SqlValue) | null;
  close(): void;
}

/** `file: null` = in memory. */
export type OpenStore = (options: { file: string | null; image?: Uint8Array; reverseUnordered?: boolean }) => Store;
