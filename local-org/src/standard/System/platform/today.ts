/** The calendar day of the running user. */
import { localDay } from '../../../runtime/timeZones.ts';
import type { Transaction } from '../../../runtime/transaction.ts';
import { ApexDate } from '../../../runtime/values/dates.ts';

export function userTimeZone(transaction: Transaction): string {
  const zone = transaction.data.record('User', transaction.user)?.fields.get('TimeZoneSidKey');
  return typeof zone === 'string' ? zone : 'GMT';
}

export const todayOf = (transaction: Transaction): ApexDate => new ApexDate(localDay(transaction.now(), userTimeZone(transaction)));
