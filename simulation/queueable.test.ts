/** Runs in queueable jobs: the same ends as in a batch, whatever breaks; and runs that change over by themselves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abortJob } from './admin.ts';
import { always, once, poison, times } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { audit, items, outcomes, run, states } from './ledger.ts';
import { call, enable, prepare, resume, settle } from './run.ts';
import { openWorld, type World } from './world.ts';

const expected = await (async () => {
  const world = openWorld();
  return outcomes(world, await enable(world));
})();

const queued = (world: World): Promise<string> => enable(world, { policy: 'Queued' });

test('a run in queueable jobs ends as the same run in a batch', async () => {
  const world = openWorld();
  const runId = await queued(world);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), expected);
  assert.equal(run(world, runId)['Engine__c'], 'Queueable');
});

test('a queueable chunk that dies after its users were inserted leaves nothing behind and is made again', async () => {
  const world = openWorld();
  world.faults.add(once('dml', 'PermissionSetAssignment', 'limit'));
  const runId = await queued(world);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), expected);
  assert.equal(run(world, runId)['ScopeSize__c'], 10);
});

test('one row that kills its queueable chunk is found by halving, and fails alone', async () => {
  const world = openWorld();
  world.faults.add(poison('joan.vargas.4@example.com'));
  const runId = await queued(world);

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 57, Failed: 3 });
});

test('more dead chunks in a row than finalizers may follow do not break the chain', async () => {
  const world = openWorld({ contacts: 140 });
  world.faults.add(times('dml', 'User', (n) => n <= 6, 'limit'));
  const runId = await queued(world);

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Finished');
  assert.equal(states(world, runId)['Retry'], undefined);
});

test('a step between two chunks that dies is taken again', async () => {
  for (const n of [1, 2, 3]) {
    const world = openWorld();
    const runId = await prepare(world, { policy: 'Queued' });
    call(world, 'start', runId);
    world.faults.add(once('dml', 'PortalUserRun__c', 'limit', n));
    await settle(world);
    if (run(world, runId)['State__c'] !== 'Finished') await resume(world, runId);

    checkInvariants(world, runId);
    assert.deepEqual(outcomes(world, runId), expected, `write ${n}`);
  }
});

test('a finalizer that may not write what its job may not write is no obstacle', async () => {
  const world = openWorld({ positions: { finalizerDmlContext: 'shared' } });
  world.faults.add(once('dml', 'PermissionSetAssignment', 'limit'));
  const runId = await queued(world);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), expected);
});

test('lost and doubled events cost a queueable run nothing but another look', async () => {
  for (const fault of ['drop', 'duplicate'] as const) {
    const world = openWorld();
    world.faults.add(always('deliver', 'PortalUserOutcome__e', fault));
    const runId = await queued(world);

    checkInvariants(world, runId);
    assert.deepEqual(states(world, runId), { Created: 58, Failed: 2 }, fault);
  }
});

test('a process that dies before or after a commit of a queueable job or its finalizer loses and doubles nothing', async () => {
  for (const point of ['beforeCommit', 'afterCommit'] as const)
    for (const n of [1, 2, 3, 4]) {
      const world = openWorld();
      const runId = await prepare(world, { policy: 'Queued' });
      world.faults.add(once(point, 'queueable', 'crash', n));
      call(world, 'start', runId);
      await settle(world);

      checkInvariants(world, runId);
      assert.deepEqual(outcomes(world, runId), expected, `${point} ${n}`);
    }
});

test('a queueable job that is aborted, and a run that is stopped, are resumed', async () => {
  for (const how of ['abort', 'stop'] as const)
    for (const at of [1, 3, 5]) {
      const world = openWorld();
      const runId = await prepare(world, { policy: 'Queued' });
      call(world, 'start', runId);
      await settle(world, (step) => {
        if (step !== at) return;
        if (how === 'abort') abortJob(world, runId);
        else call(world, 'stop', runId);
      });
      if (run(world, runId)['State__c'] !== 'Finished') await resume(world, runId);

      checkInvariants(world, runId);
      assert.deepEqual(outcomes(world, runId), expected, `${how} after step ${at}`);
    }
});

// ------------------------------------------------------------------------------------------------ automation with future methods

const meta = (kind: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${kind} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></${kind}>`;

/** A subscriber's trigger on users that calls a future method. */
const future = {
  'subscriber/classes/Greeting.cls':
    'public without sharing class Greeting { @future public static void send(Set<Id> userIds) { Integer n = userIds.size(); } }',
  'subscriber/classes/Greeting.cls-meta.xml': meta('ApexClass'),
  'subscriber/triggers/Subscriber.trigger': 'trigger Subscriber on User (after insert) { Greeting.send(Trigger.newMap.keySet()); }',
  'subscriber/triggers/Subscriber.trigger-meta.xml': meta('ApexTrigger'),
};

test('a run whose users call future methods changes over to queueable jobs by itself, and says so', async () => {
  const world = openWorld({ files: future });
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 58, Failed: 2 });
  assert.equal(run(world, runId)['Engine__c'], 'Queueable');
  assert.ok(audit(world, runId).some((entry) => entry['Event__c'] === 'EngineSwitched'));
});

test('under a policy that says batch it stops, nothing is lost, and an administrator reads what to do', async () => {
  const world = openWorld({ files: future });
  const runId = await enable(world, { policy: 'BatchOnly' });

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Stopped');
  assert.match(String(run(world, runId)['Message__c']), /engine of the policy BatchOnly/);
  assert.equal(states(world, runId)['Retry'], 58);
  assert.equal(items(world, runId).find((item) => item['State__c'] === 'Retry')?.['Code__c'], 'NEEDS_QUEUEABLE');
});
