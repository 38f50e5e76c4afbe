/** Unary and binary operators: operand rules, the kind both operands are converted to, the type of the result. */
import type { BinaryOperator, Expr, Span } from '../../syntax/tree.ts';
import type { ArithmeticOperator, Bound, NumberKind, OperandKind } from '../../types/bound.ts';
import { Types, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { isNumeric, widerOf } from '../conversions.ts';
import { fail, failNotSupported } from '../report.ts';
import { coerce, type Typed } from '../typed.ts';
import { coalesce } from './choice.ts';
import { compare, equality } from './comparison.ts';
import { value } from './expression.ts';

export function binary(cx: Context, expr: Extract<Expr, { kind: 'binary' }>): Typed {
  const operator = expr.operator;
  switch (operator) {
    case '&&':
    case '||':
      return logical(cx, expr, operator === '&&' ? 'and' : 'or');
    case '??':
      return coalesce(cx, expr);
    case '==':
    case '!=':
    case '===':
    case '!==':
      return equality(cx, expr, value(cx, expr.left), value(cx, expr.right), operator);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(cx, expr, value(cx, expr.left), value(cx, expr.right), operator);
    default: {
      const left = value(cx, expr.left);
      const right = value(cx, expr.right);
      const kind = operandKind(operator, left.type, right.type, expr.span);
      return {
        type: typeOfKind(kind),
        bound: {
          op: 'arithmetic',
          operator,
          kind,
          left: operand(cx, left, kind, 'left', expr.left.span),
          right: operand(cx, right, kind, 'right', expr.right.span),
          at: expr.span,
        },
      };
    }
  }
}

function logical(cx: Context, expr: Extract<Expr, { kind: 'binary' }>, op: 'and' | 'or'): Typed {
  const left = value(cx, expr.left);
  const right = value(cx, expr.right);
  for (const [side, at] of [
    [left, expr.left.span],
    [right, expr.right.span],
  ] as const) {
    if (side.type !== Types.Boolean) fail(at, 'Logical operator can only be applied to Boolean');
  }
  return { type: Types.Boolean, bound: { op, left: left.bound, right: right.bound, at: expr.span } };
}

const kinds: Readonly<Record<OperandKind, Type>> = {
  Integer: Types.Integer,
  Long: Types.Long,
  Double: Types.Double,
  Decimal: Types.Decimal,
  String: Types.String,
  Boolean: Types.Boolean,
  Date: Types.Date,
  Datetime: Types.Datetime,
  Time: Types.Time,
};
export const typeOfKind = (kind: OperandKind): Type => kinds[kind];
export const numberKind = (type: Type): NumberKind => (type.kind === 'primitive' ? (type.name as NumberKind) : 'Integer');

/** Of `left operator right`, also in a compound assignment. */
export function operandKind(
  operator: Exclude<BinaryOperator, '&&' | '||' | '??'> | ArithmeticOperator,
  left: Type,
  right: Type,
  at: Span,
): OperandKind {
  switch (operator) {
    case '+':
    case '-':
      return additiveKind(operator, left, right, at);
    case '*':
    case '/':
      return arithmeticKind(left, right, at);
    case '&':
    case '|':
    case '^':
      if (left === Types.Boolean && right === Types.Boolean) return 'Boolean';
      if (isWhole(left) && isWhole(right)) return numberKind(widerOf(left, right));
      return fail(at, `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`);
    case '<<':
    case '>>':
    case '>>>':
      if (left === Types.Integer && right === Types.Long) return failNotSupported(at, `${operator} of an Integer by a Long`);
      if (isWhole(left) && isWhole(right)) return numberKind(widerOf(left, right));
      return fail(at, `${operator} operation can only be applied to Integer or Long types`);
    default:
      throw new Error(`${operator} is not arithmetic`);
  }
}

const isWhole = (type: Type): boolean => type === Types.Integer || type === Types.Long;

function additiveKind(operator: '+' | '-', left: Type, right: Type, at: Span): OperandKind {
  if (operator === '+' && (left === Types.String || right === Types.String)) return 'String';
  if (left === Types.Date) {
    if (right === Types.Long) failNotSupported(at, 'Date + Long');
    return right === Types.Integer ? 'Date' : fail(at, 'Date expressions must use Integer or Long');
  }
  if (left === Types.Datetime)
    return isNumeric(right) && right !== Types.Long ? 'Datetime' : fail(at, 'Date/time expressions must use Integer or Double or Decimal');
  if (left === Types.Time) return isWhole(right) ? 'Time' : fail(at, 'Time expressions must use Integer or Long');
  return arithmeticKind(left, right, at);
}

function arithmeticKind(left: Type, right: Type, at: Span): OperandKind {
  if (!isNumeric(left) || !isNumeric(right)) fail(at, 'Arithmetic expressions must use numeric arguments');
  return numberKind(widerOf(left, right));
}

export function operand(cx: Context, typed: Typed, kind: OperandKind, side: 'left' | 'right', at: Span): Bound {
  if (kind === 'String') return typed.bound;
  const isTemporal = kind === 'Date' || kind === 'Datetime' || kind === 'Time';
  if (!isTemporal || side === 'left') return coerce(cx, typed, typeOfKind(kind), at);
  // Days and milliseconds: the number stays as it is.
  return typed.bound;
}

export function unary(cx: Context, expr: Extract<Expr, { kind: 'unary' }>): Typed {
  const of = value(cx, expr.of);
  switch (expr.operator) {
    case '!':
      if (of.type !== Types.Boolean) fail(expr.span, '! operator can only be applied to boolean expressions');
      return { type: Types.Boolean, bound: { op: 'not', of: of.bound, at: expr.span } };
    case '~':
      if (!isWhole(of.type)) fail(expr.span, `Invalid type for bitwise negate: ${of.type.kind === 'primitive' ? of.type.name : 'Object'}`);
      return { type: of.type, bound: { op: 'complement', kind: of.type === Types.Long ? 'Long' : 'Integer', of: of.bound, at: expr.span } };
    case '-':
    case '+':
      if (!isNumeric(of.type)) fail(expr.span, 'Unary negation must use a numeric argument');
      return expr.operator === '+' ? { type: of.type, bound: of.bound } : { type: of.type, bound: negated(of, expr.span) };
    default:
      return expr.operator satisfies never;
  }
}

function negated(of: Typed, at: Span): Bound {
  const { bound } = of;
  if (bound.op === 'const' && typeof bound.value === 'number') return { ...bound, value: -bound.value | 0 };
  if (bound.op === 'const' && typeof bound.value === 'string')
    return { ...bound, value: bound.value.startsWith('-') ? bound.value.slice(1) : `-${bound.value}` };
  return { op: 'negate', kind: numberKind(of.type), of: bound, at };
}
