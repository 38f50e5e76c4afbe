/** What an emitted unit asks for when it is loaded: classes, library members, intrinsics, conversions, objects. */
import type { TypeSymbol } from '../types/symbols.ts';
import type { AnyFunction, ClassCell } from './classes.ts';
import { ObjectReference } from './construct.ts';
import { converter } from './convert.ts';
import { cpuExceeded, ticker, UNITS_PER_MICROSECOND } from './cpu.ts';
import { NotSupported } from './exceptions.ts';
import type { Value } from './values/kinds.ts';

export type LibraryFunction = (...args: Value[]) => Value;
export interface LibraryProperty {
  readonly get: ((self: Value) => Value) | null;
  readonly set: ((self: Value, value: Value) => void) | null;
}

/** The part of the library's registry that linking needs. */
export interface LinkLibrary {
  implementation(key: string): LibraryFunction | LibraryProperty | undefined;
  /** Extra CPU microseconds of a call, by its arguments. */
  cost(key: string): ((...args: Value[]) => number) | undefined;
  intrinsic(name: string): AnyFunction | undefined;
  type(name: string): TypeSymbol | undefined;
}

export interface Imports {
  class(name: string): ClassCell;
  library(key: string): LibraryFunction;
  property(key: string): LibraryProperty;
  intrinsic(name: string): AnyFunction;
  converter(from: string, to: string): (value: Value) => Value;
  object(name: string): ObjectReference;
}

export function importsFrom(library: LinkLibrary, cellOf: (name: string) => ClassCell): Imports {
  return {
    class: cellOf,
    library: (key) => libraryFunction(library, key),
    property: (key) => libraryProperty(library, key),
    intrinsic: (name) => library.intrinsic(name) ?? refusal(name),
    converter,
    object: (name) => new ObjectReference(name),
  };
}

/** What the library does not have is refused when it is called, not when some class that mentions it is loaded. */
const refusal = (key: string) => (): never => {
  throw new NotSupported(key);
};

function libraryFunction(library: LinkLibrary, key: string): LibraryFunction {
  const implementation = library.implementation(key);
  if (typeof implementation !== 'function') return refusal(key);
  const cost = library.cost(key);
  if (!cost) return implementation;
  return (...args) => {
    ticker.n += cost(...args) * UNITS_PER_MICROSECOND;
    if (ticker.n > ticker.max) return cpuExceeded();
    return implementation(...args);
  };
}

function libraryProperty(library: LinkLibrary, key: string): LibraryProperty {
  const implementation = library.implementation(key);
  const property = typeof implementation === 'object' ? implementation : null;
  return { get: property?.get ?? refusal(key), set: property?.set ?? refusal(key) };
}
