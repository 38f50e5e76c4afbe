/** Insert and update of one chunk, in the platform's order of execution. */
import type { Access } from '../runtime/ports.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { FieldType } from '../schema/model.ts';
import { hasColumn } from '../store/columns.ts';
import { insertRecord, readRecords, updateRecord } from '../store/records.ts';
import { fieldNamed } from './canonicalFields.ts';
import { applyDefaultFormulas, checkValidationRules } from './calculated.ts';
import { alive, copyOf, type Change } from './change.ts';
import { applyDefaults, completeInsert, completeUpdate, composeName, normaliseRow } from './defaults.ts';
import { strikeRows } from './faults.ts';
import { checkBeforeTriggers, checkFields } from './fieldRules.ts';
import { checkMixedDml } from './mixedDml.ts';
import { rulesOf } from './objectRules.ts';
import { resolveParents } from './parents.ts';
import { checkRecordTypeValues } from './recordTypeValues.ts';
import { checkReferences } from './references.ts';
import { equalValues } from './sameValue.ts';
import { dropManualShares } from './rules/shares.ts';
import { summarise } from './summaries.ts';
import { fireTriggers } from './triggers.ts';
import { checkUnique } from './unique.ts';
import { settleAddresses } from './rules/addresses.ts';
import { settlePerson } from './rules/personAccounts.ts';
import { checkRights, checkSharing } from './userMode.ts';
import type { DmlWorld } from './world.ts';

export interface Run {
  readonly world: DmlWorld;
  readonly transaction: Transaction;
  readonly access: Access;
  readonly allOrNone: boolean;
  /** The platform's own save of values that follow from others: read-only fields may be set. */
  readonly calculated: boolean;
  /** Past triggers and validation rules. */
  readonly quiet?: boolean;
}

/** The rows that were written. */
export function saveChunk(changes: readonly Change[], run: Run): readonly Change[] {
  const { world, transaction, access, allOrNone, quiet } = run;
  const operation = changes[0]?.operation === 'insert' ? 'INSERT' : 'UPDATE';
  if (operation === 'INSERT') startInsert(changes, run);
  else startUpdate(changes, run);
  checkMixedDml(changes, transaction);
  checkRights(changes, world, transaction, access);
  if (operation === 'UPDATE') checkSharing(changes, world, transaction, access);
  for (const change of alive(changes)) {
    normaliseRow(change.row);
    checkBeforeTriggers(change);
  }
  if (!quiet) fireTriggers(`BEFORE_${operation}`, changes, world, transaction);
  for (const change of alive(changes)) {
    normaliseRow(change.row);
    composeName(change.row);
    settlePerson(change, world);
    settleAddresses(change);
    checkFields(change);
  }
  checkReferences(changes, world, transaction, access);
  checkRecordTypeValues(changes, world);
  if (operation === 'INSERT') for (const change of alive(changes)) change.newId = world.store.newId(change.object.keyPrefix);
  checkUnique(changes, world);
  const rules = rulesOf(changes[0]?.object.name);
  rules?.validate?.(alive(changes), world);
  if (!quiet) checkValidationRules(changes, world);
  strikeRows(world.settings, changes);

  const ready = alive(changes);
  if (ready.length === 0 || (allOrNone && ready.length < changes.length)) return [];
  if (operation === 'INSERT') writeInserts(ready, run);
  else writeUpdates(ready, run);
  rules?.saved?.(ready, world);
  if (!quiet && goesOn(changes, ready, run)) fireTriggers(`AFTER_${operation}`, ready, world, transaction);
  summarise(alive(ready), world);
  return ready;
}

/** Assumption switch: after-triggers of an attempt that is known to be repeated without its bad rows. */
export const goesOn = (changes: readonly Change[], ready: readonly Change[], { world }: Run): boolean =>
  ready.length === changes.length || world.settings.position('afterTriggersOfRepeatedAttempt') === 'fire';

