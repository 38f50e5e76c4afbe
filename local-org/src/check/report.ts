/** How checks report: a failure is thrown, caught at the nearest statement or member, and becomes one Problem. So one bad expression gives one message. */
import type { Problem, Source, Span } from '../syntax/tree.ts';

class CheckFailure extends Error {
  readonly span: Span;
  readonly kind: Problem['kind'];
  constructor(span: Span, message: string, kind: Problem['kind']) {
    super(message);
    this.span = span;
    this.kind = kind;
  }
}

export function fail(span: Span, message: string): never {
  throw new CheckFailure(span, message, 'error');
}

/** The language has it, the local org does not model it. */
export function failNotSupported(span: Span, feature: string): never {
  throw new CheckFailure(span, `NotSupported: ${feature}`, 'notSupported');
}

/** What follows from a gap of ours that has been reported already: there is nothing more to say. */
export function failInConsequence(span: Span): never {
  throw new CheckFailure(span, '', 'notSupported');
}

export interface ProblemSink {
  readonly source: Source;
  readonly problems: Problem[];
}

export function report(sink: ProblemSink, span: Span, message: string, kind: Problem['kind'] = 'error'): void {
  const known = sink.problems.some((other) => other.line === span.line && other.column === span.column && other.message === message);
  if (!known) sink.problems.push({ path: sink.source.path, line: span.line, column: span.column, message, kind });
}

/** Runs a check; its failure is noted and the result is undefined. `failed` is told whether it is a gap of ours. */
export function attempt<T>(sink: ProblemSink, work: () => T, failed?: (gap: boolean) => void): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error;
    if (error.message !== '') report(sink, error.span, error.message, error.kind);
    failed?.(error.kind === 'notSupported');
    return undefined;
  }
}
