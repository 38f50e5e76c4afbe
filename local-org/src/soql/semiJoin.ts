/** `IN (SELECT …)` and `NOT IN (SELECT …)`, with the platform's restrictions. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { SoqlComparison, SoqlQuery } from '../syntax/tree.ts';
import { conditionSql, topOf, type Place } from './conditions.ts';
import { refused } from './messages.ts';
import type { Operand } from './operands.ts';
import { queriedObject, Scope } from './scope.ts';
import { joined, sql, type Sql } from './sql.ts';
import { rowsSeen } from './visibility.ts';

export function semiJoin(outer: Scope, operand: Operand, operator: SoqlComparison, query: SoqlQuery, place: Place): Sql {
  if (operator !== 'IN' && operator !== 'NOT IN') throw refused(`Semi join sub-selects are only allowed with the IN and NOT IN operators`);
  if (place.clause === 'HAVING') throw refused('Semi-joins are only supported in WHERE clauses');
  if (place.insideSemiJoin) throw refused('Nesting of semi join sub-selects is not supported');
  if (place.underOr) throw refused(`Semi join sub-selects are not allowed with the 'OR' operator`);
  if (place.underNot) throw refused(`Semi join sub-selects are not allowed with the 'NOT' operator`);
  const [only] = query.select;
  if (query.select.length !== 1 || only?.kind !== 'item' || only.value.kind !== 'field')
    throw refused('Semi join sub-selects must select exactly one field');
  if (
    query.groupBy.length > 0 ||
    query.having ||
    query.limit ||
    query.offset ||
    query.orderBy.length > 0 ||
    query.allRows ||
    query.with ||
    query.forClause
  )
    throw new NotSupported('GROUP BY, ORDER BY, LIMIT or another clause in a semi-join');

  const object = queriedObject(outer.planning.schema, query.from.object);
  if (object === outer.object) throw refused('The inner and outer selects should not be on the same object type');
  const inner = new Scope(outer.planning, object, query.from);
  const selected = inner.resolve(only.value);
  const isId = (kind: string): boolean => kind === 'id' || kind === 'reference';
  if (!isId(operand.field.kind) || !isId(selected.field.kind))
    throw refused(
      `The left operand and the selected field of a semi join must be ID or reference fields: ${operand.identity}, ${selected.field.name}`,
    );

  const conditions = [rowsSeen(inner, false)];
  if (query.where) conditions.push(conditionSql(inner, query.where, { ...topOf('WHERE'), insideSemiJoin: true }));
  const where = (more: readonly Sql[]): Sql => joined([...conditions, ...more], ' AND ');
  return operator === 'IN'
    ? sql`${operand.value} IN (SELECT ${selected.column} FROM ${inner.from} WHERE ${where([])})`
    : sql`NOT EXISTS (SELECT 1 FROM ${inner.from} WHERE ${where([sql`${selected.column} = ${operand.value}`])})`;
}
