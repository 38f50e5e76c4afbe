/**
 * The queue in the store: one row per job that has something left to do, beside its AsyncApexJob row. It is written in
 * the transaction that enqueues, so a rollback takes the job back, and it survives a restart.
 */
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import { findRecords, insertRecord, updateRecord } from '../store/records.ts';
import type { SqlValue } from '../store/store.ts';
import type { AsyncHost } from './host.ts';

type RecordValues = Readonly<Record<string, Value>>;

/** Datetime fields keep whole seconds. */
export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

export type JobKind = 'batch' | 'queueable' | 'finalizer' | 'future' | 'scheduled';

export interface QueuedJob {
  /** AsyncApexJob; of a schedule the CronTrigger; of a finalizer its own AsyncApexJob. */
  readonly id: string;
  readonly kind: JobKind;
  /** Batch: `start`, `execute` or `finish`; others: `run`. */
  readonly step: string;
  /** Who comes first: a job that has run goes to the end. */
  readonly turn: number;
  /** Not before (milliseconds). */
  readonly due: number;
  /** In the flex queue, waiting for one of the places of running batch jobs. */
  readonly holding: boolean;
  readonly user: string;
  readonly className: string;
  /** The serialised object as it was enqueued, and as it is now. */
  readonly initial: string;
  readonly state: string;
  /** JSON of what the kind needs besides. */
  readonly detail: string;
  /** Batch: chunks in all, done, and failed. */
  readonly total: number;
  readonly done: number;
  readonly errors: number;
}

const COLUMNS = 'id, kind, step, turn, due, holding, "user", className, initial, state, detail, total, done, errors';

export const queueTables = `
CREATE TABLE IF NOT EXISTS "_job" (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, step TEXT NOT NULL, turn INTEGER NOT NULL,
  due INTEGER NOT NULL, holding INTEGER NOT NULL, "user" TEXT NOT NULL, className TEXT NOT NULL, initial TEXT NOT NULL, state TEXT NOT NULL,
  detail TEXT NOT NULL, total INTEGER NOT NULL, done INTEGER NOT NULL, errors INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS "_chunk" (job TEXT NOT NULL, position INTEGER NOT NULL, scope TEXT NOT NULL, PRIMARY KEY (job, position)) STRICT, WITHOUT ROWID;
`;

const jobOf = (row: readonly SqlValue[]): QueuedJob => ({
  id: String(row[0]),
  kind: String(row[1]) as JobKind,
  step: String(row[2]),
  turn: Number(row[3]),
  due: Number(row[4]),
  holding: row[5] === 1,
  user: String(row[6]),
  className: String(row[7]),
  initial: String(row[8]),
  state: String(row[9]),
  detail: String(row[10]),
  total: Number(row[11]),
  done: Number(row[12]),
  errors: Number(row[13]),
});

export type NewJob = Pick<QueuedJob, 'id' | 'kind' | 'step' | 'due' | 'holding' | 'user' | 'className' | 'initial' | 'detail'>;
export type JobChange = Partial<Pick<QueuedJob, 'step' | 'due' | 'holding' | 'state' | 'detail' | 'total' | 'done' | 'errors' | 'turn'>>;

export interface Queue {
  add(job: NewJob): void;
  find(id: string): QueuedJob | null;
  /** In order of turn; those that wait for their time or hold are left out. */
  ready(now: number): readonly Pick<QueuedJob, 'id' | 'kind' | 'className'>[];
  all(kind: JobKind): readonly QueuedJob[];
  /** Ids in order of enqueuing. */
  queued(): readonly string[];
  change(id: string, change: JobChange): void;
  /** To the end of the queue. */
  back(id: string): void;
  remove(id: string): void;
  addChunk(job: string, position: number, scope: string): void;
  nextChunk(job: string): { readonly position: number; readonly scope: string } | null;
  removeChunk(job: string, position: number): void;
  /** An AsyncApexJob row of the class (`Outer.Inner` counts as `Outer`). */
  record(user: string, className: string, values: RecordValues): string;
  note(id: string, values: RecordValues): void;
  complete(id: string, values: RecordValues): void;
}

