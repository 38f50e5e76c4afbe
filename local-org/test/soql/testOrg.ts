/** An org of rows alone: schema, store, access control and queries, without Apex, triggers or rules. */
import { createAccessControl } from '../../src/access/control.ts';
import type { AccessControl } from '../../src/access/access.ts';
import { createLimits } from '../../src/runtime/limits.ts';
import type { Access, QueryResult } from '../../src/runtime/ports.ts';
import { noFaults, type Faults } from '../../src/runtime/settings.ts';
import { runIn, type Transaction } from '../../src/runtime/transaction.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/runtime/values/dates.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../src/runtime/values/numbers.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import type { ObjectType, Schema } from '../../src/schema/model.ts';
import type { ObjectDefinition } from '../../src/schema/objectType.ts';
import { createQueries, type Queries } from '../../src/soql/queries.ts';
import { insertRecord } from '../../src/store/records.ts';
import { openStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { createTables } from '../../src/store/tables.ts';
import { schemaWith } from '../helpers/schema.ts';

export interface TestOrg {
  readonly schema: Schema;
  readonly store: Store;
  readonly access: AccessControl;
  readonly queries: Queries;
  /** A user without any rights; the default. */
  readonly user: string;
  now: number;
  faults: Faults;
  object(name: string): ObjectType;
  insert(object: string, values: Record<string, Value>): string;
  /** In a transaction of its own, with fresh limits. */
  as<T>(user: string, work: (transaction: Transaction) => T): T;
  query(soql: string, binds?: Record<string, Value>, access?: Access, user?: string): QueryResult;
  /** Rows as plain data: parents and children nested, aggregates by key. */
  rows(soql: string, binds?: Record<string, Value>, access?: Access, user?: string): unknown[];
}

export const day = (text: string): ApexDate => new ApexDate(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
export const at = (text: string): ApexDatetime => new ApexDatetime(Date.parse(text));
export const num = (text: string): ApexDecimal => ApexDecimal.of(text);

export function testOrg(...definitions: readonly ObjectDefinition[]): TestOrg {
  const schema = schemaWith(...definitions);
  const store = openStore({ file: null, reverseUnordered: process.env['REVERSE_UNORDERED'] === 'on' });
  createTables(store, schema.objects);
  const object = (name: string): ObjectType => schema.object(name)!;
  const insert = (name: string, values: Record<string, Value>): string => insertRecord(store, object(name), values);
  const access = createAccessControl({ schema: () => schema, store });
  const queries = createQueries({ schema: () => schema, store, access });
  const org: TestOrg = {
    schema,
    store,
    access,
    queries,
    user: insert('User', { Username: 'nobody@example.com', LastName: 'Nobody', UserType: 'Standard' }),
    now: Date.parse('2026-03-18T10:30:00Z'),
    faults: noFaults,
    object,
    insert,
    as: (user, work) => {
      const transaction = fakeTransaction(org, user);
      return runIn(transaction, () => work(transaction));
    },
    query: (soql, binds = {}, mode = 'system', user = org.user) =>
      org.as(user, () => queries.queryText(soql, new Map(Object.entries(binds)), mode)),
    rows: (soql, binds, mode, user) => org.query(soql, binds, mode, user).rows.items.map(plain),
  };
  return org;
}

function fakeTransaction(org: TestOrg, user: string): Transaction {
  return {
    kind: 'synchronous',
    user,
    now: () => org.now,
    limits: createLimits('synchronous'),
    settings: { shape: 'standard', position: () => 'everything', clock: () => org.now, random: () => 0, faults: org.faults },
  } as unknown as Transaction;
}

function plain(value: Value | undefined): unknown {
  if (value instanceof ApexDecimal) return value.value.toPlainString();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return new Date(value.days * 86_400_000).toISOString().slice(0, 10);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof ApexTime) return value.ms;
  if (!(value instanceof SObject)) return value ?? null;
  if (value.aggregates) return Object.fromEntries([...value.aggregates].map(([key, each]) => [key, plain(each)]));
  const row: Record<string, unknown> = {};
  for (const name of value.queried ?? []) if (name !== 'Id') row[name] = plain(value.fields.get(name));
  for (const [name, parent] of value.parents ?? []) row[name] = plain(parent);
  for (const [name, children] of value.children ?? []) row[name] = children.items.map(plain);
  return row;
}
