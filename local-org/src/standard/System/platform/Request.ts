/** System.Request: id and kind of the running transaction. */
import { NotSupported } from '../../../runtime/exceptions.ts';
import { current, type TransactionKind } from '../../../runtime/transaction.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { enumConstant } from '../../enumValues.ts';
import { quiddity } from './enums.ts';

class Request extends LibraryObject {
  readonly apexType = 'Request';
}

/** No public source says what an event trigger answers. */
const quiddityOf: Readonly<Record<TransactionKind, string | null>> = {
  synchronous: 'SYNCHRONOUS',
  anonymous: 'ANONYMOUS',
  test: 'RUNTEST_SYNC',
  batchStart: 'BATCH_APEX',
  batchExecute: 'BATCH_APEX',
  batchFinish: 'BATCH_APEX',
  queueable: 'QUEUEABLE',
  future: 'FUTURE',
  scheduled: 'SCHEDULED',
  eventTrigger: null,
};

const { m } = membersOf<Request>();

export const request = standardClass('System.Request', [
  m('static Request getCurrent()', () => new Request()),
  m('String getRequestId()', () => current().requestId),
  m('Quiddity getQuiddity()', () => {
    const name = quiddityOf[current().kind];
    if (name === null) throw new NotSupported('Request.getQuiddity() in a platform event trigger');
    return enumConstant(quiddity, name);
  }),
]);
