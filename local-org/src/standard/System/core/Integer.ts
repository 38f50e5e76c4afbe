/** `System.Integer` */
import { membersOf, standardClass } from '../../declare.ts';
import { numberFrom } from './numberFrom.ts';
import { integerFrom } from './narrow.ts';
import { formatNumber, parseInteger } from './numberText.ts';

const { m } = membersOf<number>();

export const integerDeclaration = standardClass('System.Integer', [
  m('String format()', (self) => formatNumber(String(self))),
  m('static Integer valueOf(Object value)', (value) => numberFrom(value, 'Integer', parseInteger, integerFrom)),
  m('static Integer valueOf(String text)', parseInteger),
]);
