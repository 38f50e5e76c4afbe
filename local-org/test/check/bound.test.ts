import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bound, BoundStatement } from '../../src/types/bound.ts';
import { inMethod } from './cases.ts';
import { compile, onlyClass, statementsOfRun } from './compile.ts';

/** The tree without positions. */
function plain(of: unknown): unknown {
  return JSON.parse(JSON.stringify(of, (key, value: unknown) => (key === 'at' || key === 'span' ? undefined : value)));
}

const lastOfRun = (body: string): BoundStatement => statementsOfRun(compile([inMethod(body)])).at(-1) as BoundStatement;

/** Initial value of the last declared variable. */
function initial(body: string): unknown {
  const last = lastOfRun(body);
  return last.op === 'declare' ? plain(last.initial) : plain(last);
}

function evaluated(body: string): Bound {
  const last = lastOfRun(body);
  if (last.op !== 'evaluate') throw new Error(last.op);
  return last.value;
}

const local = (name: string): object => ({ op: 'local', name });
const integer = (value: number): object => ({ op: 'const', type: 'Integer', value });

test('an Integer that becomes a Decimal is converted', () => {
  assert.deepEqual(initial('    Decimal d = 1;'), { op: 'convert', from: 'Integer', to: 'Decimal', of: integer(1) });
});

test('an Id that becomes a String is left as it is, a String that becomes an Id is checked', () => {
  assert.deepEqual(initial('    Id i;\n    String s = i;'), local('v_i'));
  assert.deepEqual(initial('    String s;\n    Id i = s;'), { op: 'convert', from: 'String', to: 'Id', of: local('v_s') });
});

test('operands are converted to the wider kind before they are added', () => {
  assert.deepEqual(initial('    Integer i;\n    Decimal d = i + 1.5;'), {
    op: 'arithmetic',
    operator: '+',
    kind: 'Decimal',
    left: { op: 'convert', from: 'Integer', to: 'Decimal', of: local('v_i') },
    right: { op: 'const', type: 'Decimal', value: '1.5' },
  });
});

test('text is joined with anything as it is', () => {
  assert.deepEqual(initial("    String s = 'x' + 1;"), {
    op: 'arithmetic',
    operator: '+',
    kind: 'String',
    left: { op: 'const', type: 'String', value: 'x' },
    right: integer(1),
  });
});

test('a Date takes days as an Integer', () => {
  const sum = initial('    Date a;\n    Date d = a + 1;');
  assert.deepEqual(sum, { op: 'arithmetic', operator: '+', kind: 'Date', left: local('v_a'), right: integer(1) });
});

test('a negative number is one constant', () => {
  assert.deepEqual(initial('    Integer i = -5;'), integer(-5));
});

test('a query assigned to a record demands exactly one row', () => {
  const bound = initial('    Account a = [SELECT Id FROM Account];') as { op: string; result: string; object: string };
  assert.deepEqual([bound.op, bound.result, bound.object], ['query', 'one', 'Account']);
});

test('a field of a query is read from its one row, a method of List from all rows', () => {
  const field = initial('    String s = [SELECT Name FROM Account].Name;') as { op: string; self: { result: string } };
  assert.deepEqual([field.op, field.self.result], ['sobjectField', 'one']);
  const size = initial('    Integer i = [SELECT Name FROM Account].size();') as { key: string; self: { result: string } };
  assert.deepEqual([size.key, size.self.result], ['List.size()', 'rows']);
});

test('a count is a count', () => {
  assert.equal((initial('    Integer i = [SELECT COUNT() FROM Account];') as { result: string }).result, 'count');
});

test('a query given to Database.getQueryLocator is handed over, not run', () => {
  const bound = initial('    Object o = Database.getQueryLocator([SELECT Id FROM Account]);') as { op: string; result: string };
  assert.deepEqual([bound.op, bound.result], ['query', 'locator']);
});

