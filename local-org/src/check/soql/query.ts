/** `[SELECT …]`: object, fields, relationships and binds checked; what the query yields as a type. */
import type { Expr, SoqlOperand, SoqlQuery, SoqlSelectItem, Span } from '../../syntax/tree.ts';
import { listOf, sobjectType, Types, type Type } from '../../types/types.ts';
import { USER_MODE_SINCE } from '../../runtime/frame.ts';
import type { ObjectType } from '../../schema/model.ts';
import type { Context } from '../context.ts';
import { isPlatformGap } from '../names.ts';
import { fail, failNotSupported } from '../report.ts';
import type { Typed } from '../typed.ts';
import { createBinds, type Binds } from './binds.ts';
import { checkCondition } from './conditions.ts';
import { fieldText, isAggregate, operandField, signature } from './functions.ts';
import { childObject, fieldAt, type Source } from './paths.ts';

type SoqlExpr = Extract<Expr, { kind: 'soql' }>;

export function query(cx: Context, expr: SoqlExpr): Typed {
  const binds = createBinds(cx, expr.binds);
  const { query: soql } = expr;
  const object = objectOf(cx, soql);
  if (!object.queryable) fail(soql.from.span, `entity type ${object.name} does not support query`);
  const source: Source = { object, names: soql.from.alias === null ? [object.name] : [soql.from.alias, object.name] };
  checkQuery(cx, soql, source, binds);
  const kind = resultKind(soql);
  return {
    type: kind === 'count' ? Types.Integer : listOf(rowType(soql, object.name)),
    bound: { op: 'query', query: soql, binds: binds.bound(), result: kind, object: object.name, at: expr.span },
  };
}

const isCount = (item: SoqlSelectItem): boolean =>
  item.kind === 'item' && item.value.kind === 'function' && item.value.name === 'COUNT' && item.value.args.length === 0;

/** `SELECT COUNT() FROM X` is a number. */
const resultKind = (soql: SoqlQuery): 'count' | 'rows' => (soql.select.length === 1 && soql.select.every(isCount) ? 'count' : 'rows');

function rowType(soql: SoqlQuery, object: string): Type {
  return sobjectType(isGrouped(soql) ? 'AggregateResult' : object);
}

function isGrouped(soql: SoqlQuery): boolean {
  return soql.groupBy.length > 0 || soql.select.some((item) => item.kind === 'item' && isAggregate(item.value));
}

/** Also for sub-queries, whose source their parent decides. */
function checkQuery(cx: Context, soql: SoqlQuery, source: Source, binds: Binds): void {
  checkSelect(cx, soql, source, binds);
  if (soql.where) checkCondition(cx, soql.where, source, binds);
  for (const operand of soql.groupBy) operandField(cx.world, source, operand);
  if (soql.having) {
    if (soql.groupBy.length === 0) fail(soql.span, 'HAVING is only allowed with GROUP BY');
    checkCondition(cx, soql.having, source, binds);
  }
  for (const { by } of soql.orderBy) {
    if (isAlias(soql, by)) continue;
    operandField(cx.world, source, by);
    if (isGrouped(soql) && resultKind(soql) === 'rows') checkGrouped(soql, by, soql.span);
  }
  for (const number of [soql.limit, soql.offset]) if (number?.kind === 'bind') binds.integer(number.index);
  if (soql.with === 'SECURITY_ENFORCED' && cx.unit.source.apiVersion >= USER_MODE_SINCE) {
    fail(soql.span, 'WITH SECURITY_ENFORCED is not supported from API version 67.0 on: use WITH USER_MODE');
  }
}

