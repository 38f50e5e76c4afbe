/** `System.Double` */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { doubleText } from '../../../runtime/toText.ts';
import type { ApexDouble } from '../../../runtime/values/numbers.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { doubleFrom } from './narrow.ts';
import { numberFrom } from './numberFrom.ts';
import { formatNumber, parseDouble } from './numberText.ts';

/** Java's cast of a double: past the range it stays at the end of it, NaN is 0. */
function saturate(value: number, bits: 32 | 64): bigint {
  if (Number.isNaN(value)) return 0n;
  const most = 2n ** BigInt(bits - 1) - 1n;
  if (value >= Number(most)) return most;
  return value <= -Number(most) - 1 ? -most - 1n : BigInt(Math.trunc(value));
}

const { m } = membersOf<ApexDouble>();

export const doubleDeclaration = standardClass('System.Double', [
  m('Integer intValue()', (self) => Number(saturate(self.value, 32))),
  m('Long longValue()', (self) => saturate(self.value, 64)),
  m('Long round()', (self) => saturate(Math.floor(self.value + 0.5), 64)),
  m('String format()', (self) => {
    const text = doubleText(self.value).replace(/\.0$/, '');
    if (!/^-?\d+(?:\.\d{1,3})?$/.test(text)) throw new NotSupported(`Double.format() of ${text}`);
    return formatNumber(text);
  }),
  m('static Double valueOf(Object value)', (value) => numberFrom(value, 'Double', parseDouble, doubleFrom)),
  m('static Double valueOf(String text)', parseDouble),
]);
