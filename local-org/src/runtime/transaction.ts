/** One Transaction per Apex transaction, held in one module variable that only `org/` (and `async/`, through it) sets. */
import { activate } from './cpu.ts';
import { outermost, state } from './frame.ts';
import type { Data, Jobs, Limits, Mail, Mark, TestContext } from './ports.ts';
import type { Program } from './program.ts';
import type { Settings } from './settings.ts';
import type { SObject } from './values/sobject.ts';

export type TransactionKind =
  | 'synchronous'
  | 'test'
  | 'batchStart'
  | 'batchExecute'
  | 'batchFinish'
  | 'queueable'
  | 'future'
  | 'scheduled'
  | 'eventTrigger'
  | 'anonymous';

/** Asynchronous limits apply to these. Scheduled Apex and event triggers run under synchronous ones. */
export const asynchronousKinds: ReadonlySet<TransactionKind> = new Set([
  'batchStart',
  'batchExecute',
  'batchFinish',
  'queueable',
  'future',
]);

/** `Trigger.*` of the trigger that runs. Lists are null where the platform has none (Trigger.old of an insert). */
export interface TriggerContext {
  readonly operation:
    'BEFORE_INSERT' | 'BEFORE_UPDATE' | 'BEFORE_DELETE' | 'AFTER_INSERT' | 'AFTER_UPDATE' | 'AFTER_DELETE' | 'AFTER_UNDELETE';
  readonly object: string;
  readonly newRows: readonly SObject[] | null;
  readonly oldRows: readonly SObject[] | null;
  /** Name of the trigger that runs now; one after the other may be fired for the same rows. */
  trigger?: string;
}

export interface DebugLine {
  readonly level: string;
  readonly text: string;
  readonly line: number;
}

export interface Transaction {
  readonly kind: TransactionKind;
  /** 005… of the running user; `System.runAs` changes it for a while. */
  user: string;
  /** Milliseconds since the epoch; from Settings, never from the system. */
  now(): number;
  /** [0, 1) */
  random(): number;
  readonly limits: Limits;
  /** Static state by canonical class name: fresh in each transaction. */
  readonly statics: Map<string, object>;
  readonly data: Data;
  readonly program: Program;
  readonly settings: Settings;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly test: TestContext | null;
  /** AsyncApexJob id (707…) of the job this transaction belongs to. */
  readonly jobId: string | null;
  readonly requestId: string;
  trigger: TriggerContext | null;
  debug(line: DebugLine): void;
  savepoint(): Mark;
  rollback(mark: Mark): void;
  release(mark: Mark): void;
  /** Done after commit; dropped if the savepoint in which it was noted is rolled back. */
  onCommit(effect: () => void): void;
  /** Done after the transaction, committed or not, in a transaction of its own. */
  onEnd(effect: () => void): void;
}

let running: Transaction | null = null;

export function current(): Transaction {
  if (!running) throw new Error('no Apex transaction is running');
  return running;
}

export function isRunning(): boolean {
  return running !== null;
}

/** Only `org/` calls this. */
export function runIn<T>(transaction: Transaction, work: () => T): T {
  const outer = running;
  const outerLimits = activate(transaction.limits);
  const { frame, depth } = state;
  running = transaction;
  // A transaction inside of another (async work in a test) starts with a stack and CPU time of its own.
  if (outer !== transaction) {
    state.frame = outermost;
    state.depth = 0;
  }
  try {
    return work();
  } finally {
    running = outer;
    activate(outerLimits);
    state.frame = frame;
    state.depth = depth;
  }
}
