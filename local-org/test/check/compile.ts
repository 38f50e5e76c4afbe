/** Parses and checks sources given as text, against the standard objects and the real library. */
import { check, type CheckResult } from '../../src/check/check.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { library } from '../../src/standard/registry.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { Problem, Unit } from '../../src/syntax/tree.ts';
import type { BoundClass, BoundStatement } from '../../src/types/bound.ts';

const { schema } = buildSchema(new Map(), 'standard');

export interface Compiled extends CheckResult {
  /** Of the parser and the checker. */
  readonly all: readonly Problem[];
}

/** `Trigger on …` texts are triggers, others classes; `//` scripts begin with `// anonymous`. */
export function compile(texts: readonly string[], apiVersion = 67): Compiled {
  const units: Unit[] = [];
  const syntax: Problem[] = [];
  texts.forEach((text, i) => {
    const kind = /^\s*trigger\s/i.test(text) ? 'trigger' : text.startsWith('// anonymous') ? 'anonymous' : 'class';
    const { unit, problems } = parse({ path: `${i}.cls`, text, kind, apiVersion });
    syntax.push(...problems);
    if (unit) units.push(unit);
  });
  const result = check(units, { schema, library });
  return { ...result, all: [...syntax, ...result.problems] };
}

/** `3:9 message` of each problem. */
export const shownProblems = (compiled: Compiled): readonly string[] =>
  compiled.all.map((one) => `${one.line}:${one.column} ${one.message}`);

export function onlyClass(compiled: Compiled): BoundClass {
  const found = compiled.bound[0]?.classes[0];
  if (!found) throw new Error(`nothing compiled: ${shownProblems(compiled).join('; ')}`);
  return found;
}

/** Statements of the class's method `run`. */
export function statementsOfRun(compiled: Compiled): readonly BoundStatement[] {
  const body = onlyClass(compiled).methods.find((one) => one.name === 'run')?.body;
  if (body?.op !== 'block') throw new Error('no method run');
  return body.statements;
}
