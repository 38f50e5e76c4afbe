/** The page a transaction serves, and the messages on it: `Test.setCurrentPage` says which; there is none otherwise. */
import { current, type Transaction } from '../../runtime/transaction.ts';
import type { LibraryObject, Value } from '../../runtime/values/kinds.ts';

export interface PageState {
  page: Value;
  messages: LibraryObject[];
}

const states = new WeakMap<Transaction, PageState>();

export function pageState(): PageState {
  const transaction = current();
  let state = states.get(transaction);
  if (!state) states.set(transaction, (state = { page: null, messages: [] }));
  return state;
}
