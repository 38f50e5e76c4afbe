import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotSupported } from '../../src/runtime/exceptions.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import type { SObject } from '../../src/runtime/values/sobject.ts';
import { PortalOrg } from './portalOrg.ts';
import { outcomes, partial, type Options } from './testOrg.ts';

type Values = Readonly<Record<string, Value>>;

/** With Plus and Partner licences beside the high-volume one. */
class RoleOrg extends PortalOrg {
  readonly plus = this.licensed('Customer Community Plus', 'PowerCustomerSuccess');
  readonly partner = this.licensed('Partner Community', 'PowerPartner');

  constructor(given: Options = {}) {
    super(given);
  }

  licensed(licence: string, userType: string): string {
    const id = this.put('UserLicense', { Name: licence, TotalLicenses: 100_000, UsedLicenses: 0 });
    const profile = this.put('Profile', { Name: `${licence} Custom`, UserLicenseId: id, UserType: userType });
    this.put('PermissionSet', { Name: `${licence}_Own`, Label: licence, ProfileId: profile, IsOwnedByProfile: true });
    return profile;
  }

  plusUser(values: Values = {}): SObject {
    return this.user({ ProfileId: this.plus, ContactId: this.contact(), ...values });
  }

  /** Past the DML engine: a statement on Account would make later ones on User mixed DML. */
  makePartner(): void {
    this.store.run('UPDATE "Account" SET "IsPartner" = 1 WHERE "Id" = ?', [this.account]);
  }

  of(row: SObject, field: string): unknown {
    return this.stored('User', String(row.id), field);
  }

  roleOf(row: SObject): unknown {
    return this.stored('UserRole', String(this.of(row, 'UserRoleId')), 'Name');
  }

  /** Name ← name of the role above, of all portal roles. */
  roles(): readonly string[] {
    return this.store
      .all(
        'SELECT r."Name", p."Name" FROM "UserRole" r LEFT JOIN "UserRole" p ON p."Id" = r."ParentRoleId" WHERE r."PortalAccountId" IS NOT NULL ORDER BY r.rid',
        [],
      )
      .map(([name, parent]) => `${String(name)} <- ${String(parent)}`);
  }

  usedOf(licence: string): number {
    return Number(this.store.all('SELECT "UsedLicenses" FROM "UserLicense" WHERE "Name" = ?', [licence])[0]?.[0]);
  }
}

const codes = (results: Parameters<typeof outcomes>[0]): readonly (string | undefined)[] =>
  outcomes(results).map((text) => text.split(',')[0]);

test('the first role-based user of an account brings its portal roles, below the role of its owner', () => {
  const org = new RoleOrg();
  const [first, second] = [org.plusUser(), org.plusUser({ PortalRole: 'Manager' })];
  assert.deepEqual(outcomes(org.add([first, second])), ['ok', 'ok']);
  assert.deepEqual(org.roles(), [
    'Acme Customer Executive <- CEO',
    'Acme Customer Manager <- Acme Customer Executive',
    'Acme Customer User <- Acme Customer Manager',
  ]);
  assert.deepEqual([org.roleOf(first), org.of(first, 'PortalRole')], ['Acme Customer User', 'Worker']);
  assert.equal(org.roleOf(second), 'Acme Customer Manager');
  assert.deepEqual(
    org.store.all('SELECT DISTINCT "PortalType", "PortalAccountId" FROM "UserRole" WHERE "PortalAccountId" IS NOT NULL', []),
    [['CustomerPortal', org.account]],
  );
  assert.equal(org.count('Group'), 6);
  assert.deepEqual(outcomes(org.add([org.plusUser({ PortalRole: 'Executive' })])), ['ok']);
  assert.equal(org.roles().length, 3);
});

test('accounts of one name have roles of one name and different developer names', () => {
  const org = new RoleOrg();
  const twin = org.put('Account', { Name: 'Acme', OwnerId: org.adminId });
  org.add([org.plusUser(), org.plusUser({ ContactId: org.contact({ AccountId: twin }) })]);
  const names = org.store.all('SELECT "DeveloperName" FROM "UserRole" WHERE "PortalAccountId" IS NOT NULL', []).map(([name]) => name);
  assert.equal(new Set(names).size, 6);
  assert.equal(names[0], 'AcmeCustomerExecutive');
});

