/** Anonymous Apex: checked against the deployed classes, run as one transaction, answered as the Apex API does. */
import { check } from '../check/check.ts';
import { emit } from '../emit/emit.ts';
import { ApexException, NotSupported } from '../runtime/exceptions.ts';
import type { CompiledUnit } from '../runtime/program.ts';
import { apexFrames } from '../runtime/stackTrace.ts';
import type { DebugLine, TransactionKind } from '../runtime/transaction.ts';
import { library } from '../standard/registry.ts';
import { parse } from '../syntax/parse.ts';
import type { Problem } from '../syntax/tree.ts';
import type { Build } from './deploy.ts';
import { UncaughtApexException } from './failure.ts';
import type { AnonymousResult } from './org.ts';
import type { OrgTransaction } from './transaction.ts';

type As = <T>(user: string, work: (transaction: OrgTransaction) => T, kind?: TransactionKind) => T;

const API_VERSION = 67;

function compileBlock(text: string, build: Build): CompiledUnit | Problem {
  const parsed = parse({ path: 'AnonymousBlock', text, kind: 'anonymous', apiVersion: API_VERSION });
  const block = parsed.unit;
  if (!block) return first(parsed.problems);
  const { bound, problems } = check([...build.classes(), block], {
    schema: build.schema,
    library,
    bodiesOf: (unit) => unit === block,
  });
  const [unit] = bound;
  return unit ? emit(unit) : first(problems);
}

function first(problems: readonly Problem[]): Problem {
  const [problem] = problems;
  if (!problem) throw new Error('an anonymous block that does not compile has a problem');
  return problem;
}

/** Hours to milliseconds of the org's clock (UTC), as a debug log begins its lines. */
const clockText = (ms: number): string => new Date(ms).toISOString().slice(11, -1);

function logText(source: string, lines: readonly (DebugLine & { readonly at: number })[]): string {
  const entries = lines.map(({ at, level, text, line }) => `${clockText(at)} (0)|USER_DEBUG|[${line}]|${level}|${text}`);
  const heading = source.split('\n').map((line) => `Execute Anonymous: ${line}`);
  return [`${API_VERSION}.0 APEX_CODE,DEBUG`, ...heading, ...entries, ''].join('\n');
}

export function createAnonymous(as: As, deployed: () => Build): (user: string, source: string) => AnonymousResult {
  return (user, source) => {
    const unit = compileBlock(source, deployed());
    const none = { compileProblem: null, line: -1, column: -1, exceptionMessage: null, exceptionStackTrace: null };
    if ('message' in unit) {
      const { message, line, column } = unit;
      return { ...none, compiled: false, success: false, compileProblem: message, line, column, debug: [], log: '' };
    }
    const lines: (DebugLine & { readonly at: number })[] = [];
    const ended = (failure: Partial<AnonymousResult>): AnonymousResult => ({
      ...none,
      compiled: true,
      success: failure.exceptionMessage === undefined,
      ...failure,
      debug: lines.map(({ level, text, line }) => ({ level, text, line })),
      log: logText(source, lines),
    });
    try {
      as(
        user,
        (transaction) => {
          const debug = transaction.debug.bind(transaction);
          transaction.debug = (line) => {
            lines.push({ ...line, at: transaction.now() });
            debug(line);
          };
          transaction.program.runAnonymous(unit);
        },
        'anonymous',
      );
      return ended({});
    } catch (error) {
      return ended(failureOf(error));
    }
  };
}

/** What the block did wrong, or what the local org lacks; anything else is a bug of ours and goes on. */
function failureOf(error: unknown): Partial<AnonymousResult> {
  if (error instanceof NotSupported) return { exceptionMessage: error.message, exceptionStackTrace: '', ...placeOf(error) };
  if (!(error instanceof UncaughtApexException)) throw error;
  return {
    exceptionMessage: `${error.type}: ${error.apexMessage}`,
    exceptionStackTrace: error.apexStack,
    ...(error.cause instanceof ApexException ? placeOf(error.cause) : {}),
  };
}

function placeOf(error: Error): { readonly line: number; readonly column: number } {
  const [frame] = apexFrames(error);
  return { line: frame?.line ?? -1, column: frame?.column ?? -1 };
}
