/** Profiles. Their permissions are on the permission set that each of them owns, and mirrored here. */
import {
  area,
  checkbox,
  createdBy,
  createdDate,
  id,
  label,
  lastModifiedBy,
  lastModifiedDate,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restrict,
  restricted,
  systemModstamp,
  text,
  viewed,
} from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';
import { userTypes } from './picklists.ts';
import { profileColumn, userPermissions } from './userPermissions.ts';

export const Profile = standardObject(
  'Profile',
  '00e',
  [
    id,
    text('Name', 255, readOnly, required, nameField),
    ...userPermissions.flatMap((name) => {
      const column = profileColumn(name);
      return column === null ? [] : [checkbox(column, readOnly, label(name))];
    }),
    lookup('UserLicenseId', 'UserLicense', null, readOnly, required, restrict),
    picklist('UserType', userTypes, readOnly, restricted),
    createdDate,
    createdBy,
    lastModifiedDate,
    lastModifiedBy,
    systemModstamp,
    area('Description', 255, readOnly),
    ...viewed,
  ],
  { ...notWritable, setup: true },
);
