/**
 * The standard library: type symbols for the checker, implementations by key for emitted code.
 *
 * Keys are `Class.method(ParamType, ParamType)` (canonical names, type parameters by their name), `Class.<init>(…)`,
 * `Class.property`, `Enum.VALUE`. A class's Member carries its key in `js`. An interface's method instead carries the
 * name a user's class implements it under: `mangle(name, canonical parameter types)` with type parameters by their own
 * name (`Comparator<T>.compare(T, T)` → `compare$t$t`), except that Database.Batchable's T is SObject
 * (`execute$database_batchablecontext$list_sobject_`); `keyOf(member)` is the key for library receivers of it
 * (`Iterator.next()`).
 */
import { apexError } from '../runtime/exceptions.ts';
import { ApexList } from '../runtime/values/collections.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { TypeSymbol } from '../types/symbols.ts';
import { declarations as pageDeclarations } from './ApexPages/index.ts';
import { declarations as cacheDeclarations } from './Cache/index.ts';
import { declarations as connectDeclarations } from './ConnectApi/ChatterUsers.ts';
import { declarations as databaseDeclarations, intrinsics as databaseIntrinsics } from './Database/index.ts';
import type { StandardDeclaration } from './declare.ts';
import { enumConstants } from './enumValues.ts';
import { setLibraryTypes } from './libraryTypes.ts';
import { canonicalName, keyOf, LibrarySymbol } from './librarySymbol.ts';
import { declarations as schemaDeclarations, intrinsics as schemaIntrinsics } from './Schema/index.ts';
import { declarations as calloutDeclarations } from './System/callouts.ts';
import { declarations as coreDeclarations, intrinsics as coreIntrinsics } from './System/core.ts';
import { declarations as platformDeclarations, intrinsics as platformIntrinsics } from './System/platform.ts';

export { keyOf } from './librarySymbol.ts';

/** Instance methods take the receiver first, then the arguments; static methods and constructors the arguments. */
export type LibraryFunction = (...args: Value[]) => Value;

export interface LibraryProperty {
  /** Receiver first; for static ones it is left out. */
  readonly get: ((self: Value) => Value) | null;
  readonly set: ((self: Value, value: Value) => void) | null;
}

export type LibraryImplementation = LibraryFunction | LibraryProperty;

export type Intrinsic = (...args: never[]) => unknown;

export interface Library {
  /** Any case, with or without `System.`: `String`, `system.string`, `Database.SaveResult`, `List`, `SObject`, `Exception`. */
  type(name: string): TypeSymbol | undefined;
  readonly types: readonly TypeSymbol[];
  /** Our own mistakes: members left out because their signature names an unknown type. A test wants none. */
  readonly problems: readonly string[];
  /** A function for methods and constructors; `{ get, set }` for properties and enum values. */
  implementation(key: string): LibraryImplementation | undefined;
  /** Extra CPU microseconds of a call, by its key and the same arguments. */
  cost(key: string): ((...args: Value[]) => number) | undefined;
  /** `#type`, `#fieldToken`, … */
  intrinsic(name: string): Intrinsic | undefined;
  /** Is `Blob.toPdf` (any case) something the platform has and the local org does not? */
  isKnownGap(name: string): boolean;
}

type Implementations = Map<string, LibraryImplementation>;
type Costs = Map<string, (...args: Value[]) => number>;

function createLibrary(declarations: readonly StandardDeclaration[], intrinsics: Readonly<Record<string, Intrinsic>>): Library {
  const symbols = new Map<string, LibrarySymbol>();
  const type = (name: string): LibrarySymbol | undefined => symbols.get(name.toLowerCase());
  for (const declaration of declarations) {
    const symbol = new LibrarySymbol(declaration, type);
    const names = new Set([symbol.name.toLowerCase(), declaration.name.toLowerCase()]);
    for (const name of names) {
      if (symbols.has(name)) throw new Error(`the library declares ${declaration.name} twice`);
      symbols.set(name, symbol);
    }
  }
  const types = [...new Set(symbols.values())];
  const problems = types.flatMap((symbol) => symbol.problems());
  const implementations: Implementations = new Map();
  const costs: Costs = new Map();
  const gaps = new Set<string>();
  for (const symbol of types) addImplementations(symbol, { implementations, costs, gaps });
  return {
    type,
    types,
    problems,
    implementation: (key) => implementations.get(key),
    cost: (key) => costs.get(key),
    intrinsic: (name) => (Object.hasOwn(intrinsics, name) ? intrinsics[name] : undefined),
    isKnownGap: (name) => gaps.has(canonicalName(name.replace(/^system\./i, 'System.')).toLowerCase()),
  };
}

function addImplementations(symbol: LibrarySymbol, to: { implementations: Implementations; costs: Costs; gaps: Set<string> }): void {
  const { declaration, name } = symbol;
  const put = (key: string, implementation: LibraryImplementation): void => {
    if (to.implementations.has(key)) throw new Error(`the library declares ${key} twice`);
    to.implementations.set(key, implementation);
  };
  for (const { member, entry } of symbol.implemented()) {
    const key = keyOf(member);
    if (entry.kind === 'property') put(key, { get: entry.get as LibraryProperty['get'], set: entry.set as LibraryProperty['set'] });
    else put(key, entry.run as LibraryFunction);
    if (entry.kind === 'method' && entry.cost) to.costs.set(key, entry.cost as (...args: Value[]) => number);
  }
  if (declaration.kind === 'enum') addEnum(name, declaration, put);
  for (const gap of declaration.notSupported ?? []) {
    to.gaps.add(`${name}.${gap}`.toLowerCase());
    to.gaps.add(`${name}.${gap.replace(/\(.*$/, '')}`.toLowerCase());
  }
}

function addEnum(name: string, declaration: StandardDeclaration, put: (key: string, implementation: LibraryImplementation) => void): void {
  const constants = enumConstants(declaration);
  for (const constant of constants) put(`${name}.${constant.name}`, { get: () => constant, set: null });
  put(`${name}.values()`, () => new ApexList(name, [...constants]));
  put(`${name}.valueOf(String)`, (text) => {
    const found = constants.find((constant) => constant.name.toLowerCase() === String(text).toLowerCase());
    if (!found) throw apexError('NoSuchElementException', `No enum constant System.${name}.${String(text)}`);
    return found;
  });
}

let loaded: Library | null = null;
function load(): Library {
  if (!loaded) {
    const declarations = [
      ...coreDeclarations,
      ...platformDeclarations,
      ...calloutDeclarations,
      ...cacheDeclarations,
      ...connectDeclarations,
      ...pageDeclarations,
      ...databaseDeclarations,
      ...schemaDeclarations,
    ];
    loaded = createLibrary(declarations, { ...coreIntrinsics, ...platformIntrinsics, ...databaseIntrinsics, ...schemaIntrinsics });
    setLibraryTypes(loaded.type);
  }
  return loaded;
}

/** Built when first used. */
export const library: Library = {
  type: (name) => load().type(name),
  get types() {
    return load().types;
  },
  get problems() {
    return load().problems;
  },
  implementation: (key) => load().implementation(key),
  cost: (key) => load().cost(key),
  intrinsic: (name) => load().intrinsic(name),
  isKnownGap: (name) => load().isKnownGap(name),
};
