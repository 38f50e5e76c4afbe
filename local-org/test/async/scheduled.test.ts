/** Cron expressions and scheduled Apex. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFireTime, parseCron } from '../../src/async/cron.ts';
import { ADMIN, failures, orgWith } from '../helpers/project.ts';

const next = (expression: string, after: string, zone = 'GMT'): string | null => {
  const at = nextFireTime(parseCron(expression), Date.parse(after), zone);
  return at === null ? null : new Date(at).toISOString().replace('.000', '');
};

for (const [expression, after, expected] of [
  ['0 0 13 * * ?', '2026-01-01T12:59:59Z', '2026-01-01T13:00:00Z'],
  ['0 0 13 * * ?', '2026-01-01T13:00:00Z', '2026-01-02T13:00:00Z'],
  ['0 0 22 ? * 6L', '2026-01-01T00:00:00Z', '2026-01-30T22:00:00Z'],
  ['0 0 10 ? * MON-FRI', '2026-01-02T11:00:00Z', '2026-01-05T10:00:00Z'],
  ['0 0 20 * * ? 2027', '2026-06-01T00:00:00Z', '2027-01-01T20:00:00Z'],
  ['0 30 6 L * ?', '2026-02-01T00:00:00Z', '2026-02-28T06:30:00Z'],
  ['0 0 8 15W * ?', '2026-08-01T00:00:00Z', '2026-08-14T08:00:00Z'],
  ['0 0 8 ? * 2#1', '2026-01-01T00:00:00Z', '2026-01-05T08:00:00Z'],
  ['0 0 0/6 * * ?', '2026-01-01T06:00:00Z', '2026-01-01T12:00:00Z'],
  ['0 0 9 1 JAN,JUL ?', '2026-01-02T00:00:00Z', '2026-07-01T09:00:00Z'],
  ['0 0 0 29 2 ?', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00Z'],
  ['0 0 0 1 1 ? 2020', '2026-01-01T00:00:00Z', null],
] as const)
  test(`${expression} after ${after}`, () => assert.equal(next(expression, after), expected));

test('a schedule is on the clock of its time zone, daylight saving included', () => {
  assert.equal(next('0 0 3 * * ?', '2026-03-28T12:00:00Z', 'Europe/Berlin'), '2026-03-29T01:00:00Z');
  assert.equal(next('0 0 3 * * ?', '2026-03-27T12:00:00Z', 'Europe/Berlin'), '2026-03-28T02:00:00Z');
});

for (const expression of ['0 * 1 * * ?', '0 0 25 * * ?', '0 0 1 * *', 'x 0 1 * * ?', '0 0 1 ? * ?', '0 0 1 * * MON'])
  test(`${expression} is refused`, () => assert.throws(() => parseCron(expression), { $type: 'StringException' }));

const project = {
  classes: {
    Nightly: `public with sharing class Nightly implements Schedulable {
  private Integer n;
  public Nightly(Integer n) { this.n = n; }
  public static Id start(String name, String cron) { return System.schedule(name, cron, new Nightly(3)); }
  public static Id batch(Integer minutes) { return System.scheduleBatch(new Work(), 'batch', minutes); }
  public static void stop(Id id) { System.abortJob(id); }
  public void execute(SchedulableContext context) {
    n++;
    System.debug('fired ' + n + ' ' + System.isScheduled() + ' ' + UserInfo.getUserName() + ' ' + [SELECT CronExpression FROM CronTrigger WHERE Id = :context.getTriggerId()].CronExpression);
  }
  public class Work implements Database.Batchable<String> {
    public Iterable<String> start(Database.BatchableContext context) { return new List<String>{ 'x' }; }
    public void execute(Database.BatchableContext context, List<String> scope) { System.debug('worked ' + scope); }
    public void finish(Database.BatchableContext context) {}
  }
}`,
  },
};

test('a scheduled class fires whenever the clock says so, until it is aborted', async () => {
  let now = Date.UTC(2026, 0, 1, 12);
  const lines: string[] = [];
  const org = orgWith(project, { settings: { clock: () => now }, log: (line) => lines.push(line.text) });
  // The administrator's clock is that of Los Angeles: 20:00 there is 04:00 GMT.
  const id = org.call(ADMIN, 'Nightly', 'start', ['nightly', '0 0 20 * * ?']);
  const [trigger] = org.query('SELECT State, NextFireTime, TimesTriggered, CronJobDetail.Name, CronJobDetail.JobType FROM CronTrigger');
  assert.equal(trigger?.['NextFireTime'], '2026-01-02T04:00:00.000Z');
  assert.deepEqual([trigger?.['State'], trigger?.['CronJobDetail.Name'], trigger?.['CronJobDetail.JobType']], ['WAITING', 'nightly', '7']);
  assert.throws(
    () => org.call(ADMIN, 'Nightly', 'start', ['nightly', '0 0 20 * * ?']),
    /The Apex job named "nightly" is already scheduled for execution/,
  );
  assert.equal(await org.settle(), 0);
  for (let day = 0; day < 2; day++) {
    now += 24 * 3_600_000;
    assert.equal(await org.settle(), 1);
  }
  assert.deepEqual(lines, Array(2).fill(`fired 4 true ${ADMIN} 0 0 20 * * ?`));
  assert.equal(org.query('SELECT TimesTriggered FROM CronTrigger')[0]?.['TimesTriggered'], 2);
  org.call(ADMIN, 'Nightly', 'stop', [id]);
  now += 24 * 3_600_000;
  assert.equal(await org.settle(), 0);
  assert.equal(org.query('SELECT Id FROM CronTrigger').length, 0);
  assert.equal(org.query("SELECT Status FROM AsyncApexJob WHERE JobType = 'ScheduledApex'")[0]?.['Status'], 'Aborted');
  org.close();
});

test('scheduleBatch starts a batch once', async () => {
  let now = Date.UTC(2026, 0, 1, 12);
  const lines: string[] = [];
  const org = orgWith(project, { settings: { clock: () => now }, log: (line) => lines.push(line.text) });
  org.call(ADMIN, 'Nightly', 'batch', [10]);
  assert.equal(await org.settle(), 0);
  now += 600_000;
  await org.settle();
  assert.deepEqual(lines, ['worked (x)']);
  assert.equal(org.query('SELECT Id FROM CronTrigger').length, 0);
  org.close();
});

test('in a test stopTest calls the class, and the schedule stays as it was', () => {
  const org = orgWith({
    classes: {
      Yearly: `public with sharing class Yearly implements Schedulable {
  public static Integer calls = 0;
  public void execute(SchedulableContext context) { calls++; }
}`,
      YearlyTest: `@IsTest
private class YearlyTest {
  @IsTest static void staysScheduled() {
    Test.startTest();
    Id id = System.schedule('yearly', '0 0 0 28 5 ? 2099', new Yearly());
    Test.stopTest();
    CronTrigger scheduled = [SELECT CronExpression, TimesTriggered, NextFireTime, State FROM CronTrigger WHERE Id = :id];
    Assert.areEqual('0 0 0 28 5 ? 2099', scheduled.CronExpression);
    Assert.areEqual(0, scheduled.TimesTriggered);
    Assert.areEqual('2099-05-28 00:00:00', String.valueOf(scheduled.NextFireTime));
    Assert.areEqual('WAITING', scheduled.State);
    Assert.areEqual(1, Yearly.calls);
    System.abortJob(id);
    Assert.areEqual(0, [SELECT COUNT() FROM CronTrigger]);
  }
}`,
    },
  });
  assert.deepEqual(failures(org, 'YearlyTest'), []);
  org.close();
});
