/** Fixes between preflight and start: harmless, taken back, and never more than the caller's own rights. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATOR } from '../scripts/lib/demoOrg.ts';
import { change, insertColleague } from './admin.ts';
import { once } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { audit, items, portalUsers, run, states } from './ledger.ts';
import { call, prepare, settle } from './run.ts';
import { openWorld, type World } from './world.ts';

interface Applied {
  readonly changed: number;
  readonly ready: number;
  readonly notready: number;
  readonly lastrow: number;
  readonly done: boolean;
}

const door = (world: World, method: string, ...args: readonly (string | number)[]): unknown =>
  world.org.call(OPERATOR, 'PortalUserFixes', method, [...args]);

/** All portions; answers what they changed together. */
function applyAll(world: World, runId: string, fix: string): { readonly changed: number; readonly portions: number } {
  let changed = 0;
  for (let after = 0, portions = 1; ; portions++) {
    const applied = door(world, 'apply', runId, fix, after) as unknown as Applied;
    changed += applied.changed;
    if (applied.done) return { changed, portions };
    after = applied.lastrow;
  }
}

const partnerAccounts = (world: World): number => world.org.query('SELECT Id FROM Account WHERE IsPartner = true').length;

test('accounts are enabled as partners portion by portion, and the run goes on with their contacts', async () => {
  const world = openWorld({ contacts: 320 });
  const runId = await prepare(world, { policy: 'Partner' });
  assert.equal(run(world, runId)['Failed__c'], 320);
  const accounts = world.org.query('SELECT Id FROM Account').length;
  const { changed, portions } = applyAll(world, runId, 'EnablePartnerAccounts');

  assert.equal(changed, partnerAccounts(world));
  assert.ok(changed <= accounts && portions === 3, `${changed} accounts in ${portions} portions`);
  const ready = states(world, runId)['Ready'];
  call(world, 'start', runId);
  await settle(world);
  checkInvariants(world, runId);
  assert.equal(portalUsers(world).length, ready);
  const fixed = audit(world, runId).filter((entry) => entry['Event__c'] === 'Fixed');
  const ids = fixed.flatMap((entry) => (JSON.parse(String(entry['Detail__c'])) as { changed: string[] }).changed);
  assert.equal(new Set(ids).size, changed, 'the audit names every account that was changed');
});

test('a portion that dies changes nothing, and the same portion again does it once', async () => {
  const world = openWorld();
  const runId = await prepare(world, { policy: 'Partner' });
  const before = items(world, runId);
  world.faults.add(once('dml', 'PortalUserRunAudit__c', 'limit'));
  assert.throws(() => door(world, 'apply', runId, 'EnablePartnerAccounts', 0));
  assert.equal(partnerAccounts(world), 0);
  assert.deepEqual(items(world, runId), before);
  const first = door(world, 'apply', runId, 'EnablePartnerAccounts', 0) as unknown as Applied;
  const second = door(world, 'apply', runId, 'EnablePartnerAccounts', 0) as unknown as Applied;

  assert.ok(first.changed > 0);
  assert.equal(second.changed, 0);
});

test('contacts that share an address are left out, nobody invites them, and they can be put back', async () => {
  const world = openWorld({ contacts: 200 });
  const runId = await prepare(world);
  const shared = items(world, runId).filter((item) => item['Code__c'] === 'SAME_EMAIL').length;
  assert.ok(shared > 0);
  applyAll(world, runId, 'LeaveOutSameEmail');
  assert.equal(items(world, runId).filter((item) => item['Code__c'] === 'LEFT_OUT').length, shared);
  applyAll(world, runId, 'PutBack');
  assert.equal(items(world, runId).filter((item) => item['Code__c'] === 'LEFT_OUT').length, 0);
  applyAll(world, runId, 'LeaveOutSameEmail');
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId);
});

test('what somebody put right is looked at again, and nothing else', async () => {
  const world = openWorld();
  const runId = await prepare(world);
  const lacking = items(world, runId).filter((item) => item['Code__c'] === 'REQUIRED_FIELD_MISSING');
  change(world, `SELECT Id FROM Contact WHERE Id = '${String(lacking[0]?.['ContactId__c'])}'`, { Email: 'late@example.com' });
  const untouched = items(world, runId).filter((item) => item['State__c'] === 'Ready');
  const applied = door(world, 'apply', runId, 'CheckAgain', 0) as unknown as Applied;

  assert.equal(applied.ready, 1);
  const now = new Map(items(world, runId).map((item) => [item['Id'], item]));
  for (const item of untouched) assert.deepEqual(now.get(item['Id']!), item);
  call(world, 'start', runId);
  await settle(world);
  checkInvariants(world, runId);
});

test('an approval does not outlive a fix that makes more contacts ready', async () => {
  const world = openWorld();
  const approver = 'approver@local-org.test';
  insertColleague(world, approver, ['Portal_Users_Approver']);
  const runId = await prepare(world, { policy: 'Approved' });
  call(world, 'start', runId);
  call(world, 'approve', runId, approver);
  const lacking = items(world, runId).find((item) => item['Code__c'] === 'REQUIRED_FIELD_MISSING');
  change(world, `SELECT Id FROM Contact WHERE Id = '${String(lacking?.['ContactId__c'])}'`, { Email: 'late@example.com' });
  applyAll(world, runId, 'CheckAgain');
  assert.equal(run(world, runId)['Approver__c'], null);
  call(world, 'start', runId);

  assert.equal(run(world, runId)['WaitingFor__c'], 'Approval');
  call(world, 'approve', runId, approver);
  call(world, 'start', runId);
  await settle(world);
  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Finished');
});

test('a run that was started is not fixed any more', async () => {
  const world = openWorld();
  const runId = await prepare(world, { policy: 'Partner' });
  call(world, 'start', runId);

  assert.throws(() => door(world, 'apply', runId, 'EnablePartnerAccounts', 0), /only a ready run/);
  assert.equal(partnerAccounts(world), 0);
  await settle(world);
});
