/** Expressions. */
import {
  AnyIdContext,
  ApexParser,
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  ArrayExpressionContext,
  AssignExpressionContext,
  type ApexParserRuleContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  BoundExpressionContext,
  CastExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  EqualityExpressionContext,
  type ExpressionContext,
  type ExpressionListContext,
  IdPrimaryContext,
  InstanceOfExpressionContext,
  LiteralPrimaryContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  type MethodCallContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  type PrimaryContext,
  PrimaryExpressionContext,
  type SoqlLiteralContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SubExpressionContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext,
} from '@apexdevtools/apex-parser';
import type { AssignOperator, BinaryOperator, Expr } from '../tree.ts';
import { type Conversion, error, join, optional, sourceText, spanOf, spanOfRule } from './conversion.ts';
import { creation } from './creation.ts';
import { literal } from './literals.ts';
import { memberText, nameText, variableText } from './names.ts';
import { soqlQuery } from './soql.ts';
import { typeRef } from './types.ts';

export const expressions = (conversion: Conversion, context: ExpressionListContext | null): readonly Expr[] =>
  optional(context)
    ?.expression_list()
    .map((each) => expression(conversion, each)) ?? [];

/** In order of frequency. */
export function expression(conversion: Conversion, context: ExpressionContext): Expr {
  if (context instanceof PrimaryExpressionContext) return primary(conversion, context.primary());
  if (context instanceof DotExpressionContext) return dot(conversion, context);
  if (context instanceof MethodCallExpressionContext) return call(conversion, context.methodCall());
  if (context instanceof Arth2ExpressionContext) return binary(conversion, context.expression_list(), context.getChild(1).getText());
  if (context instanceof EqualityExpressionContext) return binary(conversion, context.expression_list(), context.getChild(1).getText());
  if (context instanceof AssignExpressionContext) return assignment(conversion, context);
  if (context instanceof NewExpressionContext) return creation(conversion, context, expression);
  if (context instanceof LogAndExpressionContext) return binary(conversion, context.expression_list(), '&&');
  if (context instanceof LogOrExpressionContext) return binary(conversion, context.expression_list(), '||');
  if (context instanceof CmpExpressionContext || context instanceof BitExpressionContext) {
    return binary(conversion, context.expression_list(), operatorTokens(context));
  }
  if (context instanceof ArrayExpressionContext) {
    const [target, index] = pair(conversion, context.expression_list());
    return { kind: 'index', target, index, span: join(target.span, spanOfRule(context)) };
  }
  // A parenthesis says nothing that the tree does not.
  if (context instanceof SubExpressionContext) return expression(conversion, context.expression());
  if (context instanceof CastExpressionContext) {
    return {
      kind: 'cast',
      type: typeRef(conversion, context.typeRef()),
      of: expression(conversion, context.expression()),
      span: spanOfRule(context),
    };
  }
  if (context instanceof CondExpressionContext) {
    const [test, then, otherwise] = context.expression_list().map((each) => expression(conversion, each));
    if (!test || !then || !otherwise) throw new Error('ternary without its three operands');
    return { kind: 'ternary', test, then, else: otherwise, span: join(test.span, otherwise.span) };
  }
  if (context instanceof PreOpExpressionContext || context instanceof NegExpressionContext) return prefix(conversion, context);
  if (context instanceof PostOpExpressionContext) {
    const of = expression(conversion, context.expression());
    const operator = context.getChild(1).getText() === '++' ? '++' : '--';
    return { kind: 'increment', operator, prefix: false, of, span: join(of.span, spanOfRule(context)) };
  }
  if (context instanceof InstanceOfExpressionContext) {
    const of = expression(conversion, context.expression());
    return { kind: 'instanceof', of, type: typeRef(conversion, context.typeRef()), span: join(of.span, spanOfRule(context)) };
  }
  if (context instanceof Arth1ExpressionContext) return binary(conversion, context.expression_list(), context.getChild(1).getText());
  if (context instanceof CoalExpressionContext) return binary(conversion, context.expression_list(), '??');
  if (context instanceof BitAndExpressionContext) return binary(conversion, context.expression_list(), '&');
  if (context instanceof BitOrExpressionContext) return binary(conversion, context.expression_list(), '|');
  if (context instanceof BitNotExpressionContext) return binary(conversion, context.expression_list(), '^');
  throw new Error(`expression ${context.constructor.name}`);
}

function pair(conversion: Conversion, contexts: readonly ExpressionContext[]): readonly [Expr, Expr] {
  const [left, right] = contexts;
  if (!left || !right) throw new Error('operator without its two operands');
  return [expression(conversion, left), expression(conversion, right)];
}

/** `> =` and `> >` are several tokens of the grammar. */
const operatorTokens = (context: CmpExpressionContext | BitExpressionContext): string =>
  Array.from({ length: context.getChildCount() - 2 }, (_, index) => context.getChild(index + 1).getText()).join('');

