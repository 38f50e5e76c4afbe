import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ApexDatetime } from '../../src/runtime/values/dates.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import { lookup, text } from '../../src/schema/fields.ts';
import { updateRecord } from '../../src/store/records.ts';
import { custom, customObject } from '../helpers/schema.ts';
import { testOrg, type TestOrg } from '../soql/testOrg.ts';

const widget = customObject('Widget__c', 'a00', [
  custom(text('Code__c', 20)),
  custom(text('Must__c', 20), { nillable: false }),
  custom(lookup('Account__c', 'Account', 'Widgets__r')),
]);

let org: TestOrg;
let user: string;
const permissionSet = (name: string, values: Record<string, Value> = {}): string =>
  org.insert('PermissionSet', { Name: name, Label: name, ...values });
const grant = (set: string, object: string, letters: string): string =>
  org.insert('ObjectPermissions', {
    ParentId: set,
    SobjectType: object,
    PermissionsCreate: letters.includes('c'),
    PermissionsRead: letters.includes('r'),
    PermissionsEdit: letters.includes('e'),
    PermissionsDelete: letters.includes('d'),
    PermissionsViewAllRecords: letters.includes('v'),
    PermissionsModifyAllRecords: letters.includes('m'),
  });
const grantField = (set: string, field: string, edit = false): string =>
  org.insert('FieldPermissions', {
    ParentId: set,
    SobjectType: field.split('.')[0]!,
    Field: field,
    PermissionsRead: true,
    PermissionsEdit: edit,
  });
function assign(set: string, values: Record<string, Value> = {}): void {
  org.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set, ...values });
  org.access.forget();
}
const rights = () => org.as(user, () => org.access.rightsOf(user));

before(() => {
  org = testOrg(widget);
});

/** Each test has a user of its own, whose profile owns an empty permission set. */
let profileSet: string;
const newUser = (): void => {
  const profile = org.insert('Profile', { Name: 'P' });
  profileSet = permissionSet('X', { ProfileId: profile, IsOwnedByProfile: true });
  user = org.insert('User', { Username: 'u@example.com', LastName: 'U', UserType: 'Standard', ProfileId: profile });
};

describe('rights', () => {
  it('add up from the profile, assigned permission sets and assigned groups', () => {
    newUser();
    assert.deepEqual(rights().object('Widget__c'), {
      create: false,
      read: false,
      edit: false,
      delete: false,
      viewAll: false,
      modifyAll: false,
    });
    grant(profileSet, 'Widget__c', 'r');
    const direct = permissionSet('Direct');
    grant(direct, 'Widget__c', 'rc');
    assign(direct);
    const grouped = permissionSet('Grouped');
    grant(grouped, 'Widget__c', 're');
    const group = org.insert('PermissionSetGroup', { DeveloperName: 'G', MasterLabel: 'G' });
    org.insert('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId: grouped });
    org.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetGroupId: group });
    org.access.forget();
    assert.deepEqual(rights().object('widget__c'), {
      create: true,
      read: true,
      edit: true,
      delete: false,
      viewAll: false,
      modifyAll: false,
    });
  });

  it('end when the assignment expires, without anybody telling', () => {
    newUser();
    const set = permissionSet('Soon');
    grant(set, 'Account', 'r');
    assign(set, { ExpirationDate: new ApexDatetime(org.now + 60_000) });
    assert.equal(rights().object('Account').read, true);
    org.now += 60_000;
    assert.equal(rights().object('Account').read, false);
  });

  it('are looked up again after a rollback of the rows that gave them', () => {
    newUser();
    const set = permissionSet('Undone');
    grant(set, 'Account', 'r');
    org.store.begin();
    assign(set);
    assert.equal(rights().object('Account').read, true);
    org.store.abort();
    assert.equal(rights().object('Account').read, false);
  });

  it('on fields need a grant, except on required, name and system fields', () => {
    newUser();
    grant(profileSet, 'Widget__c', 'rce');
    org.access.forget();
    const field = (name: string) => rights().field('Widget__c', name);
    assert.deepEqual(field('Code__c'), { read: false, create: false, edit: false });
    for (const name of ['Must__c', 'Name', 'OwnerId']) assert.deepEqual(field(name), { read: true, create: true, edit: true }, name);
    assert.deepEqual(field('CreatedDate'), { read: true, create: false, edit: false });
    grantField(profileSet, 'Widget__c.Code__c');
    org.access.forget();
    assert.deepEqual(field('code__C'), { read: true, create: false, edit: false });
    const set = permissionSet('Edit');
    grantField(set, 'Widget__c.Code__c', true);
    assign(set);
    assert.deepEqual(field('Code__c'), { read: true, create: true, edit: true });
    assert.deepEqual(field('Nope__c'), { read: false, create: false, edit: false });
  });

  it('of "Modify All Data" reach every object and no field', () => {
    newUser();
    updateRecord(org.store, org.object('PermissionSet'), profileSet, { PermissionsModifyAllData: true });
    org.access.forget();
    assert.deepEqual(rights().object('Widget__c'), { create: true, read: true, edit: true, delete: true, viewAll: true, modifyAll: true });
    assert.equal(rights().field('Widget__c', 'Code__c').read, false);
    assert.equal(rights().userPermission('modifyalldata'), true);
    assert.equal(rights().userPermission('ViewSetup'), false);
  });

  it('of "View All Data" are to read', () => {
    newUser();
    updateRecord(org.store, org.object('PermissionSet'), profileSet, { PermissionsViewAllData: true });
    org.access.forget();
    assert.deepEqual(rights().object('Widget__c'), {
      create: false,
      read: true,
      edit: false,
      delete: false,
      viewAll: true,
      modifyAll: false,
    });
  });

  it('on setup objects are user permissions', () => {
    newUser();
    assert.deepEqual(
      [rights().object('User').read, rights().object('Profile').read, rights().object('PermissionSet').read],
      [true, true, false],
    );
    assert.deepEqual([rights().object('User').create, rights().object('PermissionSetAssignment').create], [false, false]);
    updateRecord(org.store, org.object('PermissionSet'), profileSet, { PermissionsAssignPermissionSets: true });
    org.access.forget();
    assert.deepEqual(
      [rights().object('PermissionSet').read, rights().object('PermissionSetAssignment').create, rights().object('User').create],
      [true, true, false],
    );
  });

  it('include custom permissions through setup entity access', () => {
    newUser();
    const permission = org.insert('CustomPermission', { DeveloperName: 'Run_It', MasterLabel: 'Run it' });
    org.insert('SetupEntityAccess', { ParentId: profileSet, SetupEntityId: permission, SetupEntityType: 'CustomPermission' });
    org.access.forget();
    assert.equal(rights().customPermission('run_it'), true);
    assert.equal(rights().customPermission('Other'), false);
  });
});

