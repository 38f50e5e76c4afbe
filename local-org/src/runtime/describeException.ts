/** An Apex exception in the platform's words, also where no transaction is running any more. */
import type { ApexException } from './exceptions.ts';
import type { Program } from './program.ts';
import { stackTraceString } from './stackTrace.ts';

export interface ExceptionText {
  /** `System.NullPointerException`; a user's exception goes by its own name. */
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

export function describeException(exception: ApexException, program: Program): ExceptionText {
  const isUsers = program.classInfo(exception.$type) !== undefined;
  const type = isUsers || exception.$type.includes('.') ? exception.$type : `System.${exception.$type}`;
  return { type, message: exception.apexMessage ?? 'Script-thrown exception', stack: stackTraceString(exception) };
}
