/** Names of time zones as Java writes them in English: those of the United States from Intl, well-known others from here. */
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { offsetAt } from '../../../../runtime/timeZones.ts';

/** Standard and summer time. */
const short: Readonly<Record<string, readonly [string, string]>> = {
  'Asia/Hong_Kong': ['HKT', 'HKST'],
  'Asia/Kolkata': ['IST', 'IST'],
  'Asia/Seoul': ['KST', 'KDT'],
  'Asia/Shanghai': ['CST', 'CDT'],
  'Asia/Tokyo': ['JST', 'JDT'],
  'Europe/Amsterdam': ['CET', 'CEST'],
  'Europe/Athens': ['EET', 'EEST'],
  'Europe/Berlin': ['CET', 'CEST'],
  'Europe/Brussels': ['CET', 'CEST'],
  'Europe/Bucharest': ['EET', 'EEST'],
  'Europe/Helsinki': ['EET', 'EEST'],
  'Europe/Lisbon': ['WET', 'WEST'],
  'Europe/London': ['GMT', 'BST'],
  'Europe/Madrid': ['CET', 'CEST'],
  'Europe/Paris': ['CET', 'CEST'],
  'Europe/Prague': ['CET', 'CEST'],
  'Europe/Rome': ['CET', 'CEST'],
  'Europe/Stockholm': ['CET', 'CEST'],
  'Europe/Vienna': ['CET', 'CEST'],
  'Europe/Warsaw': ['CET', 'CEST'],
  'Europe/Zurich': ['CET', 'CEST'],
};

/** In summer the clock is ahead of where it is in either January or July; the table's zones are all north of the equator. */
function isSummer(ms: number, zone: string): boolean {
  const year = new Date(ms).getUTCFullYear();
  return offsetAt(zone, ms) > Math.min(offsetAt(zone, Date.UTC(year, 0, 1)), offsetAt(zone, Date.UTC(year, 6, 1)));
}

export function zoneName(ms: number, zone: string, long: boolean): string {
  if (zone === 'GMT') return long ? 'Greenwich Mean Time' : zone;
  if (zone === 'UTC') return long ? 'Coordinated Universal Time' : zone;
  const known = long ? undefined : short[zone];
  if (known) return known[isSummer(ms, zone) ? 1 : 0];
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: long ? 'long' : 'short' }).formatToParts(ms);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  if (/^GMT[+-]/.test(name)) throw new NotSupported(`name of the time zone ${zone} in a date format`);
  return name;
}
