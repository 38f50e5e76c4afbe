/** What the platform passes to asynchronous Apex: QueueableContext, SchedulableContext, FinalizerContext. async/ makes them. */
import type { ApexException } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardInterface } from '../../declare.ts';
import { enumConstant } from '../../enumValues.ts';
import { parentJobResult } from './enums.ts';

export class QueueableContext extends LibraryObject {
  readonly apexType = 'QueueableContext';
  readonly jobId: string;
  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }
}

export class SchedulableContext extends LibraryObject {
  readonly apexType = 'SchedulableContext';
  readonly triggerId: string;
  constructor(triggerId: string) {
    super();
    this.triggerId = triggerId;
  }
}

export class FinalizerContext extends LibraryObject {
  readonly apexType = 'FinalizerContext';
  readonly jobId: string;
  /** Of the Queueable; null where it succeeded. */
  readonly error: ApexException | null;
  constructor(jobId: string, error: ApexException | null) {
    super();
    this.jobId = jobId;
    this.error = error;
  }
}

const onQueueable = membersOf<QueueableContext>();
const onSchedulable = membersOf<SchedulableContext>();
const onFinalizer = membersOf<FinalizerContext>();

export const queueableContext = standardInterface('System.QueueableContext', ['Id getJobId()'], {
  members: [onQueueable.m('Id getJobId()', (self) => self.jobId)],
});

export const schedulableContext = standardInterface('System.SchedulableContext', ['Id getTriggerId()'], {
  members: [onSchedulable.m('Id getTriggerId()', (self) => self.triggerId)],
});

export const finalizerContext = standardInterface(
  'System.FinalizerContext',
  ['Id getAsyncApexJobId()', 'Exception getException()', 'ParentJobResult getResult()', 'String getRequestId()'],
  {
    members: [
      onFinalizer.m('Id getAsyncApexJobId()', (self) => self.jobId),
      onFinalizer.m('Exception getException()', (self) => self.error),
      onFinalizer.m('ParentJobResult getResult()', (self) => enumConstant(parentJobResult, self.error ? 'UNHANDLED_EXCEPTION' : 'SUCCESS')),
      // The Queueable and its finalizer share a request id.
      onFinalizer.m('String getRequestId()', () => current().requestId),
    ],
  },
);

export const queueable = standardInterface('System.Queueable', ['void execute(QueueableContext context)']);
export const schedulable = standardInterface('System.Schedulable', ['void execute(SchedulableContext context)']);
export const finalizer = standardInterface('System.Finalizer', ['void execute(FinalizerContext context)']);
