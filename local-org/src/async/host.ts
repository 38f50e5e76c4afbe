/** What asynchronous Apex is given to run on. org/ makes one for the org itself and one for each test run. */
import type { EventDelivery, Jobs, TestContext } from '../runtime/ports.ts';
import type { Program } from '../runtime/program.ts';
import type { Settings } from '../runtime/settings.ts';
import type { Transaction, TransactionKind } from '../runtime/transaction.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { Schema } from '../schema/model.ts';
import type { QueryLocator } from '../standard/Database/queryLocator.ts';
import type { Store } from '../store/store.ts';

/** How an Apex transaction is to run. */
export interface How {
  readonly user: string;
  readonly kind: TransactionKind;
  readonly jobId?: string | null;
  readonly requestId?: string;
  readonly context?: JobContext;
  readonly test?: TestContext | null;
}

/** What the Jobs port of one transaction knows: the job it belongs to, and what it did. */
export interface JobContext {
  /** Replay ids of the events it published after commit. */
  readonly published: number[];
  readonly delivery: EventDelivery | null;
  readonly queueableDepth: Jobs['queueableDepth'];
  /** `Database.AllowsCallouts`, `@future(callout=true)`. */
  readonly mayCallOut: boolean;
  /** `System.attachFinalizer`: allowed in a Queueable only. */
  finalizer: Value;
}

export const noJob = (): JobContext => ({ published: [], delivery: null, queueableDepth: null, mayCallOut: true, finalizer: null });

export interface AsyncHost {
  readonly store: Store;
  schema(): Schema;
  program(): Program;
  readonly settings: Settings;
  /** Test run: jobs wait for `Test.stopTest` and their failures are the test's. */
  readonly testing: boolean;
  /** One Apex transaction of its own: commits, or rolls back and throws the Apex exception. */
  transact<T>(how: How, work: (transaction: Transaction) => T): T;
  newRequestId(): string;
  /** Ids of the rows of a batch's query, in its order, and the rows of some of them with the query's fields. */
  readonly pages: {
    ids(locator: QueryLocator): readonly string[];
    rows(locator: QueryLocator, ids: readonly string[]): readonly Value[];
  };
}
