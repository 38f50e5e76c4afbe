/** What a permission set grants: rows on objects, fields, and setup entities such as custom permissions and Apex classes. */
import {
  area,
  audit,
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
  restricted,
  system,
  systemModstamp,
  text,
} from '../fields.ts';
import { standardObject } from '../objectType.ts';
import { languages } from './userPicklists.ts';

export const ObjectPermissions = standardObject(
  'ObjectPermissions',
  '110',
  [
    id,
    lookup('ParentId', 'PermissionSet', 'ObjectPerms', createOnly, required, cascade),
    /** A picklist of all objects on the platform; here its text is checked where rights are read. */
    text('SobjectType', 40, createOnly, required),
    ...['Create', 'Read', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords', 'ViewAllFields'].map((name) =>
      checkbox(`Permissions${name}`, label(name)),
    ),
    ...audit,
  ],
  { setup: true, label: 'Object Permissions', labelPlural: 'Object Permissions' },
);

export const FieldPermissions = standardObject(
  'FieldPermissions',
  '01k',
  [
    id,
    lookup('ParentId', 'PermissionSet', 'FieldPerms', createOnly, required, cascade),
    text('SobjectType', 40, createOnly, required),
    /** `Contact.Email` */
    text('Field', 120, createOnly, required),
    checkbox('PermissionsEdit', label('Edit')),
    checkbox('PermissionsRead', label('Read')),
    systemModstamp,
  ],
  { setup: true, label: 'Field Permissions', labelPlural: 'Field Permissions' },
);

export const SetupEntityAccess = standardObject(
  'SetupEntityAccess',
  '0J0',
  [
    id,
    lookup('ParentId', 'PermissionSet', 'SetupEntityAccessItems', createOnly, required, cascade),
    lookup('SetupEntityId', ['ApexClass', 'CustomPermission'], 'SetupEntityAccessItems', createOnly, required, cascade),
    picklist(
      'SetupEntityType',
      [
        'ApexClass',
        'ApexPage',
        'ConnectedApplication',
        'CustomPermission',
        'CustomEntityDefinition',
        'ExternalDataSource',
        'FlowDefinition',
        'NamedCredential',
        'OrgWideEmailAddress',
        'ServiceProvider',
        'TabSet',
      ],
      readOnly,
      restricted,
      filled,
    ),
    systemModstamp,
  ],
  { setup: true, updateable: false, labelPlural: 'Setup Entity Access' },
);

export const CustomPermission = standardObject(
  'CustomPermission',
  '0CP',
  [
    id,
    text('DeveloperName', 80, required, nameField),
    picklist('Language', languages, filled, restricted),
    text('MasterLabel', 80, required),
    text('NamespacePrefix', 15, readOnly),
    checkbox('IsProtected', readOnly, label('Protected Component')),
    area('Description', 255),
    checkbox('IsLicensed', byDefault('false'), label('License Required')),
    ...system,
  ],
  { setup: true },
);
