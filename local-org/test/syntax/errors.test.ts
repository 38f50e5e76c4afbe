/** Wording and position as Salesforce's own parser gives them for the same text; the few that differ say so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from './parsing.ts';

const inMethod: readonly (readonly [string, string])[] = [
  ['Integer x = ;', "1:41 Unexpected token ';'."],
  ['Integer x = 5', "1:43 Missing ';' at '}'"],
  ['foo()', "1:35 Missing ';' at '}'"],
  ['foo(;', "1:33 Missing ')' at ';'"],
  ['foo(1, );', "1:36 Unexpected token ')'."],
  ["System.debug('a';", "1:45 Missing ')' at ';'"],
  ['x = (1 + 2;', "1:39 Missing ')' at ';'"],
  ['x = 1 + ;', "1:37 Unexpected token ';'."],
  ['x = a ? b;', "1:38 Expecting ':' but was: ';'"],
  ['x = y[1;', "1:36 Missing ']' at ';'"],
  ['return a b;', "1:38 Extra ';', at 'b'."],
  ['if (a && ) { }', "1:38 Unexpected token ')'."],
  ['if (x { }', "1:35 Missing ')' at '{'"],
  ['while (a { }', "1:38 Missing ')' at '{'"],
  ['do x(); while (true);', "1:32 Missing '{' at 'x'"],
  ['for (Integer i : ) { }', "1:46 Unexpected token ')'."],
  ['Integer class = 1;', "1:37 Unexpected token 'class'."],
  ['Integer select = 1;', "1:37 Unexpected token 'select'."],
  ['y = limit;', "1:33 Unexpected token 'limit'."],
  ['Date d = 2020-01-01;', "1:38 Unexpected token '2020-01-01'."],
  ['x = new Account(Name = a Phone = b);', "1:54 Expecting ')' but was: 'Phone'"],
  ['x = new Integer[]{1,2,};', "1:51 Unexpected token '}'."],
  ['System.runAs(u);', "1:44 Expecting '{' but was: ';'"],
  ['try { } catch (Exception e)', "1:57 Missing '{' at '}'"],
  [
    'String s = “a”;',
    "1:40 Invalid identifier '“a”'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.",
  ],
  [
    'Integer é = 1;',
    "1:37 Invalid identifier 'é'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.",
  ],
  ['Integer # = 1;', "1:37 Found punctuation symbol or operator '#' that isn't valid in Apex."],
  ['x = "abc";', "1:33 Unrecognized symbol '\"', which is not a valid Apex identifier."],
  ["String s = 'abc;", "1:40 Missing closing quote character ' on string."],
  ["String s = 'a\\q';", "1:40 Illegal string literal: Invalid string literal 'a\\q'. Illegal character sequence \\q' in string literal."],
  [
    "String s = 'a\\%b';",
    "1:40 Illegal string literal: Invalid string literal 'a\\%b'. Illegal character sequence \\%' in string literal.",
  ],
  [
    "String s = 'a\\u12b';",
    "1:40 Illegal string literal: Invalid string literal 'a\\u12b'. Illegal unicode sequence. Less than four hex digits \\a\\u12b' in string literal.",
  ],
  ['x = [SELECT Id FROM Account LIMIT 1 WHERE Id = null];', "1:65 Expecting ']' but was: 'WHERE'"],
  ['x = [SELECT Id FROM Account WHERE a = 1 AND b = 2 OR c = 3];', "1:79 Expecting ']' but was: 'OR'"],
  ["x = [SELECT Id FROM Account WHERE Name LIKE 'a\\%'];", ''],
];

for (const [body, expected] of inMethod) {
  test(`${expected === '' ? 'accepts' : 'refuses'} in a method: ${body}`, () => {
    assert.equal(complaints(`public class A { void f() { ${body} } }`)[0] ?? '', expected);
  });
}

const whole: readonly (readonly [string, string])[] = [
  ['hello world', "1:1 Unexpected token 'hello'."],
  ['public class A { void f() { }', "1:30 Expecting '}' but was: '<EOF>'"],
  ['public class A { void f() {} } }', "1:32 Extra '<EOF>', at '}'."],
  ['public class A { /* open }', '1:18 Missing closing mark */ on multi-line comment.'],
  ['public class A { ; }', "1:18 Expecting '}' but was: ';'"],
  ['public class A { x = 5; }', "1:20 Unexpected token '='."],
  ['public class A { pubic void g() { } }', "1:24 Unexpected token 'void'."],
  ['public class A { void f() }', "1:27 Unexpected token '}'."],
  ['public class A { Integer x {} }', "1:29 Unexpected token '}'."],
  ['public class A { Integer x { static get; } }', "1:30 Unexpected token 'static'."],
  ['public class A { List y; }', "1:18 Unexpected token 'List'."],
  ['public class A { List<String>[] y; }', "1:18 Unexpected token '['."],
  ['public class A { @Foo(a=5) void g() { } }', "1:25 Unexpected token '5'."],
  ["public class A { @Foo(a='x', b='y') void g() { } }", "1:28 Unexpected token ','."],
  ['public interface A extends B, C { }', "1:31 Expecting '{' but was: ','"],
  ['public interface A { public void f(); }', "1:34 Expecting '}' but was: 'public'"],
];

for (const [text, expected] of whole) {
  test(`refuses ${text}`, () => {
    assert.equal(complaints(text)[0], expected);
  });
}

test('refuses a trigger without events and one with events that are none', () => {
  assert.deepEqual(complaints('trigger T on Account { }', 'trigger'), ["1:22 Expecting '(' but was: '{'"]);
  assert.deepEqual(complaints('trigger T on Account (before undelete) { }', 'trigger'), [
    '1:23 Trigger Usage Before Undelete is not supported',
  ]);
  assert.deepEqual(complaints('trigger T on Account (after insert, AFTER INSERT) { }', 'trigger'), [
    '1:37 Duplicate Trigger Usage: after insert',
  ]);
});

test('reports two independent errors, but not the consequences of the first', () => {
  assert.deepEqual(complaints('public class A { void f() { Integer x = 1 } void g() { Integer y = 2 } }'), [
    "1:43 Missing ';' at '}'",
    "1:70 Missing ';' at '}'",
  ]);
  assert.equal(complaints('public class A { void f() { switch on x { ! } } void g( { } }').length, 1);
});

test('counts lines and columns from 1, through comments and texts over several lines', () => {
  assert.deepEqual(complaints("public class A {\n  /* a\n     b */\n  String s = '''\n x\n''';\n  Integer i = ;\n}"), [
    "7:15 Unexpected token ';'.",
  ]);
});
