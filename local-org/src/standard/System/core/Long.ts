/** `System.Long` */
import { membersOf, standardClass } from '../../declare.ts';
import { formatNumber, parseLong } from './numberText.ts';

const { m } = membersOf<bigint>();

export const longDeclaration = standardClass('System.Long', [
  m('Integer intValue()', (self) => Number(BigInt.asIntN(32, self))),
  m('String format()', (self) => formatNumber(String(self))),
  m('static Long valueOf(String text)', parseLong),
]);
