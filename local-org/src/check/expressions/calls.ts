/** Method calls by where they start: own methods, `super.`, a type's static ones, a value's. */
import type { Expr, Span } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { classType, Types, type SObjectTypeRef, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { shown, shownMember, shownParams } from '../display.ts';
import { findMethods, type Found } from '../lookup.ts';
import { isPlatformGap, superClassOf } from '../names.ts';
import { choose } from '../overloads.ts';
import { fail, failInConsequence, failNotSupported } from '../report.ts';
import { isDynamicRows } from '../soql/dynamic.ts';
import { asOneRow, coerce, type Typed } from '../typed.ts';
import { isUnknownMember, UserType } from '../userTypes.ts';
import { typeOfLibrary } from '../world.ts';
import { customDataCall } from './customData.ts';
import { value } from './expression.ts';
import { invocation } from './invocation.ts';
import { nameOf, type Link } from './link.ts';
import { isMemberGap } from './staticMembers.ts';

export type Call = Extract<Expr, { kind: 'call' }>;

/** `method(…)`: of the class and its super classes, then static ones of the outer class. */
export function callOwn(cx: Context, expr: Call, at: Span): Typed {
  const args = argumentsOf(cx, expr);
  for (let scope: UserType | null = cx.type; scope; scope = scope.outer) {
    const own = findMethods(cx.world, classType(scope), expr.name).filter((one) => scope === cx.type || one.member.static);
    if (own.length === 0 || (scope.outer && select(cx, own, args, expr, at) === undefined)) continue;
    const found = select(cx, own, args, expr, at) ?? missing(cx, classType(scope), expr, args, at);
    if (found.member.static) return finish(cx, found, null, args, expr, at);
    if (cx.isStatic) fail(at, `Non static method cannot be referenced from a static context: ${shownMember(found.member)}`);
    if (cx.beforeInstance) fail(at, `Cannot reference instance methods in a constructor invocation: ${shownMember(found.member)}`);
    return finish(cx, found, { type: classType(scope), bound: { op: 'this' } }, args, expr, at);
  }
  const copied = cx.type && !cx.isStatic ? copy({ type: classType(cx.type), bound: { op: 'this' } }, expr, args) : undefined;
  if (copied) return copied;
  return missing(cx, cx.type ? classType(cx.type) : Types.Object, expr, args, at);
}

export function callSuper(cx: Context, expr: Call, at: Span): Typed {
  if (cx.isStatic || !cx.type) fail(at, 'Super cannot be referenced in a static context');
  const superType = cx.type.superType;
  if (!superType) return fail(at, `No super type defined: ${cx.type.name}`);
  const args = argumentsOf(cx, expr);
  const methods = findMethods(cx.world, superType, expr.name).filter((one) => !one.member.static);
  const found = select(cx, methods, args, expr, at) ?? missing(cx, superType, expr, args, at);
  if (found.member.abstract) fail(at, `Abstract method cannot be called directly: ${shownMember(found.member)}`);
  const isUser = superClassOf(cx.type) !== null && found.member.owner instanceof UserType;
  return invocation(
    cx,
    found,
    { type: superType, bound: { op: 'this' } },
    coerced(cx, found, args, expr),
    at,
    expr.span,
    isUser ? 'super' : 'library',
  );
}

/** `Type.method(…)` */
export function callStatic(cx: Context, target: Exclude<Link, { kind: 'value' }>, expr: Call, at: Span): Typed {
  if (target.kind !== 'static') return failNotSupported(at, `${nameOf(target)}.${expr.name}()`);
  const args = argumentsOf(cx, expr);
  let other: Found | undefined;
  for (const type of target.candidates) {
    const special =
      type.kind === 'sobject'
        ? (customDataCall(cx, type, expr, args, at) ?? objectTypeCall(cx, type, expr, args))
        : locator(cx, type, expr, args, at);
    if (special) return special;
    if (type.kind === 'sobject') continue;
    const methods = findMethods(cx.world, type, expr.name);
    const found = select(
      cx,
      methods.filter((one) => one.member.static),
      args,
      expr,
      at,
    );
    if (found) return finish(cx, found, null, args, expr, at);
    other ??= select(
      cx,
      methods.filter((one) => !one.member.static),
      args,
      expr,
      at,
    );
  }
  if (other) return fail(at, `Non static method cannot be referenced from a static context: ${shownMember(other.member)}`);
  const [type] = target.candidates;
  if (type) return missing(cx, type, expr, args, at);
  if (isPlatformGap(cx.world, target.name)) failNotSupported(target.span, target.name);
  return fail(target.span, `Variable does not exist: ${target.name}`);
}

/** `Account.getSObjectType()` is `Account.SObjectType`. */
function objectTypeCall(cx: Context, { object }: SObjectTypeRef, expr: Call, args: readonly Typed[]): Typed | undefined {
  if (object === null || args.length > 0 || expr.name.toLowerCase() !== 'getsobjecttype') return undefined;
  return { type: typeOfLibrary(cx.world, 'Schema.SObjectType'), bound: { op: 'objectToken', object } };
}

/** `Database.getQueryLocator([SELECT …])`: the query is not run but handed over. */
function locator(cx: Context, type: Type, expr: Call, args: readonly Typed[], at: Span): Typed | undefined {
  if (type.kind !== 'class' || type.symbol.name !== 'Database' || expr.name.toLowerCase() !== 'getquerylocator') return undefined;
  const [first, second] = args;
  if (first?.bound.op !== 'query') return undefined;
  if (second) failNotSupported(at, 'Database.getQueryLocator([SELECT …], AccessLevel)');
  const symbol = cx.world.library.type('Database.QueryLocator');
  if (!symbol) return failNotSupported(at, 'Database.QueryLocator');
  return { type: classType(symbol), bound: { ...first.bound, result: 'locator' } };
}

/** `value.method(…)` */
export function callOn(cx: Context, target: Typed, expr: Call, at: Span): Typed {
  const args = argumentsOf(cx, expr);
  const fieldError = addFieldError(cx, target, expr, args, at);
  if (fieldError) return fieldError;
  const receivers = [target, asOneRow(target)].filter((one): one is Typed => one !== null);
  let other: Found | undefined;
  for (const receiver of receivers) {
    const methods = findMethods(cx.world, receiver.type, expr.name);
    const found = select(
      cx,
      methods.filter((one) => !one.member.static),
      args,
      expr,
      at,
    );
    if (found) return finish(cx, found, receiver, args, expr, at);
    other ??= select(
      cx,
      methods.filter((one) => one.member.static),
      args,
      expr,
      at,
    );
  }
  if (other) return fail(at, `Static method cannot be referenced from a non static context: ${shownMember(other.member)}`);
  const copied = copy(target, expr, args);
  if (copied) return copied;
  return missing(cx, target.type, expr, args, at);
}

/** `object.clone()`: no class declares it, every one but exceptions has it. */
function copy(target: Typed, expr: Call, args: readonly Typed[]): Typed | undefined {
  const { type } = target;
  if (expr.name.toLowerCase() !== 'clone' || args.length > 0 || type.kind !== 'class' || !(type.symbol instanceof UserType))
    return undefined;
  if (type.symbol.kind !== 'class' || isExceptionClass(type.symbol)) return undefined;
  return { type, bound: { op: 'copy', of: target.bound, at: expr.span } };
}

function isExceptionClass(type: UserType): boolean {
  const superClass = superClassOf(type);
  return superClass ? isExceptionClass(superClass) : type.superType !== null;
}

/** `account.Name.addError('…')` is about the record's field, not about the text. */
function addFieldError(cx: Context, target: Typed, expr: Call, args: readonly Typed[], at: Span): Typed | undefined {
  if (expr.name.toLowerCase() !== 'adderror' || target.type.kind === 'sobject' || target.type.kind === 'class') return undefined;
  const { place } = target;
  if (place?.kind !== 'sobjectField' || !place.field)
    return fail(at, 'addError must be invoked on an expression that is an exact SObject field reference');
  if (target.guards && target.guards.length > 0) fail(at, 'Safe navigation operator is not allowed between SObject field and addError');
  const [message, ...more] = args;
  if (!message || more.length > 0) return failNotSupported(at, 'addError with more than a message on a field');
  const field: Bound = { op: 'const', type: 'String', value: place.field.name };
  const text = coerce(cx, message, Types.String, expr.span);
  return {
    type: Types.void,
    bound: {
      op: 'invokeLibrary',
      self: place.self,
      key: 'SObject.addError(String, String)',
      args: [field, text],
      typeArgs: [],
      at: expr.span,
    },
  };
}

export function argumentsOf(cx: Context, expr: { readonly args: readonly Expr[] }): readonly Typed[] {
  return expr.args.map((arg) => value(cx, arg));
}

/** The overload that fits; a query may stand for its rows or for its one row. */
export function select(
  cx: Context,
  candidates: readonly Found[],
  args: readonly Typed[],
  expr: { readonly name: string },
  at: Span,
): Found | undefined {
  for (const types of [args.map((arg) => arg.type), args.map((arg) => asOneRow(arg)?.type ?? arg.type)]) {
    const choice = choose(cx.world, candidates, types);
    if (choice.kind === 'found') return choice.found;
    if (choice.kind === 'ambiguous') fail(at, `Ambiguous method signature: void ${expr.name}${shownParams(types)}`);
  }
  return withDynamicRow(cx, candidates, args);
}

/** A dynamic query in the place of a record, where only one method could be meant. */
function withDynamicRow(cx: Context, candidates: readonly Found[], args: readonly Typed[]): Found | undefined {
  if (!args.some(isDynamicRows)) return undefined;
  const fitting = candidates.filter((one) => {
    const types = args.map((arg, i) => (isDynamicRows(arg) && one.params[i]?.kind === 'sobject' ? one.params[i] : arg.type));
    return choose(cx.world, [one], types).kind === 'found';
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

export function coerced(
  cx: Context,
  found: Found,
  args: readonly Typed[],
  expr: { readonly args: readonly Expr[]; readonly span: Span },
): readonly Bound[] {
  return args.map((arg, i) => coerce(cx, arg, found.params[i] ?? Types.Object, expr.args[i]?.span ?? expr.span));
}

function finish(cx: Context, found: Found, self: Typed | null, args: readonly Typed[], expr: Call, at: Span): Typed {
  return invocation(cx, found, self, coerced(cx, found, args, expr), at, expr.span, 'plain');
}

function missing(cx: Context, type: Type, expr: Call, args: readonly Typed[], at: Span): never {
  if (isMemberGap(cx, type, expr.name)) failNotSupported(at, `${shown(type)}.${expr.name}()`);
  if (type.kind === 'class' && isUnknownMember(cx.unit, type.symbol, expr.name)) failInConsequence(at);
  const signature = `void ${expr.name}${shownParams(args.map((arg) => arg.type))}`;
  return fail(at, `Method does not exist or incorrect signature: ${signature} from the type ${shown(type)}`);
}
