import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rights } from '../../src/runtime/ports.ts';
import type { SObject } from '../../src/runtime/values/sobject.ts';
import { readRecords } from '../../src/store/records.ts';
import { failuresOf, messageOf, outcomes, partial, TestOrg } from './testOrg.ts';

const noObject: Partial<Rights> = {
  object: () => ({ create: false, read: true, edit: false, delete: false, viewAll: false, modifyAll: false }),
};
const noCode: Partial<Rights> = {
  field: (_object, field) => (field === 'Code__c' ? { read: true, create: false, edit: false } : { read: true, create: true, edit: true }),
};

test('user mode refuses an object without the right, system mode does not ask', () => {
  const org = new TestOrg({ rights: noObject });
  assert.equal(
    messageOf(() => org.insert('Widget__c', {}, { access: 'user' })),
    "SecurityException: Access to entity 'Widget__c' denied",
  );
  org.insert('Widget__c', {}, { access: 'sharing' });
  org.insert('Widget__c', {});
  assert.equal(org.count('Widget__c'), 2);
});

test('user mode refuses a populated field without the right, even if it is null', () => {
  const org = new TestOrg({ rights: noCode });
  const work = (): unknown => org.insert('Widget__c', { Code__c: null }, { access: 'user' });
  assert.equal(
    messageOf(work),
    'DmlException: Operation failed due to fields being inaccessible on Sobject Widget__c, check errors on Exception or Result!',
  );
  assert.deepEqual(failuresOf(work)[0]?.fields, ['Code__c']);
  const results = org.run('insert', [org.row('Widget__c', { Code__c: 'A' }), org.row('Widget__c', {})], { access: 'user', ...partial });
  assert.deepEqual(
    results.map((result) => result.success),
    [false, true],
  );
});

test('a system field that was queried and not touched does not fail an update in user mode; a field without the right does', () => {
  const org = new TestOrg({
    rights: { field: (_object, field) => ({ read: true, create: true, edit: field !== 'CreatedDate' && field !== 'Code__c' }) },
  });
  const id = org.insert('Widget__c', { Code__c: 'A' });
  const queried = (...names: string[]): SObject => {
    const [row] = readRecords(org.store, org.type('Widget__c'), [id]);
    assert.ok(row);
    for (const name of [...row.fields.keys()]) if (!names.includes(name)) row.fields.delete(name);
    row.queried = new Set(names);
    return row;
  };
  assert.deepEqual(outcomes(org.run('update', [queried('Id', 'CreatedDate')], { access: 'user', ...partial })), ['ok']);
  assert.match(
    outcomes(org.run('update', [queried('Id', 'Code__c')], { access: 'user', ...partial }))[0] ?? '',
    /inaccessible on Sobject Widget__c.*\[Code__c\]/,
  );
});

test('a record that sharing hides can be neither edited nor pointed to', () => {
  const hidden = new Set<string>();
  const org = new TestOrg({ hidden });
  const account = org.insert('Account', { Name: 'A' });
  hidden.add(account);
  assert.match(
    messageOf(() => org.run('update', [org.row('Account', { Id: account, Name: 'B' })], { access: 'sharing' })),
    /INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id: \[\]/,
  );
  assert.match(
    messageOf(() => org.insert('Widget__c', { Account__c: account }, { access: 'sharing' })),
    /INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, insufficient access rights on cross-reference id: \[\]/,
  );
  org.run('update', [org.row('Account', { Id: account, Name: 'B' })], { access: 'system' });
});

test('setup objects ask for user permissions in user mode', () => {
  const org = new TestOrg({ rights: { userPermission: () => false } });
  const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
  const row = org.row('PermissionSetAssignment', { AssigneeId: org.adminId, PermissionSetId: set });
  assert.equal(
    messageOf(() => org.run('insert', [row], { access: 'user' })),
    "SecurityException: Access to entity 'PermissionSetAssignment' denied",
  );
  assert.deepEqual(outcomes(org.run('insert', [row], { access: 'system', ...partial })), ['ok']);
});

test('operatorPrivileges = refused: system mode does not stand in for user permissions', () => {
  const org = new TestOrg({ rights: { userPermission: () => false }, positions: { operatorPrivileges: 'refused' } });
  const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
  assert.match(
    messageOf(() => org.insert('PermissionSetAssignment', { AssigneeId: org.adminId, PermissionSetId: set })),
    /INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id/,
  );
});
