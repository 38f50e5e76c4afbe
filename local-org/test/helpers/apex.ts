/** Runs Apex given as text, through parser, checker, emitter and linker, in a transaction whose ports are stand-ins. */
import { check } from '../../src/check/check.ts';
import { emit } from '../../src/emit/emit.ts';
import { createLimits } from '../../src/runtime/limits.ts';
import { link } from '../../src/runtime/link.ts';
import type { Data, DmlRequest, QueryResult, Rights, RowResult } from '../../src/runtime/ports.ts';
import type { CompiledUnit, Program } from '../../src/runtime/program.ts';
import { noFaults, type Settings } from '../../src/runtime/settings.ts';
import { runIn, type DebugLine, type Transaction, type TransactionKind } from '../../src/runtime/transaction.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import type { Schema } from '../../src/schema/model.ts';
import { library } from '../../src/standard/registry.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { SoqlQuery } from '../../src/syntax/tree.ts';

export const standardSchema: Schema = buildSchema(new Map(), 'standard').schema;

export interface StandIns {
  readonly schema?: Schema;
  readonly kind?: TransactionKind;
  readonly query?: (query: SoqlQuery, binds: readonly Value[], access: string) => QueryResult;
  readonly dml?: (request: DmlRequest) => readonly RowResult[];
}

/** Emitted units of those sources; a problem of any of them is an error. `trigger …` texts are triggers, `// anonymous` ones scripts. */
export function emitted(texts: readonly string[], schema = standardSchema, apiVersion = 67): readonly CompiledUnit[] {
  const problems: string[] = [];
  const units = texts.flatMap((text, i) => {
    const kind = /^\s*trigger\s/i.test(text) ? 'trigger' : text.startsWith('// anonymous') ? 'anonymous' : 'class';
    const parsed = parse({ path: `${i}.cls`, text, kind, apiVersion });
    problems.push(...parsed.problems.map(({ line, message }) => `${i}:${line} ${message}`));
    return parsed.unit ? [parsed.unit] : [];
  });
  const checked = check(units, { schema, library });
  problems.push(...checked.problems.map(({ path, line, message }) => `${path}:${line} ${message}`));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return checked.bound.map(emit);
}

export const linked = (...texts: readonly string[]): Program => link(emitted(texts), library);

const settings: Settings = { shape: 'standard', position: () => 'default', clock: () => 0, random: () => 0.5, faults: noFaults };

const unwired = (what: string) => (): never => {
  throw new Error(`this test has no ${what}`);
};

export function transactionOf(program: Program, standIns: StandIns = {}): Transaction {
  const none = unwired('port of that kind');
  const data: Data = {
    schema: standIns.schema ?? standardSchema,
    query: standIns.query ?? unwired('queries'),
    queryText: unwired('queries'),
    cursors: { ids: unwired('queries'), rows: unwired('queries') },
    boundNames: unwired('queries'),
    search: unwired('queries'),
    dml: standIns.dml ?? unwired('DML'),
    record: () => null,
    formulas: { recalculate: none, build: none },
    allRecords: () => [],
    rights: { object: none, field: none, customPermission: none, apexClass: none, userPermission: none } satisfies Rights,
  };
  const kind = standIns.kind ?? 'synchronous';
  return {
    kind,
    user: '005000000000001AAA',
    now: () => 0,
    random: () => 0.5,
    limits: createLimits(kind),
    statics: new Map(),
    data,
    program,
    settings,
    jobs: null as never,
    mail: null as never,
    test: null,
    jobId: null,
    requestId: 'r',
    trigger: null,
    debug: (_line: DebugLine) => undefined,
    savepoint: none,
    rollback: none,
    release: none,
    onCommit: none,
    onEnd: none,
  };
}

/** Calls static `run$` of the first class, in a transaction of its own. */
export function run(texts: readonly string[] | string, standIns: StandIns = {}): Value {
  const all = typeof texts === 'string' ? [texts] : texts;
  const units = emitted(all, standIns.schema);
  const program = link(units, library);
  return runIn(transactionOf(program, standIns), () => program.callStatic(units[0]!.name, 'run$', []));
}

/** Value of an expression of that Apex type. */
export const evaluate = (type: string, expression: string): Value =>
  run(`public class Probe { public static ${type} run() { return ${expression}; } }`);

/** Runs statements that end in `return`. */
export const runBody = (type: string, body: string, standIns: StandIns = {}): Value =>
  run(`public class Probe {\n public static ${type} run() {\n${body}\n} }`, standIns);
