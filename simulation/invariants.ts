/** What holds after every run, whatever happened to it: the invariants of the design, as assertions. */
import assert from 'node:assert/strict';
import { audit, items, portalUsers, run, type Row } from './ledger.ts';
import type { World } from './world.ts';

const END_STATES = new Set(['Created', 'Skipped', 'Failed']);
const OPEN_STATES = new Set(['Ready', 'Retry']);
const PERMISSION_SETS = new Set(['Sample_Portal_Customer', 'Sample_Portal_Partner']);

export interface Expectations {
  /** Users that somebody else made. */
  readonly foreignUsers?: number;
  /** Invitations one new user gets at most. */
  readonly mailsPerUser?: number;
  /** Runs whose mail is in the outbox; without it this one alone. */
  readonly runs?: readonly string[];
}

export function checkInvariants(world: World, runId: string, expected: Expectations = {}): void {
  const runs = expected.runs ?? [runId];
  const users = portalUsers(world);
  for (const each of runs) {
    everyContactEndsOnce(world, each);
    usersAreItemsThatSaySo(items(world, each), users);
    auditIsComplete(world, each);
  }
  atMostOneUserPerContact(users, world, runs, expected.foreignUsers ?? 0);
  nobodyGotMoreThanThePolicy(world, users);
  invitationsMatch(world, runs, users, expected.mailsPerUser ?? 1);
  licencesAreCounted(world, users);
}

/** I1: exactly one end state each, and the counts add up; a run that rests says how many are open. */
function everyContactEndsOnce(world: World, runId: string): void {
  const record = run(world, runId);
  const rows = items(world, runId);
  const count = (state: string): number => rows.filter((item) => item['State__c'] === state).length;
  assert.equal(rows.length, record['Requested__c'], 'one item per requested contact');
  assert.equal(new Set(rows.map((item) => item['ContactId__c'])).size, rows.length, 'no contact twice');
  for (const state of END_STATES) assert.equal(record[`${state}__c`], count(state), `${state} as the run counts it`);
  const open = rows.filter((item) => !END_STATES.has(String(item['State__c'])));
  assert.equal(record['Open__c'], open.length, 'open rows as the run counts them');
  if (record['State__c'] === 'Finished') assert.equal(open.length, 0, 'a finished run has no open rows');
  else {
    assert.ok(['Waiting', 'Stopped'].includes(String(record['State__c'])), `the run rests in ${String(record['State__c'])}`);
    assert.ok(record['Message__c'], 'a run that rests says why');
    for (const item of open) assert.ok(OPEN_STATES.has(String(item['State__c'])), `${String(item['State__c'])} is no open state`);
  }
  for (const item of rows)
    if (item['State__c'] === 'Failed' || item['State__c'] === 'Skipped')
      assert.ok(item['Code__c'] && item['Message__c'], 'a reason and what to do');
}

/** I2: users created = items that say so. */
function usersAreItemsThatSaySo(rows: readonly Row[], users: readonly Row[]): void {
  const byMark = new Map(users.map((user) => [user['Portal_User_Run_Item__c'], user]));
  for (const item of rows) {
    const user = byMark.get(item['Id']!);
    if (item['State__c'] === 'Created') {
      assert.equal(item['UserId__c'], user?.['Id'], 'a created item names the user that carries its mark');
      assert.equal(user?.['ContactId'], item['ContactId__c'], 'a user belongs to the contact of its item');
    } else if (END_STATES.has(String(item['State__c'])))
      assert.equal(user, undefined, `an item that ${String(item['State__c'])} has no user`);
  }
}

function atMostOneUserPerContact(users: readonly Row[], world: World, runs: readonly string[], foreign: number): void {
  const active = users.filter((user) => user['IsActive'] === true).map((user) => user['ContactId']);
  assert.equal(new Set(active).size, active.length, 'at most one active user per contact');
  const marks = new Set(runs.flatMap((runId) => items(world, runId).map((item) => item['Id'])));
  assert.equal(users.filter((user) => !marks.has(user['Portal_User_Run_Item__c']!)).length, foreign, 'no user without a run');
}

/** I3: no profile and no permission set outside of the policy. */
function nobodyGotMoreThanThePolicy(world: World, users: readonly Row[]): void {
  const marked = users.filter((user) => user['Portal_User_Run_Item__c'] !== null);
  const profiles = new Set([
    'Sample Customer Community User',
    'Customer Community User',
    'Sample Customer Plus User',
    'Sample Partner User',
  ]);
  for (const user of marked) assert.ok(profiles.has(String(user['Profile.Name'])), String(user['Profile.Name']));
  const assigned = world.org.query(
    "SELECT AssigneeId, PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.UserType != 'Standard' AND Assignee.ContactId != null AND PermissionSet.IsOwnedByProfile = false",
  );
  for (const row of assigned) assert.ok(PERMISSION_SETS.has(String(row['PermissionSet.Name'])), String(row['PermissionSet.Name']));
  const pairs = assigned.map((row) => `${String(row['AssigneeId'])} ${String(row['PermissionSet.Name'])}`);
  assert.equal(new Set(pairs).size, pairs.length, 'no permission set twice');
}

/** I4: an invitation for each user of a run that sends them, none for anybody else, none twice. */
function invitationsMatch(world: World, runs: readonly string[], users: readonly Row[], most: number): void {
  const inviting = runs.filter((runId) => run(world, runId)['SendInvitations__c'] === true);
  const marks = new Set(inviting.flatMap((runId) => items(world, runId).map((item) => item['Id'])));
  const invited = users.filter((user) => marks.has(user['Portal_User_Run_Item__c']!));
  const sent = tally(world.org.outbox().map((mail) => mail.to));
  const due = tally(invited.map((user) => String(user['Email'])));
  assert.deepEqual([...sent.keys()].sort(), [...due.keys()].sort(), 'mail for those that were created and nobody else');
  for (const [address, number] of sent) {
    assert.ok(number >= (due.get(address) ?? 0), `${address}: an invitation is missing`);
    assert.ok(number <= (due.get(address) ?? 0) * most, `${address}: ${number} mails`);
  }
}

/** I6: never more users than licences (a negative total is no limit), and the licence's own count is right. */
function licencesAreCounted(world: World, users: readonly Row[]): void {
  for (const licence of world.org.query("SELECT Name, TotalLicenses, UsedLicenses FROM UserLicense WHERE Name LIKE '%Community%'")) {
    const active = users.filter((user) => user['IsActive'] === true && user['Profile.UserLicense.Name'] === licence['Name']);
    assert.equal(licence['UsedLicenses'], active.length, `used licences of ${String(licence['Name'])}`);
    const total = Number(licence['TotalLicenses']);
    assert.ok(total < 0 || Number(licence['UsedLicenses']) <= total, 'no more users than licences');
  }
}

/** I8: who did what and when, from the first entry on. */
function auditIsComplete(world: World, runId: string): void {
  const entries = audit(world, runId);
  const state = run(world, runId)['State__c'];
  assert.equal(entries[0]?.['Event__c'], 'Created');
  assert.ok(
    entries.every((entry) => entry['Actor__c'] && entry['At__c']),
    'who and when',
  );
  const closing: Readonly<Record<string, string>> = { Finished: 'Finished', Waiting: 'Waiting' };
  if (state !== 'Stopped') assert.equal(entries.at(-1)?.['Event__c'], closing[String(state)] ?? state);
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
