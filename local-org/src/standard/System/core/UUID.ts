/** `System.UUID` */
import { apexError } from '../../../runtime/exceptions.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';
import { hashOfText } from './hash.ts';
import { randomBits } from './random.ts';

class ApexUuid extends LibraryObject {
  readonly apexType = 'UUID';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override toString(): string {
    return this.text;
  }
  equals(other: LibraryObject): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }
}

/** Version 4: random, with the version and variant bits set. */
export function randomUuid(): ApexUuid {
  const hex = Array.from({ length: 4 }, () => randomBits().toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return new ApexUuid(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`);
}

const { m } = membersOf<ApexUuid>();

export const uuidDeclaration = standardClass('System.UUID', [
  m('Boolean equals(Object other)', (self, other) => other instanceof LibraryObject && self.equals(other)),
  m('Integer hashCode()', (self) => hashOfText(self.text)),
  m('String toString()', (self) => self.text),
  m('static UUID fromString(String text)', (text) => {
    const given = required(text).toLowerCase();
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given))
      throw apexError('IllegalArgumentException', `Invalid UUID string: ${text}`);
    return new ApexUuid(given);
  }),
  m('static UUID randomUUID()', randomUuid),
]);
