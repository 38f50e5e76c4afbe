/** Bound statements → JavaScript statements, each on its Apex line, with its coverage mark; a block adds its price at once. */
import { PRICE } from '../runtime/cpu.ts';
import type { Span } from '../syntax/tree.ts';
import type { Bound, BoundCase, BoundStatement } from '../types/bound.ts';
import { expression, quote } from './expressions.ts';
import { doWhileLoop, forEachLoop, forLoop, whileLoop } from './loops.ts';
import type { MethodScope } from './methodScope.ts';
import { condition } from './operators.ts';
import { runAsBlock } from './runAs.ts';
import { assign, increment } from './targets.ts';
import { tryStatement } from './tries.ts';

type Node<Op extends BoundStatement['op']> = Extract<BoundStatement, { op: Op }>;

export function statement(m: MethodScope, node: BoundStatement): void {
  const { lines } = m.unit;
  if (node.op === 'block') return block(m, node);
  begin(m, node.at);
  switch (node.op) {
    case 'declare':
      return lines.text(`let ${node.name}=${node.initial ? expression(m, node.initial) : 'null'};`);
    case 'evaluate':
      return lines.text(`${evaluated(m, node.value)};`);
    case 'if':
      return ifStatement(m, node);
    case 'while':
      return whileLoop(m, node);
    case 'doWhile':
      return doWhileLoop(m, node);
    case 'for':
      return forLoop(m, node);
    case 'forEach':
      return forEachLoop(m, node);
    case 'return':
      return leave(m, node.value ? expression(m, node.value) : null);
    case 'throw':
      return lines.text(`throw ${m.unit.kernel('thrown')}(${expression(m, node.value)});`);
    case 'break':
    case 'continue':
      return jump(m, node.op);
    case 'try':
      return tryStatement(m, node);
    case 'switch':
      return switchStatement(m, node);
    case 'dml':
      return dml(m, node);
    case 'runAs':
      return runAsBlock(m, node);
    default:
      return node satisfies never;
  }
}

function begin(m: MethodScope, at: Span): void {
  m.unit.lines.moveTo(at.line);
  m.unit.lines.text(m.unit.cover(at.line));
  m.cost += PRICE.statement;
}

/** An expression whose value nobody looks at. */
export function evaluated(m: MethodScope, bound: Bound): string {
  if (bound.op === 'increment') return increment(m, bound, true);
  return bound.op === 'assign' ? assign(m, bound, true) : expression(m, bound);
}

/** `{ … }`, whatever the statement is. */
export function block(m: MethodScope, node: BoundStatement): void {
  priced(m, pay, () => contents(m, node));
}

/** The statements of a block without its braces. */
export function contents(m: MethodScope, node: BoundStatement): void {
  if (node.op === 'block') for (const inner of node.statements) statement(m, inner);
  else statement(m, node);
}

const pay = (cost: number): string => (cost === 0 ? '{' : `{$ticker.n+=${cost};`);

/** `{ … }` around more than one statement's contents. */
export function braces(m: MethodScope, write: () => void): void {
  priced(m, pay, write);
}

/** A block that pays for its statements where it begins. */
export function priced(m: MethodScope, opening: (cost: number) => string, write: () => void): void {
  const { lines } = m.unit;
  m.unit.kernel('ticker');
  const fill = lines.reserve();
  const outer = m.cost;
  m.cost = 0;
  write();
  fill(opening(m.cost));
  m.cost = outer;
  lines.text('}');
}

function ifStatement(m: MethodScope, node: Node<'if'>): void {
  m.unit.lines.text(`if(${condition(m, node.test)})`);
  block(m, node.then);
  if (!node.else) return;
  m.unit.lines.text('else');
  block(m, node.else);
}

/** `return`, also out of the closure of a runAs block. */
export function leave(m: MethodScope, value: string | null): void {
  const { closure } = m;
  if (closure) return m.unit.lines.text(`{${value === null ? '' : `${closure.value}=${value};`}${closure.signal}=1;return;}`);
  if (m.returnsThis) return m.unit.lines.text('return this;');
  m.unit.lines.text(value === null ? 'return;' : `return ${value};`);
}

const signals = { break: 2, continue: 3 } as const;

export function jump(m: MethodScope, how: 'break' | 'continue'): void {
  const { closure } = m;
  m.unit.lines.text(closure && closure.loops === 0 ? `{${closure.signal}=${signals[how]};return;}` : `${how};`);
}

/** An if-chain: `break` inside belongs to the loop around. */
function switchStatement(m: MethodScope, { on, cases }: Node<'switch'>): void {
  const { lines } = m.unit;
  const subject = m.temporary();
  lines.text(`${subject}=${expression(m, on)};`);
  cases.forEach((choice, i) => {
    lines.text(`${i === 0 ? '' : 'else'}${caseTest(m, choice, subject, i === 0)}`);
    braces(m, () => {
      if (choice.kind === 'type') lines.text(`let ${choice.name}=${subject};`);
      contents(m, choice.body);
    });
  });
}

/** The values of a `when` are constants: strings compare exactly, case and all. */
function caseTest(m: MethodScope, choice: BoundCase, subject: string, first: boolean): string {
  switch (choice.kind) {
    case 'values':
      return ` if(${choice.values.map((value) => `${subject}===${expression(m, value)}`).join('||')})`;
    case 'type':
      return ` if(${m.unit.kernel('instanceOf')}(${subject},${quote(choice.type)}))`;
    case 'else':
      return first ? '' : ' ';
    default:
      return choice satisfies never;
  }
}

function dml(m: MethodScope, node: Node<'dml'>): void {
  const args = [
    quote(node.operation),
    expression(m, node.target),
    node.second ? expression(m, node.second) : 'null',
    node.externalId === null ? 'null' : quote(node.externalId),
    node.access === null ? 'null' : quote(node.access),
  ];
  m.unit.lines.text(`${m.unit.kernel('dmlStatement')}(${args.join(',')});`);
}
