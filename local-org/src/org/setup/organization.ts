/** The Organization row and the e-mail templates every org with sites has. */
import type { SetupRows } from './setupRows.ts';

export function writeOrganization(rows: SetupRows): void {
  const sharing = (object: string): string => {
    switch (rows.schema.object(object)?.sharingModel) {
      case 'Private':
        return 'None';
      case 'Read':
        return 'Read';
      case 'ControlledByParent':
        return 'ControlledByParent';
      default:
        return object === 'Case' || object === 'Lead' ? 'ReadEditTransfer' : 'Edit';
    }
  };
  rows.upsert(
    'Organization',
    { Name: 'Local Org' },
    {
      DefaultAccountAccess: sharing('Account'),
      DefaultContactAccess: sharing('Contact'),
      DefaultOpportunityAccess: sharing('Opportunity'),
      DefaultLeadAccess: sharing('Lead'),
      DefaultCaseAccess: sharing('Case'),
    },
    {
      OrganizationType: 'Developer Edition',
      InstanceName: 'LOCAL',
      IsSandbox: false,
      IsReadOnly: false,
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'America/Los_Angeles',
      LanguageLocaleKey: 'en_US',
      Country: 'US',
      FiscalYearStartMonth: 1,
      UiSkin: 'Theme3',
      PrimaryContact: 'Local Admin',
    },
  );
}

export function stableOrganizationId(rows: SetupRows): string {
  const row = rows.find('Organization', { Name: 'Local Org' });
  if (!row) throw new Error('the Organization row comes first');
  return row.id!;
}

const communityTemplates = [
  ['CommunityWelcomeEmailTemplate', 'Communities: New Member Welcome Email', 'Welcome to {!Community_Name}'],
  ['CommunityForgotPasswordEmailTemplate', 'Communities: Forgot Password Email', 'Your new {!Community_Name} password'],
  ['CommunityChangePasswordEmailTemplate', 'Communities: Changed Password Email', 'Your {!Community_Name} password has been changed'],
] as const;

export function writeEmailTemplates(rows: SetupRows): void {
  const folder = stableOrganizationId(rows);
  for (const [developerName, name, subject] of communityTemplates)
    rows.upsert(
      'EmailTemplate',
      { DeveloperName: developerName },
      {},
      {
        Name: name,
        Subject: subject,
        FolderId: folder,
        FolderName: 'Unfiled Public Email Templates',
        OwnerId: rows.author,
        TemplateType: 'text',
        TemplateStyle: 'none',
        IsActive: true,
        Encoding: 'UTF-8',
        UiType: 'Aloha',
      },
    );
}
