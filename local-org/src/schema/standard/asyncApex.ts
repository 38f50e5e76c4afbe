/** Asynchronous Apex: jobs, schedules, and the event about failed batch chunks. */
import {
  area,
  checkbox,
  createdBy,
  createdDate,
  datetime,
  filled,
  id,
  integer,
  label,
  lastModifiedBy,
  lookup,
  nameField,
  picklist,
  readOnly,
  restricted,
  text,
} from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';
import { timeZones } from './userPicklists.ts';

export const AsyncApexJob = standardObject(
  'AsyncApexJob',
  '707',
  [
    id,
    createdDate,
    createdBy,
    picklist(
      'JobType',
      [
        'BatchApex',
        'BatchApexWorker',
        'Future',
        'ScheduledApex',
        'SharingRecalculation',
        'TestRequest',
        'TestWorker',
        'ApexToken',
        'Queueable',
        'ApexRest',
      ],
      readOnly,
      filled,
      restricted,
    ),
    lookup('ApexClassId', 'ApexClass', null, readOnly, label('Class ID')),
    picklist('Status', ['Queued', 'Processing', 'Aborted', 'Completed', 'Failed', 'Preparing', 'Holding'], readOnly, filled, restricted),
    integer('JobItemsProcessed', readOnly, filled, label('Batches Processed')),
    integer('TotalJobItems', readOnly, label('Total Batches')),
    integer('NumberOfErrors', readOnly, label('Failures')),
    datetime('CompletedDate', readOnly, label('Completion Date')),
    text('MethodName', 255, readOnly, label('Apex Method')),
    text('ExtendedStatus', 255, readOnly, label('Status Detail')),
    lookup('ParentJobId', 'AsyncApexJob', null, readOnly, label('Apex Job ID')),
    text('LastProcessed', 15, readOnly, label('Last Processed Entry')),
    integer('LastProcessedOffset', readOnly),
    lookup('CronTriggerId', 'CronTrigger', null, readOnly),
  ],
  { ...notWritable, label: 'Apex Job' },
);

export const CronTrigger = standardObject(
  'CronTrigger',
  '08e',
  [
    id,
    lookup('CronJobDetailId', 'CronJobDetail', null, readOnly, label('Job ID')),
    datetime('NextFireTime', readOnly, label('Next Run')),
    datetime('PreviousFireTime', readOnly, label('Last Run')),
    picklist(
      'State',
      ['WAITING', 'ACQUIRED', 'EXECUTING', 'COMPLETE', 'ERROR', 'DELETED', 'PAUSED', 'BLOCKED', 'PAUSED_BLOCKED'],
      readOnly,
    ),
    datetime('StartTime', readOnly),
    datetime('EndTime', readOnly),
    text('CronExpression', 255, readOnly),
    picklist('TimeZoneSidKey', timeZones, readOnly, restricted, label('Time Zone')),
    lookup('OwnerId', 'User', null, readOnly),
    lastModifiedBy,
    createdBy,
    createdDate,
    integer('TimesTriggered', readOnly),
  ],
  { ...notWritable, label: 'Scheduled Jobs', labelPlural: 'Scheduled Jobs' },
);

export const CronJobDetail = standardObject(
  'CronJobDetail',
  '08a',
  [
    id,
    text('Name', 255, readOnly, filled, nameField, label('Job Name')),
    picklist(
      'JobType',
      [
        ['7', 'Scheduled Apex'],
        ['1', 'Data Export'],
        ['3', 'Dashboard Refresh'],
        ['4', 'Analytic Snapshot'],
        ['6', 'Scheduled Flow'],
        ['8', 'Report Run'],
        ['9', 'Batch Job'],
        ['A', 'Reporting Notification'],
      ],
      readOnly,
      filled,
      restricted,
    ),
  ],
  { ...notWritable, label: 'Cron Job' },
);

/** Published for each failed chunk of a batch that implements `Database.RaisesPlatformEvents`. */
export const BatchApexErrorEvent = standardObject(
  'BatchApexErrorEvent',
  '',
  [
    text('ReplayId', 1000, readOnly),
    createdDate,
    createdBy,
    text('EventUuid', 36, readOnly),
    text('ExceptionType', 255),
    area('StackTrace', 5000),
    area('Message', 5000),
    text('AsyncApexJobId', 18),
    text('RequestId', 255),
    area('JobScope', 40_000),
    checkbox('DoesExceedJobScopeMaxLength'),
    text('Phase', 255),
  ],
  { kind: 'event', updateable: false, deletable: false, queryable: false, publishBehavior: 'PublishImmediately' },
);
