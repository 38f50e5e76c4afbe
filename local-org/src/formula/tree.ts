/** The tree of a formula. Operators and functions are the same thing: a name and its parameters. */

export type FormulaNode =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** `Account.Name`, `$User.Id` */
  | { readonly kind: 'field'; readonly path: string }
  /** `name` in capitals for functions, the sign for operators. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] };
