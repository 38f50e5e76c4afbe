/** A restricted picklist takes, of its values, those alone that the record's type allows. A record without a type has the master one, which allows all. */
import type { ObjectType } from '../schema/model.ts';
import { alive, text, type Change } from './change.ts';
import { changed, failPicklist } from './fieldRules.ts';
import { byKey } from './stored.ts';
import type { DmlWorld } from './world.ts';

type Allowed = ReadonlyMap<string, ReadonlySet<string>>;

export function checkRecordTypeValues(changes: readonly Change[], world: DmlWorld): void {
  const object = changes[0]?.object;
  const narrowed = object ? narrowedFields(object) : [];
  if (!object || narrowed.length === 0) return;
  const allowed = new Map<string, Allowed | undefined>();
  const ids = new Set(changes.flatMap(({ row }) => text(row, 'RecordTypeId') ?? []));
  for (const [id, [name]] of byKey(world.store, 'RecordType', 'Id', ['DeveloperName'], ids))
    allowed.set(id, object.recordTypes?.find(({ developerName }) => developerName === name)?.picklistValues);
  for (const change of alive(changes)) {
    const values = allowed.get(text(change.row, 'RecordTypeId') ?? '');
    if (values) for (const field of narrowed) checkField(change, field, values.get(field.name.toLowerCase()));
  }
}

const narrowedFields = ({ fields, recordTypes }: ObjectType): ObjectType['fields'] =>
  fields.filter((field) => field.restrictedPicklist && recordTypes?.some((type) => type.picklistValues?.has(field.name.toLowerCase())));

/** A field that the record type does not mention keeps all its values. */
function checkField(change: Change, field: ObjectType['fields'][number], allowed: ReadonlySet<string> | undefined): void {
  const value = text(change.row, field.name);
  if (!allowed || value === null || !changed(change, field)) return;
  const bad = value.split(';').find((one) => !allowed.has(one.trim()));
  if (bad !== undefined) failPicklist(change, field, bad);
}
