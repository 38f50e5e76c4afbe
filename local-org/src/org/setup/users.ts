/** The users and roles of a fresh org: an administrator with a role (without one no account could have portal users), and the platform's own user. */
import { roleGroups } from '../../schema/standard/groups.ts';
import { stableOrganizationId } from './organization.ts';
import type { SetupRows } from './setupRows.ts';

export const administrator = 'admin@local-org.test';

export function writeRoles(rows: SetupRows): void {
  rows.upsert('UserRole', { DeveloperName: 'CEO' }, { Name: 'CEO' }, { RollupDescription: 'CEO' });
  for (const role of rows.schema.roles ?? []) rows.upsert('UserRole', { DeveloperName: role.name }, { Name: role.label });
  for (const role of rows.schema.roles ?? []) {
    const parent = role.parent === null ? null : (rows.find('UserRole', { DeveloperName: role.parent })?.id ?? null);
    rows.upsert('UserRole', { DeveloperName: role.name }, { ParentRoleId: parent });
  }
  for (const { name } of [{ name: 'CEO' }, ...(rows.schema.roles ?? [])]) {
    const role = rows.find('UserRole', { DeveloperName: name })!;
    for (const type of roleGroups)
      rows.upsert(
        'Group',
        { Type: type, RelatedId: role.id },
        { DeveloperName: name },
        { DoesIncludeBosses: false, OwnerId: stableOrganizationId(rows) },
      );
  }
}

const locale = {
  TimeZoneSidKey: 'America/Los_Angeles',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8',
} as const;

/** Only made, never changed afterwards: an administrator may have edited them. */
export function writeUsers(rows: SetupRows): void {
  const profile = rows.find('Profile', { Name: 'System Administrator' })!;
  const isNew = !rows.find('User', { Username: administrator });
  const id = rows.upsert(
    'User',
    { Username: administrator },
    {},
    {
      Id: rows.author,
      FirstName: 'Local',
      LastName: 'Admin',
      Name: 'Local Admin',
      Email: administrator,
      Alias: 'admin',
      CommunityNickname: 'admin',
      CompanyName: 'Local Org',
      UserType: 'Standard',
      IsActive: true,
      ProfileId: profile.id,
      UserRoleId: rows.find('UserRole', { DeveloperName: 'CEO' })!.id,
      ...locale,
    },
  );
  rows.upsert('UserLogin', { UserId: id }, {});
  rows.upsert(
    'PermissionSetAssignment',
    { AssigneeId: id, PermissionSetId: rows.find('PermissionSet', { ProfileId: profile.id })!.id },
    {},
    { IsActive: true },
  );
  if (isNew) {
    const licence = rows.find('UserLicense', { Name: 'Salesforce' })!;
    rows.change('UserLicense', licence, { UsedLicenses: Number(licence.fields.get('UsedLicenses') ?? 0) + 1 });
  }
  rows.upsert(
    'User',
    { UserType: 'AutomatedProcess' },
    {},
    {
      Username: `autoproc@${stableOrganizationId(rows).slice(0, 15).toLowerCase()}`,
      FirstName: 'Automated',
      LastName: 'Process',
      Name: 'Automated Process',
      Email: 'autoproc@local-org.test',
      Alias: 'autoproc',
      CommunityNickname: 'autoproc',
      IsActive: true,
      ...locale,
    },
  );
}