function startInsert(changes: readonly Change[], { world, transaction }: Run): void {
  for (const change of changes) {
    change.row = copyOf(change.given);
    change.newId = null;
    if (change.givenId !== null) change.fail('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', 'Id');
    resolveParents(change, world);
    dropCalculated(change);
    dropCarried(change);
    const refused = [...change.row.fields].filter(
      ([name, value]) => name !== 'Id' && value !== null && fieldNamed(change.object, name)?.createable === false,
    );
    refuseFields(change, refused);
    applyDefaults(change.row, transaction);
    applyDefaultFormulas(change.row, world);
  }
}

function isCalculated({ object }: Change, name: string): boolean {
  const field = fieldNamed(object, name);
  return field !== undefined && (field.formula !== null || field.summary !== undefined || isCompound(field));
}

/** Its parts are what is saved. */
const isCompound = (field: FieldType): boolean => field.kind === 'address';

/** The calculated values of a record that was queried and cloned do no harm. */
function dropCalculated(change: Change): void {
  for (const name of change.row.fields.keys()) if (isCalculated(change, name)) change.row.fields.delete(name);
}

/** Neither do its read-only fields: what a clone brought along, and nobody has set since, is not what the insert asks for. */
function dropCarried(change: Change): void {
  for (const [name, value] of change.given.carried ?? [])
    if (equalValues(change.given.fields.get(name) ?? null, value)) change.row.fields.delete(name);
}

function startUpdate(changes: readonly Change[], { world, calculated }: Run): void {
  const object = changes[0]?.object;
  if (!object) return;
  const ids = changes.map((change) => change.givenId).filter((id) => id !== null);
  const stored = new Map(readRecords(world.store, object, ids).map((row) => [row.id, row]));
  for (const change of changes) {
    const before = stored.get(change.givenId);
    if (change.givenId === null) change.fail('MISSING_ARGUMENT', 'Id not specified in an update call');
    else if (!before) change.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (before.fields.get('IsDeleted') === true) change.fail('ENTITY_IS_DELETED', 'entity is deleted');
    if (!before || change.failed) continue;
    change.before = before;
    change.row = copyOf(before);
    resolveParents(change, world);
    const refused: [string, Value][] = [];
    for (const [name, value] of change.given.fields) {
      const field = fieldNamed(object, name);
      if (!field || field.kind === 'id' || isCompound(field) || field.formula !== null || (field.summary && !calculated)) continue;
      // A queried field that nobody touched goes along with the record and does no harm.
      if (field.updateable || calculated) change.row.fields.set(name, value);
      else if (!equalValues(value, before.fields.get(name) ?? null)) refused.push([name, value]);
    }
    refuseFields(change, refused);
  }
}

function refuseFields(change: Change, refused: readonly (readonly [string, Value])[]): void {
  if (refused.length === 0) return;
  const names = refused.map(([name]) => name);
  change.fail(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    ...names,
  );
}

function writeInserts(changes: readonly Change[], { world, transaction }: Run): void {
  completeInsert(changes, world.store, transaction);
  for (const change of changes)
    insertRecord(
      world.store,
      change.object,
      storable(change, () => true),
    );
}

function writeUpdates(changes: readonly Change[], { world, transaction }: Run): void {
  completeUpdate(changes, transaction);
  for (const change of changes) {
    const values = storable(change, (name, value) => !equalValues(value, change.before?.fields.get(name) ?? null));
    updateRecord(world.store, change.object, String(change.givenId), values);
    if (values.has('OwnerId')) dropManualShares(change.object, [String(change.givenId)], world.schema(), world.store);
  }
}

/** Values that have a column; calculated and compound fields have none. */
function storable(change: Change, wanted: (name: string, value: Value) => boolean): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, value] of change.row.fields) {
    const field = fieldNamed(change.object, name);
    if (field && hasColumn(field) && wanted(name, value)) values.set(name, value);
  }
  return values;
}
