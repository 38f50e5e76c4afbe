/** Java's SimpleDateFormat patterns, in English. */
import { apexError } from '../../../../runtime/exceptions.ts';
import { offsetAt } from '../../../../runtime/timeZones.ts';
import { DAY, dayOfYear, daysOf, partsOf } from './calendar.ts';
import { zoneName } from './zoneNames.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const weekday = (days: number): number => (((days + 4) % 7) + 7) % 7;

/** Weeks begin on Sunday, and the first one holds 1 January: the rule of en_US. */
function weekYear(days: number): { year: number; week: number } {
  const { year } = partsOf(days);
  const start = (y: number): number => daysOf(y, 1, 1) - weekday(daysOf(y, 1, 1));
  if (days >= start(year + 1)) return { year: year + 1, week: 1 };
  return { year, week: Math.floor((days - start(year)) / 7) + 1 };
}

export function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}${separator}${two(minutes % 60)}`;
}

/** The instant `ms` as the zone's clock shows it. */
export function formatDate(ms: number, zone: string, pattern: string): string {
  const offset = offsetAt(zone, ms);
  const wall = ms + offset;
  const days = Math.floor(wall / DAY);
  const { year, month, day } = partsOf(days);
  const clock = wall - days * DAY;
  const hour = Math.floor(clock / 3_600_000);

  const field = (letter: string, count: number): string => {
    const number = (value: number): string => String(value).padStart(count, '0');
    const yearText = (value: number): string => (count === 2 ? String(value % 100).padStart(2, '0') : number(value));
    switch (letter) {
      case 'G':
        return year > 0 ? 'AD' : 'BC';
      case 'y':
        return yearText(year);
      case 'Y':
        return yearText(weekYear(days).year);
      case 'M':
      case 'L':
        return count >= 4 ? (months[month - 1] ?? '') : count === 3 ? (months[month - 1] ?? '').slice(0, 3) : number(month);
      case 'w':
        return number(weekYear(days).week);
      case 'W':
        return number(Math.floor((day + weekday(daysOf(year, month, 1)) - 1) / 7) + 1);
      case 'D':
        return number(dayOfYear(days));
      case 'd':
        return number(day);
      case 'F':
        return number(Math.floor((day - 1) / 7) + 1);
      case 'E':
        return count >= 4 ? (weekdays[weekday(days)] ?? '') : (weekdays[weekday(days)] ?? '').slice(0, 3);
      case 'u':
        return number(weekday(days) || 7);
      case 'a':
        return hour < 12 ? 'AM' : 'PM';
      case 'H':
        return number(hour);
      case 'k':
        return number(hour || 24);
      case 'K':
        return number(hour % 12);
      case 'h':
        return number(hour % 12 || 12);
      case 'm':
        return number(Math.floor(clock / 60_000) % 60);
      case 's':
        return number(Math.floor(clock / 1000) % 60);
      case 'S':
        return number(clock % 1000);
      case 'z':
        return zoneName(ms, zone, count >= 4);
      case 'Z':
        return offsetText(offset, '');
      case 'X':
        if (count > 3) throw apexError('IllegalArgumentException', `invalid ISO 8601 format: length=${count}`);
        if (offset === 0) return 'Z';
        return count === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, count === 3 ? ':' : '');
      default:
        throw apexError('IllegalArgumentException', `Illegal pattern character '${letter}'`);
    }
  };

  return pattern.replace(/''|'((?:[^']|'')*)'|'|([a-zA-Z])\2*/g, (run, quoted: string | undefined, letter: string | undefined) => {
    if (letter !== undefined) return field(letter, run.length);
    if (run === "''") return "'";
    if (quoted === undefined) throw apexError('IllegalArgumentException', 'Unterminated quote');
    return quoted.replaceAll("''", "'");
  });
}

/** Reads text written in one of the numeric patterns of localeFormats.ts; null if it does not fit. */
export function parseNumeric(text: string, pattern: string): { days: number; clock: number } | null {
  const letters: string[] = [];
  const source = pattern.replace(/([a-zA-Z])\1*|[^a-zA-Z]/g, (run, letter: string | undefined) => {
    if (letter === undefined) return run === ' ' ? '\\s+' : run.replace(/[.,/]/, '\\$&');
    letters.push(letter);
    return letter === 'a' ? '([aApP][mM])' : letter === 'y' ? '(\\d{4})' : '(\\d{1,2})';
  });
  const match = new RegExp(`^\\s*${source}\\s*$`).exec(text);
  if (!match) return null;
  const value = (letter: string): string | undefined => (letters.includes(letter) ? match[letters.indexOf(letter) + 1] : undefined);
  const [year, month, day] = [Number(value('y')), Number(value('M')), Number(value('d'))];
  const days = daysOf(year, month, day);
  const back = partsOf(days);
  if (back.month !== month || back.day !== day) return null;
  const half = value('a')?.toLowerCase();
  const hour = half === undefined ? Number(value('H') ?? 0) : (Number(value('h')) % 12) + (half === 'pm' ? 12 : 0);
  const minute = Number(value('m') ?? 0);
  return hour > 23 || minute > 59 ? null : { days, clock: hour * 3_600_000 + minute * 60_000 };
}
