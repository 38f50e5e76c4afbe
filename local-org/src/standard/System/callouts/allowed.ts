/** Whether the running transaction may call out, in the platform's order: by its kind, by savepoints, by uncommitted work. */
import { apexError } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { hasUncommittedWork } from '../../../runtime/uncommittedWork.ts';
import { liveSavepoints } from '../../Database/savepoint.ts';

const refused = (message: string): never => {
  throw apexError('CalloutException', message);
};

export function checkCalloutAllowed(): void {
  const transaction = current();
  if (transaction.trigger) refused('Callout from triggers are currently not supported.');
  if (transaction.kind === 'scheduled') refused('Callout from scheduled Apex not supported.');
  // The platform says "future method" of a Queueable without Database.AllowsCallouts too.
  if (!transaction.jobs.mayCallOut)
    refused(
      'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)',
    );
  if (liveSavepoints(transaction).length > 0) refused('All active Savepoints must be released before making callouts.');
  if (hasUncommittedWork(transaction.limits)) refused('You have uncommitted work pending. Please commit or rollback before calling out');
}
