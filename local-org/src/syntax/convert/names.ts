/** Identifiers: which characters and words the platform admits where the grammar is more generous. */
import type { AnyIdContext, IdContext, SoqlIdContext } from '@apexdevtools/apex-parser';
import { type Conversion, error, spanOf } from './conversion.ts';
import { keywords, reservedNames, reservedTypes, soqlKeywords } from './reservedWords.ts';

function text(conversion: Conversion, context: IdContext | AnyIdContext): string {
  const name = context.start.text;
  if (/[^\x20-\x7e]/.test(name)) {
    error(
      conversion,
      spanOf(context.start),
      `Invalid identifier '${name}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.`,
    );
  }
  return name;
}

function unlessKeyword(conversion: Conversion, context: IdContext, refused: ReadonlySet<string>): string {
  const name = text(conversion, context);
  if (refused.has(name.toLowerCase())) error(conversion, spanOf(context.start), `Unexpected token '${name}'.`);
  return name;
}

/** A name that stands for itself. */
export const nameText = (conversion: Conversion, context: IdContext): string => unlessKeyword(conversion, context, keywords);

/** A name in an expression: `Trigger.new` makes the one exception among the keywords. */
export const variableText = (conversion: Conversion, context: IdContext): string =>
  context.start.text.toLowerCase() === 'trigger' ? text(conversion, context) : nameText(conversion, context);

/** A name behind a dot or `new`: any word will do. */
export const memberText = (conversion: Conversion, context: AnyIdContext): string => text(conversion, context);

/** The parts of a path in SOQL; only the first can be taken for a keyword. */
export const soqlPath = (conversion: Conversion, ids: readonly SoqlIdContext[]): readonly string[] =>
  ids.map((id, index) => (index === 0 ? soqlName(conversion, id) : text(conversion, id.id())));

export const soqlName = (conversion: Conversion, id: SoqlIdContext): string => unlessKeyword(conversion, id.id(), soqlKeywords);

export type Declared = 'variable' | 'method' | 'type' | 'enum';

const maxTypeLength = 40;
const maxLength = 255;

/** A name that a declaration gives. `topLevel`: the shorter limit of types that are stored under their name. */
export function declaredName(conversion: Conversion, context: IdContext, what: Declared, topLevel = false): string {
  const name = nameText(conversion, context);
  const folded = name.toLowerCase();
  const at = spanOf(context.start);
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || name.endsWith('_') || name.includes('__')) {
    error(conversion, at, `Invalid character in identifier: ${name}`);
  } else if (what !== 'method' && !keywords.has(folded) && reservedNames.has(folded)) {
    error(conversion, at, `Identifier name is reserved: ${name}`);
  } else if (what === 'type' && reservedTypes.has(folded)) {
    error(conversion, at, `Identifier type is reserved: ${name}`);
  } else if (name.length > (topLevel ? maxTypeLength : maxLength)) {
    error(conversion, at, `Identifier name is too long: ${name}`);
  }
  return name;
}
