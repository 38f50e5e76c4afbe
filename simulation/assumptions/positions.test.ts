/** In every position of every assumption switch: nothing lost, nothing doubled, nobody mailed twice without warning, a clear message. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assumptions } from '../../local-org/index.ts';
import { Switches } from '../../scripts/lib/switchedTests.ts';
import { exercise, mailsOfADeadChunk, ownerWithoutRole, partnerRun, standardProfile, welcomedRun } from './exercise.ts';

/** What an exercise as usual never asks for cannot make a difference to it. */
const switches = new Switches();
await exercise({}, switches.position);

for (const { name, positions, default: usual } of assumptions)
  for (const { name: position } of positions)
    if (position !== usual && switches.asked.has(name)) test(`${name} = ${position}: a run holds`, () => exercise({ [name]: position }));

for (const position of ['applies', 'skipped'])
  test(`ownerRoleRuleForHighVolume = ${position}: an owner without a role is a warning, and at worst a failed row`, async () => {
    const outcome = await ownerWithoutRole({ ownerRoleRuleForHighVolume: position });
    assert.equal(outcome.verdict, 'Warning');
    assert.deepEqual([outcome.state, outcome.code], position === 'applies' ? ['Failed', 'UNKNOWN_EXCEPTION'] : ['Created', null]);
  });

for (const position of ['blocked', 'allowed'])
  test(`standardExternalProfiles = ${position}: a standard profile works or fails with the way out`, async () => {
    const { state, message } = await standardProfile({ standardExternalProfiles: position });
    if (position === 'allowed') assert.equal(state, 'Created');
    else {
      assert.equal(state, 'Failed');
      assert.match(String(message), /Allow using standard external profiles/);
    }
  });

test('mail that outlives a rollback is sent once more for each chunk that died; the platform leaves no way around that', async () => {
  assert.equal(await mailsOfADeadChunk({ mailOnRollback: 'dropped' }), 1);
  assert.equal(await mailsOfADeadChunk({ mailOnRollback: 'sent' }), 2);
});

/** Positions in which site and header both write: preflight says so before anything is sent. */
const TWICE = { profile: ['siteWelcomeMail both'], permissionSet: ['welcomeOnAssignment sent'] };

for (const member of ['profile', 'permissionSet'] as const)
  for (const name of ['siteWelcomeMail', 'mailOnRollback', 'welcomeOnActivation', 'welcomeOnAssignment'])
    for (const { name: position } of assumptions.find((each) => each.name === name)!.positions)
      test(`${name} = ${position}: one mail each where a site welcomes members by ${member}, or a warning`, async () => {
        const byAssignment = member === 'permissionSet' && !(name === 'welcomeOnAssignment' && position === 'none');
        const twice = TWICE[member].includes(`${name} ${position}`) || byAssignment;
        const foretold = await welcomedRun({ [name]: position }, member, twice ? 2 : 1);
        assert.match(foretold, /users may get two messages/);
      });

const roles = new Switches();
const usual = await partnerRun({}, roles.position);

/** No users at all, and every row says why, where the level that the policy names was not made. */
const withoutLevel = 'portalRolesPerAccount = one';

for (const { name, positions, default: usually } of assumptions)
  for (const { name: position } of positions)
    if (position !== usually && roles.asked.has(name) && (!switches.asked.has(name) || name.startsWith('operator')))
      test(`${name} = ${position}: a run for a licence with roles holds`, async () => {
        const outcome = await partnerRun({ [name]: position });
        if (`${name} = ${position}` !== withoutLevel) return assert.deepEqual(outcome.states, usual.states);
        assert.equal(Object.keys(outcome.states as object).join(), 'Failed');
        assert.ok(outcome.messages.filter((message) => /no portal role of this level/.test(message)).length > 20, outcome.messages[3]);
      });

test('a level that is not made may give the lowest role instead: then a run holds too', async () => {
  assert.deepEqual((await partnerRun({ portalRolesPerAccount: 'one', portalRoleNotMade: 'lowest' })).states, usual.states);
});
