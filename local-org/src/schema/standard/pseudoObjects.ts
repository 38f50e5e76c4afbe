/** Types that SOQL results have without being tables: rows of grouped queries, and what a polymorphic parent shows of itself. */
import { checkbox, email, field, id, lookup, nameField, phone, readOnly, text } from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';

export const AggregateResult = standardObject('AggregateResult', '', [id], { ...notWritable, queryable: false });

/** Source: Object Reference, Name. */
export const Name = standardObject(
  'Name',
  '',
  [
    id,
    text('Name', 255, readOnly, nameField),
    text('LastName', 80, readOnly),
    text('FirstName', 40, readOnly),
    field('Type', 'picklist', readOnly, { length: 40 }),
    text('Alias', 8, readOnly),
    lookup('UserRoleId', 'UserRole', null, readOnly),
    lookup('ProfileId', 'Profile', null, readOnly),
    checkbox('IsActive', readOnly),
    text('Title', 128, readOnly),
    email('Email', readOnly),
    phone('Phone', readOnly),
    text('Username', 80, readOnly),
  ],
  { ...notWritable, queryable: false },
);
