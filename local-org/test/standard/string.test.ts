import test from 'node:test';
import { expectTexts } from './expectations.ts';

test('substring refuses positions outside of the text, in the platform’s words', () => {
  expectTexts([
    ["'abc'.substring(1)", 'bc'],
    ["'abc'.substring(3)", ''],
    ["'abc'.substring(1, 2)", 'b'],
    ["'abc'.substring(9)", 'System.StringException: Starting position out of bounds: 9'],
    ["'abc'.substring(1, 9)", 'System.StringException: Ending position out of bounds: 9'],
    ["'abc'.substring(-1, 2)", 'System.StringException: Starting position out of bounds: -1'],
  ]);
});

test('left, right, mid and the separators never throw for want of characters', () => {
  expectTexts([
    ["'abcdefg'.left(3) + '|' + 'ab'.left(5) + '|' + 'ab'.left(0)", 'abc|ab|'],
    ["'abcdefg'.right(3) + '|' + 'ab'.right(5) + '|' + 'ab'.right(0)", 'efg|ab|'],
    ["'abcdefg'.mid(2, 3) + '|' + 'abc'.mid(2, 30) + '|' + 'abc'.mid(9, 1)", 'cde|c|'],
    ["'a.b.c'.substringAfter('.') + ' ' + 'a.b.c'.substringAfterLast('.') + ' ' + 'abc'.substringAfter('.')", 'b.c c '],
    ["'a.b.c'.substringBefore('.') + ' ' + 'a.b.c'.substringBeforeLast('.') + ' ' + 'abc'.substringBefore('.')", 'a a.b abc'],
    ["'[a][b]'.substringBetween('[', ']')", 'a'],
    ["'tagXtag'.substringBetween('tag')", 'X'],
    ["'abc'.substringBetween('[', ']')", 'null'],
    ["'i am a machine'.difference('i am a robot')", 'robot'],
  ]);
});

test('a null argument is refused where the platform refuses it', () => {
  const npe = 'System.NullPointerException: Argument cannot be null.';
  expectTexts([
    ["String n; return String.valueOf('abc'.contains(n));", npe],
    ["String n; return String.valueOf('abc'.startsWith(n));", npe],
    ["String n; return 'abc'.replace('a', n);", npe],
    ["String n; return String.valueOf('abc'.equalsIgnoreCase(n));", 'false'],
    ["String n; return String.valueOf('abc'.equals(n));", 'false'],
    ['String n; return String.valueOf(String.isBlank(n)) + String.isEmpty(n) + String.isNotBlank(n);', 'truetruefalse'],
    ['String n; return n.trim();', 'System.NullPointerException: Attempt to de-reference a null object'],
  ]);
});

test('equals and == differ about case; searching ignoring case finds positions of the text itself', () => {
  expectTexts([
    ["'Abc' == 'aBC'", 'true'],
    ["'Abc'.equals('aBC')", 'false'],
    ["'Abc'.equalsIgnoreCase('aBC')", 'true'],
    ["'xAbC'.indexOfIgnoreCase('abc') + ',' + 'xAbC'.containsIgnoreCase('BC') + ',' + 'xAbC'.indexOf('abc')", '1,true,-1'],
    ["'banana'.indexOf('a', 2) + ',' + 'banana'.lastIndexOf('a') + ',' + 'banana'.lastIndexOf('a', 4)", '3,5,3'],
    ["'abc'.compareTo('abd') + ',' + 'abc'.compareTo('ab') + ',' + 'a'.compareTo('a')", '-1,1,0'],
    ["'hello'.indexOfAny('xyzle') + ',' + 'hello'.indexOfAnyBut('he') + ',' + 'hello'.indexOfDifference('help')", '1,2,3'],
    ["'kitten'.getLevenshteinDistance('sitting') + ',' + 'kitten'.getLevenshteinDistance('sitting', 2)", '3,-1'],
    ["'hello'.hashCode()", '99162322'],
    ["'banana'.countMatches('an') + ',' + 'aaa'.countMatches('aa') + ',' + 'abc'.countMatches('')", '2,1,0'],
  ]);
});

test('kinds of characters: what is true of the empty text differs from method to method', () => {
  expectTexts([
    ["'abc'.isAlpha() + ' ' + 'ab1'.isAlpha() + ' ' + ''.isAlpha() + ' ' + ''.isAlphaSpace()", 'true false false true'],
    ["'été'.isAlpha() + ' ' + 'ab1'.isAlphanumeric() + ' ' + 'a b 1'.isAlphanumericSpace()", 'true true true'],
    ["'123'.isNumeric() + ' ' + '1.2'.isNumeric() + ' ' + ''.isNumeric() + ' ' + '1 2'.isNumericSpace()", 'true false false true'],
    ["'ABC'.isAllUpperCase() + ' ' + 'AB1'.isAllUpperCase() + ' ' + 'abc'.isAllLowerCase()", 'true false true'],
    ["' \\t\\n'.isWhitespace() + ' ' + ' x'.containsWhitespace() + ' ' + 'é'.isAsciiPrintable()", 'true true false'],
    ["'aab'.containsOnly('ab') + ' ' + 'abc'.containsNone('xyz') + ' ' + 'abc'.containsAny('xc')", 'true true true'],
  ]);
});

