/** Queries that group, count or add up: `SELECT COUNT()`, and those that return AggregateResult rows. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDecimal, Big, MathContext, RoundingMode } from '../runtime/values/numbers.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { decode, isScaled } from '../store/columns.ts';
import type { SqlValue, Store } from '../store/store.ts';
import type { SoqlCondition, SoqlFunction, SoqlOperand, SoqlQuery } from '../syntax/tree.ts';
import { conditionSql, topOf } from './conditions.ts';
import { refused } from './messages.ts';
import { aggregateColumns, isAggregate, isGroupable, operandOf, PARTING, type Operand } from './operands.ts';
import { limitTo, numberAt, orderBy, orderTerms } from './order.ts';
import { whereOf } from './recordQuery.ts';
import { Scope, type Planning } from './scope.ts';
import { joined, render, sql, type Run, type Sql } from './sql.ts';
import { isFolded } from './values.ts';

export interface CountPlan {
  readonly kind: 'count';
  readonly object: ObjectType;
  readonly statement: Sql;
}

export interface AggregatePlan {
  readonly kind: 'aggregate';
  readonly object: ObjectType;
  readonly resultType: ObjectType;
  readonly statement: Sql;
  readonly columns: readonly ResultColumn[];
  /** Column of the number of rows behind each result; null where only results count toward the limit of query rows. */
  readonly touched: number | null;
}

interface ResultColumn {
  /** Alias, field name or `expr0`, lower-case. */
  readonly key: string;
  read(row: readonly SqlValue[]): Value;
}

/** "You can include up to three fields in a comma-separated list." */
const MOST_TOTALS = 3;

/** More groups than one batch of results holds cannot be fetched. */
const MOST_RESULTS = 2_000;

export const isCount = (query: SoqlQuery): boolean => {
  const [only] = query.select;
  return (
    query.select.length === 1 &&
    only?.kind === 'item' &&
    only.value.kind === 'function' &&
    only.value.name === 'COUNT' &&
    only.value.args.length === 0
  );
};

export const isAggregateQuery = (query: SoqlQuery): boolean =>
  query.groupBy.length > 0 || query.having !== null || query.select.some((item) => item.kind === 'item' && isAggregate(item.value));

export function planCount(planning: Planning, query: SoqlQuery, object: ObjectType): CountPlan {
  if (query.groupBy.length > 0 || query.having) throw refused('Grouped query cannot use COUNT() without a field');
  if (query.orderBy.length > 0) throw refused('COUNT() cannot be used with ORDER BY');
  const scope = new Scope(planning, object, query.from);
  const where = whereOf(scope, query);
  const limit =
    query.limit || query.offset
      ? limitTo(numberAt(query.limit, 'LIMIT'), numberAt(query.offset, 'OFFSET'), () => Number.MAX_SAFE_INTEGER)
      : [];
  return {
    kind: 'count',
    object,
    statement:
      limit.length === 0
        ? sql`SELECT count(*) FROM ${scope.from} WHERE ${where}`
        : sql`SELECT count(*) FROM (SELECT 1 FROM ${scope.from} WHERE ${where}${limit})`,
  };
}

export function runCount(plan: CountPlan, run: Run, store: Store): number {
  const { text, params } = render(run, plan.statement);
  return Number(store.all(text, params)[0]![0]);
}

