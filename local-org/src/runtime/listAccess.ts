/** `list[i]` and `list[i] = value`. */
import { apexError } from './exceptions.ts';
import { nullPointer } from './nullPointer.ts';
import type { ApexList } from './values/collections.ts';
import type { Value } from './values/kinds.ts';

export function getElement(list: ApexList | null, index: number | null): Value {
  if (list === null || index === null) return nullPointer();
  const { items } = list;
  return index < 0 || index >= items.length ? outOfBounds(index) : items[index]!;
}

/** Returns the value. */
export function setElement(list: ApexList | null, index: number | null, value: Value): Value {
  if (list === null || index === null) return nullPointer();
  if (index < 0 || index >= list.items.length) return outOfBounds(index);
  list.items[index] = value;
  return value;
}

function outOfBounds(index: number): never {
  throw apexError('ListException', `List index out of bounds: ${index}`);
}