describe('user mode', () => {
  const query = (soql: string) => org.query(soql, {}, 'user', user);
  const noColumn = (field: string, entity: string) => ({
    $type: 'QueryException',
    message: new RegExp(`^No such column '${field}' on entity '${entity}'`),
  });

  it('refuses objects the user may not read, as if they did not exist', () => {
    newUser();
    assert.throws(() => query('SELECT Id FROM Widget__c'), {
      $type: 'QueryException',
      message: /^sObject type 'Widget__c' is not supported\./,
    });
    org.query('SELECT Code__c FROM Widget__c', {}, 'system', user);
    org.query('SELECT Code__c FROM Widget__c', {}, 'sharing', user);
  });

  it('refuses fields in every clause, and names all of them in the exception', () => {
    newUser();
    grant(profileSet, 'Widget__c', 'r');
    grant(profileSet, 'Account', 'r');
    org.access.forget();
    query('SELECT Name, Must__c, CreatedDate FROM Widget__c');
    for (const soql of [
      'SELECT Code__c FROM Widget__c',
      `SELECT Id FROM Widget__c WHERE Code__c = 'x'`,
      'SELECT Id FROM Widget__c ORDER BY Code__c',
      'SELECT COUNT(Code__c) FROM Widget__c',
      'SELECT Code__c FROM Widget__c GROUP BY Code__c',
      'SELECT Id, (SELECT Code__c FROM Widgets__r) FROM Account',
    ])
      assert.throws(() => query(soql), noColumn('Code__c', 'Widget__c'), soql);
    assert.throws(() => org.query('SELECT Code__c FROM Widget__c WITH USER_MODE', {}, 'system', user), noColumn('Code__c', 'Widget__c'));
    assert.throws(
      () => query('SELECT Code__c, Account__r.Industry FROM Widget__c'),
      (error: { detail?: { inaccessible: ReadonlyMap<string, ReadonlySet<string>> } }) => {
        assert.deepEqual(
          [...error.detail!.inaccessible].map(([object, fields]) => [object, [...fields]]),
          [
            ['Widget__c', ['Code__c', 'Account__c']],
            ['Account', ['Industry']],
          ],
        );
        return true;
      },
    );
  });

  it('looks into semi-joins and along relationships', () => {
    newUser();
    grant(profileSet, 'Widget__c', 'r');
    grant(profileSet, 'Account', 'r');
    org.access.forget();
    assert.throws(
      () => query('SELECT Id FROM Account WHERE Id IN (SELECT Account__c FROM Widget__c)'),
      noColumn('Account__c', 'Widget__c'),
    );
    assert.throws(
      () => query('SELECT Account__r.Name FROM Widget__c'),
      /^Error: Didn't understand relationship 'Account__r' in field path/,
    );
    grantField(profileSet, 'Widget__c.Account__c');
    org.access.forget();
    query('SELECT Account__r.Name FROM Widget__c');
    assert.throws(() => query('SELECT Account__r.Industry FROM Widget__c'), noColumn('Industry', 'Account'));
  });
});
