/** `(Type) value` and `value instanceof Type`: what can never be, or always is, does not compile. */
import type { Expr } from '../../syntax/tree.ts';
import { typeName, Types } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { isAlwaysInstance, isAssignable, isCastable, isNumeric } from '../conversions.ts';
import { shown } from '../display.ts';
import { resolveType } from '../names.ts';
import { fail } from '../report.ts';
import { isDynamicRows } from '../soql/dynamic.ts';
import { tryCoerce, type Typed } from '../typed.ts';
import { value } from './expression.ts';

export function cast(cx: Context, expr: Extract<Expr, { kind: 'cast' }>): Typed {
  const type = resolveType(cx, expr.type);
  const of = value(cx, expr.of);
  const implicit = tryCoerce(cx, of, type, expr.span);
  // Down from Object or a super type even a conversion without effect must be asked of the value.
  if (implicit && (isAssignable(cx.world, of.type, type) || of.bound.op === 'query' || isDynamicRows(of))) return { type, bound: implicit };
  if (isNumeric(of.type) && isNumeric(type))
    return { type, bound: { op: 'convert', from: typeName(of.type), to: typeName(type), of: of.bound, at: expr.span } };
  if (!isCastable(cx.world, of.type, type)) {
    fail(expr.span, `Incompatible types since an instance of ${shown(of.type)} is never an instance of ${shown(type)}`);
  }
  return { type, bound: { op: 'cast', to: typeName(type), of: of.bound, at: expr.span } };
}

export function instanceOf(cx: Context, expr: Extract<Expr, { kind: 'instanceof' }>): Typed {
  const type = resolveType(cx, expr.type);
  const of = value(cx, expr.of);
  if (of.type !== Types.null) {
    if (isAlwaysInstance(cx.world, of.type, type)) {
      fail(expr.span, `Operation instanceof is always true since an instance of ${shown(of.type)} is always an instance of ${shown(type)}`);
    }
    if (!isCastable(cx.world, of.type, type) || (isNumeric(of.type) && isNumeric(type))) {
      fail(expr.span, `Operation instanceof is always false since an instance of ${shown(of.type)} is never an instance of ${shown(type)}`);
    }
  }
  return { type: Types.Boolean, bound: { op: 'instanceof', type: typeName(type), of: of.bound } };
}
