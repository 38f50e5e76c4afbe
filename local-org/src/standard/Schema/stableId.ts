/** Ids of rows that follow from metadata by name (custom metadata, record types): the same after every deploy, known without a query. */
import { createHash } from 'node:crypto';
import { normaliseId } from '../../runtime/ids.ts';

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function stableId(keyPrefix: string, name: string): string {
  const bytes = createHash('sha256').update(name.toLowerCase()).digest();
  let id = keyPrefix;
  for (let i = 0; i < 12; i++) id += alphabet[(bytes[i] ?? 0) % alphabet.length];
  return normaliseId(id)!;
}
