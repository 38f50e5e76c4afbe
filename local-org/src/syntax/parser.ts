/** The one place that makes a parser of @apexdevtools/apex-parser. */
import { type ApexParser, ApexParserFactory, type ApexToken, type ApexTokenStream } from '@apexdevtools/apex-parser';
import { likeEscapeMark } from './convert/literals.ts';
import type { SyntaxErrors } from './syntaxErrors.ts';

export function openParser(text: string, errors: SyntaxErrors): ApexParser {
  // The lexer knows no `\%` and `\_`; their backslash gets a mark of the same length, so that positions stay right.
  const source = text.replace(/(?<!\\)((?:\\\\)*)\\(?=[%_])/g, `$1${likeEscapeMark}`);
  const { parser } = ApexParserFactory.createLexerAndParser(source, errors);
  // The typings leave it out.
  const stream = parser.getTokenStream() as ApexTokenStream & { consume(): void };
  let furthest = 0;
  const consume = stream.consume.bind(stream);
  stream.consume = () => {
    consume();
    if (stream.index > furthest) furthest = stream.index;
  };
  errors.furthest = () => stream.get(furthest) as ApexToken | null;
  return parser;
}
