/** Governor limits by the words of `System.Limits`: synchronous and asynchronous maximum, and the platform's message. Source: Apex Developer Guide, Execution Governors and Limits. */

export type LimitName =
  | 'queries'
  | 'queryRows'
  | 'aggregateQueries'
  | 'queryLocatorRows'
  | 'soslQueries'
  | 'dmlStatements'
  | 'dmlRows'
  | 'cpuTime'
  | 'heapSize'
  | 'callouts'
  | 'emailInvocations'
  | 'futureCalls'
  | 'queueableJobs'
  | 'publishImmediateDml'
  | 'mobilePushApexCalls'
  | 'savepoints'
  | 'fetchCallsOnApexCursor';

export interface LimitRule {
  readonly sync: number;
  readonly async: number;
  /** `{used}` and `{max}` are filled in. */
  readonly message: string;
}

export const limitRules: Readonly<Record<LimitName, LimitRule>> = {
  queries: { sync: 100, async: 200, message: 'Too many SOQL queries: {used}' },
  queryRows: { sync: 50_000, async: 50_000, message: 'Too many query rows: {used}' },
  aggregateQueries: { sync: 300, async: 300, message: 'Too many aggregate queries: {used}' },
  queryLocatorRows: { sync: 10_000, async: 10_000, message: 'Too many query locator rows: {used}' },
  soslQueries: { sync: 20, async: 20, message: 'Too many SOSL queries: {used}' },
  dmlStatements: { sync: 150, async: 150, message: 'Too many DML statements: {used}' },
  dmlRows: { sync: 10_000, async: 10_000, message: 'Too many DML rows: {used}' },
  cpuTime: { sync: 10_000, async: 60_000, message: 'Apex CPU time limit exceeded' },
  heapSize: { sync: 6_000_000, async: 12_000_000, message: 'Apex heap size too large: {used}' },
  callouts: { sync: 100, async: 100, message: 'Too many callouts: {used}' },
  emailInvocations: { sync: 10, async: 10, message: 'Too many Email Invocations: {used}' },
  futureCalls: { sync: 50, async: 0, message: 'Too many future calls: {used}' },
  queueableJobs: { sync: 50, async: 1, message: 'Too many queueable jobs added to the queue: {used}' },
  publishImmediateDml: { sync: 150, async: 150, message: 'Too many Publish Immediate DML statements: {used}' },
  mobilePushApexCalls: { sync: 10, async: 10, message: 'Too many mobile push Apex calls: {used}' },
  fetchCallsOnApexCursor: { sync: 100, async: 100, message: 'Too many fetch calls on Apex cursor: {used}' },
  savepoints: { sync: 150, async: 150, message: 'Too many DML statements: {used}' },
};
