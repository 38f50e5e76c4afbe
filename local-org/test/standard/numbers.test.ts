import test from 'node:test';
import { expectTexts } from './expectations.ts';

test('reading numbers: the platform’s words for what is none', () => {
  expectTexts([
    ["Integer.valueOf('12') + Integer.valueOf('-3')", '9'],
    ["Integer.valueOf('1.5')", 'System.TypeException: Invalid integer: 1.5'],
    ["Integer.valueOf('99999999999')", 'System.TypeException: Invalid integer: 99999999999'],
    ["Long.valueOf('99999999999')", '99999999999'],
    ["Long.valueOf('x')", 'System.TypeException: Invalid long: x'],
    ["Decimal.valueOf('1.50')", '1.50'],
    ["Decimal.valueOf('x')", 'System.TypeException: Invalid decimal: x'],
    ["Double.valueOf('1.50')", '1.5'],
    ["Double.valueOf('x')", 'System.TypeException: Invalid double: x'],
    ["Integer.valueOf(' 5')", 'System.TypeException: Invalid integer:  5'],
    ["Double.valueOf(' 5 ')", '5.0'],
    ['Integer.valueOf(5.9) + Integer.valueOf(-5.9)', '0'],
    ["Boolean.valueOf('TRUE') + ' ' + Boolean.valueOf('yes')", 'true false'],
  ]);
});

test('Decimal keeps its scale and rounds half to even unless told otherwise', () => {
  expectTexts([
    ["2.345.setScale(2) + ' ' + 2.355.setScale(2) + ' ' + 2.5.setScale(3)", '2.34 2.36 2.500'],
    ["2.345.setScale(2, RoundingMode.HALF_UP) + ' ' + 2.341.setScale(2, System.RoundingMode.UP)", '2.35 2.35'],
    ["2.5.round() + ' ' + 3.5.round() + ' ' + (-2.5).round()", '2 4 -2'],
    ["2.5.round(RoundingMode.HALF_UP) + ' ' + 2.9.round(RoundingMode.DOWN)", '3 2'],
    ['2.5.round(RoundingMode.UNNECESSARY)', 'System.MathException: Rounding necessary'],
    ["Decimal d = 10; return '' + d.divide(3, 4) + ' ' + d.divide(3, 2, RoundingMode.UP);", '3.3333 3.34'],
    ["Decimal d = 10; return '' + d.divide(0, 4);", 'System.MathException: Divide by 0'],
    ["123.4500.scale() + ' ' + 123.4500.precision() + ' ' + 123.4500.stripTrailingZeros()", '4 7 123.45'],
    ["1.5.pow(2) + ' ' + (-1.5).abs() + ' ' + 7.9.intValue() + ' ' + 7.9.longValue()", '2.25 1.5 7 7'],
    ["Decimal.valueOf(0.1d) + ' ' + Decimal.valueOf(5.0d) + ' ' + Decimal.valueOf(5L)", '0.1 5.0 5'],
    ["1234567.50.format() + ' ' + (1234).format()", '1,234,567.50 1,234'],
  ]);
  expectTexts([['1234567.50.format()', '1.234.567,50']], { locale: 'de_DE' });
});

test('Math', () => {
  expectTexts([
    ["Math.round(2.5) + ' ' + Math.round(3.5) + ' ' + Math.roundToLong(-2.6)", '2 4 -3'],
    ["Math.mod(7, 3) + ' ' + Math.mod(-7, 3) + ' ' + Math.mod(7L, 4L)", '1 -1 3'],
    ['Math.mod(1, 0)', 'System.MathException: Divide by 0'],
    ["Math.max(3, 5) + ' ' + Math.min(3L, 5L) + ' ' + Math.max(1.5, 2.50)", '5 3 2.50'],
    ["Math.abs(-5) + ' ' + Math.abs(-5.5) + ' ' + Math.ceil(1.2) + ' ' + Math.floor(-1.2)", '5 5.5 2 -2'],
    ["Math.pow(2, 10) + ' ' + Math.sqrt(16.0d) + ' ' + Math.signum(-3.0)", '1024.0 4.0 -1'],
    ['Math.PI > 3.14', 'true'],
    ['Math.random()', '0.5'],
    ["1.9d.intValue() + ' ' + 2.5d.round() + ' ' + 5000000000L.intValue()", '1 3 705032704'],
  ]);
});

test('white space around numbers, as the switch spaceAroundNumbers says', () => {
  expectTexts([["Integer.valueOf(' 5 ') + ' ' + Decimal.valueOf(' 1.50')", '5 1.50']], { positions: { spaceAroundNumbers: 'all' } });
});

test('Doubles between two whole numbers, as the switch doubleTies says', () => {
  const rounded = "Math.round(2.5d) + ' ' + Math.round(-2.5d) + ' ' + Math.roundToLong(3.5d) + ' ' + Math.round(2.4d)";
  expectTexts([[rounded, '2 -2 4 2']], { positions: { doubleTies: 'even' } });
  expectTexts([[rounded, '3 -2 4 2']], { positions: { doubleTies: 'up' } });
});
