/** Interfaces of the language core that user classes implement. */
import { apexError } from '../../../runtime/exceptions.ts';
import { ApexList, ApexSet } from '../../../runtime/values/collections.ts';
import { type Value } from '../../../runtime/values/kinds.ts';
import { membersOf, standardInterface } from '../../declare.ts';
import { LibraryIterator } from './iterator.ts';

const iterator = membersOf<LibraryIterator>();

/** `List.iterator()` and `Set.iterator()` give library receivers; user classes implement the rest. */
export const iteratorDeclaration = standardInterface('System.Iterator', ['Boolean hasNext()', 'T next()'], {
  params: ['T'],
  members: [iterator.m('Boolean hasNext()', (self) => self.hasNext()), iterator.m('T next()', (self) => self.next())],
});

const iterable = membersOf<Value>();

export const iterableDeclaration = standardInterface('System.Iterable', ['Iterator<T> iterator()'], {
  params: ['T'],
  members: [
    iterable.m('Iterator<T> iterator()', (self) => {
      if (self instanceof ApexList) return new LibraryIterator(self.of, () => self.items);
      if (self instanceof ApexSet) return new LibraryIterator(self.of, () => [...self.values()]);
      throw apexError('TypeException', 'Not an Iterable');
    }),
  ],
});

export const comparableDeclaration = standardInterface('System.Comparable', ['Integer compareTo(Object other)']);
export const comparatorDeclaration = standardInterface('System.Comparator', ['Integer compare(T first, T second)'], { params: ['T'] });
export const callableDeclaration = standardInterface('System.Callable', ['Object call(String action, Map<String,Object> args)']);
