/** Calendar arithmetic on days since 1970 and on wall-clock milliseconds; time zones by runtime/timeZones. */
import { offsetAt } from '../../../../runtime/timeZones.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../../../runtime/values/dates.ts';

export const DAY = 86_400_000;

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

/** Months and days beyond the end roll over, as the platform's newInstance does. */
export function daysOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY);
}

export function partsOf(days: number): DayParts {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysInMonth = (year: number, month: number): number => daysOf(year, month + 1, 1) - daysOf(year, month, 1);

/** The last day of the month where the month is too short: 31 January + 1 month = 28 February. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = partsOf(days);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return daysOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

export const dayOfYear = (days: number): number => days - daysOf(partsOf(days).year, 1, 1) + 1;

export const dateOf = (wall: number): ApexDate => new ApexDate(Math.floor(wall / DAY));
export const timeOf = (wall: number): ApexTime => new ApexTime(((wall % DAY) + DAY) % DAY);

/** What the clock of the zone shows, as milliseconds that look like UTC. */
export const wallClock = (ms: number, zone: string): number => ms + offsetAt(zone, ms);

/** The instant of a wall-clock time. In the hour that happens twice the later one; a skipped time moves forward (Java's lenient calendar). */
export function instantOf(wall: number, zone: string): ApexDatetime {
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  const fits = [before, after].filter((offset) => offsetAt(zone, wall - offset) === offset);
  return new ApexDatetime(wall - (fits.length === 0 ? before : Math.min(...fits)));
}
