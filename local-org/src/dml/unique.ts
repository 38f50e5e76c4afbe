/** Unique fields: among the rows of the statement and in the table. */
import { fold } from '../runtime/fold.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { FieldType } from '../schema/model.ts';
import { encode } from '../store/columns.ts';
import { alive, type Change } from './change.ts';
import { equalValues } from './sameValue.ts';
import type { DmlWorld } from './world.ts';

/** The message names the holder in the short form of an id. */
const SHORT_ID = 15;

const valueIn = (change: Change, field: FieldType): Value => change.row.fields.get(field.name) ?? null;

export function checkUnique(changes: readonly Change[], world: DmlWorld): void {
  const object = changes[0]?.object;
  for (const field of object?.fields ?? []) if (field.unique) checkField(alive(changes), field, world);
}

function checkField(changes: readonly Change[], field: FieldType, world: DmlWorld): void {
  const setting = changes.filter((change) => {
    const value = valueIn(change, field);
    return value !== null && (change.before === null || !equalValues(value, change.before.fields.get(field.name) ?? null));
  });
  if (setting.length === 0) return;
  const folded = !field.caseSensitive && typeof valueIn(setting[0] as Change, field) === 'string';
  const keyOf = (change: Change): string | number => {
    const value = valueIn(change, field);
    const key = folded && typeof value === 'string' ? fold(value) : encode(field, value);
    if (typeof key === 'string' || typeof key === 'number') return key;
    if (typeof key === 'bigint') return Number(key);
    throw new Error(`${field.name} cannot be unique`);
  };
  const holders = holdersOf(setting.map(keyOf), field, setting[0] as Change, folded, world);
  for (const change of setting) {
    const key = keyOf(change);
    const holder = holders.get(key);
    const own = change.givenId ?? change.newId;
    if (holder !== undefined && holder !== own)
      change.fail(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${holder.slice(0, SHORT_ID)}`,
      );
    else holders.set(key, own ?? '');
  }
}

/** Who has those values now. A record in the recycle bin has let go of them. */
function holdersOf(
  keys: readonly (string | number)[],
  field: FieldType,
  change: Change,
  folded: boolean,
  world: DmlWorld,
): Map<string | number, string> {
  const column = folded ? `fold("${field.name}")` : `"${field.name}"`;
  const live = change.object.field('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const rows = world.store.all(
    `SELECT ${column}, "Id" FROM "${change.object.name}" WHERE ${column} IN (SELECT value FROM json_each(?))${live}`,
    [JSON.stringify(keys)],
  );
  return new Map(rows.map(([key, id]) => [typeof key === 'string' ? key : Number(key), String(id)]));
}
