/** Code of methods, constructors and accessors: statements in their context. */
import type { BlockStatement, Expr, Param, Statement } from '../syntax/tree.ts';
import type { Bound, BoundMethod, BoundStatement } from '../types/bound.ts';
import { classType, typeName, Types, type Type } from '../types/types.ts';
import { createContext, declareLocal, type Context } from './context.ts';
import { shown, shownMember, shownParams } from './display.ts';
import { argumentsOf, coerced, select } from './expressions/calls.ts';
import { completes } from './flow.ts';
import { findConstructors, reachOf } from './lookup.ts';
import { has } from './modifiers.ts';
import { superClassOf } from './names.ts';
import { attempt, fail, report } from './report.ts';
import { block, statement } from './statements/statement.ts';
import type { UserMember, UserType } from './userTypes.ts';
import type { World } from './world.ts';

const empty: BoundStatement = { op: 'block', statements: [] };

function declareParams(cx: Context, member: UserMember, params: readonly Param[]): readonly string[] {
  return params.map((param, i) => {
    const type = member.params[i] ?? Types.Object;
    const local = attempt(cx.unit, () => declareLocal(cx, param.name, type, param.span, has(param.modifiers, 'final')));
    return local?.js ?? `v_${i}`;
  });
}

export function boundMethod(world: World, type: UserType, member: UserMember): BoundMethod {
  const declaration = member.declaration?.kind === 'method' ? member.declaration : null;
  const base = { name: member.name, js: member.js, static: member.static, at: member.span, constructorCall: null };
  if (!declaration?.body) {
    if (declaration && !member.abstract) report(type.unit, member.span, 'Method must have a body');
    return { ...base, params: member.paramNames.map((name) => `v_${name.toLowerCase()}`), body: null };
  }
  const cx = createContext({ world, unit: type.unit, type, kind: 'method', isStatic: member.static, returns: member.type, member });
  const params = declareParams(cx, member, declaration.params);
  const body = block(cx, declaration.body.statements);
  checkReturns(cx, declaration.body, member);
  return { ...base, params, body };
}

function checkReturns(cx: Context, body: BlockStatement, member: UserMember): void {
  const open = completes(cx.unit, body.statements);
  if (open && cx.returns && cx.returns !== Types.void)
    report(cx.unit, member.span, `Missing return statement required return type: ${shown(cx.returns)}`);
}

// ---------------------------------------------------------------------------------------------- constructors

export function boundConstructor(world: World, type: UserType, member: UserMember): BoundMethod {
  const declaration = member.declaration?.kind === 'constructor' ? member.declaration : null;
  const base = { name: type.simpleName, js: member.js, static: false, at: member.span };
  const cx = createContext({ world, unit: type.unit, type, kind: 'constructor', isStatic: false, returns: Types.void, member });
  if (!declaration) {
    const params = member.paramNames.map((name) => `v_${name}`);
    const constructorCall = attempt(type.unit, () => inherited(world, type, member, params)) ?? null;
    return { ...base, params, body: empty, constructorCall };
  }
  const params = declareParams(cx, member, declaration.params);
  const [first, ...rest] = declaration.body.statements;
  const call = first?.kind === 'expression' && first.expr.kind === 'constructorCall' ? first.expr : null;
  const constructorCall = attempt(type.unit, () => (call ? explicitCall(cx, type, call) : impliedCall(world, type, member))) ?? null;
  const statements: readonly Statement[] = call ? rest : declaration.body.statements;
  const body: BoundStatement = { op: 'block', statements: statements.map((one) => statement(cx, one)) };
  checkReturns(cx, { ...declaration.body, statements }, member);
  return { ...base, params, body, constructorCall };
}

type ConstructorCall = BoundMethod['constructorCall'];

function explicitCall(cx: Context, type: UserType, call: Extract<Expr, { kind: 'constructorCall' }>): ConstructorCall {
  cx.beforeInstance = true;
  const args = argumentsOf(cx, call);
  cx.beforeInstance = false;
  const shownArgs = shownParams(args.map((arg) => arg.type));
  const superClass = superClassOf(type);
  if (call.which === 'super' && !superClass) {
    // The platform's own exception class keeps its constructors to itself.
    if (type.superType) fail(call.span, `Method is not visible: void System.ApexBaseException.<init>${shownArgs}`);
    if (args.length > 0) fail(call.span, `No super type defined: ${type.name}`);
    return null;
  }
  const owner = call.which === 'super' && superClass ? superClass : type;
  const found = select(cx, findConstructors(cx.world, classType(owner)), args, { name: '<init>' }, call.span);
  if (!found) return fail(call.span, `Constructor not defined: [${owner.name}].<Constructor>${shownArgs}`);
  if (reachOf(cx, found.member) === 'hidden') fail(call.span, `Method is not visible: ${shownMember(found.member)}`);
  if (found.member === cx.member) fail(call.span, `Circular definition: ${owner.name}`);
  return { which: call.which, owner: owner.name, js: found.member.js, library: false, args: coerced(cx, found, args, call) };
}

/** A constructor that calls no other begins with `super()`. */
function impliedCall(world: World, type: UserType, member: UserMember): ConstructorCall {
  const superClass = superClassOf(type);
  if (!superClass) return type.superType ? { which: 'super', owner: typeName(type.superType), js: 'init$', library: true, args: [] } : null;
  const viewer = { world, unit: type.unit, type };
  const found = superClass.members('<init>').find((one) => one.params.length === 0);
  if (!found || reachOf(viewer, found) === 'hidden')
    fail(member.span, `No default constructor available in super type: ${superClass.name}`);
  return { which: 'super', owner: superClass.name, js: found.js, library: false, args: [] };
}

/** A constructor nobody wrote hands its parameters on: those of exceptions have some. */
function inherited(world: World, type: UserType, member: UserMember, params: readonly string[]): ConstructorCall {
  if (member.params.length === 0) return impliedCall(world, type, member);
  const superClass = superClassOf(type);
  const args = params.map((name): Bound => ({ op: 'local', name }));
  const owner = superClass?.name ?? (type.superType ? typeName(type.superType) : 'Exception');
  return { which: 'super', owner, js: member.js, library: superClass === null, args };
}

// ---------------------------------------------------------------------------------------------- accessors

/** `get$x` and `set$x` with bodies; a plain `get;` or `set;` beside one of them reaches the stored field. */
export function boundAccessors(world: World, type: UserType, member: UserMember): readonly BoundMethod[] {
  const accessors: BoundMethod[] = [];
  const base = { name: member.name, static: member.static, at: member.span, constructorCall: null };
  const context = (returns: Type): Context =>
    createContext({ world, unit: type.unit, type, kind: 'accessor', isStatic: member.static, returns, member });
  const [get, set] = [member.getter?.body, member.setter?.body];
  if (get) {
    const cx = context(member.type);
    const body = block(cx, get.statements);
    checkReturns(cx, get, member);
    accessors.push({ ...base, js: `get$${member.js}`, params: [], body });
  }
  if (set) {
    const cx = context(Types.void);
    const value = declareLocal(cx, 'value', member.type, member.span);
    const body = block(cx, set.statements);
    completes(cx.unit, set.statements);
    accessors.push({ ...base, js: `set$${member.js}`, params: [value.js], body });
  }
  return accessors;
}
