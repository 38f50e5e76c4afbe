/** What there is after a run: its records, the users and assignments of the org, and the mail that left. */
import type { World } from './world.ts';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export const run = (world: World, runId: string): Row =>
  world.org.query(
    `SELECT Id, State__c, WaitingFor__c, Message__c, Requested__c, Created__c, Skipped__c, Failed__c, Open__c, Pass__c, ScopeSize__c, Engine__c, JobId__c, SendInvitations__c, Policy__c, Approver__c FROM PortalUserRun__c WHERE Id = '${runId}'`,
  )[0] ?? {};

export const items = (world: World, runId: string): readonly Row[] =>
  world.org.query(
    `SELECT Id, ContactId__c, State__c, Verdict__c, Code__c, Message__c, Attempts__c, PlannedUsername__c, PlannedNickname__c, UserId__c FROM PortalUserRunItem__c WHERE Run__c = '${runId}' ORDER BY Row__c`,
  );

export const portalUsers = (world: World): readonly Row[] =>
  world.org.query(
    "SELECT Id, Username, CommunityNickname, Email, ContactId, IsActive, ProfileId, Profile.Name, Profile.UserLicense.Name, PortalRole, UserRoleId, Portal_User_Run_Item__c FROM User WHERE UserType IN ('CspLitePortal', 'PowerCustomerSuccess', 'PowerPartner') ORDER BY Id",
  );

export const audit = (world: World, runId: string): readonly Row[] =>
  world.org.query(`SELECT Event__c, Actor__c, At__c, Detail__c FROM PortalUserRunAudit__c WHERE Run__c = '${runId}' ORDER BY Name`);

/** Number of items by state. */
export function states(world: World, runId: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items(world, runId)) counts[String(item['State__c'])] = (counts[String(item['State__c'])] ?? 0) + 1;
  return counts;
}

/** What became of each contact, without what differs from run to run: the same selection must come to the same. */
export const outcomes = (world: World, runId: string): readonly string[] =>
  items(world, runId).map((item) => [item['ContactId__c'], item['State__c'], item['Code__c'], item['PlannedUsername__c']].join(' '));
