import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFreshDmlContext } from '../../src/runtime/dmlContext.ts';
import { PortalOrg } from './portalOrg.ts';
import { options, outcomes, partial } from './testOrg.ts';

const asked = { options: options({ triggerUserEmail: true }) };

test("a new portal user gets name, type, account, login row, its profile's assignment and a seat", () => {
  const org = new PortalOrg();
  const row = org.user({ FirstName: 'Ada', LastName: 'Lovelace', Username: 'Ada@Portal.test' });
  assert.deepEqual(outcomes(org.add([row])), ['ok']);
  const id = String(row.id);
  assert.match(id, /^005/);
  const stored = (field: string): unknown => org.stored('User', id, field);
  assert.deepEqual(['Name', 'UserType', 'AccountId', 'IsPortalEnabled', 'IsActive', 'Username'].map(stored), [
    'Ada Lovelace',
    'CspLitePortal',
    org.account,
    1,
    1,
    'ada@portal.test',
  ]);
  assert.deepEqual(org.store.all('SELECT "IsFrozen" FROM "UserLogin" WHERE "UserId" = ?', [id]), [[0]]);
  assert.deepEqual(org.store.all('SELECT "PermissionSetId" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?', [id]), [[org.ownSet]]);
  assert.equal(org.used, 1);
});

test("each rule of a portal user answers with the platform's code and text", () => {
  const org = new PortalOrg();
  const noRole = org.put('User', { Username: 'norole@x.test', LastName: 'N', IsActive: true });
  const account = org.put('Account', { Name: 'Roleless', OwnerId: noRole });
  const taken = org.contact();
  org.add([org.user({ ContactId: taken, Username: 'taken@portal.test', CommunityNickname: 'Taken' })]);
  const results = org.add([
    org.user({ ContactId: taken }),
    org.user({ ContactId: null }),
    org.user({ ContactId: org.contact({ AccountId: account }) }),
    org.user({ ContactId: org.contact({ AccountId: null }) }),
    org.user({ Username: 'TAKEN@portal.test' }),
    org.user({ Username: 'no-email' }),
    org.user({ CommunityNickname: 'tAKEN' }),
    org.user({ UserRoleId: String(org.store.all('SELECT "Id" FROM "UserRole"', [])[0]?.[0]) }),
    org.user({ TimeZoneSidKey: 'Mars/Olympus' }),
    org.user({ Email: null, Alias: null }),
  ]);
  assert.deepEqual(outcomes(results), [
    'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT, portal user already exists for contact: []',
    'INVALID_CROSS_REFERENCE_KEY, Cannot create a portal user without contact.: [ContactId]',
    'UNKNOWN_EXCEPTION, portal account owner must have a role: []',
    'UNKNOWN_EXCEPTION, portal account owner must have a role: []',
    "DUPLICATE_USERNAME, Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). : [Username]",
    'FIELD_INTEGRITY_EXCEPTION, Username must be in the form of an email address (for example, john@acme.com): Username: [Username]',
    'DUPLICATE_COMM_NICKNAME, Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.: [CommunityNickname]',
    'FIELD_INTEGRITY_EXCEPTION, role type must match user type: []',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Time Zone: bad value for restricted picklist field: Mars/Olympus: [TimeZoneSidKey]',
    'REQUIRED_FIELD_MISSING, Required fields are missing: [Email, Alias]: [Email, Alias]',
  ]);
  assert.equal(org.used, 1);
});

test('two rows of one statement cannot share a contact, a username or a nickname', () => {
  const org = new PortalOrg();
  const contact = org.contact();
  const rows = [
    org.user({ ContactId: contact }),
    org.user({ ContactId: contact }),
    org.user({ Username: 'same@portal.test' }),
    org.user({ Username: 'Same@portal.test' }),
    org.user({ CommunityNickname: 'n' }),
    org.user({ CommunityNickname: 'N' }),
  ];
  assert.deepEqual(
    outcomes(org.add(rows)).map((text) => text.split(',')[0]),
    ['ok', 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'ok', 'DUPLICATE_USERNAME', 'ok', 'DUPLICATE_COMM_NICKNAME'],
  );
});

test('a username taken in another org is known only by trying', () => {
  const org = new PortalOrg({
    faults: (point, detail) => (point === 'row' && detail === 'User.Username:elsewhere@x.test' ? 'duplicate' : 'none'),
  });
  assert.match(outcomes(org.add([org.user({ Username: 'elsewhere@x.test' })]))[0] ?? '', /^DUPLICATE_USERNAME/);
});

