/** The platform's answer to every use of null. */
import { apexError } from './exceptions.ts';

export function nullPointer(): never {
  throw apexError('NullPointerException', 'Attempt to de-reference a null object');
}

/** The receiver of the few library methods that take null for an argument. */
export function nonNullArgument<T>(value: T | null): T {
  if (value === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  return value;
}

/** The receiver of a library call, a collection to go through … */
export function nonNull<T>(value: T | null): T {
  return value === null ? nullPointer() : value;
}
