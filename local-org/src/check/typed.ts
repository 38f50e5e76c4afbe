/** What checking an expression yields: its static type and the bound tree, and what the context may still ask of it. */
import type { FieldType, ObjectType } from '../schema/model.ts';
import type { Span } from '../syntax/tree.ts';
import type { Bound } from '../types/bound.ts';
import { Types, type Type } from '../types/types.ts';
import type { Context, Local } from './context.ts';
import { converted, isAssignable } from './conversions.ts';
import { shown } from './display.ts';
import type { Found } from './lookup.ts';
import { fail } from './report.ts';
import { dynamicRow, isDynamicRows } from './soql/dynamic.ts';

/** What the value was read from: decides whether it may be assigned, and which constants a `when` may name. */
export type Place =
  | { readonly kind: 'local'; readonly local: Local }
  | { readonly kind: 'member'; readonly found: Found }
  | { readonly kind: 'sobjectField'; readonly object: ObjectType | null; readonly field: FieldType | null; readonly self: Bound }
  | { readonly kind: 'index' };

/** `a?.b`: the rest of the chain is skipped where `self` is null. */
export interface Guard {
  readonly self: Bound;
  readonly as: string;
}

export interface Typed {
  readonly type: Type;
  readonly bound: Bound;
  readonly place?: Place;
  /** Pending in the middle of a chain, outermost first; `closed` puts them around the whole. */
  readonly guards?: readonly Guard[];
}

export function closed(typed: Typed): Typed {
  if (!typed.guards || typed.guards.length === 0) return typed;
  const bound = typed.guards.reduceRight<Bound>((access, guard) => ({ op: 'safe', self: guard.self, as: guard.as, access }), typed.bound);
  return { type: typed.type, bound };
}

/** A query that yields rows may also stand for its one row. */
export function asOneRow(typed: Typed): Typed | null {
  if (typed.bound.op === 'ternary' && typed.type.kind === 'collection') {
    const then = rowOrNull(typed.bound.then, typed.type);
    const otherwise = rowOrNull(typed.bound.else, typed.type);
    return then && otherwise && { type: then.type, bound: { ...typed.bound, then: then.bound, else: otherwise.bound } };
  }
  if (typed.bound.op !== 'query' || typed.bound.result !== 'rows' || typed.type.kind !== 'collection') return null;
  return { type: typed.type.args[0] ?? Types.Object, bound: { ...typed.bound, result: 'one' } };
}

/** A branch of `test ? [SELECT …] : null`. */
function rowOrNull(branch: Bound, type: Extract<Type, { kind: 'collection' }>): Typed | null {
  const isNull = branch.op === 'const' && branch.type === 'null';
  return isNull ? { type: type.args[0] ?? Types.Object, bound: branch } : asOneRow({ type, bound: branch });
}

/** Where null is provided for (`?.`, `??`), a query without rows is null. */
export function asRowOrNull(typed: Typed): Typed | null {
  const one = asOneRow(typed);
  return one?.bound.op === 'query' ? { type: one.type, bound: { ...one.bound, result: 'oneOrNull' } } : null;
}

/** The value as a `to`; null where that is not allowed. */
export function tryCoerce(cx: Context, typed: Typed, to: Type, at: Span): Bound | null {
  if (isAssignable(cx.world, typed.type, to)) return converted(cx.world, typed.bound, typed.type, to, at);
  if (to.kind !== 'sobject') return null;
  if (isDynamicRows(typed)) return dynamicRow(typed, to, at);
  const one = asOneRow(typed);
  return one && isAssignable(cx.world, one.type, to) ? one.bound : null;
}

export function coerce(cx: Context, typed: Typed, to: Type, at: Span): Bound {
  return tryCoerce(cx, typed, to, at) ?? fail(at, `Illegal assignment from ${shown(typed.type)} to ${shown(to)}`);
}
