/** Operators. Unknown in, unknown out; only texts take blank as nothing. */
import { ApexDate, ApexDatetime, ApexTime } from '../../runtime/values/dates.ts';
import { MathContext, RoundingMode, type BigDecimalValue } from '../../runtime/values/numbers.ts';
import { DAY } from '../calendar.ts';
import { compareValues } from '../compare.ts';
import type { Bound } from '../bound.ts';
import { unfitArgument, wrongType } from '../problems.ts';
import { decimal, FormulaFailure, PRECISION, whole, type FormulaType, type FormulaValue } from '../values.ts';
import { commonType, expectCount, expectType, strict, type Call, type FormulaFunction, type FunctionTable, type Result } from './define.ts';
import { equal } from './logic.ts';

type Pair = (a: NonNullable<FormulaValue>, b: NonNullable<FormulaValue>) => FormulaValue;

const num = (value: FormulaValue): BigDecimalValue => value as BigDecimalValue;

// ---------------------------------------------------------------------------------------------- + -

const addDays = (date: ApexDate, days: BigDecimalValue): ApexDate => new ApexDate(date.days + whole(days));
/** To the second. */
const addDuration = (at: ApexDatetime, days: BigDecimalValue): ApexDatetime =>
  new ApexDatetime(
    at.ms +
      days
        .multiply(decimal(DAY / 1000))
        .setScale(0, RoundingMode.HALF_UP)
        .numberValue() *
        1000,
  );
const addMilliseconds = (at: ApexTime, ms: number): ApexTime => new ApexTime((((at.ms + ms) % DAY) + DAY) % DAY);
const inDays = (ms: number): BigDecimalValue => decimal(ms).divideWithMathContext(decimal(DAY), PRECISION);

/** `Number+Date`: what the operator makes of those two types. */
const sums: Readonly<Record<string, { readonly type: FormulaType; readonly run: Pair }>> = {
  'Number+Number': { type: 'Number', run: (a, b) => num(a).add(num(b), PRECISION) },
  'Number-Number': { type: 'Number', run: (a, b) => num(a).subtract(num(b), PRECISION) },
  'Number+Date': { type: 'Date', run: (a, b) => addDays(b as ApexDate, num(a)) },
  'Number+DateTime': { type: 'DateTime', run: (a, b) => addDuration(b as ApexDatetime, num(a)) },
  'Date+Number': { type: 'Date', run: (a, b) => addDays(a as ApexDate, num(b)) },
  'Date-Number': { type: 'Date', run: (a, b) => addDays(a as ApexDate, num(b).negate()) },
  'Date-Date': { type: 'Number', run: (a, b) => decimal((a as ApexDate).days - (b as ApexDate).days) },
  'DateTime+Number': { type: 'DateTime', run: (a, b) => addDuration(a as ApexDatetime, num(b)) },
  'DateTime-Number': { type: 'DateTime', run: (a, b) => addDuration(a as ApexDatetime, num(b).negate()) },
  'DateTime-DateTime': { type: 'Number', run: (a, b) => inDays((a as ApexDatetime).ms - (b as ApexDatetime).ms) },
  'Time+Number': { type: 'Time', run: (a, b) => addMilliseconds(a as ApexTime, whole(num(b))) },
  'Time-Number': { type: 'Time', run: (a, b) => addMilliseconds(a as ApexTime, -whole(num(b))) },
  'Time-Time': { type: 'Number', run: (a, b) => decimal(addMilliseconds(a as ApexTime, -(b as ApexTime).ms).ms) },
};

const sum: FormulaFunction = (call) => {
  const { name, args } = call;
  expectCount(call, 1, 2);
  const [left, right] = args as [Bound, Bound | undefined];
  if (!right) {
    if (left.type !== 'Number') {
      expectType(name, left, 'Number');
      throw wrongType(name, ['Number'], left.type);
    }
    return { type: 'Number', run: (context) => signed(name, left.run(context) as BigDecimalValue | null) };
  }
  for (const arg of [left, right]) if (arg.type === 'Picklist' || arg.type === 'Multi-Select Picklist') expectType(name, arg);
  if (left.type === 'Null' || right.type === 'Null') return { type: 'Null', run: () => null };
  if (left.type === 'Text' && name === '+') {
    if (right.type !== 'Text') throw wrongType(name, ['Text'], right.type);
    return concatenation(left, right);
  }
  const rule = sums[`${left.type}${name}${right.type}`];
  if (!rule) throw unfitSum(name, left, right);
  const { run } = rule;
  return {
    type: rule.type,
    run: (context) => {
      const [a, b] = [left.run(context), right.run(context)];
      return a === null || b === null ? null : run(a, b);
    },
  };
};

