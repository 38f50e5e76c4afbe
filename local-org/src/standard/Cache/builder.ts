/** `Cache.CacheBuilder`: a class that makes the value which the cache lacks. */
import { apexError } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { mangle } from '../../types/symbols.ts';
import { ApexType } from '../System/core/reflection/ApexType.ts';
import { get, put, remove, type Scope } from './entries.ts';

const doLoad = mangle('doLoad', ['String']);

/** A builder's values stand under its own name: two builders do not share a key. */
function keyOf(builder: Value, key: string | null): { readonly name: string; readonly under: string } {
  const name = builder instanceof ApexType ? builder.name : '';
  if (!current().program.isSubtype(name, 'Cache.CacheBuilder'))
    throw apexError('Cache.InvalidCacheBuilderException', `${name} does not implement Cache.CacheBuilder`);
  return { name, under: `${name.replaceAll('.', '_')}_B_${key ?? ''}` };
}

export function built(scope: Scope, partition: string, builder: Value, key: string | null): Value {
  const { name, under } = keyOf(builder, key);
  const known = get(scope, partition, under);
  if (known !== null) return known;
  const { program } = current();
  const value = program.call(program.create(name), doLoad, [key]);
  if (value !== null) put(scope, partition, under, value, null);
  return value;
}

export const removeBuilt = (scope: Scope, partition: string, builder: Value, key: string | null): boolean =>
  remove(scope, partition, keyOf(builder, key).under);
