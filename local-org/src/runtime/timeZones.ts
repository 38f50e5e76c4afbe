/** Offsets of time zones from UTC, by Intl, with a cache: the only place that knows what the clock shows elsewhere. */

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Offsets change on quarter hours only. */
const STEP = 900_000;

const formats = new Map<string, Intl.DateTimeFormat>();
/** zone → step → offset in ms; dropped when it grows large. */
const offsets = new Map<string, Map<number, number>>();
const MOST_STEPS = 10_000;

function compute(zone: string, ms: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(zone, format);
  }
  const parts: Record<string, string> = {};
  for (const part of format.formatToParts(ms)) parts[part.type] = part.value;
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const local = new Date(0);
  local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return local.getTime() - Math.floor(ms / 1000) * 1000;
}

/** Milliseconds to add to UTC at that instant. Throws RangeError for a zone that Intl does not know. */
export function offsetAt(zone: string, ms: number): number {
  if (zone === 'GMT' || zone === 'UTC') return 0;
  let known = offsets.get(zone);
  if (!known || known.size > MOST_STEPS) offsets.set(zone, (known = new Map()));
  const step = Math.floor(ms / STEP);
  let offset = known.get(step);
  if (offset === undefined) known.set(step, (offset = compute(zone, ms)));
  return offset;
}

/** Days since 1970 on the zone's calendar. */
export const localDay = (ms: number, zone: string): number => Math.floor((ms + offsetAt(zone, ms)) / DAY);

/** 0–23 on the zone's clock. */
export const localHour = (ms: number, zone: string): number => {
  const local = ms + offsetAt(zone, ms);
  return Math.floor((local - Math.floor(local / DAY) * DAY) / HOUR);
};

/** The instant at which that day begins in the zone; where midnight is skipped, the first instant after it. */
export function startOfDay(day: number, zone: string): number {
  const wall = day * DAY;
  const guess = wall - offsetAt(zone, wall);
  const exact = wall - offsetAt(zone, guess);
  return localDay(exact, zone) < day ? guess : exact;
}
