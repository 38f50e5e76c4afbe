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
  if (!text.startsWith("'")) return tokenTypeNames[text] ?? text;
  return /^'[a-z]/.test(text) ? text.slice(1, -1).toUpperCase() : text.slice(1, -1);
}

/** Text tokens bring their own quotes. */
const quoted = (token: string): string => (token.startsWith("'") ? token : `'${token}'`);

function parserMessage(message: string, token: string): string {
  // The two statements whose rule the platform's grammar leaves to its validator.
  if (/expecting 'when'$/.test(message)) return 'Switch statement requires at least one when block';
  if (/expecting \{'catch', 'finally'\}$/.test(message)) return 'Try block must have at least one catch block or a finally block';
  const missing = /^missing (.+) at '/s.exec(message);
  if (missing?.[1] !== undefined && expected(missing[1]) !== null) return `Missing '${expected(missing[1])}' at ${quoted(token)}`;
  const extra = /^extraneous input .* expecting (.+)$/s.exec(message);
  if (extra?.[1] !== undefined && expected(extra[1]) !== null) return `Extra '${expected(extra[1])}', at ${quoted(token)}.`;
  const mismatched = /^mismatched input .* expecting (.+)$/s.exec(message);
  if (mismatched?.[1] !== undefined && expected(mismatched[1]) !== null)
    return `Expecting '${expected(mismatched[1])}' but was: ${quoted(token)}`;
  // Whatever could have come before the end of the file, a closing brace is missing.
  if (token === '<EOF>') return `Expecting '${message.endsWith("'{'}") ? '{' : '}'}' but was: '<EOF>'`;
  return `Unexpected token ${quoted(token)}.`;
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
  if (char === '"' || char === '\\') return `Unrecognized symbol '${char}', which is not a valid Apex identifier.`;
  const code = char.codePointAt(0) ?? 0;
  if (code < 32 || code === 127) {
    return `Found control character hex 0x${code.toString(16).toUpperCase()} (decimal ${code}) that isn't valid in Apex.`;
  }
  if (code > 127) {
    return `Invalid identifier '${char}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.`;
  }
  return `Found punctuation symbol or operator '${char}' that isn't valid in Apex.`;
}

const unterminatedComment = 'Missing closing mark */ on multi-line comment.';

/** What begins or continues an expression: an error there means that the rest of it did not fit. */
const abandoned = /^(?:\(|\[|[-+*/&|^<>=!?.]+)$/;

/** A comment without an end is read as a division. */
const opensComment = (token: ApexToken): boolean => token.getInputStream().getText(token.start, token.start + 1) === '/*';

/**
 * Keeps errors up to and including the first from which the parser could not recover within one token:
 * what it reports after that are consequences.
 */
export class SyntaxErrors extends ApexErrorListener {
  readonly found: SyntaxError[] = [];
  /** The last token that the parser has looked at: where several rules were possible, the one that fitted longest failed there. */
  furthest: () => ApexToken | null = () => null;
  private lost = false;

  override syntaxError(
    _recognizer: unknown,
    offending: ApexToken | number | undefined | null,
    line: number,
    column: number,
    message: string,
  ): void {
    if (this.lost) return;
    if (typeof offending !== 'object' || offending === null) return this.add(line, column, lexerMessage(message), null);
    const furthest = this.furthest();
    if (furthest && furthest.tokenIndex > offending.tokenIndex && abandoned.test(offending.text)) {
      const open = offending.text === '(' && /^[;{}]$/.test(furthest.text);
      const text = open ? `Missing ')' at '${furthest.text}'` : parserMessage('', furthest.text);
      return this.add(furthest.line, furthest.column, text, furthest.text);
    }
    this.add(line, column, opensComment(offending) ? unterminatedComment : parserMessage(message, offending.text), offending.text);
  }

  override apexSyntaxError(): void {
    throw new Error('syntaxError is overridden');
  }

  private add(line: number, column: number, message: string, token: string | null): void {
    if (!/^(?:Missing|Extra) '/.test(message)) this.lost = true;
    this.found.push({ line, column: column + 1, message, token });
  }
}
