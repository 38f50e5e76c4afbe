/** SQL functions of our own. All are pure, so that SQLite may use them in indexes and factor them out of loops. */
import { idSuffix } from '../runtime/ids.ts';
import { fold } from '../runtime/fold.ts';
import { datePart } from './dateParts.ts';
import { localDay, localHour } from '../runtime/timeZones.ts';

type SqlFunction = (...args: (null | number | bigint | string | Uint8Array)[]) => null | number | bigint | string | Uint8Array;

/** Id of the row by which the owner of a record has access to it: made of the record's own. */
function ownerShareId(prefix: string, recordId: string): string {
  const id = prefix + recordId.slice(3, 15);
  return id + idSuffix(id);
}

export const sqlFunctions: Readonly<Record<string, SqlFunction>> = {
  fold: (text) => (typeof text === 'string' ? fold(text) : (text ?? null)),
  owner_share_id: (prefix, id) => (typeof id === 'string' ? ownerShareId(String(prefix), id) : null),
  /** Days since 1970 of an instant, on the calendar of a time zone. */
  local_day: (ms, zone) => (ms === null || ms === undefined ? null : localDay(Number(ms), String(zone))),
  /** `date_part('CALENDAR_YEAR', day)` */
  date_part: (name, day) => (day === null || day === undefined ? null : datePart(String(name), Number(day))),
  /** 0–23, on the clock of a time zone. */
  local_hour: (ms, zone) => (ms === null || ms === undefined ? null : localHour(Number(ms), String(zone))),
};
