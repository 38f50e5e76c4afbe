/** Types of the library by name, for library code: set by the registry, which imports that code and so cannot be imported by it. */
import type { TypeSymbol } from '../types/symbols.ts';

type FindType = (name: string) => TypeSymbol | undefined;

let find: FindType | null = null;

/** Only the registry calls this. */
export function setLibraryTypes(findType: FindType): void {
  find = findType;
}

export function libraryTypeNamed(name: string): TypeSymbol | undefined {
  if (!find) throw new Error('the standard library is not loaded');
  return find(name);
}
