/** SOQL's date functions on a day (days since 1970). Source: SOQL and SOSL Reference, Date Functions. */

const DAY = 86_400_000;

const parts: Readonly<Record<string, (date: Date) => number>> = {
  CALENDAR_YEAR: (date) => date.getUTCFullYear(),
  CALENDAR_QUARTER: (date) => Math.floor(date.getUTCMonth() / 3) + 1,
  CALENDAR_MONTH: (date) => date.getUTCMonth() + 1,
  DAY_IN_MONTH: (date) => date.getUTCDate(),
  /** 1 for Sunday. */
  DAY_IN_WEEK: (date) => date.getUTCDay() + 1,
  DAY_IN_YEAR: dayInYear,
  /** The first week is from the first through the seventh day of the month. */
  WEEK_IN_MONTH: (date) => Math.floor((date.getUTCDate() - 1) / 7) + 1,
  /** The first week is from January 1 through January 7. */
  WEEK_IN_YEAR: (date) => Math.floor((dayInYear(date) - 1) / 7) + 1,
};

function dayInYear(date: Date): number {
  const first = new Date(date);
  first.setUTCMonth(0, 1);
  return Math.round((date.getTime() - first.getTime()) / DAY) + 1;
}

export const datePartNames: ReadonlySet<string> = new Set(Object.keys(parts));

export function datePart(name: string, day: number): number {
  const part = parts[name];
  if (!part) throw new Error(`no date part ${name}`);
  return part(new Date(day * DAY));
}
