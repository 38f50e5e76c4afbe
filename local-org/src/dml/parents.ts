/** `new Child__c(Parent__r = new Parent__c(Key__c = 'x'))`: a lookup set by the parent's external id. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { isIdLookup } from '../schema/idLookup.ts';
import { findRecords } from '../store/records.ts';
import type { Change } from './change.ts';
import type { DmlWorld } from './world.ts';

export function resolveParents(change: Change, world: DmlWorld): void {
  for (const [relationship, parent] of change.given.parents ?? []) {
    // A queried parent is only looked at.
    if (parent === null || parent.queried !== null) continue;
    const field = change.object.parent(relationship);
    if (!field || change.given.fields.has(field.name)) continue;
    const id = idOf(parent, `${change.object.name}.${relationship}`, world);
    if (id === null)
      change.fail('INVALID_FIELD', `Foreign key external ID not found for field ${field.name} in entity ${change.object.name}`);
    else change.row.fields.set(field.name, id);
  }
}

function idOf(parent: SObject, place: string, world: DmlWorld): string | null {
  const [only, ...others] = [...parent.fields];
  const field = only && others.length === 0 ? parent.schema.field(only[0]) : undefined;
  const value = only?.[1];
  if (!field || value === undefined || value === null || !isIdLookup(parent.schema, field))
    throw new NotSupported(`DML with ${place} set to a record that has not just an external id`);
  const rows = findRecords(world.store, parent.schema, field.name, [value]);
  return rows.length === 1 ? rows[0]!.id : null;
}
