/** What a `catch` sees: JavaScript's own errors in emitted code become the Apex exceptions they stand for. */
import { ApexException, apexError, isFatal, LimitError } from './exceptions.ts';
import { nullPointer } from './nullPointer.ts';
import { SCRIPT_PREFIX } from './stackTrace.ts';

export const MAX_DEPTH = 1000;

export function tooDeep(): never {
  throw new LimitError(`Maximum stack depth reached: ${MAX_DEPTH + 1}`);
}

/** The Apex exception an error stands for, or the error itself. */
export function apexFailure(error: unknown): unknown {
  if (error instanceof ApexException) return error;
  if (error instanceof TypeError && isNullDereference(error))
    return at(error, apexError('NullPointerException', 'Attempt to de-reference a null object'));
  if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') {
    return at(error, new LimitError(`Maximum stack depth reached: ${MAX_DEPTH + 1}`));
  }
  return error;
}

/** In emitted code only: from our own files it is our bug. `undefined` is our bug anywhere. */
function isNullDereference(error: TypeError): boolean {
  if (!/^Cannot (?:read|set) properties of null /.test(error.message)) return false;
  const top = (error.stack ?? '').split('\n').find((line) => /^\s+at /.test(line));
  return top?.includes(SCRIPT_PREFIX) ?? false;
}

function at(original: Error, exception: ApexException): ApexException {
  if (original.stack !== undefined) exception.stack = original.stack;
  return exception;
}

/** First thing in an emitted `catch`: rethrows what Apex may not catch. */
export function caught(error: unknown): ApexException {
  const failure = apexFailure(error);
  if (isFatal(failure)) throw failure;
  return failure as ApexException;
}

/** First thing in the outer `catch` of a statement with `finally`: does it run? */
export const isFatalFailure = (error: unknown): boolean => isFatal(apexFailure(error));

/** `throw value` */
export function thrown(value: ApexException | null): ApexException {
  return value === null ? nullPointer() : value;
}
