/** `String.format`: Java's MessageFormat with plain arguments (`{0}`), whose apostrophes quote. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';

export function formatMessage(pattern: string, args: readonly string[]): string {
  let result = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === "'") {
      if (pattern.charAt(i + 1) === "'") {
        result += "'";
        i++;
      } else quoted = !quoted;
    } else if (char === '{' && !quoted) {
      const end = pattern.indexOf('}', i);
      if (end < 0) throw apexError('StringException', 'Unmatched braces in the pattern.');
      result += argument(pattern.slice(i + 1, end), args);
      i = end;
    } else result += char;
  }
  return result;
}

/** A number without an argument stays as it is written. */
function argument(inside: string, args: readonly string[]): string {
  if (/^\s*\d+\s*,/.test(inside)) throw new NotSupported(`String.format with {${inside}}`);
  if (!/^\s*\d+\s*$/.test(inside)) throw apexError('StringException', `can't parse argument number: ${inside}`);
  return args[Number(inside)] ?? `{${inside.trim()}}`;
}
