/** Runs in orgs with features that change contacts and accounts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADMIN } from '../scripts/lib/demoOrg.ts';
import { checkInvariants } from './invariants.ts';
import { items, portalUsers, run, states } from './ledger.ts';
import { enable } from './run.ts';
import { openWorld, type World } from './world.ts';

test('person accounts: the contacts behind them get their users', async () => {
  const world = openWorld({ contacts: 12, shape: 'personAccounts' });
  world.org.insert(
    ADMIN,
    'Account',
    ['Ada', 'Grace', 'Edsger'].map((name) => ({
      FirstName: name,
      LastName: 'Person',
      PersonEmail: `${name}@person.example`,
      OwnerId: world.operator,
    })),
  );
  const persons = world.org
    .query('SELECT PersonContactId FROM Account WHERE IsPersonAccount = TRUE')
    .map((row) => String(row['PersonContactId']));
  const runId = await enable(world, { contacts: [...persons, world.contacts[9]!] });

  checkInvariants(world, runId);
  assert.deepEqual(states(world, runId), { Created: 4 });
});

test('person accounts: a partner on one is blocked before anything is tried', async () => {
  const world = openWorld({ contacts: 12, shape: 'personAccounts' });
  world.org.insert(ADMIN, 'Account', [{ LastName: 'Person', PersonEmail: 'p@person.example', OwnerId: world.operator }]);
  const contact = String(world.org.query('SELECT PersonContactId FROM Account WHERE IsPersonAccount = TRUE')[0]?.['PersonContactId']);
  const runId = await enable(world, { policy: 'Partner', contacts: [contact] });

  assert.equal(portalUsers(world).length, 0);
  assert.equal(items(world, runId)[0]?.['Verdict__c'], 'Blocked');
});

/** The addresses of the sample contacts say their country by its name. */
function addressed(world: World): void {
  const [id] = world.org.insert(ADMIN, 'Contact', [
    {
      LastName: 'Abroad',
      Email: 'abroad@address.example',
      AccountId: String(world.org.query('SELECT Id FROM Account LIMIT 1')[0]?.['Id']),
      MailingCountryCode: 'US',
      MailingStateCode: 'CA',
      MailingCity: 'Fresno',
    },
  ]);
  assert.ok(id);
}

test('state and country picklists: addresses go along to the user', async () => {
  const world = openWorld({ contacts: 12, shape: 'stateAndCountryPicklists' });
  addressed(world);
  const contacts = world.org.query("SELECT Id FROM Contact WHERE LastName = 'Abroad'").map((row) => String(row['Id']));
  const runId = await enable(world, { contacts });

  checkInvariants(world, runId);
  assert.equal(run(world, runId)['State__c'], 'Finished');
  assert.deepEqual(states(world, runId), { Created: 1 });
});
