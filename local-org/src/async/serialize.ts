/**
 * The state of a queued job as text: the job runs later, perhaps after a restart, on a copy made when it was enqueued,
 * exactly as the platform serialises it. Shared references stay shared; transient fields are left out.
 */
import { ApexException, apexError, exceptionClass } from '../runtime/exceptions.ts';
import type { Program } from '../runtime/program.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../runtime/values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import { ApexObject, EnumValue, LibraryObject, type Value } from '../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../runtime/values/numbers.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { Access } from '../runtime/ports.ts';
import type { Schema } from '../schema/model.ts';
import { Cursor } from '../standard/Database/cursor.ts';
import { freezeLibraryObject, thawLibraryObject } from './libraryState.ts';

/** Null, Boolean, Integer and String as they are; Long as text; everything else by its place in the table. */
type Part = null | boolean | number | string | { readonly long: string } | { readonly at: number };
type Pairs = readonly (readonly [string, Part])[];

type Node =
  | { readonly kind: 'double' | 'decimal' | 'blob'; readonly text: string }
  | { readonly kind: 'date' | 'datetime' | 'time'; readonly n: number }
  | { readonly kind: 'enum'; readonly type: string; readonly name: string }
  | { readonly kind: 'list' | 'set'; readonly of: string; readonly items: readonly Part[] }
  | { readonly kind: 'map'; readonly of: readonly [string, string]; readonly entries: readonly (readonly [Part, Part])[] }
  | {
      readonly kind: 'sobject';
      readonly object: string;
      readonly fields: Pairs;
      readonly parents: Pairs | null;
      readonly children: Pairs | null;
      readonly queried: readonly string[] | null;
    }
  | { readonly kind: 'object'; readonly type: string; readonly fields: Pairs }
  | { readonly kind: 'exception'; readonly type: string; readonly message: string | null; readonly cause: Part; readonly fields: Pairs }
  | {
      readonly kind: 'cursor';
      readonly type: Cursor['apexType'];
      readonly text: string;
      readonly access: Access;
      readonly ids: string;
      readonly binds: Pairs;
    }
  | { readonly kind: 'library'; readonly type: string; readonly state: string };

export interface SerializeWorld {
  readonly program: Program;
  readonly schema: Schema;
}

/** Fields of a user's class that are not written, its super classes' included. */
function transientFields(program: Program, className: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let info = program.classInfo(className); info; info = info.superName === null ? undefined : program.classInfo(info.superName))
    for (const field of info.fields) if (field.transient) names.add(field.js);
  return names;
}

function fieldsOf(value: object, program: Program, type: string, part: (value: Value) => Part, leaveOut: (name: string) => boolean): Pairs {
  const transient = transientFields(program, type);
  return Object.entries(value)
    .filter(([name]) => !transient.has(name) && !leaveOut(name))
    .map(([name, field]) => [name, part(field as Value)] as const);
}

/** What ApexException itself keeps on its instances. */
const exceptionState = new Set(['apexMessage', 'apexCause', 'detail', 'stack', 'message', 'cause']);

export function serialize(value: Value, { program }: SerializeWorld): string {
  const nodes: (Node | null)[] = [];
  const places = new Map<object, number>();
  const part = (item: Value): Part => {
    if (item === null || typeof item === 'boolean' || typeof item === 'number' || typeof item === 'string') return item;
    if (typeof item === 'bigint') return { long: String(item) };
    let at = places.get(item);
    if (at === undefined) {
      at = nodes.push(null) - 1;
      places.set(item, at);
      nodes[at] = node(item);
    }
    return { at };
  };
  const pairs = (map: Iterable<readonly [string, Value]>): Pairs => [...map].map(([name, item]) => [name, part(item)] as const);
  const node = (item: Exclude<Value, null | boolean | number | string | bigint>): Node => {
    if (item instanceof ApexDouble) return { kind: 'double', text: String(item.value) };
    if (item instanceof ApexDecimal) return { kind: 'decimal', text: item.value.toString() };
    if (item instanceof ApexBlob) return { kind: 'blob', text: Buffer.from(item.bytes).toString('base64') };
    if (item instanceof ApexDate) return { kind: 'date', n: item.days };
    if (item instanceof ApexDatetime) return { kind: 'datetime', n: item.ms };
    if (item instanceof ApexTime) return { kind: 'time', n: item.ms };
    if (item instanceof EnumValue) return { kind: 'enum', type: item.type, name: item.name };
    if (item instanceof ApexList) return { kind: 'list', of: item.of, items: item.items.map(part) };
    if (item instanceof ApexSet) return { kind: 'set', of: item.of, items: [...item.values()].map(part) };
    if (item instanceof ApexMap)
      return {
        kind: 'map',
        of: [item.keyType, item.valueType],
        entries: [...item.entries()].map(([key, held]) => [part(key), part(held)] as const),
      };
    if (item instanceof SObject)
      return {
        kind: 'sobject',
        object: item.schema.name,
        fields: pairs(item.fields),
        parents: item.parents && pairs(item.parents),
        children: item.children && pairs(item.children),
        queried: item.queried && [...item.queried],
      };
    if (item instanceof ApexException)
      return {
        kind: 'exception',
        type: item.$type,
        message: item.apexMessage,
        cause: part(item.apexCause),
        fields: fieldsOf(item, program, item.$type, part, (name) => exceptionState.has(name) || name.startsWith('$')),
      };
    if (item instanceof Cursor) {
      const { text, access, ids, binds } = item.state;
      return { kind: 'cursor', type: item.apexType, text, access, ids: ids.join(','), binds: pairs(binds) };
    }
    if (item instanceof LibraryObject) return { kind: 'library', type: item.apexType, state: freezeLibraryObject(item) };
    if (item instanceof ApexObject)
      return { kind: 'object', type: item.$type, fields: fieldsOf(item, program, item.$type, part, (name) => name.startsWith('$')) };
    throw new Error(`cannot serialise ${String(item satisfies never)}`);
  };
  const root = part(value);
  return JSON.stringify({ root, nodes });
}

