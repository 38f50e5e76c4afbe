/** EventBus: publishing platform events, and what a trigger on them may say about its delivery. */
import { apexError, exceptionClass, type ApexException } from '../../../runtime/exceptions.ts';
import type { EventDelivery, RowResult } from '../../../runtime/ports.ts';
import { current } from '../../../runtime/transaction.ts';
import { LibraryObject, type Value } from '../../../runtime/values/kinds.ts';
import { SObject } from '../../../runtime/values/sobject.ts';
import { DmlResult, resultList } from '../../Database/results.ts';
import { membersOf, standardClass } from '../../declare.ts';

function eventOf(value: Value): SObject {
  if (!(value instanceof SObject)) throw apexError('NullPointerException', 'Argument cannot be null.');
  return value;
}

/** Assumption switch: publishing may ask for Create on the event, as an insert in user mode does. */
function publish(events: readonly SObject[], callback: Value = null): readonly RowResult[] {
  const { jobs, data, settings } = current();
  const checked = settings.position('eventPublishChecksCreate') === 'yes';
  const may = ({ schema }: SObject): boolean => !checked || data.rights.object(schema.name).create;
  const published = [...jobs.publish(events.filter(may), callback)];
  return events.map((event) => (may(event) ? published.shift()! : refused));
}

function publishOne(event: Value, callback: Value): DmlResult {
  const [result] = publish([eventOf(event)], callback);
  if (!result) throw new Error('publish gives a result for each event');
  return new DmlResult('Database.SaveResult', result);
}

const refused: RowResult = {
  id: null,
  success: false,
  created: false,
  errors: [{ code: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights on entity', fields: [] }],
};

const { m } = membersOf<null>();
export const eventBus = standardClass(
  'System.EventBus',
  [
    m('static Database.SaveResult publish(SObject event)', (event) => publishOne(event, null)),
    m('static Database.SaveResult publish(SObject event, Object callback)', publishOne),
    m('static List<Database.SaveResult> publish(List<SObject> events, Object callback)', (events, callback) => {
      if (events === null) throw apexError('NullPointerException', 'Argument cannot be null.');
      return resultList('Database.SaveResult', publish(events.items.map(eventOf), callback));
    }),
    m('static List<Database.SaveResult> publish(List<SObject> events)', (events) => {
      if (events === null) throw apexError('NullPointerException', 'Argument cannot be null.');
      return resultList('Database.SaveResult', publish(events.items.map(eventOf)));
    }),
  ],
  { notSupported: ['getOperationId(Object)'] },
);

class TriggerContext extends LibraryObject {
  readonly apexType = 'EventBus.TriggerContext';
  readonly delivery: EventDelivery;
  constructor(delivery: EventDelivery) {
    super();
    this.delivery = delivery;
  }
}

const onContext = membersOf<TriggerContext>();
export const eventBusTriggerContext = standardClass('EventBus.TriggerContext', [
  onContext.m('static EventBus.TriggerContext currentContext()', () => {
    const { delivery } = current().jobs;
    return delivery ? new TriggerContext(delivery) : null;
  }),
  onContext.p('Integer retries', (self) => self.delivery.retries),
  onContext.p('String lastError', (self) => self.delivery.lastError),
  onContext.m('String getResumeCheckpoint()', (self) => self.delivery.resumeCheckpoint),
  onContext.m('void setResumeCheckpoint(String replayId)', (self, replayId) => {
    self.delivery.resumeCheckpoint = replayId;
  }),
]);

/** "When you throw it, the system reruns the trigger" with the same events, up to nine times. */
export const RETRYABLE = 'EventBus.RetryableException';
const { c } = membersOf<ApexException>();
const Retryable = exceptionClass(RETRYABLE);
export const retryableException = standardClass(
  RETRYABLE,
  [
    c('()', () => new Retryable()),
    c('(String message)', (message) => new Retryable(message)),
    c('(Exception cause)', (cause) => new Retryable(null, cause as ApexException | null)),
    c('(String message, Exception cause)', (message, cause) => new Retryable(message, cause as ApexException | null)),
  ],
  { extends: 'Exception' },
);
