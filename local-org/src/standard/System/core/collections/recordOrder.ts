/**
 * The order of records in `List.sort()`: by the label of their object, then Name, then the other standard fields by their
 * names, then the custom ones (Apex Developer Guide, "List Sorting").
 */
import { compareValues } from '../../../../runtime/compare.ts';
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { fold } from '../../../../runtime/fold.ts';
import type { Value } from '../../../../runtime/values/kinds.ts';
import type { SObject } from '../../../../runtime/values/sobject.ts';

/** Whether capitals come first here, as in lists of Strings, is not said. */
function compareField(a: Value, b: Value): number {
  const result = compareValues(a, b);
  if (typeof a === 'string' && typeof b === 'string' && Math.sign(compareValues(fold(a), fold(b))) !== Math.sign(result))
    throw new NotSupported(`order of records whose texts differ in case: ${a} and ${b}`);
  return result;
}

/** Those of both records; a field that neither has decides nothing. Ids are left out. */
function fieldsOf(a: SObject, b: SObject): readonly string[] {
  const rank = (name: string): number => (name === 'Name' ? 0 : a.schema.field(name)?.custom === true ? 2 : 1);
  const names = [...new Set([...a.fields.keys(), ...b.fields.keys()])].filter((name) => name !== 'Id');
  return names.sort((x, y) => rank(x) - rank(y) || compareValues(fold(x), fold(y)));
}

export function compareRecords(a: SObject, b: SObject): number {
  if (a.schema !== b.schema) return compareValues(a.schema.label, b.schema.label);
  for (const name of fieldsOf(a, b)) {
    const result = compareField(a.fields.get(name) ?? null, b.fields.get(name) ?? null);
    if (result !== 0) return result;
  }
  return 0;
}
