import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexTime } from '../../src/runtime/values/dates.ts';
import { FormulaFailure } from '../../src/formula/values.ts';
import { at, day, fieldValueOf, num, value, type Fields } from './calculator.ts';
import { ApexDecimal } from '../../src/runtime/values/numbers.ts';

/** Formula → what it is. */
function are(expected: Readonly<Record<string, string | boolean | null>>, fields: Fields = {}, options = {}): void {
  for (const [source, result] of Object.entries(expected)) assert.equal(value(source, fields, options), result, source);
}

test('products bind more strongly than powers, and powers than sums', () => {
  are({ '1 + 2 * 3': '7', '2 * 3 ^ 2': '36', '10 - 4 - 3': '3', '-2 ^ 2': '4', '(1 + 2) * 3': '9', '7 / 2': '3.5' });
});

test('comments and line ends mean nothing, names and words are known in any case', () => {
  are({ 'if(TRUE, /* yes */ 1,\n 2)': '1', NUMBER__C: '5' }, { Number__c: num('5') });
});

test('numbers are exact: a third three times is one, to 39 digits', () => {
  are({ '0.1 + 0.2 = 0.3': true, 'CEILING(3 * (1 / 3))': '1', '1 / 3 * 3 = 1': false });
});

test('blank numbers make the result blank, or count as zero, as the formula says', () => {
  are({ 'Number__c + 1': null, 'Number__c > 0': null, 'ISBLANK(Number__c)': true, 'Number__c = 0': null });
  are({ 'Number__c + 1': '1', 'Number__c > 0': false, 'ISBLANK(Number__c)': false, 'Number__c = 0': true }, {}, { blankAsZero: true });
});

test('a comparison with blank is unknown: neither it nor its negation is true', () => {
  are({
    'IF(Number__c > 1, "y", "n")': 'n',
    'IF(NOT(Number__c > 1), "y", "n")': 'n',
    'AND(TRUE, Number__c > 1)': false,
    'OR(Number__c > 1, TRUE)': true,
    'IF(Day__c <> TODAY(), "y", "n")': 'n',
  });
});

test('blank text equals blank text and is never null', () => {
  are({
    'Text__c = ""': true,
    'Text__c = Other__c': true,
    'Text__c <> "a"': true,
    'ISNULL(Text__c)': false,
    'ISBLANK(Text__c)': true,
    'BLANKVALUE(Text__c, "x")': 'x',
    'NULLVALUE(Text__c, "x")': null,
    'Text__c & "b"': 'b',
    'Text__c + "b"': 'b',
    'LEN(Text__c)': '0',
  });
});

test('texts compare with their case', () => {
  are({ 'Text__c = "a"': false, 'Text__c == "A"': true, 'Text__c != "A"': false }, { Text__c: 'A' });
});

test('IF, AND and OR leave uncalculated what is not needed', () => {
  are({ 'IF(TRUE, 1, 1 / 0)': '1', 'AND(FALSE, 1 / 0 = 1)': false, 'TRUE || 1 / 0 = 1': true, 'CASE(1, 1, "a", 1 / 0, "b", "c")': 'a' });
});

test('CASE takes the first equal value, or the last parameter', () => {
  are(
    { 'CASE(Pick__c, "Red", 1, "Green", 2, 3)': '2', 'CASE(Number__c, 1, "one", 2, "two", "many")': 'two' },
    { Pick__c: 'Green', Number__c: num('2.00') },
  );
  are({ 'CASE(Number__c, NULL, "blank", "else")': 'else', 'CASE(Pick__c, "", "none", "else")': 'none' });
});

test('picklists', () => {
  are(
    {
      'ISPICKVAL(Pick__c, "Red")': true,
      'ISPICKVAL(Pick__c, "red")': false,
      'TEXT(Pick__c)': 'Red',
      'INCLUDES(Many__c, "b")': true,
      'INCLUDES(Many__c, "c")': false,
      'PICKLISTCOUNT(Many__c)': '2',
      'ISBLANK(Pick__c)': false,
    },
    { Pick__c: 'Red', Many__c: 'a;b' },
  );
  are({ 'ISPICKVAL(Pick__c, "")': true, 'ISBLANK(TEXT(Pick__c))': true, 'PICKLISTCOUNT(Many__c)': '0' });
});