test('partner users need a partner account and have roles of their own', () => {
  const org = new RoleOrg();
  const partner = (): SObject => org.plusUser({ ProfileId: org.partner });
  assert.match(outcomes(org.add([partner()]))[0] ?? '', /^FIELD_INTEGRITY_EXCEPTION.*enabled as a partner account/);
  org.makePartner();
  const user = partner();
  assert.deepEqual(outcomes(org.add([org.plusUser(), user])), ['ok', 'ok']);
  assert.equal(org.roleOf(user), 'Acme Partner User');
  assert.equal(org.roles().length, 6);
});

test('a customer user makes his account a customer portal account, a partner user does not', () => {
  const org = new RoleOrg();
  org.makePartner();
  org.add([org.plusUser({ ProfileId: org.partner })]);
  assert.equal(org.stored('Account', org.account, 'IsCustomerPortal'), 0);
  org.add([org.user()]);
  assert.equal(org.stored('Account', org.account, 'IsCustomerPortal'), 1);
});

test('high-volume users have no role', () => {
  const org = new RoleOrg();
  const user = org.user();
  org.add([user]);
  assert.deepEqual([org.of(user, 'UserRoleId'), org.of(user, 'PortalRole'), org.roles().length], [null, null, 0]);
  assert.throws(() => org.add([org.user({ PortalRole: 'Worker' })]), NotSupported);
});

test('role-based users need an owner with a role, whatever holds for high-volume ones', () => {
  const org = new RoleOrg({ positions: { ownerRoleRuleForHighVolume: 'skipped' } });
  const owner = org.put('User', { Username: 'n@x.test', LastName: 'N', IsActive: true });
  const account = org.put('Account', { Name: 'Roleless', OwnerId: owner });
  assert.deepEqual(outcomes(org.add([org.plusUser({ ContactId: org.contact({ AccountId: account }) })])), [
    'UNKNOWN_EXCEPTION, portal account owner must have a role: []',
  ]);
});

test('setting a portal role on insert is no mixed DML, because the platform sets it', () => {
  const org = new RoleOrg();
  org.insert('Account', { Name: 'Before' });
  assert.deepEqual(outcomes(org.add([org.plusUser()])), ['ok']);
  org.insert('Account', { Name: 'After' });
});

test("UserRoleId may name a role of the user's own account and no other", () => {
  const org = new RoleOrg();
  const first = org.plusUser();
  org.add([first]);
  const manager = org.store.all('SELECT "Id" FROM "UserRole" WHERE "PortalRole" = ?', ['Manager'])[0]?.[0] as string;
  const ceo = org.store.all('SELECT "Id" FROM "UserRole" WHERE "Name" = ?', ['CEO'])[0]?.[0] as string;
  const named = org.plusUser({ UserRoleId: manager });
  assert.deepEqual(codes(org.add([named, org.plusUser({ UserRoleId: ceo }), org.user({ UserRoleId: manager })])), [
    'ok',
    'FIELD_INTEGRITY_EXCEPTION',
    'FIELD_INTEGRITY_EXCEPTION',
  ]);
  assert.equal(org.of(named, 'PortalRole'), 'Manager');
  const inside = org.put('User', {
    Username: 'in@x.test',
    LastName: 'N',
    IsActive: true,
    UserType: 'Standard',
    ProfileId: org.stored('User', org.adminId, 'ProfileId') as string,
  });
  assert.deepEqual(codes(org.run('update', [org.row('User', { Id: inside, UserRoleId: manager })], partial)), [
    'FIELD_INTEGRITY_EXCEPTION',
  ]);
});

test('a new PortalRole moves the user to that role of the account', () => {
  const org = new RoleOrg();
  const user = org.plusUser();
  org.add([user]);
  org.run('update', [org.row('User', { Id: String(user.id), PortalRole: 'Executive' })]);
  assert.equal(org.roleOf(user), 'Acme Customer Executive');
  assert.throws(() => org.run('update', [org.row('User', { Id: String(user.id), PortalRole: 'PersonAccount' })]), NotSupported);
});

