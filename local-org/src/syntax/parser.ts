/** The one place that makes a parser of @apexdevtools/apex-parser. */
import { type ApexParser, ApexParserFactory } from '@apexdevtools/apex-parser';
import { likeEscapeMark } from './convert/literals.ts';
import type { SyntaxErrors } from './syntaxErrors.ts';

/** The lexer knows no `\%` and `\_`; their backslash gets a mark of the same length, so that positions stay right. */
export const openParser = (text: string, errors: SyntaxErrors): ApexParser =>
  ApexParserFactory.createLexerAndParser(text.replace(/(?<!\\)((?:\\\\)*)\\(?=[%_])/g, `$1${likeEscapeMark}`), errors).parser;
