import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessLevel } from '../../src/standard/Database/accessLevel.ts';
import { DMLOptions } from '../../src/standard/Database/dmlOptions.ts';
import { statusCode } from '../../src/standard/Database/statusCode.ts';
import { library } from '../../src/standard/registry.ts';
import { fieldTokenNamed } from '../../src/standard/Schema/tokens.ts';
import { ApexList } from '../../src/runtime/values/collections.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import type { SObject } from '../../src/runtime/values/sobject.ts';
import { PortalOrg } from '../dml/portalOrg.ts';
import { messageOf, TestOrg } from '../dml/testOrg.ts';

/** Calls a member of the library by its key, as emitted code does. */
function call(org: TestOrg, key: string, ...args: Value[]): Value {
  const run = library.implementation(key);
  assert.ok(typeof run === 'function', `${key} is a function`);
  return org.in(() => run(...args));
}

const list = (rows: readonly SObject[]): ApexList => new ApexList('SObject', [...rows]);
const constant = (name: 'USER_MODE' | 'SYSTEM_MODE'): Value => {
  const property = library.implementation(`AccessLevel.${name}`);
  assert.ok(typeof property === 'object' && property.get);
  return property.get(null);
};
const system = constant('SYSTEM_MODE');
const successes = (org: TestOrg, results: Value): readonly Value[] =>
  (results as ApexList).items.map((result) => call(org, 'Database.SaveResult.isSuccess()', result));

test('every form of insert, update, upsert, delete and undelete of the reference is there', () => {
  const forms = ['', ', Boolean', ', AccessLevel', ', Boolean, AccessLevel'];
  const missing: string[] = [];
  for (const method of ['insert', 'update', 'upsert', 'delete', 'undelete'])
    for (const first of ['SObject', 'List<SObject>', ...(method.endsWith('delete') ? ['Id', 'List<Id>'] : [])])
      for (const form of forms)
        if (!library.implementation(`Database.${method}(${first}${form})`)) missing.push(`${method}(${first}${form})`);
  for (const method of ['insert', 'update'])
    for (const first of ['SObject', 'List<SObject>'])
      for (const form of [', Database.DMLOptions', ', Database.DMLOptions, AccessLevel'])
        if (!library.implementation(`Database.${method}(${first}${form})`)) missing.push(`${method}(${first}${form})`);
  assert.deepEqual(missing, []);
  assert.equal(accessLevel.name, 'System.AccessLevel');
});

test('save results tell id, success and errors with status codes', () => {
  const org = new TestOrg();
  const rows = [org.row('Contact', { LastName: 'A' }), org.row('Contact', {})];
  const results = call(org, 'Database.insert(List<SObject>, Boolean, AccessLevel)', list(rows), false, system) as ApexList;
  assert.equal(results.of, 'Database.SaveResult');
  assert.deepEqual(successes(org, results), [true, false]);
  assert.equal(call(org, 'Database.SaveResult.getId()', results.items[0] ?? null), rows[0]?.id);
  const errors = call(org, 'Database.SaveResult.getErrors()', results.items[1] ?? null) as ApexList;
  const error = errors.items[0] ?? null;
  assert.equal(call(org, 'Database.Error.getStatusCode()', error), statusCode('REQUIRED_FIELD_MISSING'));
  assert.equal(call(org, 'Database.Error.getMessage()', error), 'Required fields are missing: [LastName]');
  assert.deepEqual((call(org, 'Database.Error.getFields()', error) as ApexList).items, ['LastName']);
});

test('one record gives one result, and all or nothing is the default', () => {
  const org = new TestOrg();
  const result = call(org, 'Database.insert(SObject, AccessLevel)', org.row('Contact', { LastName: 'A' }), system);
  assert.equal(call(org, 'Database.SaveResult.isSuccess()', result), true);
  assert.match(
    messageOf(() => call(org, 'Database.insert(SObject, AccessLevel)', org.row('Contact', {}), system)),
    /^DmlException: Insert failed\./,
  );
});

test('DMLOptions carry partial success and the e-mail header', () => {
  const org = new PortalOrg();
  const dmo = new DMLOptions();
  dmo.optAllOrNone = false;
  assert.ok(dmo.emailHeader);
  dmo.emailHeader.triggerUserEmail = true;
  const results = call(
    org,
    'Database.insert(List<SObject>, Database.DMLOptions, AccessLevel)',
    list([org.user(), org.user({ Username: 'bad' })]),
    dmo,
    system,
  );
  assert.deepEqual(successes(org, results), [true, false]);
  assert.deepEqual(
    org.commit().map((mail) => mail.kind),
    ['newUser'],
  );
});

