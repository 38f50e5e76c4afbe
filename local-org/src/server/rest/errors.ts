/** Errors as the REST API tells them: `[{ message, errorCode }]`. */
import { NotSupported, UncaughtApexException } from '../../org/failure.ts';
import { json, type Answer } from '../answer.ts';

export const restError = (status: number, errorCode: string, message: string): Answer => json([{ message, errorCode }], status);

export function apiFailure(error: unknown): Answer {
  if (error instanceof UncaughtApexException) return restError(400, codeOf(error), error.apexMessage);
  if (error instanceof NotSupported) return restError(501, 'NOT_SUPPORTED_BY_LOCAL_ORG', error.feature);
  return restError(500, 'UNKNOWN_EXCEPTION', 'The local org failed; its own output says why.');
}

/** Apex knows one QueryException where the API tells kinds of mistakes apart. */
function codeOf({ type, apexMessage }: UncaughtApexException): string {
  if (type !== 'System.QueryException') return 'UNKNOWN_EXCEPTION';
  if (/^sObject type '/.test(apexMessage)) return 'INVALID_TYPE';
  if (/^No such column|^Didn't understand relationship|^duplicate field selected/.test(apexMessage)) return 'INVALID_FIELD';
  return 'MALFORMED_QUERY';
}
