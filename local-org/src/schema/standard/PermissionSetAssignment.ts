/** Permission sets and groups of users, the profile's own included. Only expiry and revocation can be changed. */
import { cascade, checkbox, createOnly, datetime, id, lookup, readOnly, required, restrict, systemModstamp } from '../fields.ts';
import { standardObject } from '../objectType.ts';

export const PermissionSetAssignment = standardObject(
  'PermissionSetAssignment',
  '0Pa',
  [
    id,
    lookup('PermissionSetId', 'PermissionSet', 'Assignments', createOnly, restrict),
    lookup('PermissionSetGroupId', 'PermissionSetGroup', 'Assignments', createOnly, restrict),
    lookup('AssigneeId', 'User', 'PermissionSetAssignments', createOnly, required, cascade),
    datetime('ExpirationDate'),
    checkbox('IsActive', readOnly, { defaultValue: 'true' }),
    checkbox('IsRevoked'),
    systemModstamp,
  ],
  { setup: true },
);
