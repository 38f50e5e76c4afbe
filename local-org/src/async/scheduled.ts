/** Scheduled Apex: a CronTrigger row, its detail, and the job that fires when the clock of Settings says so. */
import { ApexException, apexError, NotSupported, SimulatedCrash } from '../runtime/exceptions.ts';
import { current, type Transaction } from '../runtime/transaction.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { SchedulableContext } from '../standard/System/platform/contexts.ts';
import { userTimeZone } from '../standard/System/platform/today.ts';
import type { ObjectType } from '../schema/model.ts';
import { atomically } from '../store/atomic.ts';
import { findRecords, insertRecord, readRecord, updateRecord } from '../store/records.ts';
import { calls, classOf, clip } from './calls.ts';
import { nextFireTime, parseCron } from './cron.ts';
import type { AsyncHost } from './host.ts';
import { wholeSeconds, type Queue, type QueuedJob } from './queue.ts';
import { deserialize, serialize, type SerializeWorld } from './serialize.ts';

/** Apex Developer Guide: "You can schedule up to 100 Apex jobs concurrently"; 5 in a Developer Edition org is not enforced here. */
const MOST_SCHEDULED = 100;
/** CronJobDetail.JobType: 7 = Scheduled Apex, 9 = Batch Job. */
const SCHEDULED_APEX = '7';
const BATCH_JOB = '9';

interface Detail {
  readonly cron: string;
  readonly zone: string;
  /** AsyncApexJob. */
  readonly jobId: string;
  /** `System.scheduleBatch`: start this batch once. */
  readonly batchScope: number | null;
}

export interface Schedules {
  schedule(name: string, cron: string, schedulable: Value): string;
  scheduleBatch(batch: Value, name: string, minutes: number, scope: number): string;
  run(job: QueuedJob): void;
  abort(job: QueuedJob): void;
}

export function createSchedules(host: AsyncHost, queue: Queue, executeBatch: (batch: Value, scope: number) => string): Schedules {
  const { store } = host;
  const world = (): SerializeWorld => ({ program: host.program(), schema: host.schema() });
  const object = (name: string): ObjectType => {
    const found = host.schema().object(name);
    if (!found) throw new Error(`no object ${name}`);
    return found;
  };

  function add(
    transaction: Transaction,
    name: string,
    jobType: string,
    cron: string,
    fire: number,
    subject: Value,
    batchScope: number | null,
  ): string {
    const { user } = transaction;
    const className = classOf(subject);
    const scheduled = queue.all('scheduled');
    if (scheduled.length >= MOST_SCHEDULED)
      throw apexError('AsyncException', 'You have exceeded the maximum number (100) of Apex scheduled jobs.');
    if (findRecords(store, object('CronJobDetail'), 'Name', [name]).length > 0)
      throw apexError('AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
    const now = new ApexDatetime(wholeSeconds(transaction.now()));
    const zone = userTimeZone(transaction);
    const detailId = insertRecord(store, object('CronJobDetail'), { Name: name, JobType: jobType });
    const id = insertRecord(store, object('CronTrigger'), {
      CronJobDetailId: detailId,
      CronExpression: cron,
      State: 'WAITING',
      NextFireTime: new ApexDatetime(fire),
      StartTime: now,
      TimesTriggered: 0,
      TimeZoneSidKey: zone,
      OwnerId: user,
      CreatedById: user,
      CreatedDate: now,
      LastModifiedById: user,
    });
    const jobId = queue.record(user, className, { JobType: 'ScheduledApex', CronTriggerId: id });
    const detail: Detail = { cron, zone, jobId, batchScope };
    queue.add({
      id,
      kind: 'scheduled',
      step: 'run',
      due: fire,
      holding: false,
      user,
      className,
      initial: serialize(subject, world()),
      detail: JSON.stringify(detail),
    });
    return id;
  }

  /** Its rows go when it will never fire again: the name is free then. */
  function end(job: QueuedJob, status: 'Completed' | 'Aborted' | 'Failed'): void {
    const trigger = readRecord(store, object('CronTrigger'), job.id);
    const detailId = trigger?.fields.get('CronJobDetailId');
    queue.remove(job.id);
    queue.complete((JSON.parse(job.detail) as Detail).jobId, { Status: status });
    store.run('DELETE FROM "CronTrigger" WHERE "Id" = ?', [job.id]);
    if (typeof detailId === 'string') store.run('DELETE FROM "CronJobDetail" WHERE "Id" = ?', [detailId]);
  }

  /** Waits for its next time, or ends. */
  function fired(job: QueuedJob): void {
    const { cron, zone, batchScope } = JSON.parse(job.detail) as Detail;
    const now = host.settings.clock();
    const next = batchScope === null ? nextFireTime(parseCron(cron), Math.max(now, job.due), zone) : null;
    if (next === null) return end(job, 'Completed');
    const times = readRecord(store, object('CronTrigger'), job.id)?.fields.get('TimesTriggered');
    queue.change(job.id, { due: next });
    queue.back(job.id);
    updateRecord(store, object('CronTrigger'), job.id, {
      NextFireTime: new ApexDatetime(next),
      PreviousFireTime: new ApexDatetime(wholeSeconds(now)),
      TimesTriggered: (typeof times === 'number' ? times : 0) + 1,
    });
  }

  return {
    schedule: (name, cron, schedulable) => {
      const transaction = current();
      if (!host.program().has(schedulable, calls.schedulable))
        throw apexError('TypeException', `Class ${classOf(schedulable)} must implement the Schedulable interface`);
      const fire = nextFireTime(parseCron(cron), transaction.now(), userTimeZone(transaction));
      if (fire === null) throw apexError('AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
      return add(transaction, name, SCHEDULED_APEX, cron, fire, schedulable, null);
    },
    scheduleBatch: (batch, name, minutes, scope) => {
      const transaction = current();
      if (minutes < 1) throw apexError('AsyncException', 'minutesFromNow must be greater than 0');
      const fire = transaction.now() + minutes * 60_000;
      const at = new Date(fire);
      const cron = `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} ? ${at.getUTCFullYear()}`;
      return add(transaction, name, BATCH_JOB, cron, fire, batch, scope);
    },
    run: (job) => {
      const { batchScope } = JSON.parse(job.detail) as Detail;
      try {
        host.transact({ user: job.user, kind: 'scheduled' }, () => {
          const subject = deserialize(job.initial, world());
          if (batchScope === null) host.program().call(subject, calls.schedulable, [new SchedulableContext(job.id)]);
          else executeBatch(subject, batchScope);
          // Aborted by its own execute: it is gone. In a test `Test.stopTest` calls the class, and the schedule stays as it was.
          if (!host.testing && queue.find(job.id)) fired(job);
        });
      } catch (error) {
        if (error instanceof SimulatedCrash) throw error;
        atomically(store, () => {
          queue.note((JSON.parse(job.detail) as Detail).jobId, { ExtendedStatus: clip(String(error), 255) });
          if (error instanceof NotSupported) end(job, 'Failed');
          else if (!host.testing) fired(job);
        });
        if (host.testing || !(error instanceof ApexException)) throw error;
      }
    },
    abort: (job) => end(job, 'Aborted'),
  };
}
