import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runBody, run } from '../helpers/apex.ts';
import type { TestContext } from '../../src/runtime/ports.ts';

test('loops, break and continue', () => {
  assert.equal(
    runBody(
      'Integer',
      `Integer sum = 0;
       for (Integer i = 0, n = 10; i < n; i++) { if (i == 3) continue; if (i == 6) break; sum += i; }
       Integer k = 0;
       while (true) { if (k++ > 4) break; }
       do { k++; } while (k < 20);
       return sum * 100 + k;`,
    ),
    1220,
  );
});

test('a local declared in a loop is null again at each turn', () => {
  assert.equal(
    runBody('Integer', 'Integer empty = 0; for (Integer i = 0; i < 3; i++) { Integer x; if (x == null) empty++; x = i; } return empty;'),
    3,
  );
});

test('for over a List and a Set', () => {
  assert.equal(runBody('Integer', 'Integer n = 0; for (Integer x : new List<Integer>{ 1, 2, 3 }) n = n * 10 + x; return n;'), 123);
  assert.equal(runBody('Integer', 'Integer n = 0; for (Integer x : new Set<Integer>{ 3, 1, 3 }) n = n * 10 + x; return n;'), 31);
});

test('for over null throws', () => {
  assert.throws(() => runBody('Integer', 'List<Integer> xs; for (Integer x : xs) { } return 0;'), {
    message: 'Attempt to de-reference a null object',
  });
});

test('a list cannot grow while a loop goes through it, and is free again however the loop was left', () => {
  assert.equal(
    runBody(
      'Integer',
      `List<Integer> xs = new List<Integer>{ 1, 2 };
       try { for (Integer x : xs) { xs.add(3); } } catch (FinalException e) { xs.add(4); }
       for (Integer x : xs) { break; }
       xs.add(5);
       return xs.size();`,
    ),
    4,
  );
});

test('for over a user class that is Iterable', () => {
  assert.equal(
    run([
      `public class Probe {
        public static Integer run() { Integer n = 0; for (Integer x : new Countdown(4)) { if (x == 1) break; n = n * 10 + x; } return n; }
      }`,
      `public class Countdown implements Iterable<Integer>, Iterator<Integer> {
        Integer left;
        public Countdown(Integer left) { this.left = left; }
        public Iterator<Integer> iterator() { return this; }
        public Boolean hasNext() { return left > 0; }
        public Integer next() { return left--; }
      }`,
    ]),
    432,
  );
});

test('switch compares strings exactly, knows null, types and else, and break in it belongs to the loop', () => {
  const source = (on: string): string => `String text = ${on};
    switch on text { when 'a', 'b' { return 1; } when null { return 2; } when else { return 3; } }`;
  assert.equal(runBody('Integer', source("'b'")), 1);
  assert.equal(runBody('Integer', source('null')), 2);
  assert.equal(runBody('Integer', source("'A'")), 3);
  assert.equal(
    runBody('Integer', 'Integer n = 0; for (Integer i = 0; i < 9; i++) { switch on i { when 4 { break; } when else { n++; } } } return n;'),
    4,
  );
  assert.equal(
    runBody(
      'Integer',
      'SObject s = new Contact(); switch on s { when Account a { return 1; } when Contact c { return c == s ? 2 : 0; } } return 3;',
    ),
    2,
  );
});

test('switch on an enum', () => {
  assert.equal(
    run(`public class Probe {
      enum Season { WINTER, SPRING }
      public static Integer run() {
        Season s = Season.SPRING;
        switch on s { when WINTER { return 1; } when SPRING { return 2; } }
        return 3;
      }
    }`),
    2,
  );
});

test('enums give their values and are found by name', () => {
  assert.equal(
    run(`public class Probe {
      public enum Season { WINTER, SPRING }
      public static String run() {
        String all = '';
        for (Season s : Season.values()) all += s;
        return all + Season.valueOf('spring') + (Season.valueOf('WINTER') == Season.WINTER);
      }
    }`),
    'WINTERSPRINGSPRINGtrue',
  );
});

test('System.runAs hands its body over; return, break and continue leave it', async () => {
  const { emitted, transactionOf, standardSchema } = await import('../helpers/apex.ts');
  const { library } = await import('../../src/standard/registry.ts');
  const { link } = await import('../../src/runtime/link.ts');
  const { runIn } = await import('../../src/runtime/transaction.ts');
  const asked: unknown[] = [];
  const runAs = (user: unknown, body: () => void): void => {
    asked.push(user);
    body();
  };
  const units = emitted(
    [
      `@IsTest private class Probe {
        public static Integer run() {
          User u = new User();
          Integer n = 0;
          for (Integer i = 0; i < 10; i++) {
            System.runAs(u) {
              if (i == 1) continue;
              for (Integer k = 0; k < 5; k++) { if (k == 2) break; n++; }
              if (i == 4) break;
            }
            n += 100;
          }
          if (n > 0) { System.runAs(u) { System.runAs(u) { if (n > 0) return n; } } }
          return -1;
        }
      }`,
    ],
    standardSchema,
  );
  const program = link(units, {
    ...library,
    implementation: library.implementation,
    intrinsic: (name) => (name === '#runAs' ? runAs : undefined),
  });
  assert.equal(
    // System.runAs and public test classes want a running test.
    runIn({ ...transactionOf(program), test: {} as TestContext }, () => program.callStatic('Probe', 'run$', [])),
    308,
  );
  assert.equal(asked.length, 7);
});
