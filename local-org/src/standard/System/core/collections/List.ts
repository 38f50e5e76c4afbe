/** `System.List` */
import { equalElements, equalValues } from '../../../../runtime/equality.ts';
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { getElement, setElement } from '../../../../runtime/listAccess.ts';
import { toText } from '../../../../runtime/toText.ts';
import { current } from '../../../../runtime/transaction.ts';
import { ApexList, beforeChange } from '../../../../runtime/values/collections.ts';
import type { Value } from '../../../../runtime/values/kinds.ts';
import { SObject } from '../../../../runtime/values/sobject.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { perComparison, perElement } from '../cost.ts';
import { objectToken } from '../../../Schema/tokens.ts';
import { required } from '../arguments.ts';
import { elementsOf } from '../iterate.ts';
import { hashOf } from '../hash.ts';
import { LibraryIterator } from '../iterator.ts';
import { cloneRecord } from '../sobject/clone.ts';
import { compareWith, naturalOrder } from './order.ts';

const { m } = membersOf<ApexList>();

function insertAt(self: ApexList, index: number | null, value: Value): void {
  const at = required(index);
  if (at < 0 || at > self.items.length) throw apexError('ListException', `List index out of bounds: ${at}`);
  beforeChange(self);
  self.items.splice(at, 0, value);
}

function append(self: ApexList, values: readonly Value[]): void {
  if (values.length === 0) return;
  beforeChange(self);
  for (const value of [...values]) self.items.push(value);
}

/** Null for a list of the generic SObject. */
export function objectOfElements(type: string): Value {
  const object = current().data.schema.object(type);
  return object ? objectToken(object) : null;
}

function deepClone(
  self: ApexList,
  preserveId: boolean | null,
  preserveTimestamps: boolean | null,
  preserveAutoNumber: boolean | null,
): ApexList {
  const options = {
    preserveId: preserveId === true,
    deep: true,
    preserveTimestamps: preserveTimestamps === true,
    preserveAutoNumber: preserveAutoNumber === true,
  };
  return new ApexList(
    self.of,
    self.items.map((item) => {
      if (item === null) return null;
      if (!(item instanceof SObject)) throw new NotSupported(`List.deepClone() of ${self.of}`);
      return cloneRecord(item, options);
    }),
  );
}

export const listDeclaration = standardClass(
  'System.List',
  [
    m('void add(T value)', (self, value) => {
      beforeChange(self);
      self.items.push(value);
    }),
    m('void add(Integer index, T value)', insertAt),
    perElement(
      0.01,
      m('void addAll(List<T> values)', (self, values) => append(self, required(values).items)),
    ),
    perElement(
      0.01,
      m('void addAll(Set<T> values)', (self, values) => append(self, elementsOf(required(values)))),
    ),
    m('void clear()', (self) => {
      beforeChange(self);
      self.items = [];
    }),
    perElement(
      0.01,
      m('List<T> clone()', (self) => new ApexList(self.of, [...self.items])),
    ),
    perElement(
      0.01,
      m('Boolean contains(T value)', (self, value) => self.items.some((item) => equalElements(item, value))),
    ),
    perElement(
      1,
      m('List<T> deepClone()', (self) => deepClone(self, false, false, false)),
    ),
    perElement(
      1,
      m('List<T> deepClone(Boolean preserveId)', (self, id) => deepClone(self, id, false, false)),
    ),
    perElement(
      1,
      m('List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)', (self, id, timestamps) =>
        deepClone(self, id, timestamps, false),
      ),
    ),
    perElement(1, m('List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)', deepClone)),
    perElement(
      0.01,
      m('Boolean equals(List<T> other)', (self, other) => equalValues(self, other)),
    ),
    m('T get(Integer index)', getElement),
    m('Schema.SObjectType getSObjectType()', (self) => objectOfElements(self.of)),
    perElement(
      0.01,
      m('Integer hashCode()', (self) => hashOf(self)),
    ),
    perElement(
      0.01,
      m('Integer indexOf(T value)', (self, value) => self.items.findIndex((item) => equalElements(item, value))),
    ),
    m('Boolean isEmpty()', (self) => self.items.length === 0),
    m('Iterator<T> iterator()', (self) => new LibraryIterator(self.of, () => self.items)),
    perElement(
      0.01,
      m('T remove(Integer index)', (self, index) => {
        const value = getElement(self, index);
        beforeChange(self);
        self.items.splice(required(index), 1);
        return value;
      }),
    ),
    m('void set(Integer index, T value)', (self, index, value) => void setElement(self, index, value)),
    m('Integer size()', (self) => self.items.length),
    perComparison(
      0.05,
      m('void sort()', (self) => {
        beforeChange(self);
        self.items.sort(naturalOrder);
      }),
    ),
    perComparison(
      0.05,
      m('void sort(Comparator<T> comparator)', (self, comparator) => {
        beforeChange(self);
        const compare = compareWith(required(comparator));
        self.items.sort(compare);
      }),
    ),
    perElement(
      0.01,
      m('String toString()', (self) => toText(self)),
    ),
  ],
  { params: ['T'], implements: ['Iterable<T>'] },
);
