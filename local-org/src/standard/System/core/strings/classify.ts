/** String: what kind of characters it has. */
import { membersOf } from '../../../declare.ts';
import { anySpace, onlySpace } from './spaces.ts';

const { m } = membersOf<string>();

/** True for '' where the platform says so: isAlpha('') is false, isAlphaSpace('') is true. */
const every =
  (pattern: RegExp) =>
  (self: string): boolean =>
    pattern.test(self);

export const classifyMembers = [
  m('Boolean containsWhitespace()', (self) => anySpace.test(self)),
  m('Boolean isAllLowerCase()', every(/^\p{Ll}+$/u)),
  m('Boolean isAllUpperCase()', every(/^\p{Lu}+$/u)),
  m('Boolean isAlpha()', every(/^\p{L}+$/u)),
  m('Boolean isAlphaSpace()', every(/^[\p{L} ]*$/u)),
  m('Boolean isAlphanumeric()', every(/^[\p{L}\p{Nd}]+$/u)),
  m('Boolean isAlphanumericSpace()', every(/^[\p{L}\p{Nd} ]*$/u)),
  m('Boolean isAsciiPrintable()', every(/^[ -~]*$/)),
  m('Boolean isNumeric()', every(/^\p{Nd}+$/u)),
  m('Boolean isNumericSpace()', every(/^[\p{Nd} ]*$/u)),
  m('Boolean isWhitespace()', every(onlySpace)),
];
