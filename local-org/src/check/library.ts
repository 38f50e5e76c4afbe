/** What the checker needs of the standard library: types by name. `standard/registry.ts` provides it. */
import type { TypeSymbol } from '../types/symbols.ts';

export interface LibraryTypes {
  /** Any case, with or without `System.`; undefined where there is none. */
  type(name: string): TypeSymbol | undefined;
  /** Is this something the platform has and the local org does not model? (`Flow.Interview`, `String.getChars()`) */
  isKnownGap?(name: string): boolean;
}

/** A library type that must be there: the checker itself speaks of it. */
export function libraryType(library: LibraryTypes, name: string): TypeSymbol {
  const symbol = library.type(name);
  if (!symbol) throw new Error(`the standard library has no ${name}`);
  return symbol;
}
