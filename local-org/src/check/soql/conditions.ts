/** WHERE and HAVING: columns exist and may be filtered, values are of the column's type. */
import type { FieldKind, FieldType } from '../../schema/model.ts';
import type { SoqlCondition, SoqlValue, Span } from '../../syntax/tree.ts';
import type { Context } from '../context.ts';
import { fail } from '../report.ts';
import type { Binds } from './binds.ts';
import { isAggregate, operandField, operandKind } from './functions.ts';
import type { Source } from './paths.ts';
import { checkSemiJoin } from './query.ts';

export function checkCondition(cx: Context, condition: SoqlCondition, source: Source, binds: Binds): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const one of condition.of) checkCondition(cx, one, source, binds);
      return;
    case 'not':
      checkCondition(cx, condition.of, source, binds);
      return;
    case 'compare':
      compare(cx, condition, source, binds);
      return;
    default:
      condition satisfies never;
  }
}

type Comparison = Extract<SoqlCondition, { kind: 'compare' }>;

function compare(cx: Context, { left, operator, right, span }: Comparison, source: Source, binds: Binds): void {
  const field = operandField(cx.world, source, left);
  const kind = operandKind(field, left);
  const name = field?.name ?? 'COUNT';
  if (field && !field.filterable && !isAggregate(left)) fail(span, `field '${name}' can not be filtered in a query call`);
  if (operator === 'LIKE' && (kind === 'id' || kind === 'reference')) fail(span, 'invalid operator on id field');
  if (operator === 'LIKE' && !isText(kind)) fail(span, `invalid operator on ${kind} field`);
  const multiple = operator === 'INCLUDES' || operator === 'EXCLUDES';
  if (multiple && kind !== 'multipicklist') fail(span, `includes and excludes operators are only valid on multipicklist fields: ${name}`);
  if (right.kind === 'subquery') {
    if (kind !== 'id' && kind !== 'reference')
      fail(span, `The left operand field in the where expression for outer query should be an id field, cannot use: '${name}'`);
    checkSemiJoin(cx, right.query, binds);
    return;
  }
  checkValue(right, field, kind, name, span, (index, listed) => binds.column(index, field, kind, listed ? '=' : operator));
}

function checkValue(
  value: SoqlValue,
  field: FieldType | null,
  kind: FieldKind,
  name: string,
  at: Span,
  bind: (index: number, listed: boolean) => void,
  listed = false,
): void {
  switch (value.kind) {
    case 'bind':
      bind(value.index, listed);
      return;
    case 'list':
      // `IN (:one, :other)`: each bind is one value, while `IN :all` binds a collection.
      for (const one of value.values) checkValue(one, field, kind, name, at, bind, true);
      return;
    case 'null':
    case 'subquery':
      return;
    case 'boolean':
    case 'number':
    case 'string':
    case 'date':
    case 'datetime':
    case 'dateLiteral':
      if (!accepted(kind).includes(value.kind)) fail(at, `value of filter criterion for field '${name}' must be of type ${wanted(kind)}`);
      return;
    default:
      value satisfies never;
  }
}

const isText = (kind: FieldKind): boolean =>
  ['string', 'textarea', 'picklist', 'multipicklist', 'email', 'phone', 'url', 'anyType'].includes(kind);

function accepted(kind: FieldKind): readonly SoqlValue['kind'][] {
  switch (kind) {
    case 'boolean':
      return ['boolean'];
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return ['number'];
    case 'date':
      return ['date', 'dateLiteral'];
    case 'datetime':
      return ['datetime', 'dateLiteral'];
    default:
      return ['string'];
  }
}

function wanted(kind: FieldKind): string {
  const bare = 'and should not be enclosed in quotes';
  switch (kind) {
    case 'boolean':
      return `boolean ${bare}`;
    case 'int':
    case 'long':
      return `integer ${bare}`;
    case 'double':
    case 'currency':
    case 'percent':
      return `double ${bare}`;
    case 'date':
      return `date ${bare}`;
    case 'datetime':
      return `dateTime ${bare}`;
    case 'id':
    case 'reference':
      return 'ID and should be enclosed in quotes';
    default:
      return 'string and should be enclosed in quotes';
  }
}
