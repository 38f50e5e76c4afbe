/** SOQL, inline and dynamic: `bind` takes the expression after a colon and says which number it got. */
import type {
  ExpressionContext,
  ForClausesContext,
  FromNameListContext,
  LimitClauseContext,
  OffsetClauseContext,
  OrderByClauseContext,
  QueryContext,
  SelectEntryContext,
  SubFieldEntryContext,
  SubQueryContext,
  WithClauseContext,
} from '@apexdevtools/apex-parser';
import type { SoqlFrom, SoqlNumber, SoqlQuery, SoqlSelectItem } from '../tree.ts';
import { type Conversion, error, notSupported, optional, spanOf, spanOfRule } from './conversion.ts';
import { integerValue } from './literals.ts';
import { logical, whereLogical } from './soqlConditions.ts';
import { fieldName, fieldOf, soqlFunction } from './soqlOperands.ts';
import { soqlName } from './names.ts';

export type Bind = (context: ExpressionContext) => number;

export function soqlQuery(conversion: Conversion, context: QueryContext, bind: Bind): SoqlQuery {
  const using = optional(context.usingScope());
  const scope =
    using &&
    using
      .getText()
      .replace(/^usingscope/i, '')
      .toLowerCase();
  if (using && scope !== 'mine' && scope !== 'everything') notSupported(conversion, spanOfRule(using), `SOQL USING SCOPE ${scope}`);
  const group = optional(context.groupByClause());
  const totals = group && optional(group.ROLLUP()) ? 'rollup' : group && optional(group.CUBE()) ? 'cube' : null;
  const having = optional(group?.logicalExpression() ?? null);
  const allRows = optional(context.allRowsClause());
  const clauses = context.forClauses().FOR_list();
  if (allRows && clauses[0]) error(conversion, spanOf(clauses[0].symbol), "Expecting ']' but was: 'FOR'");
  return {
    ...common(conversion, context, bind, context.selectList().selectEntry_list()),
    with: withMode(conversion, optional(context.withClause())),
    groupBy:
      group
        ?.fieldGroupByList()
        .fieldGroupBy_list()
        .map((by) => operandOf(conversion, by)) ?? [],
    having: having ? logical(conversion, having, bind, subQuery) : null,
    offset: number(conversion, optional(context.offsetClause()), bind),
    allRows: allRows !== null,
    ...(scope !== null && { scope }),
    ...(totals !== null && { totals }),
  };
}

function subQuery(conversion: Conversion, context: SubQueryContext, bind: Bind): SoqlQuery {
  return {
    ...common(conversion, context, bind, context.subFieldList().subFieldEntry_list()),
    with: null,
    groupBy: [],
    having: null,
    offset: null,
    allRows: false,
  };
}

type Common = Omit<SoqlQuery, 'with' | 'groupBy' | 'totals' | 'having' | 'offset' | 'allRows'>;

function common(
  conversion: Conversion,
  context: QueryContext | SubQueryContext,
  bind: Bind,
  items: readonly (SelectEntryContext | SubFieldEntryContext)[],
): Common {
  const update = optional(context.updateList());
  if (update) notSupported(conversion, spanOfRule(update), `SOQL UPDATE ${update.getText().toUpperCase()}`);
  const select = items.map((item) => selectItem(conversion, item, bind));
  const where = optional(context.whereClause());
  return {
    select,
    from: from(conversion, context.fromNameList()),
    where: where ? whereLogical(conversion, where.whereLogicalExpression(), bind, subQuery) : null,
    orderBy: orderBy(conversion, optional(context.orderByClause())),
    limit: number(conversion, optional(context.limitClause()), bind),
    forClause: forClause(conversion, context.forClauses()),
    span: spanOfRule(context),
  };
}

