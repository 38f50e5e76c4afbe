/** The whole job with the mouse: contacts are chosen, checked and enabled on the pages, and one of them comes in by the link of the mail. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { apexList } from '../../local-org/index.ts';
import { startServer } from '../../local-org/server.ts';
import { PASSWORD, Visitor } from '../../local-org/test/server/visitor.ts';
import { ADMIN, addPeople, OPERATOR, openProductOrg, PEOPLE } from '../lib/demoOrg.ts';
import { idsIn } from '../lib/newRunPage.ts';
import { runPages } from '../lib/runPages.ts';

let now = Date.UTC(2026, 4, 1, 10);
let url = '';
const org = openProductOrg({ siteUrl: () => url, settings: { clock: () => now } });
const [operator] = addPeople(org, PEOPLE);
const [account = ''] = org.insert(ADMIN, 'Account', [{ Name: 'Acme', OwnerId: operator! }]);
const person = { AccountId: account, OwnerId: operator! };
const contacts = org.insert(ADMIN, 'Contact', [
  { FirstName: 'Zoë', LastName: 'Muster', Email: 'zoe@example.com', ...person },
  { FirstName: 'Ann', LastName: '<b>Other</b>', Email: 'ann@example.com', ...person },
  { FirstName: 'No', LastName: 'Address', ...person },
]);
org.signIns.setPassword(OPERATOR, PASSWORD);
const reports: unknown[] = [];
const server = await startServer(org, { port: 0, pages: runPages, report: (error) => reports.push(error) });
url = server.url;
after(async () => {
  await server.close();
  org.close();
  assert.deepEqual(reports, []);
});

const signedIn = (username: string): Visitor => new Visitor(url).enter(org, username);

/** As the page does: looks until the run says that. */
async function untilItSays(visitor: Visitor, path: string, state: string): Promise<string> {
  for (let looks = 0; looks < 500; looks++) {
    const { text } = await visitor.get(path);
    if (text.includes(`data-part="${state}"`)) return text;
  }
  throw new Error(`${path} never was ${state}`);
}

let run = '';

test('an operator chooses contacts, sees what will happen, starts, and takes the files away', async () => {
  const visitor = new Visitor(url);
  assert.equal((await visitor.signIn(OPERATOR)).location, '/');
  assert.match((await visitor.get('/runs/new')).text, /without a user that I may\s+see \(3\)/);
  const empty = await visitor.post('/runs/new', { policy: 'Customers', invitations: 'on', contacts: 'pasted', ids: ' ' });
  assert.match(empty.text, /paste at least one id/);
  const both = await visitor.post('/runs/new', { policy: 'Customers', invitations: 'on', contacts: 'all', ids: contacts[0]! });
  assert.match(both.text, /it can only be one of them/);
  const created = await visitor.post('/runs/new', { policy: 'Customers', invitations: 'on', contacts: 'all' });
  run = created.location ?? '';
  assert.match(run, /^\/runs\/\w{18}$/);

  const ready = await untilItSays(visitor, run, 'Ready');
  assert.match(ready, /Start: create 2 users/);
  assert.match(ready, /lacks an e-mail address[\s\S]*REQUIRED_FIELD_MISSING/);
  assert.ok(ready.includes('Ann &lt;b&gt;Other&lt;/b&gt;') && !ready.includes('<b>Other'));
  assert.equal(org.outbox().length, 0);

  assert.equal((await visitor.post(`${run}/start`, {})).location, run);
  const finished = await untilItSays(visitor, run, 'Finished');
  assert.ok(!finished.includes('data-live'));
  assert.match((await visitor.get('/runs')).text, /RUN-000001/);
  const success = await visitor.get(`${run}/successes`);
  assert.match(success.headers.get('content-disposition') ?? '', /^attachment; filename="successes-\w{18}\.csv"$/);
  assert.deepEqual(success.text.match(/^003\w{15},Created/gm)?.length, 2);
  const failure = (await visitor.get(`${run}/failures`)).text;
  assert.deepEqual(idsIn(failure), [contacts[2]]);
  assert.match((await visitor.get(`${run}?state=Failed`)).text, /No Address/);
});

