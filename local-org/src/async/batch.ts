/**
 * Batch Apex: start, one transaction per chunk, finish. Each works on a copy of the object as it was enqueued; only
 * `Database.Stateful` carries the fields over. What a step did and the note that it is done commit together.
 */
import { ApexException, apexError, SimulatedCrash } from '../runtime/exceptions.ts';
import { describeException } from '../runtime/describeException.ts';
import { toText } from '../runtime/toText.ts';
import { current, type TransactionKind } from '../runtime/transaction.ts';
import { ApexList } from '../runtime/values/collections.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { BatchableContext } from '../standard/Database/batch.ts';
import { QueryLocator } from '../standard/Database/queryLocator.ts';
import { atomically } from '../store/atomic.ts';
import { calls, classOf, clip } from './calls.ts';
import type { EventBus } from './events.ts';
import { noJob, type AsyncHost, type JobContext } from './host.ts';
import { itemsOf } from './iterate.ts';
import { freezeLocator, thawLocator } from './locator.ts';
import type { Queue, QueuedJob } from './queue.ts';
import { deserialize, serialize, type SerializeWorld } from './serialize.ts';

/** Apex Developer Guide: five batch jobs queued or active, a hundred more in the flex queue. */
const RUNNING_BATCHES = 5;
const HOLDING_BATCHES = 100;
/** Object Reference, BatchApexErrorEvent: records appear as their ids, other things as text. */
const scopeText = (item: Value): string => (item instanceof SObject && item.id !== null ? item.id : toText(item));

/** Object Reference, BatchApexErrorEvent: JobScope holds 40,000 characters, the rest is cut off. */
const LONGEST_SCOPE = 40_000;
/** "If the start method returns a QueryLocator, the optional scope parameter can have a maximum value of 2,000." */
const LARGEST_LOCATOR_SCOPE = 2_000;
const ONE_EXECUTE =
  'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.';

interface Detail {
  readonly scope: number;
  readonly stateful: boolean;
  readonly raisesEvents: boolean;
  /** Element type of execute's list: `SObject`, `String`, … */
  readonly element: string;
  /** Of a QueryLocator: chunks hold ids then, else serialised lists. */
  readonly locator: string | null;
}

type Phase = 'START' | 'EXECUTE' | 'FINISH';
const kindOf: Readonly<Record<Phase, TransactionKind>> = { START: 'batchStart', EXECUTE: 'batchExecute', FINISH: 'batchFinish' };

export interface Batches {
  enqueue(batch: Value, scope: number): string;
  run(job: QueuedJob): void;
  /** A place among the running ones is free. */
  promote(): void;
}

