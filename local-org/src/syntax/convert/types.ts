/** Type references, modifiers and annotations. */
import type {
  AnnotationContext,
  ApexToken,
  CreatedNameContext,
  ElementValueContext,
  ModifierContext,
  QualifiedNameContext,
  TypeListContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers, Span, TypeRef } from '../tree.ts';
import { type Conversion, error, optional, spanOf, spanOfRule } from './conversion.ts';
import { literal } from './literals.ts';
import { memberText, nameText } from './names.ts';

export const noModifiers: Modifiers = { words: [], annotations: [] };

export const listOf = (element: TypeRef): TypeRef => ({ name: 'List', args: [element], arrays: 0, span: element.span });

const typeList = (conversion: Conversion, context: TypeListContext): readonly TypeRef[] =>
  context.typeRef_list().map((type) => typeRef(conversion, type));

export const types = (conversion: Conversion, context: TypeListContext | null): readonly TypeRef[] =>
  context === null ? [] : typeList(conversion, context);

interface NamePart {
  readonly name: string;
  readonly args: TypeListContext | null;
  readonly start: ApexToken;
}

/** `List`, `Set` and `Map` are words of the language, not names of types: without `<…>` they are no type at all. */
const collections: ReadonlySet<string> = new Set(['list', 'set', 'map']);

function dotted(conversion: Conversion, parts: readonly NamePart[], arrays: number, span: Span): TypeRef {
  const [first] = parts;
  const last = parts.at(-1);
  const collection = first !== undefined && parts.length === 1 && collections.has(first.name.toLowerCase());
  if (parts.some((part) => part !== last && part.args !== null)) error(conversion, span, "Unexpected token '<'.");
  // The platform reads the type by its fixed form, which ends at the `>`.
  if (collection && (first.args === null || arrays > 0)) {
    error(conversion, spanOf(first.start), first.args === null ? `Unexpected token '${first.name}'.` : "Unexpected token '['.");
  }
  return { name: parts.map((part) => part.name).join('.'), args: types(conversion, last?.args ?? null), arrays, span };
}

export function typeRef(conversion: Conversion, context: TypeRefContext): TypeRef {
  const parts = context.typeName_list().map((part, index): NamePart => {
    const id = optional(part.id());
    const args = optional(part.typeArguments())?.typeList() ?? null;
    const name = id === null ? part.start.text : index === 0 ? nameText(conversion, id) : id.start.text;
    return { name, args, start: part.start };
  });
  return dotted(conversion, parts, context.arraySubscripts().LBRACK_list().length, spanOfRule(context));
}

/** The type behind `new`. */
export function createdType(conversion: Conversion, context: CreatedNameContext): TypeRef {
  const parts = context
    .idCreatedNamePair_list()
    .map((part): NamePart => ({ name: memberText(conversion, part.anyId()), args: optional(part.typeList()), start: part.start }));
  return dotted(conversion, parts, 0, spanOfRule(context));
}

export const qualifiedName = (conversion: Conversion, context: QualifiedNameContext): string =>
  context
    .id_list()
    .map((id) => nameText(conversion, id))
    .join('.');

export const namedType = (conversion: Conversion, context: QualifiedNameContext): TypeRef => ({
  name: qualifiedName(conversion, context),
  args: [],
  arrays: 0,
  span: spanOfRule(context),
});

/** The platform takes text and Booleans, and separates pairs by white space alone. */
function annotationValue(conversion: Conversion, context: ElementValueContext): string {
  const { type, value } = literal(conversion, context.literal());
  if (type !== 'String' && type !== 'Boolean') error(conversion, spanOfRule(context), `Unexpected token '${context.getText()}'.`);
  return String(value);
}

function annotation(conversion: Conversion, context: AnnotationContext): Annotation {
  const params: Record<string, string> = {};
  const pairs = optional(context.elementValuePairs());
  const comma = pairs?.COMMA_list()[0];
  if (comma) error(conversion, spanOf(comma.symbol), "Unexpected token ','.");
  for (const pair of pairs?.elementValuePair_list() ?? []) {
    params[nameText(conversion, pair.id()).toLowerCase()] = annotationValue(conversion, pair.elementValue());
  }
  const value = optional(context.elementValue());
  if (value) params['value'] = annotationValue(conversion, value);
  return { name: nameText(conversion, context.id()), params, span: spanOfRule(context) };
}

export function modifiers(conversion: Conversion, contexts: readonly ModifierContext[]): Modifiers {
  if (contexts.length === 0) return noModifiers;
  const words: string[] = [];
  const annotations: Annotation[] = [];
  for (const context of contexts) {
    const written = optional(context.annotation());
    if (written) annotations.push(annotation(conversion, written));
    else words.push(context.start === context.stop ? context.start.text.toLowerCase() : `${context.start.text} sharing`.toLowerCase());
  }
  return { words, annotations };
}
