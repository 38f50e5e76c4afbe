/** From SFDX files to running Apex and back: every room has a part in it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ADMIN, number, orgWith, text, type Project } from '../helpers/project.ts';

const project: Project = {
  objects: { Thing__c: { Size__c: number, Note__c: text(40) } },
  events: { Grown__e: { Thing__c: text(18), Size__c: number } },
  batchSizes: { GrownEvents: 10 },
  triggers: {
    Things: `trigger Things on Thing__c (before insert, after update) {
  if (Trigger.isBefore) {
    for (Thing__c thing : Trigger.new) {
      if (thing.Size__c == null) thing.Size__c = 1;
      if (thing.Size__c < 0) thing.Size__c.addError('Size must not be negative');
    }
  } else {
    List<Grown__e> events = new List<Grown__e>();
    for (Thing__c thing : Trigger.new) {
      if (thing.Size__c > Trigger.oldMap.get(thing.Id).Size__c) events.add(new Grown__e(Thing__c = thing.Id, Size__c = thing.Size__c));
    }
    EventBus.publish(events);
  }
}`,
    GrownEvents: `trigger GrownEvents on Grown__e (after insert) {
  List<Thing__c> things = new List<Thing__c>();
  for (Grown__e event : Trigger.new) things.add(new Thing__c(Id = event.Thing__c, Note__c = 'grew to ' + event.Size__c));
  update as system things;
}`,
  },
  classes: {
    Things: `public with sharing class Things {
  public static Integer total() {
    Integer sum = 0;
    for (Thing__c thing : [SELECT Size__c FROM Thing__c WITH USER_MODE]) sum += thing.Size__c.intValue();
    return sum;
  }
  public static Id grow(Integer scope) {
    return Database.executeBatch(new GrowBatch(), scope);
  }
}`,
    GrowBatch: `public with sharing class GrowBatch implements Database.Batchable<SObject>, Database.Stateful {
  private Integer grown = 0;
  public Database.QueryLocator start(Database.BatchableContext context) {
    return Database.getQueryLocator('SELECT Id, Size__c FROM Thing__c ORDER BY Name');
  }
  public void execute(Database.BatchableContext context, List<Thing__c> scope) {
    for (Thing__c thing : scope) thing.Size__c += 1;
    update as user scope;
    grown += scope.size();
  }
  public void finish(Database.BatchableContext context) {
    insert as user new Thing__c(Name = 'grown ' + grown, Size__c = 0);
  }
}`,
    ThingsTest: `@IsTest
private class ThingsTest {
  @TestSetup static void things() {
    List<Thing__c> things = new List<Thing__c>();
    for (Integer i = 0; i < 3; i++) things.add(new Thing__c(Name = 'thing ' + i, Size__c = i));
    insert things;
  }
  @IsTest static void sumsSizes() {
    System.assertEquals(3, Things.total());
  }
  @IsTest static void growsEveryThing() {
    Test.startTest();
    Things.grow(200);
    Test.stopTest();
    System.assertEquals(6, Things.total());
    System.assertEquals(1, [SELECT COUNT() FROM Thing__c WHERE Name = 'grown 3']);
    Test.getEventBus().deliver();
    System.assertEquals(3, [SELECT COUNT() FROM Thing__c WHERE Note__c LIKE 'grew to %']);
  }
  @IsTest static void refusesNegativeSizes() {
    Database.SaveResult result = Database.insert(new Thing__c(Name = 'bad', Size__c = -1), false);
    System.assert(!result.isSuccess());
    System.assertEquals('Size must not be negative', result.getErrors()[0].getMessage());
  }
  @IsTest static void fails() {
    System.assertEquals(4, Things.total(), 'on purpose');
  }
}`,
  },
};

test('a deployed project runs: triggers, a batch in chunks, events after commit', async () => {
  const org = orgWith(project);
  org.insert(
    ADMIN,
    'Thing__c',
    Array.from({ length: 25 }, (_, i) => ({ Name: `thing ${String(i).padStart(2, '0')}`, Size__c: i < 5 ? null : i })),
  );
  const before = Number(org.call(ADMIN, 'Things', 'total', []));
  org.call(ADMIN, 'Things', 'grow', [10]);
  const steps = await org.settle();

  assert.equal(org.call(ADMIN, 'Things', 'total', []), before + 25);
  const [job] = org.query('SELECT Status, TotalJobItems, JobItemsProcessed, NumberOfErrors FROM AsyncApexJob');
  assert.deepEqual(job, { Id: job?.['Id'], Status: 'Completed', TotalJobItems: 3, JobItemsProcessed: 3, NumberOfErrors: 0 });
  assert.equal(org.query("SELECT Id FROM Thing__c WHERE Name = 'grown 25'").length, 1);
  assert.equal(org.query("SELECT Id FROM Thing__c WHERE Note__c LIKE 'grew to %'").length, 25);
  assert.ok(steps >= 8, `start, three chunks, finish, three deliveries: ${steps}`);
  org.close();
});

test('its Apex tests pass and fail as they should, isolated from the org and from each other', () => {
  const org = orgWith(project);
  org.insert(ADMIN, 'Thing__c', [{ Name: 'of the org', Size__c: 100 }]);
  const run = org.test([]);
  const byMethod = new Map(run.outcomes.map((outcome) => [outcome.method, outcome]));
  for (const method of ['sumsSizes', 'growsEveryThing', 'refusesNegativeSizes'])
    assert.deepEqual([byMethod.get(method)?.outcome, byMethod.get(method)?.message], ['Pass', null], method);
  const failed = byMethod.get('fails');
  assert.equal(failed?.outcome, 'Fail');
  assert.equal(failed?.message, 'System.AssertException: Assertion Failed: on purpose: Expected: 4, Actual: 3');
  assert.match(failed?.stack ?? '', /^Class\.ThingsTest\.fails: line 26, column 1/);
  assert.equal(org.query('SELECT Id FROM Thing__c').length, 1);
  assert.ok((run.coverage.get('Things')?.covered.length ?? 0) > 3);
  org.close();
});
