/** Are two stored values the same? Case counts, scale does not. */
import { hashKey } from '../runtime/values/keys.ts';
import type { Value } from '../runtime/values/kinds.ts';

export const equalValues = (a: Value, b: Value): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && hashKey(a) === hashKey(b));
