/** `System.Decimal`. Where no rounding mode is given the platform rounds half to even. */
import { convert } from '../../../runtime/convert.ts';
import { apexError } from '../../../runtime/exceptions.ts';
import { ApexDecimal, RoundingMode, type BigDecimalValue } from '../../../runtime/values/numbers.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';
import { doubleFrom, integerFrom, longFrom } from './narrow.ts';
import { formatNumber, parseDecimal } from './numberText.ts';
import { roundingModeOf } from './roundingMode.ts';

const { m } = membersOf<ApexDecimal>();

/** "The scale must be between -33 and 33" (Apex Reference). */
function checkedScale(scale: number | null): number {
  const given = required(scale);
  if (given < -33 || given > 33) throw apexError('MathException', `Scale must be between -33 and 33`);
  return given;
}

/** UNNECESSARY throws where digits would be lost. */
function rounded(work: () => BigDecimalValue): ApexDecimal {
  try {
    return new ApexDecimal(work());
  } catch (error) {
    if (error instanceof RangeError) throw apexError('MathException', 'Rounding necessary');
    throw error;
  }
}

function divide(self: ApexDecimal, divisor: ApexDecimal | null, scale: number | null, mode: RoundingMode): ApexDecimal {
  if (required(divisor).value.signum() === 0) throw apexError('MathException', 'Divide by 0');
  return rounded(() => self.value.divide(required(divisor).value, checkedScale(scale), mode));
}

const toLong = (self: ApexDecimal, mode: RoundingMode): bigint => longFrom(rounded(() => self.value.setScale(0, mode)));

export const decimalDeclaration = standardClass('System.Decimal', [
  m('Decimal abs()', (self) => new ApexDecimal(self.value.abs())),
  m('Decimal divide(Decimal divisor, Integer scale)', (self, divisor, scale) => divide(self, divisor, scale, RoundingMode.HALF_EVEN)),
  m('Decimal divide(Decimal divisor, Integer scale, Object mode)', (self, divisor, scale, mode) =>
    divide(self, divisor, scale, roundingModeOf(mode)),
  ),
  m('Double doubleValue()', doubleFrom),
  m('String format()', (self) => formatNumber(self.value.toPlainString())),
  m('Integer intValue()', integerFrom),
  m('Long longValue()', longFrom),
  m('Decimal pow(Integer exponent)', (self, exponent) => new ApexDecimal(self.value.pow(required(exponent)))),
  m('Integer precision()', (self) => self.value.precision()),
  m('Long round()', (self) => toLong(self, RoundingMode.HALF_EVEN)),
  m('Long round(RoundingMode mode)', (self, mode) => toLong(self, roundingModeOf(mode))),
  m('Integer scale()', (self) => self.value.scale()),
  m('Decimal setScale(Integer scale)', (self, scale) => rounded(() => self.value.setScale(checkedScale(scale), RoundingMode.HALF_EVEN))),
  m('Decimal setScale(Integer scale, RoundingMode mode)', (self, scale, mode) =>
    rounded(() => self.value.setScale(checkedScale(scale), roundingModeOf(mode))),
  ),
  m('Decimal stripTrailingZeros()', (self) => new ApexDecimal(self.value.stripTrailingZeros())),
  m('String toPlainString()', (self) => self.value.toPlainString()),
  m('static Decimal valueOf(Double value)', (value) => convert(required(value), 'Double', 'Decimal') as ApexDecimal),
  m('static Decimal valueOf(Long value)', (value) => ApexDecimal.of(required(value))),
  m('static Decimal valueOf(String text)', parseDecimal),
]);
