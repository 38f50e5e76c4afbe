import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toText } from '../../src/runtime/toText.ts';
import { evaluate, runBody } from '../helpers/apex.ts';

const shown = (type: string, expression: string): string => toText(evaluate(type, expression));
const failure = (type: string, body: string, wanted: string): void => {
  assert.throws(
    () => runBody(type, body),
    (error: Error) => `${(error as Error & { $type: string }).$type}: ${error.message}` === wanted,
  );
};

test('Integer arithmetic wraps at 32 bits and division truncates towards zero', () => {
  assert.equal(evaluate('Integer', '2147483647 + 1'), -2147483648);
  assert.equal(evaluate('Integer', '65536 * 65536 + 7'), 7);
  assert.equal(runBody('Integer', 'Integer a = -7; Integer b = 2; return a / b;'), -3);
  assert.equal(runBody('Integer', 'Integer a = -2147483647 - 1; return a / -1;'), -2147483648);
  assert.equal(evaluate('Integer', '-1 >>> 28'), 15);
  assert.equal(evaluate('Integer', '-16 >> 2'), -4);
  assert.equal(evaluate('Integer', '(6 & 3) | (8 ^ 1) | ~-1'), 11);
});

test('Long arithmetic has 64 bits, wraps, and masks shifts', () => {
  assert.equal(evaluate('Long', '2147483647L + 1'), 2147483648n);
  assert.equal(evaluate('Long', '9223372036854775807L + 1L'), -9223372036854775808n);
  assert.equal(evaluate('Long', '1L << 40'), 1099511627776n);
  assert.equal(evaluate('Long', '-1L >>> 60'), 15n);
  assert.equal(evaluate('Long', '-7L / 2L'), -3n);
});

test('Decimal keeps its scale; an inexact quotient has 33 digits after the point', () => {
  assert.equal(shown('Decimal', '1.50 + 1'), '2.50');
  assert.equal(shown('Decimal', '1.5 * 2.25'), '3.375');
  assert.equal(shown('Decimal', '10.00 / 2'), '5.00');
  assert.equal(shown('Decimal', '1.0 / 8'), '0.125');
  assert.equal(shown('Decimal', '1.0 / 3'), `0.${'3'.repeat(33)}`);
  assert.equal(shown('Decimal', '-1.5'), '-1.5');
});

test('Double prints as Java does', () => {
  assert.equal(shown('Double', '1.0d + 1'), '2.0');
  assert.equal(shown('Double', '1.0d / 8'), '0.125');
  assert.equal(shown('Double', '12345678.0d'), '1.2345678E7');
});

test('division by zero is a MathException in every numeric type', () => {
  for (const [type, zero] of [
    ['Integer', '0'],
    ['Long', '0L'],
    ['Decimal', '0.0'],
    ['Double', '0.0d'],
  ])
    failure(type!, `${type} zero = ${zero}; ${type} one = 1; return one / zero;`, 'MathException: Divide by 0');
});

test('arithmetic and conditions on null throw', () => {
  const npe = 'NullPointerException: Attempt to de-reference a null object';
  failure('Integer', 'Integer n; return n + 1;', npe);
  failure('Integer', 'Integer n; return -n;', npe);
  failure('Integer', 'Integer n; n++; return n;', npe);
  failure('Integer', 'Integer n; n += 1; return n;', npe);
  failure('Long', 'Long n; return 1L * n;', npe);
  failure('Decimal', 'Decimal n; return n - 1;', npe);
  failure('Double', 'Double n; return n * 2;', npe);
  failure('Integer', 'Boolean b; if (b) { return 1; } return 2;', npe);
  failure('Boolean', 'Boolean b; return !b;', npe);
  failure('Boolean', 'Boolean b; return b && true;', npe);
});

test('a null number is neither less nor greater, a null String less than any other', () => {
  for (const type of ['Integer', 'Long', 'Double', 'Decimal', 'Date', 'Datetime'])
    for (const operator of ['<', '<=', '>', '>='])
      assert.equal(runBody('Boolean', `${type} n; return n ${operator} n;`), false, type + operator);
  for (const operator of ['<', '<=', '>', '>=']) assert.equal(runBody('Boolean', `Integer n; return 3 ${operator} n;`), false, operator);
  assert.equal(runBody('Boolean', "String s; return s < 'a' && s <= 'a' && 'a' > s;"), true);
  assert.throws(() => runBody('Boolean', 'String s; return s >= s;'), /NotSupported: order of two Strings that are both null/);
});

