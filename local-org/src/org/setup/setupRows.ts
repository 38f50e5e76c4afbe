/** Writes setup rows so that writing them again changes nothing: each row is found by its natural key, and touched only where it differs. */
import { hashKey } from '../../runtime/values/keys.ts';
import { ApexDatetime } from '../../runtime/values/dates.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { ObjectType, Schema } from '../../schema/model.ts';
import { defaultsOf } from '../../standard/Schema/fieldValue.ts';
import { allRecords, insertRecord, purgeRecord, updateRecord } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';

export type Values = Readonly<Record<string, Value>>;

export class SetupRows {
  readonly store: Store;
  readonly schema: Schema;
  /** Who is written down as creator. */
  readonly author: string;
  readonly #now: ApexDatetime;
  /** Object → key fields → key → row. */
  readonly #indexes: Map<string, Map<string, Map<string, SObject>>> = new Map();

  constructor(store: Store, schema: Schema, author: string, now: number) {
    this.store = store;
    this.schema = schema;
    this.author = author;
    this.#now = new ApexDatetime(now);
  }

  object(name: string): ObjectType {
    const object = this.schema.object(name);
    if (!object) throw new Error(`the schema has no object ${name}`);
    return object;
  }

  rows(name: string): readonly SObject[] {
    return allRecords(this.store, this.object(name));
  }

  find(name: string, key: Values): SObject | undefined {
    return this.#index(name, Object.keys(key)).get(keyOf(Object.values(key)));
  }

  /** `key` and `values` hold afterwards; `atFirst` is set only when the row is made. Returns the id. */
  upsert(name: string, key: Values, values: Values, atFirst: Values = {}): string {
    const found = this.find(name, key);
    if (!found) return this.#insert(name, { ...key, ...values, ...atFirst });
    const changes = Object.entries(values).filter(([field, value]) => !same(found.fields.get(field) ?? null, value));
    if (changes.length > 0) this.change(name, found, Object.fromEntries(changes));
    return found.id!;
  }

  change(name: string, row: SObject, values: Values): void {
    const object = this.object(name);
    const all = { ...values, ...this.#modified(object) };
    updateRecord(this.store, object, row.id!, all);
    for (const [field, value] of Object.entries(all)) row.fields.set(field, value);
  }

  /** A change of what belongs to the row: its time stamps move. */
  touch(name: string, id: string): void {
    const object = this.object(name);
    updateRecord(this.store, object, id, this.#modified(object));
  }

  /** Rows of `object` that `keep` does not want any more. Returns how many went. */
  remove(name: string, keep: (row: SObject) => boolean): number {
    const gone = this.rows(name).filter((row) => !keep(row));
    for (const row of gone) purgeRecord(this.store, this.object(name), row.id!);
    if (gone.length > 0) this.#indexes.delete(name);
    return gone.length;
  }

  removeRow(name: string, id: string): void {
    purgeRecord(this.store, this.object(name), id);
    this.#indexes.delete(name);
  }

  #insert(name: string, values: Values): string {
    const object = this.object(name);
    const all = { ...Object.fromEntries(defaultsOf(object)), ...this.#created(object), ...this.#modified(object), ...values };
    const id = insertRecord(this.store, object, all);
    const row = new SObject(object);
    for (const [field, value] of Object.entries({ ...all, Id: id })) row.fields.set(field, value);
    for (const [fields, index] of this.#indexes.get(name) ?? [])
      index.set(keyOf(fields.split(',').map((field) => row.fields.get(field) ?? null)), row);
    return id;
  }

  #created(object: ObjectType): Values {
    return pick(object, { CreatedDate: this.#now, CreatedById: this.author });
  }

  #modified(object: ObjectType): Values {
    return pick(object, { LastModifiedDate: this.#now, LastModifiedById: this.author, SystemModstamp: this.#now });
  }

  #index(name: string, fields: readonly string[]): Map<string, SObject> {
    let ofObject = this.#indexes.get(name);
    if (!ofObject) this.#indexes.set(name, (ofObject = new Map()));
    const index = ofObject.get(fields.join());
    if (index) return index;
    const made = new Map(this.rows(name).map((row) => [keyOf(fields.map((field) => row.fields.get(field) ?? null)), row]));
    ofObject.set(fields.join(), made);
    return made;
  }
}

/** Names are found whatever their case. */
const keyOf = (values: readonly Value[]): string =>
  values.map((value) => String(typeof value === 'string' ? value.toLowerCase() : hashKey(value))).join('\u0000');
const same = (left: Value, right: Value): boolean => hashKey(left) === hashKey(right);
const pick = (object: ObjectType, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => object.field(field)));
