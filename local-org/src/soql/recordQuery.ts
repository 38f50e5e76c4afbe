/** Queries that return records: SELECT of fields, parent paths and child sub-queries. */
import { NotSupported } from '../runtime/exceptions.ts';
import { ApexList } from '../runtime/values/collections.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { queriedChild } from '../schema/queriedChild.ts';
import { hasColumn } from '../store/columns.ts';
import { jsonArray } from '../store/json.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { hasTable } from '../store/tables.ts';
import type { SoqlFrom, SoqlQuery } from '../syntax/tree.ts';
import { conditionSql, topOf } from './conditions.ts';
import { noSuchRelationship, refused } from './messages.ts';
import { limitTo, numberAt, orderBy, orderTerms, type NumberAt } from './order.ts';
import { recordOf, ShapeBuilder, type RecordShape } from './recordShape.ts';
import { outsideSelect, Scope, type Planning } from './scope.ts';
import { joined, parameter, render, sql, type Run, type Sql } from './sql.ts';
import { rowsSeen } from './visibility.ts';

export interface RecordPlan {
  readonly kind: 'records';
  readonly object: ObjectType;
  readonly shape: RecordShape;
  /** `SELECT … FROM … WHERE` */
  readonly head: Sql;
  readonly idsHead: Sql;
  readonly where: Sql;
  readonly idColumn: string;
  readonly order: Sql;
  readonly limit: NumberAt;
  readonly offset: NumberAt;
  readonly children: readonly ChildPlan[];
}

interface ChildPlan {
  readonly relationship: string;
  readonly shape: RecordShape;
  readonly object: ObjectType;
  /** With a `?` for the ids of the parents. */
  statement(parents: readonly string[]): Sql;
  readonly children: readonly ChildPlan[];
}

/** SOQL allows five levels of parent-to-child relationships. */
const MOST_LEVELS = 5;

export function planRecords(planning: Planning, query: SoqlQuery, object: ObjectType): RecordPlan {
  const scope = new Scope(planning, object, query.from);
  const { shape, columns, children } = select(scope, query, 1);
  const where = whereOf(scope, query);
  const terms = orderTerms(scope, query, refuseAggregate);
  const { from } = scope;
  return {
    kind: 'records',
    object,
    shape,
    head: [`SELECT ${columns.join(', ')} FROM ${from} WHERE `],
    idsHead: [`SELECT ${scope.alias}."Id" FROM ${from} WHERE `],
    where,
    idColumn: `${scope.alias}."Id"`,
    order: orderBy(terms),
    limit: numberAt(query.limit, 'LIMIT'),
    offset: numberAt(query.offset, 'OFFSET'),
    children,
  };
}

export function whereOf(scope: Scope, query: SoqlQuery): Sql {
  const conditions = [rowsSeen(scope, query.allRows)];
  const { where } = query;
  if (query.scope === 'mine') {
    if (!scope.object.field('OwnerId')) throw refused(`${scope.object.name} does not support the scope mine`);
    conditions.push([`${scope.alias}."OwnerId" = `, (out) => parameter(out.run.user)(out)]);
  }
  if (where) conditions.push(outsideSelect(scope.planning, () => conditionSql(scope, where, topOf('WHERE'))));
  return joined(conditions, ' AND ');
}

function refuseAggregate(operand: { readonly aggregate: boolean; readonly identity: string }): void {
  if (operand.aggregate) throw refused(`Ordered field must be grouped or aggregated: ${operand.identity}`);
}

interface Selected {
  readonly shape: RecordShape;
  readonly columns: readonly string[];
  readonly children: readonly ChildPlan[];
}

function select(scope: Scope, query: SoqlQuery, level: number): Selected {
  const builder = new ShapeBuilder(scope);
  const children: ChildPlan[] = [];
  for (const item of query.select) {
    switch (item.kind) {
      case 'item':
        builder.add(item);
        break;
      case 'fields':
        builder.addNamed(fieldsOf(scope.object, item.scope, query));
        break;
      case 'subquery': {
        const child = planChild(scope.planning, scope.object, item.query, level + 1);
        if (children.some((other) => other.relationship === child.relationship))
          throw refused(`duplicate relationship selected: ${child.relationship}`);
        children.push(child);
        break;
      }
      case 'typeof':
        builder.addTypeof(item);
        break;
      default:
        item satisfies never;
    }
  }
  return { shape: builder.root, columns: builder.columns, children };
}

/** FIELDS(ALL) and FIELDS(CUSTOM) are unbounded: only with a LIMIT of at most 200. */
function fieldsOf(object: ObjectType, which: 'ALL' | 'STANDARD' | 'CUSTOM', query: SoqlQuery): readonly string[] {
  if (which !== 'STANDARD' && !(query.limit?.kind === 'number' && query.limit.value <= 200))
    throw refused('The SOQL FIELDS function must have a LIMIT of at most 200');
  const wanted = (field: FieldType): boolean => which === 'ALL' || field.custom === (which === 'CUSTOM');
  return object.fields.filter((field) => wanted(field) && (hasColumn(field) || field.formula !== null)).map((field) => field.name);
}

