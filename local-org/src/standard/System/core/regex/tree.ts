/** A Java regular expression, parsed. Case-insensitivity is already resolved into the sets. */

export type RegexNode =
  /** JavaScript source of exactly one character: a literal or a class (v mode). */
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'assertion'; readonly source: string }
  | { readonly kind: 'lineBreak' }
  | { readonly kind: 'capture'; readonly index: number; readonly body: RegexNode }
  | { readonly kind: 'atomic'; readonly body: RegexNode }
  | { readonly kind: 'look'; readonly open: '(?=' | '(?!' | '(?<=' | '(?<!'; readonly body: RegexNode }
  /** `\1`; without regard to the case of the ASCII letters under `(?i)`. */
  | { readonly kind: 'reference'; readonly index: number; readonly ignoreCase: boolean }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly RegexNode[] }
  | {
      readonly kind: 'repeat';
      readonly body: RegexNode;
      readonly min: number;
      readonly max: number | null;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
    };

export interface ParsedRegex {
  readonly root: RegexNode;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** May it match nothing at all? */
export function isNullable(node: RegexNode): boolean {
  switch (node.kind) {
    case 'one':
    case 'lineBreak':
      return false;
    case 'assertion':
    case 'look':
    case 'reference':
      return true;
    case 'capture':
    case 'atomic':
      return isNullable(node.body);
    case 'sequence':
      return node.items.every(isNullable);
    case 'choice':
      return node.branches.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
    default:
      return node satisfies never;
  }
}
