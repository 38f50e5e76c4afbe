/** Limits that limit nothing: for what the org's callers do, who are no Apex. */
import type { LimitName } from '../runtime/limitNames.ts';
import type { Limits } from '../runtime/ports.ts';

export function unlimited(): Limits {
  const counts = new Map<LimitName, number>();
  return {
    max: () => Number.MAX_SAFE_INTEGER,
    used: (name) => counts.get(name) ?? 0,
    use: (name, amount) => {
      counts.set(name, (counts.get(name) ?? 0) + amount);
    },
  };
}
