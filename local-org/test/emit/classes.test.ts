import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Jobs } from '../../src/runtime/ports.ts';
import { link } from '../../src/runtime/link.ts';
import { runIn } from '../../src/runtime/transaction.ts';
import { toText } from '../../src/runtime/toText.ts';
import { library } from '../../src/standard/registry.ts';
import { emitted, linked, run, transactionOf } from '../helpers/apex.ts';

test('construction: super first, then fields in order, then the body; virtual calls see the object being made', () => {
  assert.equal(
    run([
      `public class Probe { public static String log = ''; public static String run() { new Derived('x'); return log; } }`,
      `public virtual class Base {
        Integer a = note('base field');
        protected Integer note(String text) { Probe.log += text + '; '; return 1; }
        public Base(String s) { note('base ' + s); hook(); }
        public virtual void hook() { note('base hook'); }
      }`,
      `public class Derived extends Base {
        String text = 'set';
        { note('block'); }
        public Derived(String s) { this(s, 1); note('derived'); }
        public Derived(String s, Integer n) { super(s + n); note('two ' + text); }
        public override void hook() { note('hook ' + text); }
      }`,
    ]),
    'base field; base x1; hook null; block; two set; derived; ',
  );
});

test('super.method() is not virtual, an interface call is', () => {
  assert.equal(
    run([
      `public class Probe { public static String run() { Shape s = new Square(); return s.name(); } }`,
      `public interface Shape { String name(); }`,
      `public virtual class Rectangle implements Shape { public virtual String name() { return 'rectangle'; } }`,
      `public class Square extends Rectangle { public override String name() { return 'square ' + super.name(); } }`,
    ]),
    'square rectangle',
  );
});

test('private methods of the same name in super and sub class stay apart', () => {
  assert.equal(
    run([
      `public class Probe { public static String run() { return new Sub().both(); } }`,
      `public virtual class Top { private String own() { return 'top'; } public String fromTop() { return own(); } }`,
      `public class Sub extends Top { private String own() { return 'sub'; } public String both() { return fromTop() + own(); } }`,
    ]),
    'topsub',
  );
});

test('properties: automatic, computed, static, and written through accessors', () => {
  assert.equal(
    run(`public class Probe {
      public Integer plain { get; set; }
      Integer stored;
      public Integer doubled { get { return stored * 2; } set { stored = value; } }
      public Integer lazy { get { if (lazy == null) lazy = 7; return lazy; } private set; }
      static Integer counter { get { if (counter == null) counter = 0; return counter; } set; }
      public static Integer run() {
        Probe p = new Probe();
        p.plain = 1;
        p.doubled = 5;
        p.doubled += 1;
        Integer v = (p.doubled = 4);
        counter++;
        counter += 2;
        return p.plain * 10000 + p.doubled * 100 + p.lazy * 10 + counter + v * 100000;
      }
    }`),
    410873,
  );
});

test('static state is made at first use, once per transaction, in source order; classes may need each other', () => {
  const program = linked(
    `public class A { public static String log = 'a'; public static Integer one = 1; static { log += B.seen + one; } public static String run() { log += '!'; return log; } }`,
    `public class B { public static String seen = 'b' + A.log + A.two(); }`.replace(' + A.two()', ''),
  );
  const once = (): unknown => runIn(transactionOf(program), () => program.callStatic('A', 'run$', []));
  assert.equal(once(), 'aba1!');
  assert.equal(once(), 'aba1!');
  const transaction = transactionOf(program);
  runIn(transaction, () => program.callStatic('A', 'run$', []));
  assert.equal(
    runIn(transaction, () => program.callStatic('A', 'run$', [])),
    'aba1!!',
  );
});

test('a transaction inside another has its own static state, and the outer one finds its own again', () => {
  const program = linked(`public class A { static Integer n = 0; public static Integer next() { n++; return n; } }`);
  const next = (): unknown => program.callStatic('A', 'next$', []);
  const outer = transactionOf(program);
  runIn(outer, () => {
    next();
    assert.equal(next(), 2);
    assert.equal(runIn(transactionOf(program), next), 1);
    assert.equal(next(), 3);
  });
});

test('equals and hashCode of a user class decide ==, contains and map keys', () => {
  assert.equal(
    run(
      `public class Probe {
      Integer n;
      Probe(Integer n) { this.n = n; }
      public Boolean equals(Object other) { return other instanceof Probe && ((Probe) other).n == n; }
      public Integer hashCode() { return n; }
      public static String run() {
        Map<Probe, String> m = new Map<Probe, String>{ new Probe(1) => 'a', new Probe(1) => 'b' };
        return '' + (new Probe(2) == new Probe(2)) + (new Probe(2) != new Probe(3)) + (new Probe(2) === new Probe(2)) + m;
      }
      public override String toString() { return 'P' + n; }
    }`,
    ),
    'truetruefalse{P1=b}',
  );
});

