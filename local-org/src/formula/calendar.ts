/** Days and texts: what the date functions of formulas need. Texts are ISO 8601, instants in GMT. */
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import { FormulaFailure } from './values.ts';

export const DAY = 86_400_000;

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

export function partsOf(days: number): DayParts {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const utc = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
};

/** A day that the calendar does not have is an error, not the day after. */
export function dayOf(year: number, month: number, day: number): number {
  if (year < 1 || year > 9999) throw new FormulaFailure('Year out of range in DATE() function');
  const days = utc(year, month, day);
  const parts = partsOf(days);
  if (parts.month !== month || parts.day !== day) throw new FormulaFailure('Month or Day out of range in DATE() function');
  return days;
}

const lastDay = (year: number, month: number): number => partsOf(utc(year, month + 1, 0)).day;

/** "If the date is the last day of the month, the result is the last day of the resulting month." */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = partsOf(days);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const last = lastDay(toYear, toMonth);
  return utc(toYear, toMonth, day === lastDay(year, month) ? last : Math.min(day, last));
}

export const dayOfYear = (days: number): number => days - utc(partsOf(days).year, 1, 1) + 1;

/** Weeks begin on Monday; the first one has the year's first Thursday. */
export function isoWeek(days: number): { readonly year: number; readonly week: number } {
  const weekday = (new Date(days * DAY).getUTCDay() + 6) % 7;
  const thursday = days - weekday + 3;
  const { year } = partsOf(thursday);
  return { year, week: Math.floor((thursday - utc(year, 1, 1)) / 7) + 1 };
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

export function dateText({ days }: ApexDate): string {
  const { year, month, day } = partsOf(days);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

export const timeText = ({ ms }: ApexTime): string => new Date(ms).toISOString().slice(11, 23);

export const datetimeText = ({ ms }: ApexDatetime): string => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}Z`;

const dateForm = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const datetimeForm = /^(\d{4}-\d{1,2}-\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})Z?$/;
const timeForm = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,3}))?$/;

export function dateFrom(text: string): ApexDate {
  const parts = dateForm.exec(text);
  if (!parts) throw new FormulaFailure(`Invalid date format: ${text}`);
  return new ApexDate(dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])));
}

export function datetimeFrom(text: string): ApexDatetime {
  const parts = datetimeForm.exec(text);
  if (!parts) throw new FormulaFailure(`Invalid date format: ${text}`);
  const [, day = '', hour, minute, second] = parts;
  return new ApexDatetime(dateFrom(day).days * DAY + clock(text, hour, minute, second));
}

export function timeFrom(text: string): ApexTime {
  const parts = timeForm.exec(text);
  if (!parts) throw new FormulaFailure(`Invalid time format: ${text}`);
  return new ApexTime(clock(text, parts[1], parts[2], parts[3]) + Number(parts[4] ?? 0));
}

function clock(text: string, hour = '', minute = '', second = ''): number {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (h > 23 || m > 59 || s > 59) throw new FormulaFailure(`Invalid time format: ${text}`);
  return ((h * 60 + m) * 60 + s) * 1000;
}
