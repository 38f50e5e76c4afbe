/** A row that the platform makes by itself, past triggers and rules. */
import { current } from '../../../runtime/transaction.ts';
import { ApexDatetime } from '../../../runtime/values/dates.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import { insertRecord } from '../../../store/records.ts';
import { wholeSeconds } from '../../values.ts';
import type { DmlWorld } from '../../world.ts';

/** Who-and-when columns are filled in where the object has them. Returns the id. */
export function addRow(name: string, values: Readonly<Record<string, Value>>, world: DmlWorld): string {
  const object = world.schema().object(name);
  if (!object) throw new Error(`${name} is no object`);
  const transaction = current();
  const now = new ApexDatetime(wholeSeconds(transaction.now()));
  const stamps: readonly (readonly [string, Value])[] = [
    ['CreatedDate', now],
    ['CreatedById', transaction.user],
    ['LastModifiedDate', now],
    ['LastModifiedById', transaction.user],
    ['SystemModstamp', now],
  ];
  return insertRecord(world.store, object, { ...Object.fromEntries(stamps.filter(([field]) => object.field(field))), ...values });
}
