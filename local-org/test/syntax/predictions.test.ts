import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openParser } from '../../src/syntax/parser.ts';
import { answerDecisions } from '../../src/syntax/predictions.ts';
import { SyntaxErrors } from '../../src/syntax/syntaxErrors.ts';

/** The statements of a method body; what is one name in all of them keeps the parser guessing. */
const bodies: readonly string[] = [
  'List<Map<String, List<Integer>>> a = new List<Map<String, List<Integer>>>();',
  'Set<Id> ids = new Map<Id, Account>(rows).keySet(); sharing = with; inserted.put(with, sharing);',
  'List x = (List<String>) y; Map z; Set s = (Set<Id>) t.get(0);',
  'Boolean b = a < c; Boolean d = a.b < c.d; if (i < size() && j > 0 || k <= 1) { }',
  'Integer i = a << 2 >> 1 >>> 3; i <<= 1; i >>>= b - c;',
  'Boolean b = x instanceof List<String> && y instanceof Outer.Inner;',
  'Type t = List<String>.class; t = Map<Id, Outer.Inner>.class; t = Foo.class; t = Outer.Inner.class; t = String[].class;',
  'String[] names = new String[3]; names[0] = other[1][2]; Account[] rows = new Account[]{ };',
  'a = b = c; a += b -= c * d; x = y == z != w === v; x = y ?? z ?? w;',
  'x = a ? b : c ? d : e; x = (a ? b : c).d; x = a?.b?.c();',
  'x = -a + -b * (c - d) / ++e - f++; y = !g && ~h == i;',
  'x = (Integer) a + (b) + (c); y = (d).e(); z = (String) (Object) f;',
  'this.a(b).c.d(); super.toString(); new Foo().bar(); new Outer.Inner(1, 2).call();',
  'a | b & c ^ d && e || f;',
  'for (Account each : [SELECT Id FROM Account WHERE Name = :a.b AND (Id IN :ids OR (NOT Name LIKE :x))]) { }',
  'Integer n = [SELECT COUNT() FROM Contact WHERE Name = :(a + b)]; x = [SELECT Id FROM Account][0].Name;',
  'switch on a.b { when 1, 2 { } when null { } when else { } } switch on row { when Account acc { } }',
  'insert as user rows; update rows; Database.insert(rows, false); upsert rows Key__c;',
  'Foo.Bar.Baz q = Foo.Bar.Baz.qux; Foo.bar(q); get(set); System.runAs(user) { }',
];

function shape(text: string, answered: boolean): string {
  const errors = new SyntaxErrors();
  const parser = openParser(`class A { void run() { ${text} } }`, errors);
  if (answered) answerDecisions(parser);
  const tree = parser.compilationUnit();
  assert.deepEqual(errors.found, []);
  return tree.toStringTree([...(parser.constructor as unknown as { ruleNames: string[] }).ruleNames], parser);
}

for (const body of bodies)
  test(`answered decisions give the tree that ANTLR finds: ${body}`, () => {
    assert.equal(shape(body, true), shape(body, false));
  });
