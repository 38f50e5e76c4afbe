/** The console's routes: for whom they are, and what they refuse. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { consolePages } from '../../server.ts';
import { ADMIN, files } from '../helpers/project.ts';
import { open, Visitor } from '../server/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'console-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<title>Console</title>');
writeFileSync(join(folder, 'assets', 'index-AbCd1234.js'), '');
writeFileSync(join(folder, 'assets', 'slds.css'), '');
writeFileSync(join(folder, 'assets', 'secret.txt'), '');
let builds = 0;
const pages = consolePages(folder, 'Console', () => Promise.resolve(void builds++));
const door = "public with sharing class Door { @AuraEnabled public static String greet(String name) { return 'Hello ' + name; } }";
const place = await open({}, (org) => void org.deploy(files({ classes: { Door: door } })), pages);
after(async () => {
  await place.close();
  rmSync(folder, { recursive: true });
});
const visitor = (): Visitor => new Visitor(place.server.url).enter(place.org, ADMIN);

const call = async (path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<[number, unknown]> => {
  const cookie = [...visitor().cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(place.server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: place.server.url, 'content-type': 'application/json', ...headers },
    body,
  });
  return [response.status, response.headers.get('content-type')?.startsWith('application/json') ? await response.json() : null];
};

test('the page is built before it is shown, to whoever is signed in', async () => {
  assert.equal((await new Visitor(place.server.url).get('/lightning')).location, '/signin?next=%2Flightning');
  assert.equal(builds, 0);
  const page = await visitor().get('/lightning');
  assert.deepEqual([page.status, page.text, builds], [200, '<title>Console</title>', 1]);
});

test('files with a hash in their name are kept by the browser; nothing but what a page loads is given out', async () => {
  const cacheOf = async (name: string): Promise<unknown> => {
    const { status, headers } = await visitor().get(`/lightning/assets/${name}`);
    return status === 200 ? headers.get('cache-control') : status;
  };
  assert.equal(await cacheOf('index-AbCd1234.js'), 'max-age=31536000, immutable');
  assert.equal(await cacheOf('slds.css'), 'max-age=3600');
  for (const name of ['secret.txt', 'none.js', '..%2Findex.html', '%2e%2e%2Findex.html']) assert.equal(await cacheOf(name), 404);
});

test("Apex is called as the session's user, with parameters by name", async () => {
  assert.deepEqual(await call('/apex/Door/greet', '{"name":"Ada"}'), [200, 'Hello Ada']);
  assert.deepEqual(await call('/apex/Door/none', '{}'), [404, { message: 'There is no @AuraEnabled method Door.none.' }]);
});

test('a body that is no object of parameters is refused', async () => {
  for (const body of ['', 'x', '[]', 'null', '1']) assert.equal((await call('/apex/Door/greet', body))[0], 400);
  assert.equal((await call('/apex/Door/greet', JSON.stringify({ name: 'x'.repeat(1_000_001) })))[0], 413);
});

test('neither strangers nor pages of other sites come through the door', async () => {
  assert.equal((await call('/apex/Door/greet', '{}', { cookie: '' }))[0], 303);
  assert.notEqual((await call('/apex/Door/greet', '{}', { origin: 'http://evil.example' }))[0], 200);
});
