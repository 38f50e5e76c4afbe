/** Platform events: inserting them publishes them. */
import { apexError } from '../runtime/exceptions.ts';
import type { DmlRequest, RowResult } from '../runtime/ports.ts';
import { current } from '../runtime/transaction.ts';
import { Change } from './change.ts';
import { dmlException } from './errors.ts';
import { checkRights } from './userMode.ts';
import type { DmlWorld } from './world.ts';

/** Limits are counted by `publish`: which one depends on the event's publish behaviour. */
export function publishEvents(request: DmlRequest, world: DmlWorld): readonly RowResult[] {
  const { operation, rows, allOrNone, access } = request;
  const transaction = current();
  if (operation !== 'insert')
    throw apexError('TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${rows[0]?.schema.name ?? ''}`);
  const changes = rows.map((row, index) => new Change(index, 'insert', row, null));
  checkRights(changes, world, transaction, access);
  const refused = changes.filter((change) => change.failed);
  if (refused.length > 0 && allOrNone) throw dmlException(operation, refused);
  const allowed = changes.filter((change) => !change.failed);
  const published = transaction.jobs.publish(allowed.map((change) => change.given));
  const results = new Map(allowed.map((change, i) => [change, published[i]]));
  for (const [change, result] of results) for (const error of result?.errors ?? []) change.fail(error.code, error.message, ...error.fields);
  const failed = changes.filter((change) => change.failed);
  if (allOrNone && failed.length > 0) throw dmlException(operation, failed);
  return changes.map((change) => results.get(change) ?? change.result(false));
}
