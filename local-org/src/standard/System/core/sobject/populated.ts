/** What a record holds, in the order in which it came: fields, parents, children. */
import type { Value } from '../../../../runtime/values/kinds.ts';
import type { SObject } from '../../../../runtime/values/sobject.ts';

/** A field that was queried and is empty does not count; one that was set to null does. */
export function populated(record: SObject): readonly (readonly [string, Value])[] {
  const fields = [...(record.aggregates ?? record.fields)].filter(([, value]) => value !== null || record.queried === null);
  const parents = [...(record.parents ?? [])].filter(([, parent]) => parent !== null || record.queried === null);
  return [...fields, ...parents, ...(record.children ?? [])];
}
