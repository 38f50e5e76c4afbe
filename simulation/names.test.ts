/** Names that are taken where no query sees it, or were taken a moment ago. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertPortalUser } from './admin.ts';
import { always } from './faults.ts';
import { checkInvariants } from './invariants.ts';
import { items, portalUsers, states } from './ledger.ts';
import { call, enable, prepare, settle } from './run.ts';
import { openWorld } from './world.ts';

test('a username that is taken in another org gets another one', async () => {
  const world = openWorld();
  const taken = 'joan.vargas.4@example.com';
  world.faults.add(always('row', `User.Username:${taken}`, 'duplicate'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.equal(states(world, runId)['Created'], 58);
  const renamed = items(world, runId).find((item) => item['ContactId__c'] === world.contacts[3]);
  assert.match(String(renamed?.['PlannedUsername__c']), /^joan\.vargas\.4\.[0-9a-z]{7}@example\.com$/);
});

test('a contact for which every username is taken fails alone, with the reason', async () => {
  const world = openWorld();
  world.faults.add((point, detail) => (point === 'row' && detail.startsWith('User.Username:joan.vargas.4') ? 'duplicate' : 'none'));
  const runId = await enable(world);

  checkInvariants(world, runId);
  assert.equal(states(world, runId)['Created'], 57);
  assert.equal(items(world, runId)[3]?.['Code__c'], 'DUPLICATE_USERNAME');
});

test('a nickname and a username that somebody took after preflight get others', async () => {
  const world = openWorld();
  const [, , , , , , contact, stranger] = world.contacts;
  const runId = await prepare(world, { contacts: world.contacts.filter((id) => id !== stranger) });
  const planned = items(world, runId).find((item) => item['ContactId__c'] === contact)!;
  const other = items(world, runId).find((item) => item['ContactId__c'] === world.contacts[9])!;
  insertPortalUser(world, stranger!, {
    CommunityNickname: String(planned['PlannedNickname__c']),
    Username: String(other['PlannedUsername__c']),
  });
  call(world, 'start', runId);
  await settle(world);

  checkInvariants(world, runId, { foreignUsers: 1 });
  assert.equal(states(world, runId)['Created'], 57);
  const names = portalUsers(world).map((user) => String(user['CommunityNickname']).toLowerCase());
  assert.equal(new Set(names).size, names.length);
});

test('contacts with one e-mail address get a user and a username each', async () => {
  const world = openWorld({ contacts: 200 });
  const shared = world.org.query('SELECT Email mail, COUNT(Id) n FROM Contact WHERE Email != null GROUP BY Email HAVING COUNT(Id) > 1');
  assert.ok(shared.length > 0);
  const runId = await enable(world);

  checkInvariants(world, runId);
  for (const { mail } of shared) assert.equal(portalUsers(world).filter((user) => user['Email'] === mail).length, 2);
});
