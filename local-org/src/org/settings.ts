/** Settings of an org that says nothing else: the standard shape, default positions, the machine's clock, no faults. The only place that asks the machine for time and chance. */
import { defaultPosition } from '../runtime/assumptions.ts';
import { noFaults, type Settings } from '../runtime/settings.ts';

export function completeSettings(given: Partial<Settings>, positions: Readonly<Record<string, string>>): Settings {
  for (const name of Object.keys(positions)) defaultPosition(name);
  return {
    shape: given.shape ?? 'standard',
    position: given.position ?? ((name) => positions[name] ?? defaultPosition(name)),
    clock: given.clock ?? Date.now,
    random: given.random ?? Math.random,
    faults: given.faults ?? noFaults,
  };
}
