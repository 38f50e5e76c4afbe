/** Entry of expression checking: which file does which kind. */
import type { Expr, Span, TypeRef } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { classType, typeName, Types, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { shown } from '../display.ts';
import { resolveType } from '../names.ts';
import { fail } from '../report.ts';
import { query } from '../soql/query.ts';
import { search } from '../soql/search.ts';
import { closed, coerce, type Typed } from '../typed.ts';
import { typeOfLibrary } from '../world.ts';
import { assign, increment } from './assign.ts';
import { cast, instanceOf } from './cast.ts';
import { chain } from './chain.ts';
import { binary, unary } from './operators.ts';
import { ternary } from './choice.ts';
import { readable } from './memberValue.ts';
import { newItems, newMap, newArray, newObject, newSObject } from './construct.ts';

/** A value: anything but void. */
export function value(cx: Context, expr: Expr): Typed {
  const typed = evaluated(cx, expr);
  if (typed.type === Types.void) fail(expr.span, 'Illegal assignment from void to Object');
  return typed;
}

/** A value or the result of a void method. */
export function evaluated(cx: Context, expr: Expr): Typed {
  switch (expr.kind) {
    case 'literal':
      return { type: literalTypes[expr.type], bound: { op: 'const', type: expr.type, value: expr.value } };
    case 'name':
    case 'member':
    case 'call':
    case 'index':
      return closed(readable(cx, chain(cx, expr), expr.span));
    case 'this':
      return self(cx, expr.span);
    case 'super':
      return fail(expr.span, 'Variable does not exist: super');
    case 'constructorCall':
      return fail(expr.span, `Call to '${expr.which}()' must be the first statement in a constructor method`);
    case 'new':
      return newObject(cx, expr);
    case 'newSObject':
      return newSObject(cx, expr);
    case 'newItems':
      return newItems(cx, expr);
    case 'newArray':
      return newArray(cx, expr);
    case 'newMap':
      return newMap(cx, expr);
    case 'cast':
      return cast(cx, expr);
    case 'instanceof':
      return instanceOf(cx, expr);
    case 'unary':
      return unary(cx, expr);
    case 'increment':
      return increment(cx, expr);
    case 'binary':
      return binary(cx, expr);
    case 'assign':
      return assign(cx, expr);
    case 'ternary':
      return ternary(cx, expr);
    case 'typeLiteral':
      return { type: typeOfLibrary(cx.world, 'Type'), bound: { op: 'typeLiteral', type: literalType(cx, expr.type) } };
    case 'soql':
      return query(cx, expr);
    case 'sosl':
      return search(cx, expr);
    default:
      return expr satisfies never;
  }
}

const literalTypes = {
  Integer: Types.Integer,
  Long: Types.Long,
  Decimal: Types.Decimal,
  Double: Types.Double,
  String: Types.String,
  Boolean: Types.Boolean,
  null: Types.null,
} as const;

/** The value converted to `to`: assignments, arguments, results. */
export function valueAs(cx: Context, expr: Expr, to: Type, at: Span = expr.span): Bound {
  return coerce(cx, value(cx, expr), to, at);
}

export function condition(cx: Context, expr: Expr): Bound {
  const typed = value(cx, expr);
  if (typed.type !== Types.Boolean) fail(expr.span, `Condition expression must be of type Boolean: ${shown(typed.type)}`);
  return typed.bound;
}

export function self(cx: Context, span: Span): Typed {
  if (cx.isStatic || !cx.type) fail(span, 'This cannot be referenced in a static context');
  return { type: classType(cx.type), bound: { op: 'this' } };
}

/** `void.class`: what a StubProvider is told of a method without result. */
const literalType = (cx: Context, ref: TypeRef): string => (ref.name.toLowerCase() === 'void' ? 'void' : typeName(resolveType(cx, ref)));
