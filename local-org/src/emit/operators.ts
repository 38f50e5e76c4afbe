/** Operators: what can stay one JavaScript operator stays one, with null asked for where the platform would throw. */
import type { ArithmeticOperator, Bound, NumberKind, OperandKind } from '../types/bound.ts';
import { expression, isNeverNull, value } from './expressions.ts';
import type { MethodScope } from './methodScope.ts';

/** Code of an operand, and whether it can be null. */
export interface Operand {
  readonly js: string;
  readonly neverNull: boolean;
}

export const operand = (m: MethodScope, bound: Bound): Operand => ({ js: expression(m, bound), neverNull: isNeverNull(bound) });

/** For code of which nothing is known. */
export const nullable = (js: string): Operand => ({ js, neverNull: false });

const checked = (m: MethodScope, { js, neverNull }: Operand): string => (neverNull ? js : `(${js}??${m.unit.kernel('nullPointer')}())`);

/** A Boolean: null throws, where JavaScript would take it for false. */
export const condition = (m: MethodScope, bound: Bound): string => value(m, bound);

export function arithmetic(m: MethodScope, operator: ArithmeticOperator, kind: OperandKind, left: Operand, right: Operand): string {
  switch (kind) {
    case 'Integer':
      return integerArithmetic(m, operator, left, right);
    case 'Long':
      return longArithmetic(m, operator, left, right);
    case 'Double':
      return doubleArithmetic(m, operator, left, right);
    case 'Decimal':
      return `${m.unit.kernel(decimalFunction(operator))}(${left.js},${right.js})`;
    case 'String':
      return `${m.unit.kernel('concat')}(${left.js},${right.js})`;
    case 'Boolean':
      return `(!!(${checked(m, left)}${operator}${checked(m, right)}))`;
    case 'Date':
    case 'Datetime':
    case 'Time':
      return `${m.unit.kernel(`addTo${kind}`)}(${left.js},${right.js},${operator === '+' ? 1 : -1})`;
    default:
      return kind satisfies never;
  }
}

function integerArithmetic(m: MethodScope, operator: ArithmeticOperator, left: Operand, right: Operand): string {
  switch (operator) {
    case '*':
      return `Math.imul(${checked(m, left)},${checked(m, right)})`;
    case '/':
      return `${m.unit.kernel('divideInteger')}(${left.js},${right.js})`;
    case '&':
    case '|':
    case '^':
    case '<<':
    case '>>':
      return `(${checked(m, left)}${operator}${checked(m, right)})`;
    case '+':
    case '-':
    case '>>>':
      return `(${checked(m, left)}${operator}${checked(m, right)}|0)`;
    default:
      return operator satisfies never;
  }
}

function longArithmetic(m: MethodScope, operator: ArithmeticOperator, left: Operand, right: Operand): string {
  const wrap = (js: string): string => `BigInt.asIntN(64,${js})`;
  switch (operator) {
    case '/':
      return `${m.unit.kernel('divideLong')}(${left.js},${right.js})`;
    case '<<':
    case '>>':
      return wrap(`${checked(m, left)}${operator}(${checked(m, right)}&63n)`);
    case '>>>':
      return wrap(`BigInt.asUintN(64,${checked(m, left)})>>(${checked(m, right)}&63n)`);
    case '+':
    case '-':
    case '*':
    case '&':
    case '|':
    case '^':
      return wrap(`${checked(m, left)}${operator}${checked(m, right)}`);
    default:
      return operator satisfies never;
  }
}

/** Null has no `value`: the TypeError becomes the NullPointerException. */
function doubleArithmetic(m: MethodScope, operator: ArithmeticOperator, left: Operand, right: Operand): string {
  if (operator === '/') return `${m.unit.kernel('divideDouble')}(${left.js},${right.js})`;
  return `new ${m.unit.kernel('Double')}(${left.js}.value${operator}${right.js}.value)`;
}

function decimalFunction(operator: ArithmeticOperator): 'addDecimal' | 'subtractDecimal' | 'multiplyDecimal' | 'divideDecimal' {
  switch (operator) {
    case '+':
      return 'addDecimal';
    case '-':
      return 'subtractDecimal';
    case '*':
      return 'multiplyDecimal';
    case '/':
      return 'divideDecimal';
    default:
      throw new Error(`no ${operator} of Decimals`);
  }
}

export function negate(m: MethodScope, kind: NumberKind, of: Operand): string {
  switch (kind) {
    case 'Integer':
      return `(-${checked(m, of)}|0)`;
    case 'Long':
      return `BigInt.asIntN(64,-${checked(m, of)})`;
    case 'Double':
      return `new ${m.unit.kernel('Double')}(-${of.js}.value)`;
    case 'Decimal':
      return `${m.unit.kernel('negateDecimal')}(${of.js})`;
    default:
      return kind satisfies never;
  }
}

/** A null number, Date or Datetime is neither less nor greater than anything: NaN and `undefined` answer false to every comparison. */
export function compare(m: MethodScope, { operator, kind, left, right }: Extract<Bound, { op: 'compare' }>): string {
  const a = operand(m, left);
  const b = operand(m, right);
  const whole = ({ js, neverNull }: Operand): string => (neverNull ? js : `(${js}??NaN)`);
  const by = (comparison: 'compareDecimal' | 'compareText' | 'compareTime'): string =>
    `(${m.unit.kernel(comparison)}(${a.js},${b.js})${operator}0)`;
  switch (kind) {
    case 'Integer':
    case 'Long':
      return `(${whole(a)}${operator}${whole(b)})`;
    case 'Double':
      return `(${a.js}?.value${operator}${b.js}?.value)`;
    case 'Decimal':
      return by('compareDecimal');
    case 'String':
    case 'Id':
      return by('compareText');
    case 'Date':
      return `(${a.js}?.days${operator}${b.js}?.days)`;
    case 'Datetime':
      return `(${a.js}?.ms${operator}${b.js}?.ms)`;
    case 'Time':
      return by('compareTime');
    default:
      return kind satisfies never;
  }
}

export function equality(m: MethodScope, { how, negate: negated, left, right }: Extract<Bound, { op: 'equals' }>): string {
  const a = expression(m, left);
  const b = expression(m, right);
  switch (how) {
    case 'primitive':
      return `(${a}${negated ? '!==' : '==='}${b})`;
    case 'value':
      return `${negated ? '!' : ''}${m.unit.kernel('equals')}(${a},${b})`;
    case 'identity':
      return `${negated ? '!' : ''}${m.unit.kernel('identical')}(${a},${b})`;
    default:
      return how satisfies never;
  }
}

/** Literals are converted here and now. */
export function convert(m: MethodScope, from: string, to: string, of: Bound): string {
  if (of.op === 'const' && of.type === 'Integer') {
    if (to === 'Long') return expression(m, { op: 'const', type: 'Long', value: String(of.value) });
    if (to === 'Double' || to === 'Decimal') return expression(m, { op: 'const', type: to, value: String(of.value) });
  }
  return converted(m, from, to, expression(m, of));
}

export function converted(m: MethodScope, from: string, to: string, js: string): string {
  return from === to ? js : `${m.unit.converter(from, to)}(${js})`;
}
