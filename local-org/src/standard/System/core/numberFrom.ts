/** What `Integer.valueOf(Object)` and `Double.valueOf(Object)` make of a value. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { typeNameOf } from '../../../runtime/typeNames.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../../runtime/values/numbers.ts';
import { required } from './arguments.ts';

/** It takes the text or any number; what else it accepts is not documented. */
export function numberFrom<T>(
  value: Value,
  type: string,
  fromText: (text: string) => T,
  fromNumber: (value: number | bigint | ApexDouble | ApexDecimal) => T,
): T {
  const given = required(value);
  if (typeof given === 'string') return fromText(given);
  if (typeof given === 'number' || typeof given === 'bigint' || given instanceof ApexDouble || given instanceof ApexDecimal)
    return fromNumber(given);
  throw new NotSupported(`${type}.valueOf of a value of type ${typeNameOf(given)}`);
}
