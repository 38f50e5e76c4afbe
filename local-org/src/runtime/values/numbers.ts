/** Double and Decimal. Integer and Long are plain number and bigint: see kinds.ts. */
import { Big, BigDecimal, MathContext, RoundingMode } from 'bigdecimal.js';

export type BigDecimalValue = BigDecimal;

/** A 64-bit floating point number. Immutable. */
export class ApexDouble {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** Decimal keeps its scale: 1.50 + 1 = 2.50. Immutable. */
export class ApexDecimal {
  readonly value: BigDecimalValue;
  constructor(value: BigDecimalValue) {
    this.value = value;
  }
  static of(text: string | number | bigint): ApexDecimal {
    return new ApexDecimal(Big(String(text)));
  }
}

export { Big, MathContext, RoundingMode };
