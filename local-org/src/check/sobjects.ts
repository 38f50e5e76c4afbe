/** Apex types of SObject fields and relationships, and which fields code may write. */
import { fieldApexType } from '../schema/apexTypes.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import type { Span } from '../syntax/tree.ts';
import { listOf, primitiveNamed, sobjectType, Types, type Type } from '../types/types.ts';
import { failNotSupported } from './report.ts';
import { typeOfLibrary, type World } from './world.ts';

export function fieldType(world: World, field: FieldType, at: Span): Type {
  const name = fieldApexType(field);
  if (name === 'String[]') return listOf(Types.String);
  const primitive = primitiveNamed(name);
  if (primitive) return primitive;
  if (world.library.type(name)) return typeOfLibrary(world, name);
  return failNotSupported(at, `fields of type ${name}`);
}

/** The type of `contact.Account`; a polymorphic parent (`case.Owner`) is a Name. */
export function parentType(world: World, field: FieldType): Type {
  const [only, ...others] = field.referenceTo;
  if (only !== undefined && others.length === 0) return sobjectType(world.schema.object(only)?.name ?? null);
  return sobjectType(world.schema.object('Name')?.name ?? null);
}

/** Id may be set in memory although no statement may change it; formulas, auto-numbers and audit fields may not. */
export function isWriteable(object: ObjectType, field: FieldType): boolean {
  if (field.kind === 'id') return true;
  if (field.formula !== null || field.summary || field.autoNumber !== null) return false;
  if (object.kind !== 'standard' && object.kind !== 'custom') return true;
  return field.createable || field.updateable;
}
