/** Batch Apex outside of tests: chunks, state, failures, the flex queue, restarts and simulated deaths. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Fault, FaultPoint, Org } from '../../index.ts';
import { ADMIN, files, number, orgWith, text, type Project } from '../helpers/project.ts';
import { openOrg } from '../../index.ts';

const project: Project = {
  objects: { Thing__c: { Size__c: number, Note__c: text(80) } },
  events: { Seen__e: { Note__c: text(80) } },
  triggers: {
    BatchErrors: `trigger BatchErrors on BatchApexErrorEvent (after insert) {
  for (BatchApexErrorEvent e : Trigger.new) System.debug('error event ' + e.Phase + ' ' + e.ExceptionType + ' ' + e.Message + ' ' + e.JobScope.split(',').size() + ' ' + (e.AsyncApexJobId != null));
}`,
    SeenEvents: `trigger SeenEvents on Seen__e (after insert) {
  for (Seen__e e : Trigger.new) System.debug('seen ' + e.Note__c);
}`,
  },
  classes: {
    Batches: `public without sharing class Batches {
  public static Id run(String kind, Integer scope) {
    if (kind == 'plain') return Database.executeBatch(new Plain(), scope);
    if (kind == 'stateful') return Database.executeBatch(new Remembering(), scope);
    if (kind == 'strings') return Database.executeBatch(new Words(), scope);
    if (kind == 'own iterable') return Database.executeBatch(new Counting(), scope);
    if (kind == 'bad start') return Database.executeBatch(new BadStart(), scope);
    if (kind == 'nested') return Database.executeBatch(new Nested(), scope);
    return Database.executeBatch(new Failing(kind), scope);
  }
  public static void abort(Id jobId) { System.abortJob(jobId); }
  public static Integer counter = 0;

  public virtual class Plain implements Database.Batchable<SObject> {
    public Integer count = 0;
    public Plain() { count = 10; }
    public Database.QueryLocator start(Database.BatchableContext context) {
      count = 100;
      return Database.getQueryLocator([SELECT Id, Size__c FROM Thing__c ORDER BY Size__c]);
    }
    public void execute(Database.BatchableContext context, List<Thing__c> scope) {
      count += scope.size();
      counter++;
      System.debug('execute ' + scope.size() + ' count ' + count + ' static ' + counter + ' queries ' + Limits.getQueries() + ' batch ' + System.isBatch() + ' ' + UserInfo.getUserName());
    }
    public void finish(Database.BatchableContext context) {
      System.debug('finish ' + count + ' ' + (context.getJobId() != null));
    }
  }
  public class Remembering implements Database.Batchable<SObject>, Database.Stateful {
    private List<Integer> sizes = new List<Integer>();
    private transient Integer lost = 7;
    public Database.QueryLocator start(Database.BatchableContext context) {
      return Database.getQueryLocator('SELECT Id FROM Thing__c');
    }
    public void execute(Database.BatchableContext context, List<SObject> scope) {
      sizes.add(scope.size());
    }
    public void finish(Database.BatchableContext context) {
      System.debug('finish ' + sizes + ' ' + lost);
    }
  }
  public class Words implements Database.Batchable<String> {
    public Iterable<String> start(Database.BatchableContext context) {
      return new List<String>{ 'a', 'b', 'c' };
    }
    public void execute(Database.BatchableContext context, List<String> scope) {
      System.debug(String.join(scope, '+'));
    }
    public void finish(Database.BatchableContext context) {}
  }
  public class Counting implements Database.Batchable<Integer>, Iterable<Integer>, Iterator<Integer> {
    private Integer next = 0;
    public Iterator<Integer> iterator() { return this; }
    public Boolean hasNext() { return next < 5; }
    public Integer next() { return next++; }
    public Iterable<Integer> start(Database.BatchableContext context) { return this; }
    public void execute(Database.BatchableContext context, List<Integer> scope) {
      System.debug('numbers ' + scope);
    }
    public void finish(Database.BatchableContext context) {}
  }
  public class BadStart implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) {
      throw new IllegalArgumentException('no start');
    }
    public void execute(Database.BatchableContext context, List<SObject> scope) {}
    public void finish(Database.BatchableContext context) { System.debug('never'); }
  }
  public class Nested implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) {
      return Database.getQueryLocator('SELECT Id FROM Thing__c LIMIT 1');
    }
    public void execute(Database.BatchableContext context, List<SObject> scope) {
      try {
        Database.executeBatch(new Plain());
      } catch (AsyncException e) {
        System.debug(e.getMessage());
      }
    }
    public void finish(Database.BatchableContext context) { Database.executeBatch(new Words(), 5); }
  }
  public class Failing implements Database.Batchable<SObject>, Database.RaisesPlatformEvents {
    private String how;
    public Failing(String how) { this.how = how; }
    public Database.QueryLocator start(Database.BatchableContext context) {
      return Database.getQueryLocator('SELECT Id, Size__c FROM Thing__c ORDER BY Size__c');
    }
    public void execute(Database.BatchableContext context, List<Thing__c> scope) {
      for (Thing__c thing : scope) thing.Note__c = 'done';
      update as system scope;
      EventBus.publish(new Seen__e(Note__c = 'chunk of ' + scope[0].Size__c));
      if (scope[0].Size__c == 2) {
        if (how == 'exception') throw new IllegalArgumentException('bad chunk');
        if (how == 'limit') { try { for (Integer i = 0; i < 201; i++) { Integer n = [SELECT COUNT() FROM Thing__c]; } } catch (Exception e) { System.debug('caught'); } finally { System.debug('finally'); } }
        if (how == 'abort') System.abortJob(context.getJobId());
      }
    }
    public void finish(Database.BatchableContext context) { System.debug('finished'); }
  }
}`,
  },
};

interface Opened {
  readonly org: Org;
  readonly lines: string[];
}

function opened(options: { readonly faults?: (point: FaultPoint, detail: string) => Fault } = {}): Opened {
  const lines: string[] = [];
  const settings = options.faults ? { settings: { faults: { at: options.faults } } } : {};
  const org = orgWith(project, { log: (line) => lines.push(line.text), ...settings });
  org.insert(
    ADMIN,
    'Thing__c',
    [0, 1, 2, 3, 4].map((size) => ({ Name: `t${size}`, Size__c: size })),
  );
  return { org, lines };
}

const job = (org: Org): Readonly<Record<string, unknown>> => {
  const [row] = org.query(
    'SELECT Status, TotalJobItems, JobItemsProcessed, NumberOfErrors, ExtendedStatus, CompletedDate FROM AsyncApexJob',
  );
  return row ?? {};
};

test('each chunk has its own transaction and begins with the object as it was enqueued', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Batches', 'run', ['plain', 2]);
  assert.equal(job(org)['Status'], 'Queued');
  await org.settle();
  const execute = (size: number): string => `execute ${size} count ${10 + size} static 1 queries 0 batch true ${ADMIN}`;
  assert.deepEqual(lines, [execute(2), execute(2), execute(1), 'finish 10 true']);
  assert.equal(job(org)['Status'], 'Completed');
  assert.notEqual(job(org)['CompletedDate'], null);
  org.close();
});

test('Stateful carries fields over, transient ones excepted', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Batches', 'run', ['stateful', 2]);
  await org.settle();
  assert.deepEqual(lines, ['finish (2, 2, 1) null']);
  org.close();
});

test('start may return a list or an iterable of its own', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Batches', 'run', ['strings', 2]);
  org.call(ADMIN, 'Batches', 'run', ['own iterable', 3]);
  await org.settle();
  assert.deepEqual([...lines].sort(), ['a+b', 'c', 'numbers (0, 1, 2)', 'numbers (3, 4)']);
  org.close();
});

for (const [how, type, message] of [
  ['exception', 'System.IllegalArgumentException', 'bad chunk'],
  ['limit', 'System.LimitException', 'Too many SOQL queries: 201'],
] as const) {
  test(`a chunk that fails by ${how} is undone alone, counted, and told as an event`, async () => {
    const { org, lines } = opened();
    org.call(ADMIN, 'Batches', 'run', [how, 2]);
    await org.settle();
    assert.deepEqual(lines, ['seen chunk of 0', `error event EXECUTE ${type} ${message} 2 true`, 'seen chunk of 4', 'finished']);
    assert.deepEqual(
      org.query("SELECT Name FROM Thing__c WHERE Note__c = 'done' ORDER BY Name").map((row) => row['Name']),
      ['t0', 't1', 't4'],
    );
    const { Status, TotalJobItems, JobItemsProcessed, NumberOfErrors, ExtendedStatus } = job(org);
    assert.deepEqual(
      [Status, TotalJobItems, JobItemsProcessed, NumberOfErrors, ExtendedStatus],
      ['Completed', 3, 3, 1, `First error: ${message}`],
    );
    org.close();
  });
}

test('a failure in start ends the job', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Batches', 'run', ['bad start', 2]);
  await org.settle();
  assert.deepEqual(lines, []);
  assert.deepEqual([job(org)['Status'], job(org)['NumberOfErrors'], job(org)['ExtendedStatus']], ['Failed', 1, 'First error: no start']);
  org.close();
});

test('an aborted batch runs no further chunk and no finish; what the aborting chunk wrote stays', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Batches', 'run', ['abort', 2]);
  await org.settle();
  assert.deepEqual(lines, ['seen chunk of 0', 'seen chunk of 2']);
  assert.equal(job(org)['Status'], 'Aborted');
  assert.equal(org.query("SELECT Id FROM Thing__c WHERE Note__c = 'done'").length, 4);
  org.close();
});

test('a batch cannot start another one from execute, but from finish', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Batches', 'run', ['nested', 1]);
  await org.settle();
  assert.deepEqual(lines, ['Database.executeBatch cannot be called from a batch start, batch execute, or future method.', 'a+b+c']);
  org.close();
});

test('the sixth batch holds until a place is free', async () => {
  const { org, lines } = opened();
  for (let i = 0; i < 6; i++) org.call(ADMIN, 'Batches', 'run', ['strings', 5]);
  const statuses = org.query('SELECT Status FROM AsyncApexJob ORDER BY Id').map((row) => row['Status']);
  assert.deepEqual(statuses, ['Queued', 'Queued', 'Queued', 'Queued', 'Queued', 'Holding']);
  await org.settle();
  assert.equal(lines.length, 6);
  assert.equal(org.query("SELECT Id FROM AsyncApexJob WHERE Status = 'Completed'").length, 6);
  org.close();
});

test('a job of a transaction that rolls back was never queued', async () => {
  const { org } = opened();
  assert.throws(
    () =>
      org.as(ADMIN, ({ program }) => {
        program.callStatic('Batches', 'run$string$integer', ['plain', 2]);
        throw new Error('undo');
      }),
    /undo/,
  );
  assert.equal(org.query('SELECT Id FROM AsyncApexJob').length, 0);
  assert.equal(await org.settle(), 0);
  org.close();
});

test('a queued batch survives a restart between two chunks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-'));
  const file = join(folder, 'org.db');
  const lines: string[] = [];
  const open = (): Org => openOrg({ file, cache: null, log: (line) => lines.push(line.text) });
  let org = open();
  org.deploy(files(project));
  org.insert(
    ADMIN,
    'Thing__c',
    [0, 1, 2].map((size) => ({ Name: `t${size}`, Size__c: size })),
  );
  org.call(ADMIN, 'Batches', 'run', ['stateful', 1]);
  let steps = 0;
  await assert.rejects(
    org.settle(() => {
      if (++steps === 3) throw new Error('killed');
    }),
    /killed/,
  );
  org.close();
  org = open();
  await org.settle();
  assert.deepEqual(lines, ['finish (1, 1, 1) null']);
  org.close();
  rmSync(folder, { recursive: true });
});

test('a chunk whose process dies before the commit runs again, and nothing is doubled', async () => {
  let deaths = 2;
  const { org, lines } = opened({
    faults: (point, detail) => (point === 'beforeCommit' && detail === 'batchExecute' && deaths-- > 0 ? 'crash' : 'none'),
  });
  org.call(ADMIN, 'Batches', 'run', ['none', 2]);
  await org.settle();
  assert.deepEqual(lines, ['seen chunk of 0', 'seen chunk of 2', 'seen chunk of 4', 'finished']);
  assert.equal(org.query("SELECT Id FROM Thing__c WHERE Note__c = 'done'").length, 5);
  org.close();
});

test('a process that dies after the commit loses the events of that transaction and nothing else', async () => {
  let deaths = 1;
  const { org, lines } = opened({
    faults: (point, detail) => (point === 'afterCommit' && detail === 'batchExecute' && deaths-- > 0 ? 'crash' : 'none'),
  });
  org.call(ADMIN, 'Batches', 'run', ['none', 2]);
  await org.settle();
  assert.deepEqual(lines, ['seen chunk of 2', 'seen chunk of 4', 'finished']);
  assert.equal(org.query("SELECT Id FROM Thing__c WHERE Note__c = 'done'").length, 5);
  assert.deepEqual([job(org)['JobItemsProcessed'], job(org)['NumberOfErrors']], [3, 0]);
  org.close();
});
