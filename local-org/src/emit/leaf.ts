/** Does code call anything? What does not needs no frame: nobody can ask whose code is running. */
import type { Bound, BoundInitializer, BoundStatement } from '../types/bound.ts';

const calling: ReadonlySet<Bound['op'] | BoundStatement['op']> = new Set([
  'invoke',
  'invokeStatic',
  'invokeLibrary',
  'invokeInterface',
  'new',
  'newLibrary',
  'property',
  'libraryProperty',
  'triggerVariable',
  'query',
  'search',
  'dml',
  'runAs',
  // Text of users' objects and their equality are calls of their methods.
  'newFrom',
  'newSet',
  'newMap',
]);

export function callsSomething(node: BoundStatement | BoundInitializer | Bound | null): boolean {
  return node !== null && visits(node);
}

function visits(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some(visits);
  const { op, kind, how, self, over } = node as { op?: Bound['op']; kind?: string; how?: string; self?: unknown; over?: string };
  if (op !== undefined && calling.has(op)) return true;
  const hidden =
    (op === ('arithmetic' as Bound['op']) && kind === 'String') ||
    (op === 'compound' && kind === 'String') ||
    (op === 'equals' && how === 'value') ||
    (op === 'field' && self === null) ||
    over === 'Iterable';
  return hidden || Object.values(node).some(visits);
}
