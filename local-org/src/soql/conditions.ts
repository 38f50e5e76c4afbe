/**
 * WHERE and HAVING as SQL. SOQL knows two truth values: a comparison with an empty field is false, its negation true
 * (`!=`, NOT IN and NOT find rows whose field is empty), and `= null` finds them.
 */
import { NotSupported } from '../runtime/exceptions.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { startOfDay, localDay } from '../runtime/timeZones.ts';
import type { FieldType } from '../schema/model.ts';
import { columnType } from '../store/columns.ts';
import { jsonArray } from '../store/json.ts';
import type { SqlValue } from '../store/store.ts';
import type { SoqlCondition, SoqlValue } from '../syntax/tree.ts';
import { dateRange } from './dateLiterals.ts';
import { refused } from './messages.ts';
import { ifPresent, operandOf, type Operand } from './operands.ts';
import type { Scope } from './scope.ts';
import { semiJoin } from './semiJoin.ts';
import { joined, parameter, sql, write, type Out, type Piece, type Sql, type Writer } from './sql.ts';
import { bound, comparable, elementsOf, valueAt, type ValueAt } from './values.ts';

/** Where in a WHERE a condition stands: semi-joins are particular about it. */
export interface Place {
  readonly clause: 'WHERE' | 'HAVING';
  readonly underOr: boolean;
  readonly underNot: boolean;
  readonly insideSemiJoin: boolean;
}

export const topOf = (clause: Place['clause']): Place => ({ clause, underOr: false, underNot: false, insideSemiJoin: false });

export function conditionSql(scope: Scope, condition: SoqlCondition, place: Place): Sql {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const inner = condition.kind === 'or' ? { ...place, underOr: true } : place;
      return sql`(${joined(
        condition.of.map((each) => conditionSql(scope, each, inner)),
        ` ${condition.kind.toUpperCase()} `,
      )})`;
    }
    case 'not':
      return sql`((${conditionSql(scope, condition.of, { ...place, underNot: true })}) IS NOT TRUE)`;
    case 'compare':
      return comparison(scope, condition, place);
    default:
      return condition satisfies never;
  }
}

function comparison(scope: Scope, { left, operator, right }: Extract<SoqlCondition, { kind: 'compare' }>, place: Place): Sql {
  const operand = operandOf(scope, left);
  if (operand.aggregate && place.clause === 'WHERE')
    throw refused(`Aggregate expressions are not allowed in the WHERE clause: ${operand.identity}`);
  if (!operand.aggregate && !operand.field.filterable) throw refused(`field '${operand.field.name}' can not be filtered in a query call`);
  if (right.kind === 'subquery') return semiJoin(scope, operand, operator, right.query, place);
  switch (operator) {
    case '=':
      return equals(operand, right);
    case '!=':
      return negated(equals(operand, right));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operand, operator, right);
    case 'LIKE':
      return like(operand, right);
    case 'IN':
      return isIn(operand, right);
    case 'NOT IN':
      return negated(isIn(operand, right));
    case 'INCLUDES':
      return includes(operand, right);
    case 'EXCLUDES':
      return negated(includes(operand, right));
    default:
      return operator satisfies never;
  }
}

const negated = (condition: Sql): Sql => sql`((${condition}) IS NOT TRUE)`;
const never: Sql = ['0'];

const unfit = (operand: Operand): Error =>
  refused(`invalid operator on ${operand.field.kind === 'boolean' ? 'boolean' : operand.field.kind} field`);

/** `key = ?`, or `key IS NULL`; a checkbox is never null, and null means false. */
function equalTo(operand: Operand, value: SqlValue): Writer {
  return (out) => {
    if (value === null && operand.field.kind !== 'boolean') return write(out, sql`${operand.value} IS NULL`);
    if (operand.field.kind === 'boolean') return write(out, sql`${operand.key} = ${parameter(value ?? 0)}`);
    write(out, sql`(${ifPresent(operand)}${operand.key} = ${parameter(value)})`);
  };
}

function equals(operand: Operand, right: SoqlValue): Sql {
  if (right.kind === 'list') throw refused(`unexpected token: '('`);
  if (right.kind === 'dateLiteral') {
    const { from, to } = rangeOf(operand.field, right);
    return sql`(${operand.key} >= ${from} AND ${operand.key} < ${to})`;
  }
  if (right.kind !== 'bind') {
    const value = valueAt(operand.field, right);
    return [(out) => equalTo(operand, value(out.run))(out)];
  }
  const { index } = right;
  return [
    (out) => {
      const value = bound(out.run, index);
      /* `= :collection` means IN. */
      const elements = elementsOf(value);
      if (elements) writeIn(out, operand, elements);
      else equalTo(operand, comparable(operand.field, value))(out);
    },
  ];
}

function ordered(operand: Operand, operator: '<' | '<=' | '>' | '>=', right: SoqlValue): Sql {
  if (operand.field.kind === 'boolean' || operand.field.kind === 'multipicklist') throw unfit(operand);
  if (operand.field.kind === 'reference') throw new NotSupported(`SOQL ${operator} on a reference field (${operand.identity})`);
  if (right.kind === 'list') throw refused(`unexpected token: '('`);
  if (right.kind === 'dateLiteral') {
    const { from, to } = rangeOf(operand.field, right);
    const edge = operator === '<' || operator === '>=' ? from : to;
    /* After the range is from its end on; not after it is before that end. */
    const compared = operator === '>' ? '>=' : operator === '<=' ? '<' : operator;
    return sql`${operand.key} ${compared} ${edge}`;
  }
  const value = valueAt(operand.field, right);
  return [
    (out) => {
      const edge = value(out.run);
      write(out, edge === null ? never : sql`${operand.key} ${operator} ${parameter(edge)}`);
    },
  ];
}

