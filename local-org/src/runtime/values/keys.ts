/**
 * Hash table keyed by Apex values, in order of insertion. Strings are case-sensitive keys (unlike `==`), Ids compare in
 * their 18-character form, SObjects by their fields, user objects by `equals`/`hashCode` where the class has them.
 */
import { ApexBlob } from './blob.ts';
import { ApexList, ApexMap, ApexSet, beforeChange } from './collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { ApexObject, LibraryObject, type Value } from './kinds.ts';
import { ApexDecimal, ApexDouble } from './numbers.ts';
import { SObject } from './sobject.ts';

interface Entry<V> {
  readonly key: Value;
  value: V;
}

interface Hashable {
  equals$object(other: Value): boolean | null;
  hashcode$(): number | null;
}

function isHashable(value: object): value is Hashable {
  return 'equals$object' in value && 'hashcode$' in value;
}

/**
 * A primitive that is the same exactly for equal values; the object itself where identity is meant.
 * Only user objects with their own `equals` need more than that.
 */
export function hashKey(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value;
  // Of 1.0 and 1.00 each is a key of its own.
  if (value instanceof ApexDecimal) return `d:${value.value.toString()}`;
  if (value instanceof ApexDouble) return `f:${value.value}`;
  if (value instanceof ApexDate) return `D:${value.days}`;
  if (value instanceof ApexDatetime) return `T:${value.ms}`;
  if (value instanceof ApexTime) return `t:${value.ms}`;
  if (value instanceof ApexBlob) return `b:${Buffer.from(value.bytes).toString('base64')}`;
  if (value instanceof SObject) {
    const fields = [...value.fields].filter(([, v]) => v !== null).sort(([a], [b]) => (a < b ? -1 : 1));
    return `S:${value.schema.name}:${fields.map(([name, v]) => `${name}=${nested(v)}`).join('|')}`;
  }
  if (value instanceof ApexList) return `L:${value.items.map(nested).join('|')}`;
  if (value instanceof ApexSet) return `E:${[...value.values()].map(nested).sort().join('|')}`;
  if (value instanceof ApexMap)
    return `M:${[...value.entries()]
      .map(([k, v]) => `${nested(k)}=>${nested(v)}`)
      .sort()
      .join('|')}`;
  // Library classes with values of their own (UUID, Type, Version …) have a JavaScript `equals` and a text that says it all.
  if (value instanceof LibraryObject && 'equals' in value) return `k:${value.apexType}:${value.toString()}`;
  return value;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;
/** A text for `hashKey` inside a compound key. */
function nested(value: Value): string {
  const key = hashKey(value);
  if (typeof key === 'object' && key !== null) {
    let id = identities.get(key);
    if (id === undefined) identities.set(key, (id = ++lastIdentity));
    return `o:${id}`;
  }
  return `${typeof key}:${JSON.stringify(String(key))}`;
}

export class KeyTable<V> {
  #entries = new Map<unknown, Entry<V>>();
  /** The entries belong to another table too, and are copied before the first change. */
  #shared = false;
  /** User objects with their own equals: hashCode → keys in #entries that may be equal. Allocated when first needed. */
  #buckets: Map<number, ApexObject[]> | null = null;
  /** How many `for` loops are going through it: then no key may come or go. */
  iterating = 0;

  /** A table of its own with the same entries; costs nothing until one of the two changes. No keys with an `equals` of their own. */
  copy(): KeyTable<V> {
    if (this.#buckets) throw new Error('a table with buckets cannot be copied');
    const copy = new KeyTable<V>();
    copy.#entries = this.#entries;
    this.#shared = copy.#shared = true;
    return copy;
  }

  #unshare(): void {
    if (!this.#shared) return;
    this.#entries = new Map([...this.#entries].map(([slot, { key, value }]) => [slot, { key, value }]));
    this.#shared = false;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The key under which an equal value is stored, or under which this one would be. */
  #slot(key: Value, add: boolean): unknown {
    if (!(key instanceof ApexObject) || !isHashable(key)) return hashKey(key);
    this.#buckets ??= new Map();
    const hash = key.hashcode$() ?? 0;
    const bucket = this.#buckets.get(hash) ?? [];
    const found = bucket.find((other) => other === key || key.equals$object(other) === true);
    if (found) return found;
    if (add) this.#buckets.set(hash, [...bucket, key]);
    return key;
  }

  get(key: Value): V | undefined {
    return this.#entries.get(this.#slot(key, false))?.value;
  }

  has(key: Value): boolean {
    return this.#entries.has(this.#slot(key, false));
  }

  set(key: Value, value: V): void {
    this.#unshare();
    const slot = this.#slot(key, true);
    const entry = this.#entries.get(slot);
    if (entry) entry.value = value;
    else {
      beforeChange(this);
      this.#entries.set(slot, { key, value });
    }
  }

  delete(key: Value): boolean {
    const slot = this.#slot(key, false);
    if (!this.#entries.has(slot)) return false;
    beforeChange(this);
    this.#unshare();
    this.#entries.delete(slot);
    if (this.#buckets && slot instanceof ApexObject)
      for (const [hash, bucket] of this.#buckets)
        this.#buckets.set(
          hash,
          bucket.filter((other) => other !== slot),
        );
    return true;
  }

  clear(): void {
    beforeChange(this);
    this.#unshare();
    this.#entries.clear();
    this.#buckets = null;
  }

  *keys(): IterableIterator<Value> {
    for (const entry of this.#entries.values()) yield entry.key;
  }

  *entries(): IterableIterator<readonly [Value, V]> {
    for (const entry of this.#entries.values()) yield [entry.key, entry.value];
  }
}
