/** Runs in which nothing breaks, but people do what people do: twice, out of order, at the same time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkInvariants } from './invariants.ts';
import { audit, items, outcomes, portalUsers, run, states } from './ledger.ts';
import { addPortion, call, create, enable, prepare, settle } from './run.ts';
import { openWorld } from './world.ts';

test('a run creates a user for each contact that can have one', async () => {
  const world = openWorld({ contacts: 200 });
  const runId = await enable(world, { policy: 'Customers' });

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 196, Failed: 4 });
  assert.equal(world.org.outbox().length, 196);
});

test('a silent run sends no mail', async () => {
  const world = openWorld();
  const runId = await enable(world, { invitations: false });

  checkInvariants(world, runId);
  assert.equal(states(world, runId)['Created'], 58);
  assert.equal(world.org.outbox().length, 0);
});

test('the same selection again creates nothing and invites nobody', async () => {
  const world = openWorld();
  const first = await enable(world);
  const before = { users: portalUsers(world), items: items(world, first), mails: world.org.outbox().length };
  const second = await enable(world);

  checkInvariants(world, second, { runs: [first, second] });
  assert.deepEqual(states(world, second), { Skipped: 58, Failed: 2 });
  assert.deepEqual({ users: portalUsers(world), items: items(world, first), mails: world.org.outbox().length }, before);
});

test('two runs over one selection at the same time create each user once', async () => {
  for (const seed of [1, 2, 3]) {
    const world = openWorld({ seed });
    const first = await prepare(world);
    const second = await prepare(world);
    world.order = (ready) => Math.floor(world.chance() * ready.length);
    call(world, 'start', first);
    call(world, 'start', second);
    await settle(world);

    checkInvariants(world, first, { runs: [first, second] });
    assert.equal((states(world, first)['Created'] ?? 0) + (states(world, second)['Created'] ?? 0), 58);
  }
});

test('repeated portions, in any order, add nothing', async () => {
  const world = openWorld();
  const once = await enable(world);
  const again = openWorld();
  const runId = create(again);
  const portions = [0, 1, 2].map((n) => again.contacts.slice(n * 20, n * 20 + 20));
  for (const n of [2, 0, 2, 1, 0, 1]) addPortion(again, runId, n + 1, portions[n]!);
  addPortion(
    again,
    runId,
    4,
    again.contacts.map((id) => id.slice(0, 15)),
  );
  call(again, 'seal', runId);
  await settle(again);
  call(again, 'start', runId);
  await settle(again);

  checkInvariants(again, runId);
  assert.deepEqual([...outcomes(again, runId)].sort(), [...outcomes(world, once)].sort());
});

test('a second click on seal, start or resume is refused and changes nothing', async () => {
  const world = openWorld();
  const runId = create(world);
  addPortion(world, runId, 1, world.contacts);
  call(world, 'seal', runId);
  assert.throws(() => call(world, 'seal', runId), /sealed/);
  await settle(world);
  assert.throws(() => call(world, 'seal', runId), /sealed/);
  call(world, 'start', runId);
  assert.throws(() => call(world, 'start', runId), /is Running/);
  assert.throws(() => call(world, 'resume', runId), /nothing to resume/);
  await settle(world, () => assert.throws(() => call(world, 'start', runId), /cannot|is (Running|Settling|Finished)/));

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['Pass__c'], 1);
  assert.throws(() => call(world, 'start', runId), /is Finished/);
  assert.equal(audit(world, runId).filter((entry) => entry['Event__c'] === 'Started').length, 1);
});

test('the same seed gives the same ledger, users and mail', async () => {
  const images = [];
  for (let i = 0; i < 2; i++) {
    const world = openWorld({ seed: 7 });
    world.order = (ready) => Math.floor(world.chance() * ready.length);
    world.faults.add((point) => (point === 'deliver' && world.chance() < 0.3 ? 'drop' : 'none'));
    world.faults.add((point, detail) => (point === 'row' && detail.startsWith('User:') && world.chance() < 0.1 ? 'lock' : 'none'));
    const runId = await enable(world);
    checkInvariants(world, runId);
    images.push(
      JSON.stringify([
        run(world, runId),
        items(world, runId),
        audit(world, runId),
        portalUsers(world),
        world.org.outbox().map((mail) => mail.eml()),
      ]),
    );
  }
  assert.equal(images[0], images[1]);
});
