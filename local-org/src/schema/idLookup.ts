/** By which fields a record can be named instead of by its id: external ids, and those the platform has for it (`isIdLookup`). */
import type { FieldType, ObjectType } from './model.ts';

const standard: ReadonlySet<string> = new Set([
  'Contact.Email',
  'Lead.Email',
  'User.Username',
  'User.FederationIdentifier',
  'RecordType.DeveloperName',
]);

export const isIdLookup = (object: ObjectType, field: FieldType): boolean =>
  field.externalId || standard.has(`${object.name}.${field.name}`) || (object.kind === 'custom' && field.nameField);
