/** SOQL for those who stand outside: with the rights of a user or in system mode, flat for scripts, nested for the REST API. */
import { apexError } from '../runtime/exceptions.ts';
import { normaliseId } from '../runtime/ids.ts';
import type { QueryResult } from '../runtime/ports.ts';
import { ApexList } from '../runtime/values/collections.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { parseSoql } from '../syntax/parse.ts';
import type { SoqlQuery } from '../syntax/tree.ts';
import type { Binds, QueryOptions, RecordJson, Records } from './org.ts';
import { plain, plainRow, type PlainRow } from './plainRows.ts';
import { administrator } from './setup/users.ts';
import type { OrgTransaction } from './transaction.ts';
import { unlimited } from './unlimited.ts';

/** Runs in a transaction of that user. */
export type As = <T>(user: string, work: (transaction: OrgTransaction) => T) => T;

export interface Reading {
  query(soql: string, options?: QueryOptions): readonly PlainRow[];
  records(user: string, soql: string): Records;
  record(user: string, object: string, id: string, fields: readonly string[] | null): RecordJson | null;
}

export function createReading(as: As): Reading {
  /** The caller is no Apex: it may read all rows there are. */
  function run<T>({ user, binds = {} }: QueryOptions, soql: string, use: (result: QueryResult) => T): T {
    return as(user ?? administrator, (transaction) => {
      transaction.replaceLimits(unlimited());
      return use(transaction.data.queryText(soql, bindValues(binds), user === undefined ? 'system' : 'user'));
    });
  }

  return {
    query: (soql, options = {}) =>
      run(options, soql, ({ rows, count }) =>
        count !== null ? [{ expr0: count }] : rows.items.map((row) => plainRow(recordIn(row, soql))),
      ),
    records: (user, soql) =>
      run({ user }, soql, ({ rows, count }) =>
        count !== null
          ? { totalSize: count, records: [] }
          : { totalSize: rows.items.length, records: recordsJson(rows.items, parseSoql(soql).query) },
      ),
    record: (user, name, given, names) =>
      as(user, (transaction) => {
        const object = transaction.data.schema.object(name);
        const id = normaliseId(given);
        if (!object || id === null || !transaction.data.rights.object(object.name).read) return null;
        for (const field of names ?? [])
          if (!object.field(field)) throw apexError('QueryException', `No such column '${field}' on sobject of type ${object.name}`);
        const readable = object.fields.filter(
          (field) => field.kind !== 'address' && field.kind !== 'base64' && transaction.data.rights.field(object.name, field.name).read,
        );
        const soql = `SELECT ${(names ?? readable.map((field) => field.name)).join(', ')} FROM ${object.name} WHERE Id = :id`;
        const { rows } = transaction.data.queryText(soql, bindValues({ id }), 'user');
        return recordsJson(rows.items, parseSoql(soql).query)[0] ?? null;
      }),
  };
}

function bindValues(binds: Binds): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, value] of Object.entries(binds))
    values.set(name.toLowerCase(), Array.isArray(value) ? new ApexList('String', [...value]) : (value as Value));
  return values;
}

function recordIn(row: Value, soql: string): SObject {
  if (!(row instanceof SObject)) throw new Error(`no record in the answer of ${soql}`);
  return row;
}

const recordsJson = (rows: readonly Value[], query: SoqlQuery): RecordJson[] => rows.map((row) => recordJson(recordIn(row, 'it'), query));

type Draft = Record<string, RecordJson[string]>;

/** As the REST API answers: what was asked for, in that order, parents inside, children as a list of their own. */
function recordJson(record: SObject, query: SoqlQuery): RecordJson {
  if (record.aggregates) {
    const row: Draft = { attributes: { type: 'AggregateResult' } };
    for (const [name, value] of record.aggregates) row[name] = restValue(value);
    return row;
  }
  const draft = draftOf(record);
  const alias = query.from.alias?.toLowerCase() ?? null;
  for (const item of query.select) {
    if (item.kind === 'item') {
      const operand = item.value.kind === 'function' ? item.value.args[0] : item.value;
      if (operand?.kind !== 'field') continue;
      const [first = '', ...rest] = operand.path;
      const names = [alias, query.from.object.toLowerCase()];
      place(draft, record, rest.length > 0 && names.includes(first.toLowerCase()) ? rest : operand.path);
    } else if (item.kind === 'fields') {
      for (const name of record.queried ?? []) draft[name] = restValue(record.fields.get(name) ?? null);
    } else if (item.kind === 'subquery') {
      const entry = [...(record.children ?? [])].find(([name]) => name.toLowerCase() === item.query.from.object.toLowerCase());
      if (!entry) continue;
      const [name, list] = entry;
      draft[name] =
        list.items.length === 0 ? null : { totalSize: list.items.length, done: true, records: recordsJson(list.items, item.query) };
    }
  }
  return draft;
}

const draftOf = (record: SObject): Draft => ({
  attributes: { type: record.schema.name, url: `/sobjects/${record.schema.name}/${record.id ?? ''}` },
});

function place(draft: Draft, record: SObject, path: readonly string[]): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    const field = record.schema.field(first);
    if (field) draft[field.name] = restValue(record.fields.get(field.name) ?? null);
    return;
  }
  const entry = [...(record.parents ?? [])].find(([name]) => name.toLowerCase() === first.toLowerCase());
  if (!entry) return;
  const [name, parent] = entry;
  if (!parent) draft[name] = null;
  else place((draft[name] ??= draftOf(parent)) as Draft, parent, rest);
}

/** `2026-05-01T10:00:00.000+0000`: the REST API has its own way to write a moment. */
function restValue(value: Value): RecordJson[string] {
  const scalar = plain(value);
  return typeof scalar === 'string' && typeof value !== 'string' ? scalar.replace(/^(\d{4,}-.*)Z$/, '$1+0000') : scalar;
}
