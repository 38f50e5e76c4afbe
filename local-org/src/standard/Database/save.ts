/** Database.insert, update and upsert. */
import { membersOf, type MemberEntry } from '../declare.ts';
import { many, one } from './statement.ts';

const { m } = membersOf<never>();

export const saveMembers: readonly MemberEntry[] = [
  m('static Database.SaveResult insert(SObject record)', (row) => one('insert', row)),
  m('static Database.SaveResult insert(SObject record, Boolean allOrNone)', (row, mode) => one('insert', row, { mode })),
  m('static Database.SaveResult insert(SObject record, Database.DMLOptions options)', (row, mode) => one('insert', row, { mode })),
  m('static Database.SaveResult insert(SObject record, AccessLevel level)', (row, level) => one('insert', row, { level })),
  m('static Database.SaveResult insert(SObject record, Boolean allOrNone, AccessLevel level)', (row, mode, level) =>
    one('insert', row, { mode, level }),
  ),
  m('static Database.SaveResult insert(SObject record, Database.DMLOptions options, AccessLevel level)', (row, mode, level) =>
    one('insert', row, { mode, level }),
  ),
  m('static List<Database.SaveResult> insert(List<SObject> records)', (rows) => many('insert', rows)),
  m('static List<Database.SaveResult> insert(List<SObject> records, Boolean allOrNone)', (rows, mode) => many('insert', rows, { mode })),
  m('static List<Database.SaveResult> insert(List<SObject> records, Database.DMLOptions options)', (rows, mode) =>
    many('insert', rows, { mode }),
  ),
  m('static List<Database.SaveResult> insert(List<SObject> records, AccessLevel level)', (rows, level) => many('insert', rows, { level })),
  m('static List<Database.SaveResult> insert(List<SObject> records, Boolean allOrNone, AccessLevel level)', (rows, mode, level) =>
    many('insert', rows, { mode, level }),
  ),
  m('static List<Database.SaveResult> insert(List<SObject> records, Database.DMLOptions options, AccessLevel level)', (rows, mode, level) =>
    many('insert', rows, { mode, level }),
  ),

  m('static Database.SaveResult update(SObject record)', (row) => one('update', row)),
  m('static Database.SaveResult update(SObject record, Boolean allOrNone)', (row, mode) => one('update', row, { mode })),
  m('static Database.SaveResult update(SObject record, Database.DMLOptions options)', (row, mode) => one('update', row, { mode })),
  m('static Database.SaveResult update(SObject record, AccessLevel level)', (row, level) => one('update', row, { level })),
  m('static Database.SaveResult update(SObject record, Boolean allOrNone, AccessLevel level)', (row, mode, level) =>
    one('update', row, { mode, level }),
  ),
  m('static Database.SaveResult update(SObject record, Database.DMLOptions options, AccessLevel level)', (row, mode, level) =>
    one('update', row, { mode, level }),
  ),
  m('static List<Database.SaveResult> update(List<SObject> records)', (rows) => many('update', rows)),
  m('static List<Database.SaveResult> update(List<SObject> records, Boolean allOrNone)', (rows, mode) => many('update', rows, { mode })),
  m('static List<Database.SaveResult> update(List<SObject> records, Database.DMLOptions options)', (rows, mode) =>
    many('update', rows, { mode }),
  ),
  m('static List<Database.SaveResult> update(List<SObject> records, AccessLevel level)', (rows, level) => many('update', rows, { level })),
  m('static List<Database.SaveResult> update(List<SObject> records, Boolean allOrNone, AccessLevel level)', (rows, mode, level) =>
    many('update', rows, { mode, level }),
  ),
  m('static List<Database.SaveResult> update(List<SObject> records, Database.DMLOptions options, AccessLevel level)', (rows, mode, level) =>
    many('update', rows, { mode, level }),
  ),

  m('static Database.UpsertResult upsert(SObject record)', (row) => one('upsert', row)),
  m('static Database.UpsertResult upsert(SObject record, Boolean allOrNone)', (row, mode) => one('upsert', row, { mode })),
  m('static Database.UpsertResult upsert(SObject record, AccessLevel level)', (row, level) => one('upsert', row, { level })),
  m('static Database.UpsertResult upsert(SObject record, Boolean allOrNone, AccessLevel level)', (row, mode, level) =>
    one('upsert', row, { mode, level }),
  ),
  m('static Database.UpsertResult upsert(SObject record, Schema.SObjectField externalId)', (row, externalId) =>
    one('upsert', row, { externalId }),
  ),
  m('static Database.UpsertResult upsert(SObject record, Schema.SObjectField externalId, Boolean allOrNone)', (row, externalId, mode) =>
    one('upsert', row, { externalId, mode }),
  ),
  m('static Database.UpsertResult upsert(SObject record, Schema.SObjectField externalId, AccessLevel level)', (row, externalId, level) =>
    one('upsert', row, { externalId, level }),
  ),
  m(
    'static Database.UpsertResult upsert(SObject record, Schema.SObjectField externalId, Boolean allOrNone, AccessLevel level)',
    (row, externalId, mode, level) => one('upsert', row, { externalId, mode, level }),
  ),
  m('static List<Database.UpsertResult> upsert(List<SObject> records)', (rows) => many('upsert', rows)),
  m('static List<Database.UpsertResult> upsert(List<SObject> records, Boolean allOrNone)', (rows, mode) => many('upsert', rows, { mode })),
  m('static List<Database.UpsertResult> upsert(List<SObject> records, AccessLevel level)', (rows, level) =>
    many('upsert', rows, { level }),
  ),
  m('static List<Database.UpsertResult> upsert(List<SObject> records, Boolean allOrNone, AccessLevel level)', (rows, mode, level) =>
    many('upsert', rows, { mode, level }),
  ),
  m('static List<Database.UpsertResult> upsert(List<SObject> records, Schema.SObjectField externalId)', (rows, externalId) =>
    many('upsert', rows, { externalId }),
  ),
  m(
    'static List<Database.UpsertResult> upsert(List<SObject> records, Schema.SObjectField externalId, Boolean allOrNone)',
    (rows, externalId, mode) => many('upsert', rows, { externalId, mode }),
  ),
  m(
    'static List<Database.UpsertResult> upsert(List<SObject> records, Schema.SObjectField externalId, AccessLevel level)',
    (rows, externalId, level) => many('upsert', rows, { externalId, level }),
  ),
  m(
    'static List<Database.UpsertResult> upsert(List<SObject> records, Schema.SObjectField externalId, Boolean allOrNone, AccessLevel level)',
    (rows, externalId, mode, level) => many('upsert', rows, { externalId, mode, level }),
  ),
];
