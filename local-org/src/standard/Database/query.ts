/** Database.query, countQuery, getQueryLocator and their forms with binds. */
import { apexError, NotSupported } from '../../runtime/exceptions.ts';
import { effectiveAccess } from '../../runtime/frame.ts';
import type { Access, QueryResult } from '../../runtime/ports.ts';
import { bindsInScope } from '../../runtime/queryNames.ts';
import { current } from '../../runtime/transaction.ts';
import type { ApexList } from '../../runtime/values/collections.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { membersOf, type MemberEntry } from '../declare.ts';
import { accessOf } from './accessLevel.ts';
import { bindsOf, textLocator } from './queryLocator.ts';

/** null = the variables of the calling code. */
type Binds = ReadonlyMap<string, Value> | null;

function run(text: string | null, binds: Binds, access: Access): QueryResult {
  if (text === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  return current().data.queryText(text, binds ?? bindsInScope(text), access);
}

const rows = (text: string | null, binds: Binds = null, access = effectiveAccess(null)): ApexList => run(text, binds, access).rows;

function count(text: string | null, binds: Binds = null, access = effectiveAccess(null)): number {
  const result = run(text, binds, access);
  if (result.count === null) throw new NotSupported('Database.countQuery of a query that is not SELECT COUNT()');
  return result.count;
}

const { m } = membersOf<never>();

export const queryMembers: readonly MemberEntry[] = [
  m('static List<SObject> query(String query)', (text) => rows(text)),
  m('static List<SObject> query(String query, AccessLevel level)', (text, level) => rows(text, null, accessOf(level))),
  m('static List<SObject> queryWithBinds(String query, Map<String,Object> binds, AccessLevel level)', (text, binds, level) =>
    rows(text, bindsOf(binds), accessOf(level)),
  ),
  m('static Integer countQuery(String query)', (text) => count(text)),
  m('static Integer countQuery(String query, AccessLevel level)', (text, level) => count(text, null, accessOf(level))),
  m('static Integer countQueryWithBinds(String query, Map<String,Object> binds, AccessLevel level)', (text, binds, level) =>
    count(text, bindsOf(binds), accessOf(level)),
  ),
  m('static Database.QueryLocator getQueryLocator(String query)', (text) => textLocator(text, null)),
  m('static Database.QueryLocator getQueryLocator(String query, AccessLevel level)', (text, level) =>
    textLocator(text, null, accessOf(level)),
  ),
  m(
    'static Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String,Object> binds, AccessLevel level)',
    (text, binds, level) => textLocator(text, bindsOf(binds), accessOf(level)),
  ),
];
