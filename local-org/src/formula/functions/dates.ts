/** Date and time functions. Today and the day of an instant are those of the user's time zone; everything else is GMT. */
import { localDay } from '../../runtime/timeZones.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../runtime/values/dates.ts';
import type { BigDecimalValue } from '../../runtime/values/numbers.ts';
import { addMonths, DAY, dateFrom, datetimeFrom, dayOf, dayOfYear, isoWeek, partsOf, timeFrom } from '../calendar.ts';
import { unfitArgument } from '../problems.ts';
import { decimal, whole, type FormulaValue } from '../values.ts';
import { expectCount, fixed, strict, type Call, type FormulaFunction, type FunctionTable } from './define.ts';

const ofDate = (run: (days: number) => number): FormulaFunction => strict(['Date'], 'Number', ({ days }) => decimal(run(days)));
const ofTime = (run: (ms: number) => number): FormulaFunction => strict(['Time'], 'Number', ({ ms }) => decimal(run(ms)));

/** One parameter of one of several types. */
function one(call: Call, ...types: readonly string[]): Call['args'][number] {
  expectCount(call, 1);
  const arg = call.args[0]!;
  if (!types.includes(arg.type)) throw unfitArgument(call.name);
  return arg;
}

const dateValue: FormulaFunction = (call) => {
  const arg = one(call, 'DateTime', 'Text');
  return {
    type: 'Date',
    run: (context) => {
      const value = arg.run(context);
      if (value instanceof ApexDatetime) return new ApexDate(localDay(value.ms, context.environment.zone()));
      return typeof value === 'string' ? dateFrom(value) : value;
    },
  };
};

const datetimeValue: FormulaFunction = (call) => {
  const arg = one(call, 'DateTime', 'Text', 'Date');
  return {
    type: 'DateTime',
    run: (context) => {
      const value = arg.run(context);
      if (value instanceof ApexDate) return new ApexDatetime(value.days * DAY);
      return typeof value === 'string' ? datetimeFrom(value) : value;
    },
  };
};

const timeOf = (ms: number): ApexTime => new ApexTime(((ms % DAY) + DAY) % DAY);

const timeValue: FormulaFunction = (call) => {
  const arg = one(call, 'DateTime', 'Text', 'Time');
  return {
    type: 'Time',
    run: (context) => {
      const value = arg.run(context);
      if (value instanceof ApexDatetime) return timeOf(value.ms);
      return typeof value === 'string' ? timeFrom(value) : value;
    },
  };
};

/** Of a Date or a DateTime, which it returns again. */
const monthsLater: FormulaFunction = (call) => {
  expectCount(call, 2);
  const [start, months] = call.args as [Call['args'][number], Call['args'][number]];
  if ((start.type !== 'Date' && start.type !== 'DateTime') || months.type !== 'Number') throw unfitArgument(call.name);
  return {
    type: start.type,
    run: (context): FormulaValue => {
      const value = start.run(context);
      const count = months.run(context) as BigDecimalValue | null;
      if (count === null) return value;
      if (value instanceof ApexDate) return new ApexDate(addMonths(value.days, whole(count)));
      if (!(value instanceof ApexDatetime)) return null;
      const days = Math.floor(value.ms / DAY);
      return new ApexDatetime(addMonths(days, whole(count)) * DAY + (value.ms - days * DAY));
    },
  };
};

const now =
  (type: 'Date' | 'DateTime' | 'Time', value: (now: number, zone: () => string) => FormulaValue): FormulaFunction =>
  (call) => {
    expectCount(call, 0);
    return { type, run: ({ environment }) => value(environment.now, () => environment.zone()) };
  };

export const dateFunctions: FunctionTable = {
  ADDMONTHS: monthsLater,
  DATE: strict(['Number', 'Number', 'Number'], 'Date', (year, month, day) => new ApexDate(dayOf(whole(year), whole(month), whole(day)))),
  DATEVALUE: dateValue,
  DATETIMEVALUE: datetimeValue,
  DAY: ofDate((days) => partsOf(days).day),
  DAYOFYEAR: ofDate(dayOfYear),
  FROMUNIXTIME: strict(['Number'], 'DateTime', (seconds) => new ApexDatetime(whole(seconds) * 1000)),
  HOUR: ofTime((ms) => Math.floor(ms / 3_600_000)),
  ISOWEEK: ofDate((days) => isoWeek(days).week),
  ISOYEAR: ofDate((days) => isoWeek(days).year),
  MILLISECOND: ofTime((ms) => ms % 1000),
  MINUTE: ofTime((ms) => Math.floor(ms / 60_000) % 60),
  MONTH: ofDate((days) => partsOf(days).month),
  NOW: now('DateTime', (ms) => new ApexDatetime(Math.floor(ms / 1000) * 1000)),
  SECOND: ofTime((ms) => Math.floor(ms / 1000) % 60),
  TIMENOW: now('Time', (ms) => timeOf(ms)),
  TIMEVALUE: timeValue,
  TODAY: now('Date', (ms, zone) => new ApexDate(localDay(ms, zone()))),
  UNIXTIMESTAMP: (call) => {
    const arg = one(call, 'DateTime', 'Date');
    return {
      type: 'Number',
      run: (context) => {
        const value = arg.run(context);
        if (value instanceof ApexDate) return decimal(value.days * (DAY / 1000));
        return value instanceof ApexDatetime ? decimal(Math.floor(value.ms / 1000)) : null;
      },
    };
  },
  /** 1 for Sunday. */
  WEEKDAY: ofDate((days) => new Date(days * DAY).getUTCDay() + 1),
  YEAR: fixed(['Date'], 'Number', (date) => (date === null ? null : decimal(partsOf(date.days).year))),
};