function selectItem(conversion: Conversion, context: SelectEntryContext | SubFieldEntryContext, bind: Bind): SoqlSelectItem {
  const span = spanOfRule(context);
  const aliasId = optional(context.soqlId());
  const alias = aliasId ? soqlName(conversion, aliasId) : null;
  const field = optional(context.fieldName());
  if (field) return { kind: 'item', value: fieldOf(conversion, field), alias };
  const inner = optional(context.subQuery());
  if (inner) {
    if (alias !== null) notSupported(conversion, span, 'SOQL alias of a sub-query');
    return { kind: 'subquery', query: subQuery(conversion, inner, bind) };
  }
  const typeOf = optional(context.typeOf());
  if (typeOf) {
    const otherwise = optional(typeOf.elseClause());
    return {
      kind: 'typeof',
      field: fieldName(conversion, typeOf.fieldName()),
      whens: typeOf.whenClause_list().map((when) => ({
        object: fieldName(conversion, when.fieldName()),
        fields: when
          .fieldNameList()
          .fieldName_list()
          .map((each) => fieldOf(conversion, each)),
      })),
      else:
        otherwise
          ?.fieldNameList()
          .fieldName_list()
          .map((each) => fieldOf(conversion, each)) ?? [],
      span,
    };
  }
  const call = context.soqlFunction();
  const scope = optional(call.soqlFieldsParameter());
  if (scope) return { kind: 'fields', scope: scope.getText().toUpperCase() as 'ALL' | 'STANDARD' | 'CUSTOM', span };
  return { kind: 'item', value: soqlFunction(conversion, call), alias };
}

function from(conversion: Conversion, context: FromNameListContext): SoqlFrom {
  const names = context.fieldName_list();
  const first = names[0];
  if (!first) throw new Error('FROM without a name');
  if (names.length > 1) notSupported(conversion, spanOfRule(context), 'SOQL FROM with several objects');
  // With several objects one cannot tell from the lists whose alias it is; they are refused anyway.
  const alias = names.length === 1 ? (context.soqlId_list()[0] ?? null) : null;
  return {
    object: fieldName(conversion, first),
    alias: alias ? soqlName(conversion, alias) : null,
    span: spanOfRule(first),
  };
}

const operandOf = (
  conversion: Conversion,
  context: { fieldName(): Parameters<typeof fieldOf>[1]; soqlFunction(): Parameters<typeof soqlFunction>[1] },
): ReturnType<typeof fieldOf> | ReturnType<typeof soqlFunction> => {
  const field = optional(context.fieldName());
  return field ? fieldOf(conversion, field) : soqlFunction(conversion, context.soqlFunction());
};

function orderBy(conversion: Conversion, context: OrderByClauseContext | null): SoqlQuery['orderBy'] {
  if (context === null) return [];
  return context
    .fieldOrderList()
    .fieldOrder_list()
    .map((order) => ({
      by: operandOf(conversion, order),
      descending: optional(order.DESC()) !== null,
      nulls: optional(order.FIRST()) ? 'first' : optional(order.LAST()) ? 'last' : null,
    }));
}

function number(conversion: Conversion, context: LimitClauseContext | OffsetClauseContext | null, bind: Bind): SoqlNumber | null {
  if (context === null) return null;
  const bound = optional(context.boundExpression());
  if (bound) return { kind: 'bind', index: bind(bound.expression()) };
  return { kind: 'number', value: integerValue(conversion, context.IntegerLiteral().getText(), spanOfRule(context)) };
}

function withMode(conversion: Conversion, context: WithClauseContext | null): SoqlQuery['with'] {
  if (context === null) return null;
  if (optional(context.USER_MODE())) return 'USER_MODE';
  if (optional(context.SYSTEM_MODE())) return 'SYSTEM_MODE';
  if (optional(context.SECURITY_ENFORCED())) return 'SECURITY_ENFORCED';
  notSupported(conversion, spanOfRule(context), optional(context.DATA()) ? 'SOQL WITH DATA CATEGORY' : 'SOQL WITH a filter');
  return null;
}

function forClause(conversion: Conversion, context: ForClausesContext): SoqlQuery['forClause'] {
  if (context.FOR_list().length > 1) notSupported(conversion, spanOfRule(context), 'SOQL with several FOR clauses');
  if (context.UPDATE_list().length > 0) return 'UPDATE';
  if (context.VIEW_list().length > 0) return 'VIEW';
  return context.REFERENCE_list().length > 0 ? 'REFERENCE' : null;
}
