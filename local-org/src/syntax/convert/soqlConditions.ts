/** Conditions of WHERE and HAVING, and the values on their right-hand sides. */
import { ApexParser } from '@apexdevtools/apex-parser';
import type {
  ComparisonOperatorContext,
  DateFormulaContext,
  ExpressionContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  SubQueryContext,
  ValueContext,
  WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import type { SoqlComparison, SoqlCondition, SoqlQuery, SoqlValue } from '../tree.ts';
import { type Conversion, error, notSupported, optional, spanOf, spanOfRule } from './conversion.ts';
import { integerValue, multilineValue, stringValue } from './literals.ts';
import { fieldOf, soqlFunction } from './soqlOperands.ts';

type Bind = (context: ExpressionContext) => number;
type SubQuery = (conversion: Conversion, context: SubQueryContext, bind: Bind) => SoqlQuery;

/** One operator per level: the platform, like the grammar, wants parentheses where AND and OR meet. */
function combine(conditions: readonly SoqlCondition[], negated: boolean, or: boolean): SoqlCondition {
  const [first] = conditions;
  if (!first) throw new Error('logical expression without a condition');
  if (negated) return { kind: 'not', of: first };
  return conditions.length === 1 ? first : { kind: or ? 'or' : 'and', of: conditions };
}

export function whereLogical(
  conversion: Conversion,
  context: WhereLogicalExpressionContext,
  bind: Bind,
  subQuery: SubQuery,
): SoqlCondition {
  const conditions = context.whereConditionalExpression_list().map((each): SoqlCondition => {
    const inner = optional(each.whereLogicalExpression());
    if (inner) return whereLogical(conversion, inner, bind, subQuery);
    const simple = each.whereFieldExpression();
    const compared = optional(simple.fieldExpression());
    if (compared) return comparison(conversion, compared, bind, subQuery);
    notSupported(conversion, spanOfRule(simple), 'SOQL FORMULA');
    return { kind: 'and', of: [] };
  });
  return combine(conditions, optional(context.NOT()) !== null, context.SOQLOR_list().length > 0);
}

export function logical(conversion: Conversion, context: LogicalExpressionContext, bind: Bind, subQuery: SubQuery): SoqlCondition {
  const conditions = context.conditionalExpression_list().map((each): SoqlCondition => {
    const inner = optional(each.logicalExpression());
    return inner ? logical(conversion, inner, bind, subQuery) : comparison(conversion, each.fieldExpression(), bind, subQuery);
  });
  return combine(conditions, optional(context.NOT()) !== null, context.SOQLOR_list().length > 0);
}

function comparison(conversion: Conversion, context: FieldExpressionContext, bind: Bind, subQuery: SubQuery): SoqlCondition {
  const field = optional(context.fieldName());
  return {
    kind: 'compare',
    left: field ? fieldOf(conversion, field) : soqlFunction(conversion, context.soqlFunction()),
    operator: operator(context.comparisonOperator()),
    right: value(conversion, context.value(), bind, subQuery),
    span: spanOfRule(context),
  };
}

function operator(context: ComparisonOperatorContext): SoqlComparison {
  const words = Array.from({ length: context.getChildCount() }, (_, index) => context.getChild(index).getText().toUpperCase());
  if (words[0] === 'NOT') return 'NOT IN';
  const written = words.join('');
  return written === '<>' ? '!=' : (written as SoqlComparison);
}

function value(conversion: Conversion, context: ValueContext, bind: Bind, subQuery: SubQuery): SoqlValue {
  const bound = optional(context.boundExpression());
  if (bound) return { kind: 'bind', index: bind(bound.expression()) };
  const number = optional(context.signedNumber());
  if (number) {
    const text = number.getText();
    if (/d$/i.test(text)) error(conversion, spanOfRule(number), `Unexpected token '${text}'.`);
    return { kind: 'number', text };
  }
  const list = optional(context.valueList());
  if (list) return { kind: 'list', values: list.value_list().map((each) => value(conversion, each, bind, subQuery)) };
  const inner = optional(context.subQuery());
  if (inner) return { kind: 'subquery', query: subQuery(conversion, inner, bind) };
  const date = optional(context.dateFormula());
  if (date) return dateLiteral(conversion, date);
  const token = context.start;
  switch (token.type) {
    case ApexParser.NULL:
      return { kind: 'null' };
    case ApexParser.BooleanLiteral:
      return { kind: 'boolean', value: token.text.toLowerCase() === 'true' };
    case ApexParser.StringLiteral:
      return { kind: 'string', value: stringValue(conversion, token, true) };
    case ApexParser.MultilineStringLiteral:
      return { kind: 'string', value: multilineValue(token) };
    case ApexParser.DateLiteral:
      return { kind: 'date', text: token.text };
    case ApexParser.DateTimeLiteral:
      return { kind: 'datetime', text: token.text };
    case ApexParser.TimeLiteral:
      notSupported(conversion, spanOf(token), 'SOQL time literal');
      return { kind: 'null' };
    default:
      notSupported(conversion, spanOf(token), 'SOQL currency literal');
      return { kind: 'null' };
  }
}

function dateLiteral(conversion: Conversion, context: DateFormulaContext): SoqlValue {
  const count = optional(context.signedInteger());
  const sign = count && optional(count.SUB()) ? -1 : 1;
  return {
    kind: 'dateLiteral',
    name: context.start.text.toUpperCase(),
    n: count ? sign * integerValue(conversion, count.IntegerLiteral().getText(), spanOfRule(count)) : null,
  };
}
