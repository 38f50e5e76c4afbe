/** Record types, made by a deploy. */
import { area, audit, checkbox, filled, id, label, nameField, readOnly, text } from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';

export const RecordType = standardObject(
  'RecordType',
  '012',
  [
    id,
    text('Name', 80, readOnly, filled, nameField),
    text('DeveloperName', 80, readOnly, filled, label('Record Type Name')),
    text('NamespacePrefix', 15, readOnly),
    area('Description', 255, readOnly),
    text('SobjectType', 40, readOnly, filled),
    checkbox('IsActive', readOnly),
    checkbox('IsPersonType', readOnly, label('Person Type')),
    ...audit,
  ],
  { ...notWritable, setup: true },
);