function checkSelect(cx: Context, soql: SoqlQuery, source: Source, binds: Binds): void {
  const seen = new Set<string>();
  const aggregate = isGrouped(soql) && resultKind(soql) === 'rows';
  for (const item of soql.select) {
    switch (item.kind) {
      case 'item': {
        operandField(cx.world, source, item.value);
        if (isCount(item) && soql.select.length > 1) fail(item.value.span, 'unexpected token: COUNT()');
        if (aggregate) checkGrouped(soql, item.value, item.value.span);
        else if (item.alias !== null && item.value.kind === 'field') fail(item.value.span, `only aggregate expressions use field aliasing`);
        if (!aggregate && item.value.kind === 'field') {
          const key = fieldText(item.value).toLowerCase();
          if (seen.has(key)) fail(item.value.span, `duplicate field selected: ${fieldText(item.value)}`);
          seen.add(key);
        }
        break;
      }
      case 'subquery': {
        if (isGrouped(item.query)) fail(item.query.span, 'unexpected token: aggregate functions are not allowed in sub-queries');
        const object = childObject(cx.world, source.object, item.query.from.object, item.query.from.span);
        const alias = item.query.from.alias;
        checkQuery(cx, item.query, { object, names: alias === null ? [object.name] : [alias, object.name] }, binds);
        break;
      }
      case 'fields':
        if (item.scope !== 'STANDARD')
          fail(item.span, 'The SOQL FIELDS function is not supported with an unbounded set of fields in this API');
        break;
      case 'typeof':
        checkTypeof(cx, item, source.object);
        break;
      default:
        item satisfies never;
    }
  }
  if (aggregate && soql.groupBy.length === 0 && soql.limit) {
    fail(soql.span, 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
  }
}

/** Each WHEN names an object the relationship may lead to, and fields of it; ELSE fields of any. */
function checkTypeof(cx: Context, item: Extract<SoqlSelectItem, { kind: 'typeof' }>, of: ObjectType): void {
  const field = of.parent(item.field);
  if (!field || field.referenceTo.length < 2) fail(item.span, `TYPEOF can only be used on polymorphic relationships: ${item.field}`);
  for (const { object: name, fields } of item.whens) {
    const object = cx.world.schema.object(name);
    if (!object || !field.referenceTo.includes(object.name)) return fail(item.span, `TYPEOF: ${name} is not a type of ${item.field}`);
    for (const each of fields) fieldAt(cx.world, { object, names: [object.name] }, each);
  }
  const any = cx.world.schema.object('Name');
  for (const each of item.else) if (any) fieldAt(cx.world, { object: any, names: [] }, each);
}

/** `SELECT COUNT(Id) n … ORDER BY n` */
function isAlias(soql: SoqlQuery, operand: SoqlOperand): boolean {
  const name = operand.kind === 'field' ? fieldText(operand).toLowerCase() : null;
  return soql.select.some((item) => item.kind === 'item' && item.alias !== null && item.alias.toLowerCase() === name);
}

function checkGrouped(soql: SoqlQuery, operand: SoqlOperand, at: Span): void {
  if (isAggregate(operand) || soql.groupBy.some((group) => signature(group) === signature(operand))) return;
  fail(at, `Field must be grouped or aggregated: ${operand.kind === 'field' ? fieldText(operand) : operand.name}`);
}

function objectOf(cx: Context, { from }: SoqlQuery): ObjectType {
  const object = cx.world.schema.object(from.object);
  if (object && !object.incomplete) return object;
  if (object || isPlatformGap(cx.world, from.object)) failNotSupported(from.span, `SOQL on ${from.object}`);
  return fail(from.span, `sObject type '${from.object}' is not supported.`);
}

/** `IN (SELECT AccountId FROM Contact …)`: one id field of any object. */
export function checkSemiJoin(cx: Context, soql: SoqlQuery, binds: Binds): void {
  const object = objectOf(cx, soql);
  const source: Source = { object, names: soql.from.alias === null ? [object.name] : [soql.from.alias, object.name] };
  const [item, ...others] = soql.select;
  if (item?.kind !== 'item' || item.value.kind !== 'field' || others.length > 0)
    return fail(soql.span, 'The inner select must select a single ID field');
  const field = fieldAt(cx.world, source, item.value);
  if (field.kind !== 'id' && field.kind !== 'reference')
    fail(item.value.span, `The selected field '${field.name}' in the Semi join must be of type id or reference`);
  checkQuery(cx, soql, source, binds);
}
