/** Declares the types of all units before any body is looked at: names, then super types, then members. */
import type { ClassDeclaration, MemberDeclaration, TypeDeclaration } from '../syntax/tree.ts';
import { classType, type Type } from '../types/types.ts';
import { shown } from './display.ts';
import { accessOf, annotation, has, isTest, sharingOf } from './modifiers.ts';
import { resolveType } from './names.ts';
import { attempt, fail, report } from './report.ts';
import { ancestry } from './lookup.ts';
import { UserType, type UnitState } from './userTypes.ts';
import { typeOfLibrary, type Viewer, type World } from './world.ts';

export const viewerOf = (world: World, type: UserType): Viewer => ({ world, unit: type.unit, type });

/** First step: the unit's types exist by name. */
export function declareNames(world: World, unit: UnitState): void {
  const { unit: tree } = unit;
  if (tree.kind === 'type') {
    const { declaration } = tree;
    const lower = declaration.name.toLowerCase();
    if (world.types.has(lower)) {
      report(unit, declaration.span, `Type name already in use: ${declaration.name}`);
      return;
    }
    unit.isTest = isTest(declaration.modifiers);
    unit.type = userType(unit, declaration, null, declaration.name);
    world.types.set(lower, unit.type);
    const testClass = unit.isTest && unit.type.access === 'private';
    if (!testClass && accessOf(declaration.modifiers, 'private') !== 'public' && unit.type.access !== 'global') {
      report(unit, declaration.span, 'Top-level type must have public or global visibility');
    }
    return;
  }
  // Methods and classes written inside a trigger or script belong to a type without a name of its own.
  if (tree.members.length > 0) {
    unit.type = script(unit);
    for (const inner of tree.members)
      if (isType(inner)) unit.type.inner.set(inner.name.toLowerCase(), userType(unit, inner, unit.type, inner.name));
  }
}

const isType = (member: MemberDeclaration): member is TypeDeclaration =>
  member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum';

function script(unit: UnitState): UserType {
  return new UserType({
    name: `${unit.name}$members`,
    kind: 'class',
    unit,
    declaration: null,
    outer: null,
    apiVersion: unit.source.apiVersion,
    sharing: unit.unit.kind === 'trigger' ? 'without' : 'with',
    access: 'public',
    abstract: false,
    virtual: false,
    isTest: false,
    testVisible: false,
  });
}

function userType(unit: UnitState, declaration: TypeDeclaration, outer: UserType | null, name: string): UserType {
  const { modifiers } = declaration;
  const type = new UserType({
    name,
    kind: declaration.kind,
    unit,
    declaration,
    outer,
    apiVersion: unit.source.apiVersion,
    sharing: sharingOf(modifiers, unit.source.apiVersion),
    access: accessOf(modifiers, 'private'),
    abstract: has(modifiers, 'abstract') || declaration.kind === 'interface',
    virtual: has(modifiers, 'virtual') || has(modifiers, 'abstract') || declaration.kind === 'interface',
    isTest: isTest(modifiers),
    testVisible: annotation(modifiers, 'testvisible') !== undefined,
  });
  if (declaration.kind !== 'class') return type;
  for (const inner of declaration.members.filter(isType)) {
    const lower = inner.name.toLowerCase();
    if (outer) report(unit, inner.span, 'Inner types are not allowed to have inner types');
    else if (type.inner.has(lower) || lower === type.name.toLowerCase())
      report(unit, inner.span, `Type name already in use: ${inner.name}`);
    else type.inner.set(lower, userType(unit, inner, type, `${name}.${inner.name}`));
  }
  return type;
}

export function typesOf(unit: UnitState): readonly UserType[] {
  return unit.type ? [unit.type, ...unit.type.inner.values()] : [];
}

/** Second step: what each type extends and implements. */
export function declareSupers(world: World, type: UserType): void {
  const { declaration, unit } = type;
  if (!declaration || declaration.kind === 'enum') return;
  const viewer = viewerOf(world, type);
  if (declaration.kind === 'class' && declaration.superType) {
    const ref = declaration.superType;
    attempt(unit, () => {
      const superType = resolveType(viewer, ref);
      if (superType.kind !== 'class' || superType.symbol.kind !== 'class') fail(ref.span, `Invalid class: ${ref.name}`);
      // A class that extends itself is told so (checkCircles).
      if (superType.symbol !== type && !superType.symbol.virtual && !superType.symbol.abstract) {
        fail(declaration.span, `Non-virtual and non-abstract type cannot be extended: ${shown(superType)}`);
      }
      type.superType = superType;
    });
  }
  const interfaces: Type[] = [];
  for (const ref of declaration.interfaces) {
    attempt(unit, () => {
      const one = resolveType(viewer, ref);
      if (one.kind !== 'class' || one.symbol.kind !== 'interface') fail(ref.span, `Invalid interface: ${ref.name}`);
      if (interfaces.includes(one)) fail(ref.span, `Interface already implemented: ${ref.name}`);
      interfaces.push(one);
    });
  }
  type.interfaces = interfaces;
}

/** A type must not be its own ancestor; cut, so that everything after this may walk upwards. */
export function checkCircles(type: UserType): void {
  const seen = new Set<UserType>([type]);
  const walk = (at: UserType): boolean => {
    for (const of of [at.superType, ...at.interfaces]) {
      if (of?.kind !== 'class' || !(of.symbol instanceof UserType)) continue;
      if (of.symbol === type) return true;
      if (seen.has(of.symbol)) continue;
      seen.add(of.symbol);
      if (walk(of.symbol)) return true;
    }
    return false;
  };
  if (!walk(type)) return;
  const span = type.declaration?.span;
  if (span) report(type.unit, span, `Circular definition: ${type.name}`);
  type.superType = null;
  type.interfaces = [];
}

export function isException(world: World, type: UserType): boolean {
  return ancestry(world, classType(type)).includes(typeOfLibrary(world, 'Exception'));
}

/** The platform ties the name and the nature of exceptions together. */
export function checkExceptionName(world: World, type: UserType): void {
  const declaration = type.declaration as ClassDeclaration | null;
  if (type.kind !== 'class' || !declaration) return;
  const named = type.simpleName.toLowerCase().endsWith('exception');
  const is = isException(world, type);
  if (is && !named) report(type.unit, declaration.span, `Classes extending Exception must have a name ending in Exception: ${type.name}`);
  if (named && !is) report(type.unit, declaration.span, `Exception class must extend another Exception class: ${type.name}`);
}
