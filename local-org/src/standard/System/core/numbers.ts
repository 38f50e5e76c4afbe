/** Integer, Long, Double, Boolean. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { doubleText } from '../../../runtime/toText.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../../runtime/values/numbers.ts';
import { typeNameOf } from '../../../runtime/typeNames.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';
import { doubleFrom, integerFrom } from './narrow.ts';
import { formatNumber, parseDouble, parseInteger, parseLong } from './numberText.ts';

/** `valueOf(Object)` takes the text or any number; what else it accepts is not documented. */
function convertible<T>(
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

const integer = membersOf<number>();
export const integerDeclaration = standardClass('System.Integer', [
  integer.m('String format()', (self) => formatNumber(String(self))),
  integer.m('static Integer valueOf(Object value)', (value) => convertible(value, 'Integer', parseInteger, integerFrom)),
  integer.m('static Integer valueOf(String text)', parseInteger),
]);

const long = membersOf<bigint>();
export const longDeclaration = standardClass('System.Long', [
  long.m('Integer intValue()', (self) => Number(BigInt.asIntN(32, self))),
  long.m('String format()', (self) => formatNumber(String(self))),
  long.m('static Long valueOf(String text)', parseLong),
]);

/** Java's cast of a double: past the range it stays at the end of it, NaN is 0. */
function saturate(value: number, bits: 32 | 64): bigint {
  if (Number.isNaN(value)) return 0n;
  const most = 2n ** BigInt(bits - 1) - 1n;
  if (value >= Number(most)) return most;
  return value <= -Number(most) - 1 ? -most - 1n : BigInt(Math.trunc(value));
}

const double = membersOf<ApexDouble>();
export const doubleDeclaration = standardClass('System.Double', [
  double.m('Integer intValue()', (self) => Number(saturate(self.value, 32))),
  double.m('Long longValue()', (self) => saturate(self.value, 64)),
  double.m('Long round()', (self) => saturate(Math.floor(self.value + 0.5), 64)),
  double.m('String format()', (self) => {
    const text = doubleText(self.value).replace(/\.0$/, '');
    if (!/^-?\d+(?:\.\d{1,3})?$/.test(text)) throw new NotSupported(`Double.format() of ${text}`);
    return formatNumber(text);
  }),
  double.m('static Double valueOf(Object value)', (value) => convertible(value, 'Double', parseDouble, doubleFrom)),
  double.m('static Double valueOf(String text)', parseDouble),
]);

const bool = membersOf<boolean>();
export const booleanDeclaration = standardClass('System.Boolean', [
  bool.m('static Boolean valueOf(Object value)', (value) => {
    const given = required(value);
    if (typeof given === 'boolean') return given;
    if (typeof given === 'string') return given.toLowerCase() === 'true';
    throw new NotSupported(`Boolean.valueOf of a value of type ${typeNameOf(given)}`);
  }),
]);
