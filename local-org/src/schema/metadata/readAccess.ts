/** Permission sets, profiles and permission set groups. */
import type { PermissionSetMetadata } from '../model.ts';
import type { Metadata } from './metadata.ts';
import { problem } from './metadata.ts';
import type { MetadataFile } from './readFiles.ts';
import { refuseUnread } from './unread.ts';
import { childrenNamed, isTrue, textOf } from './xml.ts';

/** Elements that grant something the local org models, or nothing that touches records and code. */
const known = new Set([
  'applicationVisibilities',
  'classAccesses',
  'customMetadataTypeAccesses',
  'customPermissions',
  'customSettingAccesses',
  'description',
  'fieldPermissions',
  'flowAccesses',
  'fullName',
  'hasActivationRequired',
  'label',
  'license',
  'objectPermissions',
  'pageAccesses',
  'recordTypeVisibilities',
  'tabSettings',
  'tabVisibilities',
  'userPermissions',
  'userLicense',
  'custom',
  'layoutAssignments',
  'loginIpRanges',
  'loginHours',
  'emailRoutingAddressAccesses',
  'agentAccesses',
]);

function grants(file: MetadataFile, into: Metadata): Omit<PermissionSetMetadata, 'name' | 'label' | 'license'> {
  for (const { name } of file.root.children)
    if (!known.has(name)) into.problems.push(problem(file.path, `${name} in ${file.name}`, 'notSupported'));
  refuseUnread(file.root.name, file.root, file.name, file.path, into);
  const enabled = (list: string, name: string, wanted = true): readonly string[] =>
    childrenNamed(file.root, list)
      .filter((item) => isTrue(item, 'enabled') === wanted)
      .map((item) => textOf(item, name) ?? '');
  return {
    description: textOf(file.root, 'description'),
    objects: childrenNamed(file.root, 'objectPermissions').map((item) => ({
      object: textOf(item, 'object') ?? '',
      create: isTrue(item, 'allowCreate'),
      read: isTrue(item, 'allowRead'),
      edit: isTrue(item, 'allowEdit'),
      delete: isTrue(item, 'allowDelete'),
      viewAll: isTrue(item, 'viewAllRecords'),
      modifyAll: isTrue(item, 'modifyAllRecords'),
    })),
    fields: childrenNamed(file.root, 'fieldPermissions').map((item) => {
      const [object = '', field = ''] = (textOf(item, 'field') ?? '').split('.');
      return { object, field, readable: isTrue(item, 'readable'), editable: isTrue(item, 'editable') };
    }),
    customPermissions: enabled('customPermissions', 'name'),
    classes: enabled('classAccesses', 'apexClass'),
    userPermissions: enabled('userPermissions', 'name'),
    withheldPermissions: enabled('userPermissions', 'name', false),
  };
}

export function readAccess(file: MetadataFile, into: Metadata): void {
  into.permissionSets.push({
    ...grants(file, into),
    path: file.path,
    name: file.name,
    label: textOf(file.root, 'label') ?? file.name,
    license: textOf(file.root, 'license'),
  });
}

/** Standard profiles have other names in files than on the screen. Source: Metadata API Developer Guide, Profile. */
const profileNames: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  Standard: 'Standard User',
  ReadOnly: 'Read Only',
  'Minimum Access': 'Minimum Access - Salesforce',
};

export function readProfile(file: MetadataFile, into: Metadata): void {
  into.profiles.push({
    ...grants(file, into),
    path: file.path,
    name: profileNames[file.name] ?? file.name,
    userLicense: textOf(file.root, 'userLicense'),
  });
}

export function readPermissionSetGroup(file: MetadataFile, into: Metadata): void {
  if (childrenNamed(file.root, 'mutingPermissionSets').length > 0)
    into.problems.push(problem(file.path, `muting permission set in ${file.name}`, 'notSupported'));
  refuseUnread('PermissionSetGroup', file.root, file.name, file.path, into);
  into.permissionSetGroups.push({
    name: file.name,
    label: textOf(file.root, 'label') ?? file.name,
    permissionSets: childrenNamed(file.root, 'permissionSets').map((item) => item.text.trim()),
  });
}
