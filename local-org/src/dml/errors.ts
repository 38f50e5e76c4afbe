/** Row errors and the exception that an all-or-none statement throws. */
import { apexError, type ApexException, type DmlFailure } from '../runtime/exceptions.ts';
import type { DmlRequest, RowError } from '../runtime/ports.ts';
import type { Change } from './change.ts';

const words: Readonly<Record<DmlRequest['operation'], string>> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
  merge: 'Merge',
  emptyRecycleBin: 'EmptyRecycleBin',
};

/** `REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]` */
const inWords = (error: RowError): string => `${error.code}, ${error.message}: [${error.fields.join(', ')}]`;

export function dmlException(operation: DmlRequest['operation'], failed: readonly Change[]): ApexException {
  const failures: DmlFailure[] = failed.flatMap((change) =>
    change.errors.map((error) => ({
      index: change.index,
      id: change.givenId,
      code: error.code,
      message: error.message,
      fields: error.fields,
    })),
  );
  const first = failed[0];
  const error = first?.errors[0];
  if (!first || !error) throw new Error('a DmlException without a failure');
  if (first.refusal === 'object') return apexError('SecurityException', error.message);
  if (first.refusal) return apexError('DmlException', error.message, failures);
  const id = first.givenId === null ? '' : ` with id ${first.givenId}`;
  return apexError(
    'DmlException',
    `${words[operation]} failed. First exception on row ${first.index}${id}; first error: ${inWords(error)}`,
    failures,
  );
}
