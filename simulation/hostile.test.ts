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

const meta =
  '<?xml version="1.0" encoding="UTF-8"?><ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexTrigger>';

test('what a user access policy or somebody else has assigned already is no failure', async () => {
  const trigger = `trigger Grants on User (after insert) {
    List<PermissionSetAssignment> grants = new List<PermissionSetAssignment>();
    Id given = [SELECT Id FROM PermissionSet WHERE Name = 'Sample_Portal_Customer' WITH SYSTEM_MODE].Id;
    for (User newcomer : Trigger.new) {
      if (newcomer.ContactId != null) grants.add(new PermissionSetAssignment(AssigneeId = newcomer.Id, PermissionSetId = given));
    }
    insert as system grants;
  }`;
  const world = openWorld({ contacts: 30, files: { 'policy/Grants.trigger': trigger, 'policy/Grants.trigger-meta.xml': meta } });
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.ok(created(world, runId) > 20);
  assert.ok(items(world, runId).every((item) => item['Code__c'] !== 'PERMISSION_SET_NOT_ASSIGNED'));
});
