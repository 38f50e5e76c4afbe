import assert from 'node:assert/strict';
import test from 'node:test';
import { ApexList } from '../../src/runtime/values/collections.ts';
import { keyOf, library } from '../../src/standard/registry.ts';

test('finds types in any case, with and without the System namespace', () => {
  for (const name of ['Exception', 'system.EXCEPTION', 'dmlexception', 'System.DmlException']) assert.ok(library.type(name), name);
  assert.equal(library.type('SYSTEM.dmlException')?.name, 'DmlException');
  assert.equal(library.type('Nonsense'), undefined);
});

test('every signature names only known types', () => {
  assert.deepEqual(library.problems, []);
});

test('every member that is not abstract has an implementation under its key', () => {
  for (const type of library.types) {
    for (const member of type.allMembers()) {
      if (member.abstract) continue;
      assert.equal(member.js, keyOf(member));
      assert.ok(library.implementation(member.js), `${type.name}: ${member.js}`);
    }
  }
});

test('work that grows with its arguments costs CPU time by their size', () => {
  const cost = library.cost('List.addAll(List<T>)');
  const list = (size: number): ApexList => new ApexList('Integer', new Array(size).fill(1));
  assert.ok(cost);
  assert.ok(cost(list(0), list(1000)) > cost(list(0), list(10)));
  assert.equal(library.cost('List.size()'), undefined);
});

test("an interface's method is named as user classes implement it, and library receivers are reached by key", () => {
  const [next] = library.type('Iterator')?.members('next') ?? [];
  assert.equal(next?.js, 'next$');
  assert.ok(next && library.implementation(keyOf(next)));
  const [compare] = library.type('Comparator')?.members('compare') ?? [];
  assert.equal(compare?.js, 'compare$t$t');
});
