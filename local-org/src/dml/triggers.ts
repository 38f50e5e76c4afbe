/** Firing triggers for a chunk, and turning what they said into row errors. */
import { ApexException, isFatal, LimitError, NotSupported } from '../runtime/exceptions.ts';
import { stackTraceString } from '../runtime/stackTrace.ts';
import { exceptionText } from '../runtime/toText.ts';
import type { Transaction, TriggerContext } from '../runtime/transaction.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { calculate } from './calculated.ts';
import { alive, type Change } from './change.ts';
import { inTriggerContext } from './selfReference.ts';
import type { DmlWorld } from './world.ts';

type Operation = TriggerContext['operation'];

/** "Total stack depth for any Apex invocation that recursively fires triggers due to insert, update, or delete statements: 16". */
const DEEPEST = 16;

const eventNames: Readonly<Record<Operation, string>> = {
  BEFORE_INSERT: 'BeforeInsert',
  BEFORE_UPDATE: 'BeforeUpdate',
  BEFORE_DELETE: 'BeforeDelete',
  AFTER_INSERT: 'AfterInsert',
  AFTER_UPDATE: 'AfterUpdate',
  AFTER_DELETE: 'AfterDelete',
  AFTER_UNDELETE: 'AfterUndelete',
};

export function hasTriggers(world: DmlWorld, object: string, operation: Change['operation']): boolean {
  const word = operation.toUpperCase();
  return ([`BEFORE_${word}`, `AFTER_${word}`] as Operation[]).some((event) => world.triggers.has(object, event));
}

export function fireTriggers(operation: Operation, changes: readonly Change[], world: DmlWorld, transaction: Transaction): void {
  const rows = alive(changes);
  const object = rows[0]?.object.name;
  if (object === undefined || !world.triggers.has(object, operation)) return;
  const deleting = operation === 'BEFORE_DELETE' || operation === 'AFTER_DELETE';
  const news = deleting ? null : rows.map((change) => change.row);
  const olds = deleting || operation.endsWith('UPDATE') ? rows.map((change) => change.before ?? change.row) : null;
  const after = operation.startsWith('AFTER');
  calculate([...(news ?? []), ...(olds ?? [])], world);
  for (const row of news ?? []) row.readOnly = after;
  for (const row of olds ?? []) row.readOnly = true;
  fire({ operation, object, newRows: news, oldRows: olds }, rows, world, transaction);
  for (const change of rows) {
    if (!deleting && change.before?.errors) throw new NotSupported('addError on a record of Trigger.old in an update');
    takeErrors(change, deleting ? (change.before ?? change.row) : change.row);
  }
}

function fire(context: TriggerContext, rows: readonly Change[], world: DmlWorld, transaction: Transaction): void {
  try {
    inTriggerContext(transaction, context, (depth) => {
      if (depth > DEEPEST) throw new LimitError('Maximum trigger depth exceeded');
      world.triggers.fire(context);
    });
  } catch (error) {
    if (isFatal(error) || !(error instanceof ApexException)) throw error;
    const text = failureText(error, context);
    for (const change of alive(rows)) change.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', text);
  }
}

/** `MyTrigger: execution of BeforeInsert\n\ncaused by: System.NullPointerException: …\n\nTrigger.MyTrigger: line 3, column 1` */
function failureText(error: ApexException, context: TriggerContext): string {
  const stack = stackTraceString(error);
  // Innermost first: the first trigger is the one that fired for this statement.
  const trigger = /^Trigger\.(.+): line/m.exec(stack)?.[1] ?? context.object;
  const ownStack = stack.split('\n');
  const end = ownStack.findIndex((line) => line.startsWith('Trigger.'));
  return `${trigger}: execution of ${eventNames[context.operation]}\n\ncaused by: ${exceptionText(error)}\n\n${ownStack.slice(0, end < 0 ? undefined : end + 1).join('\n')}`;
}

/** `addError`: on the record, or on a field. */
function takeErrors(change: Change, row: SObject): void {
  for (const { message, field } of row.errors ?? [])
    change.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, ...(field === null ? [] : [field]));
  row.errors = null;
}