test('a single value bound to IN becomes a list of one', () => {
  const bound = initial('    Id i;\n    List<Account> a = [SELECT Id FROM Account WHERE Id IN :i];') as { binds: unknown };
  assert.deepEqual(bound.binds, [{ op: 'newList', type: 'List<Id>', items: [local('v_i')] }]);
});

test('?. guards the rest of its chain, outermost first', () => {
  assert.deepEqual(initial('    Contact c;\n    String s = c?.Account?.Name;'), {
    op: 'safe',
    self: local('v_c'),
    as: 'v_safe',
    access: {
      op: 'safe',
      self: { op: 'sobjectParent', self: local('v_safe'), relationship: 'Account' },
      as: 'v_safe$2',
      access: { op: 'sobjectField', self: local('v_safe$2'), field: 'Name' },
    },
  });
});

test('list elements, map look-ups and their keys carry type arguments', () => {
  assert.deepEqual(initial('    Map<Id, List<Account>> m;\n    String k;\n    List<Account> l = m.get(k);'), {
    op: 'invokeLibrary',
    self: local('v_m'),
    key: 'Map.get(K)',
    args: [{ op: 'convert', from: 'String', to: 'Id', of: local('v_k') }],
    typeArgs: ['Id', 'List<Account>'],
  });
});

test('a list of generic SObjects given to a list of Accounts is asked at run time', () => {
  const bound = initial('    List<SObject> s;\n    List<Account> a = s;');
  assert.deepEqual(bound, { op: 'cast', to: 'List<Account>', of: local('v_s') });
  assert.deepEqual(initial('    List<Account> a;\n    List<SObject> s = a;'), local('v_a'));
});

test('an Id equals a String by value, as Ids; Integers compare as they are', () => {
  const ids = initial("    Id i;\n    Boolean b = i == 'x';") as { how: string; right: { op: string; to: string } };
  assert.deepEqual([ids.how, ids.right.op, ids.right.to], ['value', 'convert', 'Id']);
  assert.equal((initial('    Integer i;\n    Boolean b = i == 1;') as { how: string }).how, 'primitive');
  assert.equal((initial('    String s;\n    Boolean b = s != null;') as { how: string }).how, 'primitive');
  assert.equal((initial('    String s;\n    Boolean b = s === (Object) s;') as { how: string }).how, 'identity');
});

test('a relationship is assigned through putSObject', () => {
  const bound = evaluated('    Contact c;\n    c.Account = new Account();');
  assert.equal(bound.op === 'invokeLibrary' && bound.key, 'SObject.putSObject(String, SObject)');
});

test('addError on a field names the field', () => {
  assert.deepEqual(plain(evaluated("    Account a;\n    a.Name.addError('no');")), {
    op: 'invokeLibrary',
    self: local('v_a'),
    key: 'SObject.addError(String, String)',
    args: [
      { op: 'const', type: 'String', value: 'Name' },
      { op: 'const', type: 'String', value: 'no' },
    ],
    typeArgs: [],
  });
});

test('a method of a library interface may be that of a user object', () => {
  assert.deepEqual(initial('    Iterator<String> i;\n    Boolean b = i.hasNext();'), {
    op: 'invokeInterface',
    self: local('v_i'),
    js: 'hasnext$',
    key: 'Iterator.hasNext()',
    args: [],
  });
});

test('private methods and those of super are not virtual', () => {
  const text = 'public virtual class A { private void p() {} public virtual void q() {} }';
  const sub = 'public class B extends A { public override void q() { super.q(); this.q(); } }';
  const { bound } = compile([sub, text]);
  const body = bound[0]?.classes[0]?.methods[0]?.body;
  const calls =
    body?.op === 'block' ? body.statements.map((one) => (one.op === 'evaluate' && one.value.op === 'invoke' ? one.value : null)) : [];
  assert.deepEqual(
    calls.map((one) => [one?.owner, one?.js, one?.virtual]),
    [
      ['A', 'q$', false],
      ['B', 'q$', true],
    ],
  );
});

