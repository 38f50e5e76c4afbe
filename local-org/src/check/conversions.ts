/**
 * Which values may stand where, and what must happen to their representation. Implicit (assignment, arguments), explicit (casts) and
 * instanceof each have their rules; collections: Lists are covariant and cross freely between SObject types, Maps by value, Sets not at all.
 */
import { Types, typeName, type Type } from '../types/types.ts';
import type { Bound } from '../types/bound.ts';
import type { Span } from '../syntax/tree.ts';
import { ancestry } from './lookup.ts';
import type { World } from './world.ts';

const widening: readonly Type[] = [Types.Integer, Types.Long, Types.Double, Types.Decimal];

export const isNumeric = (type: Type): boolean => widening.includes(type);

/** The wider of two numeric types. */
export function widerOf(a: Type, b: Type): Type {
  return widening.indexOf(a) >= widening.indexOf(b) ? a : b;
}

/** Is every `from` a `to`, without a change of representation? Subclasses, interfaces, SObjects, covariant Lists. */
export function isSubtype(world: World, from: Type, to: Type): boolean {
  if (from === to || to === Types.Object) return from !== Types.void;
  if (from === Types.null) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return to.object === null;
  if (from.kind === 'collection' && to.kind === 'collection') return isSubcollection(world, from, to, isSubtype);
  if (to.kind !== 'class') return false;
  return ancestry(world, from).some((type) => type === to || isSameGeneric(world, type, to));
}

/** `Iterable<Account>` is an `Iterable<SObject>`. */
function isSameGeneric(world: World, from: Type, to: Type): boolean {
  if (from.kind !== 'class' || to.kind !== 'class' || from.symbol !== to.symbol || from.args.length === 0) return false;
  return from.args.every((arg, i) => isSubtype(world, arg, to.args[i] ?? Types.Object) || isSObjectPair(arg, to.args[i]));
}

const isSObjectPair = (a: Type | undefined, b: Type | undefined): boolean =>
  a?.kind === 'sobject' && b?.kind === 'sobject' && (a.object === null || b.object === null);

type Relation = (world: World, from: Type, to: Type) => boolean;

function isSubcollection(
  world: World,
  from: Extract<Type, { kind: 'collection' }>,
  to: Extract<Type, { kind: 'collection' }>,
  relation: Relation,
): boolean {
  if (from.name !== to.name) return false;
  const [a, b] = from.args;
  const [c, d] = to.args;
  if (!a || !c) return false;
  switch (from.name) {
    case 'List':
      return relation(world, a, c) || isSObjectPair(a, c) || isTextPair(a, c);
    case 'Set':
      return a === c;
    case 'Map':
      return a === c && b !== undefined && d !== undefined && (relation(world, b, d) || (b === Types.Id && d === Types.String));
    default:
      return from.name satisfies never;
  }
}

const isTextPair = (a: Type, b: Type): boolean => (a === Types.Id && b === Types.String) || (a === Types.String && b === Types.Id);

/** Conversions tried before the loose ones when an overload is chosen. */
export function isStrictlyAssignable(world: World, from: Type, to: Type): boolean {
  if (to === Types.Object) return from === Types.Object || from === Types.null;
  if (isSubtype(world, from, to)) return true;
  if (from === Types.Integer) return to === Types.Long || to === Types.Decimal;
  if (from === Types.Long) return to === Types.Decimal;
  return (from === Types.Id && to === Types.String) || (from === Types.Date && to === Types.Datetime);
}

/** May a `from` be assigned to a `to` without a cast? */
export function isAssignable(world: World, from: Type, to: Type): boolean {
  if (from === Types.void || to === Types.void) return false;
  if (isSubtype(world, from, to)) return true;
  if (isNumeric(from) && isNumeric(to)) {
    // Decimal ↔ Double both ways, else only wider.
    return (from === Types.Decimal && to === Types.Double) || widening.indexOf(from) <= widening.indexOf(to);
  }
  return isTextPair(from, to) || (from === Types.Date && to === Types.Datetime);
}

/** May `(to) from` be written? */
export function isCastable(world: World, from: Type, to: Type): boolean {
  if (from === Types.void) return false;
  if (isAssignable(world, from, to) || isSubtype(world, to, from)) return true;
  // The parent behind a polymorphic lookup is called Name and may be any record (SOQL TYPEOF).
  if (from.kind === 'sobject' && to.kind === 'sobject') return from.object === 'Name';
  if (from.kind === 'collection' && to.kind === 'collection') return isSubcollection(world, from, to, isCastable);
  if (from.kind === 'class' && to.kind === 'class') {
    return from.symbol === to.symbol || from.symbol.kind === 'interface' || to.symbol.kind === 'interface';
  }
  // Compiles, and is a TypeException when it runs.
  return from === Types.Datetime && to === Types.Date;
}

/** May the two be compared with `==`? */
export const isComparable = (world: World, a: Type, b: Type): boolean => isAssignable(world, a, b) || isAssignable(world, b, a);

/** The conversion an assignment needs; the pair must be assignable. */
export function converted(world: World, bound: Bound, from: Type, to: Type, at: Span): Bound {
  if (from === to || from === Types.null || to === Types.Object) return bound;
  if (from === Types.String && to === Types.Id) return convert(bound, from, to, at);
  if (from === Types.Date && to === Types.Datetime) return convert(bound, from, to, at);
  if (isNumeric(from) && isNumeric(to)) return convert(bound, from, to, at);
  // List<SObject> → List<Account>: the platform asks the list itself, at run time.
  if (from.kind === 'collection' && !isTruePart(world, from, to)) return { op: 'cast', to: typeName(to), of: bound, at };
  return bound;
}

/** Does `instanceof` go without saying? A List<SObject> has to be asked whether it is a List<Account>. */
export const isAlwaysInstance = (world: World, from: Type, to: Type): boolean =>
  (isSubtype(world, from, to) && isTruePart(world, from, to)) ||
  (from === Types.Id && to === Types.String) ||
  (from === Types.Date && to === Types.Datetime);

/** Subtype without the liberty between SObject lists. */
function isTruePart(world: World, from: Type, to: Type): boolean {
  if (from.kind !== 'collection' || to.kind !== 'collection') return true;
  const [lastFrom, lastTo] = [from.args.at(-1), to.args.at(-1)];
  if (!lastFrom || !lastTo || lastFrom === lastTo) return true;
  if (lastFrom.kind === 'sobject' && lastTo.kind === 'sobject') return lastTo.object === null;
  return isTextPair(lastFrom, lastTo) || isTruePart(world, lastFrom, lastTo);
}

const convert = (of: Bound, from: Type, to: Type, at: Span): Bound => ({ op: 'convert', from: typeName(from), to: typeName(to), of, at });
