/** Database.merge, its result, and Database.emptyRecycleBin. */
import { apexError } from '../../runtime/exceptions.ts';
import { effectiveAccess } from '../../runtime/frame.ts';
import type { RowResult } from '../../runtime/ports.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { membersOf, standardClass, type MemberEntry } from '../declare.ts';
import { accessOf } from './accessLevel.ts';
import { alsoAsProperties, DatabaseError, resultList, type DmlResult } from './results.ts';
import { rowOf } from './statement.ts';

class MergeResult extends LibraryObject {
  readonly apexType = 'Database.MergeResult';
  readonly result: RowResult;
  constructor(result: RowResult) {
    super();
    this.result = result;
  }
}

const present = <T extends Value>(value: T | null, position: number): T => {
  if (value === null) throw apexError('NullPointerException', `Argument ${position} cannot be null`);
  return value;
};

function mergeAll(master: SObject | null, others: readonly Value[] | null, allOrNone: boolean | null, level?: Value): ApexList {
  if (others === null) throw apexError('NullPointerException', 'Argument 2 cannot be null');
  const results = current().data.dml({
    operation: 'merge',
    rows: [present(master, 1)],
    others: others.map((other) => (other instanceof SObject ? other : String(present(other, 2)))),
    allOrNone: allOrNone !== false,
    access: level === undefined ? effectiveAccess(null) : accessOf(level),
    options: null,
    externalId: null,
  });
  return new ApexList(
    'Database.MergeResult',
    results.map((result) => new MergeResult(result)),
  );
}

const merge = (master: SObject | null, other: Value, allOrNone: boolean | null, level?: Value): MergeResult =>
  mergeAll(master, [other], allOrNone, level).items[0] as MergeResult;

function emptyRecycleBin(rows: readonly Value[]): ApexList {
  const results = current().data.dml({
    operation: 'emptyRecycleBin',
    rows: rows.map((row) => rowOf(present(row, 1))),
    others: [],
    allOrNone: false,
    access: effectiveAccess(null),
    options: null,
    externalId: null,
  });
  return resultList('Database.EmptyRecycleBinResult', results);
}

const { m } = membersOf<never>();

export const mergeMembers: readonly MemberEntry[] = [
  m('static Database.MergeResult merge(SObject master, SObject duplicate)', (master, other) => merge(master, other, true)),
  m('static Database.MergeResult merge(SObject master, SObject duplicate, Boolean allOrNone)', (master, other, mode) =>
    merge(master, other, mode),
  ),
  m('static Database.MergeResult merge(SObject master, SObject duplicate, AccessLevel level)', (master, other, level) =>
    merge(master, other, true, level),
  ),
  m(
    'static Database.MergeResult merge(SObject master, SObject duplicate, Boolean allOrNone, AccessLevel level)',
    (master, other, mode, level) => merge(master, other, mode, level),
  ),
  m('static Database.MergeResult merge(SObject master, Id duplicate)', (master, other) => merge(master, other, true)),
  m('static Database.MergeResult merge(SObject master, Id duplicate, Boolean allOrNone)', (master, other, mode) =>
    merge(master, other, mode),
  ),
  m('static Database.MergeResult merge(SObject master, Id duplicate, AccessLevel level)', (master, other, level) =>
    merge(master, other, true, level),
  ),
  m('static Database.MergeResult merge(SObject master, Id duplicate, Boolean allOrNone, AccessLevel level)', (master, other, mode, level) =>
    merge(master, other, mode, level),
  ),
  m('static List<Database.MergeResult> merge(SObject master, List<SObject> duplicates)', (master, other) =>
    mergeAll(master, other?.items ?? null, true),
  ),
  m('static List<Database.MergeResult> merge(SObject master, List<SObject> duplicates, Boolean allOrNone)', (master, other, mode) =>
    mergeAll(master, other?.items ?? null, mode),
  ),
  m('static List<Database.MergeResult> merge(SObject master, List<SObject> duplicates, AccessLevel level)', (master, other, level) =>
    mergeAll(master, other?.items ?? null, true, level),
  ),
  m(
    'static List<Database.MergeResult> merge(SObject master, List<SObject> duplicates, Boolean allOrNone, AccessLevel level)',
    (master, other, mode, level) => mergeAll(master, other?.items ?? null, mode, level),
  ),
  m('static List<Database.MergeResult> merge(SObject master, List<Id> duplicates)', (master, other) =>
    mergeAll(master, other?.items ?? null, true),
  ),
  m('static List<Database.MergeResult> merge(SObject master, List<Id> duplicates, Boolean allOrNone)', (master, other, mode) =>
    mergeAll(master, other?.items ?? null, mode),
  ),
  m('static List<Database.MergeResult> merge(SObject master, List<Id> duplicates, AccessLevel level)', (master, other, level) =>
    mergeAll(master, other?.items ?? null, true, level),
  ),
  m(
    'static List<Database.MergeResult> merge(SObject master, List<Id> duplicates, Boolean allOrNone, AccessLevel level)',
    (master, other, mode, level) => mergeAll(master, other?.items ?? null, mode, level),
  ),
  m('static Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)', (row) => emptyRecycleBin([row]).items[0] as DmlResult),
  m('static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> records)', (rows) =>
    emptyRecycleBin(present(rows, 1).items),
  ),
  m('static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> ids)', (ids) => emptyRecycleBin(present(ids, 1).items)),
];

const result = membersOf<MergeResult>();
const idList = (ids: readonly string[] = []): ApexList => new ApexList('Id', [...ids]);

export const mergeResult = standardClass(
  'Database.MergeResult',
  alsoAsProperties([
    result.m('Id getId()', (self) => self.result.id),
    result.m('Boolean isSuccess()', (self) => self.result.success),
    result.m(
      'List<Database.Error> getErrors()',
      (self) =>
        new ApexList(
          'Database.Error',
          self.result.errors.map((error) => new DatabaseError(error)),
        ),
    ),
    result.m('List<String> getMergedRecordIds()', (self) => idList(self.result.merged?.ids)),
    result.m('List<String> getUpdatedRelatedIds()', (self) => idList(self.result.merged?.updatedRelatedIds)),
  ]),
);
