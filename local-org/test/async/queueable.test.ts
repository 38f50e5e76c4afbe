/** Queueable Apex, finalizers and future methods. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Org } from '../../index.ts';
import { ADMIN, orgWith, text, type Project } from '../helpers/project.ts';

const project: Project = {
  objects: { Thing__c: { Note__c: text(80) } },
  classes: {
    Jobs: `public without sharing class Jobs {
  public static Id chain(Integer links) { return System.enqueueJob(new Link(links)); }
  public static Id finalized(Boolean fails) { return System.enqueueJob(new Watched(fails, 0)); }
  public static Id later(Integer minutes) { return System.enqueueJob(new Link(0), minutes); }
  public static void twice() { System.enqueueJob(new Link(0)); System.enqueueJob(new Link(0)); }
  public static void signed() {
    AsyncOptions options = new AsyncOptions();
    options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('one').addInteger(1).build();
    System.enqueueJob(new Link(0), options);
    try { System.enqueueJob(new Link(0), options); } catch (DuplicateMessageException e) { System.debug('duplicate'); }
  }
  public static void capped(Integer most) {
    AsyncOptions options = new AsyncOptions();
    options.MaximumQueueableStackDepth = most;
    System.enqueueJob(new Link(9), options);
  }
  public static void tooMany() { System.enqueueJob(new Greedy()); }
  public static void future(Integer n) { add(n, new List<String>{ 'a', 'b' }); }
  @future
  public static void add(Integer n, List<String> words) {
    System.debug('future ' + n + ' ' + words + ' ' + System.isFuture());
    try { add(n, words); } catch (AsyncException e) { System.debug(e.getMessage()); }
  }
  public class Greedy implements Queueable {
    public void execute(QueueableContext context) {
      insert as system new Thing__c(Name = 'undone');
      System.enqueueJob(new Link(0));
      System.enqueueJob(new Link(0));
    }
  }
  public class Link implements Queueable {
    private Integer left;
    public Link(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
      System.debug('link ' + left + ' depth ' + AsyncInfo.getCurrentQueueableStackDepth() + ' ' + System.isQueueable() + ' ' + (context.getJobId() != null));
      if (left > 0) System.enqueueJob(new Link(left - 1));
    }
  }
  public class Watched implements Queueable, Finalizer {
    private Boolean fails;
    private Integer attempt;
    private String state = 'before';
    public Watched(Boolean fails, Integer attempt) { this.fails = fails; this.attempt = attempt; }
    public void execute(QueueableContext context) {
      Watched watcher = new Watched(fails, attempt);
      System.attachFinalizer(watcher);
      watcher.state = 'attached and changed';
      insert as system new Thing__c(Name = 'by ' + attempt);
      if (fails) throw new IllegalArgumentException('attempt ' + attempt);
    }
    public void execute(FinalizerContext context) {
      System.debug(state + ' ' + context.getResult() + ' ' + (context.getException() == null ? null : context.getException().getMessage()));
      if (context.getResult() == ParentJobResult.UNHANDLED_EXCEPTION) {
        try { System.enqueueJob(new Watched(true, attempt + 1)); } catch (AsyncException e) { System.debug('given up'); }
      }
    }
  }
}`,
  },
};

function opened(clock?: () => number): { readonly org: Org; readonly lines: string[] } {
  const lines: string[] = [];
  return { org: orgWith(project, { log: (line) => lines.push(line.text), ...(clock ? { settings: { clock } } : {}) }), lines };
}
const statuses = (org: Org): readonly unknown[] => org.query('SELECT Status FROM AsyncApexJob ORDER BY Id').map((row) => row['Status']);

test('a Queueable may enqueue the next one', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Jobs', 'chain', [2]);
  await org.settle();
  assert.deepEqual(lines, ['link 2 depth 1 true true', 'link 1 depth 2 true true', 'link 0 depth 3 true true']);
  assert.deepEqual(statuses(org), ['Completed', 'Completed', 'Completed']);
  org.close();
});

test('a chain ends at its maximum depth: five in a Developer Edition org, or what AsyncOptions say', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Jobs', 'chain', [9]);
  await org.settle();
  assert.equal(lines.length, 5);
  assert.deepEqual(
    org.query("SELECT ExtendedStatus FROM AsyncApexJob WHERE Status = 'Failed'")[0]?.['ExtendedStatus'],
    'Maximum stack depth has been reached.',
  );
  lines.length = 0;
  org.call(ADMIN, 'Jobs', 'capped', [2]);
  await org.settle();
  assert.equal(lines.length, 2);
  org.close();
});

test('from asynchronous code one job may be enqueued, and the second fails it as a limit', async () => {
  const { org } = opened();
  org.call(ADMIN, 'Jobs', 'twice', []);
  org.call(ADMIN, 'Jobs', 'tooMany', []);
  await org.settle();
  assert.deepEqual(statuses(org), ['Completed', 'Completed', 'Failed']);
  assert.equal(org.query('SELECT Id FROM Thing__c').length, 0);
  org.close();
});

test('a finalizer sees how its Queueable ended, in the state it was left in', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Jobs', 'finalized', [false]);
  await org.settle();
  assert.deepEqual(lines, ['attached and changed SUCCESS null']);
  org.close();
});

test('a finalizer may enqueue a failed Queueable again five times in a row', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Jobs', 'finalized', [true]);
  await org.settle();
  const failure = (n: number): string => `attached and changed UNHANDLED_EXCEPTION attempt ${n}`;
  assert.deepEqual(lines, [0, 1, 2, 3, 4, 5].map(failure).concat('given up'));
  assert.equal(org.query('SELECT Id FROM Thing__c').length, 0);
  org.close();
});

test('a delayed Queueable waits for the clock', async () => {
  let now = Date.UTC(2026, 0, 1);
  const { org, lines } = opened(() => now);
  org.call(ADMIN, 'Jobs', 'later', [5]);
  assert.equal(await org.settle(), 0);
  now += 5 * 60_000;
  assert.equal(await org.settle(), 1);
  assert.equal(lines.length, 1);
  assert.throws(() => org.call(ADMIN, 'Jobs', 'later', [11]), /between 0 and 10 minutes/);
  org.close();
});

test('a job with the same signature is refused while the first one waits', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Jobs', 'signed', []);
  assert.deepEqual(lines, ['duplicate']);
  org.close();
});

test('a future method runs later with its arguments, and calls no other', async () => {
  const { org, lines } = opened();
  org.call(ADMIN, 'Jobs', 'future', [7]);
  assert.deepEqual(lines, []);
  await org.settle();
  assert.deepEqual(lines, [
    'future 7 (a, b) true',
    'Future method cannot be called from a future or batch method: Jobs.add(Integer, List<String>)',
  ]);
  org.close();
});

test('a static execute implements Queueable, in a job of its own with the static state of the class', async () => {
  const lines: string[] = [];
  const org = orgWith(
    {
      classes: {
        Fixed: `public with sharing class Fixed implements Queueable {
  private static Integer n = 41;
  public static void execute(QueueableContext context) { n++; System.debug('ran ' + n); }
  public static Id start() { return System.enqueueJob(new Fixed()); }
}`,
      },
    },
    { log: (line) => lines.push(line.text) },
  );
  org.call(ADMIN, 'Fixed', 'start', []);
  await org.settle();
  assert.deepEqual(lines, ['ran 42']);
  org.close();
});
