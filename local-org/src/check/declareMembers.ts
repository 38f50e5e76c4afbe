/** Third step of declaring: fields, properties, methods, constructors and enum values with their types. */
import type {
  Accessor,
  ConstructorDeclaration,
  FieldDeclaration,
  MemberDeclaration,
  MethodDeclaration,
  Modifiers,
  Param,
  PropertyDeclaration,
  Span,
} from '../syntax/tree.ts';
import { mangle } from '../types/symbols.ts';
import { classType, listOf, typeName, Types, type Type } from '../types/types.ts';
import { isException, viewerOf } from './declare.ts';
import { shownMember, shownParams } from './display.ts';
import { sameParams } from './lookup.ts';
import { accessOf, annotation, has } from './modifiers.ts';
import { resolveType, superClassOf } from './names.ts';
import { attempt, fail, report } from './report.ts';
import type { UserMember, UserType } from './userTypes.ts';
import { typeOfLibrary, type World } from './world.ts';

export function declareMembers(world: World, type: UserType): void {
  const { declaration, unit } = type;
  if (!declaration) {
    if (unit.unit.kind !== 'type') addAll(world, type, unit.unit.members, true);
    addConstructors(world, type);
    return;
  }
  if (declaration.kind === 'enum') return addEnum(type, declaration.values);
  addAll(world, type, declaration.members, false);
  if (declaration.kind === 'class') addConstructors(world, type);
}

function addAll(world: World, type: UserType, members: readonly MemberDeclaration[], allStatic: boolean): void {
  members.forEach((declaration, order) => {
    attempt(
      type.unit,
      () => addMember(world, type, declaration, order, allStatic),
      (gap) => gap && 'name' in declaration && type.unknown.add(declaration.name.toLowerCase()),
    );
  });
}

function addMember(world: World, type: UserType, declaration: MemberDeclaration, order: number, allStatic: boolean): void {
  switch (declaration.kind) {
    case 'method':
      return addMethod(world, type, declaration, order, allStatic);
    case 'constructor':
      return addConstructor(world, type, declaration, order);
    case 'field':
    case 'property':
      return addField(world, type, declaration, order, allStatic);
    case 'initializer':
      if (declaration.static && type.outer) fail(declaration.span, 'Inner types are not allowed to have static blocks');
      return;
    case 'class':
    case 'interface':
    case 'enum':
      return;
    default:
      return declaration satisfies never;
  }
}

type Facts = Pick<UserMember, 'kind' | 'name' | 'type' | 'js' | 'span'> & Partial<UserMember>;

function member(owner: UserType, modifiers: Modifiers, facts: Facts): UserMember {
  const access = accessOf(modifiers, owner.kind === 'interface' ? (owner.access === 'global' ? 'global' : 'public') : 'private');
  return {
    owner,
    static: has(modifiers, 'static') || has(modifiers, 'testmethod') || has(modifiers, 'webservice'),
    access,
    testVisible: annotation(modifiers, 'testvisible') !== undefined,
    final: has(modifiers, 'final'),
    abstract: has(modifiers, 'abstract') || owner.kind === 'interface',
    virtual: has(modifiers, 'virtual') || has(modifiers, 'abstract') || owner.kind === 'interface',
    override: has(modifiers, 'override'),
    transient: has(modifiers, 'transient'),
    params: [],
    paramNames: [],
    readable: true,
    writable: true,
    annotations: modifiers.annotations,
    getterAccess: access,
    setterAccess: access,
    viaAccessors: false,
    declaration: null,
    getter: null,
    setter: null,
    order: 0,
    ...facts,
  };
}

function paramTypes(world: World, type: UserType, params: readonly Param[]): readonly Type[] {
  return params.map((param) => resolveType(viewerOf(world, type), param.type));
}

function checkStatic(type: UserType, modifiers: Modifiers, what: string, span: Span): void {
  if (type.outer && has(modifiers, 'static')) fail(span, `static can only be used on ${what} of a top level type`);
}

function addMethod(world: World, type: UserType, declaration: MethodDeclaration, order: number, allStatic: boolean): void {
  checkStatic(type, declaration.modifiers, 'methods', declaration.span);
  const params = paramTypes(world, type, declaration.params);
  const result = declaration.type ? resolveType(viewerOf(world, type), declaration.type) : Types.void;
  const made = member(type, declaration.modifiers, {
    kind: 'method',
    name: declaration.name,
    type: result,
    params,
    paramNames: declaration.params.map((param) => param.name),
    js: mangle(declaration.name, params.map(typeName)),
    span: declaration.span,
    declaration,
    order,
    ...(allStatic ? { static: true } : {}),
  });
  if (!made.static && type.kind === 'class' && declaration.name.toLowerCase() === 'clone' && params.length === 0)
    fail(declaration.span, `Method already defined: ${declaration.name} ${type.name} ${type.name}.clone() from the type ${type.name}`);
  const twin = type.members(declaration.name.toLowerCase()).find((other) => other.kind === 'method' && sameParams(other.params, params));
  if (twin) fail(declaration.span, `Method already defined: ${declaration.name} ${shownMember(made)} from the type ${type.name}`);
  type.add(made);
}

