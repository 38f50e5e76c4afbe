/** `System.runAs(user) { … }`: a block of a test as somebody else. */
import { inFreshDmlContext } from '../../../runtime/dmlContext.ts';
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { current, type Transaction } from '../../../runtime/transaction.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import { SObject } from '../../../runtime/values/sobject.ts';

/** A user who is not there yet is inserted, in a DML context of its own. */
function idOf(user: SObject, transaction: Transaction): string {
  if (user.id !== null) return user.id;
  inFreshDmlContext(transaction, () =>
    transaction.data.dml({
      operation: 'insert',
      rows: [user],
      allOrNone: true,
      access: 'system',
      options: null,
      externalId: null,
      others: [],
    }),
  );
  if (user.id === null) throw new Error('an inserted user has an id');
  return user.id;
}

/**
 * Intrinsic `#runAs`: the block runs as that user, with a DML context of its own. "Every call to runAs counts against the
 * total number of DML statements issued in the process."
 */
export function runAs(user: Value, body: () => void): void {
  const transaction = current();
  if (!transaction.test) throw apexError('TypeException', 'Test methods must be used to run as a user');
  if (!(user instanceof SObject)) throw new NotSupported('System.runAs(Version)');
  const id = idOf(user, transaction);
  if (!transaction.data.record('User', id)) throw apexError('InvalidParameterValueException', `no user ${id}`);
  transaction.limits.use('dmlStatements', 1);
  const outer = transaction.user;
  transaction.user = id;
  try {
    inFreshDmlContext(transaction, body);
  } finally {
    transaction.user = outer;
  }
}
