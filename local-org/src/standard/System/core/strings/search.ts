/** String: finding and comparing. */
import { membersOf } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { hashOfText } from '../hash.ts';

const { m } = membersOf<string>();

/** Java's toLowerCase per character keeps positions: what the ignoring-case searches need. */
const lower = (text: string): string =>
  text.length === text.toLowerCase().length
    ? text.toLowerCase()
    : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');

const clampStart = (start: number | null): number => Math.max(0, required(start));

/** Java's indexOf: an empty text is found at the start itself, or at the end when the start lies beyond it. */
const indexFrom = (self: string, text: string, start: number): number => self.indexOf(text, start);

function lastIndexUpTo(self: string, text: string, end: number): number {
  return end < 0 ? -1 : self.lastIndexOf(text, end);
}

const characters = (text: string): ReadonlySet<string> => new Set(text);

function indexOfAny(self: string, wanted: string, present: boolean): number {
  const set = characters(wanted);
  let index = 0;
  for (const char of self) {
    if (set.has(char) === present) return index;
    index += char.length;
  }
  return -1;
}

function countMatches(self: string, text: string): number {
  return text === '' ? 0 : self.split(text).length - 1;
}

function indexOfDifference(self: string, other: string): number {
  if (self === other) return -1;
  let i = 0;
  while (i < self.length && i < other.length && self[i] === other[i]) i++;
  return i;
}

/** Edits by single characters; with a threshold, -1 where there are more. */
function levenshtein(a: string, b: string, threshold: number | null): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  const distance = previous[b.length] ?? 0;
  return threshold !== null && distance > threshold ? -1 : distance;
}

/** Java's compareTo: the difference of the first differing code units, else of the lengths. */
export function compareTo(a: string, b: string): number {
  const i = indexOfDifference(a, b);
  if (i < 0) return 0;
  return i < a.length && i < b.length ? a.charCodeAt(i) - b.charCodeAt(i) : a.length - b.length;
}

export const searchMembers = [
  m('Integer length()', (self) => self.length),
  m('Integer hashCode()', (self) => hashOfText(self)),
  m('Boolean equals(Object other)', (self, other) => self === other),
  m('Boolean equalsIgnoreCase(String other)', (self, other) => other !== null && lower(self) === lower(other)),
  m('Integer compareTo(String other)', (self, other) => compareTo(self, required(other))),
  m('Boolean contains(String text)', (self, text) => self.includes(required(text))),
  m('Boolean containsIgnoreCase(String text)', (self, text) => lower(self).includes(lower(required(text)))),
  m('Boolean containsAny(String characters)', (self, text) => indexOfAny(self, required(text), true) >= 0),
  m('Boolean containsNone(String characters)', (self, text) => indexOfAny(self, required(text), true) < 0),
  m('Boolean containsOnly(String characters)', (self, text) => indexOfAny(self, required(text), false) < 0),
  m('Boolean startsWith(String prefix)', (self, prefix) => self.startsWith(required(prefix))),
  m('Boolean startsWithIgnoreCase(String prefix)', (self, prefix) => lower(self).startsWith(lower(required(prefix)))),
  m('Boolean endsWith(String suffix)', (self, suffix) => self.endsWith(required(suffix))),
  m('Boolean endsWithIgnoreCase(String suffix)', (self, suffix) => lower(self).endsWith(lower(required(suffix)))),
  m('Integer countMatches(String text)', (self, text) => countMatches(self, required(text))),
  m('Integer indexOf(String text)', (self, text) => self.indexOf(required(text))),
  m('Integer indexOf(String text, Integer start)', (self, text, start) => indexFrom(self, required(text), clampStart(start))),
  m('Integer indexOfIgnoreCase(String text)', (self, text) => lower(self).indexOf(lower(required(text)))),
  m('Integer indexOfIgnoreCase(String text, Integer start)', (self, text, start) => {
    const from = clampStart(start);
    return from > self.length - required(text).length ? -1 : indexFrom(lower(self), lower(required(text)), from);
  }),
  m('Integer indexOfAny(String characters)', (self, text) => indexOfAny(self, required(text), true)),
  m('Integer indexOfAnyBut(String characters)', (self, text) => indexOfAny(self, required(text), false)),
  m('Integer indexOfChar(Integer character)', (self, char) => self.indexOf(String.fromCodePoint(required(char)))),
  m('Integer indexOfChar(Integer character, Integer start)', (self, char, start) =>
    self.indexOf(String.fromCodePoint(required(char)), clampStart(start)),
  ),
  m('Integer indexOfDifference(String other)', (self, other) => indexOfDifference(self, required(other))),
  m('Integer lastIndexOf(String text)', (self, text) => self.lastIndexOf(required(text))),
  m('Integer lastIndexOf(String text, Integer end)', (self, text, end) => lastIndexUpTo(self, required(text), required(end))),
  m('Integer lastIndexOfChar(Integer character)', (self, char) => self.lastIndexOf(String.fromCodePoint(required(char)))),
  m('Integer lastIndexOfChar(Integer character, Integer end)', (self, char, end) =>
    lastIndexUpTo(self, String.fromCodePoint(required(char)), required(end)),
  ),
  m('Integer lastIndexOfIgnoreCase(String text)', (self, text) => lower(self).lastIndexOf(lower(required(text)))),
  m('Integer lastIndexOfIgnoreCase(String text, Integer end)', (self, text, end) =>
    lastIndexUpTo(lower(self), lower(required(text)), required(end)),
  ),
  m('Integer getLevenshteinDistance(String other)', (self, other) => levenshtein(self, required(other), null)),
  m('Integer getLevenshteinDistance(String other, Integer threshold)', (self, other, threshold) =>
    levenshtein(self, required(other), required(threshold)),
  ),
];
