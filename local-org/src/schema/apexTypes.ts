/** The Apex type of a field. */
import type { FieldType } from './model.ts';

export type FieldApexType =
  | 'Id'
  | 'String'
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Decimal'
  | 'Double'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Blob'
  | 'Address'
  | 'Object'
  | 'String[]';

export function fieldApexType(field: FieldType): FieldApexType {
  switch (field.kind) {
    case 'id':
    case 'reference':
      return 'Id';
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'multipicklist':
    case 'email':
    case 'phone':
    case 'url':
      return 'String';
    case 'boolean':
      return 'Boolean';
    case 'int':
      return 'Integer';
    case 'long':
      return 'Long';
    case 'double':
    case 'currency':
    case 'percent':
      return 'Decimal';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Datetime';
    case 'time':
      return 'Time';
    case 'base64':
      return 'Blob';
    case 'address':
      return 'Address';
    case 'anyType':
      return 'Object';
    case 'junctionIdList':
      return 'String[]';
    default:
      return field.kind satisfies never;
  }
}
