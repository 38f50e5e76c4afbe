/** Custom objects, platform events, custom metadata types and custom settings: their definition and the fields the platform adds. */
import {
  byDefault,
  createdBy,
  createdDate,
  date,
  field,
  filled,
  id,
  isDeleted,
  label,
  lookup,
  nameField,
  ownerOrQueue,
  picklist,
  readOnly,
  required,
  system,
  systemModstamp,
  text,
  audit,
  restricted,
} from '../fields.ts';
import { keyPrefix } from '../keyPrefixes.ts';
import type { FieldType, ObjectKind, ObjectType, SharingModel, ValidationRule } from '../model.ts';
import type { ObjectDefinition } from '../objectType.ts';
import { standardObject } from '../objectType.ts';
import { languages } from '../standard/userPicklists.ts';
import { customField } from './customField.ts';
import type { Metadata, ObjectMetadata } from './metadata.ts';
import { problem } from './metadata.ts';
import type { XmlElement } from './xml.ts';
import { child, childrenNamed, isTrue, textOf } from './xml.ts';

const sharingModels: Readonly<Record<string, SharingModel>> = {
  Private: 'Private',
  Read: 'Read',
  ReadWrite: 'ReadWrite',
  /** Transfer is the owner's business; reading and writing are the same. */
  ReadWriteTransfer: 'ReadWrite',
  FullAccess: 'FullAccess',
  ControlledByParent: 'ControlledByParent',
};

export function sharingModel(
  root: XmlElement | null,
  element: 'sharingModel' | 'externalSharingModel' = 'sharingModel',
): SharingModel | null {
  const text = root && textOf(root, element);
  return text ? (sharingModels[text] ?? null) : null;
}

export function kindOfObject(name: string, root: XmlElement | null): ObjectKind | null {
  if (name.endsWith('__e')) return 'event';
  if (name.endsWith('__mdt')) return 'customMetadata';
  if (name.endsWith('__c')) return root && textOf(root, 'customSettingsType') !== null ? 'customSetting' : 'custom';
  return null;
}

export function fieldsOf(object: ObjectMetadata, metadata: Metadata): readonly FieldType[] {
  return object.fields.map(({ path, element }) => customField(object.name, path, element, metadata)).filter((made) => made !== null);
}

/** Null where it is not a custom object, or is refused. `taken` are the key prefixes already given away. */
export function customObject(object: ObjectMetadata, metadata: Metadata, taken: Set<string>): ObjectDefinition | null {
  const { name, path, root } = object;
  const kind = kindOfObject(name, root);
  if (kind === null || kind === 'standard') return null;
  if (!root) {
    metadata.problems.push(problem(path, `Entity of type named ${name} cannot be found`));
    return null;
  }
  const own = fieldsOf(object, metadata);
  const plain = {
    kind,
    label: textOf(root, 'label') ?? name,
    labelPlural: textOf(root, 'pluralLabel') ?? textOf(root, 'label') ?? name,
    recordTypes: recordTypes(object),
    validationRules: validationRules(object),
  };
  const prefix = keyPrefix(kind, name, taken);
  switch (kind) {
    case 'event':
      return standardObject(name, prefix, [...eventFields, ...own], {
        ...plain,
        updateable: false,
        deletable: false,
        queryable: false,
        publishBehavior: publishBehavior(root),
      });
    case 'customMetadata':
      return standardObject(name, prefix, [...metadataFields, ...own], {
        ...plain,
        createable: false,
        updateable: false,
        deletable: false,
      });
    case 'customSetting':
      return standardObject(name, prefix, [...settingFields(isList(root)), ...own, ...audit], {
        ...plain,
        settingsType: isList(root) ? 'List' : 'Hierarchy',
      });
    case 'custom': {
      const detail = own.some((made) => made.masterDetail);
      const fields = [
        id,
        ...(detail ? [] : [ownerOrQueue]),
        isDeleted,
        nameOf(root),
        ...(plain.recordTypes.length > 0 ? [recordTypeId] : []),
        ...system.filter((made) => made !== isDeleted),
        ...(isTrue(root, 'enableActivities') ? [date('LastActivityDate', readOnly)] : []),
        ...own,
      ];
      return standardObject(name, prefix, fields, {
        ...plain,
        sharingModel: detail ? 'ControlledByParent' : (sharingModel(root) ?? 'ReadWrite'),
        externalSharingModel: detail ? 'ControlledByParent' : sharingModel(root, 'externalSharingModel'),
      });
    }
    default:
      return kind satisfies never;
  }
}

