/**
 * What every part of the conversion from ANTLR's parse tree to ours shares: positions and the list of problems.
 * Positions follow the platform: a call or member access is where its *name* is written (`a.b.foo()` at `foo`),
 * an operation where its left operand is.
 */
import type { ApexParserRuleContext, ApexToken } from '@apexdevtools/apex-parser';
import type { Problem, Source, Span } from '../tree.ts';

export interface Conversion {
  readonly source: Source;
  readonly problems: Problem[];
}

/** ANTLR's typings promise a context where the grammar makes it optional; at run time it is null then. */
export const optional = <T>(context: T): T | null => context ?? null;

const newline = /\r\n|\r|\n/;

/** ANTLR counts columns from 0. */
export function spanOf(start: ApexToken, stop: ApexToken | undefined = start): Span {
  // An empty rule stops before it starts.
  const last = stop && stop.tokenIndex >= start.tokenIndex ? stop : start;
  const lines = last.text.split(newline);
  const tail = lines.at(-1)?.length ?? 0;
  return {
    line: start.line,
    column: start.column + 1,
    endLine: last.line + lines.length - 1,
    endColumn: lines.length === 1 ? last.column + 1 + tail : tail + 1,
  };
}

export const spanOfRule = (context: ApexParserRuleContext): Span => spanOf(context.start, context.stop);

/** From where `start` begins to where `end` ends. */
export const join = (start: Span, end: Span): Span => ({
  line: start.line,
  column: start.column,
  endLine: end.endLine,
  endColumn: end.endColumn,
});

export function error(conversion: Conversion, at: Span, message: string): void {
  conversion.problems.push({ path: conversion.source.path, line: at.line, column: at.column, message, kind: 'error' });
}

/** What the platform has and our tree cannot express: refused by name, never dropped. */
export function notSupported(conversion: Conversion, at: Span, what: string): void {
  conversion.problems.push({ path: conversion.source.path, line: at.line, column: at.column, message: what, kind: 'notSupported' });
}

/** The source between the first and the last token of a rule, with its white space. */
export const sourceText = (context: ApexParserRuleContext): string =>
  context.start.getInputStream().getText(context.start.start, (context.stop ?? context.start).stop);
