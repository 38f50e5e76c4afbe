/** What the standard profiles may do, as far as the local org asks: system permissions, and rights on standard objects. */
import { grantedObjects } from '../../schema/objectAccess.ts';
import { userPermissions } from '../../schema/standard/userPermissions.ts';

export interface ObjectRight {
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface StandardProfile {
  readonly permissions: readonly string[];
  readonly objects: Readonly<Record<string, ObjectRight>>;
  /** All rights on custom objects too, as "Modify All Data" brings them. */
  readonly everything: boolean;
}

/** Letters: create, read, edit, delete, view all, modify all. */
function right(letters: string): ObjectRight {
  const has = (letter: string): boolean => letters.includes(letter);
  return { create: has('c'), read: has('r'), edit: has('e'), delete: has('d'), viewAll: has('v'), modifyAll: has('m') };
}

export const allRights = right('credvm');
/** What partners work with. */
const salesObjects = ['Account', 'Case', 'Contact', 'Lead', 'Opportunity'];
/** What the profile Standard User works with, and what it only reads. */
const everydayObjects = [...salesObjects, 'Asset', 'Contract', 'Order'];
const readObjects = ['Campaign', 'Document', 'Pricebook2', 'Product2'];
const each = (objects: readonly string[], letters: string): Readonly<Record<string, ObjectRight>> =>
  Object.fromEntries(objects.map((name) => [name, right(letters)]));

/** Off even for administrators, until somebody turns them on. */
const notForAdministrators = new Set([
  'ApiUserOnly',
  'BulkApiHardDelete',
  'BypassMFAForUiLogins',
  'DeferSharingCalculations',
  'DelegatedPortalUserAdmin',
  'ForceTwoFactor',
  'IsSsoEnabled',
  'PasswordNeverExpires',
  'PortalSuperUser',
  'PreventClassicExperience',
  'ShowCompanyNameAsUserBadge',
  'SkipIdentityConfirmation',
  'TransactionSecurityExempt',
  'TwoFactorApi',
  'ViewAllFieldsGlobal',
  'ViewEncryptedData',
]);

const everyday = [
  'ChatterInternalUser',
  'EnableNotifications',
  'LightningConsoleAllowedForUser',
  'LightningExperienceUser',
  'SelectFilesFromSalesforce',
  'ViewHelpLink',
];

const external = (objects: Readonly<Record<string, ObjectRight>>): StandardProfile => ({
  permissions: ['EnableNotifications', 'SelectFilesFromSalesforce'],
  objects,
  everything: false,
});
const customer = external({ Account: right('r'), Contact: right('r'), Case: right('cr') });
const customerPlus = external({ Account: right('cre'), Contact: right('cre'), Case: right('cre') });
const partner = external(each(salesObjects, 'cre'));

const standardUser: StandardProfile = {
  permissions: [
    ...everyday,
    'ActivateContract',
    'ActivateOrder',
    'AllowViewKnowledge',
    'ApiEnabled',
    'ConvertLeads',
    'CreateCustomizeFilters',
    'CreateCustomizeReports',
    'EditEvent',
    'EditTask',
    'EmailMass',
    'EmailSingle',
    'ExportReport',
    'ImportPersonal',
    'RunReports',
    'SubscribeToLightningReports',
    'SubmitMacrosAllowed',
    'ViewRoles',
    'ViewSetup',
  ],
  objects: { ...each(everydayObjects, 'cred'), ...each(readObjects, 'r') },
  everything: false,
};

export const standardProfiles: Readonly<Record<string, StandardProfile>> = {
  'System Administrator': {
    permissions: userPermissions.filter((name) => !notForAdministrators.has(name)),
    objects: each(grantedObjects, 'credvm'),
    everything: true,
  },
  'Standard User': standardUser,
  'Standard Platform User': { ...standardUser, objects: each(['Account', 'Contact'], 'cred') },
  'Read Only': {
    permissions: [...everyday, 'ApiEnabled', 'ExportReport', 'RunReports', 'ViewRoles', 'ViewSetup'],
    objects: each(grantedObjects, 'r'),
    everything: false,
  },
  'Minimum Access - Salesforce': {
    permissions: ['ChatterInternalUser', 'LightningConsoleAllowedForUser', 'ViewHelpLink'],
    objects: {},
    everything: false,
  },
  'Customer Community User': customer,
  'Customer Community Login User': customer,
  'Customer Community Plus User': customerPlus,
  'Customer Community Plus Login User': customerPlus,
  'Partner Community User': partner,
  'Partner Community Login User': partner,
  'External Identity User': external({}),
};
