/** String: changed case, order, length. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { membersOf } from '../../../declare.ts';
import { required } from '../arguments.ts';

const { m } = membersOf<string>();

/** Padding repeated and cut to `length` characters; an empty one counts as a space. */
function padding(length: number, text: string): string {
  const unit = text === '' ? ' ' : text;
  return length <= 0 ? '' : unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

const leftPad = (self: string, length: number, text: string): string => padding(length - self.length, text) + self;
const rightPad = (self: string, length: number, text: string): string => self + padding(length - self.length, text);

function center(self: string, length: number, text: string): string {
  const missing = length - self.length;
  return missing <= 0 ? self : rightPad(leftPad(self, self.length + Math.floor(missing / 2), text), length, text);
}

/** `…` are three points; an offset moves the window right. Rule of StringUtils.abbreviate, whose messages the platform passes on. */
function abbreviate(self: string, maxWidth: number, offset: number): string {
  if (maxWidth < 4) throw apexError('StringException', `Minimum abbreviation width is 4`);
  if (self.length <= maxWidth) return self;
  let from = Math.min(offset, self.length);
  if (self.length - from < maxWidth - 3) from = self.length - (maxWidth - 3);
  if (from <= 4) return `${self.slice(0, maxWidth - 3)}...`;
  if (maxWidth < 7) throw apexError('StringException', `Minimum abbreviation width with offset is 7`);
  if (from + maxWidth - 3 < self.length) return `...${abbreviate(self.slice(from), maxWidth - 3, 0)}`;
  return `...${self.slice(self.length - (maxWidth - 3))}`;
}

function swapCase(self: string): string {
  return [...self]
    .map((char) => (/\p{Lu}|\p{Lt}/u.test(char) ? char.toLowerCase() : /\p{Ll}/u.test(char) ? char.toUpperCase() : char))
    .join('');
}

function repeat(self: string, count: number, separator: string): string {
  return count <= 0 ? '' : Array.from({ length: count }, () => self).join(separator);
}

function overlay(self: string, text: string, start: number, end: number): string {
  const clamp = (position: number): number => Math.min(Math.max(position, 0), self.length);
  const [from, to] = [clamp(start), clamp(end)].sort((a, b) => a - b) as [number, number];
  return self.slice(0, from) + text + self.slice(to);
}

/** Languages whose letters change case in their own way, as Java's locales do. */
function locale(name: string): string {
  const tag = name.replace('_', '-');
  if (!/^[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-[a-zA-Z]{2})?$/.test(tag) || Intl.Collator.supportedLocalesOf([tag]).length === 0)
    throw new NotSupported(`locale ${name}`);
  return tag;
}

export const shapeMembers = [
  m('String toLowerCase()', (self) => self.toLowerCase()),
  m('String toLowerCase(String locale)', (self, name) => self.toLocaleLowerCase(locale(required(name)))),
  m('String toUpperCase()', (self) => self.toUpperCase()),
  m('String toUpperCase(String locale)', (self, name) => self.toLocaleUpperCase(locale(required(name)))),
  m('String capitalize()', (self) => self.charAt(0).toUpperCase() + self.slice(1)),
  m('String uncapitalize()', (self) => self.charAt(0).toLowerCase() + self.slice(1)),
  m('String swapCase()', swapCase),
  m('String reverse()', (self) => [...self].reverse().join('')),
  m('String repeat(Integer count)', (self, count) => repeat(self, required(count), '')),
  m('String repeat(String separator, Integer count)', (self, separator, count) => repeat(self, required(count), required(separator))),
  m('String leftPad(Integer length)', (self, length) => leftPad(self, required(length), ' ')),
  m('String leftPad(Integer length, String padding)', (self, length, text) => leftPad(self, required(length), required(text))),
  m('String rightPad(Integer length)', (self, length) => rightPad(self, required(length), ' ')),
  m('String rightPad(Integer length, String padding)', (self, length, text) => rightPad(self, required(length), required(text))),
  m('String center(Integer length)', (self, length) => center(self, required(length), ' ')),
  m('String center(Integer length, String padding)', (self, length, text) => center(self, required(length), required(text))),
  m('String abbreviate(Integer maxWidth)', (self, maxWidth) => abbreviate(self, required(maxWidth), 0)),
  m('String abbreviate(Integer maxWidth, Integer offset)', (self, maxWidth, offset) =>
    abbreviate(self, required(maxWidth), required(offset)),
  ),
  m('String overlay(String text, Integer start, Integer end)', (self, text, start, end) =>
    overlay(self, required(text), required(start), required(end)),
  ),
];
