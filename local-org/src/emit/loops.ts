/** Loops: each turn pays its price and asks for the CPU limit. */
import { PRICE } from '../runtime/cpu.ts';
import type { BoundStatement } from '../types/bound.ts';
import { expression } from './expressions.ts';
import type { MethodScope } from './methodScope.ts';
import { condition } from './operators.ts';
import { contents, evaluated, priced, statement } from './statements.ts';

type Node<Op extends BoundStatement['op']> = Extract<BoundStatement, { op: Op }>;

/** Writes `{ … }`; `head` is the price of what is evaluated at each turn besides, `first` what the body begins with. */
function turns(m: MethodScope, body: BoundStatement, head: number, first = ''): void {
  const exceeded = m.unit.kernel('cpuExceeded');
  m.loops++;
  if (m.closure) m.closure.loops++;
  priced(
    m,
    (cost) => `{if(($ticker.n+=${cost + head + PRICE.statement})>$ticker.max)${exceeded}();${first}`,
    () => contents(m, body),
  );
  m.loops--;
  if (m.closure) m.closure.loops--;
}

/** Code that is evaluated at each turn, and its price. */
function perTurn(m: MethodScope, write: () => string): readonly [code: string, cost: number] {
  const before = m.cost;
  const code = write();
  const cost = m.cost - before;
  m.cost = before;
  return [code, cost];
}

export function whileLoop(m: MethodScope, { test, body }: Node<'while'>): void {
  const [code, cost] = perTurn(m, () => condition(m, test));
  m.unit.lines.text(`while(${code})`);
  turns(m, body, cost);
}

export function doWhileLoop(m: MethodScope, { test, body }: Node<'doWhile'>): void {
  const [code, cost] = perTurn(m, () => condition(m, test));
  m.unit.lines.text('do');
  turns(m, body, cost);
  m.unit.lines.text(`while(${code});`);
}

export function forLoop(m: MethodScope, { init, test, update, body }: Node<'for'>): void {
  m.unit.lines.text('{');
  for (const part of init) statement(m, part);
  const [head, cost] = perTurn(m, () => `${test ? condition(m, test) : ''};${update.map((part) => evaluated(m, part)).join(',')}`);
  m.unit.lines.text(`for(;${head})`);
  turns(m, body, cost);
  m.unit.lines.text('}');
}

export function forEachLoop(m: MethodScope, node: Node<'forEach'>): void {
  const { lines } = m.unit;
  const iterable = expression(m, node.iterable);
  const [source, i] = [`$${m.unit.number()}`, `$${m.unit.number()}`];
  const variable = node.name;
  switch (node.over) {
    case 'List':
      lines.text(`{const ${source}=${m.unit.kernel('beginList')}(${iterable});try{for(let ${i}=0;${i}<${source}.items.length;${i}++)`);
      turns(m, node.body, 0, `let ${variable}=${source}.items[${i}];`);
      return lines.text(`}finally{${source}.iterating--;}}`);
    case 'Set':
      lines.text(`{const ${source}=${m.unit.kernel('beginSet')}(${iterable});try{for(let ${variable} of ${source}.keys())`);
      turns(m, node.body, 0);
      return lines.text(`}finally{${source}.iterating--;}}`);
    case 'query':
      lines.text(`for(let ${variable} of ${node.chunks ? `${m.unit.kernel('chunksOf')}(${iterable})` : `${iterable}.items`})`);
      return turns(m, node.body, 0);
    case 'Iterable':
      lines.text(`for(let ${variable} of ${m.unit.kernel('iterate')}(${iterable},${iterationLibrary(m)}))`);
      return turns(m, node.body, 0);
    default:
      return node.over satisfies never;
  }
}

function iterationLibrary(m: MethodScope): string {
  const { unit } = m;
  const [iterator, hasNext, next] = ['Iterable.iterator()', 'Iterator.hasNext()', 'Iterator.next()'].map((key) => unit.library(key));
  return unit.constant(`{iterator:${iterator},hasNext:${hasNext},next:${next}}`);
}
