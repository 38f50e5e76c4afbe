/** Permission set groups and what they consist of. The sum of a group is calculated where rights are read. */
import {
  area,
  byDefault,
  cascade,
  checkbox,
  createOnly,
  filled,
  id,
  label,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restrict,
  restricted,
  system,
  text,
} from '../fields.ts';
import { standardObject } from '../objectType.ts';
import { languages } from './userPicklists.ts';

export const PermissionSetGroup = standardObject(
  'PermissionSetGroup',
  '0PG',
  [
    id,
    text('DeveloperName', 80, required, nameField, label('Name')),
    picklist('Language', languages, filled, restricted, { label: 'Master Language' }),
    text('MasterLabel', 80, required, label('Label')),
    text('NamespacePrefix', 15, readOnly),
    area('Description', 255),
    picklist('Status', ['Updated', 'Outdated', 'Updating', 'Failed'], byDefault('Outdated'), restricted),
    checkbox('HasActivationRequired', label('Session Activation Required')),
    ...system,
  ],
  { setup: true },
);

export const PermissionSetGroupComponent = standardObject(
  'PermissionSetGroupComponent',
  '0PM',
  [
    id,
    lookup('PermissionSetGroupId', 'PermissionSetGroup', 'PermissionSetGroupComponents', createOnly, required, cascade),
    lookup('PermissionSetId', 'PermissionSet', 'PermissionSetGroupComponents', createOnly, required, restrict),
    ...system,
  ],
  { setup: true, updateable: false },
);
