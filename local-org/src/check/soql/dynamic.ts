/** Dynamic SOQL, whose text is known only at run time: the names it may bind, and the one row it may stand for. */
import type { Bound } from '../../types/bound.ts';
import type { Span } from '../../syntax/tree.ts';
import { classType, sobjectType, typeName, type Type } from '../../types/types.ts';
import type { Context, Scope } from '../context.ts';
import { memberValue } from '../expressions/memberValue.ts';
import { ancestry, findField, isUserMember, reachOf } from '../lookup.ts';
import { UserType, type UserMember } from '../userTypes.ts';

const bindsVariables: readonly string[] = [
  ...['Database.query(', 'Database.countQuery(', 'Database.getQueryLocator('],
  ...['Database.getCursor(', 'Database.getPaginationCursor('],
];
const yieldsRows: readonly string[] = ['Database.query(', 'Database.queryWithBinds('];

export const isDynamicQuery = (key: string): boolean => bindsVariables.some((start) => key.startsWith(start));

/** Rows of a dynamic query: their object shows only at run time, so that any record type may be asked of them. */
export const isDynamicRows = ({ bound }: { readonly bound: Bound }): boolean =>
  (bound.op === 'invokeLibrary' && yieldsRows.some((start) => bound.key.startsWith(start))) ||
  (bound.op === 'ternary' && [bound.then, bound.else].every((branch) => isNull(branch) || isDynamicRows({ bound: branch })));

/** Children of a record: a loop over them asks for what its variable is. */
export const isChildRows = ({ bound }: { readonly bound: Bound }): boolean =>
  bound.op === 'invokeLibrary' && bound.key.startsWith('SObject.getSObjects(');

const isNull = (bound: Bound): boolean => bound.op === 'const' && bound.type === 'null';

/** The one row as a `to`. */
export const dynamicRow = ({ bound }: { readonly bound: Bound }, to: Type, at: Span): Bound => {
  if (isNull(bound)) return bound;
  if (bound.op === 'ternary')
    return { ...bound, then: dynamicRow({ bound: bound.then }, to, at), else: dynamicRow({ bound: bound.else }, to, at) };
  const row: Bound = { op: 'onlyRow', of: bound };
  return to === sobjectType(null) ? row : { op: 'cast', to: typeName(to), of: row, at };
};

/** "Simple bind variables": what a simple name means here. Local variables, fields of the class, static ones of the outer class. */
export function namesInScope(cx: Context, at: Span): readonly { readonly name: string; readonly value: Bound }[] {
  const names = new Map<string, Bound>();
  for (let scope: Scope | null = cx.scope; scope; scope = scope.parent)
    for (const [name, { js }] of scope.locals) if (!names.has(name)) names.set(name, { op: 'local', name: js });
  for (let type = cx.type; type; type = type.outer)
    for (const member of fieldsOf(cx, type)) {
      const name = member.name.toLowerCase();
      const found = names.has(name) ? undefined : findField(cx.world, classType(type), name);
      if (found?.member !== member || !isReadable(cx, type, member)) continue;
      names.set(name, memberValue(cx, found, member.static ? null : { op: 'this' }, at, at).bound);
    }
  return [...names].map(([name, value]) => ({ name, value }));
}

const fieldsOf = (cx: Context, type: UserType): readonly UserMember[] =>
  ancestry(cx.world, classType(type)).flatMap((one) =>
    one.kind === 'class' && one.symbol instanceof UserType
      ? one.symbol.allMembers().filter(({ kind }) => kind === 'field' || kind === 'property')
      : [],
  );

function isReadable(cx: Context, type: UserType, member: UserMember): boolean {
  if (!member.static && (type !== cx.type || cx.isStatic || cx.beforeInstance)) return false;
  if (!member.readable || reachOf(cx, member) === 'hidden') return false;
  return isUserMember(member) && reachOf(cx, member, member.getterAccess) === 'visible';
}
