/**
 * How EntityDefinition and FieldDefinition name their rows, and custom metadata what it refers to: standard objects and fields by
 * name, custom ones by the id of the definition (`Account`, `01I…`, `Account.Industry`, `Account.00N…`).
 */
import type { FieldType, ObjectType, Schema } from '../../schema/model.ts';
import { stableId } from './stableId.ts';

const SHORT_ID = 15;

export const entityDurableId = (object: ObjectType): string =>
  object.kind === 'standard' ? object.name : stableId('01I', object.name).slice(0, SHORT_ID);

/** A standard lookup goes without its `Id`: `Contact.Account`. */
export function fieldDurableId(object: ObjectType, field: FieldType): string {
  const own = field.custom
    ? stableId('00N', `${object.name}.${field.name}`).slice(0, SHORT_ID)
    : field.kind === 'reference'
      ? field.name.replace(/Id$/, '')
      : field.name;
  return `${entityDurableId(object)}.${own}`;
}

/** `Contact`, and `AttendanceStatus__c` or `Contact.AttendanceStatus__c` of the object that the controlling field names. */
export function definedBy(
  schema: Schema,
  objectName: string,
  fieldName: string | null,
): { readonly object: ObjectType; readonly field: FieldType | null } | null {
  const [first = '', second] = fieldName?.split('.') ?? [];
  const object = schema.object(second === undefined ? objectName : first);
  if (!object) return null;
  if (fieldName === null) return { object, field: null };
  const field = object.field(second ?? first);
  return field ? { object, field } : null;
}
