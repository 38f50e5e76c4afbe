import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFreshDmlContext } from '../../src/runtime/dmlContext.ts';
import { messageOf, TestOrg } from './testOrg.ts';

const mixed =
  /MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object \(or vice versa\): (\w+), original object: (\w+): \[\]/;

function user(org: TestOrg, values: Record<string, string | boolean | null> = {}): ReturnType<TestOrg['row']> {
  const profile = String(org.store.all('SELECT "Id" FROM "Profile"', [])[0]?.[0]);
  return org.row('User', {
    Username: 'new@x.test',
    LastName: 'New',
    Email: 'new@x.test',
    Alias: 'new',
    ProfileId: profile,
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...values,
  });
}

test('setup and other objects do not mix, in either order, and both are named', () => {
  const org = new TestOrg();
  const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
  org.insert('Account', { Name: 'A' });
  assert.deepEqual(
    mixed.exec(messageOf(() => org.insert('PermissionSetAssignment', { AssigneeId: org.adminId, PermissionSetId: set })))?.slice(1),
    ['PermissionSetAssignment', 'Account'],
  );
  const other = new TestOrg();
  const otherSet = other.put('PermissionSet', { Name: 'S', Label: 'S' });
  other.insert('PermissionSetAssignment', { AssigneeId: other.adminId, PermissionSetId: otherSet });
  assert.deepEqual(mixed.exec(messageOf(() => other.insert('Account', { Name: 'A' })))?.slice(1), ['Account', 'PermissionSetAssignment']);
});

test('a user without a role may be inserted beside other objects, one with a role may not', () => {
  const org = new TestOrg();
  org.insert('Account', { Name: 'A' });
  org.run('insert', [user(org)]);
  org.insert('Account', { Name: 'B' });
  const role = String(org.store.all('SELECT "Id" FROM "UserRole"', [])[0]?.[0]);
  assert.match(
    messageOf(() => org.run('insert', [user(org, { Username: 'r@x.test', UserRoleId: role })])),
    mixed,
  );
});

test('a user may be updated beside other objects unless a listed field changes', () => {
  const org = new TestOrg();
  org.insert('Account', { Name: 'A' });
  org.run('update', [org.row('User', { Id: org.adminId, Title: 'Boss', IsActive: true })]);
  assert.match(
    messageOf(() => org.run('update', [org.row('User', { Id: org.adminId, Username: 'other@x.test' })])),
    mixed,
  );
});

test('System.runAs starts afresh, and what it allows inside of it is a switch', () => {
  for (const [position, expected] of [
    ['allowed', /nothing thrown/],
    ['ownContext', mixed],
  ] as const) {
    const org = new TestOrg({ positions: { mixedDmlInRunAs: position } });
    const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
    org.insert('Account', { Name: 'A' });
    inFreshDmlContext(org.transaction, () => {
      org.insert('PermissionSetAssignment', { AssigneeId: org.adminId, PermissionSetId: set });
      assert.match(
        messageOf(() => org.insert('Account', { Name: 'B' })),
        expected,
      );
    });
    org.insert('Account', { Name: 'C' });
  }
});
