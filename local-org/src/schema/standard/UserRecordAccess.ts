/** What a user may do with a record: asked, never stored (soql/userRecordAccess.ts answers). */
import { checkbox, id, lookup, picklist, readOnly, text } from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';

export const UserRecordAccess = standardObject(
  'UserRecordAccess',
  '',
  [
    id,
    lookup('UserId', 'User', null, readOnly),
    text('RecordId', 18, readOnly, { kind: 'picklist' }),
    checkbox('HasReadAccess', readOnly),
    checkbox('HasEditAccess', readOnly),
    checkbox('HasDeleteAccess', readOnly),
    checkbox('HasTransferAccess', readOnly),
    checkbox('HasAllAccess', readOnly),
    picklist('MaxAccessLevel', ['None', 'Read', 'Edit', 'Delete', 'Transfer', 'All'], readOnly),
  ],
  { ...notWritable, setup: true },
);
