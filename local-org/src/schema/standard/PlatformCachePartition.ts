/** Partitions of the platform cache that the project declares, as records. */
import { audit, checkbox, filled, id, nameField, readOnly, text } from '../fields.ts';
import { notWritable, standardObject } from '../objectType.ts';

export const PlatformCachePartition = standardObject(
  'PlatformCachePartition',
  '0Er',
  [
    id,
    text('DeveloperName', 80, readOnly, filled, nameField),
    text('Language', 40, readOnly, filled, { kind: 'picklist' }),
    text('MasterLabel', 80, readOnly, filled),
    text('NamespacePrefix', 15, readOnly),
    text('Description', 255, readOnly),
    checkbox('IsDefaultPartition', readOnly),
    ...audit,
  ],
  { ...notWritable, setup: true },
);
