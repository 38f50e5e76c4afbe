/** What `System.resetPassword` and `setPassword` ask before they do anything: both questions are assumption switches. */
import { dmlContext, insideRunAs, mixedMessage } from '../../../runtime/dmlContext.ts';
import { apexError } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';

export function checkPasswordCall(): void {
  const transaction = current();
  const { settings, data } = transaction;
  const asked = ['refused', 'usersRefused'].includes(settings.position('operatorPrivileges'));
  if (asked && !data.rights.userPermission('ManageUsers') && !data.rights.userPermission('ResetPasswords'))
    throw apexError('SecurityException', 'INSUFFICIENT_ACCESS: insufficient access rights on object id');
  if (settings.position('resetPasswordMixed') === 'neutral') return;
  if (insideRunAs(transaction) && settings.position('mixedDmlInRunAs') === 'allowed') return;
  const context = dmlContext(transaction);
  if (context.other !== null) throw apexError('DmlException', `MIXED_DML_OPERATION, ${mixedMessage('User', context.other)}`);
  context.setup ??= 'User';
}
