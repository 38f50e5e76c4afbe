/** Queueable Apex with its finalizers, and future methods: one transaction each. */
import { ApexException, apexError, SimulatedCrash } from '../runtime/exceptions.ts';
import { dmlContext, type DmlContext } from '../runtime/dmlContext.ts';
import { current } from '../runtime/transaction.ts';
import { ApexList } from '../runtime/values/collections.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { FinalizerContext, QueueableContext } from '../standard/System/platform/contexts.ts';
import { atomically } from '../store/atomic.ts';
import { allRecords } from '../store/records.ts';
import { calls, classOf, clip } from './calls.ts';
import { noJob, type AsyncHost, type JobContext } from './host.ts';
import type { Queue, QueuedJob } from './queue.ts';
import { deserialize, serialize, type SerializeWorld } from './serialize.ts';

/** Apex Developer Guide: "For Developer Edition and Trial organizations, the maximum stack depth for chained jobs is 5". */
const DEVELOPER_EDITION_DEPTH = 5;
/** "A Queueable job that failed due to an unhandled exception can be successively re-enqueued five times by a transaction finalizer." */
const REQUEUES = 5;

interface Detail {
  readonly depth: number;
  readonly maxDepth: number | null;
  readonly signature: string | null;
  /** How often in a row a finalizer enqueued it again after a failure. */
  readonly requeues: number;
}
interface FinalizerDetail extends Detail {
  readonly jobId: string;
  readonly requestId: string;
  readonly error: string | null;
  /** What its job wrote, for the mixed-DML rule; null where the job was rolled back. */
  readonly wrote: DmlContext | null;
}

export interface Queueables {
  enqueue(queueable: Value, context: JobContext, delayMinutes: number, maxDepth: number | null, signature: string | null): string;
  attachFinalizer(finalizer: Value, context: JobContext): void;
  run(job: QueuedJob): void;
  finalize(job: QueuedJob): void;
  enqueueFuture(className: string, js: string, args: readonly Value[]): string;
  runFuture(job: QueuedJob): void;
}

