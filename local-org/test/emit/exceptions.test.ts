import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexException, LimitError, NotSupported } from '../../src/runtime/exceptions.ts';
import { link } from '../../src/runtime/link.ts';
import { apexFrames, lineNumber, stackTraceString } from '../../src/runtime/stackTrace.ts';
import { runIn } from '../../src/runtime/transaction.ts';
import { library } from '../../src/standard/registry.ts';
import { emitted, linked, run, runBody, transactionOf } from '../helpers/apex.ts';

const probe = (body: string, rest = ''): string => `public class Probe {
  static String log = '';
  public class OwnException extends Exception {}
  public class OtherException extends Exception {}
  public static String run() {
    ${body}
    return log;
  }
  ${rest}
}`;

test('catch takes the first type that fits, finally runs in any case', () => {
  assert.equal(
    run(
      probe(`
      try { throw new OwnException('a'); } catch (OtherException e) { log += 'other'; } catch (OwnException e) { log += 'own'; } finally { log += ' f1'; }
      try { throw new OwnException('a'); } catch (Exception e) { log += ' any'; } finally { log += ' f2'; }
      try { try { throw new OwnException('a'); } finally { log += ' f3'; } } catch (OwnException e) { log += ' out'; }
    `),
    ),
    'own f1 any f2 f3 out',
  );
});

test('a user exception may be extended, and is caught as its super type', () => {
  assert.equal(
    run([
      `public class Probe { public static String run() { try { throw new DerivedException('x'); } catch (BaseException e) { return 'base'; } } }`,
      `public virtual class BaseException extends Exception {}`,
      `public class DerivedException extends BaseException {}`,
    ]),
    'base',
  );
});

test('de-referencing null in user code is a NullPointerException that Apex can catch', () => {
  assert.equal(
    run(
      probe(
        `Probe p;
      try { p.touch(); } catch (NullPointerException e) { log += 'method '; }
      try { p.field = 1; } catch (NullPointerException e) { log += 'write '; }
      try { Integer n = p.field; } catch (NullPointerException e) { log += 'read '; }
      try { String s = p.text; } catch (NullPointerException e) { log += 'property '; }
      try { p.text = 'x'; } catch (NullPointerException e) { log += 'setter '; }
      OwnException none;
      try { throw none; } catch (NullPointerException e) { log += 'throw'; }
    `,
        'Integer field; void touch() { field = 1; } String text { get { return log; } set { log = value; } }',
      ),
    ),
    'method write read property setter throw',
  );
});

test('what Apex cannot catch runs neither catch nor finally', () => {
  const source = probe(
    `try { try { Integer n = 0; while (true) { n++; } } catch (Exception e) { log += 'caught'; } finally { log += 'finally'; } } finally { log += 'outer'; }`,
  );
  const units = emitted([source]);
  const program = link(units, library);
  const transaction = transactionOf(program);
  assert.throws(
    () => runIn(transaction, () => program.callStatic('Probe', 'run$', [])),
    (error: unknown) => error instanceof LimitError && error.message === 'Apex CPU time limit exceeded',
  );
  assert.equal((transaction.statics.get('Probe') as { log: string }).log, '');
  assert.ok(transaction.limits.used('cpuTime') >= 10_000);
});

test('endless recursion ends at a depth of 1,000', () => {
  const source = probe('down(0);', 'static Integer deepest = 0; static void down(Integer n) { deepest = n; down(n + 1); }');
  const program = linked(source);
  const transaction = transactionOf(program);
  assert.throws(() => runIn(transaction, () => program.callStatic('Probe', 'run$', [])), { message: 'Maximum stack depth reached: 1001' });
  // run() is the first of the thousand.
  assert.equal((transaction.statics.get('Probe') as { deepest: number }).deepest, 998);
});

test('depth and frame are right again after an exception was caught', () => {
  assert.equal(
    run(
      probe(
        `for (Integer i = 0; i < 3000; i++) { try { fail(); } catch (OwnException e) { log = 'done'; } }`,
        'static void fail() { throw new OwnException(); }',
      ),
    ),
    'done',
  );
});

test('a stack trace names class, method and line, constructors, static blocks and inner classes', () => {
  const program = linked(
    `public class Probe {
  public static Integer run() {
    return
      new Nested(
        1).n;
  }
  public class Nested {
    Integer n = 1;
    Nested(Integer k) {
      this.n = k;

      Late.go();
    }
  }
}`,
    `public class Late {
  static Integer x = broken();
  public static void go() {}
  static Integer broken() {
    List<Integer> none = new List<Integer>();
    return none[0];
  }
}`,
  );
  assert.throws(
    () => runIn(transactionOf(program), () => program.callStatic('Probe', 'run$', [])),
    (error: ApexException) => {
      assert.equal(
        stackTraceString(error),
        [
          'Class.Late.broken: line 6, column 1',
          'Class.Late.<clinit>: line 2, column 1',
          'Class.Probe.Nested.<init>: line 12, column 1',
          'Class.Probe.run: line 3, column 1',
        ].join('\n'),
      );
      assert.equal(lineNumber(error), 6);
      return true;
    },
  );
});

test('a field initialiser is part of its constructor in a stack trace', () => {
  const program = linked(
    `public class Probe {
  Integer n = none().size();
  static List<Integer> none() { return null; }
  static Integer run() { return new Probe().n; }
}`.replace('none().size()', 'none()[0]'),
  );
  assert.throws(
    () => runIn(transactionOf(program), () => program.callStatic('Probe', 'run$', [])),
    (error: Error) => {
      assert.deepEqual(
        apexFrames(error).map(({ place, line }) => `${place} ${line}`),
        ['Class.Probe.<init> 2', 'Class.Probe.run 4'],
      );
      return true;
    },
  );
});

test('a TypeError of our own code stays our bug, and NotSupported passes through catch', () => {
  const source = probe("try { log = Database.getQueryLocator([SELECT Id FROM Account]) + ''; } catch (Exception e) { log = 'caught'; }");
  const units = emitted([source]);
  const gap = link(units, { ...library, implementation: library.implementation, intrinsic: () => undefined });
  assert.throws(() => runIn(transactionOf(gap), () => gap.callStatic('Probe', 'run$', [])), NotSupported);
  const broken = (): never => {
    const nothing = null as unknown as { x: number };
    return nothing.x as never;
  };
  const bug = link(units, { ...library, implementation: library.implementation, intrinsic: () => broken });
  assert.throws(() => runIn(transactionOf(bug), () => bug.callStatic('Probe', 'run$', [])), TypeError);
});

test('return in try runs finally first, and a value computed before stays', () => {
  assert.equal(runBody('Integer', 'Integer n = 1; try { return n; } finally { n = 2; }'), 1);
});
