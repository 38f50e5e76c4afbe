/** What the measuring processes share. */

/** CPU time of this process so far, all threads: says more than the clock where other programs run beside it. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return rounded((user + system) / 1e6);
}

export const rounded = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
