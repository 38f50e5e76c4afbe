/** `switch on`: values are literals or enum values; types are those of SObjects. */
import type { Expr, Span, Statement } from '../../syntax/tree.ts';
import type { Bound, BoundCase, BoundStatement } from '../../types/bound.ts';
import { typeName, Types, type Type } from '../../types/types.ts';
import { declareLocal, inScope, type Context } from '../context.ts';
import { shown } from '../display.ts';
import { value } from '../expressions/expression.ts';
import { findField, isUserMember } from '../lookup.ts';
import { resolveType } from '../names.ts';
import { attempt, fail } from '../report.ts';
import type { Typed } from '../typed.ts';
import { block } from './statement.ts';

type Switch = Extract<Statement, { kind: 'switch' }>;
type Case = Switch['cases'][number];

export function switchOn(cx: Context, of: Switch): BoundStatement {
  const on = value(cx, of.on);
  const isEnum = on.type.kind === 'class' && on.type.symbol.kind === 'enum';
  const isValue = on.type === Types.Integer || on.type === Types.Long || on.type === Types.String;
  if (!isEnum && !isValue && on.type.kind !== 'sobject') fail(of.on.span, `${shown(on.type)} is not a valid switch expression type`);
  if (of.cases.length === 0) fail(of.span, 'Switch statement requires at least one when block');
  const seen = new Set<string>();
  const cases = of.cases.flatMap((one, i) => {
    if (one.label.kind === 'else' && i < of.cases.length - 1)
      attempt(cx.unit, () => fail(one.span, "'when else' must be the last when block"));
    const bound = attempt(cx.unit, () => checkedCase(cx, on, one, seen));
    return bound ? [bound] : [];
  });
  return { op: 'switch', on: on.bound, onType: typeName(on.type), cases, at: of.span };
}

function checkedCase(cx: Context, on: Typed, one: Case, seen: Set<string>): BoundCase {
  const { label } = one;
  switch (label.kind) {
    case 'else':
      return { kind: 'else', body: block(cx, one.body.statements) };
    case 'type': {
      const type = resolveType(cx, label.type);
      if (on.type.kind !== 'sobject' || type.kind !== 'sobject' || type.object === null)
        fail(label.type.span, `${shown(type)} cannot be a 'when type variable' block`);
      if (type === on.type) fail(label.type.span, `${shown(type)} in the 'when expression' is already matching the switch expression type`);
      noteOnce(seen, shown(type), label.type.span);
      return inScope(cx, () => {
        const variable = declareLocal(cx, label.name, type, label.type.span);
        return { kind: 'type', type: typeName(type), name: variable.js, body: block(cx, one.body.statements) };
      });
    }
    case 'values': {
      const values = label.values.flatMap((given) => {
        const bound = attempt(cx.unit, () => caseValue(cx, on.type, given, seen));
        return bound ? [bound] : [];
      });
      return { kind: 'values', values, body: block(cx, one.body.statements) };
    }
    default:
      return label satisfies never;
  }
}

function noteOnce(seen: Set<string>, what: string, at: Span): void {
  if (seen.has(what)) fail(at, `${what} occurs as more than one when branch for this switch statement`);
  seen.add(what);
}

function caseValue(cx: Context, on: Type, given: Expr, seen: Set<string>): Bound {
  if (given.kind === 'literal' && given.type === 'null') {
    noteOnce(seen, 'null', given.span);
    return { op: 'const', type: 'null', value: null };
  }
  if (on.kind === 'sobject') return fail(given.span, "Switching on SObject types must be a 'when type variable' or 'when null'");
  if (on.kind === 'class') return enumCase(cx, on, given, seen);
  const typed = value(cx, given);
  if (typed.type !== on && !(on === Types.Long && typed.type === Types.Integer)) {
    fail(
      given.span,
      `${shown(typed.type)} value in 'when expression' cannot be implicitly converted to the ${shown(on)} type in switch expression`,
    );
  }
  const { bound } = typed;
  if (bound.op !== 'const') return fail(given.span, 'Field must be an enum reference');
  noteOnce(seen, String(bound.value), given.span);
  return typed.type === on ? bound : { op: 'convert', from: typeName(typed.type), to: typeName(on), of: bound, at: given.span };
}

function enumCase(cx: Context, on: Extract<Type, { kind: 'class' }>, given: Expr, seen: Set<string>): Bound {
  if (given.kind === 'member') return fail(given.span, "Enum value used in 'when expression' should be unqualified");
  const found = given.kind === 'name' ? findField(cx.world, on, given.name) : undefined;
  if (found?.member.kind !== 'enumValue') return fail(given.span, 'Field must be an enum reference');
  noteOnce(seen, found.member.name, given.span);
  return { op: 'enumValue', owner: typeName(on), name: found.member.name, library: !isUserMember(found.member) };
}
