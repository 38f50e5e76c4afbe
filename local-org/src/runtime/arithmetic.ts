/** Arithmetic that is more than one JavaScript operator: division, Decimal, and numbers added to dates. Emitted code does the rest inline. */
import { apexError } from './exceptions.ts';
import { nonNull, nullPointer } from './nullPointer.ts';
import { ApexDate, ApexDatetime, ApexTime } from './values/dates.ts';
import { ApexDecimal, ApexDouble, RoundingMode, type BigDecimalValue } from './values/numbers.ts';

const divideByZero = (): never => {
  throw apexError('MathException', 'Divide by 0');
};

/** Towards zero; -2147483648 / -1 wraps. */
export function divideInteger(a: number | null, b: number | null): number {
  if (a === null || b === null) return nullPointer();
  if (b === 0) return divideByZero();
  return (a / b) | 0;
}

export function divideLong(a: bigint | null, b: bigint | null): bigint {
  if (a === null || b === null) return nullPointer();
  if (b === 0n) return divideByZero();
  return BigInt.asIntN(64, a / b);
}

/** The platform divides no Double by zero either. */
export function divideDouble(a: ApexDouble | null, b: ApexDouble | null): ApexDouble {
  const divisor = nonNull(b).value;
  if (divisor === 0) return divideByZero();
  return new ApexDouble(nonNull(a).value / divisor);
}

/** The larger of the two scales. */
export function addDecimal(a: ApexDecimal | null, b: ApexDecimal | null): ApexDecimal {
  return new ApexDecimal(nonNull(a).value.add(nonNull(b).value));
}

export function subtractDecimal(a: ApexDecimal | null, b: ApexDecimal | null): ApexDecimal {
  return new ApexDecimal(nonNull(a).value.subtract(nonNull(b).value));
}

/** The sum of the two scales, at most MAX_SCALE. */
export function multiplyDecimal(a: ApexDecimal | null, b: ApexDecimal | null): ApexDecimal {
  const product = nonNull(a).value.multiply(nonNull(b).value);
  return new ApexDecimal(product.scale() > MAX_SCALE ? product.setScale(MAX_SCALE, RoundingMode.HALF_EVEN) : product);
}

/** The Apex Developer Guide allows -33 to 33 for a Decimal's scale. */
const MAX_SCALE = 33;

/**
 * An exact quotient keeps the difference of the scales, or what it needs beyond that (10.00 / 2 = 5.00, 1 / 8 = 0.125);
 * any other has 33 digits after the point, rounded half even (1 / 3 = 0.333…).
 */
export function divideDecimal(a: ApexDecimal | null, b: ApexDecimal | null): ApexDecimal {
  const dividend = nonNull(a).value;
  const divisor = nonNull(b).value;
  if (divisor.signum() === 0) return divideByZero();
  const preferred = Math.max(dividend.scale() - divisor.scale(), 0);
  const quotient = dividend.divide(divisor, MAX_SCALE, RoundingMode.HALF_EVEN);
  if (quotient.multiply(divisor).compareTo(dividend) !== 0) return new ApexDecimal(quotient);
  return new ApexDecimal(withScaleNear(quotient, preferred));
}

/** Trailing zeros removed down to `scale`. */
function withScaleNear(value: BigDecimalValue, scale: number): BigDecimalValue {
  const stripped = value.stripTrailingZeros();
  return stripped.scale() < scale ? stripped.setScale(scale) : stripped;
}

export function negateDecimal(a: ApexDecimal | null): ApexDecimal {
  return new ApexDecimal(nonNull(a).value.negate());
}

const MS_PER_DAY = 86_400_000;

/** `date + days` */
export function addToDate(date: ApexDate | null, days: number | null, sign: 1 | -1): ApexDate {
  return new ApexDate(nonNull(date).days + sign * nonNull(days));
}

/** `datetime + days`, fractions of days too, to the millisecond. */
export function addToDatetime(datetime: ApexDatetime | null, days: number | ApexDouble | ApexDecimal | null, sign: 1 | -1): ApexDatetime {
  return new ApexDatetime(nonNull(datetime).ms + sign * Math.round(asNumber(nonNull(days)) * MS_PER_DAY));
}

function asNumber(days: number | ApexDouble | ApexDecimal): number {
  if (typeof days === 'number') return days;
  return days instanceof ApexDouble ? days.value : Number(days.value.toString());
}

/** `time + milliseconds`, around midnight. */
export function addToTime(time: ApexTime | null, milliseconds: number | bigint | null, sign: 1 | -1): ApexTime {
  const sum = nonNull(time).ms + sign * Number(nonNull(milliseconds));
  return new ApexTime(((sum % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY);
}
