/** `npm start` as a process: what it prints, what it keeps, and what a kill -9 leaves. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Visitor } from '../../local-org/test/server/visitor.ts';
import { openOrg } from '../../local-org/index.ts';
import { openKept, OrgInUse, removeKept, type KeptOrg } from '../lib/keptOrg.ts';
import { root } from '../lib/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-users-'));
const FULL = { empty: false, sandbox: false };
const EMPTY = { empty: true, sandbox: false };
const children = new Set<ChildProcess>();
after(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly users: readonly { readonly role: string; readonly username: string; readonly password: string; readonly accessToken: string }[];
}

/** Until it says that it is ready. */
function start(): Promise<Started> {
  const script = join(root, 'scripts', 'start.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, '--folder', folder, '--port', '0', '--json'], {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, '.cache', 'node') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (out.endsWith('\n')) resolve({ child, ...(JSON.parse(out) as Omit<Started, 'child'>) });
    });
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', () => {
      children.delete(child);
      reject(new Error(err));
    });
  });
}

const gone = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('close', resolve);
    child.kill(signal);
  });

async function counts({ url }: Started, token: string): Promise<Record<string, number>> {
  const soql = 'SELECT State__c state, COUNT(Id) n FROM PortalUserRunItem__c GROUP BY State__c';
  const { status, text } = await new Visitor(url).get(`/services/data/v67.0/query?q=${encodeURIComponent(soql)}`, {
    authorization: `Bearer ${token}`,
  });
  assert.equal(status, 200, text);
  const { records } = JSON.parse(text) as { readonly records: readonly { readonly state: string; readonly n: number }[] };
  return Object.fromEntries(records.map(({ state, n }) => [state, n]));
}

test('a run survives kill -9 at any moment, and so do sessions; a second start is told who has the org', async () => {
  let started = await start();
  const { users } = started;
  assert.deepEqual(
    users.map(({ role }) => role),
    ['operator', 'approver', 'auditor', 'administrator'],
  );
  const { username, password, accessToken } = users[0]!;

  const again = (): KeptOrg =>
    openKept(
      folder,
      FULL,
      () => '',
      () => undefined,
    );
  assert.throws(again, new RegExp(`in use by process ${started.child.pid ?? 0}, at ${started.url}`));
  assert.throws(() => removeKept(folder), OrgInUse);

  const visitor = new Visitor(started.url);
  await visitor.signIn(username, password);
  const path = (await visitor.post('/runs/new', { policy: 'Customers', invitations: 'on', contacts: 'all' })).location ?? '';
  for (let looks = 0; (await counts(started, accessToken))['Selected'] !== undefined; looks++) assert.ok(looks < 500);
  let ready = 0;
  for (let looks = 0; ready === 0; looks++) {
    assert.ok(looks < 500);
    if ((await visitor.post(`${path}/start`, {})).status === 303) ready = (await counts(started, accessToken))['Ready'] ?? 0;
  }
  assert.ok(ready > 200, 'more than one chunk');
  // Somewhere in the middle: the first chunk is committed or about to be.
  await gone(started.child, 'SIGKILL');

  started = await start();
  assert.deepEqual(
    started.users.map((user) => [user.username, user.password]),
    users.map((user) => [user.username, user.password]),
  );
  const done = (): Promise<Record<string, number>> => counts(started, accessToken);
  for (let looks = 0; ((await done())['Ready'] ?? 0) > 0; looks++) assert.ok(looks < 2_000);
  const after = await done();
  assert.equal(after['Created'], ready);
  assert.equal(
    Object.values(after).reduce((sum, n) => sum + n, 0),
    300,
  );

  const bytes = readdirSync(folder).map((name) => (name.startsWith('org.db') ? readFileSync(join(folder, name)).toString('latin1') : ''));
  for (const secret of [password, accessToken, accessToken.split('!')[1]!]) assert.ok(!bytes.some((content) => content.includes(secret)));

  assert.equal(await gone(started.child, 'SIGINT'), 0);

  const notes = join(folder, 'sign-ins.json');
  writeFileSync(notes, readFileSync(notes, 'utf8').replace(/("sources": ")[0-9a-f]+/, '$1older'));
  const said: string[] = [];
  const edited = openKept(
    folder,
    FULL,
    () => '',
    (line) => said.push(line),
  );
  assert.deepEqual(said, ['The sources have changed: deploying them …']);
  assert.equal(edited.org.query('SELECT Id FROM PortalUserRunItem__c').length, 300, 'records stay');
  edited.org.close();
  assert.throws(
    () =>
      openKept(
        folder,
        EMPTY,
        () => '',
        () => undefined,
      ),
    /is not empty/,
  );
  assert.equal(removeKept(folder), true);
  assert.deepEqual(readdirSync(folder), []);
});

test('--empty makes an org with one administrator, whose password stays until somebody changes it', () => {
  const open = (): KeptOrg =>
    openKept(
      folder,
      EMPTY,
      () => '',
      () => undefined,
    );
  const first = open();
  assert.deepEqual([first.empty, first.signIns.map(({ role }) => role)], [true, ['administrator']]);
  const { username, password } = first.signIns[0]!;
  assert.notEqual(first.org.signIns.check(username, password ?? ''), null);
  first.org.close();
  const second = open();
  assert.deepEqual(second.signIns, first.signIns);
  second.org.close();
  const later = openOrg({ file: join(folder, 'org.db'), cache: null, settings: { clock: () => Date.now() + 60_000 } });
  later.signIns.setPassword(username, 'Another-1');
  later.close();
  const third = open();
  assert.deepEqual(third.signIns, [{ role: 'administrator', username, password: null }]);
  third.org.close();
});