test('padding, centring, repeating and abbreviating', () => {
  expectTexts([
    ["'ab'.leftPad(5) + '|' + 'ab'.leftPad(5, '0x') + '|' + 'abc'.leftPad(2, '0')", '   ab|0x0ab|abc'],
    ["'ab'.rightPad(5) + '|' + 'ab'.rightPad(5, '-')", 'ab   |ab---'],
    ["'ab'.center(6, '*') + '|' + 'ab'.center(5, '*')", '**ab**|*ab**'],
    ["'ab'.repeat(3) + '|' + 'ab'.repeat('-', 3) + '|' + 'ab'.repeat(0)", 'ababab|ab-ab-ab|'],
    ["'Hello Maximillian'.abbreviate(8) + '|' + 'Hello'.abbreviate(8)", 'Hello...|Hello'],
    ["'abcdefghijklmno'.abbreviate(10, 6)", '...ghij...'],
    ["'abc'.abbreviate(3)", 'System.StringException: Minimum abbreviation width is 4'],
    [
      "'Hello World'.swapCase() + '|' + 'hello'.capitalize() + '|' + 'Hello'.uncapitalize() + '|' + 'abc'.reverse()",
      'hELLO wORLD|Hello|hello|cba',
    ],
    ["'abcdef'.overlay('zzzz', 2, 4)", 'abzzzzef'],
    ["'  a \\n b  '.normalizeSpace() + '|' + ' a b\\t'.deleteWhitespace() + '|' + '  x '.trim()", 'a b|ab|x'],
  ]);
});

test('remove and its sisters', () => {
  expectTexts([
    [
      "'banana'.remove('an') + '|' + 'www.a.com'.removeStart('www.') + '|' + 'a.com'.removeEnd('.COM') + '|' + 'a.com'.removeEndIgnoreCase('.COM')",
      'ba|a.com|a.com|a',
    ],
    ["'abc'.removeStartIgnoreCase('AB') + '|' + 'abc'.remove('')", 'c|abc'],
    ["'a.b.c'.replace('.', '$&')", 'a$&b$&c'],
  ]);
});

test('escaping and its reverse', () => {
  expectTexts([
    ["'Max\\'s \"x\" <b>&é€</b>'.escapeHtml4()", "Max's &quot;x&quot; &lt;b&gt;&amp;&eacute;&euro;&lt;/b&gt;"],
    ["'é€'.escapeHtml3()", '&eacute;€'],
    ["'&lt;&eacute;&#65;&#x42;&nope;'.unescapeHtml4()", '<éAB&nope;'],
    ["'a\\'b<'.escapeXml()", 'a&apos;b&lt;'],
    ["'a,\"b\"'.escapeCsv() + ' ' + 'ab'.escapeCsv() + ' ' + '\"a,\"\"b\"\"\"'.unescapeCsv()", '"a,""b""" ab a,"b"'],
    ["'it\\'s a/b\\n'.escapeEcmaScript()", "it\\'s a\\/b\\n"],
    ["'it\\'s é'.escapeJava()", "it's \\u00E9"],
    ["'a\\\\tb\\\\u0041'.unescapeJava()", 'a\tbA'],
    ["String.escapeSingleQuotes('it\\'s')", "it\\'s"],
    ["'<b>bold</b> text'.stripHtmlTags()", 'bold text'],
  ]);
});

test('characters as numbers count UTF-16 units', () => {
  expectTexts([
    ["'A😀'.codePointAt(1) + ',' + 'A😀'.charAt(1) + ',' + 'A😀'.length() + ',' + 'A😀'.codePointCount(0, 3)", '128512,55357,3,2'],
    ["'A😀b'.codePointBefore(3) + ',' + 'A😀b'.offsetByCodePoints(0, 2)", '128512,3'],
    ["String.fromCharArray(new List<Integer>{ 72, 105 }) + 'Hi'.getChars()", 'Hi(72, 105)'],
  ]);
});

test('join and format', () => {
  expectTexts([
    ["String.join(new List<Integer>{ 1, 2, 3 }, '-')", '1-2-3'],
    ["String.join(new Set<String>{ 'a', 'b' }, ', ')", 'a, b'],
    ["String.format('{0} owes {1}, {0}', new List<Object>{ 'Ann', 5 })", 'Ann owes 5, Ann'],
    ["String.format('it\\'\\'s \\'{0}\\' {2}', new List<Object>{ 'x' })", "it's {0} {2}"],
    ["String.format('{0}{1}', new List<String>{ 'a', null })", 'anull'],
    ["String.getCommonPrefix(new List<String>{ 'SFDCApex', 'SFDCVisualforce' })", 'SFDC'],
  ]);
});

test('String.valueOf leaves null alone and shows dates as the user sees them', () => {
  expectTexts(
    [
      ["Integer n; return String.valueOf(n) == null ? 'nothing' : 'text';", 'nothing'],
      ['String.valueOf(Date.newInstance(2026, 1, 31))', '2026-01-31'],
      ["'' + Date.newInstance(2026, 1, 31)", '2026-01-31 00:00:00'],
      ['String.valueOf(Datetime.newInstanceGmt(2026, 1, 31, 10, 0, 0))', '2026-01-31 11:00:00'],
      ['String.valueOfGmt(Datetime.newInstanceGmt(2026, 1, 31, 10, 0, 0))', '2026-01-31 10:00:00'],
      ['String.valueOf(1.50) + String.valueOf(2L) + String.valueOf(1.5d) + String.valueOf(true)', '1.5021.5true'],
    ],
    { timeZone: 'Europe/Berlin' },
  );
});

test('format reads its pattern as Java’s MessageFormat does', () => {
  const format = (pattern: string): string => `String.format('${pattern}', new List<Object>{ 'a', null })`;
  expectTexts([
    [format("{0} it\\'\\'s \\'{0}\\' {1}"), "a it's {0} null"],
    [format('{ 0 }'), "System.StringException: can't parse argument number:  0 "],
    [format('{-1}'), 'System.StringException: negative argument number: -1'],
    [format('{0'), 'System.StringException: Unmatched braces in the pattern.'],
    [format('{2} {00}'), '{2} a'],
    [format('{0,number}'), '!! NotSupported: String.format with {0,number}'],
  ]);
});
