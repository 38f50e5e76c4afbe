/** `for (x : collection)`: a collection that is gone through must not change; anything Iterable goes through its iterator. */
import { nonNull } from './nullPointer.ts';
import { ApexList, ApexSet } from './values/collections.ts';
import type { Value } from './values/kinds.ts';
import type { KeyTable } from './values/keys.ts';

/** The caller takes the mark off again: `list.iterating--`. */
export function beginList(list: ApexList | null): ApexList {
  nonNull(list).iterating++;
  return list!;
}

export function beginSet(set: ApexSet | null): KeyTable<Value> {
  const { table } = nonNull(set);
  table.iterating++;
  return table;
}

interface UserIterable {
  iterator$(): Value;
}
interface UserIterator {
  hasnext$(): boolean | null;
  next$(): Value;
}

/** Library implementations of Iterable and Iterator, for library receivers. */
export interface IterationLibrary {
  iterator(self: Value): Value;
  hasNext(self: Value): Value;
  next(self: Value): Value;
}

/** Goes through whatever implements Iterable, of the user or of the library. */
export function* iterate(value: Value, library: IterationLibrary): Generator<Value, void, undefined> {
  const iterable = nonNull(value);
  if (iterable instanceof ApexList) return yield* through(iterable);
  if (iterable instanceof ApexSet) return yield* throughSet(iterable);
  const iterator = nonNull(isUserIterable(iterable) ? iterable.iterator$() : library.iterator(iterable));
  if (isUserIterator(iterator)) while (nonNull(iterator.hasnext$())) yield iterator.next$();
  else while (nonNull(library.hasNext(iterator)) === true) yield library.next(iterator);
}

function* through(list: ApexList): Generator<Value, void, undefined> {
  list.iterating++;
  try {
    yield* list.items;
  } finally {
    list.iterating--;
  }
}

function* throughSet(set: ApexSet): Generator<Value, void, undefined> {
  set.table.iterating++;
  try {
    yield* set.values();
  } finally {
    set.table.iterating--;
  }
}

const isUserIterable = (value: object | string | number | boolean | bigint): value is object & UserIterable =>
  typeof value === 'object' && 'iterator$' in value;
const isUserIterator = (value: object | string | number | boolean | bigint): value is object & UserIterator =>
  typeof value === 'object' && 'hasnext$' in value;
