/** Permission sets, those that profiles own and the aggregates of permission set groups included. */
import {
  area,
  audit,
  byDefault,
  cascade,
  checkbox,
  createOnly,
  id,
  integer,
  label,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restricted,
  text,
} from '../fields.ts';
import { standardObject } from '../objectType.ts';
import { permissionSetColumn, userPermissions } from './userPermissions.ts';

export const PermissionSet = standardObject(
  'PermissionSet',
  '0PS',
  [
    id,
    text('Name', 80, required, label('Permission Set Name')),
    text('Label', 80, required, nameField, label('Permission Set Label')),
    lookup('LicenseId', ['PermissionSetLicense', 'UserLicense'], null, createOnly),
    lookup('ProfileId', 'Profile', null, readOnly, cascade),
    checkbox('IsOwnedByProfile', readOnly, label('Is Owned By Profile')),
    checkbox('IsCustom', readOnly, label('Is Custom')),
    ...userPermissions.map((name) => checkbox(permissionSetColumn(name), label(name))),
    area('Description', 255),
    ...audit,
    text('NamespacePrefix', 15, readOnly),
    checkbox('HasActivationRequired', label('Session Activation Required')),
    lookup('PermissionSetGroupId', 'PermissionSetGroup', null, readOnly, cascade),
    picklist('Type', ['Regular', 'Standard', 'Group', 'Session', 'Profile'], readOnly, restricted, byDefault('Regular')),
    integer('PsgCount', readOnly, label('Permission Set Group Count')),
  ],
  { setup: true },
);
