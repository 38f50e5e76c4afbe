/** String: what takes a regular expression, and the two splits by kind of character. */
import { ApexList } from '../../../../runtime/values/collections.ts';
import { membersOf } from '../../../declare.ts';
import { perElement } from '../cost.ts';
import { required } from '../arguments.ts';
import { compileRegex } from '../regex/compile.ts';
import { replaceMatches, splitText } from '../regex/use.ts';

const { m } = membersOf<string>();

const strings = (items: string[]): ApexList => new ApexList('String', items);

/** Runs of one general category; in camel case a capital belongs to the small letters after it. */
function splitByType(self: string, camelCase: boolean): string[] {
  const kinds = [
    'Lu',
    'Ll',
    'Lt',
    'Lm',
    'Lo',
    'Nd',
    'Nl',
    'No',
    'Zs',
    'Zl',
    'Zp',
    'Cc',
    'Cf',
    'Co',
    'Pc',
    'Pd',
    'Ps',
    'Pe',
    'Pi',
    'Pf',
    'Po',
    'Sm',
    'Sc',
    'Sk',
    'So',
    'Mn',
    'Mc',
    'Me',
  ];
  const runs = new RegExp(kinds.map((kind) => `\\p{${kind}}+`).join('|'), 'gu');
  const parts = self.match(runs) ?? [];
  if (!camelCase) return parts;
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && /^\p{Ll}/u.test(part) && /\p{Lu}$/u.test(before)) {
      joined.pop();
      const capital = [...before].at(-1) ?? '';
      const rest = before.slice(0, -capital.length);
      if (rest !== '') joined.push(rest);
      joined.push(capital + part);
    } else joined.push(part);
  }
  return joined;
}

export const patternMembers = [
  perElement(
    0.1,
    m('String replace(String target, String replacement)', (self, target, replacement) =>
      self.replaceAll(required(target), () => required(replacement)),
    ),
  ),
  perElement(
    0.1,
    m('String replaceAll(String regex, String replacement)', (self, regex, replacement) =>
      replaceMatches(compileRegex(required(regex)), self, required(replacement), false),
    ),
  ),
  perElement(
    0.1,
    m('String replaceFirst(String regex, String replacement)', (self, regex, replacement) =>
      replaceMatches(compileRegex(required(regex)), self, required(replacement), true),
    ),
  ),
  perElement(
    0.1,
    m('List<String> split(String regex)', (self, regex) => strings(splitText(compileRegex(required(regex)), self, 0))),
  ),
  perElement(
    0.1,
    m('List<String> split(String regex, Integer limit)', (self, regex, limit) =>
      strings(splitText(compileRegex(required(regex)), self, required(limit))),
    ),
  ),
  m('List<String> splitByCharacterType()', (self) => strings(splitByType(self, false))),
  m('List<String> splitByCharacterTypeCamelCase()', (self) => strings(splitByType(self, true))),
];
