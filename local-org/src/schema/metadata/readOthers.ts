/** The small kinds of metadata, one function each. */
import type { NetworkMetadata, PicklistEntry } from '../model.ts';
import type { Metadata } from './metadata.ts';
import { problem } from './metadata.ts';
import type { MetadataFile } from './readFiles.ts';
import type { XmlElement } from './xml.ts';
import { child, childrenNamed, isTrue, numberOf, textOf } from './xml.ts';

export function readCustomLabels(file: MetadataFile, into: Metadata): void {
  for (const label of childrenNamed(file.root, 'labels')) into.labels.set(textOf(label, 'fullName') ?? '', textOf(label, 'value') ?? '');
}

export function readCachePartition({ name, root }: MetadataFile, into: Metadata): void {
  const capacity = new Map<string, number>();
  for (const type of childrenNamed(root, 'platformCachePartitionTypes')) {
    const parts = ['allocatedCapacity', 'allocatedPurchasedCapacity', 'allocatedTrialCapacity', 'allocatedPartnerCapacity'];
    capacity.set(
      textOf(type, 'cacheType') ?? '',
      parts.reduce((sum, part) => sum + (numberOf(type, part) ?? 0), 0),
    );
  }
  into.cachePartitions.push({ name, label: textOf(root, 'masterLabel') ?? name, isDefault: isTrue(root, 'isDefaultPartition'), capacity });
}

/** `Type.Record.md-meta.xml`; values keep their text, `xsi:nil` is null. */
export function readCustomMetadata(file: MetadataFile, into: Metadata): void {
  const [type = '', developerName = ''] = file.name.split('.');
  const values = new Map<string, string | null>();
  for (const item of childrenNamed(file.root, 'values')) {
    const value = child(item, 'value');
    values.set(textOf(item, 'field') ?? '', value === undefined || value.attributes['xsi:nil'] === 'true' ? null : value.text);
  }
  into.customMetadata.push({
    path: file.path,
    object: `${type}__mdt`,
    developerName,
    label: textOf(file.root, 'label') ?? developerName,
    values,
  });
}

export function readCustomPermission(file: MetadataFile, into: Metadata): void {
  if (childrenNamed(file.root, 'requiredPermission').length > 0)
    into.problems.push(problem(file.path, `required permission in ${file.name}`, 'notSupported'));
  into.customPermissions.push({ name: file.name, label: textOf(file.root, 'label') ?? file.name });
}

export function readSubscriberConfig(file: MetadataFile, into: Metadata): void {
  const trigger = textOf(file.root, 'platformEventConsumer') ?? '';
  if ((numberOf(file.root, 'numPartitions') ?? 1) > 1)
    into.problems.push(problem(file.path, `parallel subscriptions of ${trigger}`, 'notSupported'));
  /** 2,000 is the platform's default and maximum. */
  into.subscriberConfigs.set(trigger.toLowerCase(), {
    trigger,
    batchSize: numberOf(file.root, 'batchSize') ?? 2000,
    user: textOf(file.root, 'user'),
  });
}

export function readNotificationType(file: MetadataFile, into: Metadata): void {
  into.customNotificationTypes.push({
    name: file.name,
    label: textOf(file.root, 'masterLabel') ?? textOf(file.root, 'customNotifTypeName') ?? file.name,
  });
}

export function readRole(file: MetadataFile, into: Metadata): void {
  into.roles.push({
    name: file.name,
    path: file.path,
    label: textOf(file.root, 'name') ?? file.name,
    parent: textOf(file.root, 'parentRole'),
    access: new Map(
      ['Case', 'Contact', 'Opportunity'].map((object) => [object, textOf(file.root, `${object.toLowerCase()}AccessLevel`) ?? 'None']),
    ),
  });
}

export function readNetwork(file: MetadataFile, into: Metadata): void {
  const groups = child(file.root, 'networkMemberGroups');
  const members = (name: string): readonly string[] => (groups ? childrenNamed(groups, name).map((item) => item.text.trim()) : []);
  into.networks.push({
    path: file.path,
    name: file.name,
    status: (textOf(file.root, 'status') ?? 'UnderConstruction') as NetworkMetadata['status'],
    urlPathPrefix: textOf(file.root, 'urlPathPrefix'),
    sendWelcomeEmail: isTrue(file.root, 'sendWelcomeEmail'),
    memberProfiles: members('profile'),
    memberPermissionSets: members('permissionSet'),
    emailSenderName: textOf(file.root, 'emailSenderName'),
    emailSenderAddress: textOf(file.root, 'emailSenderAddress'),
  });
}

/** Only the settings of digital experiences have an effect on what the local org does. */
export function readSettings(file: MetadataFile, into: Metadata): void {
  if (file.name !== 'Communities' && file.name !== 'ExperienceBundle') {
    into.problems.push(problem(file.path, `settings ${file.name}`, 'notSupported'));
    return;
  }
  for (const setting of file.root.children)
    if (setting.children.length === 0) into.settings.set(`${file.name}.${setting.name}`, setting.text.trim());
}

/** Values of a `valueSetDefinition` or a global value set, in the order in which they are shown. */
export function valuesOf(element: XmlElement, valueName: string): readonly PicklistEntry[] {
  const values = childrenNamed(element, valueName).map((item) => {
    const value = textOf(item, 'fullName') ?? '';
    return {
      value,
      label: textOf(item, 'label') ?? value,
      active: textOf(item, 'isActive') !== 'false',
      isDefault: isTrue(item, 'default'),
    };
  });
  return isTrue(element, 'sorted') ? values.sort((a, b) => a.label.localeCompare(b.label, 'en')) : values;
}

export function readValueSet(file: MetadataFile, into: Metadata): void {
  into.valueSets.set(file.name.toLowerCase(), valuesOf(file.root, 'customValue'));
}
