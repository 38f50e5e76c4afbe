/** Which statements can be reached, and whether a method can end without a `return`. */
import type { Statement } from '../syntax/tree.ts';
import { report, type ProblemSink } from './report.ts';

/** Reports unreachable statements; true if control may leave at the end. Loops always may: the platform does not evaluate their conditions. */
export function completes(sink: ProblemSink, statements: readonly Statement[]): boolean {
  let open = true;
  let told = false;
  for (const one of statements) {
    if (!open && !told) {
      report(sink, one.kind === 'local' ? one.type.span : one.span, 'Unreachable statement');
      told = true;
    }
    if (!completesOne(sink, one)) open = false;
  }
  return open;
}

function completesOne(sink: ProblemSink, of: Statement): boolean {
  switch (of.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'block':
      return completes(sink, of.statements);
    case 'if': {
      const then = completesOne(sink, of.then);
      const otherwise = of.else === null || completesOne(sink, of.else);
      return then || otherwise;
    }
    case 'while':
    case 'doWhile':
      completesOne(sink, of.body);
      return true;
    case 'for':
    case 'forEach':
      if (of.body) completesOne(sink, of.body);
      return true;
    case 'try': {
      const tried = completes(sink, of.body.statements);
      const caught = of.catches.map((one) => completes(sink, one.body.statements));
      const last = of.finally === null || completes(sink, of.finally.statements);
      return last && (tried || caught.includes(true));
    }
    case 'switch': {
      const branches = of.cases.map((one) => completes(sink, one.body.statements));
      return !of.cases.some((one) => one.label.kind === 'else') || branches.includes(true);
    }
    case 'runAs':
      // The compiler takes it for a call.
      completes(sink, of.body.statements);
      return true;
    case 'local':
    case 'expression':
    case 'dml':
      return true;
    default:
      return of satisfies never;
  }
}
