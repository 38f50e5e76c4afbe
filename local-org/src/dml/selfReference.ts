/** What a trigger may not do to the very records it runs for. */
import { apexError } from '../runtime/exceptions.ts';
import type { Transaction, TriggerContext } from '../runtime/transaction.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Change } from './change.ts';

/** Trigger contexts that are running, the outermost first: triggers cause statements that fire triggers. */
const running = new WeakMap<Transaction, TriggerContext[]>();

const contextsOf = (transaction: Transaction): readonly TriggerContext[] => running.get(transaction) ?? [];

export function inTriggerContext(transaction: Transaction, context: TriggerContext, work: (depth: number) => void): void {
  let stack = running.get(transaction);
  if (!stack) running.set(transaction, (stack = []));
  stack.push(context);
  try {
    work(stack.length);
  } finally {
    stack.pop();
  }
}

/** `update Trigger.new;` */
export function refuseTriggerRows(rows: readonly SObject[], transaction: Transaction): void {
  for (const { newRows, oldRows } of contextsOf(transaction))
    if (rows.some((row) => newRows?.includes(row) === true || oldRows?.includes(row) === true))
      throw apexError('SObjectException', 'DML statement cannot operate on trigger.new or trigger.old');
}

/**
 * "You can't recursively update or delete the same object from an Apex trigger. This error often occurs when you try to update
 * or delete an object from within its before trigger, or delete an object from within its after trigger", directly or through
 * other triggers (SOAP API Developer Guide, SELF_REFERENCE_FROM_TRIGGER).
 */
export function refuseSelfReference(changes: readonly Change[], transaction: Transaction): void {
  for (const context of contextsOf(transaction)) {
    const before = context.operation.startsWith('BEFORE');
    const ids = new Set((context.newRows ?? context.oldRows ?? []).map((row) => row.id));
    for (const change of changes) {
      const { operation, givenId } = change;
      if (givenId === null || !ids.has(givenId) || change.failed) continue;
      if (operation === 'delete' || (operation === 'update' && before))
        change.fail(
          'SELF_REFERENCE_FROM_TRIGGER',
          `Object (id = ${givenId.slice(0, 15)}) is currently in trigger ${context.trigger ?? context.object}, therefore it cannot recursively ${operation} itself`,
        );
    }
  }
}