test('seats run out at the row that finds none, failed rows take none, and runAs ignores the limit', () => {
  const org = new PortalOrg();
  org.store.run('UPDATE "UserLicense" SET "TotalLicenses" = 2 WHERE "Id" = ?', [org.licence]);
  const results = org.add([org.user({ Username: 'bad' }), org.user(), org.user({ IsActive: false }), org.user(), org.user()]);
  assert.deepEqual(outcomes(results).slice(1), [
    'ok',
    'ok',
    'ok',
    'LICENSE_LIMIT_EXCEEDED, License Limit Exceeded - Customer Community: []',
  ]);
  assert.equal(org.used, 2);
  inFreshDmlContext(org.transaction, () => assert.deepEqual(outcomes(org.add([org.user()])), ['ok']));
});

test('a nickname is made where none is given', () => {
  const org = new PortalOrg();
  const rows = [org.user(), org.user()];
  rows.forEach((row) => row.fields.delete('CommunityNickname'));
  assert.deepEqual(outcomes(org.add(rows)), ['ok', 'ok']);
  assert.notEqual(
    org.stored('User', String(rows[0]?.id), 'CommunityNickname'),
    org.stored('User', String(rows[1]?.id), 'CommunityNickname'),
  );
});

test('positions of the rules that nobody could confirm', () => {
  const free = new PortalOrg({
    positions: { inactiveLinkedUser: 'free', ownerRoleRuleForHighVolume: 'skipped', contactWithoutAccount: 'fieldIntegrity' },
  });
  const contact = free.contact();
  free.add([free.user({ ContactId: contact, IsActive: false })]);
  const roleless = free.put('Account', { Name: 'R', OwnerId: free.put('User', { Username: 'n@x.test', LastName: 'N', IsActive: true }) });
  assert.deepEqual(
    outcomes(free.add([free.user({ ContactId: contact }), free.user({ ContactId: free.contact({ AccountId: roleless }) })])),
    ['ok', 'ok'],
  );
  assert.match(outcomes(free.add([free.user({ ContactId: free.contact({ AccountId: null }) })]))[0] ?? '', /^FIELD_INTEGRITY_EXCEPTION/);
  const strict = new PortalOrg();
  const other = strict.contact();
  strict.add([strict.user({ ContactId: other, IsActive: false })]);
  assert.match(outcomes(strict.add([strict.user({ ContactId: other })]))[0] ?? '', /^PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT/);
});

test('standard external profiles are blocked unless the org allows them', () => {
  for (const [position, expected] of [
    ['blocked', /^FIELD_INTEGRITY_EXCEPTION.*standard external profiles/],
    ['allowed', /^ok$/],
  ] as const) {
    const org = new PortalOrg({ positions: { standardExternalProfiles: position } });
    const profile = org.put('Profile', { Name: 'Customer Community User', UserLicenseId: org.licence, UserType: 'CspLitePortal' });
    assert.match(outcomes(org.add([org.user({ ProfileId: profile, ContactId: org.contact() })]))[0] ?? '', expected);
  }
});

test('membership of a live site brings its welcome mail; the header alone brings the plain one', () => {
  const plain = new PortalOrg();
  plain.add([plain.user()], asked);
  plain.add([plain.user()]);
  assert.deepEqual(
    plain.commit().map((mail) => [mail.kind, mail.to]),
    [['newUser', 'mail1@portal.test']],
  );
  const org = new PortalOrg();
  const network = org.site();
  const row = org.user();
  org.add([row]);
  assert.deepEqual(org.store.all('SELECT "NetworkId", "MemberId" FROM "NetworkMember"', []), [[network, row.id]]);
  assert.deepEqual(
    org.commit().map((mail) => [mail.kind, mail.networkId]),
    [['siteWelcome', network]],
  );
  const silent = new PortalOrg();
  silent.site({ OptionsSendWelcomeEmail: false });
  silent.site({ Name: 'Draft', Status: 'UnderConstruction' });
  silent.add([silent.user()]);
  assert.deepEqual(silent.commit(), []);
  assert.equal(silent.count('NetworkMember'), 2);
});

test("the header and the site's mail go together in three ways", () => {
  const kinds = (position: string, how: object): readonly string[] => {
    const org = new PortalOrg({ positions: { siteWelcomeMail: position } });
    org.site();
    org.add([org.user()], how);
    return org.commit().map((mail) => mail.kind);
  };
  assert.deepEqual([kinds('siteInstead', {}), kinds('siteInstead', asked)], [['siteWelcome'], ['siteWelcome']]);
  assert.deepEqual([kinds('both', {}), kinds('both', asked)], [['siteWelcome'], ['newUser', 'siteWelcome']]);
  assert.deepEqual([kinds('headerDecides', {}), kinds('headerDecides', asked)], [[], ['siteWelcome']]);
});

test('nobody is written to for a failed row, an inactive user or a statement that is rolled back', () => {
  const org = new PortalOrg();
  org.site();
  org.add([org.user({ Username: 'bad' }), org.user({ IsActive: false })], asked);
  const mark = org.transaction.savepoint();
  org.add([org.user()], asked);
  org.transaction.rollback(mark);
  assert.deepEqual(org.commit(), []);
  const leaky = new PortalOrg({ positions: { mailOnRollback: 'sent' } });
  const before = leaky.transaction.savepoint();
  leaky.add([leaky.user()], asked);
  leaky.transaction.rollback(before);
  leaky.ends.forEach((effect) => effect());
  assert.equal(leaky.commit().length, 1);
});

