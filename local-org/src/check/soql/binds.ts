/** Bind expressions of a query: typed by the column they meet. Each is checked once, where the query uses it. */
import { fieldApexType } from '../../schema/apexTypes.ts';
import type { FieldKind, FieldType } from '../../schema/model.ts';
import type { Expr, SoqlComparison } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { listOf, primitiveNamed, typeName, Types, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { isAssignable, isNumeric } from '../conversions.ts';
import { shown } from '../display.ts';
import { value } from '../expressions/expression.ts';
import { fail, failNotSupported } from '../report.ts';
import { asOneRow, coerce, type Typed } from '../typed.ts';

export interface Binds {
  /** A bind compared with a column. */
  column(index: number, field: FieldType | null, kind: FieldKind, operator: SoqlComparison): void;
  /** LIMIT and OFFSET. */
  integer(index: number): void;
  bound(): readonly Bound[];
}

export function createBinds(cx: Context, exprs: readonly Expr[]): Binds {
  const typed = exprs.map((expr) => value(cx, expr));
  const bound: Bound[] = typed.map((one) => one.bound);
  const at = (index: number): readonly [Typed, Expr] => {
    const [one, expr] = [typed[index], exprs[index]];
    if (!one || !expr) throw new Error(`the query has no bind ${index}`);
    return [one, expr];
  };
  return {
    column(index, field, kind, operator) {
      const [one, expr] = at(index);
      bound[index] = columnBind(cx, one, expr, columnType(field, kind), operator);
    },
    integer(index) {
      const [one, expr] = at(index);
      if (one.type !== Types.Integer && one.type !== Types.Long)
        fail(expr.span, `Invalid bind expression type of ${shown(one.type)} for column of type Integer`);
      bound[index] = coerce(cx, one, one.type, expr.span);
    },
    bound: () => bound,
  };
}

function columnType(field: FieldType | null, kind: FieldKind): Type {
  if (field && field.kind === kind) return primitiveNamed(fieldApexType(field)) ?? Types.Object;
  const byKind: Partial<Record<FieldKind, Type>> = {
    int: Types.Integer,
    double: Types.Decimal,
    date: Types.Date,
    datetime: Types.Datetime,
  };
  return byKind[kind] ?? Types.String;
}

const takesCollection: ReadonlySet<SoqlComparison> = new Set(['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES']);
/** `= :collection` means IN, `LIKE :collection` any of the patterns. */
const mayTakeCollection: ReadonlySet<SoqlComparison> = new Set([...takesCollection, '=', '!=', 'LIKE']);

function columnBind(cx: Context, given: Typed, expr: Expr, column: Type, operator: SoqlComparison): Bound {
  const wrong = (type: Type): never =>
    fail(expr.span, `Invalid bind expression type of ${shown(type)} for column of type ${shown(column)}`);
  const { type } = given;
  if (type.kind === 'collection' && !asOneRowNeeded(given, operator)) {
    if (type.name === 'Map') return wrong(type);
    if (!mayTakeCollection.has(operator)) return failNotSupported(expr.span, `${operator} with a bound collection`);
    const element = type.args[0] ?? Types.Object;
    return fits(cx, element, column) ? given.bound : wrong(type);
  }
  const single = asOneRow(given) ?? given;
  if (!fits(cx, single.type, column)) return wrong(single.type);
  const bound =
    isAssignable(cx.world, single.type, column) && !(column === Types.Id) ? coerce(cx, single, column, expr.span) : single.bound;
  // `IN :id` is a list of one.
  return takesCollection.has(operator) ? { op: 'newList', type: typeName(listOf(single.type)), items: [bound], at: expr.span } : bound;
}

const asOneRowNeeded = (given: Typed, operator: SoqlComparison): boolean => asOneRow(given) !== null && !takesCollection.has(operator);

/** Records stand for their ids; any number meets any numeric column. */
function fits(cx: Context, type: Type, column: Type): boolean {
  if (column === Types.Id && type.kind === 'sobject') return true;
  if (isNumeric(type) && isNumeric(column)) return true;
  return type !== Types.Object && isAssignable(cx.world, type, column);
}
