/** `hashCode()`: strings and lists as Java does; for the rest some number that is the same for equal values. */
import { ApexList, ApexMap, ApexSet } from '../../../runtime/values/collections.ts';
import { ApexException } from '../../../runtime/exceptions.ts';
import { hashKey } from '../../../runtime/values/keys.ts';
import { ApexObject, EnumValue, LibraryObject, type Value } from '../../../runtime/values/kinds.ts';

export function hashOfText(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;
const identityHash = (value: object): number => {
  let hash = identities.get(value);
  if (hash === undefined) identities.set(value, (hash = (Math.imul(++lastIdentity, 0x9e3779b1) >>> 1) | 0));
  return hash;
};

export function hashOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'string') return hashOfText(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (value instanceof ApexList) return value.items.reduce<number>((hash, item) => (Math.imul(31, hash) + hashOf(item)) | 0, 1);
  if (value instanceof ApexSet) return [...value.values()].reduce<number>((hash, item) => (hash + hashOf(item)) | 0, 0);
  if (value instanceof ApexMap) return [...value.entries()].reduce((hash, [key, item]) => (hash + (hashOf(key) ^ hashOf(item))) | 0, 0);
  if (value instanceof ApexObject) {
    const own = value as { hashcode$?: () => number | null };
    return typeof own.hashcode$ === 'function' ? (own.hashcode$() ?? 0) : identityHash(value);
  }
  if (value instanceof EnumValue) return hashOfText(`${value.type}.${value.name}`);
  if (value instanceof LibraryObject || value instanceof ApexException) return identityHash(value);
  return hashOfText(String(hashKey(value)));
}
