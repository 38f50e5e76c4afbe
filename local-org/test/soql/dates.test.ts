import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datePart } from '../../src/store/dateParts.ts';
import { localDay, startOfDay } from '../../src/runtime/timeZones.ts';
import { field } from '../../src/schema/fields.ts';
import { dateRange } from '../../src/soql/dateLiterals.ts';
import { custom, customObject } from '../helpers/schema.ts';
import { at, day, testOrg } from './testOrg.ts';

const text = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);
/** First and last day, on Wednesday 18 March 2026. */
const range = (literal: string): string => {
  const [name, n] = literal.split(':');
  const { from, to } = dateRange(name!, n === undefined ? null : Number(n), day('2026-03-18').days);
  return `${text(from)} ${text(to - 1)}`;
};

describe('date literals', () => {
  const expected: Readonly<Record<string, string>> = {
    YESTERDAY: '2026-03-17 2026-03-17',
    TODAY: '2026-03-18 2026-03-18',
    TOMORROW: '2026-03-19 2026-03-19',
    LAST_WEEK: '2026-03-08 2026-03-14',
    THIS_WEEK: '2026-03-15 2026-03-21',
    NEXT_WEEK: '2026-03-22 2026-03-28',
    LAST_MONTH: '2026-02-01 2026-02-28',
    THIS_MONTH: '2026-03-01 2026-03-31',
    NEXT_MONTH: '2026-04-01 2026-04-30',
    LAST_90_DAYS: '2025-12-18 2026-03-18',
    NEXT_90_DAYS: '2026-03-19 2026-06-16',
    'LAST_N_DAYS:1': '2026-03-17 2026-03-18',
    'NEXT_N_DAYS:1': '2026-03-19 2026-03-19',
    'N_DAYS_AGO:2': '2026-03-16 2026-03-16',
    'LAST_N_WEEKS:2': '2026-03-01 2026-03-14',
    'NEXT_N_WEEKS:2': '2026-03-22 2026-04-04',
    'N_WEEKS_AGO:1': '2026-03-08 2026-03-14',
    'LAST_N_MONTHS:3': '2025-12-01 2026-02-28',
    'NEXT_N_MONTHS:2': '2026-04-01 2026-05-31',
    'N_MONTHS_AGO:3': '2025-12-01 2025-12-31',
    LAST_QUARTER: '2025-10-01 2025-12-31',
    THIS_QUARTER: '2026-01-01 2026-03-31',
    NEXT_QUARTER: '2026-04-01 2026-06-30',
    'LAST_N_QUARTERS:2': '2025-07-01 2025-12-31',
    'NEXT_N_QUARTERS:2': '2026-04-01 2026-09-30',
    'N_QUARTERS_AGO:1': '2025-10-01 2025-12-31',
    LAST_YEAR: '2025-01-01 2025-12-31',
    THIS_YEAR: '2026-01-01 2026-12-31',
    NEXT_YEAR: '2027-01-01 2027-12-31',
    'LAST_N_YEARS:2': '2024-01-01 2025-12-31',
    'NEXT_N_YEARS:2': '2027-01-01 2028-12-31',
    'N_YEARS_AGO:1': '2025-01-01 2025-12-31',
  };
  for (const [literal, days] of Object.entries(expected))
    it(`${literal} is ${days.replace(' ', ' to ')}`, () => assert.equal(range(literal), days));

  it('of fiscal years and quarters are those of the calendar', () => {
    assert.equal(range('THIS_FISCAL_QUARTER'), range('THIS_QUARTER'));
    assert.equal(range('LAST_N_FISCAL_YEARS:2'), range('LAST_N_YEARS:2'));
    assert.equal(range('N_FISCAL_QUARTERS_AGO:1'), range('N_QUARTERS_AGO:1'));
    assert.throws(() => range('THIS_FISCAL_WEEK'), /NotSupported/);
  });

  it('compare as ranges, in the time zone of the user for datetimes', () => {
    const org = testOrg(customObject('Dated__c', 'a00', [custom(field('Day__c', 'date')), custom(field('At__c', 'datetime'))]));
    const user = org.insert('User', {
      Username: 'la@example.com',
      LastName: 'L',
      UserType: 'Standard',
      TimeZoneSidKey: 'America/Los_Angeles',
    });
    for (const [name, d, t] of [
      ['early', '2026-03-17', '2026-03-18T06:59:59Z'],
      ['now', '2026-03-18', '2026-03-18T07:00:00Z'],
      ['late', '2026-03-19', '2026-03-19T07:00:00Z'],
    ] as const)
      org.insert('Dated__c', { Name: name, Day__c: day(d), At__c: at(t) });
    org.insert('Dated__c', { Name: 'none' });
    const found = (where: string): string =>
      org
        .rows(`SELECT Name FROM Dated__c WHERE ${where} ORDER BY Name`, {}, 'system', user)
        .map((row) => (row as { Name: string }).Name)
        .join(' ');
    for (const field of ['Day__c', 'At__c']) {
      assert.equal(found(`${field} = TODAY`), 'now');
      assert.equal(found(`${field} != TODAY`), 'early late none');
      assert.equal(found(`${field} < TODAY`), 'early');
      assert.equal(found(`${field} <= TODAY`), 'early now');
      assert.equal(found(`${field} > TODAY`), 'late');
      assert.equal(found(`${field} >= TODAY`), 'late now');
    }
    assert.equal(found('Day__c = 2026-03-17'), 'early');
    assert.equal(found('At__c > 2026-03-18T08:00:00+01:00'), 'late');
  });
});

describe('date functions', () => {
  it('count weeks from the first of the month and of the year, and days from Sunday', () => {
    const parts = (date: string): number[] =>
      [
        'CALENDAR_YEAR',
        'CALENDAR_QUARTER',
        'CALENDAR_MONTH',
        'DAY_IN_MONTH',
        'DAY_IN_WEEK',
        'DAY_IN_YEAR',
        'WEEK_IN_MONTH',
        'WEEK_IN_YEAR',
      ].map((name) => datePart(name, day(date).days));
    assert.deepEqual(parts('2026-01-01'), [2026, 1, 1, 1, 5, 1, 1, 1]);
    assert.deepEqual(parts('2026-04-10'), [2026, 2, 4, 10, 6, 100, 2, 15]);
    assert.deepEqual(parts('1969-12-31'), [1969, 4, 12, 31, 4, 365, 5, 53]);
  });
});

describe('time zones', () => {
  it('know the offset of the day, and where a day begins when clocks change', () => {
    assert.equal(text(localDay(Date.parse('2026-03-18T06:59:59Z'), 'America/Los_Angeles')), '2026-03-17');
    assert.equal(text(localDay(Date.parse('2026-03-18T20:00:00Z'), 'Asia/Kolkata')), '2026-03-19');
    const start = (date: string, zone: string): string => new Date(startOfDay(day(date).days, zone)).toISOString();
    assert.equal(start('2026-03-08', 'America/Los_Angeles'), '2026-03-08T08:00:00.000Z');
    assert.equal(start('2026-03-09', 'America/Los_Angeles'), '2026-03-09T07:00:00.000Z');
    assert.equal(start('2026-11-01', 'America/Los_Angeles'), '2026-11-01T07:00:00.000Z');
    assert.equal(start('2018-11-04', 'America/Sao_Paulo'), '2018-11-04T03:00:00.000Z');
  });
});
