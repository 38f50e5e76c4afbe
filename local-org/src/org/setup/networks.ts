/** Experience Cloud sites: their rows, which profiles and permission sets belong to them, and so which users. */
import type { SetupRows } from './setupRows.ts';

export function writeNetworks(rows: SetupRows): void {
  const template = (name: string): string | null => rows.find('EmailTemplate', { DeveloperName: name })?.id ?? null;
  for (const network of rows.schema.networks) {
    const id = rows.upsert(
      'Network',
      { Name: network.name },
      {
        Status: network.status,
        UrlPathPrefix: network.urlPathPrefix,
        OptionsSendWelcomeEmail: network.sendWelcomeEmail,
        EmailSenderName: network.emailSenderName ?? network.name,
        EmailSenderAddress: network.emailSenderAddress,
      },
      {
        WelcomeEmailTemplateId: template('CommunityWelcomeEmailTemplate'),
        ForgotPasswordEmailTemplateId: template('CommunityForgotPasswordEmailTemplate'),
        ChangePasswordEmailTemplateId: template('CommunityChangePasswordEmailTemplate'),
      },
    );
    rows.upsert(
      'Site',
      { Name: network.name.replace(/\W+/g, '_') },
      {
        MasterLabel: network.name,
        UrlPathPrefix: network.urlPathPrefix,
        Status: network.status === 'Live' ? 'Active' : 'Inactive',
        SiteType: 'ChatterNetwork',
      },
    );
    const groups = new Set<string>();
    for (const name of network.memberProfiles) add(rows.find('Profile', { Name: profileName(name) })?.id, groups);
    for (const name of network.memberPermissionSets) add(rows.find('PermissionSet', { Name: name })?.id, groups);
    for (const parent of groups) rows.upsert('NetworkMemberGroup', { NetworkId: id, ParentId: parent }, { AssignmentStatus: 'Added' });
    rows.remove('NetworkMemberGroup', (row) => row.fields.get('NetworkId') !== id || groups.has(String(row.fields.get('ParentId'))));
    writeMembers(rows, id, groups);
  }
}

const add = (id: string | null | undefined, to: Set<string>): void => {
  if (id) to.add(id);
};

/** Network files name the administrator's profile as its file is named. */
const profileName = (name: string): string => (name.toLowerCase() === 'admin' ? 'System Administrator' : name);

/** Users of the site's profiles and permission sets; nobody is taken out again by a deploy. */
function writeMembers(rows: SetupRows, networkId: string, groups: ReadonlySet<string>): void {
  if (groups.size === 0) return;
  const assigned = new Set(
    rows
      .rows('PermissionSetAssignment')
      .filter((row) => groups.has(String(row.fields.get('PermissionSetId'))))
      .map((row) => row.fields.get('AssigneeId')),
  );
  for (const user of rows.rows('User')) {
    if (user.fields.get('IsActive') !== true) continue;
    if (groups.has(String(user.fields.get('ProfileId'))) || assigned.has(user.id))
      rows.upsert('NetworkMember', { NetworkId: networkId, MemberId: user.id }, {});
  }
}