for (const [position, made] of [
  ['one', ['Acme Customer User <- CEO']],
  ['two', ['Acme Customer Manager <- CEO', 'Acme Customer User <- Acme Customer Manager']],
] as const)
  test(`portalRolesPerAccount = ${position}: so many roles are made, and existing accounts keep theirs`, () => {
    const positions: Record<string, string> = { portalRolesPerAccount: position };
    const org = new RoleOrg({ positions });
    org.add([org.plusUser()]);
    assert.deepEqual(org.roles(), made);
    positions['portalRolesPerAccount'] = 'three';
    assert.deepEqual(codes(org.add([org.plusUser({ PortalRole: 'Executive' })])), ['FIELD_INTEGRITY_EXCEPTION']);
  });

test('portalRoleNotMade = lowest: the user becomes a Worker', () => {
  const org = new RoleOrg({ positions: { portalRolesPerAccount: 'one', portalRoleNotMade: 'lowest' } });
  const user = org.plusUser({ PortalRole: 'Executive' });
  assert.deepEqual(outcomes(org.add([user])), ['ok']);
  assert.deepEqual([org.of(user, 'PortalRole'), org.roleOf(user)], ['Worker', 'Acme Customer User']);
});

for (const [position, code] of [
  ['limitExceeded', 'LIMIT_EXCEEDED'],
  ['unknown', 'UNKNOWN_EXCEPTION'],
] as const)
  test(`portalRoleLimit = ${position}: users of new accounts fail when the org is full of portal roles, others do not`, () => {
    const org = new RoleOrg({ positions: { portalRoleLimit: position } });
    org.add([org.plusUser()]);
    org.store.run(
      `INSERT INTO "UserRole" ("Id", "Name", "PortalAccountId", "PortalType", "PortalRole")
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 49995)
       SELECT printf('00E%015d', i), 'filler', printf('001%015d', i), 'Partner', 'Worker' FROM n`,
      [],
    );
    const other = org.put('Account', { Name: 'Other', OwnerId: org.adminId });
    const more = org.put('Account', { Name: 'More', OwnerId: org.adminId });
    assert.equal(org.roles().length, 49_998);
    assert.deepEqual(codes(org.add([org.plusUser({ ContactId: org.contact({ AccountId: other }) }), org.plusUser()])), [code, 'ok']);
    org.store.run('DELETE FROM "UserRole" WHERE "Id" = ?', [`00E${'1'.padStart(15, '0')}`]);
    const results = org.add([other, other, more].map((account) => org.plusUser({ ContactId: org.contact({ AccountId: account }) })));
    assert.deepEqual(codes(results), ['ok', 'ok', code]);
  });

test("the platform's roles keep name and place, and are not deleted here", () => {
  const org = new RoleOrg();
  org.add([org.plusUser()]);
  const role = org.store.all('SELECT "Id" FROM "UserRole" WHERE "PortalRole" = ?', ['Worker'])[0]?.[0] as string;
  assert.deepEqual(outcomes(org.run('update', [org.row('UserRole', { Id: role, Name: 'Mine' })], partial)), [
    'FIELD_INTEGRITY_EXCEPTION, Cannot specify system-maintained portal role field: [Name]: [Name]',
  ]);
  assert.throws(() => org.run('insert', [org.row('UserRole', { Name: 'Below', ParentRoleId: role })]), NotSupported);
  assert.throws(() => org.run('delete', [org.row('UserRole', { Id: role })]), NotSupported);
});

