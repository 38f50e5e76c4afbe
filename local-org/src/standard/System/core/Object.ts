/** Object and Enum: what every value can do. */
import { equalValues } from '../../../runtime/equality.ts';
import { toText } from '../../../runtime/toText.ts';
import type { EnumValue, Value } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { hashOf } from './hash.ts';

const { m } = membersOf<NonNullable<Value>>();

export const objectDeclaration = standardClass('System.Object', [
  m('String toString()', (self) => toText(self)),
  m('Boolean equals(Object other)', (self, other) => equalValues(self, other)),
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
