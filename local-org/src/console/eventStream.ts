/** Platform events over server-sent events: what `lightning/empApi` listens to on this page. */
import { text, type Answer } from '../server/answer.ts';
import type { Visit } from '../server/route.ts';

const LOOK_EVERY = 200;
/** Looks between two signs of life. */
const SIGN_OF_LIFE = 75;
/** Looks in one answer, five minutes: then the browser comes again, and has to be signed in still. */
const MOST_LOOKS = 1500;

/** `channel`: `/event/Name__e`; `replay`: -1 = new messages only, -2 = all that are kept, or the last one known. */
export function eventStream({ org, query, header }: Visit, user: string): Answer {
  const event = /^\/event\/(\w+__e)$/.exec(query.get('channel') ?? '')?.[1];
  if (event === undefined) return text(400, 'A channel is called /event/Name__e.\n');
  if (!org.streaming.mayRead(user, event)) return text(403, `You do not have access to ${event}.\n`);
  const wanted = Number(header('last-event-id') ?? query.get('replay') ?? -1);
  if (!Number.isInteger(wanted) || wanted < -2) return text(400, 'A replay id is a whole number.\n');

  let last = wanted === -1 ? org.streaming.latest() : Math.max(wanted, 0);
  async function* messages(): AsyncGenerator<string> {
    yield 'retry: 1000\n\n';
    for (let look = 1; look <= MOST_LOOKS; look++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      let portion = look % SIGN_OF_LIFE === 0 ? ':\n\n' : '';
      for (const message of org.streaming.after(user, event ?? '', last)) {
        last = message.event.replayId;
        portion += `id: ${last}\ndata: ${JSON.stringify({ channel: `/event/${event ?? ''}`, data: message })}\n\n`;
      }
      // Nothing is a portion too: whoever sends them sees that the visitor has gone.
      yield portion;
    }
  }
  return { status: 200, headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }, body: messages() };
}
