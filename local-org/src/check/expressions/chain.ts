/** Dotted chains: names, members, calls, list elements; with `?.` the rest of the chain is guarded. */
import type { Expr, Span } from '../../syntax/tree.ts';
import { Types } from '../../types/types.ts';
import { uniqueName, type Context } from '../context.ts';
import { shown } from '../display.ts';
import { fail } from '../report.ts';
import { asRowOrNull, coerce, type Guard, type Typed } from '../typed.ts';
import { callOn, callOwn, callStatic, callSuper } from './calls.ts';
import { evaluated, value } from './expression.ts';
import { nameOf, type Link } from './link.ts';
import { readable } from './memberValue.ts';
import { nameLink } from './nameLink.ts';
import { staticMember } from './staticMembers.ts';
import { valueMember } from './valueMembers.ts';

/** A chain as a value, its guards still open: assignments look at the last link. */
export function chain(cx: Context, expr: Expr): Typed {
  const result = link(cx, expr);
  if (result.kind === 'value') return result.typed;
  return fail(expr.span, `Variable does not exist: ${nameOf(result)}`);
}

function link(cx: Context, expr: Expr): Link {
  switch (expr.kind) {
    case 'name':
      return nameLink(cx, expr.name, expr.span);
    case 'member':
      return member(cx, expr);
    case 'call':
      return { kind: 'value', typed: call(cx, expr) };
    case 'index':
      return { kind: 'value', typed: element(cx, expr) };
    default:
      return { kind: 'value', typed: evaluated(cx, expr) };
  }
}

function member(cx: Context, expr: Extract<Expr, { kind: 'member' }>): Link {
  const at = expr.span;
  if (expr.target.kind === 'super') return superMember(cx, expr, at);
  const target = link(cx, expr.target);
  if (target.kind !== 'value') return staticMember(cx, target, expr.name, at, expr.span);
  const { typed, guards } = guarded(cx, readable(cx, target.typed, at), expr.safe);
  return withGuards(valueMember(cx, typed, expr.name, at, expr.span, target.fieldsOf), guards);
}

/** `super.field`: there is but one field of that name. */
function superMember(cx: Context, expr: Extract<Expr, { kind: 'member' }>, at: Span): Link {
  const superType = cx.isStatic ? null : cx.type?.superType;
  if (!superType) return fail(at, `Variable does not exist: ${expr.name}`);
  return valueMember(cx, { type: superType, bound: { op: 'this' } }, expr.name, at, expr.span);
}

function call(cx: Context, expr: Extract<Expr, { kind: 'call' }>): Typed {
  const at = expr.span;
  if (expr.target === null) return callOwn(cx, expr, at);
  if (expr.target.kind === 'super') return callSuper(cx, expr, at);
  const target = link(cx, expr.target);
  if (target.kind !== 'value') return callStatic(cx, target, expr, at);
  const { typed, guards } = guarded(cx, readable(cx, target.typed, at), expr.safe);
  return { ...callOn(cx, typed, expr, at), guards };
}

function element(cx: Context, expr: Extract<Expr, { kind: 'index' }>): Typed {
  const list = readable(cx, chain(cx, expr.target), expr.span);
  if (list.type.kind !== 'collection' || list.type.name !== 'List') fail(expr.span, `Expression must be a list type: ${shown(list.type)}`);
  const index = value(cx, expr.index);
  if (index.type !== Types.Integer) fail(expr.index.span, `List index must be of type Integer: ${shown(index.type)}`);
  return {
    type: list.type.args[0] ?? Types.Object,
    bound: { op: 'index', self: list.bound, index: coerce(cx, index, Types.Integer, expr.index.span), at: expr.span },
    place: { kind: 'index' },
    guards: list.guards ?? [],
  };
}

/** For `?.` the target becomes a local name inside the guard. */
function guarded(cx: Context, target: Typed, safe: boolean): { typed: Typed; guards: readonly Guard[] } {
  const guards = target.guards ?? [];
  if (!safe) return { typed: target, guards };
  const as = uniqueName(cx, 'safe');
  const one = asRowOrNull(target) ?? target;
  return { typed: { ...one, bound: { op: 'local', name: as } }, guards: [...guards, { self: one.bound, as }] };
}

function withGuards(result: Link, guards: readonly Guard[]): Link {
  return result.kind === 'value' ? { ...result, typed: { ...result.typed, guards } } : result;
}
