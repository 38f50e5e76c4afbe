/** Cron expressions of System.schedule: `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`, on the clock of a time zone. */
import { apexError } from '../runtime/exceptions.ts';
import { offsetAt } from '../runtime/timeZones.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY = 86_400_000;
/** Years of an expression end here. */
const LAST_YEAR = 2099;

type DayRule = (day: CalendarDay) => boolean;
interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 1 = Sunday. */
  readonly weekday: number;
  readonly lastDay: number;
}

export interface Cron {
  readonly second: number;
  readonly minute: number;
  readonly hours: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number> | null;
  readonly matches: DayRule;
}

function illegal(expression: string): never {
  throw apexError('StringException', `Illegal cron expression format (${expression})`);
}

function numberOf(text: string, names: readonly string[], base: number): number {
  const named = names.indexOf(text.toUpperCase());
  return named >= 0 ? named + base : /^\d+$/.test(text) ? Number(text) : NaN;
}

function valuesOf(
  text: string,
  low: number,
  high: number,
  names: readonly string[],
  base: number,
  expression: string,
): ReadonlySet<number> {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', stepText] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    const [fromText = '', toText] = range.split('-');
    const any = range === '*' || range === '?';
    const from = any ? low : numberOf(fromText, names, base);
    const to = any || (stepText !== undefined && toText === undefined) ? high : toText === undefined ? from : numberOf(toText, names, base);
    if (!(Number.isInteger(step) && step > 0) || !(from >= low && to <= high && from <= to)) illegal(expression);
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

/** `L`, `LW`, `15W`, numbers. */
function dayOfMonthRule(text: string, expression: string): DayRule {
  if (text === 'L') return ({ day, lastDay }) => day === lastDay;
  const nearest = /^(\d+|L)W$/.exec(text);
  if (nearest) return (date) => date.day === nearestWeekday(date, nearest[1] === 'L' ? date.lastDay : Number(nearest[1]));
  const days = valuesOf(text, 1, 31, [], 0, expression);
  return ({ day }) => days.has(day);
}

function nearestWeekday({ day, weekday, lastDay }: CalendarDay, wanted: number): number {
  const target = (((weekday - 1 + (wanted - day)) % 7) + 7) % 7;
  if (target === 6) return wanted > 1 ? wanted - 1 : wanted + 2;
  if (target === 0) return wanted < lastDay ? wanted + 1 : wanted - 2;
  return wanted;
}

/** `MON-FRI`, `6L` (last Friday), `2#1` (first Monday), numbers from 1 = Sunday. */
function dayOfWeekRule(text: string, expression: string): DayRule {
  const last = /^(\w+)L$/.exec(text);
  if (last && text !== 'L') {
    const wanted = numberOf(last[1] ?? '', DAYS, 1);
    return ({ weekday, day, lastDay }) => weekday === wanted && day + 7 > lastDay;
  }
  const nth = /^(\w+)#([1-5])$/.exec(text);
  if (nth) {
    const wanted = numberOf(nth[1] ?? '', DAYS, 1);
    return ({ weekday, day }) => weekday === wanted && Math.ceil(day / 7) === Number(nth[2]);
  }
  const days = valuesOf(text === 'L' ? '7' : text, 1, 7, DAYS, 1, expression);
  return ({ weekday }) => days.has(weekday);
}

export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year] = parts;
  if (parts.length < 6 || parts.length > 7) illegal(expression);
  // "Seconds and minutes must be numbers: Apex scheduling has no shorter period than an hour."
  const single = (text: string): number => (/^\d+$/.test(text) && Number(text) < 60 ? Number(text) : illegal(expression));
  if ((dayOfMonth === '?') === (dayOfWeek === '?'))
    throw apexError('StringException', 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.');
  const matches =
    dayOfMonth === '?' ? dayOfWeekRule(dayOfWeek.toUpperCase(), expression) : dayOfMonthRule(dayOfMonth.toUpperCase(), expression);
  return {
    second: single(seconds),
    minute: single(minutes),
    hours: valuesOf(hours, 0, 23, [], 0, expression),
    months: valuesOf(month, 1, 12, MONTHS, 1, expression),
    years: year === undefined || year === '*' ? null : valuesOf(year, 1970, 2099, [], 0, expression),
    matches,
  };
}

/** The first time after `after` (milliseconds); null if there is none. A time that the clock skips fires when it has moved on. */
export function nextFireTime(cron: Cron, after: number, zone: string): number | null {
  const local = after + offsetAt(zone, after);
  const startDay = Math.floor(local / DAY);
  for (let number = startDay; ; number++) {
    const date = new Date(number * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
    if (year > LAST_YEAR) return null;
    if (!cron.months.has(month) || (cron.years && !cron.years.has(year))) continue;
    const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (!cron.matches({ year, month, day: date.getUTCDate(), weekday: date.getUTCDay() + 1, lastDay })) continue;
    for (const hour of [...cron.hours].sort((a, b) => a - b)) {
      const wall = number * DAY + (hour * 3600 + cron.minute * 60 + cron.second) * 1000;
      const at = wall - offsetAt(zone, wall - offsetAt(zone, wall));
      if (at > after) return at;
    }
  }
}
