/** The DML engine: one statement from request to results. `save.ts` and `remove.ts` hold the order of execution of a chunk. */
import { apexError } from '../runtime/exceptions.ts';
import type { DmlRequest, RowResult } from '../runtime/ports.ts';
import { current } from '../runtime/transaction.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { noteWork } from '../runtime/uncommittedWork.ts';
import { performChunk } from './attempts.ts';
import { Change } from './change.ts';
import { dmlException } from './errors.ts';
import { publishEvents } from './events.ts';
import { rulesOf } from './objectRules.ts';
import { mergeRecords } from './merge.ts';
import { optionsOf } from './options.ts';
import { purgeChunk } from './remove.ts';
import type { Run } from './save.ts';
import { refuseSelfReference, refuseTriggerRows } from './selfReference.ts';
import { upsertChanges } from './upsert.ts';
import type { Dml, DmlWorld } from './world.ts';

/** Triggers get at most 200 records at once. */
const CHUNK = 200;
/** "Cannot have more than 10 chunks in a single operation": runs of one object in a list of mixed objects. */
const MOST_RUNS = 10;

export function createDml(given: DmlWorld): Dml {
  const world: DmlWorld = { ...given, saveParents: (rows, quiet = false) => saveParents(rows, world, quiet) };
  return (request) => {
    checkList(request);
    if (request.rows.length === 0) return [];
    refuseTriggerRows(request.rows, current());
    if (request.rows.every((row) => row.schema.kind === 'event')) return publishEvents(request, world);
    const { limits } = current();
    noteWork(limits);
    if (request.calculated !== true) {
      limits.use('dmlStatements', 1);
      limits.use('dmlRows', request.rows.length + request.others.length);
    }
    if (request.operation === 'merge') return merge(request, world);
    if (request.operation === 'emptyRecycleBin') return purge(request, world);
    return statement(request, world);
  };
}

/** A failure of the parent is a failure of what caused it. */
function saveParents(rows: readonly SObject[], world: DmlWorld, quiet: boolean): void {
  if (rows.length === 0) return;
  statement(
    { operation: 'update', rows, allOrNone: true, access: 'system', options: null, externalId: null, others: [], calculated: true },
    world,
    quiet,
  );
}

/** What the platform refuses about the list as a whole. */
function checkList({ rows, operation }: DmlRequest): void {
  const ids = new Set<string>();
  const seen = new Set<object>();
  rows.forEach((row, position) => {
    if ((row as unknown) === null) throw apexError('ListException', `DML statement found null SObject at position ${position}`);
    if (seen.has(row) && operation !== 'delete' && operation !== 'undelete')
      throw apexError('ListException', 'Before Insert or Upsert list must not have two identically equal elements');
    seen.add(row);
    if (operation === 'insert' || row.id === null) return;
    if (ids.has(row.id)) throw apexError('ListException', `Duplicate id in list: ${row.id}`);
    ids.add(row.id);
  });
  const runs = rows.filter((row, i) => row.schema !== rows[i - 1]?.schema).length;
  if (runs > MOST_RUNS)
    throw apexError(
      'TypeException',
      `Cannot have more than ${MOST_RUNS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
    );
}

function statement(request: DmlRequest, world: DmlWorld, quiet = false): readonly RowResult[] {
  const transaction = current();
  const { operation, allOrNone } = request;
  const run: Run = { world, transaction, access: request.access, allOrNone, calculated: request.calculated === true, quiet };
  const changes = changesOf(request, world);
  for (const change of changes) checkAllowed(change);
  refuseSelfReference(changes, transaction);
  const mark = transaction.savepoint();
  try {
    for (const chunk of chunksOf(changes)) {
      performChunk(chunk, run);
      const failed = chunk.filter((change) => change.failed);
      if (allOrNone && failed.length > 0) throw dmlException(operation, failed);
    }
  } catch (error) {
    transaction.rollback(mark);
    transaction.release(mark);
    throw error;
  }
  transaction.release(mark);
  return finish(request, changes, world);
}

function merge(request: DmlRequest, world: DmlWorld): readonly RowResult[] {
  const { access, allOrNone } = request;
  const run: Run = { world, transaction: current(), access, allOrNone, calculated: false };
  return mergeRecords(request, run);
}

function purge(request: DmlRequest, world: DmlWorld): readonly RowResult[] {
  const { access, allOrNone, rows } = request;
  const changes = rows.map((row, index) => new Change(index, 'delete', row, null));
  for (const object of new Set(changes.map((change) => change.object)))
    purgeChunk(
      changes.filter((change) => change.object === object),
      { world, transaction: current(), access, allOrNone, calculated: false },
    );
  return changes.map((change) => change.result(false));
}

function changesOf(request: DmlRequest, world: DmlWorld): readonly Change[] {
  const { operation, rows } = request;
  switch (operation) {
    case 'insert':
    case 'update':
    case 'delete':
    case 'undelete':
      return rows.map((row, index) => new Change(index, operation, row, optionsOf(row, request)));
    case 'upsert':
      return upsertChanges(request, world);
    case 'merge':
    case 'emptyRecycleBin':
      throw new Error(`${operation} is no statement of rows`);
    default:
      return operation satisfies never;
  }
}

function checkAllowed({ object, operation }: Change): void {
  const allowed = {
    insert: object.createable,
    update: object.updateable,
    delete: object.deletable,
    undelete: object.deletable && object.field('IsDeleted') !== undefined,
  };
  if (!allowed[operation] || object.kind === 'customMetadata')
    throw apexError('TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
}

/** Neighbours of one object, 200 at a time; within an upsert's chunk inserts and updates go separately. */
function chunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const chunks: Change[][] = [];
  for (const change of changes) {
    const last = chunks.at(-1);
    if (last?.[0]?.object === change.object && last.length < CHUNK) last.push(change);
    else chunks.push([change]);
  }
  return chunks.flatMap((chunk) => {
    const inserts = chunk.filter((change) => change.operation === 'insert');
    const others = chunk.filter((change) => change.operation !== 'insert');
    return [inserts, others].filter((part) => part.length > 0);
  });
}

/** Ids go into the caller's records only now; those of failed rows never had one. */
function finish(request: DmlRequest, changes: readonly Change[], world: DmlWorld): readonly RowResult[] {
  const written = changes.filter((change) => !change.failed);
  for (const change of written) {
    const row = request.rows[change.index];
    const id = change.newId ?? change.givenId;
    if (row && id !== null) row.fields.set('Id', id);
  }
  for (const object of new Set(written.map((change) => change.object.name)))
    rulesOf(object)?.done?.(
      written.filter((change) => change.object.name === object),
      world,
    );
  return changes.map((change) => change.result(change.operation === 'insert'));
}
