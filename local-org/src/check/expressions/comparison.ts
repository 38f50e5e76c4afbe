/** `==`, `===`, `<` and their kin. */
import type { Expr } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { Types, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { isComparable, isNumeric, widerOf } from '../conversions.ts';
import { shown } from '../display.ts';
import { fail } from '../report.ts';
import { coerce, type Typed } from '../typed.ts';

type Binary = Extract<Expr, { kind: 'binary' }>;

export function equality(cx: Context, expr: Binary, left: Typed, right: Typed, operator: '==' | '!=' | '===' | '!=='): Typed {
  if (!isComparable(cx.world, left.type, right.type)) incompatible(expr, left.type, right.type);
  const exact = operator.length === 3;
  if (exact && (left.type === Types.null || right.type === Types.null)) incompatible(expr, left.type, right.type);
  if (exact && isPrimitive(left.type) && isPrimitive(right.type)) {
    fail(expr.span, `Exact equality operator only allowed for reference types: ${shown(left.type)}`);
  }
  const [a, b] = exact ? [left.bound, right.bound] : alike(cx, expr, left, right);
  const how = exact ? 'identity' : isJavaScriptEqual(left.type, right.type) ? 'primitive' : 'value';
  return { type: Types.Boolean, bound: { op: 'equals', how, negate: operator.startsWith('!'), left: a, right: b, at: expr.span } };
}

function incompatible(expr: Binary, a: Type, b: Type): never {
  return fail(expr.span, `Comparison arguments must be compatible types: ${shown(a)}, ${shown(b)}`);
}

const isPrimitive = (type: Type): boolean => type.kind === 'primitive' && type !== Types.Object && type !== Types.null;

const isEnum = (type: Type): boolean => type.kind === 'class' && type.symbol.kind === 'enum';

function isJavaScriptEqual(a: Type, b: Type): boolean {
  if (a === Types.null || b === Types.null) return true;
  return a === b && (a === Types.Boolean || a === Types.Integer || a === Types.Long || isEnum(a));
}

/** Both sides in one representation. A String compared with an Id becomes an Id, so that 15 and 18 characters are equal. */
function alike(cx: Context, expr: Binary, left: Typed, right: Typed): readonly [Bound, Bound] {
  const type = sharedType(left.type, right.type);
  if (!type) return [left.bound, right.bound];
  return [coerce(cx, left, type, expr.left.span), coerce(cx, right, type, expr.right.span)];
}

function sharedType(a: Type, b: Type): Type | undefined {
  if (isNumeric(a) && isNumeric(b)) return widerOf(a, b);
  const pair = [a, b];
  if (pair.includes(Types.Id) && pair.includes(Types.String)) return Types.Id;
  if (pair.includes(Types.Date) && pair.includes(Types.Datetime)) return Types.Datetime;
  return undefined;
}

const ordered = ['String', 'Id', 'Date', 'Datetime', 'Time'] as const;
type Ordered = Extract<Bound, { op: 'compare' }>['kind'];

export function compare(cx: Context, expr: Binary, left: Typed, right: Typed, operator: '<' | '<=' | '>' | '>='): Typed {
  for (const type of [left.type, right.type]) {
    if (type !== Types.null && !orderKind(type)) fail(expr.span, `Inequality operator not allowed for this type: ${shown(type)}`);
  }
  if (!isComparable(cx.world, left.type, right.type)) incompatible(expr, left.type, right.type);
  const type = sharedType(left.type, right.type) ?? (left.type === Types.null ? right.type : left.type);
  const kind = orderKind(type) ?? fail(expr.span, `Inequality operator not allowed for this type: ${shown(type)}`);
  return {
    type: Types.Boolean,
    bound: {
      op: 'compare',
      operator,
      kind,
      left: coerce(cx, left, type, expr.left.span),
      right: coerce(cx, right, type, expr.right.span),
      at: expr.span,
    },
  };
}

function orderKind(type: Type): Ordered | undefined {
  if (type.kind !== 'primitive') return undefined;
  if (isNumeric(type)) return type.name as Ordered;
  return ordered.find((name) => name === type.name);
}
