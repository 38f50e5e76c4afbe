/** What an operator is refused: a clear message, and nothing is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexList } from '../local-org/index.ts';
import { OPERATOR } from '../scripts/lib/demoOrg.ts';
import { insertColleague } from './admin.ts';
import { checkInvariants } from './invariants.ts';
import { items, portalUsers, run } from './ledger.ts';
import { addPortion, call, create, enable, prepare, settle } from './run.ts';
import { openWorld, type World } from './world.ts';

const STRANGER = 'stranger@local-org.test';

const written = (world: World): number =>
  ['PortalUserRun__c', 'PortalUserRunItem__c', 'PortalUserRunAudit__c'].reduce(
    (sum, object) => sum + Number(world.org.query(`SELECT COUNT(Id) n FROM ${object}`)[0]?.['n']),
    portalUsers(world).length,
  );

test('without the custom permission nothing is created, seen, started or resumed', async () => {
  const world = openWorld();
  insertColleague(world, STRANGER, []);
  assert.throws(() => create(world, { user: STRANGER }), /You may not create portal user runs\. Ask an administrator/);
  assert.equal(written(world), 0);

  const runId = await prepare(world);
  const before = written(world);
  for (const step of ['seal', 'start', 'stop', 'resume', 'approve'])
    assert.throws(() => call(world, step, runId, STRANGER), /You may not/, step);
  assert.throws(() => addPortion(world, runId, 1, world.contacts, STRANGER), /You may not/);
  for (const method of ['progress', 'successes', 'failures'])
    assert.throws(
      () => world.org.call(STRANGER, 'PortalUserResults', method, method === 'progress' ? [runId] : [runId, 0]),
      /You may not look at portal user runs/,
      method,
    );
  assert.equal(written(world), before);
});

test('an operator does nothing to the run of another one', async () => {
  const world = openWorld();
  insertColleague(world, STRANGER, ['Portal_Users_Operator']);
  const runId = await prepare(world);
  const before = written(world);
  for (const step of ['seal', 'start', 'stop', 'resume'])
    assert.throws(() => call(world, step, runId, STRANGER), /There is no such run/, step);
  assert.equal(written(world), before);
});

test('a policy with an internal profile, a harmful permission set or no existence is refused', () => {
  const world = openWorld();
  assert.throws(() => create(world, { policy: 'Internal' }), /belongs to an internal licence/);
  assert.throws(() => create(world, { policy: 'Powerful' }), /lets its holder run Portal Users/);
  assert.throws(() => create(world, { policy: 'Nothing' }), /There is no policy with the name Nothing/);
  assert.equal(written(world), 0);
});

test('ids that are none, of other objects or of contacts the operator cannot see are kept as rows that say no more', async () => {
  const world = openWorld();
  insertColleague(world, STRANGER, ['Portal_Users_Operator']);
  const account = String(world.org.query('SELECT Id FROM Account LIMIT 1')[0]?.['Id']);
  const forged = ["' OR Name != '", '003000000000000', account, '005000000000001AAA', ''];
  const runId = create(world, { user: STRANGER });
  addPortion(world, runId, 1, [...forged, ...world.contacts], STRANGER);
  call(world, 'seal', runId, STRANGER);
  await settle(world);
  call(world, 'start', runId, STRANGER);
  await settle(world);

  checkInvariants(world, runId);
  assert.equal(portalUsers(world).length, 0);
  const reasons = new Map(items(world, runId).map((item) => [item['ContactId__c'], item['Code__c']]));
  for (const id of world.contacts) assert.equal(reasons.get(id), 'CONTACT_NOT_AVAILABLE');
  assert.equal(reasons.get('003000000000000AAA'), 'CONTACT_NOT_AVAILABLE');
});

test('nobody writes the ledger around the product, not even the administrator', async () => {
  const world = openWorld();
  const runId = await enable(world);
  const before = JSON.stringify([run(world, runId), items(world, runId)]);
  const { change, remove } = await import('./admin.ts');
  for (const object of ['PortalUserRun__c', 'PortalUserRunItem__c', 'PortalUserRunAudit__c']) {
    assert.throws(() => change(world, `SELECT Id FROM ${object}`, {}), /keeps these records itself|never changed/, object);
    assert.throws(() => remove(world, `SELECT Id FROM ${object}`), /keeps these records itself|never changed/, object);
  }
  assert.equal(JSON.stringify([run(world, runId), items(world, runId)]), before);
});

test('a selection that is too large, empty or changed after sealing is refused', async () => {
  const world = openWorld();
  const runId = create(world);
  assert.throws(() => call(world, 'seal', runId), /has no contacts yet/);
  const many = Array.from({ length: 2_001 }, (_, n) => String(n));
  assert.throws(
    () => world.org.call(OPERATOR, 'PortalUserRuns', 'addPortion', [runId, 1, apexList('String', many)]),
    /at most 2000 contacts/,
  );
  addPortion(world, runId, 1, world.contacts.slice(0, 5));
  call(world, 'seal', runId);
  assert.throws(() => addPortion(world, runId, 2, world.contacts), /is sealed/);
  await settle(world);
  assert.equal(items(world, runId).length, 5);
});
