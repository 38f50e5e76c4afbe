/** Chunks that die: what they did is undone by the platform, and the run comes back to their rows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { always, once, poison, times } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { items, outcomes, portalUsers, run, states } from './ledger.ts';
import { call, create, addPortion, enable, settle } from './run.ts';
import { openWorld } from './world.ts';

const POISON = 'joan.vargas.4@example.com';

async function undisturbed(contacts: number): Promise<readonly string[]> {
  const world = openWorld({ contacts });
  return outcomes(world, await enable(world));
}

test('a chunk that dies after its users were inserted leaves nothing behind and is made again', async () => {
  const world = openWorld();
  // Statements of batch transactions: the users of the first chunk, then their permission sets.
  world.faults.add(once('dml', 'PermissionSetAssignment', 'limit'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.deepEqual(outcomes(world, runId), await undisturbed(60));
  assert.equal(run(world, runId)['ScopeSize__c'], 10);
});

test('several chunks that die in one pass halve the chunks once', async () => {
  const world = openWorld();
  world.faults.add(times('dml', 'User', (n) => n <= 3, 'limit'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.equal(states(world, runId)['Created'], 58);
  assert.equal(run(world, runId)['ScopeSize__c'], 10);
});

test('one row that kills its chunk is found by halving, and fails alone', async () => {
  const world = openWorld();
  world.faults.add(poison(POISON));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 57, Failed: 3 });
  assert.equal(items(world, runId)[3]?.['Code__c'], 'CHUNK_DIED');
});

test('one row of 200 that kills its chunk is found by halving', async () => {
  const world = openWorld({ contacts: 200 });
  world.faults.add(poison(String(world.org.query(`SELECT Email FROM Contact WHERE Id = '${world.contacts[77]!}'`)[0]?.['Email'])));
  const runId = await enable(world, { policy: 'Customers' });

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 195, Failed: 5 });
});

test('it is found even if nobody hears of the dead chunks', async () => {
  for (const fault of ['drop', 'duplicate'] as const) {
    const world = openWorld();
    world.faults.add(poison(POISON));
    world.faults.add(always('deliver', 'BatchApexErrorEvent', fault));
    const runId = await enable(world);

    checkInvariants(world, runId);
    assert.deepEqual(states(world, runId), { Created: 57, Failed: 3 }, fault);
  }
});

test('a row that kills its chunk of preflight fails alone, and the others are checked', async () => {
  const world = openWorld({
    files: trigger(
      'PortalUserRunItem__c',
      'before update',
      killer('PortalUserRunItem__c', 'item.PlannedUsername__c != null && item.Row__c == 6'),
    ),
  });
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 57, Failed: 3 });
  assert.equal(items(world, runId)[5]?.['Code__c'], 'CHUNK_DIED');
});

test('a trigger on users that runs into a limit with one of them is found out', async () => {
  const world = openWorld({ files: trigger('User', 'before insert', killer('User', `item.Username == '${POISON}'`)) });
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 57, Failed: 3 });
});

test('automation that fails more rows with each attempt fails those rows alone', async () => {
  const body = "for (User item : Trigger.new) if (item.Username.startsWith('j')) { item.addError('No users with j.'); break; }";
  const world = openWorld({ files: trigger('User', 'before insert', body) });
  const runId = await enable(world);

  checkInvariants(world, runId);
  const refused = items(world, runId).filter((item) => item['Code__c'] === 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
  assert.ok(refused.length > 3, String(refused.length));
  for (const item of refused) assert.match(String(item['PlannedUsername__c']), /^j/);
  assert.equal(states(world, runId)['Created'], 58 - refused.length);
});

test('a preflight in which every chunk dies stops with a message and can be gone on with', async () => {
  const world = openWorld();
  const runId = create(world);
  addPortion(world, runId, 1, world.contacts);
  const heal = world.faults.add(always('dml', 'PortalUserRunItem__c', 'limit'));
  call(world, 'seal', runId);
  await settle(world);
  assert.equal(run(world, runId)['State__c'], 'Stopped');
  assert.match(String(run(world, runId)['Message__c']), /could not be checked/);
  heal();
  call(world, 'resume', runId);
  await settle(world);
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId);
  assert.equal(states(world, runId)['Created'], 58);
  assert.equal(portalUsers(world).length, 58);
});

/** A subscriber's own trigger. */
function trigger(object: string, when: string, body: string): Record<string, string> {
  const meta =
    '<?xml version="1.0" encoding="UTF-8"?><ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexTrigger>';
  return {
    'subscriber/triggers/Subscriber.trigger': `trigger Subscriber on ${object} (${when}) { ${body} }`,
    'subscriber/triggers/Subscriber.trigger-meta.xml': meta,
  };
}

/** Never ends where the condition holds. */
const killer = (object: string, condition: string): string =>
  `for (${object} item : Trigger.new) { while (${condition}) { Integer n = [SELECT COUNT() FROM Account]; } }`;
