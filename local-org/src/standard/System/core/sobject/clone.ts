/** Copies of records: `SObject.clone`, `List.deepClone`. */
import { initParent } from '../../../../runtime/sobjectAccess.ts';
import { SObject } from '../../../../runtime/values/sobject.ts';

export interface CloneOptions {
  readonly preserveId: boolean;
  /** Fields too; a shallow clone shares the parents' records. Otherwise related records are copied as well. */
  readonly deep: boolean;
  readonly preserveTimestamps: boolean;
  readonly preserveAutoNumber: boolean;
}

const timestamps: ReadonlySet<string> = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);

const sources = new WeakMap<SObject, string | null>();

/** Id of what the record was cloned from. */
export const cloneSourceOf = (record: SObject): string | null => sources.get(record) ?? null;
export const isClone = (record: SObject): boolean => sources.has(record);

export function cloneRecord(record: SObject, options: CloneOptions): SObject {
  const made = new SObject(record.schema);
  const autoNumbers = new Set(record.schema.fields.filter((field) => field.autoNumber !== null).map((field) => field.name));
  const readOnly = new Set(record.schema.fields.filter((field) => !field.createable).map((field) => field.name));
  for (const [name, value] of record.fields) {
    if (name === 'Id' && !options.preserveId) continue;
    if (timestamps.has(name) && !options.preserveTimestamps) continue;
    if (autoNumbers.has(name) && !options.preserveAutoNumber) continue;
    made.fields.set(name, value);
    if (readOnly.has(name) && !timestamps.has(name) && !autoNumbers.has(name) && name !== 'Id')
      (made.carried ??= new Map()).set(name, value);
  }
  for (const [relationship, parent] of record.parents ?? [])
    initParent(made, relationship, parent && options.deep ? cloneRecord(parent, { ...options, preserveId: true }) : parent);
  if (record.children) made.children = new Map(record.children);
  // A field that was not queried is not made readable by cloning.
  made.queried = record.queried === null ? null : new Set(record.queried);
  sources.set(made, record.id);
  return made;
}
