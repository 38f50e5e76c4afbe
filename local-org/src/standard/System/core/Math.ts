/** `System.Math`. The Decimal forms of roots, powers and trigonometry are calculated in Double. */
import { divideInteger, divideLong } from '../../../runtime/arithmetic.ts';
import { apexError } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexDecimal, ApexDouble, RoundingMode } from '../../../runtime/values/numbers.ts';
import { membersOf, standardClass, type MemberEntry } from '../../declare.ts';
import { required } from './arguments.ts';
import { doubleFrom, integerFrom, longFrom } from './narrow.ts';

const { m, p } = membersOf<null>();

/** Of two neighbours equally near the even one. */
function halfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** What happens exactly between two whole numbers is documented for Decimal only. */
function roundedDouble(value: ApexDouble | null): ApexDouble {
  const given = required(value).value;
  const isTie = Math.abs(given % 1) === 0.5;
  return new ApexDouble(isTie && current().settings.position('doubleTies') === 'up' ? Math.round(given) : halfEven(given));
}

const roundedDecimal = (value: ApexDecimal | null, mode: RoundingMode): ApexDecimal =>
  new ApexDecimal(required(value).value.setScale(0, mode));

function inDecimal(result: number): ApexDecimal {
  if (!Number.isFinite(result)) throw apexError('MathException', 'Illegal argument');
  return ApexDecimal.of(result);
}

type Calculation = (value: number) => number;

const calculations: Readonly<
  Record<
    'acos' | 'asin' | 'atan' | 'cbrt' | 'cos' | 'cosh' | 'exp' | 'log' | 'log10' | 'sin' | 'sinh' | 'sqrt' | 'tan' | 'tanh',
    Calculation
  >
> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

const calculated: readonly MemberEntry[] = Object.entries(calculations).flatMap(([name, calculate]): MemberEntry[] => [
  {
    ...m('static Decimal f(Decimal value)', (value) => inDecimal(calculate(doubleFrom(required(value)).value))),
    signature: `static Decimal ${name}(Decimal value)`,
  },
  {
    ...m('static Double f(Double value)', (value) => new ApexDouble(calculate(required(value).value))),
    signature: `static Double ${name}(Double value)`,
  },
]);

const smaller = <T extends number | bigint>(a: T | null, b: T | null): T => (required(a) < required(b) ? (a as T) : (b as T));
const larger = <T extends number | bigint>(a: T | null, b: T | null): T => (required(a) > required(b) ? (a as T) : (b as T));
const asDecimal = (value: ApexDouble | null): ApexDecimal => inDecimal(required(value).value);
const smallerDecimal = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => (a.value.compareTo(b.value) <= 0 ? a : b);
const largerDecimal = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => (a.value.compareTo(b.value) >= 0 ? a : b);

export const mathDeclaration = standardClass('System.Math', [
  p('static Double E', () => new ApexDouble(Math.E)),
  p('static Double PI', () => new ApexDouble(Math.PI)),
  ...calculated,
  m('static Decimal abs(Decimal value)', (value) => new ApexDecimal(required(value).value.abs())),
  m('static Double abs(Double value)', (value) => new ApexDouble(Math.abs(required(value).value))),
  m('static Integer abs(Integer value)', (value) => Math.abs(required(value)) | 0),
  m('static Long abs(Long value)', (value) => BigInt.asIntN(64, required(value) < 0n ? -required(value) : required(value))),
  m('static Decimal atan2(Decimal y, Decimal x)', (y, x) =>
    inDecimal(Math.atan2(doubleFrom(required(y)).value, doubleFrom(required(x)).value)),
  ),
  m('static Double atan2(Double y, Double x)', (y, x) => new ApexDouble(Math.atan2(required(y).value, required(x).value))),
  m('static Decimal ceil(Decimal value)', (value) => roundedDecimal(value, RoundingMode.CEILING)),
  m('static Double ceil(Double value)', (value) => new ApexDouble(Math.ceil(required(value).value))),
  m('static Decimal floor(Decimal value)', (value) => roundedDecimal(value, RoundingMode.FLOOR)),
  m('static Double floor(Double value)', (value) => new ApexDouble(Math.floor(required(value).value))),
  m('static Decimal max(Decimal a, Decimal b)', (a, b) => largerDecimal(required(a), required(b))),
  m('static Decimal max(Decimal a, Double b)', (a, b) => largerDecimal(required(a), asDecimal(b))),
  m('static Double max(Double a, Double b)', (a, b) => new ApexDouble(Math.max(required(a).value, required(b).value))),
  m('static Integer max(Integer a, Integer b)', larger),
  m('static Long max(Long a, Long b)', larger),
  m('static Decimal min(Decimal a, Decimal b)', (a, b) => smallerDecimal(required(a), required(b))),
  m('static Decimal min(Decimal a, Double b)', (a, b) => smallerDecimal(required(a), asDecimal(b))),
  m('static Double min(Double a, Double b)', (a, b) => new ApexDouble(Math.min(required(a).value, required(b).value))),
  m('static Integer min(Integer a, Integer b)', smaller),
  m('static Long min(Long a, Long b)', smaller),
  m('static Integer mod(Integer value, Integer divisor)', (value, divisor) => {
    divideInteger(required(value), required(divisor));
    return (required(value) % required(divisor)) | 0;
  }),
  m('static Long mod(Long value, Long divisor)', (value, divisor) => {
    divideLong(required(value), required(divisor));
    return required(value) % required(divisor);
  }),
  m(
    'static Double pow(Double base, Double exponent)',
    (base, exponent) => new ApexDouble(Math.pow(required(base).value, required(exponent).value)),
  ),
  m('static Double random()', () => new ApexDouble(current().random())),
  m('static Decimal rint(Decimal value)', (value) => roundedDecimal(value, RoundingMode.HALF_EVEN)),
  m('static Double rint(Double value)', (value) => new ApexDouble(halfEven(required(value).value))),
  m('static Integer round(Decimal value)', (value) => integerFrom(roundedDecimal(value, RoundingMode.HALF_EVEN))),
  m('static Integer round(Double value)', (value) => integerFrom(roundedDouble(value))),
  m('static Long roundToLong(Decimal value)', (value) => longFrom(roundedDecimal(value, RoundingMode.HALF_EVEN))),
  m('static Long roundToLong(Double value)', (value) => longFrom(roundedDouble(value))),
  m('static Decimal signum(Decimal value)', (value) => ApexDecimal.of(required(value).value.signum())),
  m('static Double signum(Double value)', (value) => new ApexDouble(Math.sign(required(value).value))),
]);
