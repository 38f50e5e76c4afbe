import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Access } from '../../src/runtime/ports.ts';
import type { SharingModel } from '../../src/schema/model.ts';
import { customObject, masterDetail } from '../helpers/schema.ts';
import { testOrg, type TestOrg } from '../soql/testOrg.ts';

const owned = (name: string, prefix: string, sharingModel: SharingModel) => customObject(name, prefix, [], { sharingModel });

let org: TestOrg;
const users: Record<string, string> = {};
const ids: Record<string, string> = {};

before(() => {
  org = testOrg(
    owned('Private__c', 'a00', 'Private'),
    owned('Read__c', 'a01', 'Read'),
    owned('Open__c', 'a02', 'ReadWrite'),
    owned('Free__c', 'a03', 'FullAccess'),
    customObject('Shown__c', 'a05', [], { sharingModel: 'ReadWrite', externalSharingModel: 'Read' }),
    customObject('Detail__c', 'a04', [masterDetail('Master__c', 'Private__c', 'Details__r')], { sharingModel: 'ControlledByParent' }),
  );
  const top = org.insert('UserRole', { Name: 'Top' });
  const middle = org.insert('UserRole', { Name: 'Middle', ParentRoleId: top });
  const low = org.insert('UserRole', { Name: 'Low', ParentRoleId: middle });
  const user = (name: string, role: string | null, type = 'Standard'): void => {
    users[name] = org.insert('User', { Username: `${name}@example.com`, LastName: name, UserType: type, UserRoleId: role });
  };
  user('boss', top);
  user('owner', low);
  user('peer', low);
  user('loner', null);
  user('customer', null, 'CspLitePortal');
  const profile = org.insert('Profile', { Name: 'All' });
  org.insert('PermissionSet', { Name: 'X', Label: 'X', ProfileId: profile, IsOwnedByProfile: true, PermissionsViewAllData: true });
  users['viewer'] = org.insert('User', { Username: 'viewer@example.com', LastName: 'viewer', UserType: 'Standard', ProfileId: profile });
  for (const name of ['Private__c', 'Read__c', 'Open__c', 'Free__c', 'Shown__c'])
    ids[name] = org.insert(name, { Name: 'of owner', OwnerId: users['owner']! });
  const queue = org.insert('Group', { Name: 'Queue', Type: 'Queue' });
  const inner = org.insert('Group', { Name: 'Inner', Type: 'Regular' });
  org.insert('GroupMember', { GroupId: queue, UserOrGroupId: inner });
  org.insert('GroupMember', { GroupId: inner, UserOrGroupId: users['loner']! });
  org.insert('Private__c', { Name: 'of queue', OwnerId: queue });
  ids['Detail__c'] = org.insert('Detail__c', { Name: 'detail', Master__c: ids['Private__c']! });
});

const seen = (user: string, object: string, access: Access = 'sharing'): string =>
  org
    .rows(`SELECT Name FROM ${object} ORDER BY Name`, {}, access, users[user]!)
    .map((row) => (row as { Name: string }).Name)
    .join(', ');
const may = (user: string, object: string, right: 'edit' | 'delete'): boolean =>
  org.access.allowed(org.object(object), [ids[object]!], users[user]!, right).has(ids[object]!);

describe('sharing', () => {
  it('shows private records to the owner, those above in the role hierarchy, and members of the owning queue', () => {
    assert.equal(seen('owner', 'Private__c'), 'of owner');
    assert.equal(seen('boss', 'Private__c'), 'of owner');
    assert.equal(seen('peer', 'Private__c'), '');
    assert.equal(seen('loner', 'Private__c'), 'of queue');
    assert.equal(seen('peer', 'Private__c', 'system'), 'of owner, of queue');
  });

  it('shows everything with "View All Data", and public records to everybody', () => {
    assert.equal(seen('viewer', 'Private__c'), 'of owner, of queue');
    for (const object of ['Read__c', 'Open__c', 'Free__c']) assert.equal(seen('peer', object), 'of owner', object);
  });

  it('lets others edit Public Read/Write, and delete only with full access', () => {
    const allowed = (user: string, right: 'edit' | 'delete') =>
      ['Private__c', 'Read__c', 'Open__c', 'Free__c'].filter((object) => may(user, object, right));
    assert.deepEqual(allowed('owner', 'edit'), ['Private__c', 'Read__c', 'Open__c', 'Free__c']);
    assert.deepEqual(allowed('boss', 'delete'), ['Private__c', 'Read__c', 'Open__c', 'Free__c']);
    assert.deepEqual(allowed('peer', 'edit'), ['Open__c', 'Free__c']);
    assert.deepEqual(allowed('peer', 'delete'), ['Free__c']);
    assert.deepEqual(allowed('viewer', 'edit'), ['Open__c', 'Free__c']);
  });

  it('follows the parent that controls a detail', () => {
    assert.equal(seen('owner', 'Detail__c'), 'detail');
    assert.equal(seen('peer', 'Detail__c'), '');
    assert.deepEqual([may('owner', 'Detail__c', 'delete'), may('peer', 'Detail__c', 'edit')], [true, false]);
  });

  it('shows contacts with their account, and private ones to their owner', () => {
    const account = org.insert('Account', { Name: 'Acme', OwnerId: users['boss']! });
    org.insert('Contact', { LastName: 'a', Name: 'a', AccountId: account, OwnerId: users['boss']! });
    org.insert('Contact', { LastName: 'b', Name: 'b', OwnerId: users['owner']! });
    assert.equal(seen('peer', 'Contact'), 'a');
    assert.equal(seen('boss', 'Contact'), 'a, b');
  });

  it('counts in sub-queries and semi-joins too', () => {
    const masters = `SELECT Name FROM Private__c WHERE Id IN (SELECT Master__c FROM Detail__c)`;
    assert.equal(org.rows(masters, {}, 'sharing', users['owner']).length, 1);
    assert.equal(org.rows(masters, {}, 'sharing', users['peer']).length, 0);
  });

  it('shows external users what they own, unless the external default of the object says more', () => {
    for (const object of ['Private__c', 'Read__c', 'Open__c']) assert.equal(seen('customer', object), '', object);
    org.insert('Open__c', { Name: 'own', OwnerId: users['customer']! });
    assert.equal(seen('customer', 'Open__c'), 'own');
    assert.equal(seen('customer', 'Shown__c'), 'of owner');
    assert.equal(may('customer', 'Shown__c', 'edit'), false);
    assert.equal(seen('customer', 'Open__c', 'system'), 'of owner, own');
    assert.equal(org.rows('SELECT LastName FROM User', {}, 'sharing', users['customer']!).length, 1);
    for (const name of ['customer', 'peer']) org.insert('NetworkMember', { MemberId: users[name]! });
    const members = org.rows('SELECT MemberId FROM NetworkMember', {}, 'sharing', users['customer']!);
    assert.deepEqual(
      members.map((row) => (row as { MemberId: string }).MemberId),
      [users['customer']],
    );
    assert.throws(
      () => org.rows('SELECT Name FROM Group', {}, 'sharing', users['customer']!),
      /NotSupported: rows of Group that an external user/,
    );
  });
});
