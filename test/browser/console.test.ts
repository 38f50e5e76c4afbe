/** The whole job in a browser: contacts to portal users, on the page an administrator sees, over the local org's own server. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { consoleBuilt } from '../../scripts/lib/console.ts';
import { violations } from './accessibility.ts';
import { openBrowser } from './chromium.ts';

const root = join(import.meta.dirname, '..', '..');
const pictures = join(root, 'out', 'browser');
const folder = mkdtempSync(join(tmpdir(), 'portal-users-'));
const PATIENCE = 60_000;

interface Ready {
  readonly url: string;
  readonly users: readonly { readonly username: string; readonly role: string; readonly password: string }[];
}

const browser: Browser | null = await openBrowser();
const skip = browser === null ? 'there is no Chromium on this machine' : false;
let server: ChildProcess | null = null;
let ready: Ready;

before(async () => {
  if (browser === null) return;
  mkdirSync(pictures, { recursive: true });
  await consoleBuilt();
  server = spawn(process.execPath, [join(root, 'scripts', 'start.ts'), '--json', '--port', '0', '--folder', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: server.stdout! });
  const line = await new Promise<string>((resolve) => lines.once('line', resolve));
  ready = JSON.parse(line) as Ready;
});

after(async () => {
  await browser?.close();
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Signed in as somebody of that role, on the console. What the page complains of is noted. */
async function openConsole(role: RegExp): Promise<{ page: Page; complaints: string[] }> {
  const user = ready.users.find((each) => role.test(each.role))!;
  const context = await browser!.newContext({ viewport: { width: 1366, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${ready.url}/lightning`);
  await page.getByLabel(/user ?name/i).fill(user.username);
  await page.getByLabel(/password/i).fill(user.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByText('Choose contacts').waitFor();
  return { page, complaints };
}

async function look(page: Page, name: string): Promise<void> {
  // Toasts and dialogs fade in and out.
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  assert.deepEqual(await violations(page), [], `accessibility of ${name}`);
}

test('an operator turns contacts into portal users with the mouse', { skip }, async () => {
  const { page, complaints } = await openConsole(/operator/i);
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await page.getByRole('row', { name: /Ada Haddad/ }).waitFor();
  await page.getByRole('searchbox', { name: 'Account' }).fill('Northwind');
  await page.getByText('Ada Ivanova').waitFor({ state: 'detached' });
  await page
    .getByRole('row', { name: /Ada Haddad/ })
    .locator('span.slds-checkbox')
    .first()
    .click();
  await page.getByText('1 selected').waitFor();
  await page.getByRole('searchbox', { name: 'Account' }).fill('');
  await page.getByText('Ada Ivanova').waitFor();
  await button('Next page').click();
  await page.getByText('Page 2').waitFor();
  await page.getByText('1 selected').waitFor();
  await button('Select all found').click();
  await page.getByText('300 selected').waitFor();
  await look(page, '1-contacts');

  await button(/^Next$/).click();
  await page.getByText('Each new user gets an e-mail').waitFor();
  await look(page, '2-policy');

  await button('Check contacts').click();
  await page.getByText('Check before creating').waitFor();
  await page.getByText('Set its account and run it again.').first().waitFor();
  await look(page, '3-check');

  await button('Create 294 users').click();
  await page.getByText('send each of them an invitation by e-mail').waitFor();
  await look(page, '4-confirm');
  await button('OK').click();
  await page.getByText('The run is finished: 294 users created.').waitFor();
  await button('Download failure file').waitFor();
  await look(page, '5-results');

  const [download] = await Promise.all([page.waitForEvent('download'), button('Download failure file').click()]);
  const failures = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  assert.equal(failures.length, 7);
  assert.match(failures[1]!, /^003\w{15},Failed,/);
  const [file] = await Promise.all([page.waitForEvent('download'), button('Download success file').click()]);
  assert.equal(
    readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n').length,
    295,
  );

  await button('New run').click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'failures.csv', mimeType: 'text/csv', buffer: readFileSync(await download.path()) });
  await page.getByText('6 contacts read from failures.csv.').waitFor();
  await page.getByText('6 selected').waitFor();
  await look(page, '6-again');
  assert.deepEqual(complaints, []);
});

test('a run goes on while nobody looks, and can be opened again', { skip }, async () => {
  const { page } = await openConsole(/operator/i);
  await page
    .getByRole('button', { name: /RUN-\d+/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Download success file' }).waitFor();
  await page.getByText('294', { exact: true }).waitFor();
});

test('a refusal is shown in the words of the product', { skip }, async () => {
  const { page } = await openConsole(/auditor/i);
  await page.getByText(/You may not use the console for portal users/).waitFor();
  await look(page, '7-refused');
});
