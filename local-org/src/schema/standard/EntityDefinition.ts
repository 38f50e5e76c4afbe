/** Objects as rows; of fields as rows only those that custom metadata refers to. */
import { checkbox, id, nameField, readOnly, text } from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';

export const EntityDefinition = standardObject(
  'EntityDefinition',
  '4ie',
  [
    id,
    text('DurableId', 255, readOnly),
    text('QualifiedApiName', 255, readOnly, nameField),
    text('DeveloperName', 255, readOnly),
    text('NamespacePrefix', 255, readOnly),
    text('Label', 255, readOnly),
    text('MasterLabel', 255, readOnly),
    text('PluralLabel', 255, readOnly),
    text('KeyPrefix', 3, readOnly),
    checkbox('IsCustomSetting', readOnly),
    checkbox('IsQueryable', readOnly),
    checkbox('IsTriggerable', readOnly),
    text('InternalSharingModel', 40, readOnly, { kind: 'picklist' }),
    text('ExternalSharingModel', 40, readOnly, { kind: 'picklist' }),
  ],
  { ...notWritable, setup: true },
);

export const FieldDefinition = standardObject(
  'FieldDefinition',
  '4fd',
  [
    id,
    text('DurableId', 255, readOnly),
    text('QualifiedApiName', 255, readOnly, nameField),
    text('DeveloperName', 255, readOnly),
    text('NamespacePrefix', 255, readOnly),
    text('Label', 255, readOnly),
    text('MasterLabel', 255, readOnly),
    text('EntityDefinitionId', 255, readOnly, {
      referenceTo: ['EntityDefinition'],
      relationshipName: 'EntityDefinition',
      holdsDurableId: true,
    }),
  ],
  { ...notWritable, setup: true, incomplete: true },
);
