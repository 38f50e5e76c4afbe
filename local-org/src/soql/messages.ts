/** The platform's words for queries it refuses. */
import { apexError, type ApexException } from '../runtime/exceptions.ts';
import type { FieldType } from '../schema/model.ts';

export const refused = (message: string, detail: unknown = null): ApexException => apexError('QueryException', message, detail);

export const noSuchColumn = (field: string, entity: string, detail: unknown = null): ApexException =>
  refused(
    `No such column '${field}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    detail,
  );

export const noSuchObject = (name: string, detail: unknown = null): ApexException =>
  refused(
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    detail,
  );

export const noSuchRelationship = (name: string, place: 'field path' | 'FROM part of query call', detail: unknown = null): ApexException =>
  refused(
    `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    detail,
  );

const soapTypes: Partial<Record<FieldType['kind'], string>> = {
  id: 'ID',
  reference: 'ID',
  boolean: 'boolean',
  int: 'int',
  long: 'long',
  double: 'double',
  currency: 'double',
  percent: 'double',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
};

export function wrongValue(field: FieldType): ApexException {
  const type = soapTypes[field.kind] ?? 'string';
  const quotes = type === 'string' || type === 'ID' ? 'should be' : 'should not be';
  return refused(`value of filter criterion for field '${field.name}' must be of type ${type} and ${quotes} enclosed in quotes`);
}