function addConstructor(world: World, type: UserType, declaration: ConstructorDeclaration, order: number): void {
  const params = paramTypes(world, type, declaration.params);
  const made = constructor(type, declaration.modifiers, params, declaration.span, {
    declaration,
    order,
    paramNames: declaration.params.map((param) => param.name),
  });
  if (type.members('<init>').some((other) => sameParams(other.params, params))) {
    fail(declaration.span, `Method already defined: <init> ${shownMember(made)} from the type ${type.name}`);
  }
  if (isException(world, type) && inheritedConstructors(world).some((inherited) => sameParams(inherited, params))) {
    fail(declaration.span, `System exception constructor already defined: void <init>${shownParams(params)}`);
  }
  type.add(made);
}

function constructor(type: UserType, modifiers: Modifiers, params: readonly Type[], span: Span, facts: Partial<UserMember>): UserMember {
  const js = mangle('init', params.map(typeName));
  return member(type, modifiers, { kind: 'constructor', name: '<init>', type: classType(type), params, js, span, ...facts });
}

/** `new MyException()`, `('text')`, `(cause)`, `('text', cause)`: every exception class has them and may not declare them itself. */
function inheritedConstructors(world: World): readonly (readonly Type[])[] {
  const exception = typeOfLibrary(world, 'Exception');
  return [[], [Types.String], [exception], [Types.String, exception]];
}

/** Constructors nobody wrote. */
function addConstructors(world: World, type: UserType): void {
  const span = type.declaration?.span ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const isPublic: Modifiers = { words: ['public'], annotations: [] };
  const names = ['message', 'cause'];
  if (isException(world, type)) {
    for (const params of inheritedConstructors(world)) {
      if (type.members('<init>').some((own) => sameParams(own.params, params))) continue;
      const paramNames = params.map((param) => (param === Types.String ? 'message' : (names[1] ?? 'cause')));
      type.add(constructor(type, isPublic, params, span, { paramNames }));
    }
    return;
  }
  if (type.members('<init>').length === 0) type.add(constructor(type, isPublic, [], span, {}));
}

function addField(
  world: World,
  type: UserType,
  declaration: FieldDeclaration | PropertyDeclaration,
  order: number,
  allStatic: boolean,
): void {
  checkStatic(type, declaration.modifiers, declaration.kind === 'field' ? 'fields' : 'properties', declaration.span);
  if (type.members(declaration.name.toLowerCase()).some((other) => other.kind === 'field' || other.kind === 'property')) {
    fail(declaration.span, `Duplicate field: ${declaration.name}`);
  }
  const facts: Facts = {
    kind: declaration.kind,
    name: declaration.name,
    type: resolveType(viewerOf(world, type), declaration.type),
    js: fieldName(type, declaration.name, has(declaration.modifiers, 'override')),
    span: declaration.span,
    declaration,
    order,
    ...(allStatic ? { static: true } : {}),
    ...(declaration.kind === 'property' ? propertyFacts(declaration) : {}),
  };
  type.add(member(type, declaration.modifiers, facts));
}

/** A field of the same name as one of a super class (a private one, say) is another field; an overriding property is the same one. */
function fieldName(type: UserType, name: string, overrides: boolean): string {
  let depth = overrides ? -1 : 0;
  const lower = name.toLowerCase();
  for (let at = superClassOf(type); at; at = superClassOf(at)) if (declaresField(at, lower)) depth++;
  return depth <= 0 ? lower : `${lower}$${depth}`;
}

function declaresField(type: UserType, lower: string): boolean {
  const { declaration } = type;
  return (
    declaration?.kind === 'class' &&
    declaration.members.some((one) => (one.kind === 'field' || one.kind === 'property') && one.name.toLowerCase() === lower)
  );
}

function propertyFacts(declaration: PropertyDeclaration): Partial<UserMember> {
  const { modifiers, getter, setter } = declaration;
  const access = accessOf(modifiers, 'private');
  const of = (accessor: Accessor | null) => (accessor ? accessOf(accessor.modifiers, access) : access);
  const open = ['virtual', 'abstract', 'override'].some((word) => has(modifiers, word));
  return {
    readable: getter !== null,
    writable: setter !== null,
    getter,
    setter,
    getterAccess: of(getter),
    setterAccess: of(setter),
    viaAccessors: open || (getter?.body ?? null) !== null || (setter?.body ?? null) !== null,
  };
}

function addEnum(type: UserType, values: readonly { readonly name: string; readonly span: Span }[]): void {
  const isPublic: Modifiers = { words: ['public', 'static'], annotations: [] };
  const self = classType(type);
  for (const [order, { name, span }] of values.entries()) {
    if (type.members(name.toLowerCase()).length > 0) report(type.unit, span, `Duplicate field: ${name}`);
    else type.add(member(type, isPublic, { kind: 'enumValue', name, type: self, js: name, span, order, writable: false }));
  }
  const span = type.declaration?.span ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
  type.add(member(type, isPublic, { kind: 'method', name: 'values', type: listOf(self), js: mangle('values', []), span }));
  type.add(
    member(type, isPublic, {
      kind: 'method',
      name: 'valueOf',
      type: self,
      params: [Types.String],
      js: mangle('valueOf', ['String']),
      span,
    }),
  );
}