export function createQueue(host: AsyncHost): Queue {
  const { store } = host;
  const object = (name: string): NonNullable<ReturnType<ReturnType<AsyncHost['schema']>['object']>> => {
    const found = host.schema().object(name);
    if (!found) throw new Error(`no object ${name}`);
    return found;
  };
  const nextTurn = (): number => Number(store.all('SELECT coalesce(max(turn), 0) + 1 FROM "_job"', [])[0]?.[0]);
  const now = (): ApexDatetime => new ApexDatetime(wholeSeconds(host.settings.clock()));
  const note = (id: string, values: RecordValues): void => {
    updateRecord(store, object('AsyncApexJob'), id, values);
  };
  return {
    add: (job) => {
      store.run(`INSERT INTO "_job" (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)`, [
        job.id,
        job.kind,
        job.step,
        nextTurn(),
        job.due,
        job.holding ? 1 : 0,
        job.user,
        job.className,
        job.initial,
        job.initial,
        job.detail,
      ]);
    },
    find: (id) => {
      const row = store.all(`SELECT ${COLUMNS} FROM "_job" WHERE id = ?`, [id])[0];
      return row ? jobOf(row) : null;
    },
    ready: (at) =>
      store
        .all('SELECT id, kind, className FROM "_job" WHERE due <= ? AND holding = 0 ORDER BY turn', [at])
        .map((row) => ({ id: String(row[0]), kind: String(row[1]) as JobKind, className: String(row[2]) })),
    all: (kind) => store.all(`SELECT ${COLUMNS} FROM "_job" WHERE kind = ? ORDER BY seq`, [kind]).map(jobOf),
    queued: () => store.all('SELECT id FROM "_job" ORDER BY seq', []).map((row) => String(row[0])),
    change: (id, change) => {
      const entries = Object.entries(change).map(([name, value]): [string, SqlValue] => [
        name,
        typeof value === 'boolean' ? (value ? 1 : 0) : value,
      ]);
      store.run(`UPDATE "_job" SET ${entries.map(([name]) => `${name} = ?`).join(', ')} WHERE id = ?`, [
        ...entries.map(([, value]) => value),
        id,
      ]);
    },
    back: (id) => {
      store.run('UPDATE "_job" SET turn = ? WHERE id = ?', [nextTurn(), id]);
    },
    remove: (id) => {
      store.run('DELETE FROM "_chunk" WHERE job = ?', [id]);
      store.run('DELETE FROM "_job" WHERE id = ?', [id]);
    },
    addChunk: (job, position, scope) => {
      store.run('INSERT INTO "_chunk" VALUES (?, ?, ?)', [job, position, scope]);
    },
    nextChunk: (job) => {
      const row = store.all('SELECT position, scope FROM "_chunk" WHERE job = ? ORDER BY position LIMIT 1', [job])[0];
      return row ? { position: Number(row[0]), scope: String(row[1]) } : null;
    },
    removeChunk: (job, position) => {
      store.run('DELETE FROM "_chunk" WHERE job = ? AND position = ?', [job, position]);
    },
    record: (user, className, values) => {
      const [outer = className] = className.split('.');
      const apexClass = findRecords(store, object('ApexClass'), 'Name', [outer])[0]?.id ?? null;
      const base: Record<string, Value> = { JobItemsProcessed: 0, TotalJobItems: 0, NumberOfErrors: 0 };
      return insertRecord(store, object('AsyncApexJob'), {
        ...base,
        Status: 'Queued',
        ApexClassId: apexClass,
        CreatedById: user,
        CreatedDate: now(),
        ...values,
      });
    },
    note,
    complete: (id, values) => note(id, { CompletedDate: now(), ...values }),
  };
}
