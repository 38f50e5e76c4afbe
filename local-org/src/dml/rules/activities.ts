/** Task and Event: what follows from status and times, and when somebody was last active on a record. Source: Object Reference. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { localDay } from '../../runtime/timeZones.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexDate, ApexDatetime } from '../../runtime/values/dates.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { isClosedTask, isHighPriority } from '../../schema/standard/statuses.ts';
import { userTimeZone } from '../../soql/userTimeZone.ts';
import { text } from '../change.ts';
import { equalValues } from '../sameValue.ts';
import { rowsWhere } from '../stored.ts';
import { wholeSeconds } from '../values.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const saves = (rows: readonly RowChange[]): readonly RowChange[] =>
  rows.filter(({ operation }) => operation === 'insert' || operation === 'update');

/** "Represents the ID of the related account": that of the record the activity is about, or of the person. */
function accountOf(row: SObject, world: DmlWorld): string | null {
  for (const id of [text(row, 'WhatId'), text(row, 'WhoId')]) {
    const object = id === null ? undefined : world.schema().objectOfId(id);
    if (id === null || !object) continue;
    if (object.name === 'Account') return id;
    if (!object.field('AccountId')) continue;
    const account = rowsWhere(world.store, object.name, ['AccountId'], 'Id', [id])[0]?.[0];
    if (typeof account === 'string') return account;
  }
  return null;
}

function setAccount({ row }: RowChange, world: DmlWorld): void {
  row.fields.set('AccountId', accountOf(row, world));
}

/** `LastActivityDate`: the latest due date of closed tasks and of events. */
function noteActivity(rows: readonly RowChange[], world: DmlWorld): void {
  for (const { row } of saves(rows)) {
    const date = row.fields.get('ActivityDate');
    if (!(date instanceof ApexDate) || (row.schema.name === 'Task' && row.fields.get('IsClosed') !== true)) continue;
    for (const id of new Set([text(row, 'WhatId'), text(row, 'WhoId'), text(row, 'AccountId')])) {
      const object = id === null ? undefined : world.schema().objectOfId(id);
      if (id === null || !object?.field('LastActivityDate')) continue;
      world.store.run(
        `UPDATE "${object.name}" SET "LastActivityDate" = ? WHERE "Id" = ? AND ("LastActivityDate" IS NULL OR "LastActivityDate" < ?)`,
        [date.days, id, date.days],
      );
    }
  }
}

export const Task: ObjectRules = {
  object: 'Task',
  validate(rows, world) {
    for (const change of saves(rows)) {
      const { row, before, operation } = change;
      const closed = isClosedTask(text(row, 'Status'));
      row.fields.set('IsClosed', closed);
      row.fields.set('IsHighPriority', isHighPriority(text(row, 'Priority')));
      if (operation === 'insert' && text(row, 'TaskSubtype') === null) row.fields.set('TaskSubtype', 'Task');
      if (!closed) row.fields.set('CompletedDateTime', null);
      else if (before?.fields.get('IsClosed') !== true)
        row.fields.set('CompletedDateTime', new ApexDatetime(wholeSeconds(current().now())));
      setAccount(change, world);
    }
  },
  saved: noteActivity,
};

/** Whose calendar the dates of an event with a time mean is in no public source. */
function dayOf(ms: number, zone: string): number {
  const day = Math.floor(ms / DAY);
  if (localDay(ms, zone) !== day) throw new NotSupported(`ActivityDate of an Event that is on another day in ${zone} than in GMT`);
  return day;
}

/** Start, end and duration belong together: of an event with a time two of them say the third. */
function setTimes(change: RowChange, zone: string): void {
  const { row, before } = change;
  const moved = (field: string): boolean => {
    const value = row.fields.get(field) ?? null;
    return value instanceof ApexDatetime && (before?.fields.get(field) as ApexDatetime | null | undefined)?.ms !== value.ms;
  };
  const startField = moved('ActivityDateTime') && !moved('StartDateTime') ? 'ActivityDateTime' : 'StartDateTime';
  const start = row.fields.get(startField) ?? row.fields.get('ActivityDateTime') ?? null;
  const allDay = row.fields.get('IsAllDayEvent') === true;
  const day = row.fields.get('ActivityDate') ?? null;
  if (allDay && !(start instanceof ApexDatetime) && day instanceof ApexDate) {
    const midnight = new ApexDatetime(day.days * DAY);
    for (const field of ['StartDateTime', 'ActivityDateTime', 'EndDateTime']) row.fields.set(field, midnight);
    row.fields.set('DurationInMinutes', 1440);
    row.fields.set('EndDate', day);
    return;
  }
  const end = row.fields.get('EndDateTime') ?? null;
  const duration = row.fields.get('DurationInMinutes') ?? null;
  const durationSet = typeof duration === 'number' && (before === null || before.fields.get('DurationInMinutes') !== duration);
  const endSet = moved('EndDateTime');
  const minutes =
    start instanceof ApexDatetime && end instanceof ApexDatetime && (endSet || !durationSet)
      ? before !== null && !endSet && typeof duration === 'number'
        ? duration
        : (end.ms - start.ms) / MINUTE
      : typeof duration === 'number'
        ? duration
        : null;
  if (!(start instanceof ApexDatetime) || minutes === null) {
    const missing = [...(minutes === null ? ['DurationInMinutes'] : []), ...(start === null ? ['ActivityDateTime'] : [])];
    change.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, ...missing);
    return;
  }
  if (minutes < 0) {
    change.fail('FIELD_INTEGRITY_EXCEPTION', 'Event duration cannot be negative', 'DurationInMinutes');
    return;
  }
  const finish = new ApexDatetime(start.ms + minutes * MINUTE);
  row.fields.set('StartDateTime', start);
  row.fields.set('ActivityDateTime', start);
  row.fields.set('ActivityDate', new ApexDate(dayOf(start.ms, zone)));
  row.fields.set('EndDateTime', finish);
  row.fields.set('EndDate', new ApexDate(dayOf(finish.ms, zone)));
  row.fields.set('DurationInMinutes', minutes);
}

const timeFields = ['StartDateTime', 'ActivityDateTime', 'EndDateTime', 'DurationInMinutes', 'ActivityDate', 'IsAllDayEvent'];
const timesChanged = ({ row, before }: RowChange): boolean =>
  before === null || timeFields.some((name) => !equalValues(row.fields.get(name) ?? null, before.fields.get(name) ?? null));

export const Event: ObjectRules = {
  object: 'Event',
  validate(rows, world) {
    const zone = userTimeZone(world.store, world.schema(), current().user);
    for (const change of saves(rows)) {
      if (timesChanged(change)) setTimes(change, zone);
      if (change.operation === 'insert' && text(change.row, 'EventSubtype') === null) change.row.fields.set('EventSubtype', 'Event');
      setAccount(change, world);
    }
  },
  saved: noteActivity,
};
