/**
 * Assumption switches: platform behaviours that no public source confirms. Never a hard-wired guess: each has named
 * positions, and the product must hold in every one. ASSUMPTIONS.md is printed from this table.
 */
export interface Assumption {
  readonly name: string;
  /** What is not known, in a sentence. */
  readonly question: string;
  readonly positions: readonly { readonly name: string; readonly means: string }[];
  /** Name of the position that is used unless Settings say otherwise. */
  readonly default: string;
  /** What public material there is. */
  readonly evidence: string;
  /** Anonymous Apex that shows in a real org which position holds. */
  readonly probe: string;
}

export const assumptions: readonly Assumption[] = [];
