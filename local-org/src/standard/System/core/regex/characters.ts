/** Sets of characters in the JavaScript `v` syntax, as Java's regular expressions define them (ASCII unless it says otherwise). */
import { NotSupported } from '../../../../runtime/exceptions.ts';

/** A literal, safe inside and outside of classes. */
export function literal(code: number): string {
  const char = String.fromCodePoint(code);
  return /[a-zA-Z0-9]/.test(char) ? char : `\\u{${code.toString(16)}}`;
}

const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;

/** Without `(?u)` Java's `(?i)` knows only the ASCII letters. */
export function caseVariants(code: number): readonly number[] {
  if (isLower(code)) return [code, code - 32];
  return isUpper(code) ? [code, code + 32] : [code];
}

export function range(from: number, to: number, ignoreCase: boolean): string {
  const parts = [`${literal(from)}-${literal(to)}`];
  if (ignoreCase) {
    const lower = [Math.max(from, 97), Math.min(to, 122)] as const;
    const upper = [Math.max(from, 65), Math.min(to, 90)] as const;
    if (lower[0] <= lower[1]) parts.push(`${literal(lower[0] - 32)}-${literal(lower[1] - 32)}`);
    if (upper[0] <= upper[1]) parts.push(`${literal(upper[0] + 32)}-${literal(upper[1] + 32)}`);
  }
  return parts.join('');
}

export const lineEnds = '\\n\\r\\u{85}\\u{2028}\\u{2029}';

/** `\d`, `\w`, …: members of a class. */
export const shorthands: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'a-zA-Z0-9_',
  s: '\\t-\\r\\u{20}',
  h: '\\t\\u{20}\\u{a0}\\u{1680}\\u{180e}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}',
  v: '\\n-\\r\\u{85}\\u{2028}\\u{2029}',
};

const posix: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\u{0}-\\u{7f}',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\u{21}-\\u{2f}\\u{3a}-\\u{40}\\u{5b}-\\u{60}\\u{7b}-\\u{7e}',
  Graph: '\\u{21}-\\u{7e}',
  Print: '\\u{20}-\\u{7e}',
  Blank: '\\u{20}\\t',
  Cntrl: '\\u{0}-\\u{1f}\\u{7f}',
  XDigit: '0-9a-fA-F',
  Space: '\\t-\\r\\u{20}',
  L1: '\\u{0}-\\u{ff}',
};

const binary: Readonly<Record<string, string>> = {
  alphabetic: '\\p{Alphabetic}',
  ideographic: '\\p{Ideographic}',
  letter: '\\p{L}',
  lowercase: '\\p{Lowercase}',
  uppercase: '\\p{Uppercase}',
  titlecase: '\\p{Lt}',
  punctuation: '\\p{P}',
  control: '\\p{Cc}',
  white_space: '\\p{White_Space}',
  digit: '\\p{Nd}',
  hex_digit: '\\p{Hex_Digit}',
  assigned: '\\P{Cn}',
};

const category = /^(?:L[CulmotC]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/;

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'v');
    return true;
  } catch {
    return false;
  }
}

/** The inside of `\p{…}`: members of a class. */
export function property(name: string, ignoreCase: boolean): string {
  if (ignoreCase && /^(?:Is)?(?:Lower|Upper|L[ult]|Lowercase|Uppercase|Titlecase)$/i.test(name))
    throw new NotSupported(`\\p{${name}} with (?i)`);
  const own = posix[name];
  if (own !== undefined) return own;
  const bare = name.replace(/^(?:Is|general_category=|gc=)/, '');
  if (category.test(bare)) return `\\p{${bare}}`;
  const flag = name.startsWith('Is') ? binary[bare.toLowerCase()] : undefined;
  if (flag !== undefined) return flag;
  const script = /^(?:Is|script=|sc=)(\w+)$/.exec(name)?.[1];
  if (script !== undefined && compiles(`\\p{Script=${script}}`)) return `\\p{Script=${script}}`;
  throw new NotSupported(`\\p{${name}} in a regular expression`);
}
