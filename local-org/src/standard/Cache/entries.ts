/** What the platform cache holds: per org and per user, until it expires. A test has a cache of its own; a restart empties it. */
import { apexError, NotSupported } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { copyOf } from './copy.ts';

export type Scope = 'Org' | 'Session';

interface Entry {
  readonly value: Value;
  readonly expires: number;
}

const HOUR = 3_600;
/** Seconds, Apex Reference: org cache 24 hours by default and 48 at most, session cache 8 hours. */
const LIVES: Readonly<Record<Scope, { readonly usual: number; readonly longest: number }>> = {
  Org: { usual: 24 * HOUR, longest: 48 * HOUR },
  Session: { usual: 8 * HOUR, longest: 8 * HOUR },
};
const SHORTEST = 300;

const caches = new WeakMap<object, Map<string, Map<string, Entry>>>();

function invalid(message: string): never {
  throw apexError('Cache.InvalidParamException', message);
}

/** The entries of a partition, by key. */
function entries(scope: Scope, partition: string): Map<string, Entry> {
  const { test, data, user } = current();
  const owner = test ?? data;
  let all = caches.get(owner);
  if (!all) caches.set(owner, (all = new Map()));
  const name = `${scope === 'Session' ? user : 'Org'}:${partition.toLowerCase()}`;
  let found = all.get(name);
  if (!found) all.set(name, (found = new Map()));
  return found;
}

function checkKey(key: string | null): string {
  if (key === null) return invalid('Key is null');
  if (!/^[A-Za-z0-9_]{1,50}$/.test(key)) return invalid(`Invalid key: ${key}`);
  return key;
}

export function put(scope: Scope, partition: string, key: string | null, value: Value, seconds: number | null): void {
  const { usual, longest } = LIVES[scope];
  const life = seconds ?? usual;
  // Apex Reference: "The minimum is 300 seconds". What 0 means differs between its pages.
  if (life < SHORTEST || life > longest) invalid(`Invalid time to live: ${life}`);
  if (value === null) throw new NotSupported(`Cache.${scope}.put of null`);
  entries(scope, partition).set(checkKey(key), { value: copyOf(value), expires: current().now() + life * 1000 });
}

export function get(scope: Scope, partition: string, key: string | null): Value {
  const entry = entries(scope, partition).get(checkKey(key));
  return entry && entry.expires > current().now() ? copyOf(entry.value) : null;
}

export const contains = (scope: Scope, partition: string, key: string | null): boolean => get(scope, partition, key) !== null;

export function remove(scope: Scope, partition: string, key: string | null): boolean {
  return entries(scope, partition).delete(checkKey(key));
}

export function keys(scope: Scope, partition: string): readonly string[] {
  const now = current().now();
  return [...entries(scope, partition)].filter(([, { expires }]) => expires > now).map(([key]) => key);
}

/** Roughly, as heap is: characters of text, eight bytes of whatever else. */
function bytesOf(value: unknown, seen: Set<object> = new Set()): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null || seen.has(value)) return 8;
  seen.add(value);
  const parts: unknown[] =
    value instanceof Map
      ? [...value].flat()
      : value instanceof SObject
        ? [value.fields]
        : Object.entries(value).flatMap(([name, each]) => (name.startsWith('$') ? [] : [each]));
  return parts.reduce<number>((sum, each) => sum + bytesOf(each, seen), 8);
}

const MEGABYTE = 1_048_576;

/** Percent of the partition that is used. */
export function capacity(scope: Scope, partition: string): number {
  const held = keys(scope, partition).map((key) => bytesOf(entries(scope, partition).get(key)!.value));
  if (held.length === 0) return 0;
  const found = current().data.schema.cachePartitions?.find(({ name }) => name === partition);
  const megabytes = found?.capacity.get(scope === 'Org' ? 'Organization' : 'Session') ?? 0;
  if (megabytes === 0) throw new NotSupported(`Cache.${scope} in the partition ${partition}, which has no capacity for it`);
  return (held.reduce((sum, each) => sum + each, 0) * 100) / (megabytes * MEGABYTE);
}
