/**
 * `merge master losers`: what hung on the losers hangs on the master, the losers go to the recycle bin with their
 * MasterRecordId, and the master is updated. Order of triggers: Apex Developer Guide, "Triggers and Merge Statements":
 * delete of the losers, before and after, then update of the master; records that change their parent fire none.
 */
import { apexError, NotSupported } from '../runtime/exceptions.ts';
import type { DmlRequest, RowResult } from '../runtime/ports.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { ObjectType } from '../schema/model.ts';
import { updateRecord } from '../store/records.ts';
import { Change } from './change.ts';
import { dmlException } from './errors.ts';
import { liveReferences, referencesTo } from './hanging.ts';
import { deleteChunk } from './remove.ts';
import { saveChunk, type Run } from './save.ts';
import { rowsWhere } from './stored.ts';

const mergeable: ReadonlySet<string> = new Set(['Account', 'Case', 'Contact', 'Lead']);
const MOST_LOSERS = 2;

/** A join record that the master has already goes instead of moving. */
const joins: Readonly<Record<string, string>> = { CampaignMember: 'CampaignId', ContentDocumentLink: 'ContentDocumentId' };

/** "Returns a Database.MergeResult object for each merged record." */
export function mergeRecords(request: DmlRequest, run: Run): readonly RowResult[] {
  const [master] = request.rows;
  if (!master) throw new Error('a merge without a master');
  const object = master.schema;
  const losers = request.others.map((other) => loserOf(other, object));
  checkRequest(master, losers);
  const { transaction, world } = run;
  const mark = transaction.savepoint();
  const update = new Change(0, 'update', master, null);
  const deletes = losers.map((loser, i) => new Change(i, 'delete', loser, null));
  const moved = new Map<string, readonly string[]>();
  const failed = (): readonly Change[] => [update, ...deletes].filter((change) => change.failed);
  const refuse = (): readonly RowResult[] => {
    transaction.rollback(mark);
    transaction.release(mark);
    const failures = failed();
    if (request.allOrNone) throw dmlException('merge', failures);
    const errors = failures.flatMap((change) => change.errors);
    return losers.map(() => ({ id: master.id, success: false, created: false, errors, merged: { ids: [], updatedRelatedIds: [] } }));
  };
  try {
    refusePortalUsers(object, losers, run);
    deleteChunk(
      deletes,
      { ...run, allOrNone: true },
      {
        leave: (change) => void moved.set(String(change.givenId), reparent(object, String(change.givenId), master.id!, run)),
        gone: (change) => void updateRecord(world.store, object, String(change.givenId), { MasterRecordId: master.id }),
      },
    );
    if (failed().length > 0) return refuse();
    saveChunk([update], { ...run, allOrNone: true });
    if (failed().length > 0) return refuse();
  } catch (error) {
    if (failed().length === 0) {
      transaction.rollback(mark);
      transaction.release(mark);
    }
    throw error;
  }
  transaction.release(mark);
  return losers.map(({ id }) => ({ ...update.result(false), merged: { ids: [id!], updatedRelatedIds: moved.get(id!) ?? [] } }));
}

/** The loser as a record, or by its id alone. */
function loserOf(other: SObject | string, object: ObjectType): SObject {
  if (other instanceof SObject) return other;
  const row = new SObject(object);
  row.fields.set('Id', other);
  return row;
}

function checkRequest(master: SObject, losers: readonly SObject[]): void {
  const object = master.schema;
  if (!mergeable.has(object.name)) throw apexError('DmlException', `Merge failed. Entity type does not support merge: ${object.name}`);
  // Children move without being saved, so that nobody would add them up again.
  if (object.fields.some((field) => field.summary))
    throw new NotSupported(`merge of ${object.labelPlural}, which have roll-up summary fields`);
  if (losers.length === 0 || losers.length > MOST_LOSERS)
    throw new NotSupported(`merge with ${losers.length} records to merge: the platform takes one or two`);
  for (const { schema, id } of losers) {
    if (schema !== object) throw new NotSupported('merge of records of different objects');
    if (id === master.id) throw new NotSupported('merge of a record with itself');
  }
}

/** "A contact that has a portal user" keeps its user in ways that are not modelled. */
function refusePortalUsers(object: ObjectType, losers: readonly SObject[], { world }: Run): void {
  if (object.name !== 'Contact' && object.name !== 'Account') return;
  const users = rowsWhere(
    world.store,
    'User',
    ['Id'],
    object.name === 'Contact' ? 'ContactId' : 'AccountId',
    losers.map(({ id }) => id!),
  );
  if (users.length > 0) throw new NotSupported(`merge that takes a ${object.name} away from a portal user`);
}

function reparent(object: ObjectType, from: string, to: string, { world }: Run): readonly string[] {
  const moved: string[] = [];
  for (const reference of referencesTo(object, world.schema())) {
    if (reference.field.name === 'MasterRecordId') continue;
    const join = joins[reference.object.name];
    const taken = join === undefined ? null : partnersOf(reference.object.name, join, reference.field.name, to, world.store);
    for (const id of liveReferences(world.store, reference, from)) {
      const partner = join === undefined ? null : String(rowsWhere(world.store, reference.object.name, [join], 'Id', [id])[0]?.[0]);
      if (partner !== null && taken?.has(partner)) updateRecord(world.store, reference.object, id, { IsDeleted: true });
      else if (id !== to) {
        updateRecord(world.store, reference.object, id, { [reference.field.name]: to });
        moved.push(id);
      } else updateRecord(world.store, reference.object, id, { [reference.field.name]: null });
    }
  }
  return moved;
}

function partnersOf(object: string, join: string, key: string, id: string, store: Run['world']['store']): ReadonlySet<string> {
  return new Set(
    rowsWhere(store, object, [join, 'IsDeleted'], key, [id])
      .filter(([, deleted]) => deleted !== 1)
      .map(([partner]) => String(partner)),
  );
}
