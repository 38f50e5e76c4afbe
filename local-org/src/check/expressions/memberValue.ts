/** Reading a field, property or enum value of a class, once it has been found. */
import type { Span } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { typeName } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { shownSymbol } from '../display.ts';
import { isUserMember, reachOf, type Found } from '../lookup.ts';
import { fail } from '../report.ts';
import type { Typed } from '../typed.ts';

export function memberValue(cx: Context, found: Found, self: Bound | null, nameAt: Span, at: Span): Typed {
  const { member } = found;
  const owner = member.owner;
  if (reachOf(cx, member) === 'hidden') fail(nameAt, `Variable is not visible: ${owner.name}.${member.name}`);
  const place = { kind: 'member', found } as const;
  if (member.kind === 'enumValue') {
    return {
      type: found.type,
      bound: { op: 'enumValue', owner: typeName(found.type), name: member.name, library: !isUserMember(member) },
      place,
    };
  }
  if (!isUserMember(member)) return { type: found.type, bound: { op: 'libraryProperty', self, key: member.js, at }, place };
  // Inside its own accessors a property's name means the stored value.
  const stored = !member.viaAccessors || (cx.kind === 'accessor' && cx.member === member);
  return { type: found.type, bound: { op: stored ? 'field' : 'property', self, owner: owner.name, js: member.js, at }, place };
}

/** Properties may be write-only, or their getter narrower than they are. Returns what it was given. */
export function readable(cx: Context, typed: Typed, at: Span): Typed {
  if (typed.place?.kind !== 'member') return typed;
  const { member } = typed.place.found;
  if (!isUserMember(member)) {
    if (!member.readable) fail(at, `A value cannot be read from ${member.name} in type ${shownSymbol(member.owner)}`);
    return typed;
  }
  if (!member.readable || reachOf(cx, member, member.getterAccess) === 'hidden')
    fail(at, `Variable is not visible: ${member.owner.name}.${member.name}`);
  return typed;
}
