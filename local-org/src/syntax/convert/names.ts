/** Identifiers: which characters and words the platform admits where the grammar is more generous. */
import type { AnyIdContext, IdContext } from '@apexdevtools/apex-parser';
import { type Conversion, error, spanOf } from './conversion.ts';

const identifier = /^[A-Za-z][A-Za-z0-9_]*$/;

export function nameText(conversion: Conversion, context: IdContext | AnyIdContext): string {
  const name = context.start.text;
  if (!identifier.test(name)) {
    error(
      conversion,
      spanOf(context.start),
      `Invalid identifier '${name}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.`,
    );
  }
  return name;
}