test('an object without toString prints its fields, inherited ones last', () => {
  const program = linked(
    `public class Probe { Integer a = 1; String b = 'x'; Probe self; static Integer c = 3; public static String run() { Probe p = new Probe(); p.self = p; return '' + p; } }`,
  );
  assert.equal(
    runIn(transactionOf(program), () => program.callStatic('Probe', 'run$', [])),
    'Probe:[a=1, b=x, self=(already output)]',
  );
});

test('safe navigation stops the whole chain', () => {
  assert.equal(
    run(`public class Probe {
      Probe next; Integer n = 4; Integer twice() { return n * 2; }
      public static String run() { Probe p = new Probe(); Probe none; return '' + p?.twice() + none?.twice() + p?.next?.next?.n; }
    }`),
    '8nullnull',
  );
});

test('a program creates, allocates, calls and answers about users’ classes', () => {
  const program = linked(
    `public virtual class Base implements Comparable { public Integer n = 5; public Base() {} public Base(Integer n) { this.n = n; } public Integer compareTo(Object other) { return n; } }`,
    `public class Sub extends Base { public Sub() { super(9); } }`,
  );
  runIn(transactionOf(program), () => {
    const sub = program.create('sub');
    assert.equal(program.call(sub, 'compareto$object', [null]), 9);
    assert.equal(program.call(program.create('Base', [3], 'init$integer'), 'compareto$object', [null]), 3);
    assert.equal((program.allocate('Base') as unknown as { n: unknown }).n, null);
    assert.equal(program.has(sub, 'compareto$object'), true);
    assert.equal(program.has(sub, 'compareto$string'), false);
    assert.equal(program.isSubtype('Sub', 'Base'), true);
    assert.equal(program.isSubtype('Sub', 'Comparable'), true);
    assert.equal(program.isSubtype('Base', 'Sub'), false);
    assert.equal(toText(sub), 'Sub:[n=9]');
  });
});

test('a set cannot lose a key while a loop goes through it', () => {
  assert.throws(
    () =>
      run(
        `public class Probe { public static Integer run() { Set<Integer> s = new Set<Integer>{ 1, 2 }; for (Integer x : s) { s.remove(x); } return 0; } }`,
      ),
    { message: 'Cannot modify a collection while it is being iterated.' },
  );
});

test('a call of an @future method queues it, from its own class too; the job runs it', () => {
  const program = linked(`public class Probe {
    public static Integer ran = 0;
    @future public static void later(Integer n) { ran += n; }
    public static Integer run() { later(4); Probe.later(5); return ran; }
  }`);
  const queued: unknown[] = [];
  const jobs = { future: (...call: unknown[]) => void queued.push(call) } as unknown as Jobs;
  const transaction = { ...transactionOf(program), jobs };
  runIn(transaction, () => {
    assert.equal(program.callStatic('Probe', 'run$', []), 0);
    assert.deepEqual(queued, [
      ['Probe', 'later$integer', [4]],
      ['Probe', 'later$integer', [5]],
    ]);
    program.callStatic('Probe', 'later$integer', [4]);
    assert.equal((transaction.statics.get('Probe') as { ran: number }).ran, 4);
  });
});

test('a method that implements a library interface more narrowly is found by the interface’s own name', () => {
  const program = linked(`public class Probe implements Database.Batchable<SObject> {
    Integer n = 0;
    public Iterable<SObject> start(Database.BatchableContext context) { return new List<Account>(); }
    public void execute(Database.BatchableContext context, List<Account> rows) { n = 7; }
    public void finish(Database.BatchableContext context) { }
  }`);
  runIn(transactionOf(program), () => {
    const batch = program.create('Probe');
    program.call(batch, 'execute$database_batchablecontext$list_sobject_', [null, null]);
    assert.equal((batch as unknown as { n: number }).n, 7);
    assert.equal(program.isSubtype('Probe', 'Database.Batchable<SObject>'), true);
  });
});

test('an abstract method without access modifier is the subclass’s, as before API 65', () => {
  const units = emitted(
    [
      'public class Probe { public static String run() { return new Sub().say(); } }',
      'public abstract class Base { abstract String name(); public String say() { return name(); } }',
      "public class Sub extends Base { public override String name() { return 'sub'; } }",
    ],
    undefined,
    60,
  );
  const program = link(units, library);
  assert.equal(
    runIn(transactionOf(program), () => program.callStatic('Probe', 'run$', [])),
    'sub',
  );
});

test('super.field is the field', () => {
  assert.equal(
    run([
      'public class Probe { public static Integer run() { return new Sub().both(); } }',
      'public virtual class Base { protected Integer n = 4; }',
      'public class Sub extends Base { public Integer both() { n++; return super.n + this.n; } }',
    ]),
    10,
  );
});

test('a static method may be the implementation of an interface', () => {
  assert.equal(
    run([
      'public class Probe { public static String run() { Named named = new Sub(); return named.name() + Sub.name(); } }',
      'public interface Named { String name(); }',
      "public class Sub implements Named { public static String name() { return 'sub'; } }",
    ]),
    'subsub',
  );
});
