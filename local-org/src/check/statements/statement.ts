/** Entry of statement checking. Each statement catches its own failures, so that a method reports all of its problems. */
import type { Expr, Statement } from '../../syntax/tree.ts';
import type { BoundStatement } from '../../types/bound.ts';
import { typeName, Types } from '../../types/types.ts';
import { declareLocal, inScope, type Context, type Local } from '../context.ts';
import { isSubtype } from '../conversions.ts';
import { shown } from '../display.ts';
import { condition, evaluated, value, valueAs } from '../expressions/expression.ts';
import { resolveType } from '../names.ts';
import { attempt, fail } from '../report.ts';
import { tryCoerce } from '../typed.ts';
import { typeOfLibrary } from '../world.ts';
import { dml, runAs } from './dml.ts';
import { forEach, forLoop } from './loops.ts';
import { switchOn } from './switch.ts';

const nothing: BoundStatement = { op: 'block', statements: [] };

export function statement(cx: Context, of: Statement): BoundStatement {
  return attempt(cx.unit, () => checked(cx, of)) ?? nothing;
}

/** A statement of its own scope: the body of an `if`, a loop … */
export const body = (cx: Context, of: Statement): BoundStatement => inScope(cx, () => statement(cx, of));

export function block(cx: Context, statements: readonly Statement[]): BoundStatement {
  return inScope(cx, () => ({ op: 'block', statements: statements.map((one) => statement(cx, one)) }));
}

export function loopBody(cx: Context, of: Statement): BoundStatement {
  cx.loops++;
  try {
    return body(cx, of);
  } finally {
    cx.loops--;
  }
}

/** The other parts of a statement are still checked when its condition is wrong. */
export const test = (cx: Context, expr: Expr) =>
  attempt(cx.unit, () => condition(cx, expr)) ?? ({ op: 'const', type: 'Boolean', value: true } as const);

function checked(cx: Context, of: Statement): BoundStatement {
  switch (of.kind) {
    case 'block':
      return block(cx, of.statements);
    case 'local':
      return local(cx, of);
    case 'expression':
      return expressionStatement(cx, of.expr, of);
    case 'if':
      return {
        op: 'if',
        test: test(cx, of.test),
        then: body(cx, of.then),
        else: of.else && body(cx, of.else),
        at: of.span,
      };
    case 'while':
      return { op: 'while', test: test(cx, of.test), body: loopBody(cx, of.body), at: of.span };
    case 'doWhile': {
      const repeated = loopBody(cx, of.body);
      return { op: 'doWhile', test: test(cx, of.test), body: repeated, at: of.span };
    }
    case 'for':
      return forLoop(cx, of);
    case 'forEach':
      return forEach(cx, of);
    case 'return':
      return returnStatement(cx, of);
    case 'throw':
      return throwStatement(cx, of);
    case 'break':
      if (cx.loops === 0) fail(of.span, 'Break statement must be in loop');
      return { op: 'break', at: of.span };
    case 'continue':
      if (cx.loops === 0) fail(of.span, 'Continue statement must be in loop');
      return { op: 'continue', at: of.span };
    case 'try':
      return tryStatement(cx, of);
    case 'switch':
      return switchOn(cx, of);
    case 'dml':
      return dml(cx, of);
    case 'runAs':
      return runAs(cx, of);
    default:
      return of satisfies never;
  }
}

function local(cx: Context, of: Extract<Statement, { kind: 'local' }>): BoundStatement {
  let unknown: Local['unknown'] = null;
  const type = attempt(
    cx.unit,
    () => resolveType(cx, of.type),
    (gap) => (unknown = gap ? 'gap' : 'mistake'),
  );
  // The initial value does not see the variable; the variable exists even if the value is wrong.
  const initial = type && of.init ? attempt(cx.unit, () => valueAs(cx, of.init as Expr, type, of.span)) : null;
  const declared = declareLocal(cx, of.name, type ?? Types.Object, of.span, of.final && of.init !== null, unknown);
  return { op: 'declare', name: declared.js, type: typeName(declared.type), initial: initial ?? null, at: of.span };
}

const statementKinds: ReadonlySet<Expr['kind']> = new Set(['call', 'new', 'newSObject', 'assign', 'increment', 'constructorCall']);

export function expressionStatement(cx: Context, expr: Expr, of: Pick<Statement, 'span'>): BoundStatement {
  if (!statementKinds.has(expr.kind)) fail(expr.span, 'Expression cannot be a statement.');
  return { op: 'evaluate', value: evaluated(cx, expr).bound, at: of.span };
}

function returnStatement(cx: Context, of: Extract<Statement, { kind: 'return' }>): BoundStatement {
  if (cx.returns === null) return fail(of.span, 'Return must be called from a method');
  if (of.value === null) {
    if (cx.returns !== Types.void) fail(of.span, `Missing return statement required return type: ${shown(cx.returns)}`);
    return { op: 'return', value: null, at: of.span };
  }
  if (cx.kind === 'constructor') fail(of.span, 'Constructors must not return a value');
  if (cx.kind === 'trigger') fail(of.span, 'Trigger bodies must not return a value');
  if (cx.returns === Types.void) fail(of.span, 'Void method must not return a value');
  const given = value(cx, of.value);
  const returned =
    tryCoerce(cx, given, cx.returns, of.span) ?? fail(of.span, `Illegal conversion from ${shown(given.type)} to ${shown(cx.returns)}`);
  return { op: 'return', value: returned, at: of.span };
}

function throwStatement(cx: Context, of: Extract<Statement, { kind: 'throw' }>): BoundStatement {
  const thrown = value(cx, of.value);
  if (!isSubtype(cx.world, thrown.type, typeOfLibrary(cx.world, 'Exception')) || thrown.type === Types.null) {
    fail(of.span, `Throw expression must be of type exception: ${shown(thrown.type)}`);
  }
  return { op: 'throw', value: thrown.bound, at: of.span };
}

function tryStatement(cx: Context, of: Extract<Statement, { kind: 'try' }>): BoundStatement {
  const tried = block(cx, of.body.statements);
  const exception = typeOfLibrary(cx.world, 'Exception');
  const caught: (typeof exception)[] = [];
  const catches = of.catches.flatMap((one) => {
    const bound = attempt(cx.unit, () => {
      const type = resolveType(cx, one.type);
      if (!isSubtype(cx.world, type, exception)) fail(one.span, `Catch block variable must be of type exception: ${shown(type)}`);
      if (caught.some((earlier) => isSubtype(cx.world, type, earlier))) fail(one.span, `Exception type already caught: ${shown(type)}`);
      caught.push(type);
      return inScope(cx, () => {
        const variable = declareLocal(cx, one.name, type, one.span);
        return { type: typeName(type), name: variable.js, body: block(cx, one.body.statements) };
      });
    });
    return bound ? [bound] : [];
  });
  return { op: 'try', body: tried, catches, finally: of.finally && block(cx, of.finally.statements), at: of.span };
}
