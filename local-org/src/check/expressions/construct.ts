/** `new`: objects, SObjects with named fields, collections with items or from others. */
import type { Expr, Span } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { typeName, Types, type ClassType, type CollectionType, type SObjectTypeRef, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { isSubtype } from '../conversions.ts';
import { shown, shownMember, shownParams } from '../display.ts';
import { findConstructors, isUserMember, reachOf } from '../lookup.ts';
import { resolveType } from '../names.ts';
import { fail, failNotSupported } from '../report.ts';
import { fieldType, isWriteable, parentType } from '../sobjects.ts';
import { coerce, tryCoerce, type Typed } from '../typed.ts';
import { argumentsOf, coerced, select } from './calls.ts';
import { value } from './expression.ts';
import { isMemberGap } from './staticMembers.ts';
import { isPlatformField } from '../../schema/platformFields.ts';

type New = Extract<Expr, { kind: 'new' }>;

export function newObject(cx: Context, expr: New): Typed {
  const type = resolveType(cx, expr.type);
  switch (type.kind) {
    case 'class':
      return newInstance(cx, expr, type);
    case 'collection':
      return newCollection(cx, expr, type);
    case 'sobject':
      if (type.object === null) fail(expr.span, 'Type cannot be constructed: SObject');
      if (expr.args.length > 0) fail(expr.span, `Type requires name=value pair construction: ${type.object}`);
      return { type, bound: { op: 'newSObject', object: type.object, fields: [], at: expr.span } };
    case 'primitive':
    case 'parameter':
      return fail(expr.span, `Type cannot be constructed: ${shown(type)}`);
    default:
      return type satisfies never;
  }
}

function newInstance(cx: Context, expr: New, type: ClassType): Typed {
  const { symbol } = type;
  if (symbol.kind !== 'class') fail(expr.span, `Type cannot be constructed: ${shown(type)}`);
  if (symbol.abstract) fail(expr.span, `Abstract classes cannot be constructed: ${shown(type)}`);
  const args = argumentsOf(cx, expr);
  const found = select(cx, findConstructors(cx.world, type), args, { name: '<init>' }, expr.span);
  if (!found) {
    if (isMemberGap(cx, type, '<init>')) failNotSupported(expr.span, `new ${shown(type)}`);
    return fail(expr.span, `Constructor not defined: [${shown(type)}].<Constructor>${shownParams(args.map((arg) => arg.type))}`);
  }
  if (reachOf(cx, found.member) === 'hidden') fail(expr.span, `Method is not visible: ${shownMember(found.member)}`);
  const given = coerced(cx, found, args, expr);
  const at = expr.span;
  if (isUserMember(found.member))
    return { type, bound: { op: 'new', owner: found.member.owner.name, js: found.member.js, args: given, at } };
  return { type, bound: { op: 'newLibrary', type: typeName(type), key: found.member.js, args: given, at } };
}

export function newSObject(cx: Context, expr: Extract<Expr, { kind: 'newSObject' }>): Typed {
  const type = resolveType(cx, expr.type);
  if (type.kind !== 'sobject' || type.object === null) {
    return fail(expr.span, `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${shown(type)}`);
  }
  const seen = new Set<string>();
  const fields = expr.fields.map((given) => {
    const field = sobjectInit(cx, type, { ...given, span: expr.span });
    if (seen.has(field.field)) fail(expr.span, `Duplicate field initialization: ${field.field}`);
    seen.add(field.field);
    return field;
  });
  return { type, bound: { op: 'newSObject', object: typeName(type), fields, at: expr.span } };
}

type FieldInit = Extract<Bound, { op: 'newSObject' }>['fields'][number];

function sobjectInit(cx: Context, type: SObjectTypeRef, given: Extract<Expr, { kind: 'newSObject' }>['fields'][number]): FieldInit {
  const object = cx.world.schema.object(typeName(type));
  const field = object?.field(given.name);
  const typed = value(cx, given.value);
  if (object && field) {
    if (!isWriteable(object, field)) fail(given.span, `Field is not writeable: ${object.name}.${field.name}`);
    return { field: field.name, kind: 'field', value: coerce(cx, typed, fieldType(cx.world, field, given.span), given.span) };
  }
  const parent = object?.parent(given.name);
  if (parent) {
    return {
      field: parent.relationshipName ?? given.name,
      kind: 'parent',
      value: coerce(cx, typed, parentType(cx.world, parent), given.span),
    };
  }
  if (object && isPlatformField(object.name, given.name)) failNotSupported(given.span, `${object.name}.${given.name}`);
  return fail(given.span, `Field does not exist: ${given.name} on ${shown(type)}`);
}

export function newItems(cx: Context, expr: Extract<Expr, { kind: 'newItems' }>): Typed {
  const type = collectionOf(cx, expr);
  const element = type.args[0] ?? Types.Object;
  const items = expr.items.map((item) => {
    const typed = value(cx, item);
    return (
      tryCoerce(cx, typed, element, item.span) ??
      fail(item.span, `Initial expression is of incorrect type, expected: ${shown(element)} but was: ${shown(typed.type)}`)
    );
  });
  return { type, bound: { op: type.name === 'Set' ? 'newSet' : 'newList', type: typeName(type), items, at: expr.span } };
}

export function newArray(cx: Context, expr: Extract<Expr, { kind: 'newArray' }>): Typed {
  const type = collectionOf(cx, expr);
  return sized(type, coerce(cx, value(cx, expr.size), Types.Integer, expr.size.span), expr.span);
}

const sized = (type: Type, size: Bound, at: Span): Typed => ({ type, bound: { op: 'newArray', type: typeName(type), size, at } });

export function newMap(cx: Context, expr: Extract<Expr, { kind: 'newMap' }>): Typed {
  const type = collectionOf(cx, expr);
  const [key = Types.Object, item = Types.Object] = type.args;
  const part = (of: Expr, to: Type, what: string): Bound => {
    const typed = value(cx, of);
    return tryCoerce(cx, typed, to, of.span) ?? fail(of.span, `Invalid ${what} type ${shown(typed.type)} for ${shown(to)}`);
  };
  const entries = expr.entries.map((entry) => ({ key: part(entry.key, key, 'key'), value: part(entry.value, item, 'value') }));
  return { type, bound: { op: 'newMap', type: typeName(type), entries, at: expr.span } };
}

function collectionOf(cx: Context, expr: { readonly type: New['type']; readonly span: Span }): CollectionType {
  const type = resolveType(cx, expr.type);
  return type.kind === 'collection' ? type : fail(expr.span, `Type cannot be constructed: ${shown(type)}`);
}

/** `new List<T>()`, `new List<T>(other)`, `new Map<Id, Account>(records)` … */
function newCollection(cx: Context, expr: New, type: CollectionType): Typed {
  const at = expr.span;
  const name = typeName(type);
  const [first, ...others] = argumentsOf(cx, expr);
  if (!first) {
    if (type.name === 'Map') return { type, bound: { op: 'newMap', type: name, entries: [], at } };
    return { type, bound: { op: type.name === 'Set' ? 'newSet' : 'newList', type: name, items: [], at } };
  }
  if (others.length > 0)
    fail(at, `Constructor not defined: [${shown(type)}].<Constructor>${shownParams([first, ...others].map((arg) => arg.type))}`);
  if (type.name === 'List' && first.type === Types.Integer) return sized(type, first.bound, at);
  if (!isInitializer(cx, first.type, type)) failInitializer(type, first.type, at);
  return { type, bound: { op: 'newFrom', type: name, from: first.bound, at } };
}

function isInitializer(cx: Context, from: Type, type: CollectionType): boolean {
  const [first, second] = type.args;
  if (from === Types.null) return true;
  if (!first) return false;
  const [given] = from.kind === 'collection' || from.kind === 'class' ? from.args : [];
  const crosses = (a: Type | undefined, b: Type): boolean =>
    a !== undefined &&
    (isSubtype(cx.world, a, b) ||
      (a.kind === 'sobject' && b.kind === 'sobject' && a.object === null) ||
      (a === Types.Id && b === Types.String));
  if (type.name !== 'Map') {
    const isList = from.kind === 'collection' && from.name !== 'Map';
    return (isList || (from.kind === 'class' && from.symbol.name === 'Iterable')) && crosses(given, first);
  }
  if (from.kind !== 'collection' || !second) return false;
  if (from.name === 'Map') return crosses(from.args[0], first) && crosses(from.args[1], second);
  return from.name === 'List' && (first === Types.Id || first === Types.String) && second.kind === 'sobject' && crosses(given, second);
}

function failInitializer(type: CollectionType, from: Type, at: Span): never {
  const [first, second] = type.args.map(shown);
  switch (type.name) {
    case 'List':
      return fail(at, `Invalid initializer type ${shown(from)} found for List<${first}>: expected an Integer or a List of type ${first}`);
    case 'Set':
      return fail(at, `Invalid initializer type ${shown(from)} found for Set<${first}>: expected a List or a Set of type: ${first}`);
    case 'Map':
      return fail(
        at,
        `Invalid initializer type ${shown(from)} found for Map<${first},${second}>: expected a Map with the same key and value types, or a valid SObject List`,
      );
    default:
      return type.name satisfies never;
  }
}
