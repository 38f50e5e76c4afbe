/** Licences with roles: one run at a time, in small chunks, with the role the policy names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abortJob, change, insertColleague } from './admin.ts';
import { once, poison, times } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { audit, items, portalUsers, run, states } from './ledger.ts';
import { call, enable, prepare, resume, settle } from './run.ts';
import { openWorld, type World } from './world.ts';

const OTHER = 'other@example.com';
const TEN_MINUTES = 600_000;

const partners = (world: World): number => change(world, 'SELECT Id FROM Account', { IsPartner: true });

/** Until nobody waits for the lane any more: who waits looks again after at most ten minutes. */
async function settleAll(world: World, runIds: readonly string[]): Promise<void> {
  await settle(world);
  for (let look = 0; look < 10 && runIds.some((runId) => run(world, runId)['WaitingFor__c'] === 'Lane'); look++) {
    world.pass(TEN_MINUTES);
    await settle(world);
  }
}

test('a run for a licence with roles makes users with roles', async () => {
  const world = openWorld();
  const runId = await enable(world, { policy: 'Plus' });

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 58, Failed: 2 });
  assert.match(String(audit(world, runId).find((entry) => entry['Event__c'] === 'Started')?.['Detail__c']), /"scope":20/);
  for (const user of portalUsers(world)) {
    assert.equal(user['PortalRole'], 'Worker');
    assert.ok(user['UserRoleId'], 'the platform gave it a role');
  }
});

test('partners are made on partner accounts, and preflight blocks the others with the fix', async () => {
  const world = openWorld();
  const blocked = await enable(world, { policy: 'Partner' });
  assert.equal(portalUsers(world).length, 0);
  assert.equal(items(world, blocked).filter((item) => item['Code__c'] === 'ACCOUNT_NOT_PARTNER').length, 59);
  partners(world);
  const runId = await enable(world, { policy: 'Partner' });

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 58, Failed: 2 });
  assert.ok(portalUsers(world).every((user) => user['PortalRole'] === 'Manager'));
});

test('two runs with roles at once take turns, and each accounts for its contacts', async () => {
  const world = openWorld({ contacts: 120 });
  partners(world);
  insertColleague(world, OTHER, ['Portal_Users_Operator'], 'System Administrator');
  const first = await prepare(world, { policy: 'Plus', contacts: world.contacts.slice(0, 60) });
  const second = await prepare(world, { policy: 'Partner', contacts: world.contacts.slice(60), user: OTHER });
  call(world, 'start', first);
  call(world, 'start', second, OTHER);
  assert.equal(run(world, second)['WaitingFor__c'], 'Lane');
  assert.match(String(run(world, second)['Message__c']), /goes on by itself/);
  let together = 0;
  await settle(world, () => {
    if ([first, second].every((runId) => run(world, runId)['State__c'] === 'Running')) together++;
  });
  await settleAll(world, [second]);

  assert.equal(together, 0);
  for (const runId of [first, second]) checkInvariants(world, runId, { runs: [first, second] });
  assert.equal(run(world, second)['State__c'], 'Finished');
  const starter = world.org.query(`SELECT CreatedBy.Username FROM AsyncApexJob WHERE Id = '${String(run(world, second)['JobId__c'])}'`)[0];
  assert.equal(starter?.['CreatedBy.Username'], OTHER, 'it goes on as who started it');
});

test('a run with roles in queueable jobs keeps the lane between its jobs', async () => {
  const world = openWorld({ contacts: 120 });
  const first = await prepare(world, { policy: 'PlusQueued', contacts: world.contacts.slice(0, 60) });
  const second = await prepare(world, { policy: 'Plus', contacts: world.contacts.slice(60) });
  call(world, 'start', first);
  const tries: string[] = [];
  await settle(world, (step) => {
    if (run(world, first)['State__c'] !== 'Running') return;
    if (step === 1) call(world, 'start', second);
    else if (run(world, second)['State__c'] === 'Waiting') {
      // Impatient: asks again after each step of the other.
      call(world, 'stop', second);
      call(world, 'resume', second);
    }
    tries.push(String(run(world, second)['State__c']));
  });
  await settleAll(world, [first, second]);

  assert.ok(tries.length > 3);
  assert.ok(!tries.includes('Running'), tries.join(' '));
  for (const runId of [first, second]) checkInvariants(world, runId, { runs: [first, second] });
});

test('a run with roles whose job is gone does not keep others waiting for ever', async () => {
  const world = openWorld({ contacts: 120 });
  const first = await prepare(world, { policy: 'Plus', contacts: world.contacts.slice(0, 60) });
  const second = await prepare(world, { policy: 'Plus', contacts: world.contacts.slice(60) });
  call(world, 'start', first);
  call(world, 'start', second);
  abortJob(world, first);
  await settleAll(world, [second]);
  assert.equal(run(world, second)['State__c'], 'Finished');
  await resume(world, first);

  for (const runId of [first, second]) checkInvariants(world, runId, { runs: [first, second] });
  assert.equal(run(world, first)['State__c'], 'Finished');
});

test('a look at the lane that fails is taken again', async () => {
  const world = openWorld({ contacts: 120 });
  const first = await prepare(world, { policy: 'Plus', contacts: world.contacts.slice(0, 60) });
  const second = await prepare(world, { policy: 'Plus', contacts: world.contacts.slice(60) });
  call(world, 'start', first);
  call(world, 'start', second);
  await settle(world);
  assert.equal(run(world, first)['State__c'], 'Finished');
  assert.equal(run(world, second)['WaitingFor__c'], 'Lane');
  world.faults.add(times('dml', 'PortalUserRun__c', (n) => n <= 3, 'limit'));
  await settleAll(world, [second]);

  for (const runId of [first, second]) checkInvariants(world, runId, { runs: [first, second] });
  assert.equal(run(world, second)['State__c'], 'Finished');
});

test('a run that waits for the lane can be stopped, and goes on when it is resumed', async () => {
  const world = openWorld({ contacts: 120 });
  const first = await prepare(world, { policy: 'Plus', contacts: world.contacts.slice(0, 60) });
  const second = await prepare(world, { policy: 'Plus', contacts: world.contacts.slice(60) });
  call(world, 'start', first);
  call(world, 'start', second);
  call(world, 'stop', second);
  await settle(world);
  world.pass(TEN_MINUTES);
  await settle(world);
  assert.equal(run(world, second)['State__c'], 'Stopped');
  await resume(world, second);

  for (const runId of [first, second]) checkInvariants(world, runId, { runs: [first, second] });
});

test('locks on role groups are tried again, and a row that kills its chunk fails alone', async () => {
  const world = openWorld();
  world.faults.add(times('row', 'User:3', (n) => n <= 2, 'lock'));
  world.faults.add(once('dml', 'PermissionSetAssignment', 'limit', 2));
  world.faults.add(poison('joan.vargas.4@example.com'));
  const runId = await enable(world, { policy: 'Plus' });

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 57, Failed: 3 });
});

test("an owner who loses the role after preflight costs the rows of that owner, with the platform's reason", async () => {
  const world = openWorld();
  const runId = await prepare(world, { policy: 'Plus' });
  change(world, "SELECT Id FROM User WHERE Username = 'operator@local-org.test'", { UserRoleId: null });
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId);
  assert.match(String(items(world, runId)[2]?.['Message__c']), /must have a role/);
});
