/** What kinds of objects a transaction has written so far, for the mixed-DML rule. `System.runAs` opens a context of its own. */
import type { Transaction } from './transaction.ts';

export interface DmlContext {
  /** Name of the first object of its kind that was written; null = none yet. */
  setup: string | null;
  other: string | null;
}

const contexts = new WeakMap<Transaction, DmlContext[]>();

function stackOf(transaction: Transaction): DmlContext[] {
  let stack = contexts.get(transaction);
  if (!stack) contexts.set(transaction, (stack = [{ setup: null, other: null }]));
  return stack;
}

/** The innermost context. */
export function dmlContext(transaction: Transaction): DmlContext {
  const context = stackOf(transaction).at(-1);
  if (!context) throw new Error('a transaction has at least one DML context');
  return context;
}

/** `System.runAs(user) { … }`: the block may mix with what came before it. */
export function inFreshDmlContext<T>(transaction: Transaction, work: () => T): T {
  const stack = stackOf(transaction);
  stack.push({ setup: null, other: null });
  try {
    return work();
  } finally {
    stack.pop();
  }
}

/** What the platform answers when kinds are mixed. */
export const mixedMessage = (object: string, original: string): string =>
  `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object}, original object: ${original}`;

/** "System.runAs ignores user license limits." */
export const insideRunAs = (transaction: Transaction): boolean => stackOf(transaction).length > 1;
