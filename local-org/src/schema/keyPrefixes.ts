/**
 * Key prefixes of custom objects. The platform counts upwards and remembers; here they follow from the name, so that a store
 * keeps its ids whatever is deployed to it later, in whatever order.
 */
import type { ObjectKind } from './model.ts';

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const size = digits.length ** 2;
const letters: Readonly<Record<Exclude<ObjectKind, 'standard'>, string>> = {
  custom: 'a',
  customSetting: 'a',
  event: 'e',
  customMetadata: 'm',
};

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** `a4k`; two names that fall on the same place take neighbours, in the order in which they are asked for (by name). */
export function keyPrefix(kind: Exclude<ObjectKind, 'standard'>, name: string, taken: Set<string>): string {
  for (let place = hash(name.toLowerCase()) % size, tried = 0; tried < size; tried++, place = (place + 1) % size) {
    const prefix = `${letters[kind]}${digits[Math.floor(place / digits.length)]}${digits[place % digits.length]}`;
    if (taken.has(prefix)) continue;
    taken.add(prefix);
    return prefix;
  }
  throw new Error(`no key prefix left for ${name}`);
}