export function planAggregate(planning: Planning, query: SoqlQuery, object: ObjectType): AggregatePlan {
  const resultType = planning.schema.object('AggregateResult');
  if (!resultType) throw new Error('the schema has no AggregateResult');
  if (query.groupBy.length === 0 && query.limit)
    throw refused('Non-grouped query that uses overall aggregate functions cannot also use LIMIT');

  const scope = new Scope(planning, object, query.from);
  const groups = query.groupBy.map((by) => {
    const group = operandOf(scope, by);
    if (group.aggregate) throw refused(`Aggregate expressions are not allowed in GROUP BY: ${group.identity}`);
    if (!isGroupable(group.field)) throw refused(`field '${group.field.name}' can not be grouped in a query call`);
    return group;
  });
  const grouped = new Set(groups.map((group) => group.identity));
  const requireGrouped = (operand: Operand): void => {
    if (!operand.aggregate && !grouped.has(operand.identity)) throw refused(`Field must be grouped or aggregated: ${operand.identity}`);
  };

  const sets = groupingSets(query, groups.length);
  if (sets.length > 1) refuseUnmodelled(query);
  const isTotalOf = (operand: Operand, set: readonly boolean[]): boolean =>
    !set[groups.findIndex(({ identity }) => identity === operand.identity)];
  /** Per column: what it is in each grouping set. */
  const selected: ((set: readonly boolean[]) => Sql)[] = [];
  const columns: ResultColumn[] = [];
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind !== 'item')
      throw refused(
        `${item.kind === 'subquery' ? 'Grouped query cannot have child sub-queries' : `Grouped query cannot use ${item.kind.toUpperCase()}`}`,
      );
    const key = (item.alias ?? (item.value.kind === 'field' ? item.value.path.at(-1)! : `expr${unnamed++}`)).toLowerCase();
    if (columns.some((column) => column.key === key)) throw refused(`duplicate alias: ${key}`);
    const first = selected.length;
    if (item.value.kind === 'function' && item.value.name === 'GROUPING') {
      const [of] = item.value.args;
      if (sets.length === 1 || !of) throw refused('GROUPING function is only allowed with GROUP BY ROLLUP or CUBE');
      const operand = operandOf(scope, of);
      requireGrouped(operand);
      selected.push((set) => (isTotalOf(operand, set) ? ['1'] : ['0']));
      columns.push({ key, read: (row) => Number(row[first]) });
    } else if (isAggregate(item.value)) {
      const { of, columns: parts } = aggregateColumns(scope, item.value);
      selected.push(...parts.map((part) => () => part));
      columns.push({ key, read: aggregateReader(item.value, of, first) });
    } else {
      const operand = operandOf(scope, item.value);
      requireGrouped(operand);
      /* Of texts that differ in case only, any could stand for the group; min is always the same one. */
      const value = isFolded(operand.field) ? sql`min(${operand.value})` : operand.value;
      selected.push((set) => (sets.length > 1 && isTotalOf(operand, set) ? ['NULL'] : value));
      columns.push({ key, read: (row) => decode(operand.field, row[first]!) });
    }
  }

  const touched = onlyCounts(query) ? null : selected.push((set) => (set === sets[0] ? sql`count(*)` : ['0'])) - 1;
  const where = whereOf(scope, query);
  if (query.having) havingFields(query.having).forEach((operand) => requireGrouped(operandOf(scope, operand)));
  const having = query.having ? sql` HAVING ${conditionSql(scope, query.having, topOf('HAVING'))}` : [];
  for (const { by } of query.orderBy)
    if (by.kind === 'field' && by.path.length === 1 && isAlias(query, by.path[0]!))
      throw new NotSupported(`SOQL ORDER BY an alias (${by.path[0]})`);
  const order = orderBy(orderTerms(scope, query, requireGrouped));
  const limit = limitTo(numberAt(query.limit, 'LIMIT'), numberAt(query.offset, 'OFFSET'), () => MOST_RESULTS + 1);
  const ofSet = (set: readonly boolean[]): Sql => {
    const keys = groups.filter((_, i) => set[i]).map((group) => group.key);
    const groupBy = keys.length === 0 ? [] : sql` GROUP BY ${joined(keys, ', ')}`;
    const list = joined(
      selected.map((column) => column(set)),
      ', ',
    );
    return sql`SELECT ${list} FROM ${scope.from} WHERE ${where}${groupBy}${having}`;
  };
  return {
    kind: 'aggregate',
    object,
    resultType,
    statement:
      sets.length === 1 ? sql`${ofSet(sets[0]!)}${order}${limit}` : sql`SELECT * FROM (${joined(sets.map(ofSet), ' UNION ALL ')})${limit}`,
    columns,
    touched,
  };
}