export function createQueueables(host: AsyncHost, queue: Queue): Queueables {
  const { store } = host;
  const world = (): SerializeWorld => ({ program: host.program(), schema: host.schema() });
  /** Detail of the Queueable or finalizer whose transaction that is. */
  const running = new WeakMap<
    JobContext,
    { readonly detail: Detail; readonly kind: 'queueable' | 'finalizer'; readonly failed: boolean }
  >();

  function developerEdition(): boolean {
    const organizations = host.schema().object('Organization');
    return organizations !== undefined && allRecords(store, organizations)[0]?.fields.get('OrganizationType') === 'Developer Edition';
  }

  function enqueue(queueable: Value, context: JobContext, delayMinutes: number, maxDepth: number | null, signature: string | null): string {
    const transaction = current();
    const className = classOf(queueable);
    if (!host.program().has(queueable, calls.queueable))
      throw apexError('TypeException', `Class ${className} must implement the Queueable interface`);
    transaction.limits.use('queueableJobs', 1);
    const parent = running.get(context);
    const depth = parent?.kind === 'queueable' ? parent.detail.depth + 1 : (parent?.detail.depth ?? 1);
    const most = maxDepth ?? parent?.detail.maxDepth ?? (developerEdition() ? DEVELOPER_EDITION_DEPTH : null);
    // "You can't chain queueable jobs in an Apex test."
    if ((most !== null && depth > most) || (host.testing && depth > 1))
      throw apexError('AsyncException', 'Maximum stack depth has been reached.');
    const requeues = parent?.kind === 'finalizer' && parent.failed ? parent.detail.requeues + 1 : 0;
    if (requeues > REQUEUES) throw apexError('AsyncException', 'Maximum number of successive re-enqueues by a finalizer has been reached.');
    if (signature !== null && queue.all('queueable').some((job) => (JSON.parse(job.detail) as Detail).signature === signature))
      throw apexError('DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
    const id = queue.record(transaction.user, className, { JobType: 'Queueable', MethodName: 'execute' });
    const detail: Detail = { depth, maxDepth: most, signature, requeues };
    const due = delayMinutes === 0 ? 0 : host.settings.clock() + delayMinutes * 60_000;
    queue.add({
      id,
      kind: 'queueable',
      step: 'run',
      due,
      holding: false,
      user: transaction.user,
      className,
      initial: serialize(queueable, world()),
      detail: JSON.stringify(detail),
    });
    return id;
  }

  /** Runs it, notes how it ended, and lets its finalizer follow. */
  function run(job: QueuedJob): void {
    const detail = JSON.parse(job.detail) as Detail;
    const requestId = host.newRequestId();
    const mayCallOut = host.program().isSubtype(job.className, 'Database.AllowsCallouts');
    const context: JobContext = { ...noJob(), mayCallOut, queueableDepth: { current: detail.depth, maximum: detail.maxDepth } };
    running.set(context, { detail, kind: 'queueable', failed: false });
    const leave = (error: ApexException | null): void => {
      queue.remove(job.id);
      if (error) queue.complete(job.id, { Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: clip(error.message, 255) });
      else queue.complete(job.id, { Status: 'Completed' });
      if (context.finalizer !== null) addFinalizer(job, detail, requestId, context.finalizer, error);
    };
    const error = attempt(job, () => {
      host.transact({ user: job.user, kind: 'queueable', jobId: job.id, requestId, context }, () => {
        queue.note(job.id, { Status: 'Processing' });
        host.program().call(deserialize(job.initial, world()), calls.queueable, [new QueueableContext(job.id)]);
        leave(null);
      });
    });
    if (!error) return;
    atomically(store, () => leave(error));
    if (host.testing) throw error;
  }

  /** The Apex failure of a job, or null. A simulated death leaves it in the queue; our own failures end it and are thrown on. */
  function attempt(job: QueuedJob, work: () => void): ApexException | null {
    try {
      work();
      return null;
    } catch (error) {
      if (error instanceof ApexException) return error;
      if (!(error instanceof SimulatedCrash))
        atomically(store, () => {
          queue.remove(job.id);
          queue.complete(job.id, { Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: clip(String(error), 255) });
        });
      throw error;
    }
  }

  function addFinalizer(job: QueuedJob, detail: Detail, requestId: string, finalizer: Value, error: ApexException | null): void {
    const className = classOf(finalizer);
    // No AsyncApexJob of its own: it belongs to the Queueable's.
    const id = store.newId('707');
    const own: FinalizerDetail = {
      ...detail,
      signature: null,
      jobId: job.id,
      requestId,
      error: error && serialize(error, world()),
      wrote: error ? null : dmlContext(current()),
    };
    queue.add({
      id,
      kind: 'finalizer',
      step: 'run',
      due: 0,
      holding: false,
      user: job.user,
      className,
      initial: serialize(finalizer, world()),
      detail: JSON.stringify(own),
    });
  }

  function finalize(job: QueuedJob): void {
    const detail = JSON.parse(job.detail) as FinalizerDetail;
    const context: JobContext = { ...noJob(), mayCallOut: host.program().isSubtype(job.className, 'Database.AllowsCallouts') };
    running.set(context, { detail, kind: 'finalizer', failed: detail.error !== null });
    const error = attempt(job, () => {
      host.transact({ user: job.user, kind: 'queueable', jobId: job.id, requestId: detail.requestId, context }, () => {
        if (detail.wrote && host.settings.position('finalizerDmlContext') === 'shared') Object.assign(dmlContext(current()), detail.wrote);
        const cause = detail.error === null ? null : (deserialize(detail.error, world()) as ApexException);
        host.program().call(deserialize(job.initial, world()), calls.finalizer, [new FinalizerContext(detail.jobId, cause)]);
        queue.remove(job.id);
      });
    });
    if (!error) return;
    atomically(store, () => queue.remove(job.id));
    if (host.testing) throw error;
  }

  function enqueueFuture(className: string, js: string, args: readonly Value[]): string {
    const transaction = current();
    const method = host
      .program()
      .classInfo(className)
      ?.methods.find((candidate) => candidate.js === js);
    const shown = `${className}.${method?.name ?? js}(${(method?.params ?? []).map((param) => param.type).join(', ')})`;
    if (['batchStart', 'batchExecute', 'batchFinish', 'future'].includes(transaction.kind))
      throw apexError('AsyncException', `Future method cannot be called from a future or batch method: ${shown}`);
    // A Queueable may call 50, though the asynchronous column of the limits says none.
    if (transaction.kind !== 'queueable') transaction.limits.use('futureCalls', 1);
    const id = queue.record(transaction.user, className, { JobType: 'Future', MethodName: method?.name ?? null });
    const initial = serialize(new ApexList('Object', [...args]), world());
    queue.add({
      id,
      kind: 'future',
      step: 'run',
      due: 0,
      holding: false,
      user: transaction.user,
      className,
      initial,
      detail: JSON.stringify(js),
    });
    return id;
  }

  /** `@future(callout=true)` */
  function futureMayCallOut(job: QueuedJob): boolean {
    const js = JSON.parse(job.detail) as string;
    const method = host
      .program()
      .classInfo(job.className)
      ?.methods.find((candidate) => candidate.js === js);
    return method?.annotations.some(({ name, params }) => name === 'future' && /^true$/i.test(params['callout'] ?? '')) ?? false;
  }

  function runFuture(job: QueuedJob): void {
    const error = attempt(job, () => {
      const context: JobContext = { ...noJob(), mayCallOut: futureMayCallOut(job) };
      host.transact({ user: job.user, kind: 'future', jobId: job.id, context }, () => {
        queue.note(job.id, { Status: 'Processing' });
        const args = (deserialize(job.initial, world()) as ApexList).items;
        host.program().callStatic(job.className, JSON.parse(job.detail) as string, args);
        queue.remove(job.id);
        queue.complete(job.id, { Status: 'Completed' });
      });
    });
    if (!error) return;
    atomically(store, () => {
      queue.remove(job.id);
      queue.complete(job.id, { Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: clip(error.message, 255) });
    });
    if (host.testing) throw error;
  }

  return {
    enqueue,
    attachFinalizer: (finalizer, context) => {
      const own = running.get(context);
      if (own?.kind !== 'queueable') throw apexError('AsyncException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
      if (context.finalizer !== null)
        throw apexError('AsyncException', 'More than one Finalizer cannot be attached to same Async Apex Job');
      context.finalizer = finalizer;
    },
    run,
    finalize,
    enqueueFuture,
    runFuture,
  };
}