export const recordTypeId: FieldType = lookup('RecordTypeId', 'RecordType', null, label('Record Type ID'));

/** Those that are active, in the order of their names. */
export function validationRules(object: ObjectMetadata): readonly ValidationRule[] {
  return object.validationRules
    .filter(({ element }) => isTrue(element, 'active'))
    .map(({ path, name, element }) => ({
      name,
      path,
      formula: textOf(element, 'errorConditionFormula') ?? '',
      message: textOf(element, 'errorMessage') ?? '',
      field: textOf(element, 'errorDisplayField'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function recordTypes(object: ObjectMetadata): ObjectDefinition['recordTypes'] {
  return object.recordTypes.map((element) => ({
    developerName: textOf(element, 'fullName') ?? '',
    label: textOf(element, 'label') ?? textOf(element, 'fullName') ?? '',
    active: isTrue(element, 'active'),
    picklistValues: new Map(
      childrenNamed(element, 'picklistValues').map((field) => [
        (textOf(field, 'picklist') ?? '').toLowerCase(),
        new Set(childrenNamed(field, 'values').map((value) => decodeURIComponent(textOf(value, 'fullName') ?? ''))),
      ]),
    ),
  }));
}

function nameOf(root: XmlElement): FieldType {
  const element = child(root, 'nameField');
  const title = (element && textOf(element, 'label')) ?? 'Name';
  if (element && textOf(element, 'type') === 'AutoNumber')
    return text('Name', 80, readOnly, filled, nameField, label(title), { autoNumber: textOf(element, 'displayFormat') ?? '{0}' });
  /** A text name that is left empty becomes the record's id. */
  return text('Name', 80, nameField, filled, label(title));
}

/** Source: Platform Events Developer Guide; without a word in the file events are published at once. */
function publishBehavior(root: XmlElement): ObjectType['publishBehavior'] {
  return textOf(root, 'publishBehavior') === 'PublishAfterCommit' ? 'PublishAfterCommit' : 'PublishImmediately';
}

const eventFields: readonly FieldType[] = [text('ReplayId', 1000, readOnly), createdDate, createdBy, text('EventUuid', 36, readOnly)];

const metadataFields: readonly FieldType[] = [
  id,
  text('DeveloperName', 40, readOnly, required, label('Custom Metadata Record Name')),
  text('MasterLabel', 40, readOnly, required, nameField, label('Label')),
  picklist('Language', languages, readOnly, byDefault('en_US'), restricted, label('Master Language')),
  text('NamespacePrefix', 15, readOnly),
  text('Label', 40, readOnly),
  text('QualifiedApiName', 70, readOnly),
  systemModstamp,
];

const isList = (root: XmlElement): boolean => textOf(root, 'customSettingsType') === 'List';

/** A list has one record of each name, a hierarchy one for each place: the platform fills in the rest. */
const settingFields = (list: boolean): readonly FieldType[] => [
  id,
  isDeleted,
  text('Name', 80, nameField, { nillable: !list, unique: list }),
  field('SetupOwnerId', 'reference', {
    nillable: false,
    defaultedOnCreate: true,
    length: 18,
    unique: !list,
    referenceTo: ['Organization', 'Profile', 'User'],
    relationshipName: 'SetupOwner',
    label: 'Location',
    updateable: false,
  }),
];