test('a Batchable for Accounts is called under the name the library uses', () => {
  const { aliases, info } = onlyClass(
    compile([
      'public class A implements Database.Batchable<SObject> { public List<Account> start(Database.BatchableContext c) { return null; } public void execute(Database.BatchableContext c, List<Account> l) {} public void finish(Database.BatchableContext c) {} }',
    ]),
  );
  assert.deepEqual(aliases, [
    { js: 'execute$database_batchablecontext$list_sobject_', own: 'execute$database_batchablecontext$list_account_' },
  ]);
  assert.deepEqual(info.interfaces, ['Database.Batchable<SObject>']);
});

test('sharing follows the keyword, else the API version; inner classes do not inherit it', () => {
  const sharing = (text: string, version: number): readonly string[] =>
    compile([text], version).bound[0]?.classes.map((one) => one.info.sharing) ?? [];
  assert.deepEqual(sharing('public without sharing class A { class B {} }', 67), ['without', 'with']);
  assert.deepEqual(sharing('public class A { inherited sharing class B {} }', 66), ['without', 'inherited']);
});

test('inside its own accessors a property is its stored value, elsewhere its accessors', () => {
  const text = 'public class A { public Integer x { get { return x; } set; } public Integer y { get; set; } void run() { x = y; } }';
  const compiled = compile([text]);
  const [getter] = onlyClass(compiled).accessors;
  assert.deepEqual(plain(getter?.body), {
    op: 'block',
    statements: [{ op: 'return', value: { op: 'field', self: { op: 'this' }, owner: 'A', js: 'x' } }],
  });
  const assign = plain(statementsOfRun(compiled)[0]) as { value: { target: { op: string; js: string }; value: { op: string } } };
  assert.deepEqual([assign.value.target.op, assign.value.target.js, assign.value.value.op], ['property', 'x', 'field']);
});

test('exceptions get the four constructors, each handing its parameters to its super class', () => {
  const { constructors } = onlyClass(compile(['public class MyException extends Exception {}']));
  assert.deepEqual(
    constructors.map(({ js, constructorCall }) => [js, constructorCall?.owner, constructorCall?.js, constructorCall?.library]),
    ['init$', 'init$string', 'init$exception', 'init$string$exception'].map((js) => [js, 'Exception', js, true]),
  );
});

test('a field with the name of a super class’s private field is another field', () => {
  const { bound } = compile(['public virtual class A { private Integer x; }', 'public class B extends A { private Integer x; }']);
  assert.deepEqual(
    bound.map((unit) => unit.classes[0]?.info.fields[0]?.js),
    ['x', 'x$1'],
  );
});

test('a loop that needs a conversion of its elements converts them inside', () => {
  const loop = plain(lastOfRun('    List<Integer> l;\n    for (Long a : l) { }')) as {
    name: string;
    type: string;
    body: { statements: object[] };
  };
  assert.deepEqual([loop.name, loop.type], ['v_a$2', 'Integer']);
  assert.deepEqual(loop.body.statements[0], {
    op: 'declare',
    name: 'v_a',
    type: 'Long',
    initial: { op: 'convert', from: 'Integer', to: 'Long', of: local('v_a$2') },
  });
});

test('a loop over a query with a list variable runs in chunks', () => {
  const loop = lastOfRun('    for (List<Account> l : [SELECT Id FROM Account]) { }');
  assert.deepEqual(loop.op === 'forEach' && [loop.over, loop.chunks, loop.type], ['query', true, 'List<Account>']);
});

test('the whole bound tree is JSON', () => {
  const { bound } = compile([inMethod("    Map<Id, Account> m = new Map<Id, Account>([SELECT Id FROM Account WHERE Name LIKE 'a%']);")]);
  assert.deepEqual(JSON.parse(JSON.stringify(bound)), bound);
});
