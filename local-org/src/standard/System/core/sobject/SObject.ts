/** `System.SObject`: what every record can do. */
import { ApexException, apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { fieldOf, getChildren, getDynamic, getParent, putDynamic, putParent } from '../../../../runtime/sobjectAccess.ts';
import { ApexList, ApexMap } from '../../../../runtime/values/collections.ts';
import type { Value } from '../../../../runtime/values/kinds.ts';
import { SObject } from '../../../../runtime/values/sobject.ts';
import { apexDmlOptions, dmlOptionsOf } from '../../../Database/dmlOptions.ts';
import { DatabaseError } from '../../../Database/results.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { objectToken, SObjectFieldToken } from '../../../Schema/tokens.ts';
import { required } from '../arguments.ts';
import { messageOf } from '../exceptions.ts';
import { cloneRecord, cloneSourceOf, isClone } from './clone.ts';
import { populated } from './populated.ts';

const { m } = membersOf<SObject>();

/** A token, checked to belong to the record's object. */
function fieldName(self: SObject, token: Value): string {
  const { object, field } = required(token) as SObjectFieldToken;
  if (object.name !== self.schema.name)
    throw apexError('SObjectException', `${object.name}.${field.name} does not belong to SObject type ${self.schema.name}`);
  return field.name;
}

function put(self: SObject, name: string, value: Value): Value {
  const field = fieldOf(self.schema, name);
  const before = self.fields.get(field.name) ?? null;
  putDynamic(self, field.name, value);
  return before;
}

/** `Account`, `Parent__r`; the lookup field's own name serves too. */
function relationshipOf(self: SObject, name: string): string {
  const field = self.schema.parent(name) ?? self.schema.field(name);
  if (!field?.relationshipName) throw apexError('SObjectException', `Invalid relationship ${name} for ${self.schema.name}`);
  return field.relationshipName;
}

const getSObject = (self: SObject, name: string): SObject | null => getParent(self, relationshipOf(self, name));

function putSObject(self: SObject, name: string, parent: SObject | null): SObject | null {
  const relationship = relationshipOf(self, name);
  const before = self.parents?.get(relationship) ?? null;
  putParent(self, relationship, parent);
  return before;
}

/** Null, not an empty list, where there are none. */
function getSObjects(self: SObject, name: string): ApexList | null {
  const relationship = self.schema.child(name);
  if (!relationship) throw apexError('SObjectException', `Invalid relationship ${name} for ${self.schema.name}`);
  const children = getChildren(self, relationship.name);
  return children.items.length > 0 ? children : null;
}

function addError(self: SObject, field: string | null, message: string | null): void {
  (self.errors ??= []).push({ message: required(message), field });
}

const exceptionMessage = (error: Value): string => messageOf(required(error) as ApexException);

function clone(self: SObject, flags: readonly (boolean | null)[]): SObject {
  const [preserveId, deep, preserveTimestamps, preserveAutoNumber] = flags.map((flag) => flag === true);
  return cloneRecord(self, {
    preserveId: preserveId ?? false,
    deep: deep ?? false,
    preserveTimestamps: preserveTimestamps ?? false,
    preserveAutoNumber: preserveAutoNumber ?? false,
  });
}

function setOptions(self: SObject, options: Value): void {
  self.options = dmlOptionsOf(required(options));
}

function clear(self: SObject): void {
  if (self.readOnly) throw apexError('FinalException', 'Record is read-only');
  if (self.queried) throw new NotSupported('SObject.clear() of a queried record');
  self.fields.clear();
  self.parents = null;
  self.children = null;
}

function errorsOf(self: SObject): ApexList {
  const errors = (self.errors ?? []).map(
    ({ message, field }) =>
      new DatabaseError({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: field === null ? [] : [field] }),
  );
  return new ApexList('Database.Error', errors);
}

function asMap(self: SObject): ApexMap {
  const map = new ApexMap('String', 'Object');
  for (const [name, value] of populated(self)) map.set(name, value);
  return map;
}

export const sobjectDeclaration = standardClass(
  'System.SObject',
  [
    m('void addError(String message)', (self, message) => addError(self, null, message)),
    m('void addError(String message, Boolean escape)', (self, message) => addError(self, null, message)),
    m('void addError(Exception error)', (self, error) => addError(self, null, exceptionMessage(error))),
    m('void addError(Exception error, Boolean escape)', (self, error) => addError(self, null, exceptionMessage(error))),
    m('void addError(String field, String message)', (self, field, message) =>
      addError(self, fieldOf(self.schema, required(field)).name, message),
    ),
    m('void addError(String field, String message, Boolean escape)', (self, field, message) =>
      addError(self, fieldOf(self.schema, required(field)).name, message),
    ),
    m('void addError(Schema.SObjectField field, String message)', (self, field, message) =>
      addError(self, fieldName(self, field), message),
    ),
    m('void addError(Schema.SObjectField field, String message, Boolean escape)', (self, field, message) =>
      addError(self, fieldName(self, field), message),
    ),
    m('void clear()', clear),
    m('SObject clone()', (self) => clone(self, [])),
    m('SObject clone(Boolean preserveId)', (self, ...flags) => clone(self, flags)),
    m('SObject clone(Boolean preserveId, Boolean isDeepClone)', (self, ...flags) => clone(self, flags)),
    m('SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)', (self, ...flags) => clone(self, flags)),
    m(
      'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)',
      (self, ...flags) => clone(self, flags),
    ),
    m('Object get(String field)', (self, field) => getDynamic(self, required(field))),
    m('Object get(Schema.SObjectField field)', (self, field) => getDynamic(self, fieldName(self, field))),
    m('Id getCloneSourceId()', cloneSourceOf),
    m('List<Database.Error> getErrors()', errorsOf),
    m('Database.DMLOptions getOptions()', (self) => (self.options ? apexDmlOptions(self.options) : null)),
    m('Map<String,Object> getPopulatedFieldsAsMap()', asMap),
    m('SObject getSObject(String relationship)', (self, name) => getSObject(self, required(name))),
    m('SObject getSObject(Schema.SObjectField field)', (self, field) => getSObject(self, fieldName(self, field))),
    m('List<SObject> getSObjects(String relationship)', (self, name) => getSObjects(self, required(name))),
    m('Schema.SObjectType getSObjectType()', (self) => objectToken(self.schema)),
    m('Boolean hasErrors()', (self) => (self.errors ?? []).length > 0),
    m('Boolean isClone()', isClone),
    m('Boolean isSet(String field)', (self, field) => self.fields.has(fieldOf(self.schema, required(field)).name)),
    m('Boolean isSet(Schema.SObjectField field)', (self, field) => self.fields.has(fieldName(self, field))),
    m('Object put(String field, Object value)', (self, field, value) => put(self, required(field), value)),
    m('Object put(Schema.SObjectField field, Object value)', (self, field, value) => put(self, fieldName(self, field), value)),
    m('SObject putSObject(String relationship, SObject parent)', (self, name, parent) => putSObject(self, required(name), parent)),
    m('SObject putSObject(Schema.SObjectField field, SObject parent)', (self, field, parent) =>
      putSObject(self, fieldName(self, field), parent),
    ),
    m('void setOptions(Object options)', setOptions),
  ],
  { notSupported: ['getQuickActionName()', 'recalculateFormulas()', 'getSObjects(Schema.SObjectField)'] },
);
