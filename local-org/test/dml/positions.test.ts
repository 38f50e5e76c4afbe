/** Assumption switches of DML rules: what each position does. Those that need more than a row are tested beside their subject. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PortalOrg } from './portalOrg.ts';
import { outcomes, partial, type Options } from './testOrg.ts';

const first = (results: Parameters<typeof outcomes>[0]): string => outcomes(results)[0] ?? '';
const at = (name: string, position: string, more: Options = {}): PortalOrg => new PortalOrg({ ...more, positions: { [name]: position } });

for (const [position, text] of [
  [
    'html',
    'DUPLICATE_COMM_NICKNAME, Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.: [CommunityNickname]',
  ],
  ['plain', 'DUPLICATE_COMM_NICKNAME, Another user has already selected this nickname. Please select another.: [CommunityNickname]'],
] as const)
  test(`nicknameMessage = ${position}`, () => {
    const org = at('nicknameMessage', position);
    org.add([org.user({ CommunityNickname: 'one' })]);
    assert.equal(first(org.add([org.user({ CommunityNickname: 'One' })])), text);
  });

for (const [position, code] of [
  ['ownerRole', 'UNKNOWN_EXCEPTION, portal account owner must have a role'],
  ['crossReference', 'INVALID_CROSS_REFERENCE_KEY'],
  ['fieldIntegrity', 'FIELD_INTEGRITY_EXCEPTION'],
] as const)
  test(`contactWithoutAccount = ${position}`, () => {
    const org = at('contactWithoutAccount', position);
    assert.ok(first(org.add([org.user({ ContactId: org.contact({ AccountId: null }) })])).startsWith(code));
  });

for (const [position, code] of [
  ['fieldIntegrity', 'FIELD_INTEGRITY_EXCEPTION, The account must be'],
  ['crossReference', 'INVALID_CROSS_REFERENCE_KEY, The account must be'],
] as const)
  test(`partnerUserOnOtherAccount = ${position}`, () => {
    const org = at('partnerUserOnOtherAccount', position);
    const licence = org.put('UserLicense', { Name: 'Partner Community', TotalLicenses: 9, UsedLicenses: 0 });
    const profile = org.put('Profile', { Name: 'Partners', UserLicenseId: licence, UserType: 'PowerPartner' });
    assert.ok(first(org.add([org.user({ ProfileId: profile, ContactId: org.contact() })])).startsWith(code));
  });

for (const [position, outcome] of [
  ['applies', 'UNKNOWN_EXCEPTION, portal account owner must have a role: []'],
  ['skipped', 'ok'],
] as const)
  test(`ownerRoleRuleForHighVolume = ${position}`, () => {
    const org = at('ownerRoleRuleForHighVolume', position);
    const owner = org.put('User', { Username: 'n@x.test', LastName: 'N', IsActive: true });
    const contact = org.contact({ AccountId: org.put('Account', { Name: 'R', OwnerId: owner }) });
    assert.equal(first(org.add([org.user({ ContactId: contact })])), outcome);
  });

for (const [position, outcome] of [
  ['blocks', 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT, portal user already exists for contact: []'],
  ['free', 'ok'],
] as const)
  test(`inactiveLinkedUser = ${position}`, () => {
    const org = at('inactiveLinkedUser', position);
    const contact = org.contact();
    org.add([org.user({ ContactId: contact, IsActive: false })]);
    assert.equal(first(org.add([org.user({ ContactId: contact })])), outcome);
  });

for (const [position, outcome, linked] of [
  ['works', 'ok', false],
  ['fails', 'FIELD_INTEGRITY_EXCEPTION', true],
] as const)
  test(`disableWithInactive = ${position}`, () => {
    const org = at('disableWithInactive', position);
    const row = org.user();
    org.add([row]);
    const id = String(row.id);
    const result = first(org.run('update', [org.row('User', { Id: id, IsPortalEnabled: false, IsActive: false })], partial));
    assert.equal(result.split(',')[0], outcome);
    assert.equal(org.stored('User', id, 'ContactId') !== null, linked);
  });

for (const [position, mails] of [
  ['sent', ['siteWelcome']],
  ['none', []],
] as const)
  test(`welcomeOnActivation = ${position}`, () => {
    const org = at('welcomeOnActivation', position);
    org.site();
    const row = org.user({ IsActive: false });
    org.add([row]);
    org.run('update', [org.row('User', { Id: String(row.id), IsActive: true })]);
    assert.deepEqual(
      org.commit().map((mail) => mail.kind),
      mails,
    );
  });

for (const [position, mails] of [
  ['dropped', 0],
  ['sent', 1],
] as const)
  test(`mailOnRollback = ${position}`, () => {
    const org = at('mailOnRollback', position);
    org.site();
    const mark = org.transaction.savepoint();
    org.add([org.user()]);
    org.transaction.rollback(mark);
    org.in(() => org.ends.forEach((effect) => effect()));
    assert.equal(org.commit().length, mails);
  });

for (const [position, events] of [
  ['fire', ['AFTER_INSERT 1', 'AFTER_INSERT 1']],
  ['skipped', ['AFTER_INSERT 1']],
] as const)
  test(`afterTriggersOfRepeatedAttempt = ${position}`, () => {
    const org = at('afterTriggersOfRepeatedAttempt', position, {
      triggers: [{ object: 'User', operation: 'AFTER_INSERT', run: () => undefined }],
    });
    const results = org.add([org.user(), org.user({ Username: 'no-email' })]);
    assert.deepEqual(
      results.map(({ success }) => success),
      [true, false],
    );
    assert.deepEqual(
      org.fired.filter((event) => event.startsWith('AFTER')),
      events,
    );
  });
