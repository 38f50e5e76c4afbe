/** Static resources of the project as records. */
import { area, audit, field, filled, id, integer, nameField, picklist, readOnly, restricted, text } from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';

export const StaticResource = standardObject(
  'StaticResource',
  '081',
  [
    id,
    text('NamespacePrefix', 15, readOnly),
    text('Name', 255, readOnly, filled, nameField),
    text('ContentType', 120, readOnly, filled),
    integer('BodyLength', readOnly),
    field('Body', 'base64', readOnly, { filterable: false }),
    area('Description', 255, readOnly),
    picklist('CacheControl', ['Private', 'Public'], readOnly, filled, restricted),
    ...audit,
  ],
  { ...notWritable, setup: true, labelPlural: 'Static Resources' },
);