test('the link of the invitation sets a password once, and the new user comes in at the site', async () => {
  const outbox = await signedIn(OPERATOR).get('/outbox');
  assert.match(outbox.text, /2 messages[\s\S]*zoe@example.com/);
  const message = org.outbox().find(({ to }) => to === 'zoe@example.com');
  const opened = await signedIn(OPERATOR).get(`/outbox/${message?.id ?? ''}`);
  const link = /<a href="([^"]*\/s\/setpassword\?token=\w+)"/.exec(opened.text)?.[1] ?? '';
  assert.ok(link.startsWith(`${url}/s/setpassword`));

  const zoe = new Visitor(url);
  assert.match((await zoe.get(link)).text, /value="zoe[\w.]*@[\w.]+"/);
  const token = new URL(link).searchParams.get('token') ?? '';
  const send = (password: string, again: string) => zoe.post('/s/setpassword', { token, password, again });
  assert.match((await send('Portal-2026', 'Portal-2027')).text, /not the same/);
  assert.match((await send('short1', 'short1')).text, /at least 8 characters/);
  const set = await send('Portal-2026', 'Portal-2026');
  assert.match(set.location ?? '', /^\/s\/customers\/login\?set&username=zoe/);
  assert.equal((await zoe.get(link)).status, 410);
  assert.equal((await send('Other-2026', 'Other-2026')).status, 410);

  assert.equal((await zoe.get('/s/customers')).location, '/s/customers/login');
  const username = new URLSearchParams(set.location?.split('?')[1]).get('username') ?? '';
  assert.equal((await zoe.post('/s/customers/login', { username, password: 'Wrong-2026' })).status, 401);
  assert.equal((await zoe.post('/s/customers/login', { username, password: 'Portal-2026' })).location, '/s/customers');
  const { text } = await zoe.get('/s/customers');
  for (const fact of ['Zoë Muster', username, 'Acme', 'Sample Customer Community User', 'Sample Portal Customer', 'Sample Customer Site'])
    assert.ok(text.includes(fact), fact);
  assert.notEqual(
    org.query('SELECT LastLoginDate FROM User WHERE Username = :username', { binds: { username } })[0]?.['LastLoginDate'],
    null,
  );

  assert.equal((await zoe.get('/runs')).location, '/signin?next=%2Fruns');
  assert.equal((await zoe.post('/signin', { username, password: 'Portal-2026' })).status, 401);
  await zoe.post('/s/customers/signout', {});
  assert.equal((await zoe.get('/s/customers')).location, '/s/customers/login');
});

test('an invitation not taken up in seven days is void', async () => {
  const message = org.outbox().find(({ to }) => to === 'ann@example.com');
  const link = /http\S+setpassword\S+/.exec(message?.text ?? '')?.[0] ?? '';
  const visitor = new Visitor(url);
  now += 7 * 24 * 3_600_000 - 1;
  assert.equal((await visitor.get(link)).status, 200);
  now += 1;
  assert.equal((await visitor.get(link)).status, 410);
});

test('colleagues do not log in at the site, and only administrators read the mail of colleagues', async () => {
  const visitor = new Visitor(url);
  assert.equal((await visitor.post('/s/customers/login', { username: OPERATOR, password: PASSWORD })).status, 401);
  const before = org.mailbox.count('external');
  org.as(ADMIN, ({ mail, user }) => mail.resetPassword(user, true));
  assert.deepEqual([org.mailbox.count('external'), org.mailbox.count('everybody')], [before, before + 1]);
  const id = org.outbox().at(-1)?.id ?? '';
  assert.equal((await signedIn(OPERATOR).get(`/outbox/${id}`)).status, 404);
  const opened = await signedIn(ADMIN).get(`/outbox/${id}`);
  assert.equal(opened.status, 200);
  assert.match((await signedIn(ADMIN).get(`/outbox/${id}/eml`)).text, /^Date: /);
});

test('who sees runs and who works on them is what their permission sets say', async () => {
  const auditor = signedIn('auditor@local-org.test');
  const seen = await auditor.get(run);
  assert.equal(seen.status, 200);
  assert.ok(!/<button[^>]*>\s*(Start|Stop|Approve|Resume)/.test(seen.text));
  assert.match(
    (await auditor.post('/runs/new', { policy: 'Customers', contacts: 'pasted', ids: contacts[0]! })).text,
    /You may not create portal user runs/,
  );
  assert.equal((await auditor.post(`${run}/stop`, {})).status, 400);
  assert.equal((await auditor.get('/setup')).status, 403);

  const administrator = signedIn(ADMIN);
  assert.equal((await administrator.get('/runs/a00000000000000AAA')).status, 400);
  for (const [path, words] of [
    ['/setup?q=zoe', /One user\.[\s\S]*Zoë Muster/],
    ['/setup/licences', /Customer Community<\/td>[\s\S]*200000/],
    ['/setup/jobs', /PortalUserRunBatch[\s\S]*Completed/],
  ] as const)
    assert.match((await administrator.get(path)).text, words);
});

test('a run whose job is gone says so, and can be resumed', async () => {
  const call = (method: string, ...args: Parameters<typeof org.call>[3]): unknown => org.call(OPERATOR, 'PortalUserRuns', method, args);
  const id = call('create', 'Customers', true) as string;
  call('addPortion', id, 1, apexList('String', [contacts[2]!]));
  call('seal', id);
  const job = String(org.query('SELECT JobId__c FROM PortalUserRun__c WHERE Id = :id', { binds: { id } })[0]?.['JobId__c']);
  org.as(ADMIN, ({ jobs }) => jobs.abort(job));
  const visitor = signedIn(OPERATOR);

  const { text } = await visitor.get(`/runs/${id}`);
  assert.match(text, /Its job was aborted or ended early[\s\S]*Resume/);
  await visitor.post(`/runs/${id}/resume`, {});
  await untilItSays(visitor, `/runs/${id}`, 'Ready');
});

test('ids are found in lists and in the first column of a CSV', () => {
  const [a = '', b = ''] = contacts;
  assert.deepEqual(idsIn(`${a}, ${b.slice(0, 15)}\n`), [a, b.slice(0, 15)]);
  assert.deepEqual(idsIn(`ContactId,State,Reason\r\n${a},Failed,"no, address"\r\n"${b}",Failed,x\r\n`), [a, b]);
  assert.deepEqual(idsIn('not an id'), ['not an id']);
});
