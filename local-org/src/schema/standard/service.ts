/** Beside the case: comments, e-mail, opening hours, and the values of statuses that SOQL shows as rows. */
import {
  area,
  audit,
  cascade,
  checkbox,
  createOnly,
  datetime,
  field,
  date,
  decimal,
  id,
  integer,
  label,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restricted,
  system,
  text,
} from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';
import { activityTargets } from './Task.ts';

export const CaseComment = standardObject(
  'CaseComment',
  '00a',
  [
    id,
    lookup('ParentId', 'Case', 'CaseComments', required, createOnly, cascade),
    checkbox('IsPublished', label('Published')),
    area('CommentBody', 4_000, label('Body')),
    ...system,
  ],
  { sharingModel: 'FullAccess' },
);

export const EmailMessage = standardObject(
  'EmailMessage',
  '02s',
  [
    id,
    lookup('ParentId', 'Case', 'EmailMessages', createOnly, cascade),
    lookup('ActivityId', 'Task', null, createOnly),
    area('TextBody', 131_072),
    area('HtmlBody', 131_072, label('HTML Body')),
    area('Headers', 32_000),
    text('Subject', 3_000),
    text('Name', 255, readOnly, nameField),
    text('FromName', 1_000),
    text('FromAddress', 1_000, { kind: 'email' }),
    text('ValidatedFromAddress', 1_000, { kind: 'picklist' }),
    area('ToAddress', 4_000, { kind: 'string' }),
    area('CcAddress', 4_000, { kind: 'string' }),
    area('BccAddress', 4_000, { kind: 'string' }),
    checkbox('Incoming', label('Is Incoming')),
    checkbox('HasAttachment', readOnly),
    picklist(
      'Status',
      [
        ['0', 'New'],
        ['1', 'Read'],
        ['2', 'Replied'],
        ['3', 'Sent'],
        ['4', 'Forwarded'],
        ['5', 'Draft'],
      ],
      { nillable: false, defaultedOnCreate: true, defaultValue: '0' },
    ),
    datetime('MessageDate'),
    lookup('ReplyToEmailMessageId', 'EmailMessage'),
    lookup('RelatedToId', activityTargets, 'Emails', createOnly),
    text('MessageIdentifier', 765),
    text('ThreadIdentifier', 765),
    checkbox('IsClientManaged', createOnly),
    checkbox('IsExternallyVisible'),
    field('ToIds', 'junctionIdList', { filterable: false }),
    field('CcIds', 'junctionIdList', { filterable: false }),
    field('BccIds', 'junctionIdList', { filterable: false }),
    ...system,
  ],
  { sharingModel: 'FullAccess' },
);

/** Who a message came from and went to. Which of them the platform makes by itself of mere addresses, nobody says in public. */
export const EmailMessageRelation = standardObject(
  'EmailMessageRelation',
  '0EM',
  [
    id,
    lookup('EmailMessageId', 'EmailMessage', 'EmailMessageRelations', required, createOnly, cascade),
    lookup('RelationId', ['Contact', 'Lead', 'User'], 'EmailMessageRelations'),
    picklist('RelationType', ['ToAddress', 'CcAddress', 'BccAddress', 'FromAddress', 'OtherAddress'], required, restricted, createOnly),
    text('RelationAddress', 1_000, createOnly),
    text('RelationObjectType', 40, readOnly),
    ...system,
  ],
  { sharingModel: 'FullAccess', incomplete: true },
);

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const BusinessHours = standardObject(
  'BusinessHours',
  '01m',
  [
    id,
    text('Name', 80, readOnly, nameField, label('Business Hours Name')),
    checkbox('IsActive', readOnly),
    checkbox('IsDefault', readOnly),
    ...days.flatMap((day) => [field(`${day}StartTime`, 'time', readOnly), field(`${day}EndTime`, 'time', readOnly)]),
    text('TimeZoneSidKey', 40, readOnly, { kind: 'picklist' }),
    ...audit,
  ],
  { ...notWritable, setup: true, labelPlural: 'Business Hours' },
);

export const Holiday = standardObject(
  'Holiday',
  '0C0',
  [
    id,
    text('Name', 80, required, nameField, label('Holiday Name')),
    area('Description', 255),
    checkbox('IsAllDay', { defaultValue: 'true' }, label('All Day')),
    date('ActivityDate', label('Holiday Date')),
    integer('StartTimeInMinutes', label('Start Time')),
    integer('EndTimeInMinutes', label('End Time')),
    ...audit,
  ],
  { setup: true },
);

/** The statuses of an object as rows; administrators change them, Apex only reads. */
const statuses = (name: string, prefix: string, ...own: ReturnType<typeof checkbox>[]) =>
  standardObject(
    name,
    prefix,
    [
      id,
      text('MasterLabel', 255, readOnly, nameField),
      text('ApiName', 255, readOnly),
      integer('SortOrder', readOnly),
      checkbox('IsDefault', readOnly),
      ...own,
      ...audit,
    ],
    { ...notWritable, setup: true },
  );

export const CaseStatus = statuses('CaseStatus', '01J', checkbox('IsClosed', readOnly));
export const LeadStatus = statuses('LeadStatus', '01Q', checkbox('IsConverted', readOnly));
export const TaskStatus = statuses('TaskStatus', '01T', checkbox('IsClosed', readOnly));
export const TaskPriority = statuses('TaskPriority', '01V', checkbox('IsHighPriority', readOnly));
export const OpportunityStage = standardObject(
  'OpportunityStage',
  '01O',
  [
    id,
    text('MasterLabel', 255, readOnly, nameField),
    text('ApiName', 255, readOnly),
    checkbox('IsActive', readOnly),
    integer('SortOrder', readOnly),
    checkbox('IsClosed', readOnly),
    checkbox('IsWon', readOnly),
    picklist('ForecastCategory', ['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed'], readOnly),
    text('ForecastCategoryName', 255, readOnly, { kind: 'picklist' }),
    decimal('DefaultProbability', 3, 0, readOnly, { kind: 'percent' }),
    text('Description', 255, readOnly),
    ...audit,
  ],
  { ...notWritable, setup: true },
);
