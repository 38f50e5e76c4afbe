/** State of library objects inside a serialised job. What is not here cannot be serialised, and says so as the platform does. */
import { apexError } from '../runtime/exceptions.ts';
import type { LibraryObject, Value } from '../runtime/values/kinds.ts';
import { library, type LibraryFunction } from '../standard/registry.ts';

/** The text a type's objects are written as, by the library's own words. */
const textOf: Readonly<Record<string, string>> = {
  Type: 'Type.getName()',
  'Schema.SObjectType': 'Schema.SObjectType.toString()',
};
const intrinsicOf: Readonly<Record<string, string>> = { Type: '#type', 'Schema.SObjectType': '#objectToken' };

export function freezeLibraryObject(value: LibraryObject): string {
  const read = library.implementation(textOf[value.apexType] ?? '');
  if (typeof read !== 'function') throw apexError('SerializationException', `Not Serializable: ${value.apexType}`);
  return JSON.stringify(read(value));
}

/** Enum values of the library too. */
export function thawLibraryObject(type: string, state: string): Value {
  const text = JSON.parse(state) as string;
  const make = library.intrinsic(intrinsicOf[type] ?? '') as LibraryFunction | undefined;
  if (make) return make(text);
  const constant = library.implementation(`${type}.${text}`);
  if (constant && typeof constant === 'object' && constant.get) return constant.get(null);
  throw new Error(`cannot restore a ${type}`);
}
