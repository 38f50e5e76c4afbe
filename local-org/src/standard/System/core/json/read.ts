/** JSON text → tokens → tree. Numbers stay text: what they become depends on the type wanted. */
import { ApexException, apexError } from '../../../../runtime/exceptions.ts';
import type { JsonTokenName } from './JSONToken.ts';

export interface Token {
  readonly kind: JsonTokenName;
  /** Text of a string (unescaped), digits of a number, name of a field. */
  readonly text: string;
  /** Of the field whose value this is, or the field itself. */
  readonly name: string | null;
}

export type Json =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Json])[] }
  | { readonly kind: 'array'; readonly items: readonly Json[] }
  | { readonly kind: 'string' | 'int' | 'float'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

/** Code points as the platform names them in its messages. */
const shown = (char: string): string => `'${char}' (code ${char.codePointAt(0)})`;

class Reader {
  readonly #text: string;
  readonly tokens: Token[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  fail(what: string): never {
    const before = this.#text.slice(0, this.#at);
    const line = before.split('\n').length;
    const column = this.#at - before.lastIndexOf('\n') + 1;
    throw apexError('JSONException', `${what} at input location [${line},${column}]`);
  }

  #space(): void {
    while (/[ \t\r\n]/.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #token(kind: JsonTokenName, text: string, name: string | null): void {
    this.tokens.push({ kind, text, name });
  }

  document(): Json {
    this.#space();
    if (this.#at >= this.#text.length) throw apexError('JSONException', 'No content to map to Object due to end of input');
    const value = this.#value(null);
    this.#space();
    return value;
  }

  #value(name: string | null): Json {
    const char = this.#text.charAt(this.#at);
    switch (char) {
      case '{':
        return this.#object(name);
      case '[':
        return this.#array(name);
      case '"': {
        const text = this.#string();
        this.#token('VALUE_STRING', text, name);
        return { kind: 'string', text };
      }
      default:
        return this.#scalar(name);
    }
  }

  #scalar(name: string | null): Json {
    const word = /true|false|null|-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
    word.lastIndex = this.#at;
    const match = word.exec(this.#text);
    if (!match) {
      const char = this.#text.charAt(this.#at);
      if (char === '') return this.fail('Unexpected end-of-input');
      return this.fail(
        `Unexpected character (${shown(char)}): expected a valid value (number, String, array, object, 'true', 'false' or 'null')`,
      );
    }
    const [text, fraction, exponent] = match;
    this.#at += text.length;
    if (/[\w.]/.test(this.#text.charAt(this.#at))) this.fail(`Unexpected character (${shown(this.#text.charAt(this.#at))})`);
    switch (text) {
      case 'true':
      case 'false':
        this.#token(text === 'true' ? 'VALUE_TRUE' : 'VALUE_FALSE', text, name);
        return { kind: 'boolean', value: text === 'true' };
      case 'null':
        this.#token('VALUE_NULL', text, name);
        return { kind: 'null' };
      default: {
        const isInt = fraction === undefined && exponent === undefined;
        this.#token(isInt ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', text, name);
        return { kind: isInt ? 'int' : 'float', text };
      }
    }
  }

  #object(name: string | null): Json {
    this.#token('START_OBJECT', '{', name);
    this.#at++;
    const entries: [string, Json][] = [];
    this.#space();
    while (this.#text.charAt(this.#at) !== '}') {
      if (entries.length > 0) this.#comma('Object');
      if (this.#text.charAt(this.#at) !== '"') {
        const char = this.#text.charAt(this.#at);
        this.fail(
          char === ''
            ? 'Unexpected end-of-input within/between Object entries'
            : `Unexpected character (${shown(char)}): was expecting double-quote to start field name`,
        );
      }
      const field = this.#string();
      this.#token('FIELD_NAME', field, field);
      this.#space();
      if (this.#text.charAt(this.#at) !== ':') this.fail('was expecting a colon to separate field name and value');
      this.#at++;
      this.#space();
      entries.push([field, this.#value(field)]);
      this.#space();
    }
    this.#at++;
    this.#token('END_OBJECT', '}', name);
    return { kind: 'object', entries };
  }

  #array(name: string | null): Json {
    this.#token('START_ARRAY', '[', name);
    this.#at++;
    const items: Json[] = [];
    this.#space();
    while (this.#text.charAt(this.#at) !== ']') {
      if (items.length > 0) this.#comma('Array');
      items.push(this.#value(null));
      this.#space();
    }
    this.#at++;
    this.#token('END_ARRAY', ']', name);
    return { kind: 'array', items };
  }

  #comma(within: 'Object' | 'Array'): void {
    const char = this.#text.charAt(this.#at);
    if (char === '') this.fail(`Unexpected end-of-input within/between ${within} entries`);
    if (char !== ',') this.fail(`Unexpected character (${shown(char)}): was expecting comma to separate ${within} entries`);
    this.#at++;
    this.#space();
  }

  #string(): string {
    const end = /"((?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"/y;
    end.lastIndex = this.#at;
    const match = end.exec(this.#text);
    if (!match) return this.fail('Unexpected end-of-input or illegal character in VALUE_STRING');
    this.#at = end.lastIndex;
    return JSON.parse(match[0]) as string;
  }
}

export function readJson(text: string): Json {
  return new Reader(text).document();
}

/** For JSONParser, which goes through the tokens: those before the fault, if there is one. Without any text there is none. */
export function readTokens(text: string): { readonly tokens: readonly Token[]; readonly fault: ApexException | null } {
  const reader = new Reader(text);
  try {
    if (text.trim() !== '') reader.document();
    return { tokens: reader.tokens, fault: null };
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    return { tokens: reader.tokens, fault: error };
  }
}
