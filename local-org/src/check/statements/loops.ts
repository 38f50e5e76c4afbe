/** `for` over counters, collections and queries. */
import type { Statement } from '../../syntax/tree.ts';
import type { Bound, BoundStatement } from '../../types/bound.ts';
import { listOf, sobjectType, typeName, Types, type Type } from '../../types/types.ts';
import { declareLocal, inScope, uniqueName, type Context } from '../context.ts';
import { converted, isAssignable } from '../conversions.ts';
import { shown } from '../display.ts';
import { evaluated, value } from '../expressions/expression.ts';
import { ancestry } from '../lookup.ts';
import { resolveType } from '../names.ts';
import { attempt, fail, failNotSupported } from '../report.ts';
import { isChildRows, isDynamicRows } from '../soql/dynamic.ts';
import { loopBody, statement, test } from './statement.ts';

type ForEach = Extract<Statement, { kind: 'forEach' }>;
const empty: BoundStatement = { op: 'block', statements: [] };

export function forLoop(cx: Context, of: Extract<Statement, { kind: 'for' }>): BoundStatement {
  return inScope(cx, () => {
    const init = of.init.map((one) => statement(cx, one));
    const until = of.test && test(cx, of.test);
    const update = of.update.flatMap((one) => {
      const bound = attempt(cx.unit, () => evaluated(cx, one).bound);
      return bound ? [bound] : [];
    });
    return { op: 'for', init, test: until, update, body: of.body ? loopBody(cx, of.body) : empty, at: of.span };
  });
}

interface Iteration {
  readonly over: 'List' | 'Set' | 'Iterable' | 'query';
  readonly element: Type;
  readonly chunks: boolean;
}

export function forEach(cx: Context, of: ForEach): BoundStatement {
  const type = resolveType(cx, of.type);
  // The variable is declared even if what it runs over is wrong, so that the body is checked.
  const iterable = attempt(cx.unit, () => iterated(cx, of, type));
  return inScope(cx, () => {
    const variable = declareLocal(cx, of.name, type, of.span);
    const inner = of.body ? loopBody(cx, of.body) : empty;
    if (!iterable) return empty;
    const { bound, over, element, chunks } = iterable;
    const plain = { op: 'forEach', over, chunks, iterable: bound, at: of.span } as const;
    const hidden = uniqueName(cx, of.name);
    const item: Bound = { op: 'local', name: hidden };
    const assigned = converted(cx.world, item, element, type, of.span);
    if (assigned === item) return { ...plain, name: variable.js, type: typeName(type), body: inner };
    const declare: BoundStatement = { op: 'declare', name: variable.js, type: typeName(type), initial: assigned, at: of.span };
    return { ...plain, name: hidden, type: typeName(element), body: { op: 'block', statements: [declare, inner] } };
  });
}

function iterated(cx: Context, of: ForEach, type: Type): Iteration & { readonly bound: Bound } {
  const source = value(cx, of.iterable);
  const iteration =
    source.bound.op === 'query'
      ? overQuery(cx, source.type, type, of)
      : isDynamicRows(source)
        ? overDynamicQuery(type, of)
        : isChildRows(source)
          ? overCollection(cx, childRows(type, of))
          : overCollection(cx, source.type);
  if (!iteration) return fail(of.iterable.span, `Loop must iterate over collection: ${shown(source.type)}`);
  if (iteration.over !== 'query') {
    const { element } = iteration;
    if (!isAssignable(cx.world, element, type)) {
      fail(of.span, `Invalid loop variable type expected ${shown(element)} was ${shown(type)}`);
    }
  }
  const bound: Bound = isChildRows(source)
    ? { op: 'cast', to: typeName(childRows(type, of)), of: source.bound, at: of.iterable.span }
    : source.bound;
  return { ...iteration, bound };
}

/** The rows are of the variable's object, or the loop fails at run time. */
function overDynamicQuery(variable: Type, of: ForEach): Iteration {
  const isList = variable.kind === 'collection' && variable.name === 'List';
  const row = isList ? variable.args[0] : variable;
  if (row?.kind !== 'sobject') return fail(of.type.span, anyRows);
  return { over: 'query', element: variable, chunks: isList };
}

const anyRows = 'Loop variable must be a generic SObject or List or a concrete SObject or List.';

/** `for (Contact each : account.getSObjects('Contacts'))`: the rows are taken for what the variable is. */
function childRows(variable: Type, of: ForEach): Type {
  if (variable.kind === 'sobject') return listOf(variable);
  if (variable.kind === 'collection' && variable.name === 'List' && variable.args[0]?.kind === 'sobject')
    return failNotSupported(of.type.span, 'a loop over getSObjects in lists');
  return fail(of.type.span, anyRows);
}

function overCollection(cx: Context, source: Type): Iteration | null {
  if (source.kind === 'collection') {
    const [element = Types.Object] = source.args;
    return source.name === 'Map' ? null : { over: source.name, element, chunks: false };
  }
  for (const type of ancestry(cx.world, source)) {
    if (type.kind === 'class' && type.symbol.name === 'Iterable' && type.args[0])
      return { over: 'Iterable', element: type.args[0], chunks: false };
  }
  return null;
}

function overQuery(cx: Context, source: Type, variable: Type, of: ForEach): Iteration | null {
  if (source.kind !== 'collection') return null;
  if (of.body === null) fail(of.span, 'Loop with query must provide a statement');
  const [row = Types.Object] = source.args;
  const anyRow = sobjectType(null);
  if (variable === row || variable === anyRow) return { over: 'query', element: variable, chunks: false };
  if (variable === listOf(row) || variable === listOf(anyRow)) return { over: 'query', element: variable, chunks: true };
  return fail(of.type.span, `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${shown(row)}`);
}
