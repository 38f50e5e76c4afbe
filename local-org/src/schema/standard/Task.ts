/** Tasks without recurrence. */
import {
  area,
  byDefault,
  cascade,
  checkbox,
  date,
  datetime,
  id,
  integer,
  label,
  lookup,
  ownerOrQueue,
  picklist,
  readOnly,
  restricted,
  system,
  text,
} from '../fields.ts';
import { standardObject } from '../objectType.ts';

/** Records that tasks, events and e-mails can be about. */
export const activityTargets: readonly string[] = ['Account', 'Asset', 'Campaign', 'Case', 'Contract', 'Opportunity', 'Order', 'Product2'];

export const Task = standardObject(
  'Task',
  '00T',
  [
    id,
    lookup('WhoId', ['Contact', 'Lead'], 'Tasks', label('Name ID')),
    lookup('WhatId', activityTargets, 'Tasks', label('Related To ID'), cascade),
    text('Subject', 255, { kind: 'picklist', picklist: [], nameField: true }),
    date('ActivityDate', label('Due Date Only')),
    picklist('Status', ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'], byDefault('Not Started')),
    picklist('Priority', ['High', 'Normal', 'Low'], byDefault('Normal')),
    checkbox('IsHighPriority', readOnly, label('High Priority')),
    ownerOrQueue,
    area('Description', 32_000),
    lookup('AccountId', 'Account', null, readOnly),
    checkbox('IsClosed', readOnly),
    integer('CallDurationInSeconds', label('Call Duration')),
    picklist('CallType', ['Internal', 'Inbound', 'Outbound'], restricted),
    text('CallDisposition', 255, label('Call Result')),
    text('CallObject', 255, label('Call Object Identifier')),
    datetime('ReminderDateTime', label('Reminder Date/Time')),
    checkbox('IsReminderSet'),
    checkbox('IsArchived', readOnly),
    datetime('CompletedDateTime', readOnly, label('Completed Date/Time')),
    picklist('TaskSubtype', ['Task', 'Email', 'ListEmail', 'Cadence', 'Call'], restricted, { updateable: false }),
    ...system,
  ],
  { sharingModel: 'Private' },
);
