/** REGEX: Java's regular expressions, as Pattern has them; the whole text must match. */
import { compileRegex } from '../standard/System/core/regex/compile.ts';

export function matchesRegex(pattern: string, text: string): boolean {
  const { matches } = compileRegex(pattern);
  matches.lastIndex = 0;
  return matches.test(text);
}
