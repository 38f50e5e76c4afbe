/** A QueryLocator inside a queued batch: the query with its bind values, as text. */
import { ApexList, ApexMap } from '../runtime/values/collections.ts';
import type { Access } from '../runtime/ports.ts';
import type { SoqlQuery } from '../syntax/tree.ts';
import { QueryLocator } from '../standard/Database/queryLocator.ts';
import { deserialize, serialize, type SerializeWorld } from './serialize.ts';

type Frozen =
  | { readonly kind: 'inline'; readonly query: SoqlQuery; readonly binds: string; readonly access: Access }
  | { readonly kind: 'text'; readonly text: string; readonly binds: string; readonly access: Access };

export function freezeLocator({ source, access }: QueryLocator, world: SerializeWorld): string {
  if (source.kind === 'inline') {
    const binds = serialize(new ApexList('Object', [...source.binds]), world);
    return JSON.stringify({ kind: 'inline', query: source.query, binds, access } satisfies Frozen);
  }
  const map = new ApexMap('String', 'Object');
  for (const [name, value] of source.binds) map.set(name, value);
  return JSON.stringify({ kind: 'text', text: source.text, binds: serialize(map, world), access } satisfies Frozen);
}

export function thawLocator(text: string, world: SerializeWorld): QueryLocator {
  const frozen = JSON.parse(text) as Frozen;
  if (frozen.kind === 'inline') {
    const binds = (deserialize(frozen.binds, world) as ApexList).items;
    return new QueryLocator({ kind: 'inline', query: frozen.query, binds }, frozen.access);
  }
  const map = deserialize(frozen.binds, world) as ApexMap;
  return new QueryLocator(
    { kind: 'text', text: frozen.text, binds: new Map([...map.entries()].map(([name, value]) => [String(name), value])) },
    frozen.access,
  );
}