test('portal roles follow the account to its new owner, who must have a role', () => {
  const org = new RoleOrg();
  org.add([org.plusUser()]);
  const sales = org.put('UserRole', { Name: 'Sales' });
  const colleague = (values: Values): string =>
    org.put('User', {
      LastName: 'C',
      IsActive: true,
      UserType: 'Standard',
      ProfileId: org.stored('User', org.adminId, 'ProfileId') as string,
      ...values,
    });
  const [seller, roleless] = [colleague({ Username: 's@x.test', UserRoleId: sales }), colleague({ Username: 'r@x.test' })];
  org.run('update', [org.row('Account', { Id: org.account, OwnerId: seller })]);
  assert.deepEqual(org.roles(), [
    'Acme Customer Executive <- Sales',
    'Acme Customer Manager <- Acme Customer Executive',
    'Acme Customer User <- Acme Customer Manager',
  ]);
  assert.deepEqual(codes(org.run('update', [org.row('Account', { Id: org.account, OwnerId: roleless })], partial)), ['UNKNOWN_EXCEPTION']);
  assert.throws(() => org.run('update', [org.row('Account', { Id: org.account, Name: 'New' })]), NotSupported);
  assert.throws(() => org.run('update', [org.row('Account', { Id: org.account, IsCustomerPortal: false })]), NotSupported);
});

test("portal roles follow their account owner's role, and the owner keeps one", () => {
  const org = new RoleOrg();
  org.add([org.plusUser()]);
  const sales = org.put('UserRole', { Name: 'Sales' });
  org.run('update', [org.row('User', { Id: org.adminId, UserRoleId: sales })]);
  assert.equal(org.roles()[0], 'Acme Customer Executive <- Sales');
  assert.throws(() => org.run('update', [org.row('User', { Id: org.adminId, UserRoleId: null })]), NotSupported);
});

for (const [position, expected] of [
  ['required', 'UNKNOWN_EXCEPTION, portal account owner must have a role: []'],
  ['later', 'ok'],
] as const)
  test(`partnerAccountOwnerRole = ${position}: what the flag asks of the owner`, () => {
    const org = new RoleOrg({ positions: { partnerAccountOwnerRole: position } });
    const account = org.put('Account', { Name: 'R', OwnerId: org.put('User', { Username: 'n@x.test', LastName: 'N', IsActive: true }) });
    assert.deepEqual(outcomes(org.run('update', [org.row('Account', { Id: account, IsPartner: true })], partial)), [expected]);
  });

