/** The text of a formula in tokens. Names carry their dots: `Account.Owner:User.Name` and `$User.Id` are one token each. */
import { syntaxError } from './problems.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'symbol' | 'end';
  /** As written; of a text its value, of a symbol its canonical form. */
  readonly text: string;
}

const blank = /(?:\s+|\/\*[\s\S]*?\*\/)+/y;
const name = /[a-z$][a-z0-9_$:.#]*/iy;
const number = /\d+(?:\.\d+)?|\.\d+/y;
const text = /"(?:\\[nrt"'\\]|[^"\\])*"|'(?:\\[nrt"'\\]|[^'\\])*'/y;
const symbol = /<=|>=|<>|!=|==|&&|\|\||[-+*/^&=<>!(),[\]]/y;

const synonyms: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };

/** Quotes and backslashes lose their backslash; `\n`, `\r`, `\t` stay two characters, as regular expressions want them. */
const unescaped = (literal: string): string => literal.slice(1, -1).replace(/\\(["\\])/g, '$1');

export function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(formula)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  };
  for (;;) {
    match(blank);
    if (at >= formula.length) break;
    const token = next();
    if (!token) throw syntaxError(`.  Found '${formula.charAt(at)}'`);
    tokens.push(token);
  }
  tokens.push({ kind: 'end', text: 'end of formula' });
  return tokens;

  function next(): Token | null {
    let found = match(name);
    if (found !== null) return { kind: 'name', text: found };
    found = match(number);
    if (found !== null) return { kind: 'number', text: found };
    found = match(text);
    if (found !== null) return { kind: 'text', text: unescaped(found) };
    found = match(symbol);
    return found === null ? null : { kind: 'symbol', text: synonyms[found] ?? found };
  }
}
