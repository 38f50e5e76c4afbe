/** Custom notification types, made by a deploy. */
import { area, audit, checkbox, filled, id, label, nameField, picklist, readOnly, restricted, text } from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';
import { languages } from './userPicklists.ts';

export const CustomNotificationType = standardObject(
  'CustomNotificationType',
  '0ML',
  [
    id,
    text('DeveloperName', 80, readOnly, filled, nameField),
    picklist('Language', languages, readOnly, filled, restricted),
    text('MasterLabel', 80, readOnly, filled),
    text('NamespacePrefix', 15, readOnly),
    text('CustomNotifTypeName', 80, readOnly, filled, label('Custom Notification Type Name')),
    area('Description', 255, readOnly),
    checkbox('Desktop', readOnly),
    checkbox('Mobile', readOnly),
    ...audit,
  ],
  { ...notWritable, setup: true },
);
