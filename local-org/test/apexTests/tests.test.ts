/** How Apex tests run: isolation, fresh limits, asynchronous work at stopTest, events, messages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADMIN, failures, orgWith, text, type Project } from '../helpers/project.ts';

const project: Project = {
  objects: { Thing__c: { Note__c: text(80) } },
  events: { Note__e: { Note__c: text(20) } },
  triggers: {
    Notes: `trigger Notes on Note__e (after insert) {
  for (Note__e e : Trigger.new) {
    if (e.Note__c == 'fail') throw new IllegalArgumentException('in trigger');
    insert as system new Thing__c(Name = e.Note__c);
    if (e.Note__c == 'again') EventBus.publish(new Note__e(Note__c = 'nested'));
  }
}`,
  },
  classes: {
    Work: `public without sharing class Work implements Database.Batchable<SObject>, Queueable, Schedulable {
  public Boolean fails = false;
  public Boolean chains = false;
  public static Integer calls = 0;
  public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Thing__c'); }
  public void execute(Database.BatchableContext context, List<Thing__c> scope) { done('batch of ' + scope.size()); }
  public void finish(Database.BatchableContext context) { if (chains) { Work next = new Work(); Database.executeBatch(next); } }
  public void execute(QueueableContext context) { done('queueable'); if (chains) System.enqueueJob(new Work()); }
  public void execute(SchedulableContext context) { done('scheduled'); }
  @future public static void later() { insert as system new Thing__c(Name = 'future'); }
  private void done(String name) {
    calls++;
    if (fails) throw new IllegalArgumentException('failed ' + name);
    insert as system new Thing__c(Name = name + ' ' + calls + ' queries ' + Limits.getQueries());
  }
  public static Set<String> names() {
    Set<String> names = new Set<String>();
    for (Thing__c thing : [SELECT Name FROM Thing__c WITH SYSTEM_MODE]) names.add(thing.Name);
    return names;
  }
}`,
    GoodTest: `@IsTest
private class GoodTest {
  private static Integer count = 0;
  @TestSetup static void rows() {
    insert as system new Thing__c(Name = 'setup');
    count = 5;
  }
  @IsTest static void seesTheSetupAndFreshStatics() {
    System.assertEquals(0, count++);
    System.assertEquals(new Set<String>{ 'setup' }, Work.names());
    insert as system new Thing__c(Name = 'mine');
  }
  @IsTest static void seesNothingOfTheOtherTest() {
    System.assertEquals(0, count++);
    System.assertEquals(new Set<String>{ 'setup' }, Work.names());
    System.assert(Test.isRunningTest());
    System.assertEquals('${ADMIN}', UserInfo.getUserName());
  }
  @IsTest static void startTestGivesFreshLimitsAndStopTestTakesThemBack() {
    Integer n = [SELECT COUNT() FROM Thing__c];
    System.assertEquals(1, Limits.getQueries());
    Test.startTest();
    System.assertEquals(0, Limits.getQueries());
    for (Integer i = 0; i < 100; i++) n = [SELECT COUNT() FROM Thing__c];
    Test.stopTest();
    System.assertEquals(1, Limits.getQueries());
  }
  @IsTest static void runsQueuedWorkAtStopTestWithTheStaticStateOfTheTest() {
    Work.calls = 7;
    Test.startTest();
    System.enqueueJob(new Work());
    Database.executeBatch(new Work());
    System.schedule('work', '0 0 1 * * ?', new Work());
    Work.later();
    System.assertEquals(new Set<String>{ 'setup' }, Work.names());
    Test.stopTest();
    System.assertEquals(new Set<String>{ 'setup', 'queueable 8 queries 0', 'batch of 2 9 queries 0', 'scheduled 10 queries 0', 'future' }, Work.names());
    System.assertEquals(10, Work.calls);
    System.assertEquals(3, [SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Completed']);
  }
  @IsTest static void whatWasQueuedBeforeStartTestDoesNotRun() {
    System.enqueueJob(new Work());
    Test.startTest();
    Test.stopTest();
    System.assertEquals(new Set<String>{ 'setup' }, Work.names());
  }
  @IsTest static void aFailureOfTheJobIsThrownAtStopTest() {
    Work work = new Work();
    work.fails = true;
    Test.startTest();
    System.enqueueJob(work);
    try {
      Test.stopTest();
      Assert.fail('no failure');
    } catch (IllegalArgumentException e) {
      System.assertEquals('failed queueable', e.getMessage());
    }
    System.assertEquals('Failed', [SELECT Status FROM AsyncApexJob].Status);
  }
  @IsTest static void aChainedBatchIsQueued() {
    Work work = new Work();
    work.chains = true;
    Test.startTest();
    Database.executeBatch(work);
    Test.stopTest();
    System.assertEquals(1, [SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Queued']);
  }
  @IsTest static void deliversEventsOnDemandOnceEach() {
    EventBus.publish(new Note__e(Note__c = 'again'));
    System.assertEquals(new Set<String>{ 'setup' }, Work.names());
    Test.getEventBus().deliver();
    System.assertEquals(new Set<String>{ 'setup', 'again' }, Work.names());
    Test.getEventBus().deliver();
    System.assertEquals(new Set<String>{ 'setup', 'again', 'nested' }, Work.names());
  }
  @IsTest static void deliversEventsAtStopTest() {
    Test.startTest();
    EventBus.publish(new Note__e(Note__c = 'one'));
    Test.stopTest();
    System.assertEquals(new Set<String>{ 'setup', 'one' }, Work.names());
  }
  @IsTest static void aFailureInAnEventTriggerIsNotTheTests() {
    EventBus.publish(new List<Note__e>{ new Note__e(Note__c = 'one'), new Note__e(Note__c = 'fail') });
    Test.getEventBus().deliver();
    System.assertEquals(new Set<String>{ 'setup' }, Work.names());
  }
  @IsTest static void runAsChangesTheUserForItsBlock() {
    User other = new User(Username = 'other@local-org.test', Alias = 'other', Email = 'other@local-org.test', LastName = 'Other', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id,
      TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    insert other;
    System.runAs(other) {
      System.assertEquals('other@local-org.test', UserInfo.getUserName());
      insert as system new Account(Name = 'not mixed');
    }
    System.assertEquals('${ADMIN}', UserInfo.getUserName());
  }
  @IsTest static void setsCreatedDates() {
    Id id = [SELECT Id FROM Thing__c].Id;
    Test.setCreatedDate(id, Datetime.newInstanceGmt(2001, 2, 3));
    System.assertEquals(2001, [SELECT CreatedDate FROM Thing__c].CreatedDate.yearGmt());
  }
}`,
    BadTest: `@IsTest
private class BadTest {
  @IsTest static void cannotCatchAnAssertion() {
    try { System.assert(false, 'uncaught'); } catch (Exception e) { System.debug('caught'); } finally { System.debug('finally'); }
  }
  @IsTest static void nullPointer() {
    String text;
    text.length();
  }
  @IsTest static void moreThanOneChunk() {
    insert as system new List<Thing__c>{ new Thing__c(Name = 'a'), new Thing__c(Name = 'b') };
    Test.startTest();
    Database.executeBatch(new Work(), 1);
    Test.stopTest();
  }
  @IsTest static void chainedQueueable() {
    Work work = new Work();
    work.chains = true;
    Test.startTest();
    System.enqueueJob(work);
    Test.stopTest();
  }
  @IsTest static void startsTwice() { Test.startTest(); Test.startTest(); }
  @IsTest static void stopsWithoutStart() { Test.stopTest(); }
  @IsTest static void tooManyQueries() { for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Thing__c]; } }
}`,
    SetupTest: `@IsTest
private class SetupTest {
  @TestSetup static void rows() { insert as system new Thing__c(Name = 'x', Note__c = 'y'.repeat(81)); }
  @IsTest static void never() {}
}`,
  },
};

const lines: string[] = [];
const org = orgWith(project, { log: (line) => lines.push(line.text) });

test('every test of the good class passes', () => {
  assert.deepEqual(failures(org, 'GoodTest'), []);
});

test('failures are told in the words of the platform', () => {
  lines.length = 0;
  assert.deepEqual(failures(org, 'BadTest'), [
    'cannotCatchAnAssertion: System.AssertException: Assertion Failed: uncaught',
    'nullPointer: System.NullPointerException: Attempt to de-reference a null object',
    'moreThanOneChunk: System.UnexpectedException: No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.',
    'chainedQueueable: System.AsyncException: Maximum stack depth has been reached.',
    'startsTwice: System.FinalException: Testing already started',
    'stopsWithoutStart: System.FinalException: Testing not started',
    'tooManyQueries: System.LimitException: Too many SOQL queries: 101',
  ]);
  assert.deepEqual(lines, []);
});

test('a failure in @TestSetup fails every test of the class', () => {
  assert.match(failures(org, 'SetupTest')[0] ?? '', /^never: System\.DmlException: Insert failed.*STRING_TOO_LONG/);
});

test('a selection names classes or methods in any case', () => {
  const run = org.test(['goodtest.SEESTHESETUPANDFRESHSTATICS', 'SetupTest']);
  assert.deepEqual(
    run.outcomes.map(({ class: name, method }) => `${name}.${method}`),
    ['GoodTest.seesTheSetupAndFreshStatics', 'SetupTest.never'],
  );
});

test('a test run leaves the org as it was, and sends no mail', async () => {
  const before = org.query('SELECT Id FROM User').length;
  org.test([]);
  assert.equal(org.query('SELECT Id FROM Thing__c').length, 0);
  assert.equal(org.query('SELECT Id FROM User').length, before);
  assert.equal(org.outbox().length, 0);
  assert.equal(await org.settle(), 0);
});

test('coverage counts lines of classes and triggers, not of tests', () => {
  const { coverage } = org.test(['GoodTest']);
  assert.deepEqual([...coverage.keys()].sort(), ['Notes', 'Work']);
  assert.deepEqual(coverage.get('Notes')?.uncovered, []);
  assert.deepEqual(org.test(['SetupTest']).coverage.get('Notes')?.covered, []);
});

for (const [position, expected] of [
  ['refused', 'aChainedBatchIsQueued: System.UnexpectedException: No more than one executeBatch can be called from within a test method.'],
  ['runs', 'aChainedBatchIsQueued: System.AssertException: Assertion Failed: Expected: 1, Actual: 0'],
] as const)
  test(`a chained batch in a test, when the switch says '${position}'`, () => {
    const other = orgWith(project, { positions: { chainedBatchInTest: position } });
    assert.ok((failures(other, 'GoodTest.aChainedBatchIsQueued')[0] ?? '').startsWith(expected));
    other.close();
  });

test('a test class that does not compile is reported as such', () => {
  assert.throws(
    () => orgWith({ classes: { OddTest: '@IsTest private class OddTest { @IsTest static void t() { Nothing.at.all(); } }' } }),
    /Nothing/,
  );
});
