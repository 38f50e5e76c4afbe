/** Short ways into the parser for the tests of this folder. */
import assert from 'node:assert/strict';
import { parse } from '../../src/syntax/parse.ts';
import type { ClassDeclaration, Expr, MemberDeclaration, Problem, SourceKind, Statement, Unit } from '../../src/syntax/tree.ts';

export const problemsOf = (text: string, kind: SourceKind = 'class', apiVersion = 67): readonly Problem[] =>
  parse({ path: 'A.cls', text, kind, apiVersion }).problems;

/** `1:20 Unexpected token ';'.` */
export const complaints = (text: string, kind: SourceKind = 'class', apiVersion = 67): readonly string[] =>
  problemsOf(text, kind, apiVersion).map((each) => `${each.line}:${each.column} ${each.message}`);

export function unitOf(text: string, kind: SourceKind = 'class'): Unit {
  const { unit, problems } = parse({ path: 'A.cls', text, kind, apiVersion: 67 });
  assert.deepEqual(problems, []);
  assert.ok(unit);
  return unit;
}

export function classOf(text: string): ClassDeclaration {
  const unit = unitOf(text);
  assert.ok(unit.kind === 'type' && unit.declaration.kind === 'class');
  return unit.declaration;
}

export function memberOf(text: string): MemberDeclaration {
  const [member, ...others] = classOf(`public virtual class A { ${text} }`).members;
  assert.deepEqual(others, []);
  assert.ok(member);
  return member;
}

export function statementsOf(text: string): readonly Statement[] {
  const unit = unitOf(text, 'anonymous');
  assert.ok(unit.kind === 'anonymous');
  return unit.body.statements;
}

export function statementOf(text: string): Statement {
  const [statement, ...others] = statementsOf(text);
  assert.deepEqual(others, []);
  assert.ok(statement);
  return statement;
}

export function expressionOf(text: string): Expr {
  const statement = statementOf(`x = ${text};`);
  assert.ok(statement.kind === 'expression' && statement.expr.kind === 'assign');
  return statement.expr.value;
}

/** The tree without its positions, so that a test can say what it is about. */
export function bare(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(bare);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key]) => key !== 'span' && key !== 'source')
      .map(([key, value]) => [key, bare(value)]),
  );
}

/** Fully parenthesised text of an expression: shows how operators bind. */
export function shape(expr: Expr): string {
  switch (expr.kind) {
    case 'literal':
      return expr.type === 'String' ? `'${String(expr.value)}'` : String(expr.value);
    case 'name':
      return expr.name;
    case 'member':
      return `${shape(expr.target)}${expr.safe ? '?.' : '.'}${expr.name}`;
    case 'call':
      return `${expr.target ? `${shape(expr.target)}${expr.safe ? '?.' : '.'}` : ''}${expr.name}(${expr.args.map(shape).join(', ')})`;
    case 'index':
      return `${shape(expr.target)}[${shape(expr.index)}]`;
    case 'unary':
      return `(${expr.operator}${shape(expr.of)})`;
    case 'increment':
      return expr.prefix ? `(${expr.operator}${shape(expr.of)})` : `(${shape(expr.of)}${expr.operator})`;
    case 'binary':
      return `(${shape(expr.left)} ${expr.operator} ${shape(expr.right)})`;
    case 'assign':
      return `(${shape(expr.target)} ${expr.operator} ${shape(expr.value)})`;
    case 'ternary':
      return `(${shape(expr.test)} ? ${shape(expr.then)} : ${shape(expr.else)})`;
    case 'cast':
      return `((${expr.type.name}) ${shape(expr.of)})`;
    case 'instanceof':
      return `(${shape(expr.of)} instanceof ${expr.type.name})`;
    case 'this':
    case 'super':
      return expr.kind;
    default:
      return `<${expr.kind}>`;
  }
}