function planChild(planning: Planning, parent: ObjectType, query: SoqlQuery, level: number): ChildPlan {
  if (level > MOST_LEVELS)
    throw refused('SOQL statements cannot query aggregate relationships more than 5 levels away from the root entity object.');
  const relationship = queriedChild(parent, query.from.object);
  const object = relationship && planning.schema.object(relationship.object);
  if (object?.incomplete) throw new NotSupported(`SOQL on ${object.name}`);
  if (!relationship || !object || !hasTable(object)) throw noSuchRelationship(query.from.object, 'FROM part of query call');
  if (query.groupBy.length > 0 || query.having || query.offset || query.allRows || query.with || query.forClause)
    throw new NotSupported('GROUP BY, OFFSET or another clause in a child sub-query');

  const from: SoqlFrom = { ...query.from, object: object.name };
  const scope = new Scope(planning, object, from);
  const { shape, columns, children } = select(scope, query, level);
  const foreignKey = scope.resolve({ kind: 'field', path: [relationship.field], span: query.from.span }, true).column;
  const where = whereOf(scope, query);
  const terms = orderTerms(scope, query, refuseAggregate);
  const selected = [foreignKey, ...columns];
  const limit = numberAt(query.limit, 'LIMIT');
  const source = (parents: readonly string[]): Sql =>
    sql`FROM ${scope.from} WHERE ${foreignKey} IN (SELECT value FROM json_each(${parameter(jsonArray(parents))})) AND ${where}`;
  return {
    relationship: relationship.name,
    object,
    shape,
    children,
    statement: (parents) => {
      if (!query.limit) return sql`SELECT ${selected.join(', ')} ${source(parents)}${orderBy(terms)}`;
      /* A LIMIT counts for each parent. */
      const named = selected.map((column, i) => `${column} AS c${i}`).join(', ');
      const place = sql`row_number() OVER (PARTITION BY ${foreignKey}${orderBy(terms)})`;
      return sql`SELECT * FROM (SELECT ${named}, ${place} AS place ${source(parents)}) WHERE place <= ${(out) => parameter(limit(out.run))(out)} ORDER BY place`;
    },
  };
}

// ---------------------------------------------------------------------------------------------- running

export interface RecordRows {
  readonly records: readonly SObject[];
  /** Rows of the query and of its sub-queries. */
  readonly rows: number;
  readonly subqueries: number;
}

/** `most`: no more rows than that are read (the limit of query rows, and one). */
export function runRecords(plan: RecordPlan, run: Run, store: Store, most: number): RecordRows {
  const limit = limitTo(plan.limit, plan.offset, () => most);
  return fetch(plan, run, store, sql`${plan.head}${plan.where}${plan.order}${limit}`);
}

/** Ids alone, in the order of the query: a batch pages through them. */
export function runIds(plan: RecordPlan, run: Run, store: Store): readonly string[] {
  const limit = limitTo(plan.limit, plan.offset, () => Number.MAX_SAFE_INTEGER);
  const { text, params } = render(run, sql`${plan.idsHead}${plan.where}${plan.order}${limit}`);
  return store.all(text, params).map((row) => row[0] as string);
}

/** The records of those ids, in their order, as they are now: filters were applied when the ids were read; deleted ones are left out. */
export function runForIds(plan: RecordPlan, run: Run, store: Store, ids: readonly string[]): RecordRows {
  const live = plan.object.field('IsDeleted') ? ` AND ${plan.idColumn.replace('"Id"', '"IsDeleted"')} = 0` : '';
  const found = fetch(
    plan,
    run,
    store,
    sql`${plan.head}${plan.idColumn} IN (SELECT value FROM json_each(${parameter(jsonArray(ids))}))${live}`,
  );
  const byId = new Map(found.records.map((record) => [record.id, record]));
  return { ...found, records: ids.flatMap((id) => byId.get(id) ?? []) };
}

function fetch(plan: RecordPlan, run: Run, store: Store, statement: Sql): RecordRows {
  const { text, params } = render(run, statement);
  const records = store.all(text, params).map((row) => recordOf(plan.shape, row, 0));
  const total = { rows: records.length, subqueries: 0 };
  fetchChildren(plan.children, records, run, store, total);
  return { records, ...total };
}

/** One query for the children of all parents. */
function fetchChildren(
  plans: readonly ChildPlan[],
  parents: readonly SObject[],
  run: Run,
  store: Store,
  total: { rows: number; subqueries: number },
): void {
  for (const plan of plans) {
    total.subqueries += 1;
    const lists = new Map<SqlValue, ApexList>();
    for (const parent of parents) {
      const list = new ApexList(plan.object.name);
      lists.set(parent.id, list);
      (parent.children ??= new Map()).set(plan.relationship, list);
    }
    if (parents.length === 0) continue;
    const { text, params } = render(run, plan.statement([...lists.keys()] as string[]));
    const children: SObject[] = [];
    for (const row of store.all(text, params)) {
      const child = recordOf(plan.shape, row, 1);
      lists.get(row[0]!)!.items.push(child);
      children.push(child);
    }
    total.rows += children.length;
    fetchChildren(plan.children, children, run, store, total);
  }
}
