/** Dynamic SOQL reads variables of the code that calls it: emitted calls say what their names stand for. */
import { apexError } from './exceptions.ts';
import { current } from './transaction.ts';
import type { Value } from './values/kinds.ts';

/** By lower-case name; undefined where the calling code has no such variable. */
export type NamesInScope = (name: string) => Value | undefined;

const none: NamesInScope = () => undefined;
let inScope = none;

/** Calls a method of the library whose text may name variables of the caller. */
export function withNames<T>(names: NamesInScope, call: (...args: readonly Value[]) => T, ...args: readonly Value[]): T {
  const outer = inScope;
  inScope = names;
  try {
    return call(...args);
  } finally {
    inScope = outer;
  }
}

/** The variables that the text binds, as they are now; by lower-case name. Only simple names are looked up: never `:record.Name`. */
export function bindsInScope(text: string): ReadonlyMap<string, Value> {
  const names = inScope;
  const binds = new Map<string, Value>();
  for (const name of current().data.boundNames(text)) {
    const value = names(name.toLowerCase());
    if (value === undefined) throw apexError('QueryException', `Variable does not exist: ${name}`);
    binds.set(name.toLowerCase(), value);
  }
  return binds;
}
