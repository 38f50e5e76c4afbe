/** What a class owes to its super class and its interfaces; the aliases under which the library calls looser implementations. */
import type { Bound } from '../types/bound.ts';
import { classType, substitute, Types, type Type } from '../types/types.ts';
import type { Access } from '../types/symbols.ts';
import { shown, shownMember } from './display.ts';
import { ancestry, findMethods, isUserMember, sameParams, type Found } from './lookup.ts';
import { superClassOf } from './names.ts';
import { converted, isAssignable, isSubtype } from './conversions.ts';
import { attempt, failNotSupported, report } from './report.ts';
import { UserType, type UserMember } from './userTypes.ts';
import { symbolOf, type World } from './world.ts';

export interface Alias {
  readonly js: string;
  readonly own: string;
}

export function checkHierarchy(world: World, type: UserType): readonly Alias[] {
  if (type.kind !== 'class') return [];
  for (const member of type.allMembers()) if (member.kind === 'method' && !member.static) checkOverride(world, type, member);
  if (!type.abstract) checkAbstract(world, type);
  return interfaceAliases(world, type);
}

const rank: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 3 };

/** Of Object's own methods `toString` is written with `override`, `hashCode` with or without, `equals` without. */
const ofObject = new Set(['tostring', 'hashcode']);

function checkOverride(world: World, type: UserType, method: UserMember): void {
  const superType = type.superType;
  const inherited = superType
    ? findMethods(world, superType, method.name).find((one) => sameParams(one.params, method.params) && one.member.owner.kind === 'class')
        ?.member
    : undefined;
  const say = (message: string): void => report(type.unit, method.span, message);
  if (!inherited || (inherited.access === 'private' && !inherited.abstract) || inherited.owner.name === 'Object') {
    if (method.override && !ofObject.has(method.name.toLowerCase()))
      say(`@Override specified for non-overriding method: ${shownMember(method)}`);
    if (!method.override && !method.static && method.name.toLowerCase() === 'tostring' && method.params.length === 0)
      say(`Method must use the override keyword: ${shownMember(method)}`);
    return;
  }
  if (inherited.static) return say(`Cannot override static method: ${shownMember(inherited)} with ${shownMember(method)}`);
  // Methods of Exception may be overridden; the library does not mark them.
  const open = inherited.virtual || inherited.abstract || !isUserMember(inherited);
  if (!open) return say(`Non-virtual, non-abstract methods cannot be overridden: ${shownMember(method)}`);
  if (!method.override) return say(`Method must use the override keyword: ${shownMember(method)}`);
  if (isUserMember(inherited) && rank[method.access] < rank[inherited.access])
    say(`Cannot reduce the visibility of method: ${shownMember(method)}`);
  if (method.type !== inherited.type) {
    say(`Method return types clash: ${shown(method.type)} vs ${shown(inherited.type)} from the type ${type.name}`);
  }
}

function checkAbstract(world: World, type: UserType): void {
  const span = type.declaration?.span;
  if (!span) return;
  for (let at: UserType | null = type; at; at = superClassOf(at)) {
    for (const member of at.allMembers()) {
      if (member.kind !== 'method' || !member.abstract) continue;
      const own = findMethods(world, classType(type), member.name).find((one) => sameParams(one.params, member.params));
      if (!own || own.member.abstract)
        report(type.unit, span, `Class ${type.name} must implement the abstract method: ${shownMember(member)}`);
    }
  }
}

function interfaceAliases(world: World, type: UserType): readonly Alias[] {
  const aliases: Alias[] = [];
  const span = type.declaration?.span;
  if (!span) return aliases;
  for (const at of ancestry(world, classType(type))) {
    if (at.kind !== 'class' || at.symbol.kind !== 'interface') continue;
    for (const [js, wanted] of demands(at)) {
      const found = implementation(world, type, wanted);
      const [first] = wanted;
      if (!first) continue;
      if (!found) {
        if (!type.abstract) report(type.unit, span, `Class ${type.name} must implement the method: ${shownDemand(first)}`);
        continue;
      }
      if (found.access !== 'public' && found.access !== 'global') {
        report(
          type.unit,
          span,
          `${type.name}: Overriding implementations of global or public interface methods must be global or public: ${shownDemand(first)}`,
        );
      }
      if (!wanted.some((one) => returns(world, found, one))) {
        report(type.unit, span, `Class ${type.name} must implement the method: ${shownDemand(first)}`);
        continue;
      }
      attempt(type.unit, () => refuseOtherValues(world, type, found, first));
      if (found.js !== js || found.static) aliases.push({ js, own: found.js });
    }
  }
  return aliases;
}

