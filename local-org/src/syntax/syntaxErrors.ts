/** ANTLR's syntax errors in the platform's words. */
import { ApexErrorListener } from '@apexdevtools/apex-parser';
import type { ApexToken } from '@apexdevtools/apex-parser';
import { likeEscapeMark } from './convert/literals.ts';

export interface SyntaxError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The offending one; null for what is no token at all. */
  readonly token: string | null;
}

const tokenTypeNames: Readonly<Record<string, string>> = { Identifier: 'IDENTIFIER', IntegerLiteral: 'INTEGER', StringLiteral: 'STRING' };

/** The one token the parser wanted, or null when it would have taken several. */
function expected(text: string): string | null {
  if (text.startsWith('{')) return null;
  return text.startsWith("'") ? text.slice(1, -1) : (tokenTypeNames[text] ?? text);
}

function parserMessage(message: string, token: string): string {
  const missing = /^missing (.+) at '/s.exec(message);
  if (missing?.[1] !== undefined && expected(missing[1]) !== null) return `Missing '${expected(missing[1])}' at '${token}'`;
  const extra = /^extraneous input .* expecting (.+)$/s.exec(message);
  if (extra?.[1] !== undefined && expected(extra[1]) !== null) return `Extra '${expected(extra[1])}', at '${token}'.`;
  const mismatched = /^mismatched input .* expecting (.+)$/s.exec(message);
  if (mismatched?.[1] !== undefined && expected(mismatched[1]) !== null)
    return `Expecting '${expected(mismatched[1])}' but was: '${token}'`;
  return `Unexpected token '${token}'.`;
}

function stringMessage(rest: string): string {
  const broken = /\\(?!u[0-9a-fA-F]{4}|[btnfr"'\\])(u?)(.?)/is.exec(rest);
  if (!broken) return "Missing closing quote character ' on string.";
  const end = rest.indexOf("'", 1);
  const written = end < 0 ? rest.slice(1) : rest.slice(1, end);
  return broken[1]
    ? `Illegal string literal: Invalid string literal '${written}'. Illegal unicode sequence. Less than four hex digits \\${written}' in string literal.`
    : `Illegal string literal: Invalid string literal '${written}'. Illegal character sequence \\${broken[2] ?? ''}' in string literal.`;
}

function lexerMessage(message: string): string {
  const rest = message
    .replace(/^token recognition error at: '/, '')
    .replace(/'$/, '')
    .replaceAll(likeEscapeMark, '\\');
  const char = [...rest][0] ?? '';
  if (char === "'") return stringMessage(rest);
  if (rest.startsWith('/*')) return 'Missing closing mark */ on multi-line comment.';
  const code = char.codePointAt(0) ?? 0;
  if (code < 32 || code === 127) {
    return `Found control character hex 0x${code.toString(16).toUpperCase()} (decimal ${code}) that isn't valid in Apex.`;
  }
  if (code > 127) {
    return `Invalid identifier '${char}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.`;
  }
  return `Found punctuation symbol or operator '${char}' that isn't valid in Apex.`;
}

/**
 * Keeps errors up to and including the first from which the parser could not recover within one token:
 * what it reports after that are consequences.
 */
export class SyntaxErrors extends ApexErrorListener {
  readonly found: SyntaxError[] = [];
  lost = false;

  override syntaxError(
    _recognizer: unknown,
    offending: ApexToken | number | undefined | null,
    line: number,
    column: number,
    message: string,
  ): void {
    if (this.lost) return;
    const token = typeof offending === 'object' && offending !== null ? offending.text : null;
    const text = token === null ? lexerMessage(message) : parserMessage(message, token);
    if (!/^(?:Missing|Extra) '/.test(text)) this.lost = true;
    this.found.push({ line, column: column + 1, message: text, token });
  }

  override apexSyntaxError(): void {
    throw new Error('syntaxError is overridden');
  }
}
