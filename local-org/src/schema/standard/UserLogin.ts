/** Freeze and password lock of a user; the platform makes the row with the user. */
import { checkbox, id, lastModifiedBy, lastModifiedDate, lookup, readOnly, required, updateOnly } from '../fields.ts';
import { standardObject } from '../objectType.ts';

export const UserLogin = standardObject(
  'UserLogin',
  '0Yw',
  [
    id,
    lookup('UserId', 'User', 'UserLogins', readOnly, required),
    checkbox('IsFrozen', updateOnly),
    checkbox('IsPasswordLocked', updateOnly),
    lastModifiedDate,
    lastModifiedBy,
  ],
  { setup: true, createable: false, deletable: false },
);
