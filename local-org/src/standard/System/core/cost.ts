/** Simulated CPU time of members whose work grows with what they are given. */
import { ApexList, ApexMap, ApexSet } from '../../../runtime/values/collections.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import type { MethodEntry } from '../../declare.ts';

function sizeOf(value: Value): number {
  if (value instanceof ApexList) return value.items.length;
  if (value instanceof ApexSet || value instanceof ApexMap) return value.size;
  return typeof value === 'string' ? value.length / 10 : 0;
}

/** So many microseconds for each element, or ten characters, of receiver and arguments. */
export function perElement(microseconds: number, entry: MethodEntry): MethodEntry {
  return { ...entry, cost: (...args: never[]) => args.reduce((sum, arg) => sum + sizeOf(arg), 0) * microseconds };
}

/** For sorting n elements: n log n comparisons. */
export function perComparison(microseconds: number, entry: MethodEntry): MethodEntry {
  return { ...entry, cost: (self: ApexList) => self.items.length * Math.log2(self.items.length + 1) * microseconds };
}
