/** Java regular expression → tree. What JavaScript cannot express is refused by name. */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { caseVariants, lineEnds, literal, property, range, shorthands } from './characters.ts';
import type { ParsedRegex, RegexNode } from './tree.ts';

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
}

/** Without the flag m these are the ends of the text, and never the middle of a surrogate pair. */
const nothingBefore = '^';
const nothingAfter = '$';
const wordUnit = '[\\p{L}\\p{Nd}_]';
const wordBoundary = `(?:(?<=${wordUnit})(?!${wordUnit})|(?<!${wordUnit})(?=${wordUnit}))`;
const notWordBoundary = `(?:(?<=${wordUnit})(?=${wordUnit})|(?<!${wordUnit})(?!${wordUnit}))`;
/** At the end, or before a line end that is the last thing. */
const endOrFinalLineEnd = `(?=(?:\\r\\n|[${lineEnds}])?${nothingAfter})(?!(?<=\\r)\\n${nothingAfter})`;
/** Never at the end of the text, not even of an empty one. */
const lineStart = `(?:(?:${nothingBefore}|(?<=[\\n\\u{85}\\u{2028}\\u{2029}]|\\r(?!\\n)))(?=[\\s\\S]))`;
const lineEnd = `(?:(?=[\\r\\u{85}\\u{2028}\\u{2029}])|(?=(?<!\\r)\\n)|${nothingAfter})`;

export function parseRegex(pattern: string): ParsedRegex {
  return new Parser(pattern).parse();
}

class Parser {
  readonly #text: string;
  #at = 0;
  #flags: Flags = { i: false, m: false, s: false, x: false };
  #groups = 0;
  readonly #closed = new Set<number>();
  readonly #names = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  parse(): ParsedRegex {
    const root = this.#choice();
    if (this.#at < this.#text.length) this.#fail("Unmatched closing ')'", Math.max(0, this.#at - 1));
    return { root, groups: this.#groups, names: this.#names };
  }

  #fail(what: string, index = this.#at): never {
    throw apexError('StringException', `Invalid regex: ${what} near index ${index}\n${this.#text}\n${' '.repeat(index)}^`);
  }

