/** What hangs on a record by lookups elsewhere: asked when it is deleted or merged. */
import type { FieldType, ObjectType, Schema } from '../schema/model.ts';
import { hasColumn } from '../store/columns.ts';
import type { Store } from '../store/store.ts';
import { hasTable } from '../store/tables.ts';
import { rowsWhere } from './stored.ts';

export interface Reference {
  readonly object: ObjectType;
  readonly field: FieldType;
}

const known = new WeakMap<Schema, Map<string, readonly Reference[]>>();

/** Lookups that may point to records of that object. Owners and who-columns are users, who cannot be deleted. */
export function referencesTo(parent: ObjectType, schema: Schema): readonly Reference[] {
  let ofSchema = known.get(schema);
  if (!ofSchema) known.set(schema, (ofSchema = new Map()));
  let references = ofSchema.get(parent.name);
  if (!references) {
    references = schema.objects
      .filter(hasTable)
      .flatMap((object) =>
        object.fields
          .filter((field) => field.kind === 'reference' && hasColumn(field) && field.referenceTo.includes(parent.name))
          .map((field) => ({ object, field })),
      );
    ofSchema.set(parent.name, references);
  }
  return references;
}

/** Ids of the records outside the recycle bin that point there. */
export function liveReferences(store: Store, { object, field }: Reference, id: string): readonly string[] {
  const bin = object.field('IsDeleted') ? ['IsDeleted'] : [];
  return rowsWhere(store, object.name, ['Id', ...bin], field.name, [id])
    .filter(([, deleted]) => Number(deleted ?? 0) === 0)
    .map(([child]) => String(child));
}