test('text functions', () => {
  are({
    'LEFT("abcdef", 2)': 'ab',
    'LEFT("ab", -1)': null,
    'RIGHT("abcdef", 2)': 'ef',
    'RIGHT("ab", 5)': 'ab',
    'MID("abcdef", 2, 3)': 'bcd',
    'MID("abc", 9, 3)': null,
    'TRIM("  a b ")': 'a b',
    'UPPER("straße")': 'STRASSE',
    'LOWER("ABC")': 'abc',
    'CONTAINS("abc", "b")': true,
    'CONTAINS("abc", "")': true,
    'CONTAINS(Text__c, "b")': null,
    'BEGINS("abc", "ab")': true,
    'FIND("c", "abcabc")': '3',
    'FIND("c", "abcabc", 4)': '6',
    'FIND("x", "abc")': '0',
    'SUBSTITUTE("a-b-c", "-", "$&")': 'a$&b$&c',
    'LPAD("7", 3, "0")': '007',
    'RPAD("ab", 5, "xy")': 'abxyx',
    'LPAD("abcd", 2)': 'ab',
    'VALUE("12.50")': '12.5',
    'ISNUMBER("1e3")': true,
    'ISNUMBER("1,000")': false,
    'REVERSE("abc")': 'cba',
    'HTMLENCODE("<b>")': '&lt;b&gt;',
    'CASESAFEID("001000000000001")': '001000000000001AAA',
    '"a\\"b\\\\c"': 'a"b\\c',
    "'single'": 'single',
  });
});

test('TEXT writes numbers without zeros at the end, dates by ISO, instants in GMT', () => {
  are(
    {
      'TEXT(Number__c)': '1200',
      'TEXT(Day__c)': '2026-02-03',
      'TEXT(At__c)': '2026-02-03 04:05:06Z',
      'TEXT(0.50)': '0.5',
      'TEXT(Clock__c)': '01:02:03.004',
    },
    { Number__c: num('1200.00'), Day__c: day('2026-02-03'), At__c: at('2026-02-03T04:05:06Z'), Clock__c: new ApexTime(3_723_004) },
  );
});

test('rounding: half away from zero; CEILING and FLOOR go by the distance from zero, MCEILING and MFLOOR by size', () => {
  are({
    'ROUND(1.125, 2)': '1.13',
    'ROUND(-1.5, 0)': '-2',
    'ROUND(1250, -2)': '1300',
    'CEILING(-1.2)': '-2',
    'FLOOR(-1.8)': '-1',
    'MCEILING(-1.2)': '-1',
    'MFLOOR(-1.2)': '-2',
    'TRUNC(1.99)': '1',
    'MOD(-7, 3)': '-1',
    'ABS(-3)': '3',
    'MAX(1, 3, 2)': '3',
    'MIN(1, NULL)': null,
    'SQRT(9)': '3',
    'LN(1)': '0',
    'LOG(1000)': '3',
    'EXP(0)': '1',
  });
});

test('NOT needs no parentheses', () => {
  are({ 'NOT ISBLANK("a")': true, 'NOT(TRUE) = FALSE': true, 'AND(NOT FALSE, !FALSE)': true });
});

test('dates: days are added and taken away, months end where the month ends', () => {
  are({
    'DATE(2026, 2, 28) + 1': '2026-03-01',
    'DATE(2026, 3, 1) - DATE(2026, 2, 1)': '28',
    'DATE(2026, 1, 1) + 1.9': '2026-01-02',
    'ADDMONTHS(DATE(2026, 1, 31), 1)': '2026-02-28',
    'ADDMONTHS(DATE(2026, 2, 28), 1)': '2026-03-31',
    'ADDMONTHS(DATE(2026, 1, 30), 1)': '2026-02-28',
    'WEEKDAY(DATE(2026, 3, 1))': '1',
    'YEAR(DATE(2026, 3, 1))': '2026',
    'MONTH(DATEVALUE("2026-03-01"))': '3',
    'DAY(DATE(2026, 3, 1))': '1',
    'DAYOFYEAR(DATE(2026, 3, 1))': '60',
    'ISOWEEK(DATE(2027, 1, 1))': '53',
    'ISOYEAR(DATE(2027, 1, 1))': '2026',
    'DATETIMEVALUE("2026-01-01 10:00:00") + 0.5': '2026-01-01T22:00:00.000Z',
    'DATETIMEVALUE("2026-01-02 00:00:00") - DATETIMEVALUE("2026-01-01 18:00:00")': '0.25',
    'HOUR(TIMEVALUE("17:30:45.125"))': '17',
    'TIMEVALUE("23:00:00.000") + 7200000': '01:00:00.000',
  });
});

