/** System.Search: dynamic SOSL. */
import { apexError } from '../../runtime/exceptions.ts';
import { effectiveAccess } from '../../runtime/frame.ts';
import type { Access } from '../../runtime/ports.ts';
import { current } from '../../runtime/transaction.ts';
import type { ApexList } from '../../runtime/values/collections.ts';
import { membersOf, standardClass } from '../declare.ts';
import { accessOf } from './accessLevel.ts';

function search(text: string | null, access: Access = effectiveAccess(null)): ApexList {
  if (text === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  return current().data.search(text, new Map(), access);
}

const { m } = membersOf<never>();

export const searchClass = standardClass(
  'System.Search',
  [
    m('static List<List<SObject>> query(String query)', (text) => search(text)),
    m('static List<List<SObject>> query(String query, AccessLevel level)', (text, level) => search(text, accessOf(level))),
  ],
  { notSupported: ['find(String)', 'find(String, AccessLevel)', 'suggest(String, String, Object)'] },
);
