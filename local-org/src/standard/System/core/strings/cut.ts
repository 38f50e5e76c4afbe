/** String: parts of it. */
import { apexError } from '../../../../runtime/exceptions.ts';
import { membersOf } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { runsOfSpace } from './spaces.ts';

const { m } = membersOf<string>();

const outOfBounds = (which: 'Starting' | 'Ending', position: number): never => {
  throw apexError('StringException', `${which} position out of bounds: ${position}`);
};

export function substring(self: string, start: number, end: number): string {
  if (start < 0 || start > self.length) outOfBounds('Starting', start);
  if (end < start || end > self.length) outOfBounds('Ending', end);
  return self.slice(start, end);
}

const left = (self: string, length: number): string => self.slice(0, Math.max(0, length));
const right = (self: string, length: number): string => (length <= 0 ? '' : self.slice(-length));

function mid(self: string, start: number, length: number): string {
  if (length < 0 || start > self.length) return '';
  const from = Math.max(0, start);
  return self.slice(from, from + length);
}

function before(self: string, index: number): string {
  return index < 0 ? self : self.slice(0, index);
}
function after(self: string, index: number, length: number): string {
  return index < 0 ? '' : self.slice(index + length);
}

/** Null where the tags are not there. */
function between(self: string, open: string, close: string): string | null {
  const start = self.indexOf(open);
  if (start < 0) return null;
  const end = self.indexOf(close, start + open.length);
  return end < 0 ? null : self.slice(start + open.length, end);
}

const sameIgnoringCase = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const cutMembers = [
  m('String substring(Integer start)', (self, start) => substring(self, required(start), self.length)),
  m('String substring(Integer start, Integer end)', (self, start, end) => substring(self, required(start), required(end))),
  m('String substringAfter(String separator)', (self, separator) =>
    after(self, self.indexOf(required(separator)), required(separator).length),
  ),
  m('String substringAfterLast(String separator)', (self, separator) =>
    required(separator) === '' ? '' : after(self, self.lastIndexOf(required(separator)), required(separator).length),
  ),
  m('String substringBefore(String separator)', (self, separator) => before(self, self.indexOf(required(separator)))),
  m('String substringBeforeLast(String separator)', (self, separator) =>
    required(separator) === '' ? self : before(self, self.lastIndexOf(required(separator))),
  ),
  m('String substringBetween(String tag)', (self, tag) => between(self, required(tag), required(tag))),
  m('String substringBetween(String open, String close)', (self, open, close) => between(self, required(open), required(close))),
  m('String left(Integer length)', (self, length) => left(self, required(length))),
  m('String right(Integer length)', (self, length) => right(self, required(length))),
  m('String mid(Integer start, Integer length)', (self, start, length) => mid(self, required(start), required(length))),
  m('String remove(String text)', (self, text) => (required(text) === '' ? self : self.replaceAll(required(text), ''))),
  m('String removeStart(String text)', (self, text) => (self.startsWith(required(text)) ? self.slice(required(text).length) : self)),
  m('String removeStartIgnoreCase(String text)', (self, text) =>
    sameIgnoringCase(left(self, required(text).length), required(text)) ? self.slice(required(text).length) : self,
  ),
  m('String removeEnd(String text)', (self, text) =>
    self.endsWith(required(text)) ? self.slice(0, self.length - required(text).length) : self,
  ),
  m('String removeEndIgnoreCase(String text)', (self, text) =>
    sameIgnoringCase(right(self, required(text).length), required(text)) ? self.slice(0, self.length - required(text).length) : self,
  ),
  m('String difference(String other)', (self, other) => {
    let i = 0;
    while (i < self.length && self[i] === required(other)[i]) i++;
    return required(other).slice(i);
  }),
  m('String trim()', (self) => self.replace(/^[\0- ]+|[\0- ]+$/g, '')),
  m('String deleteWhitespace()', (self) => self.replace(runsOfSpace, '')),
  m('String normalizeSpace()', (self) => self.replace(runsOfSpace, ' ').replace(/^ | $/g, '')),
];
