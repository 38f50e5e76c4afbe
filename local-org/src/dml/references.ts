/** Lookups must point to records that exist, of the right object, and (with sharing) that the user can see. */
import type { Access } from '../runtime/ports.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { alive, type Change } from './change.ts';
import { equalValues } from './sameValue.ts';
import type { DmlWorld } from './world.ts';

interface Target {
  readonly deleted: boolean;
  /** Of a User: is it active? */
  readonly active: boolean;
}

type Targets = ReadonlyMap<string, Target>;

export function checkReferences(changes: readonly Change[], world: DmlWorld, transaction: Transaction, access: Access): void {
  const rows = alive(changes);
  const object = rows[0]?.object;
  if (!object) return;
  const schema = world.schema();
  for (const field of object.fields) {
    if (field.kind !== 'reference') continue;
    const pointing = rows.filter((change) => !change.failed && setsReference(change, field));
    const byObject = new Map<ObjectType, Change[]>();
    for (const change of pointing) {
      const id = idIn(change, field);
      const target = schema.objectOfId(id);
      if (!target || !field.referenceTo.includes(target.name)) {
        change.fail('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, field.name);
        continue;
      }
      byObject.set(target, [...(byObject.get(target) ?? []), change]);
    }
    for (const [target, those] of byObject) {
      const ids = [...new Set(those.map((change) => idIn(change, field)))];
      const found = targets(world, target, ids);
      for (const change of those) checkTarget(change, field, found.get(idIn(change, field)));
      if (access !== 'system') checkVisible(alive(those), field, target, world, transaction);
    }
  }
}

const idIn = (change: Change, field: FieldType): string => String(change.row.fields.get(field.name));

function setsReference(change: Change, field: FieldType): boolean {
  const value = change.row.fields.get(field.name) ?? null;
  return value !== null && (change.before === null || !equalValues(value, change.before.fields.get(field.name) ?? null));
}

function targets(world: DmlWorld, object: ObjectType, ids: readonly string[]): Targets {
  const columns = ['Id', object.field('IsDeleted') ? '"IsDeleted"' : '0', object.name === 'User' ? '"IsActive"' : '1'];
  const rows = world.store.all(
    `SELECT "Id", ${columns.slice(1).join(', ')} FROM "${object.name}" WHERE "Id" IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(([id, deleted, active]) => [String(id), { deleted: Number(deleted) === 1, active: Number(active) === 1 }]));
}

function checkTarget(change: Change, field: FieldType, target: Target | undefined): void {
  if (!target) change.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (target.deleted) change.fail('ENTITY_IS_DELETED', 'entity is deleted');
  else if (!target.active && field.name === 'OwnerId')
    change.fail(
      'INACTIVE_OWNER_OR_USER',
      `operation performed with inactive user [${idIn(change, field)}] as owner of ${change.object.name.toLowerCase()}`,
      'OwnerId',
    );
}

/** "insufficient access rights on cross-reference id": the record exists, and the user may not know. */
function checkVisible(changes: readonly Change[], field: FieldType, target: ObjectType, world: DmlWorld, transaction: Transaction): void {
  if (changes.length === 0 || target.setup || field.name === 'OwnerId') return;
  const condition = world.access.visible(target, 't', transaction.user);
  if (!condition) return;
  const ids = JSON.stringify(changes.map((change) => idIn(change, field)));
  const rows = world.store.all(
    `SELECT t."Id" FROM "${target.name}" AS t WHERE t."Id" IN (SELECT value FROM json_each(?)) AND (${condition.sql})`,
    [ids, ...condition.params],
  );
  const visible = new Set(rows.map(([id]) => String(id)));
  for (const change of changes)
    if (!visible.has(idIn(change, field)))
      change.fail('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id');
}
