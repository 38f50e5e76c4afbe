/**
 * MIXED_DML_OPERATION. "DML operations on certain sObjects, sometimes referred to as setup objects, can't be mixed with DML
 * on other sObjects in the same transaction", with exceptions for User that are stated there (Apex Developer Guide,
 * "sObjects That Cannot Be Used Together in DML Operations").
 */
import { dmlContext, insideRunAs, mixedMessage } from '../runtime/dmlContext.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { alive, type Change } from './change.ts';

/** A change of one of these makes an update of User count as setup. */
const setupFieldsOfUser = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'] as const;

const valueOf = (row: SObject | null, field: string): Value => row?.fields.get(field) ?? null;

function countsAsSetup(change: Change): boolean {
  if (change.object.name !== 'User') return change.object.setup;
  // "You can insert a user in a DML operation with other sObjects if UserRoleId is specified as null."
  if (change.operation === 'insert') return valueOf(change.row, 'UserRoleId') !== null;
  return setupFieldsOfUser.some((field) => change.row.fields.has(field) && valueOf(change.row, field) !== valueOf(change.before, field));
}

/** A user written in a way that is allowed beside anything else: neither refused nor remembered. */
const isNeutral = (change: Change): boolean => change.object.setup && !countsAsSetup(change);

/** Fails the rows that may not share the transaction with what was written before, and remembers the others. */
export function checkMixedDml(changes: readonly Change[], transaction: Transaction): void {
  // "Test methods allow for performing mixed DML operations if the code is enclosed within System.runAs": how far is a switch.
  if (insideRunAs(transaction) && transaction.settings.position('mixedDmlInRunAs') === 'allowed') return;
  const context = dmlContext(transaction);
  for (const change of alive(changes)) {
    if (change.object.kind === 'event' || isNeutral(change)) continue;
    const setup = countsAsSetup(change);
    const original = setup ? context.other : context.setup;
    if (original !== null) {
      change.fail('MIXED_DML_OPERATION', mixedMessage(change.object.name, original));
    } else if (setup) context.setup ??= change.object.name;
    else context.other ??= change.object.name;
  }
}
