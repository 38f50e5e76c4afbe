/** `System.Date` */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { current } from '../../../../runtime/transaction.ts';
import { typeNameOf } from '../../../../runtime/typeNames.ts';
import { ApexDate } from '../../../../runtime/values/dates.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { todayOf } from '../../platform/today.ts';
import { required } from '../arguments.ts';
import { addMonths, DAY, dayOfYear, daysInMonth, daysOf, isLeapYear, partsOf } from './calendar.ts';
import { formatDate, parseNumeric, weekday } from './dateFormat.ts';
import { userFormat } from './localeFormats.ts';

const { m } = membersOf<ApexDate>();

const invalid = (text: string): never => {
  throw apexError('TypeException', `Invalid date: ${text}`);
};

/** `2026-01-31`, and a time after it, which is read over. */
export function parseIsoDate(text: string): ApexDate {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?: \d{1,2}:\d{1,2}:\d{1,2})?\s*$/.exec(text);
  if (!match) return invalid(text);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = daysOf(year, month, day);
  const back = partsOf(days);
  return back.month === month && back.day === day ? new ApexDate(days) : invalid(text);
}

export const dateDeclaration = standardClass('System.Date', [
  m('Date addDays(Integer days)', (self, days) => new ApexDate(self.days + required(days))),
  m('Date addMonths(Integer months)', (self, months) => new ApexDate(addMonths(self.days, required(months)))),
  m('Date addYears(Integer years)', (self, years) => new ApexDate(addMonths(self.days, required(years) * 12))),
  m('Integer day()', (self) => partsOf(self.days).day),
  m('Integer dayOfYear()', (self) => dayOfYear(self.days)),
  m('Integer daysBetween(Date other)', (self, other) => required(other).days - self.days),
  m('String format()', (self) => formatDate(self.days * DAY, 'GMT', userFormat().date)),
  m('Boolean isSameDay(Date other)', (self, other) => self.days === required(other).days),
  m('Integer month()', (self) => partsOf(self.days).month),
  m('Integer monthsBetween(Date other)', (self, other) => {
    const [from, to] = [partsOf(self.days), partsOf(required(other).days)];
    return (to.year - from.year) * 12 + to.month - from.month;
  }),
  m('Date toStartOfMonth()', (self) => new ApexDate(self.days - partsOf(self.days).day + 1)),
  m('Date toStartOfWeek()', (self) => new ApexDate(self.days - ((weekday(self.days) - userFormat().weekStart + 7) % 7))),
  m('Integer year()', (self) => partsOf(self.days).year),
  m('static Integer daysInMonth(Integer year, Integer month)', (year, month) => daysInMonth(required(year), required(month))),
  m('static Boolean isLeapYear(Integer year)', (year) => isLeapYear(required(year))),
  m(
    'static Date newInstance(Integer year, Integer month, Integer day)',
    (year, month, day) => new ApexDate(daysOf(required(year), required(month), required(day))),
  ),
  m('static Date parse(String text)', (text) => {
    const parsed = parseNumeric(required(text), userFormat().date);
    return parsed ? new ApexDate(parsed.days) : invalid(required(text));
  }),
  m('static Date today()', () => todayOf(current())),
  m('static Date valueOf(Object value)', (value) => {
    const given = required(value);
    if (given instanceof ApexDate) return given;
    if (typeof given === 'string') return parseIsoDate(given);
    throw new NotSupported(`Date.valueOf of a value of type ${typeNameOf(given)}`);
  }),
  m('static Date valueOf(String text)', (text) => parseIsoDate(required(text))),
]);
