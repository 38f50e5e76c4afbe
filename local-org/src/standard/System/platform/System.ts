/** System.System: debug, assertions, clock, asynchronous Apex, passwords. Flow-of-work and package methods are gaps. */
import { equalValues } from '../../../runtime/equality.ts';
import { apexError } from '../../../runtime/exceptions.ts';
import { currentLine } from '../../../runtime/stackTrace.ts';
import { toText } from '../../../runtime/toText.ts';
import { current, type TransactionKind } from '../../../runtime/transaction.ts';
import { ApexDatetime } from '../../../runtime/values/dates.ts';
import { EnumValue, LibraryObject, type Value } from '../../../runtime/values/kinds.ts';
import { pageState } from '../../ApexPages/state.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { enumConstant } from '../../enumValues.ts';
import { hashOf } from '../core/hash.ts';
import { todayOf } from './today.ts';
import { AsyncOptions } from './AsyncOptions.ts';
import { assertEqual, assertNotEqual, assertTrue } from './assertions.ts';
import { applicationReadWriteMode } from './enums.ts';
import { checkPasswordCall } from './passwordCalls.ts';

const { m } = membersOf<null>();

const kinds =
  (...names: readonly TransactionKind[]) =>
  (): boolean =>
    names.includes(current().kind);

function debug(level: string, message: Value): void {
  current().debug({ level, text: toText(message), line: currentLine() });
}

function required<T>(value: T | null): T {
  if (value === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  return value;
}

function enqueue(job: Value, options: Value): string {
  if (options !== null && !(options instanceof AsyncOptions)) throw new Error('enqueueJob takes AsyncOptions');
  return current().jobs.enqueueQueueable(
    required(job),
    delay(options?.delayMinutes ?? 0),
    options?.maximumDepth ?? null,
    options?.signature?.text ?? null,
  );
}

/** Apex Developer Guide: 0 to 10 minutes. */
function delay(minutes: number | null): number {
  if (minutes === null || minutes < 0 || minutes > 10)
    throw apexError('IllegalArgumentException', 'The minimum delay for a queueable job must be between 0 and 10 minutes');
  return minutes;
}

class ResetPasswordResult extends LibraryObject {
  readonly apexType = 'ResetPasswordResult';
  readonly password: string;
  constructor(password: string) {
    super();
    this.password = password;
  }
}
const onReset = membersOf<ResetPasswordResult>();
export const resetPasswordResult = standardClass('System.ResetPasswordResult', [
  onReset.m('String getPassword()', (self) => self.password),
]);

export const system = standardClass(
  'System.System',
  [
    m('static void debug(Object message)', (message) => debug('DEBUG', message)),
    m('static void debug(LoggingLevel level, Object message)', (level, message) =>
      debug(level instanceof EnumValue ? level.name : 'DEBUG', message),
    ),
    m('static void assert(Boolean condition)', (condition) => assertTrue(condition)),
    m('static void assert(Boolean condition, Object message)', (condition, message) => assertTrue(condition, message)),
    m('static void assertEquals(Object expected, Object actual)', (expected, actual) => assertEqual(expected, actual)),
    m('static void assertEquals(Object expected, Object actual, Object message)', assertEqual),
    m('static void assertNotEquals(Object expected, Object actual)', (expected, actual) => assertNotEqual(expected, actual)),
    m('static void assertNotEquals(Object expected, Object actual, Object message)', assertNotEqual),
    m('static Boolean equals(Object left, Object right)', (left, right) => equalValues(left, right)),
    m('static Integer hashCode(Object value)', (value) => hashOf(value)),
    m('static Datetime now()', () => new ApexDatetime(current().now())),
    m('static Date today()', () => todayOf(current())),
    m('static Long currentTimeMillis()', () => BigInt(current().now())),
    m('static ApplicationReadWriteMode getApplicationReadWriteMode()', () => enumConstant(applicationReadWriteMode, 'DEFAULT')),
    m('static PageReference currentPageReference()', () => pageState().page),
    m('static Boolean isBatch()', kinds('batchStart', 'batchExecute', 'batchFinish')),
    m('static Boolean isFuture()', kinds('future')),
    m('static Boolean isQueueable()', kinds('queueable')),
    m('static Boolean isScheduled()', kinds('scheduled')),
    m('static Id enqueueJob(Object queueable)', (job) => enqueue(job, null)),
    m('static Id enqueueJob(Object queueable, Integer delay)', (job, minutes) =>
      current().jobs.enqueueQueueable(required(job), delay(minutes)),
    ),
    m('static Id enqueueJob(Object queueable, AsyncOptions options)', enqueue),
    m('static void attachFinalizer(Finalizer finalizer)', (finalizer) => current().jobs.attachFinalizer(required(finalizer))),
    m('static String schedule(String name, String cronExpression, Object schedulable)', (name, cron, schedulable) =>
      current().jobs.schedule(required(name), required(cron), required(schedulable)),
    ),
    m('static String scheduleBatch(Object batch, String name, Integer minutes)', (batch, name, minutes) =>
      current().jobs.scheduleBatch(required(batch), required(name), required(minutes), 200),
    ),
    m('static String scheduleBatch(Object batch, String name, Integer minutes, Integer scope)', (batch, name, minutes, scope) =>
      current().jobs.scheduleBatch(required(batch), required(name), required(minutes), required(scope)),
    ),
    m('static void abortJob(String jobId)', (jobId) => current().jobs.abort(required(jobId))),
    m('static ResetPasswordResult resetPassword(Id userId, Boolean sendUserEmail)', (userId, send) => {
      checkPasswordCall();
      return new ResetPasswordResult(current().mail.resetPassword(required(userId), send === true));
    }),
    m('static void setPassword(Id userId, String password)', (userId, password) => {
      checkPasswordCall();
      current().mail.setPassword(required(userId), required(password));
    }),
  ],
  {
    notSupported: [
      'changeOwnPassword(String, String)',
      'movePassword(Id, Id)',
      'pauseJobById(String)',
      'pauseJobByName(String)',
      'process(List<Id>, String, String, String)',
      'purgeOldAsyncJobs(Date)',
      'requestVersion()',
      'resetPasswordWithEmailTemplate(Id, Boolean, String)',
      'resumeJobById(String)',
      'resumeJobByName(String)',
      'submit(List<Id>, String, String)',
    ],
  },
);