test('OptAllOrNone that was never set is a switch', () => {
  const rows = (org: TestOrg): ApexList => list([org.row('Contact', { LastName: 'A' }), org.row('Contact', {})]);
  const partial = new TestOrg();
  assert.deepEqual(
    successes(partial, call(partial, 'Database.insert(List<SObject>, Database.DMLOptions)', rows(partial), new DMLOptions())),
    [true, false],
  );
  const whole = new TestOrg({ positions: { dmlOptionsAllOrNone: 'allOrNone' } });
  assert.match(
    messageOf(() => call(whole, 'Database.insert(List<SObject>, Database.DMLOptions)', rows(whole), new DMLOptions())),
    /^DmlException/,
  );
});

test('upsert takes the token of an external id field and says what it created', () => {
  const org = new TestOrg();
  org.insert('Widget__c', { Code__c: 'K' });
  const token = org.in(() => fieldTokenNamed('Widget__c', 'Code__c'));
  const rows = list([org.row('Widget__c', { Code__c: 'K' }), org.row('Widget__c', { Code__c: 'L' })]);
  const results = call(
    org,
    'Database.upsert(List<SObject>, Schema.SObjectField, Boolean, AccessLevel)',
    rows,
    token,
    false,
    system,
  ) as ApexList;
  assert.deepEqual(
    results.items.map((result) => call(org, 'Database.UpsertResult.isCreated()', result)),
    [false, true],
  );
});

test('delete takes ids and records, and undelete brings them back', () => {
  const org = new TestOrg();
  const ids = [org.insert('Account', { Name: 'A' }), org.insert('Account', { Name: 'B' })];
  const results = call(org, 'Database.delete(List<Id>, AccessLevel)', new ApexList('Id', ids), system) as ApexList;
  assert.equal(results.of, 'Database.DeleteResult');
  assert.deepEqual(
    ids.map((id) => org.stored('Account', id, 'IsDeleted')),
    [1, 1],
  );
  call(org, 'Database.undelete(Id, AccessLevel)', ids[0] ?? null, system);
  assert.deepEqual(
    ids.map((id) => org.stored('Account', id, 'IsDeleted')),
    [0, 1],
  );
});

test('a rollback undoes what came after the savepoint, and ids stay in memory', () => {
  const org = new TestOrg();
  org.insert('Account', { Name: 'A' });
  const savepoint = call(org, 'Database.setSavepoint()');
  const row = org.row('Account', { Name: 'B' });
  org.run('insert', [row]);
  call(org, 'Database.rollback(Savepoint)', savepoint);
  assert.equal(org.count('Account'), 1);
  assert.notEqual(row.id, null);
  org.insert('Account', { Name: 'C' });
  call(org, 'Database.rollback(Savepoint)', savepoint);
  assert.equal(org.count('Account'), 1, 'a savepoint can be returned to again');
});

test('a savepoint that was rolled back past or released is gone, and each call costs a DML statement', () => {
  const org = new TestOrg();
  const first = call(org, 'Database.setSavepoint()');
  const second = call(org, 'Database.setSavepoint()');
  call(org, 'Database.rollback(Savepoint)', first);
  assert.match(
    messageOf(() => call(org, 'Database.rollback(Savepoint)', second)),
    /^TypeException/,
  );
  call(org, 'Database.releaseSavepoint(Savepoint)', first);
  assert.match(
    messageOf(() => call(org, 'Database.rollback(Savepoint)', first)),
    /^TypeException/,
  );
  assert.equal(org.transaction.limits.used('dmlStatements'), 5);
});

test('a savepoint of one trigger invocation cannot be used in another', () => {
  const org = new TestOrg();
  const savepoint = call(org, 'Database.setSavepoint()');
  org.transaction.trigger = { operation: 'AFTER_INSERT', object: 'Account', newRows: [], oldRows: null };
  assert.match(
    messageOf(() => call(org, 'Database.rollback(Savepoint)', savepoint)),
    /^TypeException/,
  );
});

test('whether mixed DML remembers what was rolled back is a switch', () => {
  for (const [position, expected] of [
    ['remembered', /MIXED_DML_OPERATION/],
    ['forgotten', /nothing thrown/],
  ] as const) {
    const org = new TestOrg({ positions: { mixedDmlAfterRollback: position } });
    const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
    const savepoint = call(org, 'Database.setSavepoint()');
    org.insert('PermissionSetAssignment', { AssigneeId: org.adminId, PermissionSetId: set });
    call(org, 'Database.rollback(Savepoint)', savepoint);
    assert.match(
      messageOf(() => org.insert('Account', { Name: 'A' })),
      expected,
    );
  }
});

test('a batch needs a scope above zero', () => {
  const org = new TestOrg();
  assert.equal(
    messageOf(() => call(org, 'Database.executeBatch(Object, Integer)', 'batch', 0)),
    'InvalidParameterValueException: Invalid scope size. Scope should be greater than 0.',
  );
});

test('every status code that the engine and its rules give is one of the platform', () => {
  const root = join(import.meta.dirname, '../../src/dml');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const codes = new Set(
    sources.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/fail\(\s*'([A-Z_]+)'|\['([A-Z_]+)', '/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    ),
  );
  assert.ok(codes.size > 20);
  for (const code of codes) statusCode(code);
});
