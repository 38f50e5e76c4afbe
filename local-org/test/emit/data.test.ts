import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DmlRequest } from '../../src/runtime/ports.ts';
import { toText } from '../../src/runtime/toText.ts';
import { link } from '../../src/runtime/link.ts';
import { runIn } from '../../src/runtime/transaction.ts';
import { ApexList } from '../../src/runtime/values/collections.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { library } from '../../src/standard/registry.ts';
import { emitted, linked, run, runBody, standardSchema, transactionOf } from '../helpers/apex.ts';

const contact = standardSchema.object('Contact')!;

function queried(fields: Readonly<Record<string, Value>>, parents: Readonly<Record<string, SObject | null>> = {}): SObject {
  const record = new SObject(contact);
  for (const [name, value] of Object.entries(fields)) record.fields.set(name, value);
  record.queried = new Set(Object.keys(fields));
  record.parents = new Map(Object.entries(parents));
  return record;
}

const rows = (...items: SObject[]): { rows: ApexList; count: null } => ({ rows: new ApexList('Contact', items), count: null });

test('a new record keeps its fields; unset ones are null, checkboxes false', () => {
  assert.equal(
    runBody(
      'String',
      "Contact c = new Contact(LastName = 'x'); c.FirstName = 'y'; return c.FirstName + c.LastName + c.Email + c.HasOptedOutOfEmail;",
    ),
    'yxnullfalse',
  );
});

test('what was not queried cannot be read until it is written', () => {
  const query = () => rows(queried({ Id: '003000000000001AAA' }));
  assert.throws(() => runBody('String', 'Contact c = [SELECT Id FROM Contact]; return c.Email;', { query }), {
    message: 'SObject row was retrieved via SOQL without querying the requested field: Contact.Email',
  });
  assert.equal(runBody('String', "Contact c = [SELECT Id FROM Contact]; c.Email = 'a@b'; return c.Email;", { query }), 'a@b');
});

test('a missing parent reads as null, a missing record throws', () => {
  const query = () => rows(queried({ Id: '003000000000001AAA' }, { Account: null }));
  assert.equal(runBody('String', 'Contact c = [SELECT Id, Account.Name FROM Contact]; return c.Account.Name;', { query }), null);
  assert.throws(() => runBody('String', 'Contact c; return c.Account.Name;'), { message: 'Attempt to de-reference a null object' });
});

test('one row: none and several are QueryExceptions', () => {
  assert.throws(() => runBody('Contact', 'Contact c = [SELECT Id FROM Contact]; return c;', { query: () => rows() }), {
    message: 'List has no rows for assignment to SObject',
  });
  const two = () => rows(queried({}), queried({}));
  assert.throws(() => runBody('Contact', 'Contact c = [SELECT Id FROM Contact]; return c;', { query: two }), {
    message: 'List has more than 1 row for assignment to SObject',
  });
});

test('binds arrive in order, the query tree is the same object at each turn, and the mode follows what is stated', () => {
  const seen: { tree: unknown; binds: readonly Value[]; access: string }[] = [];
  const query = (tree: unknown, binds: readonly Value[], access: string) => {
    seen.push({ tree, binds, access });
    return rows();
  };
  runBody(
    'Integer',
    `for (Integer i = 0; i < 2; i++) { List<Contact> a = [SELECT Id FROM Contact WHERE LastName = :('n' + i) LIMIT :i + 1]; }
     List<Contact> b = [SELECT Id FROM Contact WITH SYSTEM_MODE];
     return 0;`,
    { query },
  );
  assert.deepEqual(
    seen.map(({ binds, access }) => [access, ...binds]),
    [['user', 'n0', 1], ['user', 'n1', 2], ['sharing']],
  );
  assert.equal(seen[0]!.tree, seen[1]!.tree);
});

test('sharing of the frame decides system mode; inherited sharing is the caller’s', () => {
  const seen: string[] = [];
  const query = (_tree: unknown, _binds: readonly Value[], access: string) => {
    seen.push(access);
    return rows();
  };
  const body = '{ List<Contact> c = [SELECT Id FROM Contact WITH SYSTEM_MODE]; }';
  run(
    [
      `public with sharing class Probe { public static Integer run() { Helper.go(); Without.go(); List<Contact> c = [SELECT Id FROM Contact WITH SYSTEM_MODE]; return 1; } }`,
      `public inherited sharing class Helper { public static void go() ${body} }`,
      `public without sharing class Without { public static void go() { Helper.go(); } }`,
    ],
    { query },
  );
  assert.deepEqual(seen, ['sharing', 'system', 'sharing']);
});