export function createBatches(host: AsyncHost, queue: Queue, events: EventBus): Batches {
  const { store } = host;
  const world = (): SerializeWorld => ({ program: host.program(), schema: host.schema() });
  const detailOf = (job: QueuedJob): Detail => JSON.parse(job.detail) as Detail;
  /** Thawed once per job: the identity of a query is the key of its plan. */
  const locators = new Map<string, QueryLocator>();

  function locatorOf(job: QueuedJob, frozen: string): QueryLocator {
    let locator = locators.get(job.id);
    if (!locator) locators.set(job.id, (locator = thawLocator(frozen, world())));
    return locator;
  }

  function promote(): void {
    const jobs = queue.all('batch');
    const waiting = jobs.find((job) => job.holding);
    if (!waiting || jobs.filter((job) => !job.holding).length >= RUNNING_BATCHES) return;
    queue.change(waiting.id, { holding: false });
    queue.note(waiting.id, { Status: 'Queued' });
  }

  function end(job: QueuedJob, status: 'Completed' | 'Failed'): void {
    locators.delete(job.id);
    queue.complete(job.id, { Status: status });
    queue.remove(job.id);
    promote();
  }

  /** The step's own failure, or null. What is not a failure of the user's Apex ends the job and is thrown on. */
  function step(job: QueuedJob, phase: Phase, requestId: string, work: (batch: Value) => void): ApexException | null {
    try {
      const context: JobContext = { ...noJob(), mayCallOut: host.program().isSubtype(job.className, 'Database.AllowsCallouts') };
      host.transact({ user: job.user, kind: kindOf[phase], jobId: job.id, requestId, context }, () => {
        const { stateful } = detailOf(job);
        const batch = deserialize(stateful ? job.state : job.initial, world());
        work(batch);
        if (stateful) queue.change(job.id, { state: serialize(batch, world()) });
      });
      return null;
    } catch (error) {
      if (error instanceof ApexException) return error;
      // A simulated death undid the step, which is still in the queue.
      if (error instanceof SimulatedCrash) throw error;
      atomically(store, () => {
        queue.note(job.id, { ExtendedStatus: clip(String(error), 255) });
        end(job, 'Failed');
      });
      throw error;
    }
  }

  /** `First error: …` is what the job shows; later ones are only counted. */
  function noteFailure(job: QueuedJob, error: ApexException, requestId: string, phase: Phase, scope: readonly string[]): void {
    const { type, message, stack } = describeException(error, host.program());
    if (job.errors === 0) queue.note(job.id, { ExtendedStatus: clip(`First error: ${message}`, 255) });
    queue.note(job.id, { NumberOfErrors: job.errors + 1 });
    queue.change(job.id, { errors: job.errors + 1 });
    if (!detailOf(job).raisesEvents) return;
    const joined = scope.join(',');
    events.publishFromPlatform('BatchApexErrorEvent', job.user, {
      AsyncApexJobId: job.id,
      RequestId: requestId,
      Phase: phase,
      ExceptionType: type,
      Message: clip(message, 5_000),
      StackTrace: clip(stack, 5_000),
      JobScope: clip(joined, LONGEST_SCOPE),
      DoesExceedJobScopeMaxLength: joined.length > LONGEST_SCOPE,
    });
  }

  function failJob(job: QueuedJob, error: ApexException, requestId: string, phase: Phase): void {
    atomically(store, () => {
      noteFailure(job, error, requestId, phase, []);
      end(job, 'Failed');
    });
    if (host.testing) throw error;
  }

  function start(job: QueuedJob): void {
    const requestId = host.newRequestId();
    const error = step(job, 'START', requestId, (batch) => {
      queue.note(job.id, { Status: 'Preparing' });
      const answer = host.program().call(batch, calls.start, [new BatchableContext(job.id)]);
      const detail = detailOf(job);
      const locator = answer instanceof QueryLocator ? answer : null;
      const size = locator ? Math.min(detail.scope, LARGEST_LOCATOR_SCOPE) : detail.scope;
      const items: readonly Value[] = locator ? host.pages.ids(locator) : itemsOf(host.program(), answer);
      const total = Math.ceil(items.length / size);
      if (host.testing && total > 1) throw apexError('UnexpectedException', ONE_EXECUTE);
      for (let position = 0; position < total; position++) {
        const scope = items.slice(position * size, (position + 1) * size);
        queue.addChunk(job.id, position, locator ? JSON.stringify(scope) : serialize(new ApexList(detail.element, scope), world()));
      }
      const found: Detail = { ...detail, locator: locator && freezeLocator(locator, world()) };
      queue.change(job.id, { step: total > 0 ? 'execute' : 'finish', total, detail: JSON.stringify(found) });
      queue.note(job.id, { Status: 'Processing', TotalJobItems: total });
      queue.back(job.id);
    });
    if (error) failJob(job, error, requestId, 'START');
  }

  function execute(job: QueuedJob): void {
    const chunk = queue.nextChunk(job.id);
    if (!chunk) throw new Error(`${job.id} has no chunk to execute`);
    const requestId = host.newRequestId();
    const { locator, element } = detailOf(job);
    let scope: readonly Value[] = [];
    const done = (): void => {
      queue.removeChunk(job.id, chunk.position);
      queue.change(job.id, { done: job.done + 1, step: job.done + 1 < job.total ? 'execute' : 'finish' });
      queue.note(job.id, { JobItemsProcessed: job.done + 1 });
      queue.back(job.id);
    };
    const error = step(job, 'EXECUTE', requestId, (batch) => {
      scope =
        locator === null
          ? (deserialize(chunk.scope, world()) as ApexList).items
          : host.pages.rows(locatorOf(job, locator), JSON.parse(chunk.scope) as string[]);
      const [first] = scope;
      const list = new ApexList(element === 'SObject' && first instanceof SObject ? first.schema.name : element, [...scope]);
      host.program().call(batch, calls.execute, [new BatchableContext(job.id, store.newId('707')), list]);
      // Aborted by its own execute: nothing is left to count.
      if (queue.find(job.id)) done();
    });
    if (!error) return;
    atomically(store, () => {
      noteFailure(job, error, requestId, 'EXECUTE', locator === null ? scope.map(scopeText) : (JSON.parse(chunk.scope) as string[]));
      done();
    });
    if (host.testing) throw error;
  }

  function finish(job: QueuedJob): void {
    const requestId = host.newRequestId();
    const error = step(job, 'FINISH', requestId, (batch) => {
      host.program().call(batch, calls.finish, [new BatchableContext(job.id)]);
      if (queue.find(job.id)) end(job, 'Completed');
    });
    if (error) failJob(job, error, requestId, 'FINISH');
  }

  function enqueue(batch: Value, scope: number): string {
    const transaction = current();
    if (['batchStart', 'batchExecute', 'future'].includes(transaction.kind))
      throw apexError('AsyncException', 'Database.executeBatch cannot be called from a batch start, batch execute, or future method.');
    if (host.testing && transaction.kind === 'batchFinish' && host.settings.position('chainedBatchInTest') === 'refused')
      throw apexError('UnexpectedException', ONE_EXECUTE);
    const className = classOf(batch);
    const program = host.program();
    if (!program.isSubtype(className, 'Database.Batchable<SObject>') && !program.has(batch, calls.execute))
      throw apexError('TypeException', `Class ${className} must implement the Database.Batchable interface`);
    const jobs = queue.all('batch');
    const running = jobs.filter((job) => !job.holding).length;
    const holding = running >= RUNNING_BATCHES;
    if (jobs.length - running >= HOLDING_BATCHES)
      throw apexError(
        'AsyncException',
        `You've exceeded the limit of ${HOLDING_BATCHES} jobs in the flex queue for org ${transaction.data.record('Organization', null)?.id ?? ''}. Wait for some of your batch jobs to finish before adding more. To monitor and reorder jobs, use the Apex Flex Queue page in Setup.`,
      );
    const id = queue.record(transaction.user, className, { JobType: 'BatchApex', Status: holding ? 'Holding' : 'Queued' });
    const detail: Detail = {
      scope,
      stateful: program.isSubtype(className, 'Database.Stateful'),
      raisesEvents: program.isSubtype(className, 'Database.RaisesPlatformEvents'),
      element: elementOf(host, className),
      locator: null,
    };
    const initial = serialize(batch, world());
    queue.add({
      id,
      kind: 'batch',
      step: 'start',
      due: 0,
      holding,
      user: transaction.user,
      className,
      initial,
      detail: JSON.stringify(detail),
    });
    return id;
  }

  const steps: Readonly<Record<string, (job: QueuedJob) => void>> = { start, execute, finish };
  return {
    enqueue,
    promote,
    run: (job) => {
      const run = steps[job.step];
      if (!run) throw new Error(`a batch has no step ${job.step}`);
      run(job);
    },
  };
}

/** `Database.Batchable<String>` → `String`, wherever in the class's ancestry it stands. */
function elementOf(host: AsyncHost, className: string): string {
  for (
    let info = host.program().classInfo(className);
    info;
    info = info.superName === null ? undefined : host.program().classInfo(info.superName)
  ) {
    const batchable = info.interfaces.find((name) => name.startsWith('Database.Batchable<'));
    if (batchable) return batchable.slice('Database.Batchable<'.length, -1);
  }
  return 'SObject';
}
