/**
 * The page a transaction serves, and the messages on it: `Test.setCurrentPage` says which. A test begins with a page without address: the
 * tests that Salesforce puts beside its own controllers read parameters of it. Elsewhere there is none.
 */
import { current, type Transaction } from '../../runtime/transaction.ts';
import { ApexPageReference } from '../System/core/pages/PageReference.ts';
import type { LibraryObject, Value } from '../../runtime/values/kinds.ts';

export interface PageState {
  page: Value;
  messages: LibraryObject[];
}

const states = new WeakMap<Transaction, PageState>();

export function pageState(): PageState {
  const transaction = current();
  let state = states.get(transaction);
  if (!state) states.set(transaction, (state = { page: transaction.test === null ? null : new ApexPageReference(''), messages: [] }));
  return state;
}
