/** The cache keeps values, not objects: what is changed after `put`, or after `get`, is changed outside of it. */
import { apexError } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList, ApexMap, ApexSet } from '../../runtime/values/collections.ts';
import { ApexObject, EnumValue, LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { Cursor } from '../Database/cursor.ts';
import { ApexType } from '../System/core/reflection/ApexType.ts';

export function copyOf(value: Value): Value {
  const made = new Map<object, Value>();
  const copy = (item: Value): Value => {
    if (item === null || typeof item !== 'object') return item;
    const known = made.get(item);
    if (known !== undefined) return known;
    if (item instanceof ApexList) {
      const list = new ApexList(item.of);
      made.set(item, list);
      list.items = item.items.map(copy);
      return list;
    }
    if (item instanceof ApexSet) {
      const set = new ApexSet(item.of);
      made.set(item, set);
      for (const each of item.values()) set.add(copy(each));
      return set;
    }
    if (item instanceof ApexMap) {
      const map = new ApexMap(item.keyType, item.valueType);
      made.set(item, map);
      for (const [key, each] of item.entries()) map.set(copy(key), copy(each));
      return map;
    }
    if (item instanceof SObject) return copyRecord(item, made, copy);
    if (item instanceof ApexObject) return copyObject(item, made, copy);
    if (item instanceof Cursor) return item;
    if (item instanceof LibraryObject && !(item instanceof EnumValue) && !(item instanceof ApexType))
      throw apexError('SerializationException', `Not Serializable: ${item.apexType}`);
    return item;
  };
  return copy(value);
}

type Copy = (value: Value) => Value;

function copyRecord(row: SObject, made: Map<object, Value>, copy: Copy): SObject {
  const record = new SObject(row.schema);
  made.set(row, record);
  for (const [name, value] of row.fields) record.fields.set(name, copy(value));
  if (row.parents) record.parents = new Map([...row.parents].map(([name, parent]) => [name, copy(parent) as SObject | null]));
  if (row.children) record.children = new Map([...row.children].map(([name, list]) => [name, copy(list) as ApexList]));
  if (row.queried) record.queried = new Set(row.queried);
  return record;
}

/** Transient fields are left out, as in any serialisation. */
function copyObject(from: ApexObject, made: Map<object, Value>, copy: Copy): Value {
  const { program } = current();
  const object = program.allocate(from.$type);
  made.set(from, object);
  const transient = new Set<string>();
  for (let info = program.classInfo(from.$type); info; info = info.superName === null ? undefined : program.classInfo(info.superName))
    for (const field of info.fields) if (field.transient) transient.add(field.js);
  for (const [name, value] of Object.entries(from))
    if (!name.startsWith('$') && !transient.has(name)) (object as unknown as Record<string, Value>)[name] = copy(value as Value);
  return object;
}
