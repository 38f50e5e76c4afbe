/** `new`: objects in two steps (allocate, then run the initialising method), library objects, records, collections. */
import { PRICE } from '../runtime/cpu.ts';
import { parseTypeName } from '../runtime/typeNames.ts';
import type { Bound } from '../types/bound.ts';
import { expression, expressions, quote } from './expressions.ts';
import type { MethodScope } from './methodScope.ts';

type Node<Op extends Bound['op']> = Extract<Bound, { op: Op }>;

export function newObject(m: MethodScope, { owner, js, args }: Node<'new'>): string {
  return `new ${m.unit.class(owner)}.C().${js}(${expressions(m, args)})`;
}

export function newLibrary(m: MethodScope, { key, args }: Node<'newLibrary'>): string {
  m.cost += PRICE.library;
  return `${m.unit.library(key)}(${expressions(m, args)})`;
}

export function newRecord(m: MethodScope, { object, fields }: Node<'newSObject'>): string {
  return fields.reduce(
    (record, { field, kind, value }) =>
      `${m.unit.kernel(kind === 'parent' ? 'initParent' : 'initField')}(${record},${quote(field)},${expression(m, value)})`,
    `${m.unit.kernel('newRecord')}(${m.unit.object(object)})`,
  );
}

/** Canonical names of a collection's type arguments, quoted. */
const typeArguments = (type: string): string =>
  parseTypeName(type)
    .args.map((arg) => quote(arg.text))
    .join(',');

export function newList(m: MethodScope, { type, items }: Node<'newList' | 'newSet'>): string {
  return `new ${m.unit.kernel('List')}(${typeArguments(type)},[${expressions(m, items)}])`;
}

export function newSet(m: MethodScope, { type, items }: Node<'newList' | 'newSet'>): string {
  return `new ${m.unit.kernel('Set')}(${typeArguments(type)},[${expressions(m, items)}])`;
}

export function newArray(m: MethodScope, { type, size }: Node<'newArray'>): string {
  return `${m.unit.kernel('newArray')}(${typeArguments(type)},${expression(m, size)})`;
}

export function newMap(m: MethodScope, { type, entries }: Node<'newMap'>): string {
  const pairs = entries.map(({ key, value }) => `[${expression(m, key)},${expression(m, value)}]`).join(',');
  return `${m.unit.kernel('newMap')}(${typeArguments(type)},[${pairs}])`;
}

export function newFrom(m: MethodScope, { type, from }: Node<'newFrom'>): string {
  const name = parseTypeName(type).name;
  const make = name === 'List' ? 'listFrom' : name === 'Set' ? 'setFrom' : 'mapFrom';
  return `${m.unit.kernel(make)}(${typeArguments(type)},${expression(m, from)})`;
}
