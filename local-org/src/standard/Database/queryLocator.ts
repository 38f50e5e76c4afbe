/** Database.QueryLocator: a query to be run page by page. async/ reads `source`, `binds` and `access` and pages itself. */
import { apexError } from '../../runtime/exceptions.ts';
import { effectiveAccess } from '../../runtime/frame.ts';
import type { Access } from '../../runtime/ports.ts';
import { bindsInScope } from '../../runtime/queryNames.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexMap, type ApexList } from '../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { SoqlQuery } from '../../syntax/tree.ts';
import { membersOf, standardClass } from '../declare.ts';

/** An inline query with binds by position, or a text with binds by lower-case name. */
export type LocatorQuery =
  | { readonly kind: 'inline'; readonly query: SoqlQuery; readonly binds: readonly Value[] }
  | { readonly kind: 'text'; readonly text: string; readonly binds: ReadonlyMap<string, Value> };

export class QueryLocator extends LibraryObject {
  readonly apexType = 'Database.QueryLocator';
  readonly source: LocatorQuery;
  readonly access: Access;
  constructor(source: LocatorQuery, access: Access) {
    super();
    this.source = source;
    this.access = access;
  }
}

/** All rows at once: for `iterator()` and for list controllers. */
export function rowsOf(locator: QueryLocator): ApexList {
  const { data, limits } = current();
  const { source, access } = locator;
  const { rows } =
    source.kind === 'inline' ? data.query(source.query, source.binds, access) : data.queryText(source.text, source.binds, access);
  limits.use('queryLocatorRows', rows.items.length);
  return rows;
}

class QueryLocatorIterator extends LibraryObject {
  readonly apexType = 'Database.QueryLocatorIterator';
  readonly rows: readonly Value[];
  position = 0;
  constructor(rows: readonly Value[]) {
    super();
    this.rows = rows;
  }
}

/** Intrinsic: `Database.getQueryLocator([SELECT …])`. */
export const queryLocator = (query: SoqlQuery, binds: readonly Value[], access: Access): QueryLocator =>
  new QueryLocator({ kind: 'inline', query, binds }, access);

/** `Map<String, Object>` of queryWithBinds, by lower-case name. */
export function bindsOf(map: ApexMap | null): ReadonlyMap<string, Value> {
  if (map === null) throw apexError('NullPointerException', 'Argument 2 cannot be null');
  return new Map([...map.entries()].map(([name, value]) => [String(name).toLowerCase(), value]));
}

/** `binds` null: the variables of the calling code, as they are now. */
export const textLocator = (
  text: string | null,
  binds: ReadonlyMap<string, Value> | null,
  access: Access = effectiveAccess(null),
): QueryLocator => {
  if (text === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  return new QueryLocator({ kind: 'text', text, binds: binds ?? bindsInScope(text) }, access);
};

const locator = membersOf<QueryLocator>();
const iterator = membersOf<QueryLocatorIterator>();

export const queryLocatorDeclarations = [
  standardClass(
    'Database.QueryLocator',
    [locator.m('Database.QueryLocatorIterator iterator()', (self) => new QueryLocatorIterator(rowsOf(self).items))],
    {
      notSupported: ['getQuery()', 'querymore(Integer)'],
    },
  ),
  standardClass(
    'Database.QueryLocatorIterator',
    [
      iterator.m('Boolean hasNext()', (self) => self.position < self.rows.length),
      iterator.m('SObject next()', (self) => {
        const row = self.rows[self.position];
        if (!(row instanceof SObject)) throw apexError('NoSuchElementException', 'Iterator has no more elements.');
        self.position += 1;
        return row;
      }),
    ],
    { implements: ['Iterator<SObject>'] },
  ),
];
