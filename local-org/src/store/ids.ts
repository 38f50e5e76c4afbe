/** New record ids: three characters of key prefix, three of instance, nine of a base-62 counter, and the checksum. */
import { idSuffix } from '../runtime/ids.ts';

/** In ASCII order, so that ids of one object sort as they were made. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Pod and reserved character: a local id is known when one is seen. */
const INSTANCE = 'Lo0';
const COUNTER_LENGTH = 9;

export function formatId(keyPrefix: string, counter: number): string {
  let digits = '';
  for (let rest = counter, i = 0; i < COUNTER_LENGTH; i++) {
    digits = DIGITS.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  const id = keyPrefix + INSTANCE + digits;
  return id + idSuffix(id);
}
