/** Object and Enum: what every value can do. */
import { equalValues } from '../../../runtime/equality.ts';
import { toText } from '../../../runtime/toText.ts';
import { ApexObject, type EnumValue, type Value } from '../../../runtime/values/kinds.ts';
import { NotSupported } from '../../../runtime/exceptions.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { hashOf } from './hash.ts';

const { m } = membersOf<NonNullable<Value>>();

/** An `equals` of a user's class overrides none of Object's: whether it is called through a variable of type Object is disputed. */
function equalsAsObject(self: NonNullable<Value>, other: Value): boolean {
  if (self instanceof ApexObject && 'equals$object' in self) throw new NotSupported(`Object.equals(Object) called on a ${self.$type}`);
  return equalValues(self, other);
}

export const objectDeclaration = standardClass('System.Object', [
  m('String toString()', (self) => toText(self)),
  m('Boolean equals(Object other)', equalsAsObject),
  m('Integer hashCode()', (self) => hashOf(self)),
]);

const enumMembers = membersOf<EnumValue>();

/** Every enum, of the user or of the library, has these. */
export const enumDeclaration = standardClass('System.Enum', [
  enumMembers.m('String name()', (self) => self.name),
  enumMembers.m('Integer ordinal()', (self) => self.ordinal),
  enumMembers.m('String toString()', (self) => self.name),
  enumMembers.m('Boolean equals(Object other)', (self, other) => self === other),
  enumMembers.m('Integer hashCode()', (self) => hashOf(self)),
]);
