/** Rows and statements that meet a lock: tried again by themselves, and nobody else is touched by it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { always, once, times } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { items, outcomes, run, states } from './ledger.ts';
import { enable } from './run.ts';
import { openWorld } from './world.ts';

const undisturbed = await (async () => {
  const world = openWorld({ contacts: 200 });
  return outcomes(world, await enable(world, { policy: 'Customers' }));
})();

test('locked rows of 200 are tried again alone', async () => {
  const world = openWorld({ contacts: 200 });
  const locked = new Set([0, 7, 100, 150]);
  for (const position of locked) world.faults.add(once('row', `User:${position}`, 'lock'));
  const runId = await enable(world, { policy: 'Customers' });

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), undisturbed);
  assert.equal(items(world, runId).filter((item) => item['Attempts__c'] === 1).length, locked.size);
});

test('a statement that is locked as a whole is tried again', async () => {
  const world = openWorld({ contacts: 200 });
  world.faults.add(once('dml', 'User', 'lock'));
  const runId = await enable(world, { policy: 'Customers' });

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), undisturbed);
  assert.equal(run(world, runId)['Pass__c'], 2);
});

test('what is always locked fails with a reason, within bounds, and the rest is created', async () => {
  const world = openWorld();
  // The first of each statement; retried rows come to stand first in theirs.
  world.faults.add(always('row', 'User:0', 'lock'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  const failed = items(world, runId).filter((item) => item['Code__c'] === 'UNABLE_TO_LOCK_ROW');
  assert.ok(failed.length > 0 && failed.length < 5, String(failed.length));
});

test('permission sets that are not assigned at first are assigned later', async () => {
  const world = openWorld();
  world.faults.add(times('dml', 'PermissionSetAssignment', (n) => n <= 2, 'lock'));
  world.faults.add(once('row', 'PermissionSetAssignment:3', 'lock', 1));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.equal(states(world, runId)['Created'], 58);
  assert.equal(assignments(world), 58);
});

test('a permission set that can never be assigned leaves the user and says so', async () => {
  const world = openWorld();
  world.faults.add(always('dml', 'PermissionSetAssignment', 'lock'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  const created = items(world, runId).filter((item) => item['State__c'] === 'Created');
  assert.equal(created.length, 58);
  for (const item of created) assert.equal(item['Code__c'], 'PERMISSION_SET_NOT_ASSIGNED');
  assert.equal(assignments(world), 0);
});

test('a ledger that is locked when outcomes arrive is written by the settling batch', async () => {
  const world = openWorld();
  world.faults.add(times('dml', 'PortalUserRunItem__c', (n) => n > 4 && n < 8, 'lock'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.equal(states(world, runId)['Created'], 58);
});

function assignments(world: ReturnType<typeof openWorld>): number {
  return world.org.query("SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Sample_Portal_Customer'").length;
}
