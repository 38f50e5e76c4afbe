/**
 * The three kinds of failure, and no others: ApexException (Apex code may catch it), NotSupported (our gap: never caught
 * by Apex), any other Error (our bug: never caught by Apex). LimitError is an Apex exception that Apex cannot catch.
 */

/** A line in `getStackTraceString()`: `Class.Foo.bar: line 12, column 1`. */
export interface ApexFrame {
  readonly place: string;
  readonly line: number;
  readonly column: number;
}

/** Root of every Apex exception, of the library and of users (emitted `class MyException extends ApexException`). */
export class ApexException extends Error {
  /** Canonical name without `System.`: `DmlException`, `Foo.MyException`. Emitted classes set it on their prototype. */
  declare $type: string;
  /** Apex message; may be null (`new MyException()` prints `Script-thrown exception`). */
  apexMessage: string | null;
  apexCause: ApexException | null = null;
  /** Extra state of library exceptions: the row errors of a DmlException, for instance. */
  detail: unknown = null;
  constructor(message: string | null = null, cause: ApexException | null = null) {
    super(message ?? 'Script-thrown exception');
    this.apexMessage = message;
    this.apexCause = cause;
  }
}
ApexException.prototype.$type = 'Exception';

/** Library exception types by name (`DmlException`), made when first asked for. */
const libraryExceptions = new Map<string, typeof ApexException>();

export function exceptionClass(name: string): typeof ApexException {
  let type = libraryExceptions.get(name);
  if (!type) {
    type = { [name]: class extends ApexException {} }[name] as typeof ApexException;
    type.prototype.$type = name;
    libraryExceptions.set(name, type);
  }
  return type;
}

/** `throw apexError('QueryException', 'List has no rows for assignment to SObject')` */
export function apexError(type: string, message: string, detail: unknown = null): ApexException {
  const error = new (exceptionClass(type))(message);
  error.detail = detail;
  return error;
}

/** Row errors of a DmlException, in `detail`. */
export interface DmlFailure {
  /** Position in the list given. */
  readonly index: number;
  readonly id: string | null;
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** `System.LimitException`: neither `catch` nor `finally` of Apex runs. */
export class LimitError extends exceptionClass('LimitException') {}

/** Something of the platform that the local org does not model. Refused by name, never passed over. */
export class NotSupported extends Error {
  /** The Apex or SOQL name of what is missing. */
  readonly feature: string;
  constructor(feature: string) {
    super(`NotSupported: ${feature}`);
    this.name = 'NotSupported';
    this.feature = feature;
  }
}

/** A simulated death of the process's transaction (Faults): nothing of Apex runs any more. */
export class SimulatedCrash extends Error {}

/** What Apex may neither catch nor clean up after: a failed assertion is among them ("You can't catch an assertion failure using a try/catch block", Apex Reference). */
export function isFatal(error: unknown): boolean {
  return !(error instanceof ApexException) || error instanceof LimitError || error.$type === 'AssertException';
}
