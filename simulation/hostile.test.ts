/** A customer's own rules (simulation/hostile): a required field, a validation rule, and triggers, one of which calls a future method. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources } from '../scripts/lib/sources.ts';
import { change } from './admin.ts';
import { checkInvariants } from './invariants.ts';
import { items, run } from './ledger.ts';
import { call, enable, prepare, settle } from './run.ts';
import { openWorld, type World } from './world.ts';

/** Contacts and accounts were there before somebody made the rules. */
function hostileWorld(): World {
  const world = openWorld({ contacts: 30 });
  const { problems } = world.org.deploy(readSources(['simulation/hostile']), { strict: true });
  assert.deepEqual(problems, []);
  return world;
}

const created = (world: World, runId: string): number => items(world, runId).filter((item) => item['State__c'] === 'Created').length;

for (const policy of ['Small', 'Queued'])
  test(`the policy ${policy} makes its users although a trigger on User calls a future method`, async () => {
    const world = hostileWorld();
    const runId = await enable(world, { policy });

    checkInvariants(world, runId);
    assert.equal(run(world, runId)['State__c'], 'Finished');
    assert.ok(created(world, runId) > 20);
    const marked = world.org.query("SELECT Id FROM User WHERE Portal_User_Run_Item__c != NULL AND Department = 'Unknown'");
    assert.equal(marked.length, created(world, runId), 'the trigger had its say');
  });

test('what a trigger on User says of a row is its reason, and the others are made', async () => {
  const world = hostileWorld();
  const contact = world.contacts[7]!;
  change(world, `SELECT Id FROM Contact WHERE Id = '${contact}'`, { Email: 'x@y.invalid', Region__c: 'North' });
  const runId = await prepare(world, { policy: 'Queued' });
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId);
  const item = items(world, runId).find((each) => each['ContactId__c'] === contact);
  assert.equal(item?.['State__c'], 'Failed');
  assert.match(String(item?.['Message__c']), /does not write to invented addresses/);
  assert.ok(created(world, runId) > 20);
});
