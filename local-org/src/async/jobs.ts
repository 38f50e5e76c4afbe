/** Asynchronous Apex as a whole: the Jobs port of each transaction, and the pump that runs what is ready. */
import { apexError, SimulatedCrash } from '../runtime/exceptions.ts';
import { normaliseId } from '../runtime/ids.ts';
import type { Jobs } from '../runtime/ports.ts';
import { current } from '../runtime/transaction.ts';
import { noteWork } from '../runtime/uncommittedWork.ts';
import { createBatches } from './batch.ts';
import { createEventBus, type EventBus } from './events.ts';
import { noJob, type AsyncHost, type JobContext } from './host.ts';
import { createQueue, type JobKind, type QueuedJob } from './queue.ts';
import { createQueueables } from './queueable.ts';
import { createSchedules } from './scheduled.ts';

export interface ReadyStep {
  readonly kind: JobKind | 'event';
  /** AsyncApexJob or CronTrigger; of an event delivery the trigger's name. */
  readonly id: string;
  /** Class or trigger. */
  readonly name: string;
}

/** Which of the steps that are ready comes next. A simulator brings its own. */
export type Order = (ready: readonly ReadyStep[]) => number;

/** Events before jobs; jobs take turns. */
const defaultOrder: Order = () => 0;

/** A job that was enqueued is uncommitted work: no callout after it. */
function queued(id: string): string {
  noteWork(current().limits);
  return id;
}

/** A step that dies more often than this in a row is not a simulation but an endless loop. */
const MOST_CRASHES = 1_000;

export interface Async {
  jobs(context: JobContext): Jobs;
  readonly events: EventBus;
  ready(): readonly ReadyStep[];
  /** Runs one step; false if there is none. */
  step(): boolean;
  /** Runs that job whatever the clock says, to its end: `Test.stopTest`. */
  runJob(id: string): void;
  /** Ids of all queued jobs (of that kind), in order of enqueuing. */
  queued(kind?: JobKind): readonly string[];
}

export function createAsync(host: AsyncHost, order: Order = defaultOrder): Async {
  const queue = createQueue(host);
  const events = createEventBus(host);
  const batches = createBatches(host, queue, events);
  const queueables = createQueueables(host, queue);
  const schedules = createSchedules(host, queue, batches.enqueue);
  let crashes = 0;

  const runners: Readonly<Record<JobKind, (job: QueuedJob) => void>> = {
    batch: batches.run,
    queueable: queueables.run,
    finalizer: queueables.finalize,
    future: queueables.runFuture,
    scheduled: schedules.run,
  };

  function runStep(step: ReadyStep): void {
    if (step.kind === 'event') return events.deliver(step.name);
    const job = queue.find(step.id);
    if (job) runners[job.kind](job);
  }

  function abort(id: string): void {
    const key = normaliseId(id);
    if (key === null) throw apexError('StringException', `Invalid id: ${id}`);
    const job =
      queue.find(key) ?? queue.all('scheduled').find((candidate) => (JSON.parse(candidate.detail) as { jobId?: string }).jobId === key);
    if (!job) {
      const known = ['AsyncApexJob', 'CronTrigger'].some((name) => key.startsWith(host.schema().object(name)?.keyPrefix ?? ' '));
      if (!known) throw apexError('StringException', `Invalid id: ${id}`);
      // Already ended: nothing to abort.
      return;
    }
    if (job.kind === 'scheduled') return schedules.abort(job);
    queue.remove(job.id);
    queue.complete(job.id, { Status: 'Aborted' });
    if (job.kind === 'batch') batches.promote();
  }

  const ready = (): readonly ReadyStep[] => [
    ...events.waiting().map((name): ReadyStep => ({ kind: 'event', id: name, name })),
    ...queue.ready(host.settings.clock()).map(({ id, kind, className }): ReadyStep => ({ kind, id, name: className })),
  ];

  return {
    events,
    ready,
    jobs: (context = noJob()) => ({
      enqueueBatch: (batch, scope) => queued(batches.enqueue(batch, scope)),
      enqueueQueueable: (queueable, delay, maxDepth = null, signature = null) =>
        queued(queueables.enqueue(queueable, context, delay, maxDepth, signature)),
      attachFinalizer: (finalizer) => queueables.attachFinalizer(finalizer, context),
      queueableDepth: context.queueableDepth,
      schedule: (name, cron, schedulable) => queued(schedules.schedule(name, cron, schedulable)),
      scheduleBatch: (batch, name, minutes, scope) => queued(schedules.scheduleBatch(batch, name, minutes, scope)),
      abort,
      publish: (rows, callback = null) => events.publish(rows, context, callback),
      delivery: context.delivery,
      mayCallOut: context.mayCallOut,
      future: (className, js, args) => queued(queueables.enqueueFuture(className, js, args)),
    }),
    step: () => {
      const steps = ready();
      const chosen = steps.length === 0 ? undefined : steps[order(steps)];
      if (!chosen) return false;
      try {
        runStep(chosen);
        crashes = 0;
      } catch (error) {
        // The process died and came back: the step is still there, or its work was committed.
        if (!(error instanceof SimulatedCrash) || ++crashes > MOST_CRASHES) throw error;
      }
      return true;
    },
    runJob: (id) => {
      for (let job = queue.find(id); job; job = job.kind === 'scheduled' ? null : queue.find(id)) runners[job.kind](job);
    },
    queued: (kind) => (kind ? queue.all(kind).map((job) => job.id) : queue.queued()),
  };
}
