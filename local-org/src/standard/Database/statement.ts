/** From a call of the Database class to a DmlRequest. */
import { apexError, NotSupported } from '../../runtime/exceptions.ts';
import { effectiveAccess } from '../../runtime/frame.ts';
import type { Access, DmlOptions, RowResult } from '../../runtime/ports.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { SObjectFieldToken } from '../Schema/tokens.ts';
import { accessOf } from './accessLevel.ts';
import { dmlOptionsOf } from './dmlOptions.ts';
import { DmlResult, resultList, type ResultType } from './results.ts';

type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

const resultTypes: Readonly<Record<Operation, ResultType>> = {
  insert: 'Database.SaveResult',
  update: 'Database.SaveResult',
  upsert: 'Database.UpsertResult',
  delete: 'Database.DeleteResult',
  undelete: 'Database.UndeleteResult',
};

export interface How {
  /** The Boolean, or the DMLOptions, or left out (= all or none). */
  readonly mode?: Value;
  readonly level?: Value;
  readonly externalId?: Value;
}

/** Assumption switch: whether `OptAllOrNone` that was never set allows partial success. */
function allOrNoneOf(mode: Value | undefined, options: DmlOptions | null): boolean {
  if (mode === undefined) return true;
  if (options === null) return mode !== false;
  return options.allOrNone ?? current().settings.position('dmlOptionsAllOrNone') === 'allOrNone';
}

function fieldName(token: Value): string {
  if (token instanceof SObjectFieldToken) return token.field.name;
  throw apexError('NullPointerException', 'Argument 2 cannot be null');
}

function perform(operation: Operation, rows: readonly SObject[], how: How): readonly RowResult[] {
  const options = how.mode === undefined || typeof how.mode === 'boolean' ? null : dmlOptionsOf(how.mode);
  const access: Access = how.level === undefined ? effectiveAccess(null) : accessOf(how.level);
  return current().data.dml({
    operation,
    rows,
    allOrNone: allOrNoneOf(how.mode, options),
    access,
    options,
    externalId: how.externalId === undefined ? null : fieldName(how.externalId),
    others: [],
  });
}

function notNull<T>(argument: T | null): T {
  if (argument === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  return argument;
}

/** Names an SObject by its id alone: `Database.delete(id)`. */
function rowOfId(id: Value): SObject {
  if (typeof id !== 'string') throw apexError('NullPointerException', 'Argument 1 cannot be null');
  const object = current().data.schema.objectOfId(id);
  if (!object) throw new NotSupported(`DML on id ${id.slice(0, 3)}…: no object has that key prefix`);
  const row = new SObject(object);
  row.fields.set('Id', id);
  return row;
}

export const rowOf = (item: Value): SObject => (item instanceof SObject ? item : rowOfId(item));

/** The list form. Null elements are left for the engine to complain about. */
export function many(operation: Operation, rows: ApexList | null, how: How = {}): ApexList {
  const items = notNull(rows).items.map((item) => (item === null ? null : rowOf(item)));
  return resultList(resultTypes[operation], perform(operation, items as SObject[], how));
}

/** The form for one record. */
export function one(operation: Operation, row: SObject | string | null, how: How = {}): DmlResult {
  const [result] = perform(operation, [rowOf(notNull(row))], how);
  if (!result) throw new Error(`${operation} of one row gave no result`);
  return new DmlResult(resultTypes[operation], result);
}
