/** `switch on`. Signs are folded into the literals, so that a value is a literal or a name. */
import { ApexParser } from '@apexdevtools/apex-parser';
import type { QualifiedNameContext, SwitchStatementContext, WhenLiteralContext, WhenValueContext } from '@apexdevtools/apex-parser';
import type { Expr, Statement, SwitchLabel } from '../tree.ts';
import { type Conversion, error, optional, spanOf, spanOfRule } from './conversion.ts';
import { expression } from './expressions.ts';
import { integerValue, longText, multilineValue, stringValue } from './literals.ts';
import { declaredName, nameText } from './names.ts';
import { block } from './statements.ts';
import { typeRef } from './types.ts';

export function switchStatement(conversion: Conversion, context: SwitchStatementContext): Statement {
  const cases = context.whenControl_list().map((when) => ({
    label: label(conversion, when.whenValue()),
    body: block(conversion, when.block()),
    span: spanOfRule(when),
  }));
  cases.forEach((each, index) => {
    if (each.label.kind === 'else' && index < cases.length - 1) {
      error(conversion, each.span, "'when else' must be the last when block");
    }
  });
  return { kind: 'switch', on: expression(conversion, context.expression()), cases, span: spanOfRule(context) };
}

function label(conversion: Conversion, context: WhenValueContext): SwitchLabel {
  if (optional(context.ELSE())) return { kind: 'else' };
  const type = optional(context.typeRef());
  if (type) return { kind: 'type', type: typeRef(conversion, type), name: declaredName(conversion, context.id(), 'variable') };
  return { kind: 'values', values: context.whenLiteral_list().map((each) => value(conversion, each)) };
}

function dottedName(conversion: Conversion, context: QualifiedNameContext): Expr {
  const [first, ...rest] = context.id_list();
  if (!first) throw new Error('empty name');
  return rest.reduce<Expr>(
    (target, id) => ({ kind: 'member', target, name: nameText(conversion, id), safe: false, span: spanOfRule(id) }),
    { kind: 'name', name: nameText(conversion, first), span: spanOfRule(first) },
  );
}

function value(conversion: Conversion, context: WhenLiteralContext): Expr {
  const inner = optional(context.whenLiteral());
  if (inner) return value(conversion, inner);
  const name = optional(context.qualifiedName());
  if (name) return dottedName(conversion, name);
  const span = spanOfRule(context);
  const negative = context.SUB_list().length % 2 === 1;
  const token = context.stop ?? context.start;
  switch (token.type) {
    case ApexParser.IntegerLiteral: {
      const number = integerValue(conversion, token.text, spanOf(token));
      return { kind: 'literal', type: 'Integer', value: negative ? -number : number, span };
    }
    case ApexParser.LongLiteral: {
      const text = longText(conversion, token.text, spanOf(token));
      return { kind: 'literal', type: 'Long', value: negative ? `-${text}` : text, span };
    }
    case ApexParser.StringLiteral:
      return { kind: 'literal', type: 'String', value: stringValue(conversion, token), span };
    case ApexParser.MultilineStringLiteral:
      return { kind: 'literal', type: 'String', value: multilineValue(token), span };
    default:
      return { kind: 'literal', type: 'null', value: null, span };
  }
}