function binary(conversion: Conversion, contexts: readonly ExpressionContext[], operator: string): Expr {
  const [left, right] = pair(conversion, contexts);
  const name = operator === '<>' ? '!=' : (operator as BinaryOperator);
  return { kind: 'binary', operator: name, left, right, span: join(left.span, right.span) };
}

function assignment(conversion: Conversion, context: AssignExpressionContext): Expr {
  const [target, value] = pair(conversion, context.expression_list());
  const operator = context.getChild(1).getText() as AssignOperator;
  return { kind: 'assign', operator, target, value, span: join(target.span, value.span) };
}

function prefix(conversion: Conversion, context: PreOpExpressionContext | NegExpressionContext): Expr {
  const operator = context.start.text;
  const of = expression(conversion, context.expression());
  const span = spanOfRule(context);
  if (operator === '++' || operator === '--') return { kind: 'increment', operator, prefix: true, of, span };
  return { kind: 'unary', operator: operator as '-' | '+' | '!' | '~', of, span };
}

/** The span begins at the name: there the platform reports an unknown field or method, and there its stack traces point. */
/** `5.format()`: the platform takes `5.` for the beginning of a Decimal; `5 .format()` and `(5).format()` are something else. */
function refusePoint(conversion: Conversion, context: DotExpressionContext): void {
  const literalEnd = context.expression().stop;
  const point = optional(context.DOT())?.symbol;
  if (!point || literalEnd?.type !== ApexParser.IntegerLiteral || point.start !== literalEnd.stop + 1) return;
  error(conversion, spanOf(point), "Unexpected token '.'.");
}

function dot(conversion: Conversion, context: DotExpressionContext): Expr {
  refusePoint(conversion, context);
  const target = expression(conversion, context.expression());
  const safe = optional(context.QUESTIONDOT()) !== null;
  const member = context.getChild(2);
  if (member instanceof AnyIdContext) {
    return { kind: 'member', target, name: memberText(conversion, member), safe, span: spanOfRule(member) };
  }
  const method = context.dotMethodCall();
  return {
    kind: 'call',
    target,
    name: memberText(conversion, method.anyId()),
    args: expressions(conversion, method.expressionList()),
    safe,
    span: spanOfRule(method),
  };
}

function call(conversion: Conversion, context: MethodCallContext): Expr {
  const args = expressions(conversion, context.expressionList());
  const span = spanOfRule(context);
  const id = optional(context.id());
  if (id) return { kind: 'call', target: null, name: nameText(conversion, id), args, safe: false, span };
  return { kind: 'constructorCall', which: optional(context.THIS()) ? 'this' : 'super', args, span };
}

function primary(conversion: Conversion, context: PrimaryContext): Expr {
  const span = spanOfRule(context);
  if (context instanceof IdPrimaryContext) return { kind: 'name', name: variableText(conversion, context.id()), span };
  if (context instanceof LiteralPrimaryContext) return literal(conversion, context.literal());
  if (context instanceof ThisPrimaryContext) return { kind: 'this', span };
  if (context instanceof SuperPrimaryContext) return { kind: 'super', span };
  if (context instanceof TypeRefPrimaryContext) return { kind: 'typeLiteral', type: typeRef(conversion, context.typeRef()), span };
  if (context instanceof SoqlPrimaryContext) return soql(conversion, context.soqlLiteral());
  if (context instanceof SoslPrimaryContext) {
    return sosl(conversion, context);
  }
  if (context instanceof VoidPrimaryContext)
    return { kind: 'typeLiteral', type: { name: 'void', args: [], arrays: 0, span: spanOf(context.start) }, span };
  throw new Error(`primary ${context.constructor.name}`);
}

function sosl(conversion: Conversion, context: SoslPrimaryContext): Expr {
  const binds: Expr[] = [];
  const written = sourceText(context);
  let text = '';
  let from = 0;
  const visit = (node: ApexParserRuleContext): void => {
    if (node instanceof BoundExpressionContext) {
      text += `${written.slice(from, node.start.start - context.start.start)}:b${binds.length}`;
      from = (node.stop ?? node.start).stop - context.start.start + 1;
      binds.push(expression(conversion, node.expression()));
      return;
    }
    for (let i = 0; i < node.getChildCount(); i++) {
      const child: unknown = node.getChild(i);
      // Leaves are tokens, and have none.
      if (typeof (child as Partial<ApexParserRuleContext>).getChildCount === 'function' && 'start' in (child as object))
        visit(child as ApexParserRuleContext);
    }
  };
  visit(context);
  return { kind: 'sosl', text: text + written.slice(from), binds, span: spanOfRule(context) };
}

function soql(conversion: Conversion, context: SoqlLiteralContext): Expr {
  const binds: Expr[] = [];
  const query = soqlQuery(conversion, context.query(), (bound) => binds.push(expression(conversion, bound)) - 1);
  return { kind: 'soql', query, binds, span: spanOfRule(context) };
}
