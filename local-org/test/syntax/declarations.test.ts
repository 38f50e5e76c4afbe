import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, classOf, memberOf, unitOf } from './parsing.ts';

test('reads a class with its modifiers, supertypes and annotations', () => {
  const declared = classOf(
    "@IsTest(SeeAllData=false IsParallel=true) @SuppressWarnings('PMD') public with sharing abstract class A extends B.C implements D, E<String> { }",
  );
  assert.deepEqual(declared.modifiers.words, ['public', 'with sharing', 'abstract']);
  assert.deepEqual(
    declared.modifiers.annotations.map(({ name, params }) => [name, params]),
    [
      ['IsTest', { seealldata: 'false', isparallel: 'true' }],
      ['SuppressWarnings', { value: 'PMD' }],
    ],
  );
  assert.equal(declared.superType?.name, 'B.C');
  assert.deepEqual(bare(declared.interfaces), [
    { name: 'D', args: [], arrays: 0 },
    { name: 'E', args: [{ name: 'String', args: [], arrays: 0 }], arrays: 0 },
  ]);
});

test('folds modifiers to lower case with single spaces', () => {
  assert.deepEqual(classOf('PUBLIC Without   Sharing class A { }').modifiers.words, ['public', 'without sharing']);
});

test('reads interfaces and enums', () => {
  const contract = unitOf('public interface A extends B { void c(Integer d); String e(); }');
  assert.ok(contract.kind === 'type' && contract.declaration.kind === 'interface');
  assert.deepEqual(
    contract.declaration.members.map((each) => [each.name, each.type?.name ?? 'void', each.body]),
    [
      ['c', 'void', null],
      ['e', 'String', null],
    ],
  );
  const choice = unitOf('public enum A { B, C }');
  assert.ok(choice.kind === 'type' && choice.declaration.kind === 'enum');
  assert.deepEqual(
    choice.declaration.values.map((each) => each.name),
    ['B', 'C'],
  );
});

test('reads methods with their parameters', () => {
  const method = memberOf('public static Map<Id, A[]> f(final Integer a, List<List<String>> b) { }');
  assert.ok(method.kind === 'method');
  assert.deepEqual(bare(method.type), {
    name: 'Map',
    args: [
      { name: 'Id', args: [], arrays: 0 },
      { name: 'A', args: [], arrays: 1 },
    ],
    arrays: 0,
  });
  assert.deepEqual(
    method.params.map((each) => [each.name, each.type.name, each.modifiers.words]),
    [
      ['a', 'Integer', ['final']],
      ['b', 'List', []],
    ],
  );
});

test('gives void methods no type and bodyless ones no body', () => {
  const method = classOf('public abstract class A { protected abstract void f(); }').members[0];
  assert.ok(method?.kind === 'method');
  assert.equal(method.type, null);
  assert.equal(method.body, null);
});

test('makes one field of each declarator', () => {
  const members = classOf('public class A { private static final Integer a = 1, b; }').members;
  assert.deepEqual(
    members.map((each) => each.kind === 'field' && [each.name, each.init?.kind ?? null, each.modifiers.words]),
    [
      ['a', 'literal', ['private', 'static', 'final']],
      ['b', null, ['private', 'static', 'final']],
    ],
  );
});

test('reads properties with and without accessor bodies', () => {
  const property = memberOf('public Integer a { get { return 1; } private set; }');
  assert.ok(property.kind === 'property');
  assert.equal(property.getter?.body?.statements.length, 1);
  assert.equal(property.setter?.body, null);
  assert.deepEqual(property.setter?.modifiers.words, ['private']);
  const readOnly = memberOf('Integer a { get; }');
  assert.ok(readOnly.kind === 'property');
  assert.equal(readOnly.setter, null);
});

test('reads constructors, initialisers and inner types', () => {
  const members = classOf(
    'public class A { A(Integer b) { super(); } static { c(); } { d(); } class E { } interface F { } enum G { H } }',
  ).members;
  assert.deepEqual(
    members.map((each) => (each.kind === 'initializer' ? (each.static ? 'static' : 'instance') : each.kind)),
    ['constructor', 'static', 'instance', 'class', 'interface', 'enum'],
  );
});

test('reads a trigger: events, body in order, members apart', () => {
  const unit = unitOf('trigger T on Account (before insert, AFTER  Update) { Integer a = 1; f(a); void f(Integer b) { } }', 'trigger');
  assert.ok(unit.kind === 'trigger');
  assert.equal(unit.name, 'T');
  assert.equal(unit.object, 'Account');
  assert.deepEqual(unit.events, ['before insert', 'after update']);
  assert.deepEqual(
    unit.body.statements.map((each) => each.kind),
    ['local', 'expression'],
  );
  assert.deepEqual(
    unit.members.map((each) => each.kind),
    ['method'],
  );
});

test('reads an anonymous script', () => {
  const unit = unitOf('a(); class B { } static Integer c; Integer d { get; }', 'anonymous');
  assert.ok(unit.kind === 'anonymous');
  assert.deepEqual(
    unit.members.map((each) => each.kind),
    ['class', 'field', 'property'],
  );
  assert.equal(unit.body.statements.length, 1);
});
