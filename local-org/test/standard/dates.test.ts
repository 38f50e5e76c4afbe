import assert from 'node:assert/strict';
import test from 'node:test';
import { instantOf } from '../../src/standard/System/core/dates/calendar.ts';
import { formatDate } from '../../src/standard/System/core/dates/dateFormat.ts';
import { expectTexts } from './expectations.ts';

const at = Date.UTC(2026, 0, 5, 15, 4, 9, 7);

test('SimpleDateFormat patterns', () => {
  const format = (pattern: string, zone = 'GMT', ms = at): string => formatDate(ms, zone, pattern);
  assert.equal(format('yyyy-MM-dd HH:mm:ss.SSS'), '2026-01-05 15:04:09.007');
  assert.equal(format('EEE, d MMM yy h:mm a'), 'Mon, 5 Jan 26 3:04 PM');
  assert.equal(format("EEEE 'the' d. MMMM"), 'Monday the 5. January');
});

test('quotes, offsets and zone names', () => {
  const format = (pattern: string, zone = 'GMT', ms = at): string => formatDate(ms, zone, pattern);
  assert.equal(format("yyyy-MM-dd'T'HH:mm:ss'Z'"), '2026-01-05T15:04:09Z');
  assert.equal(format("h 'o''clock'"), "3 o'clock");
  assert.equal(format('HH:mm Z XXX z', 'America/Los_Angeles'), '07:04 -0800 -08:00 PST');
  assert.equal(format('XXX'), 'Z');
  assert.equal(format('YYYY w D u', 'GMT', Date.UTC(2025, 11, 31)), '2026 1 365 3');
  assert.equal(format('kk KK', 'GMT', Date.UTC(2026, 0, 1)), '24 00');
  assert.throws(() => format('yyyy-bb'), /Illegal pattern character 'b'/);
});

test('a wall-clock time that happens twice is the later one, one that is skipped moves forward', () => {
  const zone = 'America/Los_Angeles';
  assert.equal(new Date(instantOf(Date.UTC(2026, 10, 1, 1, 30), zone).ms).toISOString(), '2026-11-01T09:30:00.000Z');
  assert.equal(new Date(instantOf(Date.UTC(2026, 2, 8, 2, 30), zone).ms).toISOString(), '2026-03-08T10:30:00.000Z');
  assert.equal(new Date(instantOf(Date.UTC(2026, 6, 1, 12, 0), zone).ms).toISOString(), '2026-07-01T19:00:00.000Z');
});

test('Date', () => {
  expectTexts([
    [
      'String.valueOf(Date.newInstance(2026, 1, 31).addMonths(1)) + String.valueOf(Date.newInstance(2024, 2, 29).addYears(1))',
      '2026-02-282025-02-28',
    ],
    ['String.valueOf(Date.newInstance(2026, 3, 31).addMonths(-1))', '2026-02-28'],
    ['String.valueOf(Date.newInstance(2026, 14, 1))', '2027-02-01'],
    ['Date.newInstance(2026, 1, 1).daysBetween(Date.newInstance(2026, 3, 1))', '59'],
    ['Date.newInstance(2026, 1, 31).monthsBetween(Date.newInstance(2026, 2, 1))', '1'],
    [
      'String.valueOf(Date.newInstance(2026, 1, 7).toStartOfWeek()) + String.valueOf(Date.newInstance(2026, 1, 7).toStartOfMonth())',
      '2026-01-042026-01-01',
    ],
    ["Date.daysInMonth(2024, 2) + ' ' + Date.isLeapYear(1900) + ' ' + Date.newInstance(2026, 12, 31).dayOfYear()", '29 false 365'],
    ["String.valueOf(Date.valueOf('2026-01-31')) + String.valueOf(Date.valueOf('2026-1-5 10:00:00'))", '2026-01-312026-01-05'],
    ["Date.valueOf('31.1.2026')", 'System.TypeException: Invalid date: 31.1.2026'],
    ["String.valueOf(Date.parse('12/27/2026')) + Date.newInstance(2026, 1, 5).format()", '2026-12-271/5/2026'],
    ["Date.parse('27.12.2026')", 'System.TypeException: Invalid date: 27.12.2026'],
    ['Date.newInstance(2026, 1, 1) < Date.newInstance(2026, 1, 2)', 'true'],
  ]);
});

