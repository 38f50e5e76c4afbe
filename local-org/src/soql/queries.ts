/** The queries of an Apex transaction: limits, rights and faults around a plan and its rows. Behind Data.query and Data.queryText. */
import type { AccessControl } from '../access/access.ts';
import { PRICE, ticker } from '../runtime/cpu.ts';
import { LimitError, NotSupported, SimulatedCrash } from '../runtime/exceptions.ts';
import { effectiveAccess } from '../runtime/frame.ts';
import type { Access, QueryResult } from '../runtime/ports.ts';
import { current, type Transaction } from '../runtime/transaction.ts';
import { ApexList } from '../runtime/values/collections.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Schema } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import { parseSoql, SoqlNotSupported, SoqlSyntaxError } from '../syntax/parse.ts';
import type { SoqlQuery } from '../syntax/tree.ts';
import { runAggregate, runCount } from './aggregateQuery.ts';
import { answerFormulas } from './calculated.ts';
import { refused } from './messages.ts';
import { planOf, type Plan } from './plan.ts';
import { runForIds, runIds, runRecords, type RecordPlan } from './recordQuery.ts';
import { searchIn } from './search.ts';
import type { Run } from './sql.ts';
import { createViews } from './views.ts';
import { checkRights, checkSecurityEnforced } from './userMode.ts';
import { isUserRecordAccess, userRecordAccess } from './userRecordAccess.ts';
import { userTimeZone } from './userTimeZone.ts';

export interface QueryWorld {
  schema(): Schema;
  readonly store: Store;
  readonly access: AccessControl;
}

/** What a QueryLocator holds. */
export type QuerySource =
  | { readonly kind: 'inline'; readonly query: SoqlQuery; readonly binds: readonly Value[] }
  | { readonly kind: 'text'; readonly text: string; readonly binds: ReadonlyMap<string, Value> };

export interface Queries {
  query(query: SoqlQuery, binds: readonly Value[], access: Access): QueryResult;
  /** Binds by lower-case name. */
  queryText(text: string, binds: ReadonlyMap<string, Value>, access: Access): QueryResult;
  /** The names bound in that text, as they are written. */
  boundNames(text: string): readonly string[];
  /** SOSL. */
  search(text: string, binds: ReadonlyMap<string, Value>, access: Access): ApexList;
  /** All ids a locator finds, in its order: one query toward the limits, and no query rows. */
  queryIds(source: QuerySource, access: Access): readonly string[];
  /** A page of a locator: the records of those ids, in their order, without those deleted meanwhile. Counts toward no limit. */
  rowsForIds(source: QuerySource, access: Access, ids: readonly string[]): ApexList;
}

/** Estimated heap of a row: the record, and each of its columns. */
const ROW_BYTES = 80;
const COLUMN_BYTES = 24;
const MOST_TEXTS = 1_000;

