/** Runs that meet what the assumption switches are about; each asserts what holds in every position. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../local-org/index.ts';
import { ADMIN } from '../../scripts/lib/demoOrg.ts';
import { root } from '../../scripts/lib/tools.ts';
import { change, give, insertColleague, insertPortalUser } from '../admin.ts';
import { always, once } from '../faults.ts';
import { checkInvariants } from '../invariants.ts';
import { audit, items, run, states } from '../ledger.ts';
import { call, create, enable, prepare, resume, settle } from '../run.ts';
import { openWorld, type World } from '../world.ts';

/** What a contact of the exercise is there for, by its place in the selection. */
const PLACES = { active: 10, inactive: 11, nickname: 12, username: 13 } as const;

export type Positions = Readonly<Record<string, string>>;

/** Names taken elsewhere or a moment ago, users that are there already, a lock, a lost event, a crash. */
export async function exercise(positions: Positions, position?: Settings['position']): Promise<void> {
  const world = openWorld({ positions, position });
  const stranger = world.contacts[59]!;
  insertPortalUser(world, world.contacts[PLACES.active]!);
  const former = insertPortalUser(world, world.contacts[PLACES.inactive]!);
  change(world, `SELECT Id FROM User WHERE Id = '${former}'`, { IsActive: false });
  const runId = await prepare(world, { contacts: world.contacts.filter((id) => id !== stranger) });
  const planned = items(world, runId);
  world.faults.add(always('row', `User.Username:${String(planned[PLACES.username]!['PlannedUsername__c'])}`, 'duplicate'));
  insertPortalUser(world, stranger, { CommunityNickname: String(planned[PLACES.nickname]!['PlannedNickname__c']) });
  world.faults.add(once('row', 'User:2', 'lock'));
  world.faults.add(once('deliver', 'PortalUserOutcome__e', 'drop'));
  world.faults.add(once('afterCommit', 'batchExecute', 'crash', 3));
  call(world, 'start', runId);
  await settle(world);
  await helpOut(world, runId, 3);

  checkInvariants(world, runId, { foreignUsers: 3 });
  assert.equal(run(world, runId)['State__c'], 'Finished');
  assert.deepEqual(states(world, runId), { Created: 55, Skipped: 2, Failed: 2 });
  const code = (place: keyof typeof PLACES): unknown => items(world, runId)[PLACES[place]]!['Code__c'];
  assert.equal(code('active'), 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT');
  assert.equal(code('inactive'), 'INACTIVE_USER');
}

/** Where the org does not let the requester create users, somebody who may goes on. */
async function helpOut(world: World, runId: string, foreignUsers = 0): Promise<void> {
  if (run(world, runId)['WaitingFor__c'] !== 'Runner') return;
  checkInvariants(world, runId, { foreignUsers });
  assert.match(String(run(world, runId)['Message__c']), /wait for somebody with the custom permission Portal_Users_Runner/);
  give(world, 'Portal_Users_Administrator', ADMIN);
  await resume(world, runId, ADMIN);
}

/** A contact on an account whose owner has no role. The administrator asks: nobody else sees the account. */
export async function ownerWithoutRole(
  positions: Positions,
): Promise<{ readonly state: unknown; readonly code: unknown; readonly verdict: unknown }> {
  const world = openWorld({ positions, contacts: 12 });
  const contact = world.contacts[7]!;
  const owner = insertColleague(world, 'roleless@local-org.test', []);
  const account = world.org.insert(ADMIN, 'Account', [{ Name: 'Roleless', OwnerId: owner }])[0]!;
  change(world, `SELECT Id FROM Contact WHERE Id = '${contact}'`, { AccountId: account });
  give(world, 'Portal_Users_Operator', ADMIN);
  const runId = await enable(world, { contacts: [contact, world.contacts[8]!], user: ADMIN });

  checkInvariants(world, runId);
  const [item, other] = items(world, runId);
  assert.equal(other?.['State__c'], 'Created', 'the other row is not touched by it');
  if (item?.['Code__c']) assert.notEqual(item['Message__c'], item['Code__c'], 'the reason is in words');
  return { state: item?.['State__c'], code: item?.['Code__c'], verdict: item?.['Verdict__c'] };
}

/** A run under a profile that came with the licence. */
export async function standardProfile(positions: Positions): Promise<{ readonly state: unknown; readonly message: unknown }> {
  const world = openWorld({ positions, contacts: 12 });
  const runId = await enable(world, { policy: 'Standard', contacts: world.contacts.slice(6, 9) });
  await helpOut(world, runId);

  checkInvariants(world, runId);
  const [item] = items(world, runId);
  return { state: item?.['State__c'], message: item?.['Message__c'] };
}

/** A chunk that dies after its users were inserted. Answers how many mails one address got at most. */
export async function mailsOfADeadChunk(positions: Positions): Promise<number> {
  const world = openWorld({ positions });
  world.faults.add(once('dml', 'PermissionSetAssignment', 'limit'));
  const runId = await enable(world);

  checkInvariants(world, runId, { mailsPerUser: 2 });
  assert.ok(
    audit(world, runId).some((entry) => entry['Event__c'] === 'ChunkDied'),
    'the audit says that a chunk died',
  );
  const addresses = world.org.outbox().map((mail) => mail.to);
  return Math.max(...addresses.map((address) => addresses.filter((other) => other === address).length));
}

const SITE = 'local/main/default/networks/Sample Customer Site.network-meta.xml';

/** A run on an org whose site welcomes new members, who belong to it by profile or by permission set. Answers what preflight foretold. */
export async function welcomedRun(positions: Positions, member: 'profile' | 'permissionSet', mailsPerUser: number): Promise<string> {
  let site = readFileSync(join(root, SITE), 'utf8').replace('<sendWelcomeEmail>false', '<sendWelcomeEmail>true');
  if (member === 'permissionSet')
    site = site.replace('<profile>Sample Customer Community User</profile>', '<permissionSet>Sample_Portal_Customer</permissionSet>');
  const world = openWorld({ positions, contacts: 12, files: { [SITE]: site } });
  assert.throws(() => create(world, { invitations: false }), /welcomes new members by mail, so a run under this policy cannot be silent/);
  const runId = await prepare(world);
  const foretold = String(run(world, runId)['Message__c']);
  call(world, 'start', runId);
  await settle(world);
  await helpOut(world, runId);

  checkInvariants(world, runId, { mailsPerUser });
  return foretold;
}

/** Partners, each to become a Manager. */
export async function partnerRun(
  positions: Positions,
  position?: Settings['position'],
): Promise<{ readonly states: unknown; readonly messages: readonly string[] }> {
  const world = openWorld({ positions, position, contacts: 30 });
  change(world, 'SELECT Id FROM Account', { IsPartner: true });
  const runId = await enable(world, { policy: 'Partner' });
  await helpOut(world, runId);

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Finished');
  const failed = items(world, runId).filter((item) => item['State__c'] === 'Failed');
  return { states: states(world, runId), messages: failed.map((item) => String(item['Message__c'])) };
}
