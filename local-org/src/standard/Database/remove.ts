/** Database.delete and undelete. Records and ids are both taken. */
import { membersOf, type MemberEntry } from '../declare.ts';
import { many, one } from './statement.ts';

const { m } = membersOf<never>();

export const removeMembers: readonly MemberEntry[] = [
  m('static Database.DeleteResult delete(SObject record)', (row) => one('delete', row)),
  m('static Database.DeleteResult delete(SObject record, Boolean allOrNone)', (row, mode) => one('delete', row, { mode })),
  m('static Database.DeleteResult delete(SObject record, AccessLevel level)', (row, level) => one('delete', row, { level })),
  m('static Database.DeleteResult delete(SObject record, Boolean allOrNone, AccessLevel level)', (row, mode, level) =>
    one('delete', row, { mode, level }),
  ),
  m('static Database.DeleteResult delete(Id recordId)', (id) => one('delete', id)),
  m('static Database.DeleteResult delete(Id recordId, Boolean allOrNone)', (id, mode) => one('delete', id, { mode })),
  m('static Database.DeleteResult delete(Id recordId, AccessLevel level)', (id, level) => one('delete', id, { level })),
  m('static Database.DeleteResult delete(Id recordId, Boolean allOrNone, AccessLevel level)', (id, mode, level) =>
    one('delete', id, { mode, level }),
  ),
  m('static List<Database.DeleteResult> delete(List<SObject> records)', (rows) => many('delete', rows)),
  m('static List<Database.DeleteResult> delete(List<SObject> records, Boolean allOrNone)', (rows, mode) => many('delete', rows, { mode })),
  m('static List<Database.DeleteResult> delete(List<SObject> records, AccessLevel level)', (rows, level) =>
    many('delete', rows, { level }),
  ),
  m('static List<Database.DeleteResult> delete(List<SObject> records, Boolean allOrNone, AccessLevel level)', (rows, mode, level) =>
    many('delete', rows, { mode, level }),
  ),
  m('static List<Database.DeleteResult> delete(List<Id> recordIds)', (ids) => many('delete', ids)),
  m('static List<Database.DeleteResult> delete(List<Id> recordIds, Boolean allOrNone)', (ids, mode) => many('delete', ids, { mode })),
  m('static List<Database.DeleteResult> delete(List<Id> recordIds, AccessLevel level)', (ids, level) => many('delete', ids, { level })),
  m('static List<Database.DeleteResult> delete(List<Id> recordIds, Boolean allOrNone, AccessLevel level)', (ids, mode, level) =>
    many('delete', ids, { mode, level }),
  ),

  m('static Database.UndeleteResult undelete(SObject record)', (row) => one('undelete', row)),
  m('static Database.UndeleteResult undelete(SObject record, Boolean allOrNone)', (row, mode) => one('undelete', row, { mode })),
  m('static Database.UndeleteResult undelete(SObject record, AccessLevel level)', (row, level) => one('undelete', row, { level })),
  m('static Database.UndeleteResult undelete(SObject record, Boolean allOrNone, AccessLevel level)', (row, mode, level) =>
    one('undelete', row, { mode, level }),
  ),
  m('static Database.UndeleteResult undelete(Id recordId)', (id) => one('undelete', id)),
  m('static Database.UndeleteResult undelete(Id recordId, Boolean allOrNone)', (id, mode) => one('undelete', id, { mode })),
  m('static Database.UndeleteResult undelete(Id recordId, AccessLevel level)', (id, level) => one('undelete', id, { level })),
  m('static Database.UndeleteResult undelete(Id recordId, Boolean allOrNone, AccessLevel level)', (id, mode, level) =>
    one('undelete', id, { mode, level }),
  ),
  m('static List<Database.UndeleteResult> undelete(List<SObject> records)', (rows) => many('undelete', rows)),
  m('static List<Database.UndeleteResult> undelete(List<SObject> records, Boolean allOrNone)', (rows, mode) =>
    many('undelete', rows, { mode }),
  ),
  m('static List<Database.UndeleteResult> undelete(List<SObject> records, AccessLevel level)', (rows, level) =>
    many('undelete', rows, { level }),
  ),
  m('static List<Database.UndeleteResult> undelete(List<SObject> records, Boolean allOrNone, AccessLevel level)', (rows, mode, level) =>
    many('undelete', rows, { mode, level }),
  ),
  m('static List<Database.UndeleteResult> undelete(List<Id> recordIds)', (ids) => many('undelete', ids)),
  m('static List<Database.UndeleteResult> undelete(List<Id> recordIds, Boolean allOrNone)', (ids, mode) => many('undelete', ids, { mode })),
  m('static List<Database.UndeleteResult> undelete(List<Id> recordIds, AccessLevel level)', (ids, level) =>
    many('undelete', ids, { level }),
  ),
  m('static List<Database.UndeleteResult> undelete(List<Id> recordIds, Boolean allOrNone, AccessLevel level)', (ids, mode, level) =>
    many('undelete', ids, { mode, level }),
  ),
];