test('today and the day of an instant are those of the user, who may be a day ahead of GMT', () => {
  are({ 'TODAY()': '2026-03-19', 'DATEVALUE(NOW())': '2026-03-19', 'NOW()': '2026-03-18T23:30:15.000Z', 'TEXT(TODAY())': '2026-03-19' });
});

test('what cannot be calculated fails: division by zero, days that no calendar has, texts that are no numbers', () => {
  for (const source of ['1 / 0', 'DATE(2026, 2, 30)', 'VALUE("x")', 'SQRT(-1)', '2 ^ 0.5', 'DATEVALUE("soon")', 'LN(0)'])
    assert.throws(() => value(source), FormulaFailure, source);
});

test('a remainder by zero is refused by name, because the platform has two answers', () => {
  assert.throws(() => value('MOD(1, 0)'), { name: 'NotSupported', message: /MOD with a divisor of 0/ });
});

test('percentages are fractions, ids have 15 characters', () => {
  are(
    { 'Percent__c * 200': '25', Account__c: '001000000000001', 'LEN(CASESAFEID(Account__c))': '18', '$User.Id': '005000000000001' },
    { Percent__c: num('12.50'), Account__c: '001000000000001AAA' },
  );
});

test('fields of parents; nothing where there is no parent', () => {
  are({ 'Account__r.Name': 'Acme' }, { Account__c: '001000000000001AAA' });
  are({ 'Account__r.Name': null });
});

test('globals: the user, the profile, the organization', () => {
  are({ '$User.Username': 'me@example.com', '$Profile.Name': 'Profile 00e000000000001AAA', '$Organization.Id': '00D000000000001' });
});

test('ISNEW, ISCHANGED and PRIORVALUE look at the record before; a new record is its own past and has not changed', () => {
  const now = { Text__c: 'b', Pick__c: 'Green', Number__c: num('1.0') };
  are({ 'ISNEW()': true, 'ISCHANGED(Text__c)': false, 'PRIORVALUE(Text__c)': 'b' }, now);
  are(
    {
      'ISNEW()': false,
      'ISCHANGED(Text__c)': true,
      'PRIORVALUE(Text__c)': 'a',
      'ISCHANGED(Number__c)': false,
      'ISPICKVAL(PRIORVALUE(Pick__c), "Red")': true,
      'ISCHANGED(Doubled__c)': false,
    },
    now,
    { prior: { Text__c: 'a', Pick__c: 'Red', Number__c: num('1.00') } },
  );
});

test('REGEX matches the whole text by the rules of Java', () => {
  are(
    { 'REGEX(Text__c, "\\\\d{3}-[A-Z]+")': true, 'REGEX(Text__c, "\\\\d{3}")': false, 'REGEX(Other__c, "(a)?")': true },
    { Text__c: '123-AB' },
  );
});

test('a formula field inside of a formula is calculated in place, with its own way with blanks', () => {
  are({ 'Doubled__c + 1': '1', Greeting__c: 'Hi /0' });
  are({ Greeting__c: 'Hi Acme/5' }, { Account__c: '001000000000001AAA', Number__c: num('2.5') });
});

test('a formula field is rounded to its scale', () => {
  const made = fieldValueOf('Doubled__c', { Number__c: num('1.125') });
  assert.ok(made instanceof ApexDecimal);
  assert.equal(made.value.toPlainString(), '2.25');
  const zero = fieldValueOf('Doubled__c', {});
  assert.ok(zero instanceof ApexDecimal);
  assert.equal(zero.value.toPlainString(), '0.00');
});
