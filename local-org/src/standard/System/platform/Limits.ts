/** System.Limits: what the transaction has used and may use. Describe and cursor counters of old API versions are gaps. */
import type { LimitName } from '../../../runtime/limitNames.ts';
import { current } from '../../../runtime/transaction.ts';
import { membersOf, standardClass } from '../../declare.ts';

const { m } = membersOf<null>();
const used =
  (name: LimitName): (() => number) =>
  () =>
    current().limits.used(name);
const max =
  (name: LimitName): (() => number) =>
  () =>
    current().limits.max(name);

export const limits = standardClass(
  'System.Limits',
  [
    m('static Integer getAggregateQueries()', used('aggregateQueries')),
    m('static Integer getLimitAggregateQueries()', max('aggregateQueries')),
    m('static Integer getCallouts()', used('callouts')),
    m('static Integer getLimitCallouts()', max('callouts')),
    m('static Integer getCpuTime()', used('cpuTime')),
    m('static Integer getLimitCpuTime()', max('cpuTime')),
    m('static Integer getDmlRows()', used('dmlRows')),
    m('static Integer getLimitDmlRows()', max('dmlRows')),
    m('static Integer getDmlStatements()', used('dmlStatements')),
    m('static Integer getLimitDmlStatements()', max('dmlStatements')),
    m('static Integer getEmailInvocations()', used('emailInvocations')),
    m('static Integer getLimitEmailInvocations()', max('emailInvocations')),
    m('static Integer getFutureCalls()', used('futureCalls')),
    m('static Integer getLimitFutureCalls()', max('futureCalls')),
    m('static Integer getHeapSize()', used('heapSize')),
    m('static Integer getLimitHeapSize()', max('heapSize')),
    m('static Integer getMobilePushApexCalls()', used('mobilePushApexCalls')),
    m('static Integer getLimitMobilePushApexCalls()', max('mobilePushApexCalls')),
    m('static Integer getPublishImmediateDML()', used('publishImmediateDml')),
    m('static Integer getLimitPublishImmediateDML()', max('publishImmediateDml')),
    m('static Integer getQueries()', used('queries')),
    m('static Integer getLimitQueries()', max('queries')),
    m('static Integer getQueryLocatorRows()', used('queryLocatorRows')),
    m('static Integer getLimitQueryLocatorRows()', max('queryLocatorRows')),
    m('static Integer getQueryRows()', used('queryRows')),
    m('static Integer getLimitQueryRows()', max('queryRows')),
    m('static Integer getQueueableJobs()', used('queueableJobs')),
    m('static Integer getLimitQueueableJobs()', max('queueableJobs')),
    m('static Integer getSoslQueries()', used('soslQueries')),
    m('static Integer getLimitSoslQueries()', max('soslQueries')),
    m('static Integer getFetchCallsOnApexCursor()', used('fetchCallsOnApexCursor')),
    m('static Integer getLimitFetchCallsOnApexCursor()', max('fetchCallsOnApexCursor')),
    m('static Integer getSavepoints()', used('savepoints')),
    m('static Integer getLimitSavepoints()', max('savepoints')),
  ],
  {
    notSupported: [
      'getApexCursorRows()',
      'getLimitApexCursorRows()',
      'getAsyncCalls()',
      'getLimitAsyncCalls()',
      'getDatabaseTime()',
      'getLimitDatabaseTime()',
      'getApexCursors()',
      'getLimitApexCursors()',
      'getApexPaginationCursors()',
      'getLimitApexPaginationCursors()',
      'getApexPaginationCursorRows()',
      'getLimitApexPaginationCursorRows()',
      'getFindSimilarCalls()',
      'getLimitFindSimilarCalls()',
      'getRunAs()',
      'getLimitRunAs()',
      'getSavepointRollbacks()',
      'getLimitSavepointRollbacks()',
      'getScriptStatements()',
      'getLimitScriptStatements()',
      'getChildRelationshipsDescribes()',
      'getLimitChildRelationshipsDescribes()',
      'getFieldsDescribes()',
      'getLimitFieldsDescribes()',
      'getFieldSetsDescribes()',
      'getLimitFieldSetsDescribes()',
      'getPicklistDescribes()',
      'getLimitPicklistDescribes()',
      'getRecordTypesDescribes()',
      'getLimitRecordTypesDescribes()',
    ],
  },
);
