/** What other people do to the org while a run is under way, as the administrator. */
import type { Value } from '../local-org/index.ts';
import { ADMIN, OPERATOR } from '../scripts/lib/demoOrg.ts';
import type { World } from './world.ts';

type Values = Readonly<Record<string, Value>>;

function write(world: World, operation: 'update' | 'delete', soql: string, values: Values): number {
  return world.org.as(ADMIN, ({ data }) => {
    const rows = data
      .queryText(soql, new Map(), 'system')
      .rows.items.flatMap((row) => (row !== null && typeof row === 'object' && 'queried' in row ? [row] : []));
    for (const row of rows) for (const [name, value] of Object.entries(values)) row.fields.set(name, value);
    data.dml({ operation, rows, allOrNone: true, access: 'system', options: null, externalId: null, others: [] });
    return rows.length;
  });
}

export const change = (world: World, soql: string, values: Values): number => write(world, 'update', soql, values);
export const remove = (world: World, soql: string): number => write(world, 'delete', soql, {});

const idOf = (world: World, soql: string): string => String(world.org.query(soql)[0]?.['Id']);

export const takeAway = (world: World, permissionSet: string, username = OPERATOR): number =>
  remove(
    world,
    `SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = '${username}' AND PermissionSet.Name = '${permissionSet}'`,
  );

export function give(world: World, permissionSet: string, username = OPERATOR): void {
  world.org.insert(ADMIN, 'PermissionSetAssignment', [
    {
      AssigneeId: idOf(world, `SELECT Id FROM User WHERE Username = '${username}'`),
      PermissionSetId: idOf(world, `SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`),
    },
  ]);
}

/** A portal user made by hand. */
export function insertPortalUser(world: World, contactId: string, values: Readonly<Record<string, string | boolean>> = {}): string {
  const [id] = world.org.insert(ADMIN, 'User', [
    {
      ContactId: contactId,
      ProfileId: idOf(world, "SELECT Id FROM Profile WHERE Name = 'Sample Customer Community User'"),
      Username: `byhand.${contactId}@example.org`,
      Email: `byhand.${contactId}@example.org`,
      CommunityNickname: `byhand${contactId}`,
      LastName: 'By Hand',
      Alias: 'byhand',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      TimeZoneSidKey: 'Europe/Lisbon',
      EmailEncodingKey: 'UTF-8',
      ...values,
    },
  ]);
  return id!;
}

/** An internal colleague with these permission sets. */
export function insertColleague(world: World, username: string, permissionSets: readonly string[], profile = 'Standard User'): string {
  const [id] = world.org.insert(ADMIN, 'User', [
    {
      Username: username,
      Email: username,
      LastName: 'Colleague',
      Alias: 'colleag',
      ProfileId: idOf(world, `SELECT Id FROM Profile WHERE Name = '${profile}'`),
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      TimeZoneSidKey: 'Europe/Lisbon',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
  for (const name of permissionSets) give(world, name, username);
  return id!;
}

/** Ends the run's job as Setup → Apex Jobs → Abort does. */
export function abortJob(world: World, runId: string): void {
  const jobId = String(world.org.query(`SELECT JobId__c FROM PortalUserRun__c WHERE Id = '${runId}'`)[0]?.['JobId__c']);
  world.org.as(ADMIN, ({ jobs }) => jobs.abort(jobId));
}
