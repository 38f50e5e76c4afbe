/** Who is let in, and who is not. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { ADMIN } from '../helpers/project.ts';
import { startServer } from '../../server.ts';
import { open, PASSWORD, Visitor } from './visitor.ts';

const HOUR = 3_600_000;
let now = Date.UTC(2026, 4, 1);
const place = await open({ settings: { clock: () => now } });
const { org, server } = place;
after(() => place.close());
const adminId = String(org.query(`SELECT Id FROM User WHERE Username = '${ADMIN}'`)[0]?.['Id']);

/** `fetch` lets nobody choose the Host header. */
const statusWithHost = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: '/signin', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('pages send whoever has no session to the sign-in page, and back afterwards', async () => {
  const visitor = new Visitor(server.url);
  const refused = await visitor.get('/setup?q=x');
  assert.deepEqual([refused.status, refused.location], [303, '/signin?next=%2Fsetup%3Fq%3Dx']);
  assert.equal((await visitor.post('/signin', { username: ADMIN, password: PASSWORD, next: '/setup?q=x' })).location, '/setup?q=x');
  assert.match((await visitor.get('/setup?q=x')).text, /<h1>Users<\/h1>/);
});

test('a sign-in leads to no other site', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example'])
    assert.equal((await new Visitor(server.url).post('/signin', { username: ADMIN, password: PASSWORD, next })).location, '/');
});

test('a wrong password and an unknown user look the same', async () => {
  const wrong = await new Visitor(server.url).signIn(ADMIN, 'Wrong-horse-7');
  const unknown = await new Visitor(server.url).signIn('nobody@example.com', 'Wrong-horse-7');
  assert.deepEqual([wrong.status, unknown.status], [401, 401]);
  assert.equal(wrong.text.replaceAll(ADMIN, ''), unknown.text.replaceAll('nobody@example.com', ''));
});

test('ten wrong passwords lock a user for fifteen minutes', async () => {
  for (let i = 0; i < 10; i++) assert.equal(org.signIns.check(ADMIN, `wrong ${i}`), null);
  assert.equal(org.signIns.check(ADMIN, PASSWORD), null);
  now += HOUR / 4;
  assert.equal(org.signIns.check(ADMIN, PASSWORD), adminId);
});

test('a frozen or inactive user does not come in, and is out at once', async () => {
  const profile = String(org.query("SELECT Id FROM Profile WHERE Name = 'Standard User'")[0]?.['Id']);
  const username = 'frozen@example.com';
  const [id = ''] = org.insert(ADMIN, 'User', [
    {
      Username: username,
      Email: username,
      LastName: 'Frozen',
      Alias: 'frozen',
      ProfileId: profile,
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      TimeZoneSidKey: 'Europe/Lisbon',
      EmailEncodingKey: 'UTF-8',
    },
  ]);
  assert.equal(org.signIns.setPassword(username, PASSWORD), null);
  const visitor = new Visitor(server.url);
  assert.equal((await visitor.signIn(username)).location, '/');
  assert.equal((await visitor.get('/')).status, 200);
  assert.equal((await visitor.get('/setup')).status, 403);
  org.as(ADMIN, ({ data }) => {
    const [login] = data.queryText(`SELECT Id, IsFrozen FROM UserLogin WHERE UserId = '${id}'`, new Map(), 'system').rows.items;
    const row = login as Parameters<typeof data.dml>[0]['rows'][number];
    row.fields.set('IsFrozen', true);
    data.dml({ operation: 'update', rows: [row], allOrNone: true, access: 'system', options: null, externalId: null, others: [] });
  });
  assert.equal((await visitor.get('/')).status, 303);
  assert.equal((await new Visitor(server.url).signIn(username)).status, 401);
});

test('sessions end by signing out and after twelve hours without use', async () => {
  const visitor = new Visitor(server.url).enter(org, ADMIN);
  const stolen = new Visitor(server.url);
  for (const [name, value] of visitor.cookies) stolen.cookies.set(name, value);
  for (let i = 0; i < 3; i++) {
    now += 8 * HOUR;
    assert.equal((await visitor.get('/')).status, 200, 'in use');
  }
  now += 12 * HOUR;
  assert.equal((await visitor.get('/')).status, 303, 'unused');
  visitor.enter(org, ADMIN);
  for (const [name, value] of visitor.cookies) stolen.cookies.set(name, value);
  assert.equal((await visitor.post('/signout', {})).location, '/signin');
  assert.equal((await stolen.get('/')).status, 303);
});

test('a new password ends the sessions of the old one', async () => {
  const visitor = new Visitor(server.url).enter(org, ADMIN);
  assert.equal(org.signIns.setPassword(ADMIN, PASSWORD), null);
  assert.equal((await visitor.get('/')).status, 303);
});

test('forms from anywhere else are refused, other ports of this machine included', async () => {
  const visitor = new Visitor(server.url).enter(org, ADMIN);
  for (const origin of ['https://evil.example', `http://localhost:${server.port + 1}`, 'null', `http://127.0.0.1:${server.port}`])
    assert.equal((await visitor.post('/signout', {}, { origin })).status, 403, origin);
  assert.equal((await visitor.get('/')).status, 200);
});

test('only requests by a name of this machine are answered', async () => {
  for (const host of ['evil.example', `evil.example:${server.port}`, `localhost.evil.example:${server.port}`, 'localhost:1'])
    assert.equal(await statusWithHost(host), 403, host);
  for (const name of ['localhost', '127.0.0.1', '[::1]']) assert.equal(await statusWithHost(`${name}:${server.port}`), 200, name);
});

test('cookies are out of reach for scripts and other sites, pages are framed and cached by nobody', async () => {
  const seen = await new Visitor(server.url).signIn(ADMIN);
  assert.match(seen.headers.get('set-cookie') ?? '', /; Path=\/; HttpOnly; SameSite=Lax$/);
  assert.match(seen.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
  assert.equal(seen.headers.get('cache-control'), 'no-store');
});

test('neither passwords nor tokens are in the store', () => {
  const token = org.signIns.open(adminId, 'org');
  const rows = JSON.stringify(org.query('SELECT FIELDS(ALL) FROM User LIMIT 200'));
  assert.ok(!rows.includes(PASSWORD) && !rows.includes(token));
  assert.equal(org.signIns.session(token)?.user, adminId);
  org.signIns.close(token);
  assert.equal(org.signIns.session(token), null);
});

test('passwords are long enough, mixed, and not the username', () => {
  for (const [password, reason] of [
    ['short1', /at least 8/],
    ['only letters', /letters and numbers/],
    ['12345678', /letters and numbers/],
    [`x1${ADMIN}`, /username/],
  ] as const)
    assert.match(org.signIns.setPassword(ADMIN, password) ?? '', reason);
  assert.equal(org.signIns.check(ADMIN, PASSWORD), adminId);
});

test('a port that is taken is an error of its own', async () => {
  await assert.rejects(startServer(org, { port: server.port }), { code: 'EADDRINUSE' });
});