/** The edges of a date literal, in the unit of the field: days, or milliseconds in the user's time zone. */
function rangeOf(field: FieldType, literal: Extract<SoqlValue, { kind: 'dateLiteral' }>): { readonly from: Piece; readonly to: Piece } {
  if (field.kind !== 'date' && field.kind !== 'datetime')
    throw refused(`value of filter criterion for field '${field.name}' must not be a date literal: ${literal.name}`);
  const edge =
    (which: 'from' | 'to'): Piece =>
    (out) => {
      const zone = out.run.zone();
      const range = dateRange(literal.name, literal.n, localDay(out.run.now, zone));
      parameter(field.kind === 'date' ? range[which] : startOfDay(range[which], zone))(out);
    };
  /* A name that is not known is refused when the query is planned. */
  dateRange(literal.name, literal.n, 0);
  return { from: edge('from'), to: edge('to') };
}

// ---------------------------------------------------------------------------------------------- IN

function isIn(operand: Operand, right: SoqlValue): Sql {
  if (right.kind === 'bind') {
    const { index } = right;
    return [
      (out) => {
        const value = bound(out.run, index);
        const elements = elementsOf(value);
        if (value === null) throw new NotSupported(`SOQL IN bound to null (${operand.identity})`);
        if (!elements) throw refused('IN operator must be used with an iterable expression');
        writeIn(out, operand, elements);
      },
    ];
  }
  if (right.kind !== 'list') throw refused('IN operator must be used with an iterable expression');
  const values = right.values.map((value): ValueAt => {
    if (value.kind === 'dateLiteral') throw new NotSupported('SOQL date literal in a list of values');
    return valueAt(operand.field, value);
  });
  return [
    (out) =>
      writeAny(
        out,
        operand,
        values.map((value) => value(out.run)),
      ),
  ];
}

const writeIn = (out: Out, operand: Operand, elements: readonly Value[]): void =>
  writeAny(
    out,
    operand,
    elements.map((element) => comparable(operand.field, element)),
  );

/** One text for lists of any size; null among the values finds empty fields. */
function writeAny(out: Out, operand: Operand, values: readonly SqlValue[]): void {
  const present = operand.field.kind === 'boolean' ? values.map((value) => value ?? 0) : values.filter((value) => value !== null);
  const list = sql`${operand.key} IN (SELECT value FROM json_each(${parameter(jsonArray(present))}))`;
  if (operand.field.kind === 'boolean') return write(out, list);
  write(out, present.length === values.length ? sql`(${ifPresent(operand)}${list})` : sql`(${list} OR ${operand.value} IS NULL)`);
}

// ---------------------------------------------------------------------------------------------- LIKE, INCLUDES

function like(operand: Operand, right: SoqlValue): Sql {
  const { kind } = operand.field;
  if (kind === 'id' || kind === 'reference' || kind === 'multipicklist' || columnType(operand.field) !== 'TEXT') throw unfit(operand);
  if (right.kind === 'list' || right.kind === 'dateLiteral')
    throw refused(`unexpected token: ${right.kind === 'list' ? `'('` : right.name}`);
  const single = (value: SqlValue): Sql => (value === null ? never : sql`${operand.key} LIKE ${parameter(value)} ESCAPE '\\'`);
  if (right.kind !== 'bind') {
    const pattern = valueAt(operand.field, right);
    return [(out) => write(out, single(pattern(out.run)))];
  }
  const { index } = right;
  return [
    (out) => {
      const value = bound(out.run, index);
      const elements = elementsOf(value);
      if (!elements) return write(out, single(comparable(operand.field, value)));
      const patterns = elements.map((element) => comparable(operand.field, element)).filter((pattern) => pattern !== null);
      write(out, sql`EXISTS (SELECT 1 FROM json_each(${parameter(jsonArray(patterns))}) WHERE ${operand.key} LIKE value ESCAPE '\\')`);
    },
  ];
}

/** `INCLUDES ('a;b', 'c')`: both a and b, or c. */
function includes(operand: Operand, right: SoqlValue): Sql {
  if (operand.field.kind !== 'multipicklist') throw unfit(operand);
  const literals = right.kind === 'list' ? right.values.map((value) => valueAt(operand.field, value)) : null;
  if (!literals && right.kind !== 'bind') throw refused(`unexpected token: ${right.kind}`);
  return [
    (out) => {
      const values = literals
        ? literals.map((value) => value(out.run))
        : choices(operand, bound(out.run, (right as { index: number }).index));
      const alternatives = values
        .filter((value) => value !== null)
        .map((value) => {
          const all = String(value).split(';');
          return sql`(${joined(
            all.map((one) => sql`instr(';' || ${operand.key} || ';', ${parameter(`;${one.trim()};`)}) > 0`),
            ' AND ',
          )})`;
        });
      write(out, alternatives.length === 0 ? never : sql`(${joined(alternatives, ' OR ')})`);
    },
  ];
}

const choices = (operand: Operand, value: Value): readonly SqlValue[] =>
  (elementsOf(value) ?? [value]).map((element) => comparable(operand.field, element));
