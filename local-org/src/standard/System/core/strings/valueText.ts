/** `String.valueOf`: the text of a value, with dates as the user sees them. Unlike concatenation, null stays null. */
import { current } from '../../../../runtime/transaction.ts';
import { offsetAt } from '../../../../runtime/timeZones.ts';
import { dateText, datetimeText, toText } from '../../../../runtime/toText.ts';
import { ApexBlob } from '../../../../runtime/values/blob.ts';
import { ApexDate, ApexDatetime } from '../../../../runtime/values/dates.ts';
import type { Value } from '../../../../runtime/values/kinds.ts';
import { userTimeZone } from '../../platform/today.ts';

export function valueText(value: Value): string | null {
  if (value === null) return null;
  if (value instanceof ApexDate) return dateText(value);
  if (value instanceof ApexDatetime) return datetimeText(value.ms + offsetAt(userTimeZone(current()), value.ms));
  if (value instanceof ApexBlob) return `Blob[${value.bytes.length}]`;
  return toText(value);
}
