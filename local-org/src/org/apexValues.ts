/** Apex values for callers of `Org.call`. */
import { ApexList } from '../runtime/values/collections.ts';
import type { Value } from '../runtime/values/kinds.ts';

/** `apexList('String', ids)` is a List<String>. */
export const apexList = (of: string, items: readonly Value[]): ApexList => new ApexList(of, [...items]);
