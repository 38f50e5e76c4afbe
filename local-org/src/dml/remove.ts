/** Delete and undelete of one chunk: children are deleted along, cut loose, or stand in the way. */
import { NotSupported } from '../runtime/exceptions.ts';
import { ApexDatetime } from '../runtime/values/dates.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { deleteRecord, purgeRecord, readRecords, updateRecord } from '../store/records.ts';
import { forgetWent, noteWent, wentAlong, wentWith } from '../store/recycleBin.ts';
import { alive, Change } from './change.ts';
import { strikeRows } from './faults.ts';
import { liveReferences, referencesTo } from './hanging.ts';
import { checkMixedDml } from './mixedDml.ts';
import { rulesOf } from './objectRules.ts';
import { goesOn, type Run } from './save.ts';
import { rowsWhere } from './stored.ts';
import { summarise } from './summaries.ts';
import { fireTriggers } from './triggers.ts';
import { checkUnique } from './unique.ts';
import { checkRights, checkSharing } from './userMode.ts';
import { wholeSeconds } from './values.ts';
import type { DmlWorld } from './world.ts';

/** What a merge does to a record that goes: before it, while its children still hang on it, and after it. */
export interface Merging {
  leave(change: Change): void;
  gone(change: Change): void;
}

export function deleteChunk(changes: readonly Change[], run: Run, merging?: Merging): readonly Change[] {
  const { world, transaction, access, allOrNone } = run;
  load(changes, run, false);
  checkMixedDml(changes, transaction);
  checkRights(changes, world, transaction, access);
  checkSharing(changes, world, transaction, access);
  fireTriggers('BEFORE_DELETE', changes, world, transaction);
  const rules = rulesOf(changes[0]?.object.name);
  rules?.validate?.(alive(changes), world);
  strikeRows(world.settings, changes);
  if (merging) for (const change of alive(changes)) merging.leave(change);
  const cascades = new Map(alive(changes).map((change) => [change, childrenOf(change, run)]));
  const ready = alive(changes);
  if (ready.length === 0 || (allOrNone && ready.length < changes.length)) return [];
  for (const change of ready) {
    const root = String(change.givenId);
    for (const { object, field, id, target } of cascades.get(change)?.loose ?? []) {
      updateRecord(world.store, object, id, { [field.name]: null });
      noteWent(world.store, root, { object: object.name, id, field: field.name, target });
    }
    // "Records that did not initiate a delete don't cause trigger evaluation."
    const children = cascades.get(change)?.deleted ?? [];
    for (const child of children) {
      removeRow(child.object, String(child.givenId), run);
      if (child.object.field('IsDeleted'))
        noteWent(world.store, root, { object: child.object.name, id: String(child.givenId), field: null, target: null });
    }
    removeRow(change.object, root, run);
    merging?.gone(change);
    for (const child of children) rulesOf(child.object.name)?.saved?.([child], world);
  }
  rules?.saved?.(ready, world);
  if (goesOn(changes, ready, run)) fireTriggers('AFTER_DELETE', ready, world, transaction);
  summarise(alive(ready), world);
  summariseAlong(
    alive(ready).flatMap((change) => cascades.get(change)?.deleted ?? []),
    world,
  );
  return ready;
}

/** Children that went along may have had another master. */
function summariseAlong(children: readonly Change[], world: DmlWorld): void {
  for (const object of new Set(children.map((child) => child.object)))
    summarise(
      children.filter((child) => child.object === object),
      world,
    );
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
  /** The record it pointed to. */
  readonly target: string;
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
  const going = new Set<string>();
  for (let parent = queue.shift(); parent; parent = queue.shift()) {
    for (const { object, field } of referencesTo(parent.object, run.world.schema())) {
      const ids = liveReferences(run.world.store, { object, field }, String(parent.givenId)).filter((id) => !going.has(id));
      if (ids.length === 0) continue;
      refuseActivities(object, field, parent);
      if (field.masterDetail || field.onParentDelete === 'cascade') {
        const children = ids.map((id) => childChange(object, id, run));
        rulesOf(object.name)?.validate?.(children, run.world);
        for (const error of children.flatMap((child) => child.errors)) change.fail(error.code, error.message, ...error.fields);
        deleted.push(...children);
        for (const id of ids) going.add(id);
        queue.push(...children);
      } else if (field.onParentDelete === 'restrict')
        change.fail(
          'DELETE_FAILED',
          `Your attempt to delete ${nameOf(change)} could not be completed because it is associated with the following ${object.labelPlural.toLowerCase()}.: ${namesOf(object, ids, run).join(', ')}`,
        );
      else loose.push(...ids.map((id) => ({ object, field, id, target: String(parent.givenId) })));
    }
  }
  return { deleted, loose };
}

/** Whether activities that are about a person alone go with it, no public source says. */
function refuseActivities(object: ObjectType, field: FieldType, { object: of }: Change): void {
  if (field.name === 'WhoId' && (object.name === 'Task' || object.name === 'Event'))
    throw new NotSupported(`delete of a ${of.name} that has a ${object.name}`);
}

