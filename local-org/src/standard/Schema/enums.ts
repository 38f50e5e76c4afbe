/** Schema.DisplayType, Schema.SoapType, Schema.SObjectDescribeOptions: which of them a field has. */
import type { EnumValue } from '../../runtime/values/kinds.ts';
import type { FieldKind } from '../../schema/model.ts';
import { standardEnum } from '../declare.ts';
import { enumConstant } from '../enumValues.ts';

export const displayType = standardEnum('Schema.DisplayType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64',
  'BOOLEAN',
  'COMBOBOX',
  'COMPLEXVALUE',
  'CURRENCY',
  'DATACATEGORYGROUPREFERENCE',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'EMAIL',
  'ENCRYPTEDSTRING',
  'ID',
  'INTEGER',
  'JSON',
  'LOCATION',
  'LONG',
  'MULTIPICKLIST',
  'PERCENT',
  'PHONE',
  'PICKLIST',
  'REFERENCE',
  'SOBJECT',
  'STRING',
  'TEXTAREA',
  'TIME',
  'URL',
]);

/** The types of fields; the platform's list goes on with every type of its SOAP interfaces. */
export const soapType = standardEnum('Schema.SoapType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64BINARY',
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'ID',
  'INTEGER',
  'JSON',
  'LOCATION',
  'LONG',
  'STRING',
  'TIME',
]);

export const describeOptions = standardEnum('Schema.SObjectDescribeOptions', ['DEFAULT', 'DEFERRED', 'FULL']);

export function displayTypeOf(kind: FieldKind): EnumValue {
  return enumConstant(displayType, kind === 'int' ? 'INTEGER' : kind.toUpperCase());
}

export function soapTypeOf(kind: FieldKind): EnumValue {
  return enumConstant(soapType, soapNames[kind] ?? 'STRING');
}

const soapNames: Partial<Record<FieldKind, string>> = {
  address: 'ADDRESS',
  anyType: 'ANYTYPE',
  base64: 'BASE64BINARY',
  boolean: 'BOOLEAN',
  currency: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME',
  double: 'DOUBLE',
  id: 'ID',
  int: 'INTEGER',
  long: 'LONG',
  percent: 'DOUBLE',
  reference: 'ID',
  time: 'TIME',
};
