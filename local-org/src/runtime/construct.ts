/** `new` on what is neither a user's class nor a library one: records and collections. */
import type { ObjectType, Schema } from '../schema/model.ts';
import { toId } from './convert.ts';
import { apexError } from './exceptions.ts';
import { nonNull } from './nullPointer.ts';
import { current } from './transaction.ts';
import { ApexList, ApexMap, ApexSet } from './values/collections.ts';
import type { Value } from './values/kinds.ts';
import { SObject } from './values/sobject.ts';

/** An object as emitted code names it; the schema may be another one in the next transaction. */
export class ObjectReference {
  readonly name: string;
  #schema: Schema | null = null;
  #type: ObjectType | null = null;
  constructor(name: string) {
    this.name = name;
  }
  get type(): ObjectType {
    const { schema } = current().data;
    if (schema !== this.#schema || !this.#type) {
      const type = schema.object(this.name);
      if (!type) throw new Error(`the schema has no object ${this.name}`);
      this.#schema = schema;
      this.#type = type;
    }
    return this.#type;
  }
}

export const newRecord = (object: ObjectReference): SObject => new SObject(object.type);

export function newMap(keyType: string, valueType: string, entries: readonly (readonly [Value, Value])[]): ApexMap {
  const map = new ApexMap(keyType, valueType);
  for (const [key, value] of entries) map.set(key, value);
  return map;
}

/** `new Account[3]` */
export function newArray(of: string, size: number | null): ApexList {
  const length = nonNull(size);
  if (length < 0) throw apexError('ListException', `Array size must be non-negative: ${length}`);
  return new ApexList(of, new Array<Value>(length).fill(null));
}

/** Elements of a collection given to a constructor; Strings become Ids where Ids are wanted. */
function elementsFor(of: string, from: Value): Value[] {
  const source = nonNull(from);
  if (!(source instanceof ApexList) && !(source instanceof ApexSet))
    throw new Error(`elements of ${of} from something that is neither List nor Set`);
  const elements = source instanceof ApexList ? [...source.items] : [...source.values()];
  return of === 'Id' && source.of === 'String' ? elements.map((text) => (text === null ? null : toId(text as string))) : elements;
}

export const listFrom = (of: string, from: Value): ApexList => new ApexList(of, elementsFor(of, from));
export const setFrom = (of: string, from: Value): ApexSet => new ApexSet(of, elementsFor(of, from));

/** From a Map, or from records by their Id, of which none may come twice. */
export function mapFrom(keyType: string, valueType: string, from: Value): ApexMap {
  const source = nonNull(from);
  if (source instanceof ApexMap) return newMap(keyType, valueType, [...source.entries()]);
  if (!(source instanceof ApexList)) throw new Error('a Map from something that is neither Map nor List');
  const rows = entriesById(source);
  const map = newMap(keyType, valueType, rows);
  if (map.size === rows.length) return map;
  const seen = new Set<string>();
  const second = rows.findIndex(([id]) => seen.size === seen.add(id).size);
  throw apexError('ListException', `Row with duplicate Id at index: ${second}`);
}

export function entriesById(records: ApexList): readonly (readonly [string, SObject])[] {
  return (records.items as (SObject | null)[]).map((row, i) => {
    const record = nonNull(row);
    if (record.id === null) throw apexError('ListException', `Row with null Id at index: ${i}`);
    return [record.id, record];
  });
}
