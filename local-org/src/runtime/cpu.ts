/**
 * CPU time as a cost model: statements, calls and rows have fixed prices, whatever the machine. Emitted code adds to
 * `ticker.n` inline and compares it with `ticker.max` at loop back-edges and method entries. There is one ticker; whose
 * limits it counts for is switched by `activate`.
 */
import { LimitError } from './exceptions.ts';
import type { Limits } from './ports.ts';

/** In units of 0.1 microseconds. */
export const PRICE = {
  statement: 5,
  /** Of a user's method, over its statements. */
  call: 15,
  /** Of a library member, over what it declares itself. */
  library: 10,
  /** Of a row queried or written. */
  row: 200,
} as const;

export const UNITS_PER_MICROSECOND = 10;
export const UNITS_PER_MILLISECOND = 10_000;

/** Mutable on purpose. */
export const ticker = { n: 0, max: Infinity };

interface Meter {
  n: number;
  max: number;
}

const meters = new WeakMap<Limits, Meter>();
let active: Limits | null = null;

function meterOf(limits: Limits): Meter {
  let meter = meters.get(limits);
  if (!meter) meters.set(limits, (meter = { n: 0, max: limits.max('cpuTime') * UNITS_PER_MILLISECOND }));
  return meter;
}

/** From now on the ticker counts for `limits`; returns whose it was. `runIn` calls this, and whoever gives a running transaction fresh limits (Test.startTest). */
export function activate(limits: Limits | null): Limits | null {
  const before = active;
  if (before) meterOf(before).n = ticker.n;
  active = limits;
  const meter = limits ? meterOf(limits) : { n: 0, max: Infinity };
  ticker.n = meter.n;
  ticker.max = meter.max;
  return before;
}

/** Milliseconds spent, as `Limits.getCpuTime()` says it. */
export function cpuMilliseconds(limits: Limits): number {
  return Math.floor((limits === active ? ticker.n : meterOf(limits).n) / UNITS_PER_MILLISECOND);
}

/** Adds to the meter of `limits`, active or not; true if that was too much. */
export function spendCpu(limits: Limits, milliseconds: number): boolean {
  const meter = limits === active ? ticker : meterOf(limits);
  meter.n += milliseconds * UNITS_PER_MILLISECOND;
  return meter.n > meter.max;
}

export function cpuExceeded(): never {
  throw new LimitError('Apex CPU time limit exceeded');
}
