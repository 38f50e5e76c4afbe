/**
 * Apex cursors: the ids that a query finds are fixed when the cursor is made, their rows are read when they are fetched. Source: Apex
 * Developer Guide, Apex Cursors; it promises a partial last page, but the platform throws (as others have shown with tests of their own):
 * whoever fetches must not ask for rows behind the last one.
 */
import { apexError, NotSupported } from '../../runtime/exceptions.ts';
import { effectiveAccess } from '../../runtime/frame.ts';
import type { Access } from '../../runtime/ports.ts';
import { bindsInScope } from '../../runtime/queryNames.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { membersOf, standardClass, type MemberEntry } from '../declare.ts';
import { required } from '../System/core/arguments.ts';
import { accessOf } from './accessLevel.ts';
import { bindsOf } from './queryLocator.ts';

/** What a queued job writes down of a cursor. */
export interface CursorState {
  readonly text: string;
  /** By lower-case name, as they were when the cursor was made. */
  readonly binds: Map<string, Value>;
  readonly access: Access;
  readonly ids: readonly string[];
}

export class Cursor extends LibraryObject {
  readonly apexType: 'Database.Cursor' | 'Database.PaginationCursor';
  readonly state: CursorState;
  constructor(type: Cursor['apexType'], state: CursorState) {
    super();
    this.apexType = type;
    this.state = state;
  }
}

class Page extends LibraryObject {
  readonly apexType = 'Database.CursorFetchResult';
  readonly rows: ApexList;
  readonly next: number;
  readonly deleted: number;
  constructor(rows: ApexList, next: number, deleted: number) {
    super();
    this.rows = rows;
    this.next = next;
    this.deleted = deleted;
  }
}

const MOST_ROWS = { 'Database.Cursor': 50_000_000, 'Database.PaginationCursor': 100_000 };
const MOST_ROWS_OF_A_PAGE = 2_000;

function open(type: Cursor['apexType'], text: string | null, given: ReadonlyMap<string, Value> | null, access: Access): Cursor {
  if (text === null) throw apexError('NullPointerException', 'Argument 1 cannot be null');
  const binds = given ?? bindsInScope(text);
  const ids = current().data.cursors.ids({ kind: 'text', text, binds }, access);
  if (ids.length > MOST_ROWS[type]) throw new NotSupported(`${type} of more than ${MOST_ROWS[type]} rows`);
  return new Cursor(type, { text, binds: new Map(binds), access, ids });
}

/** "Counts against the SOQL query limit, and the rows fetched count against the SOQL query row limit." */
function read({ state: { text, binds, access, ids } }: Cursor, from: number, to: number): ApexList {
  const { data, limits } = current();
  limits.use('queries', 1);
  const rows = data.cursors.rows({ kind: 'text', text, binds }, access, ids.slice(from, to));
  limits.use('queryRows', rows.items.length);
  return rows;
}

function within(self: Cursor, start: number | null, count: number | null, call: string): readonly [number, number] {
  const [from, size] = [required(start), required(count)];
  if (from < 0 || size < 1 || size > MOST_ROWS_OF_A_PAGE) throw new NotSupported(`${call} of ${size} rows from ${from}`);
  if (from + size > self.state.ids.length) throw apexError('InvalidParameterValueException', `Fetch beyond bound detected: ${from + size}`);
  return [from, size];
}

function fetch(self: Cursor, position: number | null, count: number | null): ApexList {
  const [from, size] = within(self, position, count, 'Database.Cursor.fetch');
  current().limits.use('fetchCallsOnApexCursor', 1);
  return read(self, from, from + size);
}

/** "By default, the method skips rows deleted after the creation of the pagination cursor": a page is full as long as there are rows. */
function fetchPage(self: Cursor, start: number | null, size: number | null): Page {
  const [from, wanted] = within(self, start, size, 'Database.PaginationCursor.fetchPage');
  const { ids } = self.state;
  const all = read(self, from, from + wanted);
  const rows = new ApexList(all.of, [...all.items]);
  let next = from + wanted;
  while (rows.items.length < wanted && next < ids.length) {
    const to = Math.min(ids.length, next + wanted - rows.items.length);
    rows.items.push(...moreRows(self, next, to));
    next = to;
  }
  return new Page(rows, next, next - from - rows.items.length);
}

/** The same call still, and therefore the same query. */
function moreRows({ state: { text, binds, access, ids } }: Cursor, from: number, to: number): readonly Value[] {
  const { data, limits } = current();
  const { items } = data.cursors.rows({ kind: 'text', text, binds }, access, ids.slice(from, to));
  limits.use('queryRows', items.length);
  return items;
}

function fetchDeleted(self: Cursor, start: number | null, size: number | null): number {
  const [from, wanted] = within(self, start, size, 'Database.PaginationCursor.fetchDeleted');
  return wanted - read(self, from, from + wanted).items.length;
}

const { m } = membersOf<never>();
const binding = 'String query, Map<String,Object> binds, AccessLevel level';

export const cursorMembers: readonly MemberEntry[] = [
  m('static Database.Cursor getCursor(String query)', (text) => open('Database.Cursor', text, null, effectiveAccess(null))),
  m('static Database.Cursor getCursor(String query, AccessLevel level)', (text, level) =>
    open('Database.Cursor', text, null, accessOf(level)),
  ),
  m(`static Database.Cursor getCursorWithBinds(${binding})`, (text, binds, level) =>
    open('Database.Cursor', text, bindsOf(binds), accessOf(level)),
  ),
  m('static Database.PaginationCursor getPaginationCursor(String query)', (text) =>
    open('Database.PaginationCursor', text, null, effectiveAccess(null)),
  ),
  m('static Database.PaginationCursor getPaginationCursor(String query, AccessLevel level)', (text, level) =>
    open('Database.PaginationCursor', text, null, accessOf(level)),
  ),
  m(`static Database.PaginationCursor getPaginationCursorWithBinds(${binding})`, (text, binds, level) =>
    open('Database.PaginationCursor', text, bindsOf(binds), accessOf(level)),
  ),
];

const cursor = membersOf<Cursor>();
const page = membersOf<Page>();

export const cursorDeclarations = [
  standardClass('Database.Cursor', [
    cursor.m('List<SObject> fetch(Integer position, Integer count)', fetch),
    cursor.m('Integer getNumRecords()', (self) => self.state.ids.length),
  ]),
  standardClass('Database.PaginationCursor', [
    cursor.m('Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)', fetchPage),
    cursor.m('Integer fetchDeleted(Integer start, Integer pageSize)', fetchDeleted),
    cursor.m('Integer getNumRecords()', (self) => self.state.ids.length),
  ]),
  /** When a page that is full, but not the last, is done is documented both ways. */
  standardClass(
    'Database.CursorFetchResult',
    [
      page.m('List<SObject> getRecords()', (self) => self.rows),
      page.m('Integer getNextIndex()', (self) => self.next),
      page.m('Integer getNumDeletedRecords()', (self) => self.deleted),
    ],
    { notSupported: ['isDone()'] },
  ),
];
