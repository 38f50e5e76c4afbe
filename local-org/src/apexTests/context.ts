/** `Test.startTest`, `stopTest` and the test event bus of one running test method. */
import type { Async } from '../async/jobs.ts';
import { apexError } from '../runtime/exceptions.ts';
import type { Limits, TestContext } from '../runtime/ports.ts';
import type { Settings } from '../runtime/settings.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import type { Schema } from '../schema/model.ts';
import { updateRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';

export interface TestTransaction extends Transaction {
  /** Fresh limits unless some are given; answers those before. */
  replaceLimits(limits?: Limits): Limits;
}

export interface ContextWorld {
  readonly store: Store;
  readonly async: Async;
  schema(): Schema;
  readonly settings: Settings;
  readonly seesAllData: boolean;
}

export interface MethodContext extends TestContext {
  /** The transaction of the method itself, from when it runs. */
  transaction: TestTransaction | null;
}

/** Batches that the jobs started, and those that these start. */
function runChained(async: Async, known: Set<string>): void {
  for (;;) {
    const next = async.queued('batch').find((id) => !known.has(id));
    if (next === undefined) return;
    known.add(next);
    async.runJob(next);
  }
}

/** A finalizer follows its Queueable however that ended. */
function runWithFinalizers(async: Async, id: string): void {
  try {
    async.runJob(id);
  } finally {
    for (const finalizer of async.queued('finalizer')) async.runJob(finalizer);
  }
}

export function createTestContext({ store, async, schema, settings, seesAllData }: ContextWorld): MethodContext {
  let state: 'before' | 'started' | 'stopped' = 'before';
  let limitsBefore: Limits | null = null;
  /** Jobs that were there before `startTest`: they do not run at `stopTest`. */
  let earlier: ReadonlySet<string> = new Set();
  const running = (context: MethodContext): TestTransaction => {
    if (!context.transaction) throw new Error('no test method is running');
    return context.transaction;
  };
  const deliver = (context: MethodContext): void => {
    async.events.publishHeld(running(context));
    async.events.deliverUpTo(async.events.lastReplay());
    async.events.tell(true);
  };
  const context: MethodContext = {
    seesAllData,
    transaction: null,
    mocks: new Map(),
    statics: new Map(),
    startTest: () => {
      if (state !== 'before') throw apexError('FinalException', 'Testing already started');
      state = 'started';
      earlier = new Set(async.queued());
      limitsBefore = running(context).replaceLimits();
    },
    /** Events the test published are delivered, then the jobs it queued run. What those publish or queue waits: for `deliver()`, or for ever. */
    stopTest: () => {
      if (state !== 'started') throw apexError('FinalException', 'Testing not started');
      state = 'stopped';
      const jobs = async.queued().filter((id) => !earlier.has(id));
      try {
        deliver(context);
        for (const id of jobs) runWithFinalizers(async, id);
        if (settings.position('chainedBatchInTest') === 'runs') runChained(async, new Set([...earlier, ...jobs]));
      } finally {
        if (limitsBefore) running(context).replaceLimits(limitsBefore);
      }
    },
    deliverEvents: () => deliver(context),
    failEvents: () => {
      async.events.publishHeld(running(context));
      async.events.dropAll();
      async.events.tell(false);
    },
    setCreatedDate: (id, at) => {
      const object = schema().objectOfId(id);
      if (!object || !updateRecord(store, object, id, { CreatedDate: new ApexDatetime(at) }))
        throw apexError('QueryException', `no record ${id}`);
    },
  };
  return context;
}
