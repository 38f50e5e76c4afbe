/** Which rows of an upsert are inserts, which are updates: by Id, or by an external id field. */
import { fold } from '../runtime/fold.ts';
import { NotSupported } from '../runtime/exceptions.ts';
import type { DmlRequest } from '../runtime/ports.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { isIdLookup } from '../schema/idLookup.ts';
import type { ObjectType } from '../schema/model.ts';
import { encode } from '../store/columns.ts';
import { findRecords } from '../store/records.ts';
import { Change, copyOf } from './change.ts';
import { optionsOf } from './options.ts';
import type { DmlWorld } from './world.ts';

export function upsertChanges(request: DmlRequest, world: DmlWorld): readonly Change[] {
  const { externalId, rows } = request;
  if (externalId === null || externalId === 'Id')
    return rows.map((row, index) => new Change(index, row.id === null ? 'insert' : 'update', row, optionsOf(row, request)));
  const byObject = new Map<ObjectType, Change[]>();
  const changes = rows.map((row, index) => new Change(index, 'insert', row, optionsOf(row, request)));
  for (const change of changes) byObject.set(change.object, [...(byObject.get(change.object) ?? []), change]);
  const matched = [...byObject].map(([object, those]) => match(object, those, externalId, world));
  const replacements = new Map(matched.flatMap((pairs) => [...pairs]));
  return changes.map((change) => replacements.get(change) ?? change);
}

function match(object: ObjectType, changes: readonly Change[], name: string, world: DmlWorld): ReadonlyMap<Change, Change> {
  const field = object.field(name);
  if (!field || !isIdLookup(object, field)) throw new NotSupported(`upsert by ${object.name}.${name}, which names no record`);
  const keyOf = (value: Value): string | null => {
    const key = value === null ? null : encode(field, value);
    if (key === null) return null;
    return typeof key === 'string' && !field.caseSensitive ? fold(key) : String(key);
  };
  const givenKey = (change: Change): string | null => keyOf(change.given.fields.get(field.name) ?? null);
  const found = new Map<string, string[]>();
  for (const row of findRecords(
    world.store,
    object,
    field.name,
    changes.map((change) => change.given.fields.get(field.name) ?? null),
  )) {
    const key = keyOf(row.fields.get(field.name) ?? null) ?? '';
    found.set(key, [...(found.get(key) ?? []), row.id!]);
  }
  const seen = new Set<string>();
  const updates = new Map<Change, Change>();
  for (const change of changes) {
    const key = givenKey(change);
    const ids = key === null ? [] : (found.get(key) ?? []);
    if (key === null) change.fail('MISSING_ARGUMENT', `${field.name} not specified`);
    else if (seen.has(key))
      change.fail('DUPLICATE_VALUE', `Duplicate external id specified: ${String(change.given.fields.get(field.name))}`, field.name);
    else if (ids.length > 1)
      change.fail('DUPLICATE_EXTERNAL_ID', `${field.name}: more than one record found for external id field: [${ids.join(', ')}]`);
    else if (ids[0] !== undefined) updates.set(change, asUpdate(change, ids[0]));
    if (key !== null) seen.add(key);
  }
  return updates;
}

/** The same row, told which record it is. */
function asUpdate(change: Change, id: string): Change {
  const given: SObject = copyOf(change.given);
  given.parents = change.given.parents;
  given.queried = change.given.queried;
  given.fields.set('Id', id);
  return new Change(change.index, 'update', given, change.options);
}
