import assert from 'node:assert/strict';
import test from 'node:test';
import { NotSupported } from '../../src/runtime/exceptions.ts';
import { compileRegex } from '../../src/standard/System/core/regex/compile.ts';
import { allMatches, execFrom, groupOf, splitText } from '../../src/standard/System/core/regex/use.ts';
import { expectTexts } from './expectations.ts';

const all = (pattern: string, text: string): string[] => [...allMatches(compileRegex(pattern), text)].map(([found]) => found);
const whole = (pattern: string, text: string): boolean => execFrom(compileRegex(pattern).matches, text, 0) !== null;

test('split as Java does: empty texts at the end are dropped, those in the middle stay', () => {
  const split = (text: string, pattern: string, limit = 0): string[] => splitText(compileRegex(pattern), text, limit);
  assert.deepEqual(split('a,b,,c,,', ','), ['a', 'b', '', 'c']);
  assert.deepEqual(split('a,b,,c,,', ',', -1), ['a', 'b', '', 'c', '', '']);
  assert.deepEqual(split('a,b,c', ',', 2), ['a', 'b,c']);
  assert.deepEqual(split('', ','), ['']);
  assert.deepEqual(split(',a', ','), ['', 'a']);
  assert.deepEqual(split('abc', ''), ['a', 'b', 'c']);
  assert.deepEqual(split('boo:and:foo', 'o'), ['b', '', ':and:f']);
  assert.deepEqual(split('boo:and:foo', 'o', 5), ['b', '', ':and:f', '', '']);
  assert.deepEqual(split('a.b', '\\.'), ['a', 'b']);
});

test('classes, intersections, quoted text and POSIX names', () => {
  assert.deepEqual(all('[a-z&&[^aeiou]]+', 'hello'), ['h', 'll']);
  assert.deepEqual(all('[a-c[x-z]]+', 'abxyzd'), ['abxyz']);
  assert.deepEqual(all('\\Qa.b\\E+', 'a.bbb axb'), ['a.bbb']);
  assert.deepEqual(all('\\p{Upper}\\p{Lower}+', 'Ab CD Éf'), ['Ab']);
  assert.deepEqual(all('\\p{Lu}\\p{Ll}+', 'Ab Éf'), ['Ab', 'Éf']);
  assert.deepEqual(all('[\\w.-]+@[\\w.]+', 'x a.b-c@d.ef'), ['a.b-c@d.ef']);
  assert.deepEqual(all('[]a]+', 'x]a]'), [']a]']);
});

test('\\s, \\w and \\d are ASCII, unlike in JavaScript', () => {
  assert.equal(whole('\\s', '\u00a0'), false);
  assert.equal(whole('\\d', '٣'), false);
  assert.equal(whole('\\w+', 'é'), false);
  assert.equal(whole('\\h', '\u00a0'), true);
});

test('flags: (?i) knows the ASCII letters, (?s), (?m) and (?x) hold to the end of their group', () => {
  assert.equal(whole('(?i)straße', 'STRAßE'), true);
  assert.equal(whole('(?i)é', 'É'), false);
  assert.equal(whole('(?i:a)b', 'Ab'), true);
  assert.equal(whole('(?i:a)b', 'AB'), false);
  assert.equal(whole('(?i)[b-d]+', 'BcD'), true);
  assert.equal(whole('a.b', 'a\nb'), false);
  assert.equal(whole('(?s)a.b', 'a\nb'), true);
  assert.deepEqual(all('(?m)^\\w+$', 'ab\ncd\r\nef'), ['ab', 'cd', 'ef']);
  assert.equal(whole('(?x) a b # comment', 'ab'), true);
});

test('$ also holds before a line end that is the last thing', () => {
  assert.deepEqual(all('b$', 'ab\n'), ['b']);
  assert.deepEqual(all('b\\z', 'ab\n'), []);
  assert.deepEqual(all('b$', 'ab\nb x'), []);
});

test('possessive quantifiers and atomic groups do not give back', () => {
  assert.equal(whole('a*+a', 'aaa'), false);
  assert.equal(whole('(?>a*)b', 'aaab'), true);
  assert.equal(whole('(a)++(b)', 'aab'), true);
  const regex = compileRegex('(?>x(y))(z)');
  const match = execFrom(regex.matches, 'xyz', 0);
  assert.ok(match);
  assert.deepEqual([groupOf(regex, match, 1), groupOf(regex, match, 2)], ['y', 'z']);
});

test('a group that Java would remember and JavaScript forgets is refused, not answered wrongly', () => {
  const regex = compileRegex('(?:(a)|b)+');
  const match = execFrom(regex.matches, 'ab', 0);
  assert.ok(match);
  assert.throws(() => groupOf(regex, match, 1), NotSupported);
  const plain = compileRegex('(a)?b');
  const other = execFrom(plain.matches, 'b', 0);
  assert.ok(other);
  assert.equal(groupOf(plain, other, 1), null);
});

