/** Which metadata type a source file holds, by its suffix. */

/** Suffixes that are not the type's name with a small first letter. */
const special: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  cachePartition: 'PlatformCachePartition',
  cls: 'ApexClass',
  component: 'ApexComponent',
  email: 'EmailTemplate',
  field: 'CustomField',
  flexipage: 'FlexiPage',
  js: 'LightningComponentBundle',
  labels: 'CustomLabels',
  md: 'CustomMetadata',
  messageChannel: 'LightningMessageChannel',
  mutingpermissionset: 'MutingPermissionSet',
  notiftype: 'CustomNotificationType',
  object: 'CustomObject',
  objectTranslation: 'CustomObjectTranslation',
  page: 'ApexPage',
  permissionset: 'PermissionSet',
  permissionsetgroup: 'PermissionSetGroup',
  remoteSite: 'RemoteSiteSetting',
  resource: 'StaticResource',
  site: 'CustomSite',
  tab: 'CustomTab',
  testSuite: 'ApexTestSuite',
  translation: 'Translations',
  trigger: 'ApexTrigger',
};

const sameName: ReadonlySet<string> = new Set(
  `businessProcess compactLayout cspTrustedSite customPermission delegateGroup fieldSet flow globalValueSet group index layout listView
   navigationMenu network platformEventChannel platformEventChannelMember platformEventSubscriberConfig profile queue quickAction recordType
   reportType role sharingReason sharingRules sharingSet standardValueSet validationRule webLink workflow`.split(/\s+/),
);

const decomposed: ReadonlySet<string> = new Set(
  'BusinessProcess CompactLayout CustomField FieldSet Index ListView RecordType SharingReason ValidationRule WebLink'.split(' '),
);

/** Null: no metadata type that is known here. */
export function typeOfFile(path: string): string | null {
  const name = /([^/\\]+)-meta\.xml$/.exec(path)?.[1];
  const suffix = name === undefined ? undefined : name.slice(name.lastIndexOf('.') + 1);
  if (suffix === undefined || name === undefined) return null;
  if (suffix === 'settings') return `${name.slice(0, -'.settings'.length)}Settings`;
  const type = special[suffix];
  if (type !== undefined) return type;
  return sameName.has(suffix) ? suffix.charAt(0).toUpperCase() + suffix.slice(1) : null;
}

/** Parts of an object in files of their own: nothing but the element says what they are called. */
export const isDecomposed = (type: string): boolean => decomposed.has(type);
