/** `System.Id` */
import { toId } from '../../../runtime/convert.ts';
import { apexError } from '../../../runtime/exceptions.ts';
import { normaliseId } from '../../../runtime/ids.ts';
import { current } from '../../../runtime/transaction.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { objectToken } from '../../Schema/tokens.ts';
import { required } from './arguments.ts';

const { m } = membersOf<string>();

/** Characters whose case a changed-case id has lost: the 18-character form tells by its last three. */
function restoreCasing(text: string): string {
  const suffix = text.slice(15).toUpperCase();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  const restored = [...text.slice(0, 15)].map((char, i) => {
    const bits = alphabet.indexOf(suffix.charAt(Math.floor(i / 5)));
    return (bits >> (i % 5)) & 1 ? char.toUpperCase() : char.toLowerCase();
  });
  return toId(restored.join('') + suffix);
}

export const idDeclaration = standardClass('System.Id', [
  m('Schema.SObjectType getSObjectType()', (self) => {
    const object = current().data.schema.objectOfId(self);
    if (!object) throw apexError('SObjectException', `Cannot locate Apex Type for ID: ${self}`);
    return objectToken(object);
  }),
  m('Boolean equals(String other)', (self, other) => other !== null && self === normaliseId(other)),
  m('String to15()', (self) => self.slice(0, 15)),
  m('static Id valueOf(String text)', (text) => toId(required(text))),
  m('static Id valueOf(String text, Boolean restoreCasing)', (text, restore) =>
    restore === true && required(text).length === 18 ? restoreCasing(required(text)) : toId(required(text)),
  ),
]);
