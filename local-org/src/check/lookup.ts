/** Members of a type: own ones first, then those of super classes and interfaces, with type arguments put in. */
import type { Member } from '../types/symbols.ts';
import { substitute, type Type } from '../types/types.ts';
import { UserType, type UserMember } from './userTypes.ts';
import { symbolOf, typeOfLibrary, type Viewer, type World } from './world.ts';

/** A member as seen from a receiver: parameter and result types without type parameters. */
export interface Found {
  readonly member: Member;
  readonly params: readonly Type[];
  readonly type: Type;
  readonly typeArgs: readonly Type[];
}

/** The type itself, then its super types, nearest first. Interfaces after classes; `Object` last. */
export function ancestry(world: World, type: Type): readonly Type[] {
  const result: Type[] = [];
  const visit = (at: Type): void => {
    if (result.includes(at)) return;
    result.push(at);
    const symbol = symbolOf(world, at);
    const args = argumentsOf(world, at);
    if (symbol.superType) visit(substitute(symbol.superType, args));
    for (const one of symbol.interfaces) visit(substitute(one, args));
  };
  visit(type);
  const own = symbolOf(world, type);
  if (own.kind === 'enum') visit(typeOfLibrary(world, 'Enum'));
  if (own.name !== 'Object') visit(typeOfLibrary(world, 'Object'));
  return result;
}

function argumentsOf(world: World, type: Type): ReadonlyMap<string, Type> {
  const args = type.kind === 'class' || type.kind === 'collection' ? type.args : [];
  const symbol = symbolOf(world, type);
  return new Map(symbol.params.map((name, i) => [name, args[i]] as const).filter((pair): pair is [string, Type] => pair[1] !== undefined));
}

function asSeen(world: World, receiver: Type, member: Member): Found {
  const args = argumentsOf(world, receiver);
  return {
    member,
    params: member.params.map((param) => substitute(param, args)),
    type: substitute(member.type, args),
    typeArgs: receiver.kind === 'class' || receiver.kind === 'collection' ? receiver.args : [],
  };
}

/** Methods of that name; one that is overridden appears once, as its nearest version. */
export function findMethods(world: World, type: Type, name: string): readonly Found[] {
  const found: Found[] = [];
  const receiver = symbolOf(world, type);
  // A concrete class has a method of its own for each of its interfaces', perhaps with looser parameters.
  const implemented = receiver.kind === 'class' && !receiver.abstract;
  for (const at of ancestry(world, type)) {
    for (const member of symbolOf(world, at).members(name.toLowerCase())) {
      if (member.kind !== 'method' || (implemented && member.abstract && member.owner.kind === 'interface')) continue;
      const seen = asSeen(world, at, member);
      if (!found.some((other) => sameParams(other.params, seen.params))) found.push(seen);
    }
  }
  return found;
}

export function findConstructors(world: World, type: Type): readonly Found[] {
  return symbolOf(world, type)
    .members('<init>')
    .map((member) => asSeen(world, type, member));
}

/** Field, property or enum value. */
export function findField(world: World, type: Type, name: string): Found | undefined {
  for (const at of ancestry(world, type)) {
    for (const member of symbolOf(world, at).members(name.toLowerCase())) {
      if (member.kind === 'field' || member.kind === 'property' || member.kind === 'enumValue') return asSeen(world, at, member);
    }
  }
  return undefined;
}

export const sameParams = (a: readonly Type[], b: readonly Type[]): boolean => a.length === b.length && a.every((type, i) => type === b[i]);

/** Is `symbol` that class or a subclass of it? */
export function inherits(symbol: UserType, from: UserType): boolean {
  for (let at: UserType | null = symbol, n = 0; at && n < 100; n++) {
    if (at === from) return true;
    const of: Type | null = at.superType;
    at = of?.kind === 'class' && of.symbol instanceof UserType ? of.symbol : null;
  }
  return false;
}

export type Reach = 'visible' | 'hidden';

/** May the viewer use a member with that access? `private` reaches the whole file's outermost class. */
export function reachOf(viewer: Viewer, member: Member, access = member.access): Reach {
  if (access === 'public' || access === 'global') return 'visible';
  if (!(member.owner instanceof UserType)) return 'visible';
  if (viewer.type?.topLevel === member.owner.topLevel) return 'visible';
  if (member.testVisible && viewer.unit.isTest) return 'visible';
  if (access === 'protected') {
    for (let at = viewer.type; at; at = at.outer) if (inherits(at, member.owner)) return 'visible';
  }
  return 'hidden';
}

export const isUserMember = (member: Member): member is UserMember => member.owner instanceof UserType;
