/** A simple name: local variable, field of the class, static field of the outer class, then types and namespaces. */
import type { Span } from '../../syntax/tree.ts';
import { classType, primitiveNamed, type Type } from '../../types/types.ts';
import { findLocal, type Context } from '../context.ts';
import { findField, type Found } from '../lookup.ts';
import { checkTypeVisible, findLibraryType, findUserType, isPlatformGap, isUnlistedNamespace, sobjectNamed } from '../names.ts';
import { fail, failInConsequence, failNotSupported } from '../report.ts';
import { isUnknownMember } from '../userTypes.ts';
import { noteUse } from '../world.ts';
import type { Link } from './link.ts';
import { memberValue } from './memberValue.ts';

export function nameLink(cx: Context, name: string, at: Span): Link {
  const local = findLocal(cx, name);
  if (local?.unknown === 'gap') failInConsequence(at);
  if (local?.unknown === 'mistake') fail(at, `Variable does not exist: ${name}`);
  if (local) return { kind: 'value', typed: { type: local.type, bound: { op: 'local', name: local.js }, place: { kind: 'local', local } } };
  const own = findOwnField(cx, name);
  if (own && (own.member.static || !cx.isStatic)) return { kind: 'value', typed: ownField(cx, own, at) };
  const type = typeLink(cx, name, at);
  if (type) return type;
  if (isUnknownMember(cx.unit, cx.type, name)) failInConsequence(at);
  return fail(at, `Variable does not exist: ${name}`);
}

/** Field of the class or its super classes; static ones of the outer class too. */
function findOwnField(cx: Context, name: string): Found | undefined {
  for (let scope = cx.type; scope; scope = scope.outer) {
    const found = findField(cx.world, classType(scope), name);
    if (found && (scope === cx.type || found.member.static)) return found;
  }
  return undefined;
}

function ownField(cx: Context, found: Found, at: Span) {
  const { member } = found;
  if (!member.static && cx.beforeInstance) fail(at, `Cannot reference instance variables in a constructor invocation: ${member.name}`);
  const later =
    cx.initialising &&
    member.owner === cx.type &&
    'order' in member &&
    cx.initialising.static === member.static &&
    Number(member.order) > cx.initialising.order;
  if (later) fail(at, `Illegal forward reference: ${member.name}`);
  return memberValue(cx, found, member.static ? null : { op: 'this' }, at, at);
}

const namespaces: ReadonlySet<string> = new Set([
  ...['system', 'schema', 'database', 'messaging', 'eventbus', 'approval', 'auth', 'cache', 'compression', 'dom'],
  ...['flow', 'formulaeval', 'invocable', 'metadata', 'process', 'quickaction', 'search', 'site', 'userprovisioning', 'apexpages'],
]);

/** A type or namespace; undefined where the name is neither. */
function typeLink(cx: Context, name: string, at: Span): Link | undefined {
  const user = findUserType(cx, name);
  if (user) {
    checkTypeVisible(cx, user, at);
    noteUse(cx, user, at);
    return { kind: 'static', name, candidates: [classType(user)], namespace: null, span: at };
  }
  const lower = name.toLowerCase();
  if (lower === 'trigger') return { kind: 'trigger' };
  if (lower === 'label') return { kind: 'labels' };
  if (lower === 'page') return { kind: 'pages' };
  const symbol = findLibraryType(cx.world, name);
  const candidates: Type[] = [];
  if (symbol) candidates.push(primitiveNamed(symbol.name) ?? classType(symbol));
  const object = sobjectNamed(cx.world, name);
  if (object) candidates.push(object);
  const namespace = namespaces.has(lower) || isUnlistedNamespace(lower) ? name : null;
  if (candidates.length > 0 || namespace !== null) return { kind: 'static', name, candidates, namespace, span: at };
  if (isPlatformGap(cx.world, name)) failNotSupported(at, name);
  return undefined;
}
