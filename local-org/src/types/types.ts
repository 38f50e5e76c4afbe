/**
 * Apex types, interned: two types are the same exactly when they are `===`.
 * Their canonical name (`typeName`) is what bound trees, emitted code and run-time values carry.
 */
import type { TypeSymbol } from './symbols.ts';

export type PrimitiveName =
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Double'
  | 'Decimal'
  | 'String'
  | 'Id'
  | 'Blob'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Object'
  /** No value: the result of a void method. */
  | 'void'
  /** The type of the literal `null`. */
  | 'null';

export interface PrimitiveType {
  readonly kind: 'primitive';
  readonly name: PrimitiveName;
}
export interface CollectionType {
  readonly kind: 'collection';
  readonly name: 'List' | 'Set' | 'Map';
  readonly args: readonly Type[];
}
/** `object: null` is the generic SObject. */
export interface SObjectTypeRef {
  readonly kind: 'sobject';
  readonly object: string | null;
}
/** A class, interface or enum, of the user or of the library, with its type arguments (`Database.Batchable<SObject>`). */
export interface ClassType {
  readonly kind: 'class';
  readonly symbol: TypeSymbol;
  readonly args: readonly Type[];
}
/** A type parameter inside a library declaration: T of `Iterator<T>`. User code cannot declare any. */
export interface ParameterType {
  readonly kind: 'parameter';
  readonly name: string;
}

export type Type = PrimitiveType | CollectionType | SObjectTypeRef | ClassType | ParameterType;

const primitives = new Map<string, PrimitiveType>();
const primitive = (name: PrimitiveName): PrimitiveType => {
  const type: PrimitiveType = { kind: 'primitive', name };
  primitives.set(name.toLowerCase(), type);
  return type;
};

export const Types = {
  Boolean: primitive('Boolean'),
  Integer: primitive('Integer'),
  Long: primitive('Long'),
  Double: primitive('Double'),
  Decimal: primitive('Decimal'),
  String: primitive('String'),
  Id: primitive('Id'),
  Blob: primitive('Blob'),
  Date: primitive('Date'),
  Datetime: primitive('Datetime'),
  Time: primitive('Time'),
  Object: primitive('Object'),
  void: primitive('void'),
  null: primitive('null'),
} as const;

/** By any-case name; `void` and `null` cannot be named in source and are left out. */
export function primitiveNamed(name: string): PrimitiveType | undefined {
  const type = primitives.get(name.toLowerCase());
  return type === Types.void || type === Types.null ? undefined : type;
}

const collections = new Map<string, CollectionType>();
const sobjects = new Map<string, SObjectTypeRef>();
const parameters = new Map<string, ParameterType>();
const classes = new WeakMap<TypeSymbol, Map<string, ClassType>>();
/** Class types are keyed by identity of their arguments, not by name: two orgs may each have their own `Foo`. */
const identities = new WeakMap<Type, number>();
let lastIdentity = 0;
const identity = (type: Type): number => {
  let id = identities.get(type);
  if (id === undefined) identities.set(type, (id = ++lastIdentity));
  return id;
};
const identitiesOf = (types: readonly Type[]): string => types.map(identity).join(',');

function collection(name: 'List' | 'Set' | 'Map', args: readonly Type[]): CollectionType {
  const key = `${name}:${identitiesOf(args)}`;
  let type = collections.get(key);
  if (!type) collections.set(key, (type = { kind: 'collection', name, args }));
  return type;
}

export const listOf = (element: Type): CollectionType => collection('List', [element]);
export const setOf = (element: Type): CollectionType => collection('Set', [element]);
export const mapOf = (key: Type, value: Type): CollectionType => collection('Map', [key, value]);

/** `object` must be the canonical name (`Account`), or null for the generic SObject. */
export function sobjectType(object: string | null): SObjectTypeRef {
  const key = object ?? '';
  let type = sobjects.get(key);
  if (!type) sobjects.set(key, (type = { kind: 'sobject', object }));
  return type;
}

export function parameterType(name: string): ParameterType {
  let type = parameters.get(name);
  if (!type) parameters.set(name, (type = { kind: 'parameter', name }));
  return type;
}

export function classType(symbol: TypeSymbol, args: readonly Type[] = []): ClassType {
  let bySymbol = classes.get(symbol);
  if (!bySymbol) classes.set(symbol, (bySymbol = new Map()));
  const key = identitiesOf(args);
  let type = bySymbol.get(key);
  if (!type) bySymbol.set(key, (type = { kind: 'class', symbol, args }));
  return type;
}

/**
 * The canonical name: `Map<Id, List<Account>>`, `Outer.Inner`, `Database.SaveResult`. Types of the System
 * namespace go without it (`HttpRequest`), as the platform prints them.
 */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'primitive':
    case 'parameter':
      return type.name;
    case 'collection':
      return `${type.name}<${type.args.map(typeName).join(', ')}>`;
    case 'sobject':
      return type.object ?? 'SObject';
    case 'class':
      return type.args.length === 0 ? type.symbol.name : `${type.symbol.name}<${type.args.map(typeName).join(', ')}>`;
    default:
      return type satisfies never;
  }
}

/** Replaces type parameters: `substitute(List<T>, {T: Account})` is `List<Account>`. */
export function substitute(type: Type, args: ReadonlyMap<string, Type>): Type {
  switch (type.kind) {
    case 'parameter':
      return args.get(type.name) ?? type;
    case 'collection':
      return collection(
        type.name,
        type.args.map((arg) => substitute(arg, args)),
      );
    case 'class':
      return type.args.length === 0
        ? type
        : classType(
            type.symbol,
            type.args.map((arg) => substitute(arg, args)),
          );
    case 'primitive':
    case 'sobject':
      return type;
    default:
      return type satisfies never;
  }
}
