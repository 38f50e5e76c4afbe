/** An Apex exception that nobody caught, as the org's callers see it: the platform's text and the Apex stack. */
import { describeException } from '../runtime/describeException.ts';
import { ApexException } from '../runtime/exceptions.ts';
import type { Program } from '../runtime/program.ts';

export class UncaughtApexException extends Error {
  /** `System.DmlException`, `PortalUserException` */
  readonly type: string;
  readonly apexMessage: string;
  readonly apexStack: string;
  constructor(exception: ApexException, program: Program) {
    const { type, message, stack } = describeException(exception, program);
    super(`${type}: ${message}${stack === '' ? '' : `\n\n${stack}`}`, { cause: exception });
    this.name = 'UncaughtApexException';
    this.type = type;
    this.apexMessage = message;
    this.apexStack = stack;
  }
}

/** What leaves the org: Apex exceptions in the platform's words, anything else as it is. */
export function surfaced(error: unknown, program: Program): unknown {
  return error instanceof ApexException ? new UncaughtApexException(error, program) : error;
}

export { NotSupported } from '../runtime/exceptions.ts';
