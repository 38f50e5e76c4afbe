/** `String.format`: Java's MessageFormat with plain arguments (`{0}`), whose apostrophes quote. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';

const fail = (message: string): never => {
  throw apexError('StringException', message);
};

export function formatMessage(pattern: string, args: readonly string[]): string {
  let result = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === "'" && pattern.charAt(i + 1) === "'") {
      result += char;
      i++;
    } else if (char === "'") quoted = !quoted;
    else if (char === '{' && !quoted) {
      const end = endOfElement(pattern, i + 1);
      // Java passes over an element that never ends, if there is another brace in it.
      if (end < 0) return result;
      result += argument(pattern.slice(i + 1, end), args);
      i = end;
    } else result += char;
  }
  return result;
}

/** Where the brace is that closes the element; quotes and inner braces belong to it. -1 = an inner one is open. */
function endOfElement(pattern: string, from: number): number {
  let open = 0;
  let quoted = false;
  for (let i = from; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (char === '{') open++;
    else if (char === '}' && open-- === 0) return i;
  }
  return open > 0 ? -1 : fail('Unmatched braces in the pattern.');
}

/** A number without an argument stays as it is written. */
function argument(inside: string, args: readonly string[]): string {
  const [index = '', ...type] = inside.split(',');
  if (!/^[+-]?\d+$/.test(index)) fail(`can't parse argument number: ${index}`);
  if (Number(index) < 0) fail(`negative argument number: ${Number(index)}`);
  if (type.join(',').trim() !== '') throw new NotSupported(`String.format with {${inside}}`);
  return args[Number(index)] ?? `{${Number(index)}}`;
}
