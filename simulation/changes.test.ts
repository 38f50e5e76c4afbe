/** The org changes under a run: contacts, users, rights and policies. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATOR } from '../scripts/lib/demoOrg.ts';
import { change, give, insertColleague, insertPortalUser, remove, takeAway } from './admin.ts';
import { always } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { audit, items, outcomes, portalUsers, run, states } from './ledger.ts';
import { policyFile } from './policies.ts';
import { call, create, enable, prepare, resume, settle } from './run.ts';
import { openWorld, type World } from './world.ts';

async function interrupted(world: World, step: number, what: (runId: string) => void): Promise<string> {
  const runId = await prepare(world);
  call(world, 'start', runId);
  await settle(world, (n) => {
    if (n === step) what(runId);
  });
  return runId;
}

test('a contact that is deleted between preflight and execution fails alone', async () => {
  const world = openWorld();
  const runId = await prepare(world);
  assert.equal(remove(world, `SELECT Id FROM Contact WHERE Id = '${world.contacts[10]!}'`), 1);
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 57, Failed: 3 });
  assert.equal(items(world, runId)[10]?.['Code__c'], 'CONTACT_NOT_AVAILABLE');
});

test('a contact that loses its e-mail address fails alone', async () => {
  const world = openWorld();
  const runId = await prepare(world);
  change(world, `SELECT Id FROM Contact WHERE Id = '${world.contacts[10]!}'`, { Email: null });
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId);
  assert.equal(items(world, runId)[10]?.['Code__c'], 'REQUIRED_FIELD_MISSING');
});

test('a contact that somebody else gave a user meanwhile is skipped', async () => {
  const world = openWorld();
  const runId = await prepare(world);
  insertPortalUser(world, world.contacts[10]!);
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId, { foreignUsers: 1 });
  assert.deepEqual(states(world, runId), { Created: 57, Skipped: 1, Failed: 2 });
});

test('a requester who loses the right stops the run; with the right it goes on', async () => {
  for (const lost of [false, true]) {
    const world = openWorld();
    if (lost) world.faults.add(always('deliver', 'PortalUserOutcome__e', 'drop'));
    const runId = await interrupted(world, 2, () => takeAway(world, 'Portal_Users_Operator'));

    checkInvariants(world, runId);
    assert.equal(run(world, runId)['State__c'], 'Stopped');
    assert.match(String(run(world, runId)['Message__c']), /requester does not hold Portal_Users_Enable/);
    assert.equal(portalUsers(world).length, 20);
    assert.throws(() => call(world, 'resume', runId), /You may not/);

    give(world, 'Portal_Users_Operator');
    await resume(world, runId);
    checkInvariants(world, runId);
    assert.deepEqual(states(world, runId), { Created: 58, Failed: 2 });
  }
});

test('a requester who is deactivated stops the run', async () => {
  const world = openWorld();
  const runId = await interrupted(world, 2, () => change(world, `SELECT Id FROM User WHERE Username = '${OPERATOR}'`, { IsActive: false }));

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Stopped');
  assert.equal(portalUsers(world).length, 20);
});

test('a permission set that changes after preflight stops the run with a message', async () => {
  const world = openWorld();
  const runId = await interrupted(world, 2, () =>
    change(world, "SELECT Id FROM PermissionSet WHERE Name = 'Sample_Portal_Customer'", { Description: 'changed' }),
  );

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Stopped');
  assert.match(String(run(world, runId)['Message__c']), /changed after preflight/);
  assert.equal(portalUsers(world).length, 20);
  await resume(world, runId);
  assert.equal(portalUsers(world).length, 20);
  const rest = await enable(world);
  checkInvariants(world, rest, { runs: [runId, rest] });
  assert.equal(portalUsers(world).length, 58);
});

test('a policy that is changed, switched off or made harmful mid-run stops the run', async () => {
  const changes: Record<string, RegExp> = { TimeZone__c: /changed after preflight/, Active__c: /removed or switched off/ };
  const values: Record<string, string> = { TimeZone__c: 'Europe/Lisbon', Active__c: 'false' };
  for (const [field, message] of Object.entries(changes)) {
    const world = openWorld();
    const runId = await interrupted(world, 2, () => {
      const file = policyFile('Small', { ScopeSize__c: '20.0', [field]: values[field]! });
      const { problems } = world.org.deploy(new Map(Object.entries(file).map(([path, text]) => [path, Buffer.from(text)])));
      assert.deepEqual(problems, []);
    });

    checkInvariants(world, runId);
    assert.match(String(run(world, runId)['Message__c']), message);
    assert.equal(portalUsers(world).length, 20);
  }
});

test('a permission set that becomes dangerous stops the run', async () => {
  const world = openWorld();
  const runId = await interrupted(world, 2, () =>
    change(world, "SELECT Id FROM PermissionSet WHERE Name = 'Sample_Portal_Customer'", { PermissionsViewAllData: true }),
  );

  checkInvariants(world, runId);
  assert.match(String(run(world, runId)['Message__c']), /grants View ?All ?Data/);
  assert.equal(portalUsers(world).length, 20);
});

test('above the threshold a second person must approve, and only while they hold the right', async () => {
  const world = openWorld();
  const approver = 'approver@local-org.test';
  insertColleague(world, approver, ['Portal_Users_Approver']);
  change(world, "SELECT Id FROM User WHERE Username = 'approver@local-org.test'", {
    UserRoleId: String(world.org.query('SELECT Id FROM UserRole WHERE ParentRoleId = null LIMIT 1')[0]?.['Id']),
  });
  const runId = await enable(world, { policy: 'Approved' });
  assert.equal(run(world, runId)['WaitingFor__c'], 'Approval');
  assert.equal(portalUsers(world).length, 0);
  assert.throws(() => call(world, 'approve', runId), /You may not/);
  assert.throws(() => call(world, 'resume', runId), /nothing to resume/);
  call(world, 'approve', runId, approver);
  takeAway(world, 'Portal_Users_Approver', approver);
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId);
  assert.match(String(run(world, runId)['Message__c']), /approver does not hold/);
  give(world, 'Portal_Users_Approver', approver);
  await resume(world, runId);
  checkInvariants(world, runId);
  assert.equal(portalUsers(world).length, 58);
  assert.ok(audit(world, runId).some((entry) => entry['Event__c'] === 'Approved'));
  assert.equal(outcomes(world, runId).length, 60);
});

const region: Readonly<Record<string, string>> = {
  'local/main/default/objects/Contact/fields/Region__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Region__c</fullName><label>Region</label><length>40</length><type>Text</type>
</CustomField>`,
  'local/main/default/permissionsets/See_Region.permissionset-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions><editable>false</editable><field>Contact.Region__c</field><readable>true</readable></fieldPermissions>
    <label>See Region</label>
</PermissionSet>`,
  ...policyFile('Regional', { ScopeSize__c: '20.0', NicknamePattern__c: '{LastName} {Region__c}' }),
};

test('who may not see what a policy reads is told so at once; losing sight of it under way stops the run', async () => {
  const world = openWorld({ files: region });
  assert.throws(() => create(world, { policy: 'Regional' }), /may not see: Region__c\. Ask an administrator/);
  give(world, 'See_Region');
  const runId = await prepare(world, { policy: 'Regional' });
  call(world, 'start', runId);
  await settle(world, (step) => {
    if (step === 2) takeAway(world, 'See_Region');
  });

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Stopped');
  assert.match(String(run(world, runId)['Message__c']), /may not see: Region__c/);
  give(world, 'See_Region');
  await resume(world, runId);
  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 58, Failed: 2 });
});