function unfitSum(name: string, left: Bound, right: Bound): Error {
  const dates: readonly FormulaType[] = ['Date', 'DateTime'];
  if (left.type === 'Number' && name === '-' && dates.includes(right.type)) return wrongType(name, ['Number'], right.type);
  if (dates.includes(left.type) && left.type === right.type) return wrongType(name, ['Number'], right.type);
  if (left.type === 'Time' && right.type === 'Time') return unfitArgument(name);
  const known = left.type === 'Number' || left.type === 'Time' || dates.includes(left.type);
  return wrongType(name, ['Number', 'Date', 'DateTime'], (known ? right : left).type);
}

const signed = (name: string, value: BigDecimalValue | null): BigDecimalValue | null =>
  value === null || name === '+' ? value : value.negate();

function concatenation(left: Bound, right: Bound): Result {
  return {
    type: 'Text',
    run: (context) => {
      const [a, b] = [left.run(context), right.run(context)];
      return a === null ? b : b === null ? a : `${a as string}${b as string}`;
    },
  };
}

const concat: FormulaFunction = (call) => {
  expectCount(call, 2);
  const [left, right] = call.args as [Bound, Bound];
  expectType(call.name, left, 'Text');
  expectType(call.name, right, 'Text');
  return concatenation(left, right);
};

// ---------------------------------------------------------------------------------------------- * / ^

const POWER = new MathContext(18, RoundingMode.HALF_UP);
const MOST_DIGITS = 64;
const SMALLEST = decimal('1e-39');

function power(base: BigDecimalValue, exponent: BigDecimalValue): BigDecimalValue {
  const times = exponent.numberValue();
  const tooBig = Math.log10(Math.abs(base.numberValue())) * times > MOST_DIGITS;
  if (!Number.isInteger(times) || tooBig || (base.signum() === 0 && times < 0))
    throw new FormulaFailure('Out of range argument to POWER() function');
  const result = base.pow(times, POWER);
  return result.abs().compareTo(SMALLEST) < 0 ? decimal(0) : result;
}

function divided(a: BigDecimalValue, b: BigDecimalValue): BigDecimalValue {
  if (b.signum() === 0) throw new FormulaFailure('Division by zero');
  return a.divideWithMathContext(b, PRECISION);
}

// ---------------------------------------------------------------------------------------------- = <

const equality =
  (negated: boolean): FormulaFunction =>
  (call) => {
    expectCount(call, 2);
    const [left, right] = call.args as [Bound, Bound];
    for (const arg of [left, right]) if (arg.type === 'Picklist' || arg.type === 'Multi-Select Picklist') expectType(call.name, arg);
    if (commonType(left.type, right.type) === null) throw wrongType(call.name, [left.type], right.type);
    const asText = left.type === 'Text' || right.type === 'Text';
    return {
      type: 'Boolean',
      run: (context) => {
        const same = equal(left.run(context), right.run(context), asText);
        return same === null ? null : same !== negated;
      },
    };
  };

const comparable: readonly FormulaType[] = ['Number', 'Date', 'DateTime', 'Time', 'Null'];

const comparison =
  (holds: (difference: number) => boolean): FormulaFunction =>
  (call: Call) => {
    expectCount(call, 2);
    const [left, right] = call.args as [Bound, Bound];
    for (const arg of [left, right]) if (arg.type === 'Picklist' || arg.type === 'Multi-Select Picklist') expectType(call.name, arg);
    if (commonType(left.type, right.type) === null) throw wrongType(call.name, [left.type], right.type);
    for (const arg of [left, right])
      if (!comparable.includes(arg.type)) throw wrongType(call.name, ['Number', 'Date', 'DateTime'], arg.type);
    return {
      type: 'Boolean',
      run: (context) => {
        const [a, b] = [left.run(context), right.run(context)];
        return a === null || b === null ? null : holds(compareValues(a, b));
      },
    };
  };

export const operators: FunctionTable = {
  '+': sum,
  '-': sum,
  '&': concat,
  '*': strict(['Number', 'Number'], 'Number', (a, b) => a.multiply(b, PRECISION)),
  '/': strict(['Number', 'Number'], 'Number', divided),
  '^': strict(['Number', 'Number'], 'Number', power),
  '=': equality(false),
  '<>': equality(true),
  '<': comparison((difference) => difference < 0),
  '<=': comparison((difference) => difference <= 0),
  '>': comparison((difference) => difference > 0),
  '>=': comparison((difference) => difference >= 0),
};
