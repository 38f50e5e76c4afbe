/** What library methods do with null arguments: the platform refuses them with a NullPointerException of this text. */
import { apexError } from '../../../runtime/exceptions.ts';

export function required<T>(value: T | null): T {
  if (value === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  return value;
}
