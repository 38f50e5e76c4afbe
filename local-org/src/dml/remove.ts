/** Delete and undelete of one chunk: children are deleted along, cut loose, or stand in the way. */
import { NotSupported } from '../runtime/exceptions.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { deleteRecord, readRecords, updateRecord } from '../store/records.ts';
import { alive, Change } from './change.ts';
import { strikeRows } from './faults.ts';
import { checkMixedDml } from './mixedDml.ts';
import { rulesOf } from './objectRules.ts';
import { goesOn, type Run } from './save.ts';
import { rowsWhere } from './stored.ts';
import { hasColumn } from '../store/columns.ts';
import { hasTable } from '../store/tables.ts';
import { fireTriggers } from './triggers.ts';
import { checkRights, checkSharing } from './userMode.ts';
import { wholeSeconds } from './values.ts';

export function deleteChunk(changes: readonly Change[], run: Run): readonly Change[] {
  const { world, transaction, access, allOrNone } = run;
  load(changes, run, false);
  checkMixedDml(changes, transaction);
  checkRights(changes, world, transaction, access);
  checkSharing(changes, world, transaction, access);
  fireTriggers('BEFORE_DELETE', changes, world, transaction);
  const rules = rulesOf(changes[0]?.object.name);
  rules?.validate?.(alive(changes), world);
  strikeRows(world.settings, changes);
  const cascades = new Map(alive(changes).map((change) => [change, childrenOf(change, run)]));
  const ready = alive(changes);
  if (ready.length === 0 || (allOrNone && ready.length < changes.length)) return [];
  for (const change of ready) {
    for (const loose of cascades.get(change)?.loose ?? []) updateRecord(world.store, loose.object, loose.id, { [loose.field.name]: null });
    // "Records that did not initiate a delete don't cause trigger evaluation."
    const children = cascades.get(change)?.deleted ?? [];
    for (const child of children) removeRow(child.object, String(child.givenId), run);
    removeRow(change.object, String(change.givenId), run);
    for (const child of children) rulesOf(child.object.name)?.saved?.([child], world);
  }
  rules?.saved?.(ready, world);
  if (goesOn(changes, ready, run)) fireTriggers('AFTER_DELETE', ready, world, transaction);
  return ready;
}

function load(changes: readonly Change[], { world }: Run, deleted: boolean): void {
  const object = changes[0]?.object;
  if (!object) return;
  const ids = changes.map((change) => change.givenId).filter((id) => id !== null);
  const stored = new Map(readRecords(world.store, object, ids).map((row) => [row.id, row]));
  for (const change of changes) {
    const before = stored.get(change.givenId);
    if (change.givenId === null) change.fail('MISSING_ARGUMENT', `Id not specified in ${deleted ? 'an undelete' : 'a delete'} call`);
    else if (!before) change.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if ((before.fields.get('IsDeleted') === true) !== deleted) {
      if (deleted) change.fail('UNDELETE_FAILED', 'Entity is not in the recycle bin');
      else change.fail('ENTITY_IS_DELETED', 'entity is deleted');
    } else {
      change.before = before;
      change.row = before;
    }
  }
}

interface Loose {
  readonly object: ObjectType;
  readonly field: FieldType;
  readonly id: string;
}

interface Children {
  readonly deleted: readonly Change[];
  readonly loose: readonly Loose[];
}

/** What hangs on a record, all levels down. Fails the change if something forbids the deletion. */
function childrenOf(change: Change, run: Run): Children {
  const deleted: Change[] = [];
  const loose: Loose[] = [];
  const queue: Change[] = [change];
  for (let parent = queue.shift(); parent; parent = queue.shift()) {
    for (const { object, field } of referencesTo(parent.object, run)) {
      const ids = liveReferences(object, field, String(parent.givenId), run);
      if (ids.length === 0) continue;
      if (field.masterDetail || field.onParentDelete === 'cascade') {
        const children = ids.map((id) => childChange(object, id, run));
        rulesOf(object.name)?.validate?.(children, run.world);
        for (const error of children.flatMap((child) => child.errors)) change.fail(error.code, error.message, ...error.fields);
        deleted.push(...children);
        queue.push(...children);
      } else if (field.onParentDelete === 'restrict')
        change.fail(
          'DELETE_FAILED',
          `Your attempt to delete ${nameOf(change)} could not be completed because it is associated with the following ${object.labelPlural.toLowerCase()}.: ${ids.join(', ')}`,
        );
      else loose.push(...ids.map((id) => ({ object, field, id })));
    }
  }
  return { deleted, loose };
}

const nameOf = (change: Change): string => String(change.before?.fields.get('Name') ?? change.givenId);

function childChange(object: ObjectType, id: string, { world }: Run): Change {
  const [row] = readRecords(world.store, object, [id]);
  if (!row) throw new Error(`${id} is gone`);
  const change = new Change(0, 'delete', row, null);
  change.before = row;
  return change;
}

/** Lookups elsewhere that may point to this object. Owners and who-columns are users, who cannot be deleted. */
function referencesTo(parent: ObjectType, { world }: Run): readonly { object: ObjectType; field: FieldType }[] {
  return world
    .schema()
    .objects.filter(hasTable)
    .flatMap((object) =>
      object.fields
        .filter((field) => field.kind === 'reference' && hasColumn(field) && field.referenceTo.includes(parent.name))
        .map((field) => ({ object, field })),
    );
}

function liveReferences(object: ObjectType, field: FieldType, id: string, { world }: Run): readonly string[] {
  const bin = object.field('IsDeleted') ? ['IsDeleted'] : [];
  return rowsWhere(world.store, object.name, ['Id', ...bin], field.name, [id])
    .filter(([, deleted]) => Number(deleted ?? 0) === 0)
    .map(([child]) => String(child));
}

/** To the recycle bin, where the object has one. */
function removeRow(object: ObjectType, id: string, { world, transaction }: Run): void {
  if (object.field('IsDeleted'))
    updateRecord(world.store, object, id, { IsDeleted: true, SystemModstamp: new ApexDatetime(wholeSeconds(transaction.now())) });
  else deleteRecord(world.store, object, id);
}

export function undeleteChunk(changes: readonly Change[], run: Run): readonly Change[] {
  const { world, transaction, access, allOrNone } = run;
  load(changes, run, true);
  checkMixedDml(changes, transaction);
  checkRights(changes, world, transaction, access);
  for (const change of alive(changes)) refuseLostChildren(change, run);
  const ready = alive(changes);
  if (ready.length === 0 || (allOrNone && ready.length < changes.length)) return [];
  for (const change of ready) {
    updateRecord(world.store, change.object, String(change.givenId), {
      IsDeleted: false,
      SystemModstamp: new ApexDatetime(wholeSeconds(transaction.now())),
    });
    change.row = Object.assign(new SObject(change.object), { fields: new Map(change.before?.fields).set('IsDeleted', false) });
  }
  fireTriggers('AFTER_UNDELETE', ready, world, transaction);
  return ready;
}

/** The platform brings children back that went along; which ones did is not kept here. */
function refuseLostChildren(change: Change, run: Run): void {
  for (const { object, field } of referencesTo(change.object, run)) {
    if (!field.masterDetail && field.onParentDelete !== 'cascade') continue;
    if (!object.field('IsDeleted')) continue;
    const lost = rowsWhere(run.world.store, object.name, ['IsDeleted'], field.name, [String(change.givenId)]).some(
      ([deleted]) => Number(deleted) === 1,
    );
    if (lost) throw new NotSupported(`undelete of a ${change.object.name} that has deleted ${object.labelPlural}`);
  }
}
