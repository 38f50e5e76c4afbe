/** All elements of anything Iterable, for library methods that take one. */
import { iterate, type IterationLibrary } from '../../../runtime/iteration.ts';
import { ApexList, ApexSet } from '../../../runtime/values/collections.ts';
import { NotSupported } from '../../../runtime/exceptions.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import { LibraryIterator } from './iterator.ts';

const receivers: IterationLibrary = {
  iterator: () => {
    throw new NotSupported('this Iterable as an argument of a library method');
  },
  hasNext: (self) => (self as LibraryIterator).hasNext(),
  next: (self) => (self as LibraryIterator).next(),
};

export function elementsOf(iterable: Value): readonly Value[] {
  if (iterable instanceof ApexList) return iterable.items;
  return iterable instanceof ApexSet ? [...iterable.values()] : [...iterate(iterable, receivers)];
}
