/** The bound call of a method that has been chosen: user code, library, or an interface behind which either may stand. */
import type { Span } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { keyOf } from '../../standard/librarySymbol.ts';
import { mangle } from '../../types/symbols.ts';
import { typeName, Types, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { shownMember } from '../display.ts';
import { isUserMember, reachOf, type Found } from '../lookup.ts';
import { fail } from '../report.ts';
import { isDynamicQuery, namesInScope } from '../soql/dynamic.ts';
import type { Typed } from '../typed.ts';
import { UserType } from '../userTypes.ts';

/** `self` null = static. `super`: the super class's version of user code; `library`: that of a library super class. */
export function invocation(
  cx: Context,
  found: Found,
  self: Typed | null,
  args: readonly Bound[],
  nameAt: Span,
  at: Span,
  how: 'plain' | 'super' | 'library',
): Typed {
  const { member } = found;
  if (reachOf(cx, member) === 'hidden') fail(nameAt, `Method is not visible: ${shownMember(member)}`);
  if (member.abstract && how === 'plain' && self === null)
    fail(nameAt, `Abstract method cannot be called directly: ${shownMember(member)}`);
  const type = self ? resultType(found, self.type) : found.type;
  if (isUserMember(member)) {
    const owner = member.owner.name;
    if (!self) return { type, bound: { op: 'invokeStatic', owner, js: member.js, args, at } };
    // Before API 65.0 an abstract method may go without access modifier: private by name only.
    const virtual = how === 'plain' && (member.access !== 'private' || member.abstract);
    return { type, bound: { op: 'invoke', self: self.bound, owner, js: member.js, virtual, args, at } };
  }
  if (self && how === 'plain' && mayBeUsers(self.type, found)) {
    const js = member.abstract ? member.js : mangle(member.name, member.params.map(typeName));
    return { type, bound: { op: 'invokeInterface', self: self.bound, js, key: keyOf(member), args, at } };
  }
  const key = keyOf(member);
  const call: Bound = { op: 'invokeLibrary', self: self?.bound ?? null, key, args, typeArgs: found.typeArgs.map(typeName), at };
  return { type, bound: isDynamicQuery(key) ? { ...call, names: namesInScope(cx, at) } : call };
}

/** Could the receiver be an object of user code that has its own version of a library method? */
function mayBeUsers(receiver: Type, { member }: Found): boolean {
  if (receiver === Types.Object) return true;
  if (receiver.kind !== 'class') return false;
  return receiver.symbol instanceof UserType
    ? receiver.symbol.kind !== 'enum'
    : receiver.symbol.kind === 'interface' || member.abstract || receiver.symbol.virtual;
}

/** `account.clone()` is an Account although the signature says SObject. */
function resultType(found: Found, receiver: Type): Type {
  const isClone = found.member.name.toLowerCase() === 'clone' && receiver.kind === 'sobject' && found.type.kind === 'sobject';
  return isClone ? receiver : found.type;
}
