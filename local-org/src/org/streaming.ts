/** Messages of the event bus for whoever may read the event, as the Pub/Sub and Streaming APIs give them out. */
import type { ObjectType } from '../schema/model.ts';
import type { EventMessage, Streaming } from './org.ts';
import { plainRow } from './plainRows.ts';
import type { Runtime } from './runtime.ts';
import type { OrgTransaction } from './transaction.ts';

type As = <T>(user: string, work: (transaction: OrgTransaction) => T) => T;

export function createStreaming({ async: { events } }: Runtime, object: (name: string) => ObjectType | undefined, as: As): Streaming {
  return {
    latest: () => events.lastReplay(),
    mayRead: (user, event) => object(event)?.kind === 'event' && as(user, ({ data }) => data.rights.object(event).read),
    after: (user, event, replay) => {
      // Most looks find nothing: they cost no transaction.
      if (events.lastReplay() <= replay) return [];
      return as(user, () => events.read(event, replay)).map((message): EventMessage => {
        const { ReplayId, EventUuid, ...payload } = plainRow(message);
        return { payload, event: { replayId: Number(ReplayId), EventUuid: String(EventUuid) } };
      });
    },
  };
}
