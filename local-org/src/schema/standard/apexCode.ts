/** Deployed classes and triggers as records. */
import { audit, checkbox, decimal, field, filled, id, integer, label, nameField, picklist, readOnly, restricted, text } from '../fields.ts';
import type { FieldType } from '../model.ts';
import { notWritable, standardObject } from '../objectType.ts';

const code: readonly FieldType[] = [
  text('NamespacePrefix', 15, readOnly),
  text('Name', 255, readOnly, filled, nameField),
  decimal('ApiVersion', 18, 1, readOnly, filled, label('Api Version')),
  picklist('Status', ['Inactive', 'Active', 'Deleted'], readOnly, filled, restricted),
  checkbox('IsValid', readOnly, label('Is Valid')),
  decimal('BodyCrc', 18, 0, readOnly, label('Body CRC')),
  field('Body', 'textarea', readOnly, { length: 1_000_000, filterable: false }),
  integer('LengthWithoutComments', readOnly, label('Size Without Comments')),
];

export const ApexClass = standardObject('ApexClass', '01p', [id, ...code, ...audit], {
  ...notWritable,
  setup: true,
  labelPlural: 'Apex Classes',
});

export const ApexTrigger = standardObject(
  'ApexTrigger',
  '01q',
  [
    id,
    ...code,
    text('TableEnumOrId', 40, readOnly, label('Custom Object Definition ID')),
    ...['BeforeInsert', 'AfterInsert', 'BeforeUpdate', 'AfterUpdate', 'BeforeDelete', 'AfterDelete', 'IsBulk', 'AfterUndelete'].map(
      (name) => checkbox(`Usage${name}`, readOnly, label(name)),
    ),
    ...audit,
  ],
  { ...notWritable, setup: true },
);