test('casts between numbers cut off fractions and refuse what does not fit', () => {
  assert.equal(runBody('Integer', 'Decimal d = -5.9; return (Integer) d;'), -5);
  assert.equal(runBody('Integer', 'Double d = 5.9; return (Integer) d;'), 5);
  assert.equal(runBody('Integer', 'Long l = 7; return (Integer) l;'), 7);
  assert.equal(runBody('Long', 'Decimal d = 4294967296.5; return (Long) d;'), 4294967296n);
  assert.throws(() => runBody('Integer', 'Long l = 4294967296L; return (Integer) l;'), /NotSupported: cast of 4294967296 to Integer/);
});

test('string concatenation prints null, and every type its own way', () => {
  assert.equal(evaluate('String', "'a' + null + 1 + true + 2L + 1.50 + 2.0d"), 'anull1true21.502.0');
  assert.equal(runBody('String', "String s; s += 'x'; return s;"), 'nullx');
  assert.equal(evaluate('String', "'' + new List<Integer>{ 1, null } + new Map<String, Integer>{ 'a' => 1 }"), '(1, null){a=1}');
});

test('== on strings ignores case, == on null never throws', () => {
  assert.equal(runBody('Boolean', "String a = 'Abc'; return a == 'aBC';"), true);
  assert.equal(runBody('Boolean', "String a = 'Abc'; return a != 'abd';"), true);
  assert.equal(runBody('Boolean', 'String a; String b; return a == b;'), true);
  assert.equal(runBody('Boolean', "String a; return a == 'x';"), false);
  assert.equal(runBody('Boolean', 'Decimal a = 1.50; return a == 1.5;'), true);
  assert.equal(runBody('Boolean', 'Integer a = 1; Decimal b = 1.0; return a == b;'), true);
  assert.equal(runBody('Boolean', "return 'a' < 'B' && 'B' >= 'b';"), true);
});

test('&& and || stop early, ?? takes the first that is not null, the ternary takes one side', () => {
  assert.equal(runBody('Integer', 'Integer n = 0; Boolean b = false && n++ == 0; b = true || n++ == 0; return n;'), 0);
  assert.equal(runBody('Integer', 'Integer n; return n ?? 4;'), 4);
  assert.equal(runBody('Integer', 'Boolean yes = true; return yes ? 1 : 2;'), 1);
});

test('increments give the old or the new value, and their target is evaluated once', () => {
  assert.equal(runBody('Integer', 'Integer n = 5; Integer m = n++ * 10 + ++n; return m * 100 + n;'), 5707);
  assert.equal(
    runBody('Integer', 'Integer i = 0; List<Integer> xs = new List<Integer>{ 1, 2 }; xs[i++] += 10; return xs[0] * 100 + xs[1] * 10 + i;'),
    1121,
  );
  assert.equal(
    runBody('Integer', 'Integer i = 0; List<Integer> xs = new List<Integer>{ 7 }; Integer old = xs[i++]--; return old * 10 + xs[0];'),
    76,
  );
  assert.equal(toText(runBody('Decimal', 'Decimal d = 1.5; d++; d *= 2; return d;')), '5.0');
  assert.equal(toText(runBody('Long', 'Long n = 1; n += 1; n <<= 3; return n;')), '16');
});

test('compound assignment works with the bit operators too', () => {
  assert.equal(runBody('Integer', 'Integer n = 3; n |= 4; n ^= 1; n >>= 1; return n;'), 3);
});

test('a list index out of bounds is a ListException', () => {
  failure('Integer', 'List<Integer> xs = new List<Integer>{ 1 }; return xs[3];', 'ListException: List index out of bounds: 3');
  failure('Integer', 'List<Integer> xs = new List<Integer>(); xs[-1] = 2; return 0;', 'ListException: List index out of bounds: -1');
});

test('casts down are checked at run time, instanceof knows generics of records', () => {
  failure('Integer', "Object o = 'x'; return (Integer) o;", 'TypeException: Invalid conversion from runtime type String to Integer');
  failure(
    'List<String>',
    'Object o = new List<Object>{ 1 }; return (List<String>) o;',
    'TypeException: Invalid conversion from runtime type List<ANY> to List<String>',
  );
  assert.equal(runBody('Boolean', 'Object o = new List<Account>(); return o instanceof List<SObject>;'), true);
  assert.equal(runBody('Boolean', 'Object o = new List<Account>(); return o instanceof List<Contact>;'), false);
  assert.equal(runBody('Boolean', 'Object o; return o instanceof String;'), false);
  assert.equal(runBody('Integer', 'Object o = 5; return (Integer) o + 1;'), 6);
});
