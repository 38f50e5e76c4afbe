/**
 * What `System.assert*` and `Assert.*` share: how they compare and what they say. "You can't catch an assertion failure
 * using a try/catch block" (Apex Reference, System.assert).
 */
import { equalValues } from '../../../runtime/equality.ts';
import { apexError, type ApexException } from '../../../runtime/exceptions.ts';
import { toText } from '../../../runtime/toText.ts';
import { ApexDatetime } from '../../../runtime/values/dates.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../../runtime/values/numbers.ts';

function decimalOf(value: Value): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return ApexDecimal.of(value);
  if (value instanceof ApexDouble) return Number.isFinite(value.value) ? ApexDecimal.of(value.value) : null;
  return null;
}

const second = (value: ApexDatetime): number => Math.floor(value.ms / 1000);

/**
 * Strings exactly; numbers by value whatever their type: `System.assertEquals(100, opportunity.Amount)` holds for 100.00;
 * Datetimes by the second, as public tests that pass on the platform show.
 */
function sameForAssertions(expected: Value, actual: Value): boolean {
  if (expected instanceof ApexDatetime && actual instanceof ApexDatetime) return second(expected) === second(actual);
  const [left, right] = [decimalOf(expected), decimalOf(actual)];
  return left && right ? left.value.compareTo(right.value) === 0 : equalValues(expected, actual);
}

/** `message` null = none was given. */
export function assertionFailure(message: string | null, detail: string | null): ApexException {
  const parts = [message, detail].filter((part) => part !== null && part !== '');
  return apexError('AssertException', parts.length === 0 ? 'Assertion Failed' : `Assertion Failed: ${parts.join(': ')}`);
}

const given = (message: Value): string | null => (message === null ? null : toText(message));

export function assertTrue(condition: boolean | null, message: Value = null): void {
  if (condition === null) throw apexError('NullPointerException', 'Argument cannot be null.');
  if (!condition) throw assertionFailure(given(message), null);
}

export function assertEqual(expected: Value, actual: Value, message: Value = null): void {
  if (!sameForAssertions(expected, actual))
    throw assertionFailure(given(message), `Expected: ${toText(expected)}, Actual: ${toText(actual)}`);
}

export function assertNotEqual(notExpected: Value, actual: Value, message: Value = null): void {
  if (sameForAssertions(notExpected, actual)) throw assertionFailure(given(message), `Same value: ${toText(actual)}`);
}
