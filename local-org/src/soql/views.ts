/**
 * FOR VIEW and FOR REFERENCE tell Salesforce that the running user has seen the rows. Who saw what is not kept: the dates that say so are
 * refused from then on (as RecentlyViewed always is), for the rows of the objects concerned.
 */
import { NotSupported } from '../runtime/exceptions.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { SoqlQuery } from '../syntax/tree.ts';
import type { Use } from './scope.ts';

const dates: ReadonlySet<string> = new Set(['LastViewedDate', 'LastReferencedDate']);

/** Says at each query what it may no longer ask. A test forgets with its other work. */
export function createViews(): (transaction: Transaction, query: SoqlQuery, uses: readonly Use[]) => void {
  const outsideTests = new Set<string>();
  const inTests = new WeakMap<object, Set<string>>();
  return ({ test }, { forClause, from }, uses) => {
    let viewed = test ? inTests.get(test) : outsideTests;
    if (viewed)
      for (const { object, field } of uses)
        if (field && dates.has(field.name) && viewed.has(object.name.toLowerCase()))
          throw new NotSupported(`${object.name}.${field.name} after a query FOR VIEW or FOR REFERENCE`);
    if (forClause !== 'VIEW' && forClause !== 'REFERENCE') return;
    if (test && !viewed) inTests.set(test, (viewed = new Set()));
    viewed?.add(from.object.toLowerCase());
  };
}
