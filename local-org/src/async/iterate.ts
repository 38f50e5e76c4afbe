/** What batch `start` may return besides a QueryLocator: any Iterable, of the library or of the user. */
import { apexError } from '../runtime/exceptions.ts';
import type { Program } from '../runtime/program.ts';
import { ApexList, ApexSet } from '../runtime/values/collections.ts';
import { ApexObject, LibraryObject, type Value } from '../runtime/values/kinds.ts';
import { library, type LibraryFunction } from '../standard/registry.ts';
import { calls } from './calls.ts';

export function itemsOf(program: Program, iterable: Value): readonly Value[] {
  if (iterable instanceof ApexList) return iterable.items;
  if (iterable instanceof ApexSet) return [...iterable.values()];
  if (!(iterable instanceof ApexObject)) throw apexError('UnexpectedException', 'Start did not return a valid iterable object.');
  const iterator = program.call(iterable, calls.iterator, []);
  const items: Value[] = [];
  const { hasNext, next } = iterator instanceof LibraryObject ? libraryIterator() : userIterator(program);
  while (hasNext(iterator) === true) items.push(next(iterator));
  return items;
}

interface Iteration {
  readonly hasNext: (iterator: Value) => Value;
  readonly next: (iterator: Value) => Value;
}

const userIterator = (program: Program): Iteration => ({
  hasNext: (iterator) => program.call(iterator, calls.hasNext, []),
  next: (iterator) => program.call(iterator, calls.next, []),
});

const libraryIterator = (): Iteration => ({
  hasNext: library.implementation('Iterator.hasNext()') as LibraryFunction,
  next: library.implementation('Iterator.next()') as LibraryFunction,
});
