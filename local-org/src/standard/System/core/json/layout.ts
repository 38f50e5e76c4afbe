/** Puts JSON text together, plain or pretty. Pretty is Jackson's default: two spaces, ` : `, arrays on one line. */

export interface Layout {
  object(entries: readonly (readonly [string, Writer])[], depth: number): string;
  array(items: readonly Writer[], depth: number): string;
}

/** Text of a value inside of `depth` objects. */
export type Writer = (depth: number) => string;

export const plain: Layout = {
  object: (entries, depth) => `{${entries.map(([name, value]) => `${name}:${value(depth + 1)}`).join(',')}}`,
  array: (items, depth) => `[${items.map((item) => item(depth)).join(',')}]`,
};

const indent = (depth: number): string => `\n${'  '.repeat(depth)}`;

export const pretty: Layout = {
  object: (entries, depth) =>
    entries.length === 0
      ? '{ }'
      : `{${entries.map(([name, value]) => `${indent(depth + 1)}${name} : ${value(depth + 1)}`).join(',')}${indent(depth)}}`,
  array: (items, depth) => (items.length === 0 ? '[ ]' : `[ ${items.map((item) => item(depth)).join(', ')} ]`),
};
