/** What stands behind `new`: objects, records with named fields, collections with their first items. */
import {
  AssignExpressionContext,
  type CreatorContext,
  type ExpressionContext,
  IdPrimaryContext,
  type NewExpressionContext,
  PrimaryExpressionContext,
} from '@apexdevtools/apex-parser';
import type { Expr, Span, TypeRef } from '../tree.ts';
import { type Conversion, error, optional, spanOf, spanOfRule } from './conversion.ts';
import { nameText } from './names.ts';
import { createdType, listOf } from './types.ts';

type Convert = (conversion: Conversion, context: ExpressionContext) => Expr;

export function creation(conversion: Conversion, context: NewExpressionContext, convert: Convert): Expr {
  const creator = context.creator();
  const type = createdType(conversion, creator.createdName());
  const span = spanOfRule(context);
  const rest = optional(creator.classCreatorRest());
  if (rest) return construction(conversion, type, optional(rest.arguments().expressionList())?.expression_list() ?? [], span, convert);
  return array(conversion, creator, type, span, convert) ?? collection(conversion, creator, type, span, convert);
}

/** `Name = value`, which is an assignment to a plain name as far as the grammar goes. */
function namedField(context: ExpressionContext): { id: IdPrimaryContext; value: ExpressionContext } | null {
  if (!(context instanceof AssignExpressionContext) || optional(context.ASSIGN()) === null) return null;
  const [target, value] = context.expression_list();
  if (!(target instanceof PrimaryExpressionContext) || !value) return null;
  const id = target.primary();
  return id instanceof IdPrimaryContext ? { id, value } : null;
}

function construction(conversion: Conversion, type: TypeRef, args: readonly ExpressionContext[], span: Span, convert: Convert): Expr {
  const fields = args.map(namedField);
  if (fields.length === 0 || fields[0] === null) return { kind: 'new', type, args: args.map((arg) => convert(conversion, arg)), span };
  return {
    kind: 'newSObject',
    type,
    fields: fields.flatMap((field, index) => {
      if (field !== null && field !== undefined) {
        return [{ name: nameText(conversion, field.id.id()), value: convert(conversion, field.value), span: spanOfRule(field.id) }];
      }
      const other = args[index];
      if (other) error(conversion, spanOf(other.start), `Unexpected token '${other.start.text}'.`);
      return [];
    }),
    span,
  };
}

function array(conversion: Conversion, creator: CreatorContext, element: TypeRef, span: Span, convert: Convert): Expr | null {
  const rest = optional(creator.arrayCreatorRest());
  if (!rest) return null;
  const type = listOf(element);
  const size = optional(rest.expression());
  if (size) return { kind: 'newArray', type, size: convert(conversion, size), span };
  const items = optional(rest.arrayInitializer());
  if (!items) error(conversion, spanOf(rest.RBRACK().symbol), "Unexpected token ']'.");
  const trailing = items?.COMMA_list().at(-1);
  if (items && trailing && trailing.symbol.tokenIndex > (items.expression_list().at(-1)?.stop?.tokenIndex ?? 0)) {
    error(conversion, spanOf(items.RBRACE().symbol), "Unexpected token '}'.");
  }
  return { kind: 'newItems', type, items: items?.expression_list().map((item) => convert(conversion, item)) ?? [], span };
}

function collection(conversion: Conversion, creator: CreatorContext, type: TypeRef, span: Span, convert: Convert): Expr {
  const map = optional(creator.mapCreatorRest());
  if (map) {
    const entries = map.mapCreatorRestPair_list().map((pair) => {
      const [key, value] = pair.expression_list();
      if (!key || !value) throw new Error('map entry without key and value');
      return { key: convert(conversion, key), value: convert(conversion, value) };
    });
    return { kind: 'newMap', type, entries, span };
  }
  const items = optional(creator.setCreatorRest());
  if (items) return { kind: 'newItems', type, items: items.expression_list().map((item) => convert(conversion, item)), span };
  if (type.args.length === 0) error(conversion, spanOf(creator.noRest().start), "Unexpected token '{'.");
  return type.name.toLowerCase() === 'map' ? { kind: 'newMap', type, entries: [], span } : { kind: 'newItems', type, items: [], span };
}