export function createQueries(world: QueryWorld): Queries {
  answerFormulas(world.store, () => world.schema());
  const noteViews = createViews();
  const texts = new Map<string, ReturnType<typeof parseSoql>>();

  function parsed(text: string): ReturnType<typeof parseSoql> {
    let known = texts.get(text);
    if (!known) {
      if (texts.size >= MOST_TEXTS) texts.clear();
      texts.set(text, (known = parse(text)));
    }
    return known;
  }

  function resolve(source: QuerySource): { readonly query: SoqlQuery; readonly binds: readonly Value[] } {
    if (source.kind === 'inline') return source;
    const { query, binds } = parsed(source.text);
    return { query, binds: binds.map((name) => namedBind(name, source.binds)) };
  }

  function open(
    query: SoqlQuery,
    binds: readonly Value[],
    stated: Access,
    counted = true,
  ): { readonly plan: Plan; readonly run: Run; readonly transaction: Transaction } {
    const transaction = current();
    const plan = planOf(query, world.schema());
    const { object } = plan.body;
    /* Queries on custom metadata are not limited in number. */
    if (counted && object.kind !== 'customMetadata') transaction.limits.use('queries', 1);
    fault(transaction, object.name, query);
    noteViews(transaction, query, plan.uses);
    const access = accessOf(query, stated);
    if (access === 'user') checkRights(plan.uses, world.access.rightsOf(transaction.user));
    else if (query.with === 'SECURITY_ENFORCED') checkSecurityEnforced(plan.uses, world.access.rightsOf(transaction.user));
    let zone: string | null = null;
    const run: Run = {
      binds,
      user: transaction.user,
      access,
      control: world.access,
      now: transaction.now(),
      test: transaction.test !== null,
      zone: () => (zone ??= userTimeZone(world.store, world.schema(), transaction.user)),
    };
    return { plan, run, transaction };
  }

  function query(tree: SoqlQuery, binds: readonly Value[], access: Access, counted = true): QueryResult {
    if (isUserRecordAccess(tree)) return accessOfRecords(tree, binds);
    const { plan, run, transaction } = open(tree, binds, access, counted);
    const { body } = plan;
    const { limits } = transaction;
    switch (body.kind) {
      case 'count': {
        const count = runCount(body, run, world.store);
        charge(transaction, 1, 1);
        return { rows: new ApexList(body.object.name), count };
      }
      case 'aggregate': {
        const { records, rows } = runAggregate(body, run, world.store);
        charge(transaction, rows, body.columns.length);
        return { rows: new ApexList('AggregateResult', [...records]), count: null };
      }
      case 'records': {
        const most = limits.max('queryRows') - limits.used('queryRows') + 1;
        const { records, rows, subqueries } = runRecords(body, run, world.store, Math.max(most, 1));
        if (subqueries > 0) limits.use('aggregateQueries', subqueries);
        charge(transaction, rows, body.shape.fields.length);
        return listOf(body, records);
      }
      default:
        return body satisfies never;
    }
  }

  function accessOfRecords(tree: SoqlQuery, binds: readonly Value[]): QueryResult {
    const transaction = current();
    transaction.limits.use('queries', 1);
    const rows = userRecordAccess(tree, binds, world.schema(), world.access);
    charge(transaction, rows.items.length, tree.select.length);
    return { rows, count: null };
  }

  function located(source: QuerySource, access: Access): { readonly body: RecordPlan; readonly run: Run } {
    const { query: tree, binds } = resolve(source);
    const { plan, run } = open(tree, binds, access);
    if (plan.body.kind !== 'records') throw refused('Aggregate queries cannot be used with a query locator');
    return { body: plan.body, run };
  }

  return {
    query,
    search: (text, binds, access) =>
      searchIn(text, binds, current(), (soql, all) => {
        const resolved = resolve({ kind: 'text', text: soql, binds: all });
        return query(resolved.query, resolved.binds, access, false).rows;
      }),
    queryText: (text, binds, access) => {
      const resolved = resolve({ kind: 'text', text, binds });
      return query(resolved.query, resolved.binds, access);
    },
    boundNames: (text) => parsed(text).binds,
    queryIds: (source, access) => {
      const { body, run } = located(source, access);
      return runIds(body, run, world.store);
    },
    rowsForIds: (source, access, ids) => {
      const { query: tree, binds } = resolve(source);
      const { body } = planOf(tree, world.schema());
      if (body.kind !== 'records') throw new Error('no page of an aggregate query');
      const transaction = current();
      const run: Run = {
        binds,
        user: transaction.user,
        access: accessOf(tree, access),
        control: world.access,
        now: transaction.now(),
        test: transaction.test !== null,
        zone: () => userTimeZone(world.store, world.schema(), transaction.user),
      };
      return listOf(body, runForIds(body, run, world.store, ids).records).rows;
    },
  };
}

const listOf = (plan: RecordPlan, records: readonly SObject[]): QueryResult => ({
  rows: new ApexList(plan.object.name, [...records]),
  count: null,
});

function charge({ limits }: Transaction, rows: number, columns: number): void {
  ticker.n += PRICE.row * rows;
  limits.use('heapSize', rows * (ROW_BYTES + COLUMN_BYTES * columns));
  limits.use('queryRows', rows);
}

/** A mode written in the query is stronger than the one of the call. */
function accessOf(query: SoqlQuery, stated: Access): Access {
  if (query.with === 'USER_MODE') return 'user';
  if (query.with === 'SYSTEM_MODE' && stated === 'user') return effectiveAccess('system');
  return stated;
}

function parse(text: string): ReturnType<typeof parseSoql> {
  try {
    return parseSoql(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw refused(error.message);
    if (error instanceof SoqlNotSupported) throw new NotSupported(error.message);
    throw error;
  }
}

function namedBind(name: string, binds: ReadonlyMap<string, Value>): Value {
  const value = binds.get(name.toLowerCase());
  if (value !== undefined) return value;
  throw refused(`Key '${name}' does not exist in the bindMap`);
}

function fault(transaction: Transaction, object: string, query: SoqlQuery): void {
  const kind = transaction.settings.faults.at('query', object);
  switch (kind) {
    case 'none':
      return;
    case 'limit':
      throw new LimitError(`Too many SOQL queries: ${transaction.limits.max('queries') + 1}`);
    case 'crash':
      throw new SimulatedCrash(`crash at a query on ${object}`);
    case 'lock':
      /* Only a query that locks can meet a lock. */
      if (query.forClause !== 'UPDATE') return;
      throw refused(
        'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.',
      );
    case 'drop':
    case 'duplicate':
      throw new Error(`no fault '${kind}' at a query`);
    default:
      kind satisfies never;
  }
}
