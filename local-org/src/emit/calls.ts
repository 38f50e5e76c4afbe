/** Calls of users' methods, direct where the method is in the same unit, and of the library. */
import { PRICE } from '../runtime/cpu.ts';
import type { Bound } from '../types/bound.ts';
import { expression, expressions, quote, receiver } from './expressions.ts';
import type { MethodScope } from './methodScope.ts';

export function callMethod(m: MethodScope, { self, owner, js, virtual, args }: Extract<Bound, { op: 'invoke' }>): string {
  if (virtual) return `${expression(m, self)}.${js}(${expressions(m, args)})`;
  return `${methodOf(m, owner, js)}.call(${[receiver(m, self), ...args.map((arg) => expression(m, arg))].join(',')})`;
}

/** The method itself, whatever the object's class says. */
export function methodOf(m: MethodScope, owner: string, js: string): string {
  return m.unit.functions.get(`${owner}.${js}`) ?? `${m.unit.class(owner)}.C.prototype.${js}`;
}

export function callStatic(m: MethodScope, owner: string, js: string, args: readonly Bound[]): string {
  return `${m.unit.functions.get(`${owner}.${js}`) ?? `${m.unit.class(owner)}.s.${js}`}(${expressions(m, args)})`;
}

/** The platform says of a null Blob that an argument is null. */
const BLOB_TEXT = 'Blob.toString()';

export function callLibrary(m: MethodScope, { self, key, args, names }: Extract<Bound, { op: 'invokeLibrary' }>): string {
  m.cost += PRICE.library;
  const own = self && (key === BLOB_TEXT ? `${m.unit.kernel('nonNullArgument')}(${expression(m, self)})` : receiver(m, self));
  const all = own ? [own, ...args.map((arg) => expression(m, arg))] : args.map((arg) => expression(m, arg));
  if (names) return `${m.unit.kernel('withNames')}(${[lookUp(m, names), m.unit.library(key), ...all].join(',')})`;
  return `${m.unit.library(key)}(${all.join(',')})`;
}

/** The text of a dynamic query names its variables at run time. */
function lookUp(m: MethodScope, names: readonly { readonly name: string; readonly value: Bound }[]): string {
  const cases = names.map(({ name, value }) => `case ${quote(name)}:return ${expression(m, value)};`);
  return `($name)=>{switch($name){${cases.join('')}}}`;
}

export function callInterface(m: MethodScope, { self, js, key, args }: Extract<Bound, { op: 'invokeInterface' }>): string {
  m.cost += PRICE.library;
  const all = [expression(m, self), quote(js), m.unit.library(key), ...args.map((arg) => expression(m, arg))];
  return `${m.unit.kernel('callInterface')}(${all.join(',')})`;
}
