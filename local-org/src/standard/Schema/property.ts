/** Describe results have each fact twice: `result.Label` and `result.getLabel()`. */
import type { Js, MemberEntry } from '../declare.ts';

/** `facts<Describe>()('String', 'Label', 'getLabel', (self) => …)` */
export function facts<Self>() {
  return <const T extends string>(type: T, property: string, method: string, get: (self: Self) => Js<T> | null): readonly MemberEntry[] => [
    { kind: 'property', signature: `${type} ${property}`, get: get as (self: never) => unknown, set: null },
    { kind: 'method', signature: `${type} ${method}()`, run: get as (...args: never[]) => unknown },
  ];
}