test('Datetime: the members without Gmt see the user’s clock', () => {
  expectTexts(
    [
      ["Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).format('yyyy-MM-dd HH:mm')", '2026-01-04 19:00'],
      ["Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).formatGmt('yyyy-MM-dd HH:mm')", '2026-01-05 03:00'],
      ["Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).format('HH:mm', 'Europe/Berlin')", '04:00'],
      ["Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).day() + ' ' + Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).dayGmt()", '4 5'],
      ['String.valueOf(Datetime.newInstanceGmt(2026, 1, 5, 3, 0, 0).date())', '2026-01-04'],
      ['Datetime.newInstance(2026, 7, 1, 12, 0, 0).getTime()', String(Date.UTC(2026, 6, 1, 19))],
      ["Datetime.valueOf('2026-07-01 12:00:00') == Datetime.valueOfGmt('2026-07-01 19:00:00')", 'true'],
      ["Datetime.valueOf('soon')", 'System.TypeException: Invalid date/time: soon'],
      ['Datetime.newInstance(Date.newInstance(2026, 7, 1), Time.newInstance(12, 0, 0, 0)).hourGmt()', '19'],
      ['Datetime.newInstanceGmt(2026, 1, 5, 23, 4, 0).format()', '1/5/2026, 3:04 PM'],
      ["Datetime.parse('1/5/2026, 3:04 PM').formatGmt('HH:mm')", '23:04'],
      ["Datetime.newInstance(0L).addMonths(1).addDays(1).addSeconds(90).formatGmt('yyyy-MM-dd HH:mm:ss')", '1970-02-02 00:01:30'],
      ["Datetime.now().formatGmt('yyyy-MM-dd HH:mm:ss') + String.valueOf(Date.today())", '2026-01-05 03:00:002026-01-04'],
    ],
    { timeZone: 'America/Los_Angeles', now: Date.UTC(2026, 0, 5, 3) },
  );
});

test('Time and TimeZone', () => {
  expectTexts([
    ['Time.newInstance(23, 30, 0, 5).addHours(1)', '00:30:00.005Z'],
    ["Time.newInstance(1, 2, 3, 4).minute() + ' ' + Time.newInstance(1, 2, 3, 4).millisecond()", '2 4'],
    ["TimeZone.getTimeZone('Asia/Kolkata').getOffset(Datetime.newInstance(0L))", '19800000'],
    ["TimeZone.getTimeZone('Nowhere').getID()", 'GMT'],
  ]);
});

test('assertions compare Datetimes by the second', () => {
  expectTexts([
    ["System.assertEquals(Datetime.newInstance(1000L), Datetime.newInstance(1999L)); return 'same';", 'same'],
    ["return '' + (Datetime.newInstance(1000L) < Datetime.newInstance(1999L));", 'true'],
  ]);
});

test('time zones by Java’s old ids and by offsets', () => {
  const at = 'Datetime.newInstanceGmt(2020, 7, 2, 3, 4, 5)';
  expectTexts([
    [`${at}.format('HH:mm', 'PST') + ' ' + ${at}.format('HH:mm', 'EST') + ' ' + ${at}.format('HH:mm', 'IST')`, '20:04 22:04 08:34'],
    [
      `${at}.format('HH:mm', 'GMT+5:30') + ' ' + ${at}.format('HH:mm Z', 'GMT-0330') + ' ' + ${at}.format('HH:mm', 'GMT+5')`,
      '08:34 23:34 -0330 08:04',
    ],
    [
      `${at}.format('z', 'Europe/Berlin') + ' ' + ${at}.addMonths(6).format('z', 'Europe/London') + ' ' + ${at}.format('z', 'Asia/Tokyo')`,
      'CEST GMT JST',
    ],
    [`${at}.format('XXXX')`, 'System.IllegalArgumentException: invalid ISO 8601 format: length=4'],
    [`${at}.format('HH:mm', 'XYZ') + ' ' + ${at}.format('HH:mm', 'GMT+99')`, '03:04 03:04'],
    [
      `TimeZone.getTimeZone('GMT+5').getID() + ' ' + TimeZone.getTimeZone('PST').getID() + ' ' + TimeZone.getTimeZone('Nowhere').getID() + ' ' + TimeZone.getTimeZone('PST').getOffset(${at})`,
      'GMT+05:00 PST GMT -25200000',
    ],
  ]);
  expectTexts(
    [
      ["TimeZone.getTimeZone('America/New_York').getDisplayName()", '(GMT-04:00) Eastern Daylight Time (America/New_York)'],
      ["TimeZone.getTimeZone('GMT').getDisplayName()", '(GMT+00:00) Greenwich Mean Time (GMT)'],
    ],
    { now: Date.UTC(2026, 6, 1) },
  );
});
