/** Any number as Integer, Long or Double: what does not fit wraps around, fractions are cut off. */
import { ApexDecimal, ApexDouble } from '../../../runtime/values/numbers.ts';

type AnyNumber = number | bigint | ApexDouble | ApexDecimal;

function whole(value: AnyNumber): bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value);
  return value instanceof ApexDouble ? BigInt(Math.trunc(value.value)) : value.value.toBigInt();
}

export const integerFrom = (value: AnyNumber): number => Number(BigInt.asIntN(32, whole(value)));
export const longFrom = (value: AnyNumber): bigint => BigInt.asIntN(64, whole(value));

export function doubleFrom(value: AnyNumber): ApexDouble {
  if (value instanceof ApexDouble) return value;
  return new ApexDouble(Number(value instanceof ApexDecimal ? value.value.toString() : value));
}
