/** Date literals as ranges of days. Source: SOQL and SOSL Reference, Date Formats and Date Literals in WHERE. */
import { NotSupported } from '../runtime/exceptions.ts';

const DAY = 86_400_000;

/** First day and the day after the last, in days since 1970. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

type Literal = (today: number, n: number) => DayRange;

const day = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / DAY;
const yearOf = (days: number): number => new Date(days * DAY).getUTCFullYear();
const monthOf = (days: number): number => new Date(days * DAY).getUTCMonth();

const days = (from: number, to: number): DayRange => ({ from, to });
/** `from` weeks from this one, `count` of them. Weeks begin on Sunday, as in the locale en_US. */
const weeks = (today: number, from: number, count: number): DayRange => {
  const sunday = today - new Date(today * DAY).getUTCDay();
  return days(sunday + 7 * from, sunday + 7 * (from + count));
};
const months = (today: number, from: number, count: number): DayRange =>
  days(day(yearOf(today), monthOf(today) + from, 1), day(yearOf(today), monthOf(today) + from + count, 1));
const quarters = (today: number, from: number, count: number): DayRange => {
  const first = Math.floor(monthOf(today) / 3) * 3;
  return days(day(yearOf(today), first + 3 * from, 1), day(yearOf(today), first + 3 * (from + count), 1));
};
const years = (today: number, from: number, count: number): DayRange =>
  days(day(yearOf(today) + from, 0, 1), day(yearOf(today) + from + count, 0, 1));

const literals: Readonly<Record<string, Literal>> = {
  YESTERDAY: (today) => days(today - 1, today),
  TODAY: (today) => days(today, today + 1),
  TOMORROW: (today) => days(today + 1, today + 2),
  LAST_WEEK: (today) => weeks(today, -1, 1),
  THIS_WEEK: (today) => weeks(today, 0, 1),
  NEXT_WEEK: (today) => weeks(today, 1, 1),
  LAST_MONTH: (today) => months(today, -1, 1),
  THIS_MONTH: (today) => months(today, 0, 1),
  NEXT_MONTH: (today) => months(today, 1, 1),
  /* Of 90 days: the days before today and today itself; or the days after today. */
  LAST_90_DAYS: (today) => days(today - 90, today + 1),
  NEXT_90_DAYS: (today) => days(today + 1, today + 91),
  LAST_N_DAYS: (today, n) => days(today - n, today + 1),
  NEXT_N_DAYS: (today, n) => days(today + 1, today + n + 1),
  N_DAYS_AGO: (today, n) => days(today - n, today - n + 1),
  LAST_N_WEEKS: (today, n) => weeks(today, -n, n),
  NEXT_N_WEEKS: (today, n) => weeks(today, 1, n),
  N_WEEKS_AGO: (today, n) => weeks(today, -n, 1),
  LAST_N_MONTHS: (today, n) => months(today, -n, n),
  NEXT_N_MONTHS: (today, n) => months(today, 1, n),
  N_MONTHS_AGO: (today, n) => months(today, -n, 1),
  LAST_QUARTER: (today) => quarters(today, -1, 1),
  THIS_QUARTER: (today) => quarters(today, 0, 1),
  NEXT_QUARTER: (today) => quarters(today, 1, 1),
  LAST_N_QUARTERS: (today, n) => quarters(today, -n, n),
  NEXT_N_QUARTERS: (today, n) => quarters(today, 1, n),
  N_QUARTERS_AGO: (today, n) => quarters(today, -n, 1),
  LAST_YEAR: (today) => years(today, -1, 1),
  THIS_YEAR: (today) => years(today, 0, 1),
  NEXT_YEAR: (today) => years(today, 1, 1),
  LAST_N_YEARS: (today, n) => years(today, -n, n),
  NEXT_N_YEARS: (today, n) => years(today, 1, n),
  N_YEARS_AGO: (today, n) => years(today, -n, 1),
};

/** Fiscal years are calendar years, as in a new org; metadata that says otherwise is not read. */
const plainName = (name: string): string => name.replace('FISCAL_', '');

/** `today` is the day on the user's calendar. */
export function dateRange(name: string, n: number | null, today: number): DayRange {
  const literal = literals[name] ?? (/FISCAL_(?:QUARTER|YEAR)/.test(name) ? literals[plainName(name)] : undefined);
  if (!literal) throw new NotSupported(`SOQL date literal ${name}`);
  return literal(today, n ?? 0);
}
