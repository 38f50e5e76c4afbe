/** Counts what a transaction uses and stops it past the maximum. */
import { cpuExceeded, cpuMilliseconds, spendCpu } from './cpu.ts';
import { LimitError } from './exceptions.ts';
import { limitRules, type LimitName } from './limitNames.ts';
import type { Limits } from './ports.ts';
import { asynchronousKinds, type TransactionKind } from './transaction.ts';

export function createLimits(kind: TransactionKind): Limits {
  const column = asynchronousKinds.has(kind) ? 'async' : 'sync';
  const counts = new Map<LimitName, number>();
  const limits: Limits = {
    max: (name) => limitRules[name][column],
    used: (name) => (name === 'cpuTime' ? cpuMilliseconds(limits) : (counts.get(name) ?? 0)),
    use: (name, amount) => {
      if (name === 'cpuTime') {
        if (spendCpu(limits, amount)) cpuExceeded();
        return;
      }
      const used = (counts.get(name) ?? 0) + amount;
      counts.set(name, used);
      // Heap is an estimate, and an estimate stops nobody.
      if (used > limits.max(name) && name !== 'heapSize') throw limitExceeded(name, used, limits.max(name));
    },
    snapshot: () => {
      const before = new Map(counts);
      return () => {
        counts.clear();
        for (const [name, used] of before) counts.set(name, used);
      };
    },
  };
  return limits;
}

function limitExceeded(name: LimitName, used: number, max: number): LimitError {
  return new LimitError(limitRules[name].message.replace('{used}', String(used)).replace('{max}', String(max)));
}
