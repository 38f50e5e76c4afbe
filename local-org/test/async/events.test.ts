/** Platform events: when they are published, to whom they are delivered, and what happens when their trigger fails. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexList, type Fault, type Org } from '../../index.ts';
import { ADMIN, failures, number, orgWith, text, type Project } from '../helpers/project.ts';

const project: Project = {
  objects: { Heard__c: { Note__c: text(80) } },
  events: {
    After__e: {
      Note__c: text(20),
      Size__c: number,
      Must__c: `${text(10)}<required>true</required>`,
      Flag__c: '<label>Flag</label><type>Checkbox</type><defaultValue>true</defaultValue>',
    },
    Now__e: { Note__c: text(20) },
  },
  immediate: ['Now__e'],
  batchSizes: { AfterEvents: 3 },
  triggers: {
    AfterEvents: `trigger AfterEvents on After__e (after insert) {
  EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
  List<String> notes = new List<String>();
  for (After__e e : Trigger.new) {
    notes.add(e.Note__c);
    insert as system new Heard__c(Name = e.Note__c);
    if (e.Note__c == 'checkpoint') context.setResumeCheckpoint(e.ReplayId);
    if (e.Note__c == 'retry' && context.retries < 2) throw new EventBus.RetryableException('again');
    if (e.Note__c == 'always retry') throw new EventBus.RetryableException('again and again');
    if (e.Note__c == 'fail') throw new IllegalArgumentException('failed');
  }
  System.debug(String.join(notes, ' ') + ' retries ' + context.retries + ' last ' + context.lastError + ' as ' + UserInfo.getUserType() + ' flag ' + Trigger.new[0].Flag__c + ' uuid ' + Trigger.new[0].EventUuid.length() + ' by ' + (Trigger.new[0].CreatedById != UserInfo.getUserId()));
}`,
    NowEvents: `trigger NowEvents on Now__e (after insert) {
  for (Now__e e : Trigger.new) System.debug('now ' + e.Note__c);
}`,
  },
  classes: {
    Publisher: `public with sharing class Publisher {
  public static void publish(List<String> notes) {
    List<After__e> events = new List<After__e>();
    for (String note : notes) events.add(new After__e(Note__c = note, Must__c = 'x'));
    for (Database.SaveResult result : EventBus.publish(events)) System.debug(result.isSuccess());
  }
  public static void publishAndFail() {
    EventBus.publish(new After__e(Note__c = 'rolled back', Must__c = 'x'));
    EventBus.publish(new Now__e(Note__c = 'survives'));
    throw new IllegalArgumentException('undo');
  }
  public static void publishUnderSavepoint() {
    Savepoint before = Database.setSavepoint();
    EventBus.publish(new After__e(Note__c = 'rolled back', Must__c = 'x'));
    Database.rollback(before);
    EventBus.publish(new After__e(Note__c = 'kept', Must__c = 'x'));
  }
  public static void incomplete() {
    Database.SaveResult result = EventBus.publish(new After__e(Note__c = '123456789012345678901'));
    for (Database.Error error : result.getErrors()) System.debug(error.getStatusCode() + ': ' + error.getMessage());
  }
  public static void byDml() { insert as system new After__e(Note__c = 'inserted', Must__c = 'x'); }
}`,
  },
};

function opened(deliver: () => Fault = () => 'none'): {
  readonly org: Org;
  readonly lines: string[];
  publish(...notes: string[]): Promise<number>;
} {
  const lines: string[] = [];
  const org = orgWith(project, {
    log: (line) => lines.push(line.text),
    settings: { faults: { at: (point) => (point === 'deliver' ? deliver() : 'none') } },
  });
  const publish = async (...notes: string[]): Promise<number> => {
    org.call(ADMIN, 'Publisher', 'publish', [apexList('String', notes)]);
    lines.length = 0;
    return org.settle();
  };
  return { org, lines, publish };
}
const heard = (org: Org): readonly unknown[] => org.query('SELECT Name FROM Heard__c ORDER BY Id').map((row) => row['Name']);
const told = (notes: string, retries = 0, last: string | null = null): string =>
  `${notes} retries ${retries} last ${last} as AutomatedProcess flag true uuid 36 by true`;

test('events are delivered after the commit, in batches, as Automated Process', async () => {
  const { org, lines, publish } = opened();
  assert.equal(await publish('a', 'b', 'c', 'd'), 2);
  assert.deepEqual(lines, [told('a b c'), told('d')]);
  org.close();
});

test('a rollback takes events after commit back; immediate ones are published all the same', async () => {
  const { org, lines } = opened();
  assert.throws(() => org.call(ADMIN, 'Publisher', 'publishAndFail', []), /undo/);
  await org.settle();
  assert.deepEqual(lines, ['now survives']);
  lines.length = 0;
  org.call(ADMIN, 'Publisher', 'publishUnderSavepoint', []);
  await org.settle();
  assert.deepEqual(lines, [told('kept')]);
  org.close();
});

test('publishing checks required fields and lengths', () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Publisher', 'incomplete', []);
  assert.deepEqual(lines, [
    'REQUIRED_FIELD_MISSING: Required fields are missing: [Must__c]',
    'STRING_TOO_LONG: Text: data value too large: 123456789012345678901 (max length=20)',
  ]);
  org.close();
});

test('inserting an event publishes it', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Publisher', 'byDml', []);
  await org.settle();
  assert.deepEqual(lines, [told('inserted')]);
  org.close();
});

test('RetryableException delivers the same events again', async () => {
  const { org, lines, publish } = opened();
  assert.equal(await publish('a', 'retry'), 3);
  assert.deepEqual(lines, [told('a retry', 2, 'again')]);
  assert.deepEqual(heard(org), ['a', 'retry']);
  org.close();
});

test('after the tenth run the trigger hears no more', async () => {
  const { org, lines, publish } = opened();
  assert.equal(await publish('always retry'), 10);
  assert.equal(await publish('later'), 0);
  assert.deepEqual(lines, []);
  org.close();
});

test('another exception loses the batch; with a checkpoint, delivery goes on behind it', async () => {
  const { org, lines, publish } = opened();
  await publish('a', 'fail', 'b', 'c');
  assert.deepEqual(lines, [told('c', 0, 'failed')]);
  assert.deepEqual(heard(org), ['c']);
  lines.length = 0;
  // x, checkpoint, fail → fail, d, e → f
  await publish('x', 'checkpoint', 'fail', 'd', 'e', 'f');
  assert.deepEqual(heard(org), ['c', 'f']);
  org.close();
});

test('a trigger that sets a checkpoint and ends gets the rest again', async () => {
  const { org, lines, publish } = opened();
  await publish('checkpoint', 'b');
  assert.deepEqual(lines, [told('checkpoint b'), told('b')]);
  org.close();
});

test('delivery may lose or double an event', async () => {
  const lossy = opened(() => 'drop');
  assert.equal(await lossy.publish('a'), 0);
  lossy.org.close();
  const doubling = opened(() => 'duplicate');
  await doubling.publish('a', 'b');
  assert.deepEqual(heard(doubling.org), ['a', 'a', 'b', 'b']);
  doubling.org.close();
});

test('a callback is told in a test which events were published, or were not', () => {
  const org = orgWith({
    events: { Note__e: { Note__c: text(20) } },
    objects: { Thing__c: { Note__c: text(80) } },
    classes: {
      Watch: `public without sharing class Watch implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
  private final Map<String, String> notes = new Map<String, String>();
  public Watch(List<Note__e> events) { for (Note__e e : events) notes.put(e.EventUuid, e.Note__c); }
  public void onSuccess(EventBus.SuccessResult result) { record('sent', result.getEventUuids()); }
  public void onFailure(EventBus.FailureResult result) { record('lost', result.getEventUuids()); }
  private void record(String what, List<String> uuids) {
    for (String uuid : uuids) insert as system new Thing__c(Name = what + ' ' + notes.get(uuid));
  }
}`,
      WatchTest: `@IsTest
private class WatchTest {
  private static void publish() {
    Note__e one = (Note__e) Note__e.SObjectType.newSObject(null, true);
    one.Note__c = 'one';
    List<Note__e> events = new List<Note__e>{ one };
    Assert.isTrue(EventBus.publish(events, new Watch(events))[0].isSuccess());
  }
  private static String names() {
    List<String> names = new List<String>();
    for (Thing__c thing : [SELECT Name FROM Thing__c WITH SYSTEM_MODE]) names.add(thing.Name);
    return String.join(names, ',');
  }
  @IsTest static void success() {
    publish();
    Assert.areEqual('', names());
    Test.getEventBus().deliver();
    Assert.areEqual('sent one', names());
    Test.getEventBus().deliver();
    Assert.areEqual('sent one', names());
  }
  @IsTest static void failure() {
    publish();
    Test.getEventBus().fail();
    Assert.areEqual('lost one', names());
  }
}`,
    },
  });
  assert.deepEqual(failures(org, 'WatchTest'), []);
  org.close();
});
