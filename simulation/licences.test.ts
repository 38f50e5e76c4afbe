/** Licences that run out: rows wait, nothing is lost, and more licences are all it takes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertPortalUser } from './admin.ts';
import { checkInvariants } from './invariants.ts';
import { portalUsers, run, states } from './ledger.ts';
import { call, enable, prepare, resume, settle } from './run.ts';
import { openWorld } from './world.ts';

test('rows without a licence wait, and are created when there are more', async () => {
  const world = openWorld();
  world.org.setLicences('Customer Community', 33);
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['WaitingFor__c'], 'Licence');
  assert.match(String(run(world, runId)['Message__c']), /^25 contacts wait for a licence/);
  assert.deepEqual(states(world, runId), { Created: 33, Retry: 25, Failed: 2 });

  world.org.setLicences('Customer Community', 40);
  await resume(world, runId);
  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 40, Retry: 18, Failed: 2 });

  world.org.setLicences('Customer Community', 1_000);
  await resume(world, runId);
  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Finished');
  assert.deepEqual(states(world, runId), { Created: 58, Failed: 2 });
});

test('a licence without a limit is enough for everybody', async () => {
  const world = openWorld();
  world.org.setLicences('Customer Community', -1);
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 58, Failed: 2 });
});

test('waiting for a licence costs no row its attempts', async () => {
  const world = openWorld();
  world.org.setLicences('Customer Community', 0);
  const runId = await enable(world);
  for (let i = 0; i < 12; i++) await resume(world, runId);
  checkInvariants(world, runId);
  assert.equal(run(world, runId)['WaitingFor__c'], 'Licence');

  world.org.setLicences('Customer Community', 1_000);
  await resume(world, runId);
  checkInvariants(world, runId);
  assert.equal(states(world, runId)['Created'], 58);
});

test('licences that somebody else takes while the run is under way are never exceeded', async () => {
  const world = openWorld();
  const stranger = world.contacts[59]!;
  const runId = await prepare(world, { contacts: world.contacts.slice(0, 50) });
  world.org.setLicences('Customer Community', 30);
  call(world, 'start', runId);
  await settle(world, (step) => {
    if (step === 2) insertPortalUser(world, stranger);
  });

  checkInvariants(world, runId, { foreignUsers: 1 });
  assert.equal(portalUsers(world).length, 30);
});
