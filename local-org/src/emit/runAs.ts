/** `System.runAs(user) { … }`: the body is a closure; `return`, `break` and `continue` in it are signalled and done behind it. */
import type { BoundStatement } from '../types/bound.ts';
import { expression } from './expressions.ts';
import type { Closure, MethodScope } from './methodScope.ts';
import { block, jump, leave } from './statements.ts';

export function runAsBlock(m: MethodScope, node: Extract<BoundStatement, { op: 'runAs' }>): void {
  const { lines } = m.unit;
  const user = expression(m, node.user);
  const closure: Closure = { signal: m.temporary(), value: m.temporary(), loops: 0 };
  const name = m.closureName();
  lines.text(`{${closure.signal}=0;const ${name}=()=>`);
  const outer = m.closure;
  m.closure = closure;
  block(m, node.body);
  m.closure = outer;
  lines.text(`;${m.unit.intrinsic('#runAs')}(${user},${name});if(${closure.signal}===1)`);
  leave(m, closure.value);
  if (m.loops > 0) {
    lines.text(`if(${closure.signal}===2)`);
    jump(m, 'break');
    lines.text(`if(${closure.signal}===3)`);
    jump(m, 'continue');
  }
  lines.text('}');
}
