/** Type references, modifiers and annotations. */
import type {
  AnnotationContext,
  CreatedNameContext,
  ModifierContext,
  QualifiedNameContext,
  TypeListContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers, Span, TypeRef } from '../tree.ts';
import { type Conversion, error, optional, spanOfRule } from './conversion.ts';
import { literal } from './literals.ts';
import { nameText } from './names.ts';

export const noModifiers: Modifiers = { words: [], annotations: [] };

export const listOf = (element: TypeRef): TypeRef => ({ name: 'List', args: [element], arrays: 0, span: element.span });

const typeList = (conversion: Conversion, context: TypeListContext): readonly TypeRef[] =>
  context.typeRef_list().map((type) => typeRef(conversion, type));

export const types = (conversion: Conversion, context: TypeListContext | null): readonly TypeRef[] =>
  context === null ? [] : typeList(conversion, context);

interface NamePart {
  readonly name: string;
  readonly args: TypeListContext | null;
}

function dotted(conversion: Conversion, parts: readonly NamePart[], arrays: number, span: Span): TypeRef {
  const last = parts.at(-1);
  if (parts.some((part) => part !== last && part.args !== null)) {
    error(conversion, span, 'Type arguments are allowed on the last name of a type only');
  }
  return { name: parts.map((part) => part.name).join('.'), args: types(conversion, last?.args ?? null), arrays, span };
}

export function typeRef(conversion: Conversion, context: TypeRefContext): TypeRef {
  const parts = context.typeName_list().map((part): NamePart => {
    const id = optional(part.id());
    return { name: id ? nameText(conversion, id) : part.start.text, args: optional(part.typeArguments())?.typeList() ?? null };
  });
  return dotted(conversion, parts, context.arraySubscripts().LBRACK_list().length, spanOfRule(context));
}

/** The type behind `new`. */
export function createdType(conversion: Conversion, context: CreatedNameContext): TypeRef {
  const parts = context
    .idCreatedNamePair_list()
    .map((part): NamePart => ({ name: nameText(conversion, part.anyId()), args: optional(part.typeList()) }));
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

function annotation(conversion: Conversion, context: AnnotationContext): Annotation {
  const params: Record<string, string> = {};
  const text = (value: ReturnType<AnnotationContext['elementValue']>): string => String(literal(conversion, value.literal()).value);
  for (const pair of optional(context.elementValuePairs())?.elementValuePair_list() ?? []) {
    params[nameText(conversion, pair.id()).toLowerCase()] = text(pair.elementValue());
  }
  const value = optional(context.elementValue());
  if (value) params['value'] = text(value);
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
