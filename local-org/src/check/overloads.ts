/**
 * Chooses among methods of one name: exact parameter types first, then conversions that lose nothing, then all implicit ones;
 * within a round the most specific wins, and two that are equally specific are ambiguous. The word null chooses between no two types.
 */
import { Types, type Type } from '../types/types.ts';
import { isAssignable, isStrictlyAssignable } from './conversions.ts';
import type { Found } from './lookup.ts';
import type { World } from './world.ts';

export type Choice =
  { readonly kind: 'found'; readonly found: Found } | { readonly kind: 'none' } | { readonly kind: 'ambiguous'; readonly found: Found };

type Accepts = (world: World, from: Type, to: Type) => boolean;

export function choose(world: World, candidates: readonly Found[], args: readonly Type[], accepts: Accepts = isAssignable): Choice {
  const fitting = candidates.filter((one) => one.params.length === args.length);
  const rounds: readonly Accepts[] = [(_, from, to) => from === to, isStrictlyAssignable, accepts];
  for (const round of rounds) {
    const applicable = fitting.filter((one) => one.params.every((param, i) => round(world, args[i] ?? Types.null, param)));
    const [first] = applicable;
    if (!first) continue;
    if (applicable.length === 1) return { kind: 'found', found: first };
    const isUndecided = args.some((arg, i) => arg === Types.null && applicable.some((one) => one.params[i] !== first.params[i]));
    if (isUndecided) return { kind: 'ambiguous', found: first };
    const best = applicable.filter((one) => applicable.every((other) => other === one || isMoreSpecific(world, one, other)));
    const [winner] = best;
    return winner && best.length === 1 ? { kind: 'found', found: winner } : { kind: 'ambiguous', found: first };
  }
  return { kind: 'none' };
}

function isMoreSpecific(world: World, a: Found, b: Found): boolean {
  return a.params.every((param, i) => {
    const other = b.params[i] ?? Types.Object;
    return (
      param === other ||
      other === Types.Object ||
      isStrictlyAssignable(world, param, other) ||
      (param === Types.Integer && other === Types.Double) ||
      (param === Types.Long && other === Types.Double)
    );
  });
}