test('what JavaScript cannot express is refused by name', () => {
  for (const pattern of ['\\Ga', '\\p{InGreek}', '(?u)a', '(a)?\\1', '\\X'])
    assert.throws(() => compileRegex(pattern), NotSupported, pattern);
});

test('Pattern, Matcher and the methods of String that take an expression', () => {
  expectTexts([
    ["'aabfooaabfoob'.replaceAll('a*b', '-')", '-foo-foo-'],
    ["'2026-01-31'.replaceAll('(\\\\d+)-(\\\\d+)-(\\\\d+)', '$3.$2.$1')", '31.01.2026'],
    ["'a1b2'.replaceFirst('\\\\d', '')", 'ab2'],
    ["'x'.replaceAll('x', '\\\\$1')", '$1'],
    ["'x'.replaceAll('x', '$')", 'System.StringException: Illegal group reference'],
    ["Pattern.matches('a*b', 'aaab') + ' ' + Pattern.matches('a*', 'aaab')", 'true false'],
    [
      "Matcher m = Pattern.compile('(\\\\w)(\\\\d)?').matcher('a1b'); String r = ''; while (m.find()) { r += m.start() + ':' + m.group(1) + m.group(2) + m.end() + ' '; } return r + m.groupCount();",
      '0:a12 2:bnull3 2',
    ],
    ["Matcher m = Pattern.compile('b').matcher('abc'); return m.matches() + ' ' + m.find() + ' ' + m.lookingAt();", 'false true false'],
    ["Matcher m = Pattern.compile('b').matcher('abc'); return m.group();", 'System.StringException: No match found'],
    ["Matcher m = Pattern.compile('^b$').matcher('abc'); return '' + m.region(1, 2).find() + m.start();", 'true1'],
    ["Pattern.compile(',').split('a,b,,')", '(a, b)'],
    ["Pattern.matches(Pattern.quote('a.b'), 'a.b') + ' ' + Pattern.matches(Pattern.quote('a.b'), 'axb')", 'true false'],
    ["'x'.replaceAll('x', Matcher.quoteReplacement('$1\\\\'))", '$1\\'],
    ["'a'.split('(')", 'System.StringException: Invalid regex: Unclosed group near index 1\n(\n ^'],
  ]);
});

test('\\Q…\\E quotes inside of a character class too', () => {
  expectTexts([
    ["'a.]b'.replaceAll('[\\\\Q.]\\\\E]', '-')", 'a--b'],
    ["'ab^'.replaceAll('[^\\\\Qa^\\\\E]', '-')", 'a-^'],
  ]);
});

test('empty matches before a character of two units are refused, not searched for without end', () => {
  expectTexts([
    ["'a\\uD83D\\uDE00b'.replaceAll('x*', '-')", '!! NotSupported: a match that begins inside of a surrogate pair'],
    ["'a\\uD83D\\uDE00b'.replaceAll('[^a-z]+', '-')", 'a-b'],
  ]);
});

test('a second quantifier is dangling, or repeats nothing', () => {
  expectTexts([
    ["Pattern.matches('a**', 'aa')", "System.StringException: Invalid regex: Dangling meta character '*' near index 2\na**\n  ^"],
    ["'aaaa'.replaceAll('a{2}{3}', 'x')", 'xx'],
    ["'aa'.replaceAll('(?x) a {2} # twice', 'x')", 'x'],
  ]);
});

test('anchors hold at the ends, also beside characters of two units', () => {
  expectTexts([
    ["'\\uD83D\\uDE00 \\uD83D\\uDE00'.replaceAll('$', '|').length()", '6'],
    ["''.replaceAll('(?m)^', '>')", ''],
    ["''.replaceAll('^', '>')", '>'],
  ]);
});

test('what Java captures in one more empty round is refused', () => {
  expectTexts([
    [
      "Matcher m = Pattern.compile('(a?)+').matcher('a'); m.matches(); return m.group(1);",
      '!! NotSupported: group 1 of the regular expression (a?)+',
    ],
    ["Matcher m = Pattern.compile('(a)+').matcher('aa'); m.matches(); return m.group(1);", 'a'],
  ]);
});

test('a group referred to under (?i) ignores the case of ASCII letters', () => {
  expectTexts([
    ["'<B>x</b><I>'.replaceAll('(?i)<(\\\\w+)>.*</\\\\1>', '-')", '-<I>'],
    ["'abAB'.replaceAll('(ab)\\\\1', '-')", 'abAB'],
    ["'éÉ'.replaceAll('(?i)(.)\\\\1', '-')", '!! NotSupported: a group referred to under (?i), in a text beyond ASCII'],
  ]);
});
