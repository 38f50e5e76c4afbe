/** `Trigger.new` and friends: context variables are bound operations, not members, so they are one intrinsic. */
import { current, type TriggerContext } from '../../../runtime/transaction.ts';
import { ApexList, ApexMap } from '../../../runtime/values/collections.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import type { SObject } from '../../../runtime/values/sobject.ts';
import { enumConstant } from '../../enumValues.ts';
import { triggerOperation } from './enums.ts';

/** Every reading gives the same collection, as on the platform. */
const collections = new WeakMap<TriggerContext, Map<string, Value>>();

function once(context: TriggerContext, name: string, make: () => Value): Value {
  let made = collections.get(context);
  if (!made) collections.set(context, (made = new Map()));
  let value = made.get(name);
  if (value === undefined) made.set(name, (value = make()));
  return value;
}

const listOf = (object: string, rows: readonly SObject[] | null): Value => (rows ? new ApexList(object, [...rows]) : null);

function mapOf(object: string, rows: readonly SObject[] | null): Value {
  if (!rows) return null;
  const map = new ApexMap('Id', object);
  for (const row of rows) map.set(row.id, row);
  return map;
}

/** Outside of a trigger the lists are null and the flags false. */
export function triggerVariable(name: string): Value {
  const context = current().trigger;
  const [when, what] = context ? context.operation.split('_') : [];
  switch (name) {
    case 'isExecuting':
      return context !== null;
    case 'isBefore':
      return when === 'BEFORE';
    case 'isAfter':
      return when === 'AFTER';
    case 'isInsert':
      return what === 'INSERT';
    case 'isUpdate':
      return what === 'UPDATE';
    case 'isDelete':
      return what === 'DELETE';
    case 'isUndelete':
      return what === 'UNDELETE';
  }
  if (!context) return null;
  const { object, newRows, oldRows } = context;
  switch (name) {
    case 'operationType':
      return enumConstant(triggerOperation, context.operation);
    case 'size':
      return (newRows ?? oldRows ?? []).length;
    case 'new':
      return once(context, name, () => listOf(object, newRows));
    case 'old':
      return once(context, name, () => listOf(object, oldRows));
    case 'newMap':
      // Before insert the records have no ids yet; event messages never get any.
      return context.operation === 'BEFORE_INSERT' || object.endsWith('__e') ? null : once(context, name, () => mapOf(object, newRows));
    case 'oldMap':
      return once(context, name, () => mapOf(object, oldRows));
    default:
      throw new Error(`no trigger variable ${name}`);
  }
}
