/** Apex value → JSON text: `JSON.serialize`. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { toText } from '../../../../runtime/toText.ts';
import { typeNameOf } from '../../../../runtime/typeNames.ts';
import { ApexAddress } from '../../../../runtime/values/address.ts';
import { ApexList, ApexMap, ApexSet } from '../../../../runtime/values/collections.ts';
import { ApexObject, EnumValue, type Value } from '../../../../runtime/values/kinds.ts';
import { SObject } from '../../../../runtime/values/sobject.ts';
import { ApexDecimal, ApexDouble } from '../../../../runtime/values/numbers.ts';
import { populated } from '../sobject/populated.ts';
import type { Layout, Writer } from './layout.ts';
import { quoted, scalarText } from './scalars.ts';
import { jsonFields, readField } from './jsonFields.ts';

/** What the paths in `attributes.url` say. */
const API_VERSION = 'v67.0';

export interface WriteOptions {
  readonly layout: Layout;
  readonly suppressNulls: boolean;
}

export function writeJson(value: Value, options: WriteOptions): string {
  return writer(value, options)(0);
}

type Entry = readonly [string, Writer];

export function writer(value: Value, options: WriteOptions, inside: readonly object[] = []): Writer {
  const scalar = scalarText(value, inside.at(-1) instanceof SObject);
  if (scalar !== null || value === null || typeof value !== 'object') return () => scalar ?? 'null';
  if (inside.includes(value)) throw apexError('JSONException', 'Direct self-reference leading to cycle');
  const within = [...inside, value];
  const of = (item: Value): Writer => writer(item, options, within);
  const object =
    (entries: readonly Entry[]): Writer =>
    (depth) =>
      options.layout.object(entries, depth);
  const array = (items: readonly Value[]): Writer => {
    const writers = items.map(of);
    return (depth) => options.layout.array(writers, depth);
  };
  if (value instanceof ApexList) return array(value.items);
  if (value instanceof ApexSet) return array([...value.values()]);
  if (value instanceof ApexMap) {
    const kept = [...value.entries()].filter(([, item]) => item !== null || !options.suppressNulls);
    return object(kept.map(([key, item]) => [quoted(keyText(key)), of(item)]));
  }
  if (value instanceof ApexAddress) throw new NotSupported('an address in JSON');
  if (value instanceof SObject) return object(recordEntries(value, of, object));
  if (value instanceof ApexObject) return object(objectEntries(value, of, options.suppressNulls));
  throw apexError('JSONException', `Apex Type unsupported in JSON: ${typeNameOf(value)}`);
}

function keyText(key: Value): string {
  if (typeof key === 'string') return key;
  if (typeof key === 'number' || typeof key === 'bigint' || typeof key === 'boolean') return String(key);
  if (key instanceof EnumValue) return key.name;
  if (key instanceof ApexDecimal || key instanceof ApexDouble) return toText(key);
  if (key === null) throw new NotSupported('a null key of a Map in JSON');
  throw apexError('JSONException', `Map key type unsupported in JSON: ${typeNameOf(key)}`);
}

function recordEntries(record: SObject, of: (value: Value) => Writer, object: (entries: readonly Entry[]) => Writer): readonly Entry[] {
  const type: Entry = [quoted('type'), of(record.schema.name)];
  const { id } = record;
  const url: readonly Entry[] =
    id === null ? [] : [[quoted('url'), of(`/services/data/${API_VERSION}/sobjects/${record.schema.name}/${id}`)]];
  const children = (list: ApexList): Writer =>
    object([
      [quoted('totalSize'), of(list.items.length)],
      [quoted('done'), of(true)],
      [quoted('records'), of(list)],
    ]);
  return [
    [quoted('attributes'), object([type, ...url])],
    ...populated(record).map(([name, value]): Entry => [quoted(name), value instanceof ApexList ? children(value) : of(value)]),
  ];
}

/** Instance fields, `transient` ones and what cannot be read left out. */
function objectEntries(self: ApexObject, of: (value: Value) => Writer, suppressNulls: boolean): readonly Entry[] {
  return jsonFields(self.$type)
    .filter((field) => !field.transient && field.readable)
    .map((field) => [field.name, readField(self, field)] as const)
    .filter(([, value]) => value !== null || !suppressNulls)
    .map(([name, value]) => [quoted(name), of(value)]);
}
