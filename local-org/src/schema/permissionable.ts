/** Which fields have field-level security at all. On the others everybody who may read the object may read the field. */
import type { FieldType, ObjectType } from './model.ts';

const never: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'OwnerId',
  'RecordTypeId',
  'MasterRecordId',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
  'PhotoUrl',
]);

/**
 * "You can't set field-level security on required fields", nor on names, master-detail, system fields, platform events and
 * setup objects (of which only User has some: its custom fields and those that may be empty).
 */
export function isPermissionable(object: ObjectType, field: FieldType): boolean {
  if (object.kind === 'event' || object.kind === 'customMetadata' || object.kind === 'customSetting') return false;
  if (object.setup && object.name !== 'User') return false;
  if (never.has(field.name) || field.nameField || field.masterDetail) return false;
  /** The switches of User (preferences, feature licences) are the user's own. */
  if (object.setup && field.kind === 'boolean' && !field.custom) return false;
  return field.nillable || field.kind === 'boolean' || (field.custom && field.autoNumber !== null);
}
