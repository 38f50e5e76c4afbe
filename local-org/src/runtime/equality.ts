/** Apex equality: the operators `==` and `===`, and `equals`. Agrees with the hash keys in values/keys.ts. */
import { fold } from './fold.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexList, ApexMap, ApexSet } from './values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './values/dates.ts';
import { ApexObject, LibraryObject, type Value } from './values/kinds.ts';
import { ApexDecimal, ApexDouble } from './values/numbers.ts';
import { SObject } from './values/sobject.ts';
import { ApexException } from './exceptions.ts';

/** `a == b`: strings ignore case; everything inside of records and collections compares as `equals` does. */
export function equals(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return fold(a) === fold(b);
  return equalValues(a, b);
}

/** `a.equals(b)`, `Assert.areEqual`: strings exactly. */
export function equalValues(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof SObject) return b instanceof SObject && equalRecords(a, b);
  if (a instanceof ApexList) return b instanceof ApexList && equalLists(a.items, b.items);
  if (a instanceof ApexObject || a instanceof ApexException) return equalObjects(a, b);
  if (a instanceof ApexSet) return b instanceof ApexSet && a.size === b.size && every(a.values(), (value) => b.has(value));
  if (a instanceof ApexMap) return b instanceof ApexMap && equalMaps(a, b);
  if (a instanceof LibraryObject) return equalLibraryObjects(a, b);
  return equalScalars(a, b);
}

/** Elements of collections and fields of records: as `equals`, but Decimals of different scales differ (Java's BigDecimal.equals). */
export function equalElements(a: Value, b: Value): boolean {
  if (a instanceof ApexDecimal && b instanceof ApexDecimal) return a.value.equals(b.value);
  return equalValues(a, b);
}

/** `a === b`: the same object; values that have no identity in Apex are compared. */
export function identical(a: Value, b: Value): boolean {
  return a === b || equalScalars(a, b);
}

function equalScalars(a: Value, b: Value): boolean {
  if (a instanceof ApexDecimal) return b instanceof ApexDecimal && a.value.compareTo(b.value) === 0;
  if (a instanceof ApexDouble) return b instanceof ApexDouble && a.value === b.value;
  if (a instanceof ApexDate) return b instanceof ApexDate && a.days === b.days;
  if (a instanceof ApexDatetime) return b instanceof ApexDatetime && a.ms === b.ms;
  if (a instanceof ApexTime) return b instanceof ApexTime && a.ms === b.ms;
  if (a instanceof ApexBlob) return b instanceof ApexBlob && Buffer.compare(a.bytes, b.bytes) === 0;
  return false;
}

/** By field; a field that is null equals one that was never set. */
function equalRecords(a: SObject, b: SObject): boolean {
  if (a.schema.name !== b.schema.name) return false;
  for (const [name, value] of a.fields) if (!equalElements(value, b.fields.get(name) ?? null)) return false;
  for (const [name, value] of b.fields) if (value !== null && !a.fields.has(name)) return false;
  return true;
}

function equalLists(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, i) => equalElements(value, b[i] ?? null));
}

function equalMaps(a: ApexMap, b: ApexMap): boolean {
  return a.size === b.size && every(a.entries(), ([key, value]) => b.has(key) && equalElements(value, b.get(key)));
}

function every<T>(values: Iterable<T>, test: (value: T) => boolean): boolean {
  for (const value of values) if (!test(value)) return false;
  return true;
}

interface WithEquals {
  equals$object(other: Value): boolean | null;
}

/** A user's class says itself what is equal; without `equals` only the same object is. */
function equalObjects(a: ApexObject | ApexException, b: Value): boolean {
  return 'equals$object' in a ? (a as unknown as WithEquals).equals$object(b) === true : false;
}

/** Library classes with values (tokens, types, saved results …) may have a JavaScript `equals`. */
function equalLibraryObjects(a: LibraryObject, b: Value): boolean {
  return 'equals' in a && typeof a.equals === 'function' && b instanceof LibraryObject ? a.equals(b) === true : false;
}