test('a high-volume user moves up to Plus: keeps his login, gets a role, loses his assignments and frees his seat', () => {
  const org = new RoleOrg();
  const user = org.user();
  org.add([user]);
  const id = String(user.id);
  const set = org.put('PermissionSet', { Name: 'Extra', Label: 'Extra' });
  org.put('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: set });
  const username = org.of(user, 'Username');
  org.run('update', [org.row('User', { Id: id, ProfileId: org.plus })]);
  assert.deepEqual(
    [org.roleOf(user), org.of(user, 'UserType'), org.of(user, 'PortalRole')],
    ['Acme Customer User', 'PowerCustomerSuccess', 'Worker'],
  );
  assert.equal(org.of(user, 'Username'), username);
  assert.deepEqual([org.used, org.usedOf('Customer Community Plus')], [0, 1]);
  assert.deepEqual(
    org.store.all(
      'SELECT p."ProfileId" FROM "PermissionSetAssignment" a JOIN "PermissionSet" p ON p."Id" = a."PermissionSetId" WHERE a."AssigneeId" = ?',
      [id],
    ),
    [[org.plus]],
  );
});

test('the rules of the new licence hold for the move: seat, partner account, owner', () => {
  const org = new RoleOrg();
  const users = [org.user(), org.user()];
  org.add(users);
  const to = (profile: string): ReturnType<RoleOrg['run']> =>
    org.run('update', [org.row('User', { Id: String(users[0]?.id), ProfileId: profile })], partial);
  assert.match(outcomes(to(org.partner))[0] ?? '', /^FIELD_INTEGRITY_EXCEPTION.*partner account/);
  org.store.run('UPDATE "UserLicense" SET "TotalLicenses" = 0 WHERE "Name" = ?', ['Customer Community Plus']);
  assert.deepEqual(codes(to(org.plus)), ['LICENSE_LIMIT_EXCEEDED']);
  assert.deepEqual([org.used, org.roles().length], [2, 0]);
});

test('licences of one kind change freely, others do not fit', () => {
  const org = new RoleOrg();
  org.makePartner();
  const login = org.licensed('Customer Community Plus Login', 'PowerCustomerSuccess');
  const user = org.plusUser({ PortalRole: 'Manager' });
  org.add([user]);
  const move = (profile: string): readonly (string | undefined)[] =>
    codes(org.run('update', [org.row('User', { Id: String(user.id), ProfileId: profile })], partial));
  assert.deepEqual(move(login), ['ok']);
  assert.equal(org.roleOf(user), 'Acme Customer Manager');
  assert.deepEqual(move(org.partner), ['FIELD_INTEGRITY_EXCEPTION']);
  assert.deepEqual(move(org.stored('User', org.adminId, 'ProfileId') as string), ['FIELD_INTEGRITY_EXCEPTION']);
});

for (const [position, expected] of [
  ['refused', ['FIELD_INTEGRITY_EXCEPTION', 'PowerCustomerSuccess', 'Worker']],
  ['allowed', ['ok', 'CspLitePortal', null]],
] as const)
  test(`plusDowngrade = ${position}: the way down from Plus`, () => {
    const org = new RoleOrg({ positions: { plusDowngrade: position } });
    const user = org.plusUser();
    org.add([user]);
    const [code] = codes(org.run('update', [org.row('User', { Id: String(user.id), ProfileId: org.profile })], partial));
    assert.deepEqual([code, org.of(user, 'UserType'), org.of(user, 'PortalRole')], expected);
    assert.equal(org.of(user, 'UserRoleId') === null, position === 'allowed');
  });

for (const [position, expected] of [
  ['works', 'ok'],
  ['refused', 'FIELD_INTEGRITY_EXCEPTION'],
] as const)
  test(`partnerDisable = ${position}: a partner user disabled by IsPortalEnabled`, () => {
    const org = new RoleOrg({ positions: { partnerDisable: position } });
    org.makePartner();
    const [partner, customer] = [org.plusUser({ ProfileId: org.partner }), org.plusUser()];
    org.add([partner, customer]);
    const disable = (row: SObject): SObject => org.row('User', { Id: String(row.id), IsPortalEnabled: false });
    assert.deepEqual(codes(org.run('update', [disable(partner), disable(customer)], partial)), [expected, 'ok']);
    assert.deepEqual([org.of(customer, 'UserRoleId'), org.of(customer, 'PortalRole')], [null, null]);
  });

test('a failed row takes its roles back', () => {
  const org = new RoleOrg({
    triggers: [
      {
        object: 'User',
        operation: 'AFTER_INSERT',
        run: (context) => context.newRows?.forEach((row) => (row.errors = [{ message: 'no', field: null }])),
      },
    ],
  });
  assert.deepEqual(codes(org.add([org.plusUser()])), ['FIELD_CUSTOM_VALIDATION_EXCEPTION']);
  assert.equal(org.count('User'), 1);
  assert.deepEqual(org.roles(), []);
});

test('a role of the company has the groups that sharing knows it by, and takes them along', () => {
  const org = new RoleOrg();
  const role = org.insert('UserRole', { Name: 'Sales', DeveloperName: 'Sales' });
  const types = (): unknown => org.store.all('SELECT "Type" FROM "Group" WHERE "RelatedId" = ?', [role]).map(([type]) => type);
  assert.deepEqual(types(), ['Role', 'RoleAndSubordinates', 'RoleAndSubordinatesInternal']);
  org.run('delete', [org.row('UserRole', { Id: role })]);
  assert.deepEqual(types(), []);
});

test('a contact that moves to another account takes its user along, into a role of that account', () => {
  const org = new RoleOrg();
  const contact = org.contact();
  const user = org.plusUser({ ContactId: contact, PortalRole: 'Manager' });
  org.add([user]);
  const [other, roleless] = [
    org.put('Account', { Name: 'Other', OwnerId: org.adminId }),
    org.put('Account', { Name: 'R', OwnerId: org.put('User', { Username: 'n@x.test', LastName: 'N', IsActive: true }) }),
  ];
  org.run('update', [org.row('Contact', { Id: contact, AccountId: other })]);
  assert.deepEqual([org.of(user, 'AccountId'), org.roleOf(user)], [other, 'Other Customer Manager']);
  assert.throws(() => org.run('update', [org.row('Contact', { Id: contact, AccountId: roleless })]), NotSupported);
});
