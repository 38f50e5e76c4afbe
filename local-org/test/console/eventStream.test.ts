/** Platform events as a Lightning component hears them. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { consolePages } from '../../server.ts';
import { ADMIN, files, text } from '../helpers/project.ts';
import { open, Visitor } from '../server/visitor.ts';

const telling = `public with sharing class Telling {
  @AuraEnabled public static void tell(String words) { EventBus.publish(new News__e(Text__c = words)); }
  @AuraEnabled public static void takeBack() {
    EventBus.publish(new News__e(Text__c = 'never'));
    throw new AuraHandledException('No.');
  }
}`;
const pages = consolePages('', 'Console', () => Promise.resolve());
const place = await open(
  {},
  (org) => {
    org.deploy(files({ classes: { Telling: telling }, events: { News__e: { Text__c: text(80) } } }));
    const [profile] = org.query("SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'");
    org.insert(ADMIN, 'User', [
      {
        Username: 'minimum@local-org.test',
        LastName: 'Minimum',
        Email: 'minimum@example.com',
        Alias: 'minimum',
        CommunityNickname: 'minimum',
        ProfileId: String(profile?.['Id']),
        TimeZoneSidKey: 'Europe/Berlin',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
      },
    ]);
  },
  pages,
);
after(() => place.close());

const stream = (query: string, user = ADMIN, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
  const visitor = new Visitor(place.server.url).enter(place.org, user);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return fetch(`${place.server.url}/lightning/events?${query}`, { headers: { cookie, ...headers }, redirect: 'manual' });
};

interface Heard {
  readonly id: string;
  readonly message: { readonly channel: string; readonly data: { readonly payload: Record<string, unknown>; readonly event: unknown } };
}

/** The first messages of a stream; `then` runs when it is open. */
async function hear(answer: Response, count: number, then: () => void = () => undefined): Promise<readonly Heard[]> {
  const reader = answer.body!.getReader();
  let all = '';
  for (let first = true; ; first = false) {
    all += new TextDecoder().decode((await reader.read()).value);
    if (first) then();
    const found = [...all.matchAll(/^id: (\d+)\ndata: (.*)\n\n/gm)];
    if (found.length < count) continue;
    await reader.cancel();
    return found.map(([, id = '', data = '']) => ({ id, message: JSON.parse(data) as Heard['message'] }));
  }
}

const NEWS = 'channel=/event/News__e';
const tell = (words: string): unknown => place.org.aura(ADMIN, 'Telling', 'tell', { words });

test('a message that is published is heard with its fields, after the transaction that published it', async () => {
  tell('before');
  const answer = await stream(`${NEWS}&replay=-1`);
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  const [heard] = await hear(answer, 1, () => {
    place.org.aura(ADMIN, 'Telling', 'takeBack', {});
    tell('hello');
  });
  assert.equal(heard?.message.channel, '/event/News__e');
  assert.equal(heard.message.data.payload['Text__c'], 'hello');
  assert.match(String(heard.message.data.payload['CreatedById']), /^005/);
  assert.equal((heard.message.data.event as { replayId: number }).replayId, Number(heard.id));
});

test('whoever comes again hears what came in between, and -2 is everything that is kept', async () => {
  const all = await hear(await stream(`${NEWS}&replay=-2`), 2);
  const words = (heard: readonly Heard[]): unknown[] => heard.map(({ message }) => message.data.payload['Text__c']);
  assert.deepEqual(words(all), ['before', 'hello']);
  assert.deepEqual(words(await hear(await stream(`${NEWS}&replay=-1`, ADMIN, { 'last-event-id': all[0]!.id }), 1)), ['hello']);
});

test('nobody hears an event that they may not read, or that there is not', async () => {
  assert.equal((await stream(NEWS, 'minimum@local-org.test')).status, 403);
  assert.equal((await stream('channel=/event/Other__e')).status, 403);
  assert.equal((await stream('channel=/event/User')).status, 400);
  assert.equal((await stream(`${NEWS}&replay=x`)).status, 400);
  assert.equal((await stream(NEWS, ADMIN, { cookie: '' })).status, 303);
});
