/** SQLite through node:sqlite: the only module that imports it. One connection, one transaction at a time, savepoints inside it. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Mark } from '../runtime/ports.ts';
import { sqlFunctions } from './functions.ts';
import { formatId } from './ids.ts';
import type { OpenStore, SqlValue, Store } from './store.ts';

/** Dynamic SOQL may make many texts; past this the statement cache starts again. */
const MOST_STATEMENTS = 4_000;

interface Cached {
  readonly statement: StatementSync;
  /** It has returned an integer beyond 2^53 once: node:sqlite refuses those unless told to read all as bigint. */
  big: boolean;
}

export const openStore: OpenStore = ({ file, image, reverseUnordered }) => new SqliteStore(file, image ?? null, reverseUnordered ?? false);

class SqliteStore implements Store {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, Cached>();
  readonly #marks: Mark[] = [];
  #lastMark = 0;
  #counter = 0;
  #counterStored = 0;
  #inTransaction = false;
  #rollbacks = 0;
  #writes = 0;
  calculate: Store['calculate'] = null;

  constructor(file: string | null, image: Uint8Array | null, reverseUnordered: boolean) {
    if (file !== null && image !== null) throw new Error('an image opens in memory only');
    this.#db = new DatabaseSync(file ?? ':memory:');
    for (const [name, run] of Object.entries(sqlFunctions)) this.#db.function(name, { deterministic: true, varargs: true }, run);
    this.#db.function('formula', { varargs: true, useBigIntArguments: true }, (key, ...values) => {
      if (!this.calculate) throw new Error(`nobody calculates ${String(key)}`);
      return this.calculate(String(key), values);
    });
    if (image) this.#db.deserialize(image);
    if (file !== null) this.#ownFile(file);
    this.#db.exec('PRAGMA cache_size = -64000');
    if (reverseUnordered) this.#db.exec('PRAGMA reverse_unordered_selects = ON');
    this.#db.exec('CREATE TABLE IF NOT EXISTS "_ids" (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), counter INTEGER NOT NULL) STRICT');
    this.#db.exec('INSERT OR IGNORE INTO "_ids" VALUES (1, 0)');
    this.#counter = this.#counterStored = Number(this.all('SELECT counter FROM "_ids"', [])[0]?.[0]);
  }

  /** One opener only: kill -9 loses nothing that was committed, a power cut may lose the last moments (`synchronous = NORMAL`). */
  #ownFile(file: string): void {
    try {
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT');
    } catch (error) {
      this.#db.close();
      if (error instanceof Error && error.message === 'database is locked')
        throw new Error(`database is locked: another process has ${file} open`, { cause: error });
      throw error;
    }
  }

  #prepare(sql: string): Cached {
    let cached = this.#statements.get(sql);
    if (!cached) {
      if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
      const statement = this.#db.prepare(sql);
      statement.setReturnArrays(true);
      this.#statements.set(sql, (cached = { statement, big: false }));
    }
    return cached;
  }

  /** Integers come as number within 2^53 and as bigint beyond. */
  all(sql: string, params: readonly SqlValue[]): readonly (readonly SqlValue[])[] {
    const cached = this.#prepare(sql);
    if (!cached.big) {
      try {
        return cached.statement.all(...params) as unknown as SqlValue[][];
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ERR_OUT_OF_RANGE') throw error;
        cached.big = true;
        cached.statement.setReadBigInts(true);
      }
    }
    const rows = cached.statement.all(...params) as unknown as SqlValue[][];
    for (const row of rows) row.forEach((value, i) => (row[i] = narrow(value)));
    return rows;
  }

  run(sql: string, params: readonly SqlValue[]): number {
    this.#writes += 1;
    return Number(this.#prepare(sql).statement.run(...params).changes);
  }

  exec(sql: string): void {
    this.#writes += 1;
    this.#statements.clear();
    this.#db.exec(sql);
  }

  get inTransaction(): boolean {
    return this.#inTransaction;
  }

  get rollbacks(): number {
    return this.#rollbacks;
  }

  get writes(): number {
    return this.#writes;
  }

  begin(): void {
    this.run('BEGIN IMMEDIATE', []);
    this.#inTransaction = true;
  }

  commit(): void {
    this.#storeCounter();
    this.run('COMMIT', []);
    this.#inTransaction = false;
    this.#marks.length = 0;
  }

  abort(): void {
    this.run('ROLLBACK', []);
    this.#inTransaction = false;
    this.#marks.length = 0;
    /* The rollback may have undone a write of the counter. */
    this.#counterStored = -1;
    this.#rollbacks += 1;
  }

  savepoint(): Mark {
    if (!this.#inTransaction) throw new Error('a savepoint needs a transaction');
    const mark: Mark = { depth: this.#marks.length, name: `mark${++this.#lastMark}` };
    this.run(`SAVEPOINT "mark at ${mark.depth}"`, []);
    this.#marks.push(mark);
    return mark;
  }

  /** Back to the mark, which stays and can be returned to again; later ones are gone. */
  rollback(mark: Mark): void {
    this.#check(mark);
    this.run(`ROLLBACK TO "mark at ${mark.depth}"`, []);
    this.#marks.length = mark.depth + 1;
    this.#counterStored = -1;
    this.#rollbacks += 1;
  }

  /** Forgets the mark and later ones; what was written stays. */
  release(mark: Mark): void {
    this.#check(mark);
    this.run(`RELEASE "mark at ${mark.depth}"`, []);
    this.#marks.length = mark.depth;
  }

  #check(mark: Mark): void {
    if (this.#marks[mark.depth] !== mark) throw new Error(`${mark.name} was released or rolled back past`);
  }

  newId(keyPrefix: string): string {
    if (keyPrefix.length !== 3) throw new Error(`'${keyPrefix}' is no key prefix`);
    return formatId(keyPrefix, ++this.#counter);
  }

  #storeCounter(): void {
    if (this.#counter === this.#counterStored) return;
    this.run('UPDATE "_ids" SET counter = ?', [this.#counter]);
    this.#counterStored = this.#counter;
  }

  image(): Uint8Array {
    this.#storeCounter();
    const bytes = this.#db.serialize();
    /* Bytes 18 and 19 of the header say 2 for a file in WAL mode, which a database in memory cannot be. */
    bytes[18] = bytes[19] = 1;
    return bytes;
  }

  close(): void {
    if (!this.#inTransaction) this.#storeCounter();
    this.#statements.clear();
    this.#db.close();
  }
}

const narrow = (value: SqlValue): SqlValue =>
  typeof value === 'bigint' && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
