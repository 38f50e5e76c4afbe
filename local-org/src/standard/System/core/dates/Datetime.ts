/** `System.Datetime`: an instant; the members without `Gmt` see it on the clock of the user's time zone. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { current } from '../../../../runtime/transaction.ts';
import { typeNameOf } from '../../../../runtime/typeNames.ts';
import { ApexDate, ApexDatetime, type ApexTime } from '../../../../runtime/values/dates.ts';
import { membersOf, standardClass, type MemberEntry } from '../../../declare.ts';
import { userTimeZone } from '../../platform/today.ts';
import { required } from '../arguments.ts';
import { addMonths, DAY, dateOf, dayOfYear, daysOf, instantOf, partsOf, timeOf, wallClock } from './calendar.ts';
import { formatDate, parseNumeric } from './dateFormat.ts';
import { userFormat } from './localeFormats.ts';
import { knownZone } from './zones.ts';

const { m } = membersOf<ApexDatetime>();

const userZone = (): string => userTimeZone(current());
const invalid = (text: string): never => {
  throw apexError('TypeException', `Invalid date/time: ${text}`);
};

/** `2026-01-31 10:00:00`; the time may be missing. */
function parseIso(text: string, zone: string): ApexDatetime {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2}):(\d{1,2}))?\s*$/.exec(text);
  if (!match) return invalid(text);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const days = daysOf(year, month, day);
  const back = partsOf(days);
  if (back.month !== month || back.day !== day || hour > 23 || minute > 59 || second > 59) return invalid(text);
  return instantOf(days * DAY + (hour * 3600 + minute * 60 + second) * 1000, zone);
}

type Numbers = readonly (number | null)[];
/** Year, month, day, and perhaps hour, minute, second; what is too large rolls over. */
function fromParts(parts: Numbers, zone: string): ApexDatetime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(required);
  return instantOf(daysOf(year, month, day) * DAY + (hour * 3600 + minute * 60 + second) * 1000, zone);
}

function fromDateAndTime(date: ApexDate | null, time: ApexTime | null, zone: string): ApexDatetime {
  return instantOf(required(date).days * DAY + required(time).ms, zone);
}

/** Days are 24 hours, months keep the time of day in GMT: like the operators + and -, without regard to summer time. */
function moveMonths(self: ApexDatetime, months: number): ApexDatetime {
  const days = Math.floor(self.ms / DAY);
  return new ApexDatetime(addMonths(days, months) * DAY + (self.ms - days * DAY));
}

type Reading = (wall: number) => number;
const readings: Readonly<Record<string, Reading>> = {
  day: (wall) => partsOf(Math.floor(wall / DAY)).day,
  dayOfYear: (wall) => dayOfYear(Math.floor(wall / DAY)),
  hour: (wall) => Math.floor(timeOf(wall).ms / 3_600_000),
  millisecond: (wall) => timeOf(wall).ms % 1000,
  minute: (wall) => Math.floor(timeOf(wall).ms / 60_000) % 60,
  month: (wall) => partsOf(Math.floor(wall / DAY)).month,
  second: (wall) => Math.floor(timeOf(wall).ms / 1000) % 60,
  year: (wall) => partsOf(Math.floor(wall / DAY)).year,
};

const readingMembers: readonly MemberEntry[] = Object.entries(readings).flatMap(([name, read]) => [
  { ...m('Integer f()', (self) => read(wallClock(self.ms, userZone()))), signature: `Integer ${name}()` },
  { ...m('Integer f()', (self) => read(self.ms)), signature: `Integer ${name}Gmt()` },
]);

export const datetimeDeclaration = standardClass(
  'System.Datetime',
  [
    ...readingMembers,
    m('Datetime addDays(Integer days)', (self, days) => new ApexDatetime(self.ms + required(days) * DAY)),
    m('Datetime addHours(Integer hours)', (self, hours) => new ApexDatetime(self.ms + required(hours) * 3_600_000)),
    m('Datetime addMinutes(Integer minutes)', (self, minutes) => new ApexDatetime(self.ms + required(minutes) * 60_000)),
    m('Datetime addMonths(Integer months)', (self, months) => moveMonths(self, required(months))),
    m('Datetime addSeconds(Integer seconds)', (self, seconds) => new ApexDatetime(self.ms + required(seconds) * 1000)),
    m('Datetime addYears(Integer years)', (self, years) => moveMonths(self, required(years) * 12)),
    m('Date date()', (self) => dateOf(wallClock(self.ms, userZone()))),
    m('Date dateGmt()', (self) => dateOf(self.ms)),
    m('Time time()', (self) => timeOf(wallClock(self.ms, userZone()))),
    m('Time timeGmt()', (self) => timeOf(self.ms)),
    m('Long getTime()', (self) => BigInt(self.ms)),
    m('Boolean isSameDay(Datetime other)', (self, other) => {
      const zone = userZone();
      return dateOf(wallClock(self.ms, zone)).days === dateOf(wallClock(required(other).ms, zone)).days;
    }),
    m('String format()', (self) => formatDate(self.ms, userZone(), userFormat().datetime)),
    m('String format(String pattern)', (self, pattern) => formatDate(self.ms, userZone(), required(pattern))),
    m('String format(String pattern, String timeZone)', (self, pattern, zone) =>
      formatDate(self.ms, knownZone(required(zone)), required(pattern)),
    ),
    m('String formatGmt(String pattern)', (self, pattern) => formatDate(self.ms, 'GMT', required(pattern))),
    m('static Datetime newInstance(Date date, Time time)', (date, time) => fromDateAndTime(date, time, userZone())),
    m('static Datetime newInstance(Integer year, Integer month, Integer day)', (...parts) => fromParts(parts, userZone())),
    m('static Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)', (...parts) =>
      fromParts(parts, userZone()),
    ),
    m('static Datetime newInstance(Long milliseconds)', (milliseconds) => new ApexDatetime(Number(required(milliseconds)))),
    m('static Datetime newInstanceGmt(Date date, Time time)', (date, time) => fromDateAndTime(date, time, 'GMT')),
    m('static Datetime newInstanceGmt(Integer year, Integer month, Integer day)', (...parts) => fromParts(parts, 'GMT')),
    m(
      'static Datetime newInstanceGmt(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)',
      (...parts) => fromParts(parts, 'GMT'),
    ),
    m('static Datetime now()', () => new ApexDatetime(current().now())),
    m('static Datetime parse(String text)', (text) => {
      const parsed = parseNumeric(required(text), userFormat().datetime);
      return parsed ? instantOf(parsed.days * DAY + parsed.clock, userZone()) : invalid(required(text));
    }),
    m('static Datetime valueOf(Object value)', (value) => {
      const given = required(value);
      if (given instanceof ApexDatetime) return given;
      if (typeof given === 'string') return parseIso(given, userZone());
      throw new NotSupported(`Datetime.valueOf of a value of type ${typeNameOf(given)}`);
    }),
    m('static Datetime valueOf(String text)', (text) => parseIso(required(text), userZone())),
    m('static Datetime valueOfGmt(String text)', (text) => parseIso(required(text), 'GMT')),
  ],
  { notSupported: ['formatLong()'] },
);
