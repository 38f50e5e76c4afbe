/** Dynamic SOQL: text to query tree and the names bound in it. */
import { ApexParser, type ApexToken } from '@apexdevtools/apex-parser';
import { type Conversion, sourceText, spanOfRule } from './convert/conversion.ts';
import { soqlQuery } from './convert/soql.ts';
import { openParser } from './parser.ts';
import { SyntaxErrors } from './syntaxErrors.ts';
import type { SoqlQuery } from './tree.ts';

/** The message is that of the platform's QueryException. */
export class SoqlSyntaxError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'SoqlSyntaxError';
    this.line = line;
    this.column = column;
  }
}

/** Legal SOQL that the tree cannot express; the message names it. Not a syntax error, so that no Apex code can catch it. */
export class SoqlNotSupported extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'SoqlNotSupported';
  }
}

const bindName = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/;

/** The platform says for text that it reads at run time: `unexpected token: '('`. */
const queryMessage = (message: string, token: string | null): string => (token === null ? message : `unexpected token: '${token}'`);

export function parseSoql(text: string): { query: SoqlQuery; binds: readonly string[] } {
  const errors = new SyntaxErrors();
  const parser = openParser(text, errors);
  const parsed = parser.query();
  const [first] = errors.found;
  if (first) throw new SoqlSyntaxError(queryMessage(first.message, first.token), first.line, first.column);
  const rest = parser.getTokenStream().LT(1) as ApexToken | null;
  if (rest && rest.type !== ApexParser.EOF) throw new SoqlSyntaxError(queryMessage('', rest.text), rest.line, rest.column + 1);

  const conversion: Conversion = { source: { path: '', text, kind: 'anonymous', apiVersion: 0 }, problems: [] };
  const binds: string[] = [];
  const query = soqlQuery(conversion, parsed, (bound) => {
    const name = sourceText(bound);
    const at = spanOfRule(bound);
    if (!bindName.test(name)) throw new SoqlSyntaxError('Only variable references are allowed in dynamic SOQL/SOSL.', at.line, at.column);
    return binds.push(name) - 1;
  });
  const [problem] = conversion.problems;
  if (problem?.kind === 'notSupported') throw new SoqlNotSupported(problem.message);
  if (problem) throw new SoqlSyntaxError(problem.message, problem.line, problem.column);
  return { query, binds };
}
