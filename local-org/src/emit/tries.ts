/** `try`: what Apex may not catch passes by every `catch` and every `finally`. */
import type { BoundStatement } from '../types/bound.ts';
import { quote } from './expressions.ts';
import type { MethodScope } from './methodScope.ts';
import { block, braces, contents } from './statements.ts';

type Try = Extract<BoundStatement, { op: 'try' }>;

export function tryStatement(m: MethodScope, node: Try): void {
  if (!node.finally) return tryCatch(m, node);
  const { lines } = m.unit;
  const fatal = m.temporary();
  const error = `$${m.unit.number()}`;
  lines.text(`${fatal}=false;try{`);
  if (node.catches.length > 0) tryCatch(m, node);
  else contents(m, node.body);
  lines.text(`}catch(${error}){${fatal}=${m.unit.kernel('isFatalFailure')}(${error});throw ${error};}finally{if(!${fatal})`);
  block(m, node.finally);
  lines.text('}');
}

function tryCatch(m: MethodScope, { body, catches }: Try): void {
  const { lines } = m.unit;
  const [error, exception] = [`$${m.unit.number()}`, `$${m.unit.number()}`];
  lines.text('try');
  block(m, body);
  lines.text(`catch(${error}){const ${exception}=${m.unit.kernel('caught')}(${error});`);
  for (const { type, name, body: handler } of catches) {
    lines.text(type === 'Exception' ? '' : `if(${m.unit.kernel('isException')}(${exception},${quote(type)}))`);
    braces(m, () => {
      lines.text(`let ${name}=${exception};`);
      contents(m, handler);
    });
    // `catch (Exception e)` takes all there is: nothing may follow it.
    if (type === 'Exception') return lines.text('}');
    lines.text('else ');
  }
  lines.text(`throw ${exception};}`);
}