/** Abstract methods of an interface, by the name they are called under: Batchable declares `start` with two results. */
function demands(type: Extract<Type, { kind: 'class' }>): ReadonlyMap<string, readonly Found[]> {
  const args = new Map(type.symbol.params.map((name, i) => [name, type.args[i] ?? Types.Object] as const));
  const byName = new Map<string, Found[]>();
  for (const member of type.symbol.allMembers()) {
    if (member.kind !== 'method' || !member.abstract) continue;
    const found: Found = {
      member,
      params: member.params.map((param) => substitute(param, args)),
      type: substitute(member.type, args),
      typeArgs: type.args,
    };
    byName.set(member.js, [...(byName.get(member.js) ?? []), found]);
  }
  return byName;
}

const shownDemand = ({ member, params, type }: Found): string => shownMember({ ...member, params, type });

function implementation(world: World, type: UserType, wanted: readonly Found[]): UserMember | undefined {
  const [first] = wanted;
  if (!first) return undefined;
  const isUsers = first.member.owner instanceof UserType;
  const candidates = findMethods(world, classType(type), first.member.name)
    .map((one) => one.member)
    .filter(isUserMember)
    .filter((one) => one.owner.kind === 'class')
    // The compiler takes a static method for the implementation too: Salesforce's samples have `public static void execute` of Queueable.
    .filter((one) => !one.static || one.owner === type);
  const exact = candidates.find((one) => sameParams(one.params, first.params));
  return (
    exact ??
    candidates.find(
      (one) =>
        one.params.length === first.params.length &&
        one.params.every((param, i) => {
          const demanded = first.params[i] ?? Types.Object;
          return isUsers ? isAssignable(world, demanded, param) : areRowLists(param, demanded) || param === demanded;
        }),
    )
  );
}

/** For the library's interfaces lists of SObjects are all alike: `execute(Database.BatchableContext, List<Account>)`. */
function areRowLists(own: Type, demanded: Type): boolean {
  if (own.kind !== 'collection' || demanded.kind !== 'collection' || own.name !== 'List' || demanded.name !== 'List') return false;
  return own.args[0]?.kind === 'sobject' && demanded.args[0]?.kind === 'sobject';
}

/** A method that takes a Long where its interface says Integer compiles, but is another method than the one that is called. */
function refuseOtherValues(world: World, type: UserType, found: UserMember, demand: Found): void {
  const differs = (from: Type, to: Type): boolean => converted(world, anyValue, from, to, found.span).op === 'convert';
  if (!(demand.member.owner instanceof UserType)) return;
  if (found.params.some((param, i) => differs(demand.params[i] ?? param, param)) || differs(found.type, demand.type))
    failNotSupported(found.span, `${shownMember(found)} as the implementation of ${shownDemand(demand)} in ${type.name}`);
}

const anyValue: Bound = { op: 'this' };

function returns(world: World, found: UserMember, demand: Found): boolean {
  if (found.type === demand.type) return true;
  if (demand.type === Types.void || found.type === Types.void) return false;
  if (demand.member.owner instanceof UserType) return isAssignable(world, found.type, demand.type);
  // `start` may return the records themselves.
  const isStart = demand.member.owner.name === 'Database.Batchable' && demand.member.name.toLowerCase() === 'start';
  if (isStart && found.type.kind !== 'primitive') {
    const iterable = ancestry(world, found.type).some((one) => symbolOf(world, one).name === 'Iterable');
    return iterable || shown(found.type) === 'Database.QueryLocator';
  }
  return isSubtype(world, found.type, demand.type);
}
