/** Logical functions: what is true, what is blank, which value. Parameters that are not needed are not calculated. */
import { compareValues, textOf } from '../compare.ts';
import type { Bound, FormulaContext } from '../bound.ts';
import { unfitArgument, wrongCount, wrongType } from '../problems.ts';
import type { FormulaType, FormulaValue } from '../values.ts';
import { commonType, expectCount, expectType, type Call, type FormulaFunction, type FunctionTable, type Result } from './define.ts';

/** Unknown counts as false. */
export const isTrue = (bound: Bound, context: FormulaContext): boolean => bound.run(context) === true;

const and: FormulaFunction = (call) => allBoolean(call, (args, context) => args.every((arg) => isTrue(arg, context)));
const or: FormulaFunction = (call) => allBoolean(call, (args, context) => args.some((arg) => isTrue(arg, context)));

function allBoolean(call: Call, run: (args: readonly Bound[], context: FormulaContext) => boolean): Result {
  expectCount(call, 1, Infinity);
  for (const arg of call.args) expectType(call.name, arg, 'Boolean');
  return { type: 'Boolean', run: (context) => run(call.args, context) };
}

/** NOT of what is unknown stays unknown. */
const not: FormulaFunction = (call) => {
  expectCount(call, 1);
  const [arg] = call.args as [Bound];
  expectType(call.name, arg, 'Boolean');
  return {
    type: 'Boolean',
    run: (context) => {
      const value = arg.run(context);
      return value === null ? null : value !== true;
    },
  };
};

/** The type of several results; every one must fit the first. */
function resultType(name: string, results: readonly Bound[]): FormulaType {
  let type: FormulaType = 'Null';
  for (const result of results) {
    if (result.type === 'Picklist' || result.type === 'Multi-Select Picklist') expectType(name, result);
    const common = commonType(type, result.type);
    if (common === null) throw wrongType(name, [type], result.type);
    type = common;
  }
  return type;
}

const choose: FormulaFunction = (call) => {
  expectCount(call, 3);
  const [condition, then, otherwise] = call.args as [Bound, Bound, Bound];
  expectType(call.name, condition, 'Boolean');
  if (condition.type === 'Null') throw wrongType(call.name, ['Boolean'], 'Null');
  return {
    type: resultType(call.name, [then, otherwise]),
    run: (context) => (isTrue(condition, context) ? then : otherwise).run(context),
  };
};

/** `CASE(expression, value, result, …, else)`; a picklist is compared with texts. Blank equals nothing but, for text, blank. */
const cases: FormulaFunction = (call) => {
  const { args, name } = call;
  if (args.length % 2 !== 0 || args.length < 4) throw wrongCount(name, 4 + Math.max(Math.trunc((args.length - 4) / 2), 0) * 2, args.length);
  const [expression] = args as [Bound];
  if (expression.type === 'Boolean') throw unfitArgument(name);
  if (expression.type === 'Multi-Select Picklist') expectType(name, expression);
  const picklist = expression.type === 'Picklist';
  const branches: (readonly [Bound, Bound])[] = [];
  for (let i = 1; i < args.length - 1; i += 2) branches.push([args[i]!, args[i + 1]!]);
  for (const [value] of branches) {
    if (value.type === 'Boolean') throw unfitArgument(name);
    if (picklist && value.node.kind !== 'text') throw wrongType(name, ['Text Literal'], value.type);
    if (!picklist && commonType(expression.type, value.type) === null) throw wrongType(name, [expression.type], value.type);
  }
  const results = [...branches.map(([, result]) => result), args.at(-1)!];
  for (const result of results) if (result.type === 'Boolean') throw unfitArgument(name);
  const asText = picklist || expression.type === 'Text';
  return {
    type: resultType(name, results),
    run: (context) => {
      const value = expression.run(context);
      const match = branches.find(([each]) => equal(value, each.run(context), asText) === true);
      return (match ? match[1] : results.at(-1)!).run(context);
    },
  };
};

/** Null where one side is unknown. Texts are never unknown: blank equals blank. */
export function equal(a: FormulaValue, b: FormulaValue, asText: boolean): boolean | null {
  if (asText) return textOf(a) === textOf(b);
  return a === null || b === null ? null : compareValues(a, b) === 0;
}

const isBlank: FormulaFunction = (call) => {
  expectCount(call, 1);
  const [arg] = call.args as [Bound];
  if (arg.type === 'Boolean') throw unfitArgument(call.name);
  return { type: 'Boolean', run: (context) => arg.run(context) === null };
};

/** "Text fields are never null." */
const isNull: FormulaFunction = (call) => {
  const { run } = isBlank(call);
  return { type: 'Boolean', run: call.args[0]?.type === 'Text' ? () => false : run };
};

const orElse: FormulaFunction = (call) => {
  expectCount(call, 2);
  const [value, substitute] = call.args as [Bound, Bound];
  if (value.type === 'Boolean') throw unfitArgument(call.name);
  return { type: resultType(call.name, call.args), run: (context) => value.run(context) ?? substitute.run(context) };
};

const nullElse: FormulaFunction = (call) => {
  const result = orElse(call);
  return result.type === 'Text' ? { type: 'Text', run: call.args[0]!.run } : result;
};

export const logicFunctions: FunctionTable = {
  AND: and,
  OR: or,
  NOT: not,
  IF: choose,
  CASE: cases,
  ISBLANK: isBlank,
  ISNULL: isNull,
  BLANKVALUE: orElse,
  NULLVALUE: nullElse,
};
