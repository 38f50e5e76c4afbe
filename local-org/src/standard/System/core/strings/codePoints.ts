/** String: characters as numbers. Positions count UTF-16 units, as Java's do. */
import { apexError } from '../../../../runtime/exceptions.ts';
import { ApexList } from '../../../../runtime/values/collections.ts';
import { membersOf } from '../../../declare.ts';
import { required } from '../arguments.ts';

const { m } = membersOf<string>();

const outOfBounds = (index: number): never => {
  throw apexError('StringException', `String index out of bounds: ${index}`);
};

const within = (index: number, low: number, high: number): number => (index < low || index > high ? outOfBounds(index) : index);

/** The unit before belongs to the character when the two are a surrogate pair. */
function codePointBefore(self: string, index: number): number {
  const low = self.charCodeAt(index - 1);
  const high = index >= 2 ? self.charCodeAt(index - 2) : 0;
  const isPair = low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
  return self.codePointAt(isPair ? index - 2 : index - 1) ?? 0;
}

function offsetByCodePoints(self: string, index: number, count: number): number {
  let at = within(index, 0, self.length);
  for (let i = 0; i < Math.abs(count); i++) {
    if (count > 0) at += within(at, 0, self.length - 1) >= 0 && (self.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    else at -= within(at, 1, self.length) >= 0 && codePointBefore(self, at) > 0xffff ? 2 : 1;
  }
  return at;
}

export const codePointMembers = [
  m('Integer charAt(Integer index)', (self, index) => self.charCodeAt(within(required(index), 0, self.length - 1))),
  m('Integer codePointAt(Integer index)', (self, index) => self.codePointAt(within(required(index), 0, self.length - 1)) ?? null),
  m('Integer codePointBefore(Integer index)', (self, index) => codePointBefore(self, within(required(index), 1, self.length))),
  m('Integer codePointCount(Integer start, Integer end)', (self, start, end) => {
    const from = within(required(start), 0, self.length);
    return [...self.slice(from, within(required(end), from, self.length))].length;
  }),
  m('Integer offsetByCodePoints(Integer index, Integer count)', (self, index, count) =>
    offsetByCodePoints(self, required(index), required(count)),
  ),
  m(
    'List<Integer> getChars()',
    (self) =>
      new ApexList(
        'Integer',
        Array.from({ length: self.length }, (_, i) => self.charCodeAt(i)),
      ),
  ),
];
