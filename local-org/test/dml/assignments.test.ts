import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PortalOrg } from './portalOrg.ts';
import { outcomes, partial } from './testOrg.ts';

function portalUser(org: PortalOrg): string {
  const row = org.user();
  org.add([row]);
  org.commit();
  return String(row.id);
}

test('a permission set is assigned once', () => {
  const org = new PortalOrg();
  const user = portalUser(org);
  const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
  const row = (): ReturnType<PortalOrg['row']> => org.row('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
  const expected = `DUPLICATE_VALUE, Duplicate PermissionSetAssignment. Assignee: ${user}; Permission Set: ${set}: []`;
  assert.deepEqual(outcomes(org.run('insert', [row(), row()], partial)), ['ok', expected]);
  assert.deepEqual(outcomes(org.run('insert', [row()], partial)), [expected]);
});

test('an assignment needs a permission set or a group', () => {
  const org = new PortalOrg();
  assert.deepEqual(outcomes(org.run('insert', [org.row('PermissionSetAssignment', { AssigneeId: org.adminId })], partial)), [
    'REQUIRED_FIELD_MISSING, Required fields are missing: [PermissionSetId]: [PermissionSetId]',
  ]);
});

test('a permission set must fit the licence of the user', () => {
  const org = new PortalOrg();
  const user = portalUser(org);
  const admin = org.put('PermissionSet', { Name: 'A', Label: 'Power', PermissionsManageUsers: true });
  const internal = String(org.store.all('SELECT "Id" FROM "UserLicense" WHERE "Name" = \'Salesforce\'', [])[0]?.[0]);
  const licensed = org.put('PermissionSet', { Name: 'L', Label: 'Licensed', LicenseId: internal });
  const own = org.put('PermissionSet', { Name: 'O', Label: 'Own', LicenseId: org.licence });
  const results = org.run(
    'insert',
    [admin, licensed, own].map((set) => org.row('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set })),
    partial,
  );
  assert.match(
    outcomes(results)[0] ?? '',
    /^FIELD_INTEGRITY_EXCEPTION, Can't assign permission set Power to user First Last 1\. The user license doesn't allow the permission: Manage Users/,
  );
  assert.match(outcomes(results)[1] ?? '', /^FIELD_INTEGRITY_EXCEPTION, Can't assign permission set Licensed/);
  assert.equal(outcomes(results)[2], 'ok');
});

test('assignments to inactive users are a switch', () => {
  for (const [position, expected] of [
    ['refused', 'INACTIVE_OWNER_OR_USER'],
    ['allowed', 'ok'],
  ] as const) {
    const org = new PortalOrg({ positions: { assignmentToInactiveUser: position } });
    const row = org.user({ IsActive: false });
    org.add([row]);
    const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
    assert.equal(
      outcomes(
        org.run('insert', [org.row('PermissionSetAssignment', { AssigneeId: String(row.id), PermissionSetId: set })], partial),
      )[0]?.split(',')[0],
      expected,
    );
  }
});

test('a permission set that is a member of a site makes its users members, with or without mail', () => {
  for (const [position, mails] of [
    ['sent', ['siteWelcome']],
    ['none', []],
  ] as const) {
    const org = new PortalOrg({ positions: { welcomeOnAssignment: position } });
    const user = portalUser(org);
    const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
    org.site({}, set);
    org.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
    assert.equal(org.count('NetworkMember'), 1);
    assert.deepEqual(
      org.commit().map((mail) => mail.kind),
      mails,
    );
  }
});

test('permission set licences run out and come back', () => {
  const org = new PortalOrg();
  const licence = org.put('PermissionSetLicense', { DeveloperName: 'P', MasterLabel: 'Plus', TotalLicenses: 1, UsedLicenses: 0 });
  const users = [portalUser(org), portalUser(org)];
  const results = org.run(
    'insert',
    users.map((user) => org.row('PermissionSetLicenseAssign', { AssigneeId: user, PermissionSetLicenseId: licence })),
    partial,
  );
  assert.deepEqual(outcomes(results), ['ok', 'LICENSE_LIMIT_EXCEEDED, License Limit Exceeded - Plus: []']);
  org.run('delete', [org.row('PermissionSetLicenseAssign', { Id: String(results[0]?.id) })]);
  assert.equal(org.stored('PermissionSetLicense', licence, 'UsedLicenses'), 0);
});

test('a high-volume user is in no group', () => {
  const org = new PortalOrg();
  const user = portalUser(org);
  const group = org.put('Group', { Name: 'G', Type: 'Regular' });
  assert.match(
    outcomes(org.run('insert', [org.row('GroupMember', { GroupId: group, UserOrGroupId: user })], partial))[0] ?? '',
    /^FIELD_INTEGRITY_EXCEPTION/,
  );
});

for (const [position, code] of [
  ['asUserLicence', 'LICENSE_LIMIT_EXCEEDED'],
  ['fieldIntegrity', 'FIELD_INTEGRITY_EXCEPTION'],
] as const)
  test(`permissionSetLicenceMessage = ${position}: a permission set licence without seats`, () => {
    const org = new PortalOrg({ positions: { permissionSetLicenceMessage: position } });
    const licence = org.put('PermissionSetLicense', { DeveloperName: 'L', MasterLabel: 'L', TotalLicenses: 0, UsedLicenses: 0 });
    const row = org.row('PermissionSetLicenseAssign', { AssigneeId: org.adminId, PermissionSetLicenseId: licence });
    assert.equal(outcomes(org.run('insert', [row], partial))[0]?.split(',')[0], code);
  });

for (const [position, refused] of [
  ['refused', ['User', 'PermissionSetAssignment']],
  ['usersRefused', ['User']],
  ['assignmentsRefused', ['PermissionSetAssignment']],
  ['allowed', []],
] as const)
  test(`operatorPrivileges = ${position}: what system mode writes for somebody without Manage Users`, () => {
    const org = new PortalOrg({ positions: { operatorPrivileges: position }, rights: { userPermission: () => false } });
    const user = org.user();
    const set = org.put('PermissionSet', { Name: 'S', Label: 'S' });
    const results = {
      User: org.add([user]),
      PermissionSetAssignment: org.run(
        'insert',
        [org.row('PermissionSetAssignment', { AssigneeId: org.adminId, PermissionSetId: set })],
        partial,
      ),
    };
    const failed = Object.entries(results).filter(([, [result]]) => result?.success === false);
    assert.deepEqual(
      failed.map(([object]) => object),
      refused,
    );
    for (const [, [result]] of failed) assert.equal(result?.errors[0]?.code, 'INSUFFICIENT_ACCESS_OR_READONLY');
  });
