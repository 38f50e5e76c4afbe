/** The order of `List.sort()`: values by their nature, user objects by `compareTo`, anything by a Comparator. */
import { compareValues } from '../../../../runtime/compare.ts';
import { apexError } from '../../../../runtime/exceptions.ts';
import { nonNull } from '../../../../runtime/nullPointer.ts';
import { ApexObject, type Value } from '../../../../runtime/values/kinds.ts';
import { SObject } from '../../../../runtime/values/sobject.ts';
import { compareRecords } from './recordOrder.ts';

interface Comparable {
  compareto$object(other: Value): number | null;
}

export function naturalOrder(a: Value, b: Value): number {
  if (a instanceof SObject && b instanceof SObject) return compareRecords(a, b);
  if (!(a instanceof ApexObject)) return compareValues(a, b);
  if (b === null) return 1;
  if (!('compareto$object' in a)) throw apexError('ListException', 'One or more of the items in this list is not Comparable.');
  return nonNull((a as unknown as Comparable).compareto$object(b));
}

interface Comparator {
  compare$t$t(a: Value, b: Value): number | null;
}

/** JavaScript's sort never hands over `undefined` items to compare, and keeps equal ones in their order, as Java's does. */
export function compareWith(comparator: NonNullable<Value>): (a: Value, b: Value) => number {
  return (a, b) => nonNull((comparator as unknown as Comparator).compare$t$t(a, b));
}