/** Cases and contracts are told by their numbers. */
function namesOf(object: ObjectType, ids: readonly string[], { world }: Run): readonly string[] {
  const number = object.fields.find((field) => field.nameField && field.autoNumber !== null);
  return number ? rowsWhere(world.store, object.name, [number.name], 'Id', ids).map(([name]) => String(name)) : ids;
}

const nameOf = (change: Change): string => String(change.before?.fields.get('Name') ?? change.givenId);

function childChange(object: ObjectType, id: string, { world }: Run): Change {
  const [row] = readRecords(world.store, object, [id]);
  if (!row) throw new Error(`${id} is gone`);
  const change = new Change(0, 'delete', row, null);
  change.before = row;
  return change;
}

/** To the recycle bin, where the object has one. Shares are gone at once. */
function removeRow(object: ObjectType, id: string, { world, transaction }: Run): void {
  if (object.shareOf) purgeRecord(world.store, object, id);
  else if (object.field('SystemModstamp') && object.field('IsDeleted'))
    updateRecord(world.store, object, id, { IsDeleted: true, SystemModstamp: new ApexDatetime(wholeSeconds(transaction.now())) });
  else deleteRecord(world.store, object, id);
}

export function undeleteChunk(changes: readonly Change[], run: Run): readonly Change[] {
  const { world, transaction, access, allOrNone } = run;
  load(changes, run, true);
  checkMixedDml(changes, transaction);
  checkRights(changes, world, transaction, access);
  for (const change of alive(changes))
    if (wentAlong(world.store, String(change.givenId)))
      throw new NotSupported(`undelete of a ${change.object.name} that was deleted along with its parent`);
  checkUniqueAgain(changes, run);
  const ready = alive(changes);
  if (ready.length === 0 || (allOrNone && ready.length < changes.length)) return [];
  const now = new ApexDatetime(wholeSeconds(transaction.now()));
  const back: Change[] = [];
  for (const change of ready) {
    updateRecord(world.store, change.object, String(change.givenId), { IsDeleted: false, SystemModstamp: now });
    back.push(...bringBack(change, now, run));
    change.row = Object.assign(new SObject(change.object), { fields: new Map(change.before?.fields).set('IsDeleted', false) });
  }
  rulesOf(changes[0]?.object.name)?.saved?.(ready, world);
  if (firesUndelete(changes[0]!.object)) fireTriggers('AFTER_UNDELETE', ready, world, transaction);
  summarise(alive(ready), world);
  summariseAlong(back, world);
  return ready;
}

/** "The after undelete trigger event only fires for the following objects." Source: Apex Developer Guide, Triggers and Recovered Records. */
const undeleteEvents: ReadonlySet<string> = new Set(
  'Account Asset Campaign Case Contact ContentDocument Contract Event Lead Opportunity Product2 Solution Task'.split(' '),
);
const firesUndelete = ({ name, kind }: ObjectType): boolean => kind === 'custom' || undeleteEvents.has(name);

/** Whoever took the value meanwhile keeps it. */
function checkUniqueAgain(changes: readonly Change[], { world }: Run): void {
  const rows = alive(changes);
  const before = rows.map((change) => change.before);
  for (const change of rows) change.before = null;
  checkUnique(rows, world);
  rows.forEach((change, i) => (change.before = before[i] ?? null));
}

/** "Salesforce only restores lookup relationships that haven't been replaced." The records that come back with it. */
function bringBack(change: Change, now: ApexDatetime, run: Run): readonly Change[] {
  const { world } = run;
  const root = String(change.givenId);
  const back: Change[] = [];
  for (const { object: name, id, field, target } of wentWith(world.store, root)) {
    const object = world.schema().object(name);
    if (!object) continue;
    if (field === null) {
      updateRecord(world.store, object, id, { IsDeleted: false, SystemModstamp: now });
      back.push(childChange(object, id, run));
    } else world.store.run(`UPDATE "${name}" SET "${field}" = ? WHERE "Id" = ? AND "${field}" IS NULL`, [target, id]);
  }
  forgetWent(world.store, root);
  return back;
}

/** `Database.emptyRecycleBin`: for good, with what went along. */
export function purgeChunk(changes: readonly Change[], run: Run): void {
  const { world, transaction, access } = run;
  load(changes, run, true);
  checkRights(changes, world, transaction, access);
  for (const change of changes) {
    if (change.failed) throw new NotSupported('Database.emptyRecycleBin of a record that is not in the recycle bin');
    for (const { object: name, id, field } of wentWith(world.store, String(change.givenId))) {
      const object = world.schema().object(name);
      if (object && field === null) purgeRecord(world.store, object, id);
    }
    forgetWent(world.store, String(change.givenId));
    purgeRecord(world.store, change.object, String(change.givenId));
  }
}
