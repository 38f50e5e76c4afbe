/** Schema.SObjectType and Schema.SObjectField: one object per object and field of the org's schema, so that `==` holds. */
import { fieldOf } from '../../runtime/sobjectAccess.ts';
import { current } from '../../runtime/transaction.ts';
import { LibraryObject } from '../../runtime/values/kinds.ts';
import type { FieldType, ObjectType } from '../../schema/model.ts';

export class SObjectTypeToken extends LibraryObject {
  readonly apexType = 'Schema.SObjectType';
  readonly object: ObjectType;
  constructor(object: ObjectType) {
    super();
    this.object = object;
  }
  override toString(): string {
    return this.object.name;
  }
}

export class SObjectFieldToken extends LibraryObject {
  readonly apexType = 'Schema.SObjectField';
  readonly object: ObjectType;
  readonly field: FieldType;
  constructor(object: ObjectType, field: FieldType) {
    super();
    this.object = object;
    this.field = field;
  }
  override toString(): string {
    return this.field.name;
  }
}

const objects = new WeakMap<ObjectType, SObjectTypeToken>();
const fields = new WeakMap<ObjectType, Map<string, SObjectFieldToken>>();

export function objectToken(object: ObjectType): SObjectTypeToken {
  let token = objects.get(object);
  if (!token) objects.set(object, (token = new SObjectTypeToken(object)));
  return token;
}

export function fieldToken(object: ObjectType, field: FieldType): SObjectFieldToken {
  let ofObject = fields.get(object);
  if (!ofObject) fields.set(object, (ofObject = new Map()));
  let token = ofObject.get(field.name);
  if (!token) ofObject.set(field.name, (token = new SObjectFieldToken(object, field)));
  return token;
}

/** What the checker has resolved is there. */
export function objectNamed(name: string): ObjectType {
  const object = current().data.schema.object(name);
  if (!object) throw new Error(`the schema has no object ${name}`);
  return object;
}

export const objectTokenNamed = (name: string): SObjectTypeToken => objectToken(objectNamed(name));

export function fieldTokenNamed(name: string, field: string): SObjectFieldToken {
  const object = objectNamed(name);
  return fieldToken(object, fieldOf(object, field));
}
