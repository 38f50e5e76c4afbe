/** `System.Set` */
import { equalValues } from '../../../../runtime/equality.ts';
import { toText } from '../../../../runtime/toText.ts';
import { ApexSet, type ApexList } from '../../../../runtime/values/collections.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { perElement } from '../cost.ts';
import { required } from '../arguments.ts';
import { hashOf } from '../hash.ts';
import { elementsOf } from '../iterate.ts';
import { LibraryIterator } from '../iterator.ts';

const { m } = membersOf<ApexSet>();

type Source = ApexList | ApexSet | null;

/** True if the set changed. */
function addAll(self: ApexSet, values: Source): boolean {
  let changed = false;
  for (const value of elementsOf(required(values))) changed = self.add(value) || changed;
  return changed;
}

function removeAll(self: ApexSet, values: Source): boolean {
  let changed = false;
  for (const value of elementsOf(required(values))) changed = self.remove(value) || changed;
  return changed;
}

function retainAll(self: ApexSet, values: Source): boolean {
  const kept = new ApexSet(self.of, elementsOf(required(values)));
  let changed = false;
  for (const value of [...self.values()]) if (!kept.has(value)) changed = self.remove(value) || changed;
  return changed;
}

const containsAll = (self: ApexSet, values: Source): boolean => elementsOf(required(values)).every((value) => self.has(value));

export const setDeclaration = standardClass(
  'System.Set',
  [
    m('Boolean add(T value)', (self, value) => self.add(value)),
    perElement(0.05, m('Boolean addAll(List<T> values)', addAll)),
    perElement(0.05, m('Boolean addAll(Set<T> values)', addAll)),
    m('void clear()', (self) => self.table.clear()),
    perElement(
      0.05,
      m('Set<T> clone()', (self) => new ApexSet(self.of, self.values())),
    ),
    m('Boolean contains(T value)', (self, value) => self.has(value)),
    perElement(0.05, m('Boolean containsAll(List<T> values)', containsAll)),
    perElement(0.05, m('Boolean containsAll(Set<T> values)', containsAll)),
    perElement(
      0.05,
      m('Boolean equals(Set<T> other)', (self, other) => equalValues(self, other)),
    ),
    perElement(
      0.05,
      m('Integer hashCode()', (self) => hashOf(self)),
    ),
    m('Boolean isEmpty()', (self) => self.size === 0),
    m('Iterator<T> iterator()', (self) => new LibraryIterator(self.of, () => [...self.values()])),
    m('Boolean remove(T value)', (self, value) => self.remove(value)),
    perElement(0.05, m('Boolean removeAll(List<T> values)', removeAll)),
    perElement(0.05, m('Boolean removeAll(Set<T> values)', removeAll)),
    perElement(0.05, m('Boolean retainAll(List<T> values)', retainAll)),
    perElement(0.05, m('Boolean retainAll(Set<T> values)', retainAll)),
    m('Integer size()', (self) => self.size),
    perElement(
      0.05,
      m('String toString()', (self) => toText(self)),
    ),
  ],
  { params: ['T'], implements: ['Iterable<T>'] },
);