test('options of a record count over those of the statement', () => {
  const org = new PortalOrg();
  const row = org.user();
  row.options = options({ triggerUserEmail: true });
  org.add([row, org.user()]);
  assert.deepEqual(
    org.commit().map((mail) => mail.userId),
    [row.id],
  );
});

test('deactivating frees the seat and keeps the contact; reactivating takes a seat and writes', () => {
  const org = new PortalOrg();
  org.site();
  const row = org.user();
  org.add([row]);
  org.commit();
  const id = String(row.id);
  org.run('update', [org.row('User', { Id: id, IsActive: false })]);
  assert.equal(org.used, 0);
  assert.notEqual(org.stored('User', id, 'ContactId'), null);
  org.run('update', [org.row('User', { Id: id, IsActive: true })]);
  assert.equal(org.used, 1);
  assert.deepEqual(
    org.commit().map((mail) => mail.kind),
    ['siteWelcome', 'siteWelcome'],
  );
});

test('disabling unlinks the contact, renames the username and lets a new user be made', () => {
  const org = new PortalOrg();
  const contact = org.contact();
  const row = org.user({ ContactId: contact, Username: 'again@portal.test' });
  org.add([row]);
  const id = String(row.id);
  org.run('update', [org.row('User', { Id: id, IsPortalEnabled: false })]);
  assert.deepEqual([org.stored('User', id, 'IsActive'), org.stored('User', id, 'ContactId'), org.used], [0, null, 0]);
  assert.deepEqual(outcomes(org.add([org.user({ ContactId: contact, Username: 'again@portal.test' })])), ['ok']);
});

test('nobody deactivates or freezes himself', () => {
  const org = new PortalOrg();
  assert.deepEqual(outcomes(org.run('update', [org.row('User', { Id: org.adminId, IsActive: false })], partial)), [
    'FIELD_INTEGRITY_EXCEPTION, Cannot de-activate self: Active: [IsActive]',
  ]);
  const login = org.put('UserLogin', { UserId: org.adminId });
  assert.match(outcomes(org.run('update', [org.row('UserLogin', { Id: login, IsFrozen: true })], partial))[0] ?? '', /^CANNOT_FREEZE_SELF/);
});

test('a username is free after a rollback, unless the switch says it is not', () => {
  for (const [position, expected] of [
    ['free', 'ok'],
    ['taken', 'DUPLICATE_USERNAME'],
  ] as const) {
    const org = new PortalOrg({ positions: { usernameAfterRollback: position } });
    const mark = org.transaction.savepoint();
    org.add([org.user({ Username: 'back@portal.test' })]);
    org.transaction.rollback(mark);
    assert.equal(outcomes(org.add([org.user({ Username: 'back@portal.test' })]))[0]?.split(',')[0], expected);
  }
});

test('a contact takes its user along to another account', () => {
  const org = new PortalOrg();
  const contact = org.contact();
  const row = org.user({ ContactId: contact });
  org.add([row]);
  const other = org.put('Account', { Name: 'Other', OwnerId: org.adminId });
  org.run('update', [org.row('Contact', { Id: contact, AccountId: other })]);
  assert.equal(org.stored('User', String(row.id), 'AccountId'), other);
});

test('a chunk of 200 users asks the store no more often than a chunk of 20', () => {
  const reads = (rows: number): number => {
    const org = new PortalOrg();
    org.site();
    const users = Array.from({ length: rows }, () => org.user());
    let count = 0;
    const all = org.store.all.bind(org.store);
    org.store.all = (sql, params) => (count++, all(sql, params));
    assert.ok(org.add(users).every((result) => result.success));
    return count;
  };
  assert.equal(reads(200), reads(20));
});

for (const [position, made] of [
  ['users', 1],
  ['logins', 20],
] as const)
  test(`loginLicenceSeats = ${position}: how many users one login licence lets be made`, () => {
    const org = new PortalOrg({ positions: { loginLicenceSeats: position } });
    org.store.run('UPDATE "UserLicense" SET "Name" = ?, "TotalLicenses" = 1 WHERE "Id" = ?', ['Customer Community Login', org.licence]);
    const results = org.add(Array.from({ length: 21 }, () => org.user()));
    assert.equal(results.filter((result) => result.success).length, made);
  });

test('a licence without a limit never runs out', () => {
  const org = new PortalOrg();
  org.store.run('UPDATE "UserLicense" SET "TotalLicenses" = -1 WHERE "Id" = ?', [org.licence]);
  assert.deepEqual(outcomes(org.add([org.user(), org.user()])), ['ok', 'ok']);
  assert.equal(org.used, 2);
});
