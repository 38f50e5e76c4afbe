/** `test ? a : b` and `a ?? b`: the type that both sides become. */
import type { Expr } from '../../syntax/tree.ts';
import { Types, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { isAssignable, isNumeric, isStrictlyAssignable, widerOf } from '../conversions.ts';
import { shown } from '../display.ts';
import { fail } from '../report.ts';
import { asOneRow, asRowOrNull, coerce, type Typed } from '../typed.ts';
import type { World } from '../world.ts';
import { condition, value } from './expression.ts';

export function ternary(cx: Context, expr: Extract<Expr, { kind: 'ternary' }>): Typed {
  const test = condition(cx, expr.test);
  const then = value(cx, expr.then);
  const otherwise = value(cx, expr.else);
  const yes = asRowBeside(then, otherwise);
  const no = asRowBeside(otherwise, then);
  const type =
    commonType(cx.world, yes.type, no.type) ??
    fail(expr.span, `Incompatible types in ternary operator: ${shown(no.type)}, ${shown(yes.type)}`);
  return {
    type,
    bound: { op: 'ternary', test, then: coerce(cx, yes, type, expr.then.span), else: coerce(cx, no, type, expr.else.span) },
  };
}

export function coalesce(cx: Context, expr: Extract<Expr, { kind: 'binary' }>): Typed {
  const right = value(cx, expr.right);
  const given = value(cx, expr.left);
  const left = (right.type.kind === 'sobject' ? asRowOrNull(given) : null) ?? given;
  const type =
    commonType(cx.world, left.type, right.type) ??
    fail(expr.span, `Incompatible types in null coalescing operator: ${shown(left.type)}, ${shown(right.type)}`);
  return { type, bound: { op: 'coalesce', left: coerce(cx, left, type, expr.left.span), right: coerce(cx, right, type, expr.right.span) } };
}

function commonType(world: World, a: Type, b: Type): Type | undefined {
  if (a === b || b === Types.null) return a;
  if (a === Types.null) return b;
  if (isNumeric(a) && isNumeric(b)) return widerOf(a, b);
  if (isStrictlyAssignable(world, a, b)) return b;
  if (isStrictlyAssignable(world, b, a)) return a;
  if (isAssignable(world, a, b)) return b;
  if (isAssignable(world, b, a)) return a;
  return undefined;
}

/** `test ? [SELECT …] : record`: the one row. */
const asRowBeside = (typed: Typed, other: Typed): Typed => (other.type.kind === 'sobject' ? asOneRow(typed) : null) ?? typed;
