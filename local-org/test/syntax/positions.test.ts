import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from '../../src/syntax/tree.ts';
import { expressionOf, memberOf, statementOf, unitOf } from './parsing.ts';

const at = (span: Span): string => `${span.line}:${span.column}-${span.endLine}:${span.endColumn}`;

test('puts calls and member accesses where their name is written', () => {
  const call = expressionOf('aa\n  .bb\n  .cc(1)');
  assert.ok(call.kind === 'call' && call.target);
  assert.equal(at(call.span), '3:4-3:9');
  assert.equal(at(call.target.span), '2:4-2:6');
});

test('puts operations where their left operand is', () => {
  assert.equal(at(expressionOf('aa.bb + cc').span), '1:8-1:15');
  assert.equal(at(expressionOf('aa + cc ? d : e').span), '1:5-1:20');
  assert.equal(at(expressionOf('aa[0]').span), '1:5-1:10');
});

test('puts creations, casts and signs where they begin', () => {
  assert.equal(at(expressionOf('new A(b)').span), '1:5-1:13');
  assert.equal(at(expressionOf('(A) b').span), '1:5-1:10');
  assert.equal(at(expressionOf('-b').span), '1:5-1:7');
});

test('puts a statement of a call on the line of the name, other statements on that of their keyword', () => {
  assert.equal(at(statementOf('a\n  .b();').span), '2:4-2:8');
  assert.equal(at(statementOf('if (a)\n  b();').span), '1:1-2:7');
});

test('puts declarations where their name is', () => {
  assert.equal(at(statementOf('Integer a = 1;').span), '1:9-1:14');
  const method = memberOf('public void f(Integer b) { }');
  assert.ok(method.kind === 'method');
  assert.equal(at(method.span), '1:38-1:39');
  assert.equal(at(method.params[0]?.span as Span), '1:48-1:49');
});

test('ends a span behind the last line of a text over several lines', () => {
  assert.equal(at(expressionOf("'''\na\n  b'''").span), '1:5-3:7');
});

test('counts columns in characters, so that an emoji is one', () => {
  assert.equal(at(expressionOf("'😀' + b").span), '1:5-1:12');
});

const everything = `@IsTest(SeeAllData=false)
public virtual class A extends B implements C {
  public static final Map<Id, List<A[]>> X = new Map<Id, List<A[]>>{ a => b };
  public Integer p { get { return 1; } private set; }
  static { f(); }
  A(final Integer a) { this(); }
  enum E { F, G }
  interface I extends J { void k(Integer l); }
  void f(List<Id> ids) {
    Integer i = 0, j;
    for (Integer k = 0; k < 1; k++) { continue; }
    for (Account acc : [SELECT Id, (SELECT Name FROM Contacts), COUNT(Id) c, FIELDS(ALL), TYPEOF w WHEN X THEN y ELSE z END
        FROM Account WHERE a = 1 AND ((NOT b IN :ids) OR d IN (SELECT Id FROM Q)) GROUP BY n HAVING COUNT(Id) > 1 ORDER BY n LIMIT :i]) { break; }
    while (true) { do { i += 1; } while (!b); }
    switch on x { when 1, A.B { } when Account y { } when else { } }
    try { throw new D(e); } catch (F g) { insert as user new Account(Name = 'x', Parent = p); } finally { merge a b; upsert c d__c; }
    if (a instanceof B && c == d) { return; } else System.runAs(u) { x = y ?? z; }
    x = (A) y ? a[0] : -b++ + new Integer[5].size() + new Integer[]{ 1 }.size() + A.class.getName() + super.x() + this.y?.z;
  }
}`;

test('gives every node of the tree a span that is not empty and does not run backwards', () => {
  const kindsWithoutSpan = new Set(['type', 'trigger', 'anonymous', 'values', 'else', 'item', 'subquery', 'and', 'or', 'not']);
  const soqlValues = new Set(['null', 'boolean', 'number', 'string', 'date', 'datetime', 'dateLiteral', 'bind', 'list']);
  let seen = 0;
  const visit = (node: unknown, path: string): void => {
    if (Array.isArray(node)) return node.forEach((each, index) => visit(each, `${path}[${index}]`));
    if (typeof node !== 'object' || node === null) return;
    const { span, kind } = node as { span?: Span; kind?: string };
    if (kind !== undefined && !kindsWithoutSpan.has(kind) && !(soqlValues.has(kind) && span === undefined)) {
      assert.ok(span, `${path} (${kind}) has no span`);
    }
    if (span) {
      seen++;
      assert.ok(span.endLine > span.line || (span.endLine === span.line && span.endColumn > span.column), `${path}: ${at(span)}`);
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'span' && key !== 'source') visit(value, `${path}.${key}`);
  };
  visit(unitOf(everything), 'unit');
  assert.ok(seen > 150, `only ${seen} spans`);
});

test('makes a tree that is plain JSON', () => {
  const unit = unitOf(everything);
  assert.deepEqual(JSON.parse(JSON.stringify(unit)), unit);
});