test('for over a query: single records, and chunks of 200', () => {
  const query = () => rows(...Array.from({ length: 450 }, () => queried({})));
  assert.equal(runBody('Integer', 'Integer n = 0; for (Contact c : [SELECT Id FROM Contact]) n++; return n;', { query }), 450);
  assert.equal(
    runBody(
      'String',
      "String s = ''; for (List<Contact> chunk : [SELECT Id FROM Contact]) { Integer n = 0; for (Contact c : chunk) n++; s += n + ' '; } return s;",
      {
        query,
      },
    ),
    '200 200 50 ',
  );
});

test('a COUNT() query is an Integer', () => {
  const query = () => ({ rows: new ApexList('Contact'), count: 7 });
  assert.equal(runBody('Integer', 'return [SELECT COUNT() FROM Contact];', { query }), 7);
});

test('DML statements say what they were told', () => {
  const requests: DmlRequest[] = [];
  const dml = (request: DmlRequest) => {
    requests.push(request);
    return [];
  };
  runBody(
    'Integer',
    `insert new Contact(LastName = 'a'); update as system new List<Contact>{ new Contact(), new Contact() }; upsert as user new Contact() Id; return 0;`,
    {
      dml,
    },
  );
  assert.deepEqual(
    requests.map(({ operation, rows: given, access, externalId, allOrNone }) => [operation, given.length, access, externalId, allOrNone]),
    [
      ['insert', 1, 'user', null, true],
      ['update', 2, 'sharing', null, true],
      ['upsert', 1, 'user', 'Id', true],
    ],
  );
  assert.throws(() => runBody('Integer', 'Contact c; insert c; return 0;', { dml }), { message: 'Attempt to de-reference a null object' });
});

test('ids are widened, compared in 18 characters, and refused when they are none', () => {
  assert.equal(runBody('Boolean', "Id a = '001000000000001'; return a == '001000000000001AAA';"), true);
  assert.throws(() => runBody('Id', "String s = 'nonsense'; Id a = s; return a;"), { message: 'Invalid id: nonsense' });
});

test('collections from collections, and a map of records by id', () => {
  assert.equal(
    toText(runBody('Map<Id, Contact>', "return new Map<Id, Contact>(new List<Contact>{ new Contact(Id = '003000000000001') });")),
    '{003000000000001AAA=Contact:{Id=003000000000001AAA}}',
  );
  assert.equal(toText(runBody('Set<Integer>', 'return new Set<Integer>(new List<Integer>{ 1, 1, 2 });')), '{1, 2}');
  assert.equal(toText(runBody('List<String>', 'return new String[2];')), '(null, null)');
  assert.throws(() => runBody('Map<Id, Contact>', 'return new Map<Id, Contact>(new List<Contact>{ new Contact() });'), {
    message: 'Row with null Id at index: 0',
  });
});

test('coverage tells the lines that ran from those that did not', () => {
  const program = linked(`public class Probe {
  static Integer unused;
  Integer n = 1;
  public static Integer run(Boolean yes) {
    if (yes) {
      return 1;
    }
    return
      2;
  }
}`);
  runIn(transactionOf(program), () => program.callStatic('Probe', 'run$boolean', [true]));
  const [coverage] = program.coverage();
  assert.deepEqual(coverage, { name: 'Probe', path: '0.cls', kind: 'class', covered: [5, 6], uncovered: [3, 8] });
  program.resetCoverage();
  assert.deepEqual(program.coverage()[0]!.covered, []);
});

test('a trigger and an anonymous block run in their own frames', () => {
  const seen: string[] = [];
  const query = (_tree: unknown, _binds: readonly Value[], access: string) => {
    seen.push(access);
    return rows();
  };
  const [trigger, script] = [
    emitted([`trigger T on Contact (before insert) { List<Contact> c = [SELECT Id FROM Contact WITH SYSTEM_MODE]; }`])[0]!,
    emitted(['// anonymous\nList<Contact> c = [SELECT Id FROM Contact WITH SYSTEM_MODE];\nInteger n = null;\nn++;'])[0]!,
  ];
  const program = link([trigger], library);
  runIn(transactionOf(program, { query }), () => program.runTrigger('t'));
  assert.throws(() => runIn(transactionOf(program, { query }), () => program.runAnonymous(script)), {
    message: 'Attempt to de-reference a null object',
  });
  assert.deepEqual(seen, ['system', 'sharing']);
  assert.equal(program.triggers[0]!.object, 'Contact');
});
