/**
 * Work that forbids callouts until it is committed: "You have uncommitted work pending". Kept with the limits, because
 * `Test.startTest` gives a test both anew; a rollback to a savepoint takes back what was done since.
 */
import type { Limits } from './ports.ts';

const amounts = new WeakMap<Limits, number>();
const atSavepoint = new WeakMap<object, number>();

const amountOf = (limits: Limits): number => amounts.get(limits) ?? 0;

export const hasUncommittedWork = (limits: Limits): boolean => amountOf(limits) > 0;

export function noteWork(limits: Limits): void {
  amounts.set(limits, amountOf(limits) + 1);
}

export function markWork(savepoint: object, limits: Limits): void {
  atSavepoint.set(savepoint, amountOf(limits));
}

/** After `Test.startTest` the work before it does not count, whatever savepoint is gone back to. */
export function forgetWorkSince(savepoint: object, limits: Limits): void {
  amounts.set(limits, Math.min(amountOf(limits), atSavepoint.get(savepoint) ?? 0));
}
