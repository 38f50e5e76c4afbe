/** List, Set and Map. The element types are canonical names, so that `instanceof List<Account>` and JSON know them. */
import { apexError } from '../exceptions.ts';
import { KeyTable } from './keys.ts';
import type { Value } from './kinds.ts';

export class ApexList {
  /** Canonical name of the element type. */
  readonly of: string;
  items: Value[];
  /** How many `for` loops are going through it: whoever adds or removes must ask `beforeChange` first. */
  iterating = 0;
  constructor(of: string, items: Value[] = []) {
    this.of = of;
    this.items = items;
  }
}

/** Adding to or removing from a collection that a `for` loop is going through. */
export function beforeChange(collection: { readonly iterating: number }): void {
  if (collection.iterating > 0) throw apexError('FinalException', 'Cannot modify a collection while it is being iterated.');
}

/** In order of insertion, as the platform in practice does. */
export class ApexSet {
  readonly of: string;
  readonly table: KeyTable<Value> = new KeyTable();
  constructor(of: string, items: Iterable<Value> = []) {
    this.of = of;
    for (const item of items) this.table.set(item, item);
  }
  get size(): number {
    return this.table.size;
  }
  has(value: Value): boolean {
    return this.table.has(value);
  }
  /** False if it was there. */
  add(value: Value): boolean {
    if (this.table.has(value)) return false;
    this.table.set(value, value);
    return true;
  }
  remove(value: Value): boolean {
    return this.table.delete(value);
  }
  values(): IterableIterator<Value> {
    return this.table.keys();
  }
}

export class ApexMap {
  readonly keyType: string;
  readonly valueType: string;
  readonly table: KeyTable<Value>;
  constructor(keyType: string, valueType: string, table: KeyTable<Value> = new KeyTable()) {
    this.keyType = keyType;
    this.valueType = valueType;
    this.table = table;
  }
  get size(): number {
    return this.table.size;
  }
  has(key: Value): boolean {
    return this.table.has(key);
  }
  get(key: Value): Value {
    return this.table.get(key) ?? null;
  }
  set(key: Value, value: Value): void {
    this.table.set(key, value);
  }
  remove(key: Value): boolean {
    return this.table.delete(key);
  }
  keys(): IterableIterator<Value> {
    return this.table.keys();
  }
  entries(): IterableIterator<readonly [Value, Value]> {
    return this.table.entries();
  }
}
