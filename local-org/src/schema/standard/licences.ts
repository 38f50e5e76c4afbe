/** User licences and permission set licences: how many there are, how many are used. */
import {
  byDefault,
  cascade,
  checkbox,
  createOnly,
  datetime,
  date,
  filled,
  id,
  integer,
  label,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restrict,
  restricted,
  system,
  systemModstamp,
  text,
  createdDate,
  lastModifiedDate,
} from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';
import { languages } from './userPicklists.ts';

export const UserLicense = standardObject(
  'UserLicense',
  '100',
  [
    id,
    text('LicenseDefinitionKey', 40, readOnly, filled, label('License Def. ID')),
    integer('TotalLicenses', readOnly, filled),
    picklist('Status', ['Active', 'Disabled'], byDefault('Active'), readOnly, restricted),
    integer('UsedLicenses', readOnly, filled),
    datetime('UsedLicensesLastUpdated', readOnly),
    text('Name', 40, readOnly, filled, nameField),
    text('MasterLabel', 40, readOnly, filled),
    integer('MonthlyLoginsUsed', readOnly),
    integer('MonthlyLoginsEntitlement', readOnly),
    createdDate,
    lastModifiedDate,
    systemModstamp,
  ],
  { ...notWritable, setup: true },
);

export const PermissionSetLicense = standardObject(
  'PermissionSetLicense',
  '0PL',
  [
    id,
    text('DeveloperName', 80, readOnly, filled, nameField),
    picklist('Language', languages, readOnly, filled, restricted),
    text('MasterLabel', 80, readOnly, filled),
    text('PermissionSetLicenseKey', 80, readOnly, filled),
    integer('TotalLicenses', readOnly, filled),
    picklist('Status', ['Active', 'Disabled'], byDefault('Active'), readOnly, restricted),
    date('ExpirationDate', readOnly),
    integer('UsedLicenses', readOnly, filled),
    checkbox('IsAvailableForIntegrations', readOnly),
    checkbox('IsSupplementLicense', readOnly),
    picklist('LicenseExpirationPolicy', ['AutoRemoveAssignments', 'BlockNewAssignments'], readOnly, restricted),
    ...system,
  ],
  { ...notWritable, setup: true },
);

export const PermissionSetLicenseAssign = standardObject(
  'PermissionSetLicenseAssign',
  '2LA',
  [
    id,
    lookup('PermissionSetLicenseId', 'PermissionSetLicense', 'PermissionSetLicenseAssignments', createOnly, required, restrict),
    lookup('AssigneeId', 'User', 'PermissionSetLicenseAssignments', createOnly, required, cascade),
    ...system,
  ],
  { setup: true, updateable: false, label: 'Permission Set License Assignment' },
);
