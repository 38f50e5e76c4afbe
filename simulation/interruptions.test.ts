/** Jobs that are aborted, processes that die, people who stop and go on: it ends as the uninterrupted run does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATOR } from '../scripts/lib/demoOrg.ts';
import { abortJob } from './admin.ts';
import { once } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { items, outcomes, run, states } from './ledger.ts';
import { call, create, addPortion, enable, prepare, resume, settle } from './run.ts';
import { openWorld, type World } from './world.ts';

/** What the console asks of a run. */
const jobGone = (world: World, runId: string): unknown =>
  (world.org.call(OPERATOR, 'PortalUserResults', 'progress', [runId]) as unknown as { readonly jobgone: boolean }).jobgone;

const expected = await (async () => {
  const world = openWorld();
  return outcomes(world, await enable(world));
})();

test('a job that is aborted between chunks is resumed', async () => {
  for (const at of [1, 2, 3, 5, 7]) {
    const world = openWorld();
    const runId = await prepare(world);
    call(world, 'start', runId);
    await settle(world, (step) => {
      if (step === at) abortJob(world, runId);
    });
    await resume(world, runId);

    checkInvariants(world, runId);
    assert.deepEqual(outcomes(world, runId), expected, `aborted after step ${at}`);
  }
});

test('a preflight that is aborted is resumed', async () => {
  const world = openWorld({ contacts: 60 });
  const runId = create(world);
  addPortion(world, runId, 1, world.contacts);
  call(world, 'seal', runId);
  await settle(world, (step) => {
    if (step === 1) abortJob(world, runId);
  });
  assert.equal(run(world, runId)['State__c'], 'Checking');
  await resume(world, runId);
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), expected);
});

test('a process that dies before or after a commit loses and doubles nothing', async () => {
  for (const point of ['beforeCommit', 'afterCommit'] as const)
    for (const kind of ['batchStart', 'batchExecute', 'batchFinish', 'eventTrigger'])
      for (const n of [1, 3]) {
        const world = openWorld();
        const runId = await prepare(world);
        world.faults.add(once(point, kind, 'crash', n));
        call(world, 'start', runId);
        await settle(world);

        checkInvariants(world, runId);
        assert.deepEqual(outcomes(world, runId), expected, `${point} of ${kind} ${n}`);
      }
});

test('a batch that dies in start or finish leaves a run that can be resumed', async () => {
  for (const kind of ['batchStart', 'batchFinish'])
    for (const n of [1, 2]) {
      const world = openWorld();
      const runId = await prepare(world);
      world.faults.add(once('beforeCommit', kind, 'limit', n));
      call(world, 'start', runId);
      await settle(world);
      assert.ok(['Running', 'Settling'].includes(String(run(world, runId)['State__c'])), `${kind} ${n}`);
      world.pass(11 * 60_000);
      assert.equal(jobGone(world, runId), true, 'and whoever looks at it is told');
      await resume(world, runId);

      checkInvariants(world, runId);
      assert.deepEqual(outcomes(world, runId), expected, `${kind} ${n}`);
    }
});

test('a run that is stopped does no more, and goes on when it is resumed', async () => {
  for (const at of [1, 2, 3, 4, 5, 6, 8]) {
    const world = openWorld();
    const runId = await prepare(world);
    call(world, 'start', runId);
    let stoppedWith: number | undefined;
    await settle(world, (step) => {
      if (step !== at) return;
      call(world, 'stop', runId);
      stoppedWith = world.org.query("SELECT Id FROM User WHERE UserType = 'CspLitePortal'").length;
    });
    checkInvariants(world, runId);
    assert.equal(world.org.query("SELECT Id FROM User WHERE UserType = 'CspLitePortal'").length, stoppedWith);
    await resume(world, runId);

    checkInvariants(world, runId);
    assert.deepEqual(outcomes(world, runId), expected, `stopped after step ${at}`);
  }
});

test('a run that is stopped and resumed at once, while its old job still has chunks', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const world = openWorld({ seed });
    world.order = (ready) => Math.floor(world.chance() * ready.length);
    const runId = await prepare(world);
    call(world, 'start', runId);
    await settle(world, (step) => {
      if (step !== 2 && step !== 5) return;
      call(world, 'stop', runId);
      call(world, 'resume', runId);
    });

    checkInvariants(world, runId);
    assert.deepEqual(outcomes(world, runId), expected, `seed ${seed}`);
    for (const item of items(world, runId)) assert.equal(item['Attempts__c'], 0, `seed ${seed}: an overtaken job counted`);
  }
});

test('an old job that ends in the middle of the next pass does not end that pass', async () => {
  const world = openWorld();
  const runId = await prepare(world);
  call(world, 'start', runId);
  const old = run(world, runId)['JobId__c'];
  let oldFirst = true;
  world.order = (ready) =>
    Math.max(
      0,
      ready.findIndex((step) => (step.id === old) === oldFirst),
    );
  let inPassTwo = 0;
  await settle(world, (step) => {
    if (step === 2) {
      call(world, 'stop', runId);
      call(world, 'resume', runId);
    }
    // Its chunks are through: it has only to finish, and does so when the next pass has begun.
    if (step === 4) oldFirst = false;
    if (run(world, runId)['Pass__c'] === 2 && ++inPassTwo === 2) oldFirst = true;
  });

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), expected);
  assert.equal(run(world, runId)['Pass__c'], 2);
  for (const item of items(world, runId)) assert.equal(item['Attempts__c'], 0);
});

test('stopping a dozen times costs no row its attempts', async () => {
  const world = openWorld();
  const runId = await prepare(world);
  call(world, 'start', runId);
  call(world, 'stop', runId);
  await settle(world);
  for (let i = 0; i < 12; i++) {
    call(world, 'resume', runId);
    let stopped = false;
    await settle(world, () => {
      if (stopped || run(world, runId)['State__c'] !== 'Running') return;
      call(world, 'stop', runId);
      stopped = true;
    });
    assert.equal(run(world, runId)['State__c'], 'Stopped');
  }
  await resume(world, runId);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), expected);
});

test('a preflight that is stopped and resumed while its old job still has chunks', async () => {
  for (const seed of [1, 2, 3]) {
    const world = openWorld({ seed, contacts: 400 });
    world.order = (ready) => Math.floor(world.chance() * ready.length);
    const runId = create(world);
    addPortion(world, runId, 1, world.contacts);
    call(world, 'seal', runId);
    await settle(world, (step) => {
      if (step === 2) call(world, 'stop', runId);
      if (step === 2) call(world, 'resume', runId);
      if (run(world, runId)['State__c'] === 'Ready') call(world, 'start', runId);
    });

    checkInvariants(world, runId);
    assert.equal(states(world, runId)['Created'], 392, `seed ${seed}`);
  }
});
