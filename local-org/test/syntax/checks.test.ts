/** Wording and position as Salesforce's own validator gives them for the same text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints } from './parsing.ts';

const refused: readonly (readonly [string, readonly string[]])[] = [
  ['class A { }', ['1:7 Top-level type must have public or global visibility']],
  ['private interface A { }', ['1:19 Top-level type must have public or global visibility']],
  ['public final class A { }', ['1:20 classes are by default final']],
  ['public virtual abstract class A { }', ['1:31 abstract are by default virtual']],
  ['public virtual virtual class A { }', ['1:30 Duplicate modifier: virtual']],
  ['public with sharing without sharing class A { }', ['1:43 withSharing classes cannot be withoutSharing']],
  ['public transient class A { }', ['1:24 transient is not allowed on classes']],
  ['public abstract interface A { }', ['1:27 abstract is not allowed on interfaces']],
  ['public class A { static class B { } }', ['1:31 static is not allowed on classes']],
  ['public class A { protected class B { } }', ['1:34 protected is not allowed on classes']],
  ['public class A { global class B { } }', ['1:14 Enclosing type for global classes in apex classes must be declared as global']],
  ['public class A { class B { class C { } } }', ['1:34 Inner types are not allowed to have inner types']],
  ['public class A { class B { static { } } }', ['1:28 Inner types are not allowed to have static blocks']],
  ['public class A { class B { static Integer x; } }', ['1:43 static can only be used on fields of a top level type']],
  ['public class A { class B { static void f() { } } }', ['1:40 static can only be used on methods of a top level type']],
  ['public class A { public private A x; }', ['1:35 Declarations can only have one scope']],
  ['public class A { abstract A x; }', ['1:29 abstract is not allowed on fields']],
  ['public class A { override A x { get; } }', ['1:29 override is not allowed on properties']],
  ['public class A { global A b; }', ['1:27 Defining type for global fields must be declared as global']],
  ['public class A { private A x { public get; private set; } }', ['1:28 Cannot declare public accessor on private property']],
  ['public class A { f() { } }', ['1:18 Invalid constructor name: f']],
  ['public class A { static A() { } }', ['1:25 static is not allowed on constructors']],
  ['public class A { protected A() { } }', ['1:28 New protected methods cannot be defined in non-virtual classes']],
  ['public class A { protected void f() { } }', ['1:33 New protected methods cannot be defined in non-virtual classes']],
  ['public class A { void f(); }', ['1:23 Method must have a body']],
  ['public abstract class A { protected abstract void f() { } }', ['1:51 Abstract methods cannot have a body']],
  ['public class A { public abstract void f(); }', ['1:39 Defining type for abstract methods must be declared as abstract']],
  [
    'public abstract class A { abstract void f(); }',
    ['1:41 abstract methods require at least one of the following global, public, protected'],
  ],
  [
    'public class A { override String toString() { return null; } }',
    ['1:34 override methods require at least one of the following global, public, protected'],
  ],
  ['public class A { public final void f() { } }', ['1:36 methods are by default final']],
  ['public virtual class A { static virtual void f() { } }', ['1:46 static methods cannot be virtual']],
  ['public virtual class A { public virtual static void f() { } }', ['1:53 virtual methods cannot be static']],
  ['public virtual class A { protected static void f() { } }', ['1:48 protected methods cannot be static']],
  ['public class A { transient void f() { } }', ['1:33 transient is not allowed on methods']],
  ['public class A { webservice static void f() { } }', ['1:41 Defining type for webService methods must be declared as global']],
  ['global class A { webservice void f() { } }', ['1:34 webService methods must be declared as static']],
  ['public class A { static testmethod void f() { } }', ['1:41 Defining type for testMethod methods must be declared as IsTest']],
  ['public class A { void f(static A x) { } }', ['1:34 static is not allowed on parameters']],
  ['public class A { void f(@TestVisible A x) { } }', ['1:40 TestVisible is not allowed on parameters']],
  ['public class A { Integer group; }', ['1:26 Identifier name is reserved: group']],
  ['public class A { void f(Date date) { } }', ['1:30 Identifier name is reserved: date']],
  ['public class A { enum B { END } }', ['1:27 Identifier name is reserved: END']],
  ['public class A { class system { } }', ['1:24 Identifier name is reserved: system']],
  ['public class page { }', ['1:14 Identifier type is reserved: page']],
  [
    'public class A { Integer a__b; void c_() { } }',
    ['1:26 Invalid character in identifier: a__b', '1:37 Invalid character in identifier: c_'],
  ],
  [
    'public class Abcdefghijabcdefghijabcdefghijabcdefghijk { }',
    ['1:14 Identifier name is too long: Abcdefghijabcdefghijabcdefghijabcdefghijk'],
  ],
];

for (const [text, expected] of refused.filter(([, messages]) => !messages.includes(''))) {
  test(`refuses ${text}`, () => {
    assert.deepEqual(complaints(text), expected);
  });
}

const accepted: readonly string[] = [
  '@IsTest private class A { static testMethod void f() { } }',
  'public virtual interface A { }',
  'public virtual class A { protected A() { } protected virtual void f() { } private virtual void g() { } }',
  'public class A { public Integer x { private get; private set; } static final Integer y; transient Integer z; }',
  'public class A { void group() { } Integer first; Integer count; Integer order; Integer last; Integer id; }',
  'global class A { webservice static void f() { } global class B { } }',
  'public class A { void f(final Integer x) { final transient Integer y; } }',
];

for (const text of accepted) {
  test(`accepts ${text}`, () => {
    assert.deepEqual(complaints(text), []);
  });
}

test('wants a scope on abstract methods from API version 65 on', () => {
  assert.deepEqual(complaints('public abstract class A { abstract void f(); }', 'class', 64), []);
  assert.equal(complaints('public abstract class A { abstract void f(); }', 'class', 65).length, 1);
});

test('allows 32 parameters', () => {
  const list = (count: number): string => Array.from({ length: count }, (_, index) => `Integer p${index}`).join(', ');
  assert.deepEqual(complaints(`public class A { void f(${list(32)}) { } }`), []);
  assert.deepEqual(complaints(`public class A { void f(${list(33)}) { } }`), ['1:23 Invalid number of parameters exceeds: 32']);
});

test('sorts what it found by place', () => {
  assert.deepEqual(complaints('public class A { Integer x = 3000000000; public public Integer group; }'), [
    '1:30 Illegal integer',
    '1:64 Identifier name is reserved: group',
    '1:64 Duplicate modifier: public',
  ]);
});
