/** Literals: ranges and escapes, with the platform's wording for what does not fit. */
import type { ApexToken, LiteralContext } from '@apexdevtools/apex-parser';
import { ApexParser } from '@apexdevtools/apex-parser';
import type { Expr, Span } from '../tree.ts';
import { type Conversion, error, spanOf } from './conversion.ts';

type Literal = Extract<Expr, { kind: 'literal' }>;

const maxInteger = 2147483647;
const maxLong = 9223372036854775807n;
/** `\%` and `\_` are legal in SOQL strings only; the lexer knows no such difference and gets this mark in place of the backslash. */
export const likeEscapeMark = '\uE000';

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\' };

const unescape = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (whole, hex: string | undefined, char: string | undefined) =>
    hex === undefined ? (escapes[(char ?? '').toLowerCase()] ?? whole) : String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** The characters between the quotes of `'…'`, escapes resolved. */
export function stringValue(conversion: Conversion, token: ApexToken, inSoql = false): string {
  const body = token.text.slice(1, -1);
  if (/[\r\n]/.test(body)) {
    error(conversion, spanOf(token), 'Illegal string literal: Line breaks are not allowed in string literals');
  }
  if (!inSoql && body.includes(likeEscapeMark)) {
    const written = body.replaceAll(likeEscapeMark, '\\');
    const char = body.charAt(body.indexOf(likeEscapeMark) + 1);
    error(
      conversion,
      spanOf(token),
      `Illegal string literal: Invalid string literal '${written}'. Illegal character sequence \\${char}' in string literal.`,
    );
  }
  return unescape(body).replaceAll(likeEscapeMark, '\\');
}

/**
 * `'''` and a line break, which is not part of the value, open a text over several lines. As in Java's text blocks the
 * indentation that all lines share goes (the line of the closing quotes counts), white space at line ends goes, and
 * escapes are resolved after that.
 */
export function multilineValue(token: ApexToken): string {
  const lines = token.text
    .slice(3, -3)
    .split(/\r\n|\r|\n/)
    .slice(1);
  const measured = lines.filter((line, index) => line.trim() !== '' || index === lines.length - 1);
  const indent = Math.min(...measured.map((line) => line.length - line.trimStart().length));
  return unescape(lines.map((line) => line.slice(indent).trimEnd()).join('\n'));
}

/** Numbers are never negative here: the sign is an operator, and the platform refuses even `-2147483648`. */
export function integerValue(conversion: Conversion, text: string, span: Span): number {
  const value = Number(text);
  if (value > maxInteger) error(conversion, span, 'Illegal integer');
  return value;
}

export function longText(conversion: Conversion, text: string, span: Span): string {
  const value = BigInt(text.slice(0, -1));
  if (value > maxLong) error(conversion, span, 'Illegal long');
  return String(value);
}

export function literal(conversion: Conversion, context: LiteralContext): Literal {
  const token = context.start;
  const span = spanOf(token);
  switch (token.type) {
    case ApexParser.IntegerLiteral:
      return { kind: 'literal', type: 'Integer', value: integerValue(conversion, token.text, span), span };
    case ApexParser.LongLiteral:
      return { kind: 'literal', type: 'Long', value: longText(conversion, token.text, span), span };
    case ApexParser.NumberLiteral:
      return /d$/i.test(token.text)
        ? { kind: 'literal', type: 'Double', value: token.text.slice(0, -1), span }
        : { kind: 'literal', type: 'Decimal', value: token.text, span };
    case ApexParser.StringLiteral:
      return { kind: 'literal', type: 'String', value: stringValue(conversion, token), span };
    case ApexParser.MultilineStringLiteral:
      return { kind: 'literal', type: 'String', value: multilineValue(token), span };
    case ApexParser.BooleanLiteral:
      return { kind: 'literal', type: 'Boolean', value: token.text.toLowerCase() === 'true', span };
    case ApexParser.NULL:
      return { kind: 'literal', type: 'null', value: null, span };
    default:
      throw new Error(`literal of token type ${token.type}`);
  }
}
