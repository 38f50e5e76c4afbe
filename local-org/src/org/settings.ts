/** Settings of an org that says nothing else: the standard shape, default positions, the machine's clock, no faults. The only place that asks the machine for time and chance. */
import { getRandomValues } from 'node:crypto';
import { defaultPosition } from '../runtime/assumptions.ts';
import { noFaults, type Settings } from '../runtime/settings.ts';

const drawn = new Uint32Array(1_024);
let next = drawn.length;

/** [0, 1), from the system's source for secrets: tokens and passwords come out of it too. */
function chance(): number {
  if (next === drawn.length) {
    getRandomValues(drawn);
    next = 0;
  }
  return drawn[next++]! / 2 ** 32;
}

export function completeSettings(given: Partial<Settings>, positions: Readonly<Record<string, string>>): Settings {
  for (const name of Object.keys(positions)) defaultPosition(name);
  return {
    shape: given.shape ?? 'standard',
    position: given.position ?? ((name) => positions[name] ?? defaultPosition(name)),
    clock: given.clock ?? Date.now,
    random: given.random ?? chance,
    faults: given.faults ?? noFaults,
  };
}
