/** Outcome events that are lost, doubled, late, in any order, or made up: the User table decides. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADMIN } from '../scripts/lib/demoOrg.ts';
import { give, takeAway } from './admin.ts';
import { always, times } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { items, outcomes, portalUsers, run, states } from './ledger.ts';
import { call, enable, prepare, settle } from './run.ts';
import { openWorld, type World } from './world.ts';

const OUTCOME = 'PortalUserOutcome__e';
/** Nothing is delivered as long as this holds. */
const heldEvents: World['order'] = (ready) => ready.findIndex((step) => step.kind !== 'event');
const inOrder: World['order'] = () => 0;

async function undisturbed(): Promise<readonly string[]> {
  const world = openWorld();
  return outcomes(world, await enable(world));
}

test('lost events cost nothing but another pass', async () => {
  const world = openWorld();
  world.faults.add(times('deliver', OUTCOME, (n) => n <= 2, 'drop'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), await undisturbed());
});

test('a run whose events are all lost ends all the same', async () => {
  const world = openWorld();
  world.faults.add(always('deliver', OUTCOME, 'drop'));
  world.faults.add(always('row', 'User:0', 'lock'));
  world.faults.add(always('row', 'PermissionSetAssignment:1', 'lock'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Finished');
  assert.equal(portalUsers(world).length, states(world, runId)['Created']);
});

test('doubled events count once', async () => {
  const world = openWorld();
  world.faults.add(always('deliver', OUTCOME, 'duplicate'));
  world.faults.add(times('row', 'User:3', (n) => n <= 2, 'lock'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), await undisturbed());
});

test('events that come after everything else change nothing', async () => {
  const world = openWorld();
  world.order = heldEvents;
  world.faults.add(times('row', 'User:3', (n) => n <= 2, 'lock'));
  const runId = await enable(world);
  const before = outcomes(world, runId);
  world.order = inOrder;
  await settle(world);

  checkInvariants(world, runId);
  assert.deepEqual(before, await undisturbed());
  assert.deepEqual(outcomes(world, runId), before);
});

test('any order of events and jobs, with some lost and some doubled, comes to the same', async () => {
  const expected = await undisturbed();
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const world = openWorld({ seed });
    world.order = (ready) => Math.floor(world.chance() * ready.length);
    world.faults.add((point) =>
      point !== 'deliver' ? 'none' : world.chance() < 0.2 ? 'drop' : world.chance() < 0.2 ? 'duplicate' : 'none',
    );
    world.faults.add((point, detail) => (point === 'row' && detail.startsWith('User:') && world.chance() < 0.05 ? 'lock' : 'none'));
    const runId = await enable(world);

    checkInvariants(world, runId);
    assert.deepEqual(outcomes(world, runId), expected, `seed ${seed}`);
  }
});

test('a forged event changes nothing', async () => {
  const world = openWorld();
  const runId = await prepare(world);
  call(world, 'start', runId);
  const [item] = items(world, runId).filter((row) => row['State__c'] === 'Ready');
  const rows = JSON.stringify([{ item: item!['Id'], code: 'FIELD_INTEGRITY_EXCEPTION', reason: 'made up' }]);
  const publish = (values: Record<string, string>): void =>
    void world.org.insert(ADMIN, OUTCOME, [{ Run__c: runId, Pass__c: 1, Rows__c: rows, ...values }]);
  publish({ Signature__c: '0'.repeat(64) });
  publish({ Signature__c: '', StopReason__c: 'Stop it.' });
  publish({ Run__c: 'no id', Rows__c: 'no json' });
  await settle(world);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), await undisturbed());
});

test('an old event that tells a run to stop does not stop it once it was resumed', async () => {
  for (const release of ['Settling', 'Running']) {
    const world = openWorld();
    const runId = await prepare(world);
    call(world, 'start', runId);
    takeAway(world, 'Portal_Users_Operator');
    world.order = heldEvents;
    await settle(world);
    assert.equal(run(world, runId)['State__c'], 'Stopped');
    give(world, 'Portal_Users_Operator');
    call(world, 'resume', runId);
    await settle(world, () => {
      if (run(world, runId)['State__c'] === release) world.order = inOrder;
    });

    checkInvariants(world, runId);
    assert.deepEqual(outcomes(world, runId), await undisturbed(), release);
  }
});
