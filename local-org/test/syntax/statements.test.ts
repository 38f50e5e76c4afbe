import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statement } from '../../src/syntax/tree.ts';
import { bare, complaints, memberOf, shape, statementOf, statementsOf } from './parsing.ts';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

function only<K extends Statement['kind']>(text: string, kind: K): Of<K> {
  const method = memberOf(`void f() { ${text} }`);
  assert.ok(method.kind === 'method' && method.body);
  const [statement] = method.body.statements;
  assert.equal(statement?.kind, kind);
  return statement as Of<K>;
}

test('makes one statement of each declared variable', () => {
  assert.deepEqual(bare(statementsOf('final Integer a = 1, b;')), [
    {
      kind: 'local',
      type: { name: 'Integer', args: [], arrays: 0 },
      name: 'a',
      init: { kind: 'literal', type: 'Integer', value: 1 },
      final: true,
    },
    { kind: 'local', type: { name: 'Integer', args: [], arrays: 0 }, name: 'b', init: null, final: true },
  ]);
});

test('reads if and else', () => {
  const statement = only('if (a) b(); else if (c) { d(); }', 'if');
  assert.equal(statement.then.kind, 'expression');
  assert.equal(statement.else?.kind, 'if');
});

test('reads loops', () => {
  assert.equal(only('while (a) { b(); }', 'while').body.kind, 'block');
  assert.deepEqual(bare(only('while (a);', 'while').body), { kind: 'block', statements: [] });
  assert.equal(only('do { a(); } while (b);', 'doWhile').body.kind, 'block');
  assert.equal(only('for (A a : b) c(a);', 'forEach').name, 'a');
  assert.equal(only('for (;;) { break; }', 'for').test, null);
  const counting = only('for (Integer i = 0, n = 5; i < n; i++) { continue; }', 'for');
  assert.deepEqual(
    counting.init.map((each) => each.kind),
    ['local', 'local'],
  );
  assert.deepEqual(counting.update.map(shape), ['(i++)']);
  assert.equal(only('for (i = 0, j = 1; ;) { }', 'for').init.length, 2);
});

test('allows one update expression only, as the platform does', () => {
  assert.deepEqual(complaints('for (Integer i = 0, j = 0; i < 5; i++, j++) { }', 'anonymous'), ["1:38 Expecting ')' but was: ','"]);
});

test('reads try, catch and finally', () => {
  const statement = only('try { a(); } catch (A.B e) { b(); } catch (Exception e) { } finally { c(); }', 'try');
  assert.deepEqual(
    statement.catches.map((each) => [each.type.name, each.name]),
    [
      ['A.B', 'e'],
      ['Exception', 'e'],
    ],
  );
  assert.equal(statement.finally?.statements.length, 1);
});

test('wants a catch or finally', () => {
  assert.match(complaints('try { }', 'anonymous')[0] ?? '', /Try block must have at least one catch block or a finally block/);
});

test('reads the labels of a switch', () => {
  const statement = only("switch on a { when 1, -2, 'x', null { } when B, C.D { } when Account b { } when else { } }", 'switch');
  assert.deepEqual(bare(statement.cases.map((each) => each.label)), [
    {
      kind: 'values',
      values: [
        { kind: 'literal', type: 'Integer', value: 1 },
        { kind: 'literal', type: 'Integer', value: -2 },
        { kind: 'literal', type: 'String', value: 'x' },
        { kind: 'literal', type: 'null', value: null },
      ],
    },
    {
      kind: 'values',
      values: [
        { kind: 'name', name: 'B' },
        { kind: 'member', target: { kind: 'name', name: 'C' }, name: 'D', safe: false },
      ],
    },
    { kind: 'type', type: { name: 'Account', args: [], arrays: 0 }, name: 'b' },
    { kind: 'else' },
  ]);
});

test('wants else last and at least one label', () => {
  assert.deepEqual(complaints('switch on a { when else { } when 1 { } }', 'anonymous'), ["1:15 'when else' must be the last when block"]);
  assert.match(complaints('switch on a { }', 'anonymous')[0] ?? '', /Switch statement requires at least one when block/);
});

test('reads DML with its access mode, key and second operand', () => {
  for (const operation of ['insert', 'update', 'delete', 'undelete'] as const) {
    assert.deepEqual(bare(only(`${operation} a;`, 'dml')), {
      kind: 'dml',
      operation,
      target: { kind: 'name', name: 'a' },
      second: null,
      externalId: null,
      access: null,
    });
    assert.equal(only(`${operation} as user a;`, 'dml').access, 'user');
    assert.equal(only(`${operation} as system a;`, 'dml').access, 'system');
  }
  assert.equal(only('upsert a Account.Key__c;', 'dml').externalId, 'Account.Key__c');
  assert.equal(only('upsert as user a;', 'dml').externalId, null);
  assert.deepEqual(bare(only('merge a b;', 'dml').second), { kind: 'name', name: 'b' });
});

test('reads runAs as a statement, however it is spaced after the name', () => {
  assert.equal(only('System.runAs(u) { a(); }', 'runAs').args.length, 1);
  assert.equal(only('system.runas (u) { }', 'runAs').body.statements.length, 0);
});

test('reads the rest', () => {
  assert.equal(only('return;', 'return').value, null);
  assert.equal(only('throw a;', 'throw').value.kind, 'name');
  assert.equal(only('{ a(); }', 'block').statements.length, 1);
  assert.equal(memberOf('A() { this(1); }').kind, 'constructor');
});

test('refuses modifiers that a variable cannot have', () => {
  assert.deepEqual(complaints('public class A { void f() { static Integer x; } }'), ['1:44 static is not allowed on locals']);
  assert.deepEqual(complaints('public class A { void f() { final final Integer x; } }'), ['1:49 Duplicate modifier: final']);
  assert.deepEqual(complaints('public class A { void f() { @IsTest Integer x; } }'), ['1:45 IsTest is not allowed on locals']);
  assert.deepEqual(complaints("public class A { void f() { @SuppressWarnings('x') Integer x; } }"), []);
});

test('keeps a plain declaration of a trigger or script in its place and takes others out', () => {
  const statements = statementsOf('a(); Integer b = 1; c(b);');
  assert.deepEqual(
    statements.map((each) => each.kind),
    ['expression', 'local', 'expression'],
  );
  assert.equal(statementOf('final String s;').kind, 'local');
});