/** Which of the grouped fields count in each set: all of them first, the grand total last. */
function groupingSets({ totals }: SoqlQuery, size: number): readonly (readonly boolean[])[] {
  const all = Array.from({ length: size }, () => true);
  if (totals === undefined) return [all];
  if (size > MOST_TOTALS) throw refused(`GROUP BY ${totals.toUpperCase()} cannot have more than ${MOST_TOTALS} fields`);
  if (totals === 'rollup') return Array.from({ length: size + 1 }, (_, left) => all.map((_each, i) => i < size - left));
  return Array.from({ length: 2 ** size }, (_, mask) => all.map((_each, i) => ((mask >> i) & 1) === 0));
}

/** The results with their subtotals come in no order that could be asked for here. */
function refuseUnmodelled(query: SoqlQuery): void {
  const clause = `GROUP BY ${query.totals!.toUpperCase()}`;
  if (query.orderBy.length > 0) throw new NotSupported(`SOQL ORDER BY with ${clause}`);
  if (query.having && !havingFields(query.having).every(isAggregate))
    throw new NotSupported(`SOQL HAVING of a grouped field with ${clause}`);
}

export function runAggregate(plan: AggregatePlan, run: Run, store: Store): { readonly records: readonly SObject[]; readonly rows: number } {
  const { text, params } = render(run, plan.statement);
  const rows = store.all(text, params);
  if (rows.length > MOST_RESULTS)
    throw refused('Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch');
  const records = rows.map((row) => {
    const record = new SObject(plan.resultType);
    record.aggregates = new Map(plan.columns.map(({ key, read }) => [key, read(row)]));
    return record;
  });
  const { touched } = plan;
  return { records, rows: touched === null ? rows.length : rows.reduce((sum, row) => sum + Number(row[touched]), 0) };
}

/** No public source says whether an alias may be ordered by: the expression itself may. */
const isAlias = (query: SoqlQuery, name: string): boolean =>
  query.select.some((item) => item.kind === 'item' && item.alias?.toLowerCase() === name.toLowerCase());

/** Of COUNT queries only the results count toward the limit of query rows; SUM, AVG, MIN and MAX are charged every row they read. */
const onlyCounts = (query: SoqlQuery): boolean => {
  const names = query.select.flatMap((item) => (item.kind === 'item' && isAggregate(item.value) ? item.value.name : []));
  return names.length > 0 && names.every((name) => name === 'COUNT' || name === 'COUNT_DISTINCT');
};

function havingFields(condition: SoqlCondition): readonly SoqlOperand[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.flatMap(havingFields);
    case 'not':
      return havingFields(condition.of);
    case 'compare':
      return [condition.left];
    default:
      return condition satisfies never;
  }
}

const AVERAGE = new MathContext(16, RoundingMode.HALF_EVEN);
const MOST_INTEGER = 2_147_483_647;

function aggregateReader(call: SoqlFunction, of: FieldType | null, at: number): ResultColumn['read'] {
  if (call.name === 'COUNT' || call.name === 'COUNT_DISTINCT' || of === null) return (row) => Number(row[at]);
  if (call.name === 'AVG')
    return (row) => {
      const sum = decimalSum(of, row[at]!);
      return sum === null ? null : new ApexDecimal(sum.value.divideWithMathContext(Big(String(row[at + 1])), AVERAGE).stripTrailingZeros());
    };
  if (call.name === 'SUM' && of.kind !== 'int' && of.kind !== 'long') return (row) => decimalSum(of, row[at]!);
  if (call.name === 'SUM')
    return (row) => {
      if (of.kind === 'int' && Math.abs(Number(row[at])) > MOST_INTEGER)
        throw new NotSupported(`SOQL SUM of an Integer field beyond 32 bits (${of.name})`);
      return decode(of, row[at]!);
    };
  if (isFolded(of))
    return (row) => {
      const both = row[at] as string | null;
      return both === null ? null : both.slice(both.indexOf(PARTING) + 1);
    };
  return (row) => decode(of, row[at]!);
}

function decimalSum(field: FieldType, sum: SqlValue): ApexDecimal | null {
  if (sum === null) return null;
  if (isScaled(field)) return new ApexDecimal(Big(sum as number | bigint, field.scale));
  return ApexDecimal.of(sum as number);
}
