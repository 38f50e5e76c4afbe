/** What a formula reads while a record is in memory: its own fields, and the stored rows above it. */
import type { SObject } from '../runtime/values/sobject.ts';
import { current } from '../runtime/transaction.ts';
import { effectiveSetting } from '../standard/Schema/customSettings.ts';
import type { ObjectType } from '../schema/model.ts';
import type { Environment, FieldReference, FormulaContext } from './bound.ts';

/** A stored row by id; null where there is none. */
export type Load = (object: ObjectType, id: string) => SObject | null;

export function recordContext(
  row: SObject,
  load: Load,
  environment: Environment,
  prior: FormulaContext | null = null,
  isNew = false,
): FormulaContext {
  return { environment, prior, isNew, read: (reference) => rowAt(row, reference, load)?.fields.get(reference.field.name) ?? null };
}

function rowAt(row: SObject, { steps }: FieldReference, load: Load): SObject | null {
  let at: SObject | null = row;
  for (const { lookup, to } of steps) {
    const id: unknown = at?.fields.get(lookup.name) ?? null;
    // A polymorphic lookup may lead to an object of the other kind.
    at = typeof id === 'string' && id.startsWith(to.keyPrefix) ? load(to, id) : null;
  }
  return at;
}

const DEFAULT_ZONE = 'GMT';

/** The transaction that runs. */
export function transactionEnvironment(): Environment {
  const transaction = current();
  const { data, user } = transaction;
  return {
    now: transaction.now(),
    user,
    record: (object, id) => data.record(object, id),
    setting: effectiveSetting,
    customPermission: (name) => data.rights.customPermission(name),
    zone: () => {
      const zone = data.record('User', user)?.fields.get('TimeZoneSidKey');
      return typeof zone === 'string' ? zone : DEFAULT_ZONE;
    },
  };
}
