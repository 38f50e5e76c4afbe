/** Assignment, compound assignment, `++` and `--`: what may be written, and how the value gets there. */
import type { Expr, Span } from '../../syntax/tree.ts';
import type { ArithmeticOperator, Bound, BoundTarget } from '../../types/bound.ts';
import { typeName, Types } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { isAssignable, isNumeric } from '../conversions.ts';
import { shown, shownSymbol } from '../display.ts';
import { isUserMember, reachOf, type Found } from '../lookup.ts';
import { fail } from '../report.ts';
import { isWriteable } from '../sobjects.ts';
import type { Place, Typed } from '../typed.ts';
import { coerce } from '../typed.ts';
import { chain } from './chain.ts';
import { value } from './expression.ts';
import { numberKind, operand, operandKind, typeOfKind } from './operators.ts';

export function assign(cx: Context, expr: Extract<Expr, { kind: 'assign' }>): Typed {
  const target = chain(cx, expr.target);
  if (expr.operator === '=') {
    const bound = coerce(cx, value(cx, expr.value), target.type, nameStart(expr.target));
    // `contact.Account = account`
    if (target.bound.op === 'sobjectParent') return assignParent(target, bound, expr.span);
    return { type: target.type, bound: { op: 'assign', target: writable(cx, target, expr.target.span), value: bound, at: expr.span } };
  }
  const operator = expr.operator.slice(0, -1) as ArithmeticOperator;
  const right = value(cx, expr.value);
  const kind = operandKind(operator, target.type, right.type, expr.span);
  const result = typeOfKind(kind);
  if (
    !isAssignable(cx.world, result, target.type) ||
    (target.type !== Types.String && !isAssignable(cx.world, right.type, target.type) && isNumeric(target.type))
  ) {
    fail(expr.span, `Illegal assignment from ${shown(result)} to ${shown(target.type)}`);
  }
  return {
    type: target.type,
    bound: {
      op: 'compound',
      target: writable(cx, target, expr.target.span),
      targetType: typeName(target.type),
      operator,
      kind,
      value: operand(cx, right, kind, 'right', expr.value.span),
      at: expr.span,
    },
  };
}

function assignParent(target: Typed, parent: Bound, at: Span): Typed {
  const { bound } = target;
  if (bound.op !== 'sobjectParent') throw new Error('not a parent');
  const name: Bound = { op: 'const', type: 'String', value: bound.relationship };
  return {
    type: target.type,
    bound: { op: 'invokeLibrary', self: bound.self, key: 'SObject.putSObject(String, SObject)', args: [name, parent], typeArgs: [], at },
  };
}

/** Where the platform reports an assignment's problem. */
const nameStart = (target: Expr): Span => target.span;

export function increment(cx: Context, expr: Extract<Expr, { kind: 'increment' }>): Typed {
  const target = chain(cx, expr.of);
  if (!isNumeric(target.type)) {
    const which = expr.prefix ? (expr.operator === '++' ? 'prefix increment' : 'prefix decrement') : 'postfix increment/decrement';
    const at = expr.prefix ? expr.span : { ...expr.span, line: expr.of.span.endLine, column: expr.of.span.endColumn };
    fail(at, `Unary ${which} can only be applied to numeric expressions: ${shown(target.type)}`);
  }
  return {
    type: target.type,
    bound: {
      op: 'increment',
      target: writable(cx, target, expr.of.span),
      by: expr.operator === '++' ? 1 : -1,
      prefix: expr.prefix,
      kind: numberKind(target.type),
      at: expr.span,
    },
  };
}

function writable(cx: Context, target: Typed, at: Span): BoundTarget {
  const { bound, place } = target;
  if (!place || (target.guards && target.guards.length > 0)) return fail(at, 'Expression cannot be assigned');
  checkPlace(cx, place, at);
  switch (bound.op) {
    case 'local':
    case 'field':
    case 'property':
    case 'libraryProperty':
    case 'sobjectField':
    case 'index':
      return bound;
    default:
      return fail(at, 'Expression cannot be assigned');
  }
}

function checkPlace(cx: Context, place: Place, at: Span): void {
  switch (place.kind) {
    case 'local':
      return;
    case 'member':
      checkMember(cx, place.found, at);
      return;
    case 'sobjectField':
      if (place.object && place.field && !isWriteable(place.object, place.field)) {
        fail(at, `Field is not writeable: ${place.object.name}.${place.field.name}`);
      }
      return;
    case 'index':
      return;
    default:
      return place satisfies never;
  }
}

function checkMember(cx: Context, { member }: Found, at: Span): void {
  if (member.kind === 'enumValue') fail(at, 'Expression cannot be assigned');
  if (!isUserMember(member)) {
    if (!member.writable) fail(at, `A value cannot be stored to ${member.name} in type ${shownSymbol(member.owner)}`);
    return;
  }
  if (!member.writable || reachOf(cx, member, member.setterAccess) === 'hidden')
    fail(at, `Variable is not visible: ${member.owner.name}.${member.name}`);
  if (!member.final) return;
  const initialises = cx.type === member.owner && (cx.kind === 'constructor' || cx.kind === 'initializer') && cx.isStatic === member.static;
  if (!initialises) failFinal(member.name, at);
}

function failFinal(name: string, at: Span): never {
  return fail(at, `Final members can only be assigned in their declaration, init blocks, or constructors: ${name}`);
}