export function deserialize(text: string, world: SerializeWorld): Value {
  const { root, nodes } = JSON.parse(text) as { root: Part; nodes: readonly Node[] };
  const values = nodes.map((node) => allocate(node, world));
  const value = (part: Part): Value => {
    if (part === null || typeof part !== 'object') return part;
    return 'long' in part ? BigInt(part.long) : (values[part.at] ?? null);
  };
  // Sets and maps last: their keys may be objects whose hash depends on their fields.
  nodes.forEach((node, at) => fill(node, values[at] ?? null, value));
  nodes.forEach((node, at) => fillKeyed(node, values[at] ?? null, value));
  return value(root);
}

function allocate(node: Node, { program, schema }: SerializeWorld): Value {
  switch (node.kind) {
    case 'double':
      return new ApexDouble(Number(node.text));
    case 'decimal':
      return ApexDecimal.of(node.text);
    case 'blob':
      return new ApexBlob(new Uint8Array(Buffer.from(node.text, 'base64')));
    case 'date':
      return new ApexDate(node.n);
    case 'datetime':
      return new ApexDatetime(node.n);
    case 'time':
      return new ApexTime(node.n);
    case 'enum':
      return program.classInfo(node.type)
        ? program.callStatic(node.type, 'valueof$string', [node.name])
        : thawLibraryObject(node.type, JSON.stringify(node.name));
    case 'list':
      return new ApexList(node.of);
    case 'set':
      return new ApexSet(node.of);
    case 'map':
      return new ApexMap(...node.of);
    case 'sobject': {
      const object = schema.object(node.object);
      if (!object) throw apexError('SerializationException', `the object ${node.object} no longer exists`);
      return new SObject(object);
    }
    case 'object':
      return program.allocate(node.type);
    case 'exception':
      return program.classInfo(node.type) ? program.allocate(node.type) : new (exceptionClass(node.type))(node.message);
    case 'cursor': {
      const { type, text: query, access, ids } = node;
      return new Cursor(type, { text: query, access, ids: ids === '' ? [] : ids.split(','), binds: new Map() });
    }
    case 'library':
      return thawLibraryObject(node.type, node.state);
    default:
      return node satisfies never;
  }
}

function fill(node: Node, made: Value, value: (part: Part) => Value): void {
  if (node.kind === 'list') (made as ApexList).items = node.items.map(value);
  else if (node.kind === 'sobject') {
    const row = made as SObject;
    for (const [name, field] of node.fields) row.fields.set(name, value(field));
    if (node.parents) row.parents = new Map(node.parents.map(([name, parent]) => [name, value(parent) as SObject | null]));
    if (node.children) row.children = new Map(node.children.map(([name, list]) => [name, value(list) as ApexList]));
    if (node.queried) row.queried = new Set(node.queried);
  } else if (node.kind === 'cursor') {
    const { binds } = (made as Cursor).state;
    for (const [name, bind] of node.binds) binds.set(name, value(bind));
  } else if (node.kind === 'object' || node.kind === 'exception') {
    const target = made as unknown as Record<string, Value>;
    for (const [name, field] of node.fields) target[name] = value(field);
    if (made instanceof ApexException && node.kind === 'exception') {
      made.apexMessage = node.message;
      made.apexCause = value(node.cause) as ApexException | null;
    }
  }
}

function fillKeyed(node: Node, made: Value, value: (part: Part) => Value): void {
  if (node.kind === 'set') for (const item of node.items) (made as ApexSet).add(value(item));
  else if (node.kind === 'map') for (const [key, held] of node.entries) (made as ApexMap).set(value(key), value(held));
}
