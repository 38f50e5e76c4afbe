/** `EventBus.publish(events, callback)` in a test: `Test.getEventBus().deliver()` tells the callback of success, `fail()` of failure. It runs as the Automated Process user. */
import { apexError, NotSupported } from '../runtime/exceptions.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { PublishResult } from '../standard/System/platform/publishCallbacks.ts';
import { calls, classOf } from './calls.ts';
import type { AsyncHost } from './host.ts';
import { deserialize, serialize, type SerializeWorld } from './serialize.ts';

interface Waiting {
  /** As it was when the events were published. */
  readonly state: string;
  readonly uuids: readonly string[];
}

export interface Callbacks {
  note(callback: Value, events: readonly SObject[]): void;
  tell(succeeded: boolean): void;
}

export function createCallbacks(host: AsyncHost, automation: () => string): Callbacks {
  const world = (): SerializeWorld => ({ program: host.program(), schema: host.schema() });
  let waiting: readonly Waiting[] = [];

  return {
    note: (callback, events) => {
      const className = classOf(callback);
      const program = host.program();
      if (!program.has(callback, calls.onFailure) && !program.has(callback, calls.onSuccess))
        throw apexError('TypeException', `Class ${className} must implement an EventBus publish callback`);
      if (!host.testing) throw new NotSupported('EventBus.publish with a callback outside of a test');
      const uuids = events.map((event) => event.fields.get('EventUuid')).filter((uuid) => typeof uuid === 'string');
      waiting = [...waiting, { state: serialize(callback, world()), uuids }];
    },
    tell: (succeeded) => {
      const told = waiting;
      waiting = [];
      for (const { state, uuids } of told)
        host.transact({ user: automation(), kind: 'eventTrigger' }, () => {
          const callback = deserialize(state, world());
          const method = succeeded ? calls.onSuccess : calls.onFailure;
          if (host.program().has(callback, method)) host.program().call(callback, method, [new PublishResult(succeeded, uuids)]);
        });
    },
  };
}