  #looking(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#looking(text)) return false;
    this.#at += text.length;
    return true;
  }

  #takeMatch(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  #code(): number {
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined) return this.#fail('Unexpected end of pattern');
    this.#at += code > 0xffff ? 2 : 1;
    return code;
  }

  #skipComments(): void {
    if (this.#flags.x) this.#takeMatch(/(?:[\t-\r ]|#[^\n\r\u0085\u2028\u2029]*)*/y);
  }

  #choice(): RegexNode {
    const branches = [this.#sequence()];
    while (this.#take('|')) branches.push(this.#sequence());
    const [only] = branches;
    return branches.length === 1 && only ? only : { kind: 'choice', branches };
  }

  #sequence(): RegexNode {
    const items: RegexNode[] = [];
    for (;;) {
      this.#skipComments();
      if (this.#at >= this.#text.length || this.#looking('|') || this.#looking(')')) break;
      if (this.#take('\\Q')) {
        const chars = [...this.#quoted()].map((char) => this.#char(char.codePointAt(0) ?? 0));
        const last = chars.pop();
        items.push(...chars);
        if (last) items.push(this.#quantified(last));
        continue;
      }
      const atom = this.#atom();
      if (atom) items.push(this.#quantified(atom));
    }
    return items.length === 1 && items[0] ? items[0] : { kind: 'sequence', items };
  }

  /** One quantifier: another `*`, `+` or `?` is dangling. */
  #quantified(body: RegexNode): RegexNode {
    this.#skipComments();
    const bounds = this.#quantifier();
    if (!bounds) return body;
    this.#skipComments();
    const mode = this.#take('?') ? 'lazy' : this.#take('+') ? 'possessive' : 'greedy';
    return { kind: 'repeat', body, ...bounds, mode };
  }

  #quantifier(): { min: number; max: number | null } | null {
    if (this.#take('*')) return { min: 0, max: null };
    if (this.#take('+')) return { min: 1, max: null };
    if (this.#take('?')) return { min: 0, max: 1 };
    if (!this.#looking('{')) return null;
    const match = this.#takeMatch(/\{(\d+)(,(\d*))?\}/y);
    if (!match) this.#fail('Illegal repetition');
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] ? Number(match[3]) : null;
    if (max !== null && max < min) this.#fail('Illegal repetition range');
    return { min, max };
  }

  /** Null for what matches nothing by itself: inline flags. */
  #atom(): RegexNode | null {
    const char = this.#text.charAt(this.#at);
    switch (char) {
      case '(':
        return this.#group();
      case '[':
        this.#at++;
        return { kind: 'one', source: this.#class() };
      case '.':
        this.#at++;
        return { kind: 'one', source: this.#flags.s ? '[\\s\\S]' : `[^${lineEnds}]` };
      case '^':
        this.#at++;
        return { kind: 'assertion', source: this.#flags.m ? lineStart : nothingBefore };
      case '$':
        this.#at++;
        return { kind: 'assertion', source: this.#flags.m ? lineEnd : endOrFinalLineEnd };
      case '\\':
        this.#at++;
        return this.#escape();
      case '*':
      case '+':
      case '?':
        return this.#fail(`Dangling meta character '${char}'`);
      case '{':
        // With nothing before it, or after another quantifier, a well-formed one repeats nothing.
        this.#quantifier();
        return null;
      default:
        return this.#char(this.#code());
    }
  }

  #char(code: number): RegexNode {
    const codes = this.#flags.i ? caseVariants(code) : [code];
    return { kind: 'one', source: codes.length === 1 ? literal(code) : `[${codes.map(literal).join('')}]` };
  }

  #group(): RegexNode | null {
    const outer = this.#flags;
    const node = this.#groupBody();
    if (node === 'flags') return null;
    if (!this.#take(')')) this.#fail('Unclosed group', this.#text.length);
    this.#flags = outer;
    if (node.kind === 'capture') this.#closed.add(node.index);
    return node;
  }

  #groupBody(): RegexNode | 'flags' {
    for (const open of ['(?<=', '(?<!', '(?=', '(?!'] as const) if (this.#take(open)) return { kind: 'look', open, body: this.#choice() };
    if (this.#take('(?:')) return this.#plain();
    if (this.#take('(?>')) return { kind: 'atomic', body: this.#choice() };
    const named = this.#takeMatch(/\(\?<([a-zA-Z][a-zA-Z0-9]*)>/y);
    if (named) {
      const name = named[1] ?? '';
      if (this.#names.has(name)) this.#fail(`Named capturing group <${name}> is already defined`);
      this.#names.set(name, this.#groups + 1);
      return this.#capture();
    }
    const flags = this.#takeMatch(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/y);
    if (flags) {
      this.#setFlags(flags[1] ?? '', true);
      this.#setFlags(flags[2] ?? '', false);
      return flags[3] === ')' ? 'flags' : this.#plain();
    }
    if (this.#looking('(?')) return this.#fail('Unknown group type', this.#at + 2);
    this.#at++;
    return this.#capture();
  }

  /** Wrapped, so that a quantifier takes it as a whole. */
  #plain(): RegexNode {
    return { kind: 'choice', branches: [this.#choice()] };
  }

  #capture(): RegexNode {
    const index = ++this.#groups;
    return { kind: 'capture', index, body: this.#choice() };
  }

  #setFlags(letters: string, on: boolean): void {
    for (const letter of letters) {
      if (!'imsx'.includes(letter)) throw new NotSupported(`flag (?${letter}) in a regular expression`);
      this.#flags = { ...this.#flags, [letter]: on };
    }
  }

  #escape(): RegexNode {
    const start = this.#at;
    const set = this.#setEscape();
    if (set !== null) return { kind: 'one', source: set };
    const digits = this.#takeMatch(/[1-9]/y);
    if (digits) return this.#reference(Number(digits[0]));
    const named = this.#takeMatch(/k<([a-zA-Z][a-zA-Z0-9]*)>/y);
    if (named)
      return this.#reference(this.#names.get(named[1] ?? '') ?? this.#fail(`named capturing group <${named[1]}> does not exist`, start));
    switch (this.#text.charAt(this.#at)) {
      case 'A':
        this.#at++;
        return { kind: 'assertion', source: nothingBefore };
      case 'z':
        this.#at++;
        return { kind: 'assertion', source: nothingAfter };
      case 'Z':
        this.#at++;
        return { kind: 'assertion', source: endOrFinalLineEnd };
      case 'b':
        this.#at++;
        return { kind: 'assertion', source: wordBoundary };
      case 'B':
        this.#at++;
        return { kind: 'assertion', source: notWordBoundary };
      case 'R':
        this.#at++;
        return { kind: 'lineBreak' };
      case 'G':
      case 'X':
      case 'N':
        throw new NotSupported(`\\${this.#text.charAt(this.#at)} in a regular expression`);
      default:
        return this.#char(this.#escapedCode());
    }
  }

  /** More digits belong to the number while such a group exists. A group that is not there never matches. */
  #reference(first: number): RegexNode {
    let index = first;
    for (let more = this.#takeMatch(/\d/y); more; more = this.#takeMatch(/\d/y)) {
      if (index * 10 + Number(more[0]) > this.#groups) {
        this.#at--;
        break;
      }
      index = index * 10 + Number(more[0]);
    }
    if (!this.#closed.has(index)) throw new NotSupported(`reference \\${index} to a group that is not closed in a regular expression`);
    return { kind: 'reference', index, ignoreCase: this.#flags.i };
  }

  /** `\d`, `\W`, `\p{…}`: a whole class; null if it is something else. */
  #setEscape(): string | null {
    const short = this.#takeMatch(/[dDwWsShHvV]/y);
    if (short) {
      const members = shorthands[short[0].toLowerCase()] ?? '';
      return short[0] === short[0].toLowerCase() ? `[${members}]` : `[^${members}]`;
    }
    const named = this.#takeMatch(/([pP])(?:\{([^}]*)\}|([a-zA-Z]))/y);
    if (!named) return null;
    const members = property(named[2] ?? named[3] ?? '', this.#flags.i);
    return named[1] === 'p' ? `[${members}]` : `[^${members}]`;
  }

  #escapedCode(): number {
    const start = this.#at;
    const hex = this.#takeMatch(/u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]+)\}/y);
    if (hex) return this.#joinSurrogates(Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16));
    const octal = this.#takeMatch(/0([0-3]?[0-7]{1,2})/y);
    if (octal) return Number.parseInt(octal[1] ?? '', 8);
    const control = this.#takeMatch(/c([\s\S])/y);
    if (control) return (control[1] ?? '').charCodeAt(0) ^ 64;
    const letter = this.#takeMatch(/[tnrfae]/y);
    if (letter) return { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 }[letter[0]] ?? 0;
    if (this.#at >= this.#text.length) this.#fail('Unexpected internal error', start);
    if (/[a-zA-Z0-9]/.test(this.#text.charAt(this.#at))) this.#fail('Illegal/unsupported escape sequence');
    return this.#code();
  }

  #joinSurrogates(code: number): number {
    if (code < 0xd800 || code > 0xdbff) return code;
    const low = this.#takeMatch(/\\u([dD][c-fC-F][0-9a-fA-F]{2})/y);
    return low ? 0x10000 + (code - 0xd800) * 0x400 + Number.parseInt(low[1] ?? '', 16) - 0xdc00 : code;
  }

  /** After `[`. Intersections need operands in brackets in JavaScript. */
  #class(): string {
    const negated = this.#take('^');
    const operands: string[] = [];
    let members = '';
    let isFirst = true;
    const close = (): void => {
      if (members === '') throw new NotSupported('empty operand of && in a regular expression');
      operands.push(`[${members}]`);
      members = '';
    };
    for (; ; isFirst = false) {
      if (this.#flags.x) this.#takeMatch(/[\t-\r ]*/y);
      if (this.#at >= this.#text.length) this.#fail('Unclosed character class', this.#text.length - 1);
      if (!isFirst && this.#take(']')) break;
      if (this.#take('&&')) {
        close();
        continue;
      }
      members += this.#classMember();
    }
    close();
    return `[${negated ? '^' : ''}${operands.join('&&')}]`;
  }

  #classMember(): string {
    if (this.#take('[')) return this.#class();
    if (this.#take('\\Q')) return [...this.#quoted()].map((char) => this.#variants(char.codePointAt(0) ?? 0)).join('');
    const isEscape = this.#take('\\');
    if (isEscape) {
      const set = this.#setEscape();
      if (set !== null) return set;
    }
    const from = isEscape ? this.#escapedCode() : this.#code();
    const next = this.#text.charAt(this.#at + 1);
    if (this.#looking('-') && next !== ']' && next !== '[' && next !== '') {
      this.#at++;
      const to = this.#take('\\') ? this.#escapedCode() : this.#code();
      if (to < from) this.#fail('Illegal character range');
      return range(from, to, this.#flags.i);
    }
    return this.#variants(from);
  }

  /** A character as members of a class. */
  #variants(code: number): string {
    return (this.#flags.i ? caseVariants(code) : [code]).map(literal).join('');
  }

  /** After `\Q`: what stands before `\E`, or to the end. */
  #quoted(): string {
    const end = this.#text.indexOf('\\E', this.#at);
    const quoted = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#text.length : end + 2;
    return quoted;
  }
}
