/** Whose DMLOptions count for a row: its own (`setOptions`, made before the statement) over the statement's. */
import { NotSupported } from '../runtime/exceptions.ts';
import type { DmlOptions, DmlRequest } from '../runtime/ports.ts';
import type { SObject } from '../runtime/values/sobject.ts';

export function optionsOf(row: SObject, request: DmlRequest): DmlOptions | null {
  if (row.options === null) return request.options;
  if (row.options.allOrNone === false && request.allOrNone)
    throw new NotSupported('SObject.setOptions with OptAllOrNone = false in a statement that is all or none');
  return row.options;
}
