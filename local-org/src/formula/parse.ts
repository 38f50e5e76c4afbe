/** Text → tree. Precedence as the platform's grammar has it: a power binds more weakly than a product. */
import { syntaxError } from './problems.ts';
import { tokensOf, type Token } from './tokens.ts';
import type { FormulaNode } from './tree.ts';

/** From the weakest to the strongest. */
const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['=', '<>'], ['<', '>', '<=', '>='], ['+', '-', '&'], ['^'], ['*', '/']];
const functionsOf: Readonly<Record<string, string>> = { '||': 'OR', '&&': 'AND' };

export function parseFormula(text: string): FormulaNode {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token => tokens[at]!;
  const isSymbol = (...symbols: readonly string[]): boolean => peek().kind === 'symbol' && symbols.includes(peek().text);

  const opensCall = (): boolean => tokens[at + 1]?.kind === 'symbol' && tokens[at + 1]?.text === '(';

  const tree = binary(0);
  if (peek().kind !== 'end') throw syntaxError(`. Extra ${shown(peek())}`);
  return tree;

  function binary(level: number): FormulaNode {
    const operators = levels[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    while (isSymbol(...operators)) {
      const sign = tokens[at++]!.text;
      left = { kind: 'call', name: functionsOf[sign] ?? sign, args: [left, binary(level + 1)] };
    }
    return left;
  }

  function unary(): FormulaNode {
    // `NOT a`, without parentheses.
    if (peek().kind === 'name' && peek().text.toLowerCase() === 'not' && !opensCall()) {
      at++;
      return { kind: 'call', name: 'NOT', args: [unary()] };
    }
    if (isSymbol('-', '+', '!')) {
      const sign = tokens[at++]!.text;
      return { kind: 'call', name: sign === '!' ? 'NOT' : sign, args: [unary()] };
    }
    return primary();
  }

  function primary(): FormulaNode {
    const token = peek();
    if (isSymbol('(')) {
      at++;
      const inner = binary(0);
      close(')');
      return inner;
    }
    if (token.kind === 'symbol' || token.kind === 'end') throw syntaxError(`.  Found ${shown(token)}`);
    at++;
    if (token.kind === 'number') return { kind: 'number', text: token.text };
    if (token.kind === 'text') return { kind: 'text', value: token.text };
    return isSymbol('(') ? call(token.text) : named(token.text);
  }

  function named(name: string): FormulaNode {
    const word = name.toLowerCase();
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
    if (word === 'null') return { kind: 'null' };
    return { kind: 'field', path: name };
  }

  function call(name: string): FormulaNode {
    at++;
    const args: FormulaNode[] = [];
    if (!isSymbol(')')) {
      args.push(binary(0));
      while (isSymbol(',')) {
        at++;
        args.push(binary(0));
      }
    }
    close(')');
    return { kind: 'call', name: name.toUpperCase(), args };
  }

  function close(symbol: string): void {
    if (!isSymbol(symbol)) throw syntaxError(`.  Missing '${symbol}'`);
    at++;
  }
}

const shown = (token: Token): string => (token.kind === 'end' ? token.text : `'${token.text}'`);
