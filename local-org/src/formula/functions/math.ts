/** Math functions. Source of rounding and of what is an error: the platform's published formula engine. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { MathContext, RoundingMode, type BigDecimalValue } from '../../runtime/values/numbers.ts';
import { decimal, FormulaFailure, fromDouble, whole } from '../values.ts';
import { expectCount, expectType, fixed, strict, type FormulaFunction, type FunctionTable } from './define.ts';

/** Fractions like 1/3 are cut before they are rounded to whole numbers: 3 * (1/3) is 1. */
const CUT = new MathContext(33, RoundingMode.HALF_DOWN);
const toWhole = (value: BigDecimalValue, mode: RoundingMode): BigDecimalValue => value.round(CUT).setScale(0, mode);

const ofOne = (run: (value: BigDecimalValue) => BigDecimalValue): FormulaFunction => strict(['Number'], 'Number', run);
const ofDouble = (run: (value: number) => number): FormulaFunction => ofOne((value) => fromDouble(run(value.numberValue())));

/** Any number of parameters; one blank makes the result blank. */
function best(isBetter: (comparison: number) => boolean): FormulaFunction {
  return (call) => {
    expectCount(call, 1, Infinity);
    for (const arg of call.args) expectType(call.name, arg, 'Number');
    return {
      type: 'Number',
      run: (context) => {
        let found: BigDecimalValue | null = null;
        for (const arg of call.args) {
          const value = arg.run(context) as BigDecimalValue | null;
          if (value === null) return null;
          if (found === null || isBetter(value.compareTo(found))) found = value;
        }
        return found;
      },
    };
  };
}

function rounded(value: BigDecimalValue, digits: BigDecimalValue): BigDecimalValue {
  return value.setScale(whole(digits), RoundingMode.HALF_UP);
}

/** The database and the rest of the platform disagree about a divisor of zero. */
function remainder(value: BigDecimalValue, divisor: BigDecimalValue): BigDecimalValue {
  if (divisor.signum() === 0) throw new NotSupported('formula function MOD with a divisor of 0');
  return value.remainder(divisor);
}

function squareRoot(value: BigDecimalValue): BigDecimalValue {
  if (value.signum() < 0) throw new FormulaFailure('square root of a negative number');
  return fromDouble(Math.sqrt(value.numberValue()));
}

export const mathFunctions: FunctionTable = {
  ABS: ofOne((value) => value.abs()),
  /** Away from zero and toward it; MCEILING and MFLOOR are those of mathematics. */
  CEILING: ofOne((value) => toWhole(value, RoundingMode.UP)),
  FLOOR: ofOne((value) => toWhole(value, RoundingMode.DOWN)),
  MCEILING: ofOne((value) => toWhole(value, RoundingMode.CEILING)),
  MFLOOR: ofOne((value) => toWhole(value, RoundingMode.FLOOR)),
  ROUND: strict(['Number', 'Number'], 'Number', rounded),
  TRUNC: strict(
    ['Number', 'Number'],
    'Number',
    (value, digits?: BigDecimalValue) => value.setScale(digits ? whole(digits) : 0, RoundingMode.DOWN),
    1,
  ),
  MOD: strict(['Number', 'Number'], 'Number', remainder),
  MAX: best((comparison) => comparison > 0),
  MIN: best((comparison) => comparison < 0),
  SQRT: ofOne(squareRoot),
  EXP: ofDouble(Math.exp),
  LN: ofDouble(Math.log),
  LOG: ofDouble(Math.log10),
  SIN: ofDouble(Math.sin),
  COS: ofDouble(Math.cos),
  TAN: ofDouble(Math.tan),
  ASIN: ofDouble(Math.asin),
  ACOS: ofDouble(Math.acos),
  ATAN: ofDouble(Math.atan),
  ATAN2: strict(['Number', 'Number'], 'Number', (y, x) => fromDouble(Math.atan2(y.numberValue(), x.numberValue()))),
  PI: fixed([], 'Number', () => decimal(Math.PI)),
};
