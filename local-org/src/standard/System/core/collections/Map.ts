/** `System.Map` */
import { entriesById } from '../../../../runtime/construct.ts';
import { equalValues } from '../../../../runtime/equality.ts';
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { toText } from '../../../../runtime/toText.ts';
import { ApexList, ApexMap, ApexSet } from '../../../../runtime/values/collections.ts';
import type { KeyTable } from '../../../../runtime/values/keys.ts';
import type { Value } from '../../../../runtime/values/kinds.ts';
import { SObject } from '../../../../runtime/values/sobject.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { perElement } from '../cost.ts';
import { required } from '../arguments.ts';
import { hashOf } from '../hash.ts';
import { cloneRecord } from '../sobject/clone.ts';
import { objectOfElements } from './List.ts';

/** A live view, as Java's: what is removed here leaves the map, and a loop over it locks the map. */
class KeySet extends ApexSet {
  override readonly table: KeyTable<Value>;
  constructor(map: ApexMap) {
    super(map.keyType);
    this.table = map.table;
  }
  override add(): boolean {
    throw new NotSupported('adding to the keySet() of a Map');
  }
}

const { m } = membersOf<ApexMap>();

function copy(self: ApexMap, change: (value: Value) => Value): ApexMap {
  const made = new ApexMap(self.keyType, self.valueType);
  for (const [key, value] of self.entries()) made.set(key, change(value));
  return made;
}

function deepCloned(value: Value): Value {
  if (!(value instanceof SObject)) throw new NotSupported('Map.deepClone() of other values than records');
  return cloneRecord(value, { preserveId: true, deep: true, preserveTimestamps: true, preserveAutoNumber: true });
}

function putAll(self: ApexMap, from: ApexMap): void {
  for (const [key, value] of [...from.entries()]) self.set(key, value);
}

export const mapDeclaration = standardClass(
  'System.Map',
  [
    m('void clear()', (self) => self.table.clear()),
    perElement(
      0.05,
      m('Map<K,V> clone()', (self) => copy(self, (value) => value)),
    ),
    m('Boolean containsKey(K key)', (self, key) => self.has(key)),
    perElement(
      0.05,
      m('Map<K,V> deepClone()', (self) => copy(self, deepCloned)),
    ),
    perElement(
      0.05,
      m('Boolean equals(Map<K,V> other)', (self, other) => equalValues(self, other)),
    ),
    m('V get(K key)', (self, key) => self.get(key)),
    m('Schema.SObjectType getSObjectType()', (self) => objectOfElements(self.valueType)),
    perElement(
      0.05,
      m('Integer hashCode()', (self) => hashOf(self)),
    ),
    m('Boolean isEmpty()', (self) => self.size === 0),
    m('Set<K> keySet()', (self) => new KeySet(self)),
    m('V put(K key, V value)', (self, key, value) => {
      const before = self.get(key);
      self.set(key, value);
      return before;
    }),
    perElement(
      0.05,
      m('void putAll(Map<K,V> other)', (self, other) => putAll(self, required(other))),
    ),
    perElement(
      0.05,
      m('void putAll(List<SObject> records)', (self, records) => {
        for (const [id, record] of entriesById(required(records))) self.set(id, record);
      }),
    ),
    m('V remove(K key)', (self, key) => {
      const before = self.get(key);
      self.remove(key);
      return before;
    }),
    m('Integer size()', (self) => self.size),
    perElement(
      0.05,
      m('String toString()', (self) => toText(self)),
    ),
    perElement(
      0.05,
      m(
        'List<V> values()',
        (self) =>
          new ApexList(
            self.valueType,
            [...self.entries()].map(([, value]) => value),
          ),
      ),
    ),
  ],
  { params: ['K', 'V'] },
);
