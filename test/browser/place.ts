/** A local org with its server and a browser, for one file of tests: who signs in, what the page complains of, how it looks. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { consoleBuilt } from '../../scripts/lib/console.ts';
import { violations } from './accessibility.ts';

const root = join(import.meta.dirname, '..', '..');
const pictures = join(root, 'out', 'browser');
const PATIENCE = 30_000;

const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 400, height: 800 };

export interface Visit {
  readonly page: Page;
  /** Errors that the page wrote or threw. */
  readonly complaints: string[];
}

export interface Place {
  /** A fresh browser without a session. */
  visit(size?: typeof WIDE): Promise<Visit>;
  /** Signed in as somebody of that role, on the console. */
  console(role: 'operator' | 'approver' | 'auditor' | 'administrator', size?: typeof WIDE): Promise<Visit>;
  close(): Promise<void>;
}

interface Ready {
  readonly url: string;
  readonly users: readonly { readonly username: string; readonly role: string; readonly password: string }[];
}

export async function openPlace(browser: Browser): Promise<Place> {
  mkdirSync(pictures, { recursive: true });
  await consoleBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'portal-users-'));
  const server = spawn(process.execPath, [join(root, 'scripts', 'start.ts'), '--json', '--port', '0', '--folder', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: server.stdout });
  const { url, users } = JSON.parse(await new Promise<string>((resolve) => lines.once('line', resolve))) as Ready;

  async function visit(size = WIDE): Promise<Visit> {
    const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', acceptDownloads: true, baseURL: url });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return { page, complaints };
  }

  return {
    visit,
    console: async (role, size) => {
      const user = users.find((each) => each.role === role)!;
      const seen = await visit(size);
      await seen.page.goto('/lightning');
      await seen.page.getByLabel(/user ?name/i).fill(user.username);
      await seen.page.getByLabel(/password/i).fill(user.password);
      await seen.page.getByRole('button', { name: /sign in/i }).click();
      await seen.page.getByRole('heading', { name: 'Recent runs' }).waitFor();
      return seen;
    },
    close: async () => {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A picture of the page in `out/browser`, and nothing that axe finds. */
export async function look(page: Page, name: string): Promise<void> {
  // Toasts and dialogs fade in and out.
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  let found = await violations(page);
  if (found.length > 0) {
    // A toast that went while axe looked had no contrast left: what is wrong with the page is still wrong when it is gone.
    await page.waitForTimeout(2_000);
    found = await violations(page);
  }
  assert.deepEqual(found, [], `accessibility of ${name}`);
}

/** Nothing is wider than the window. */
export async function fits(page: Page): Promise<void> {
  const { width } = page.viewportSize()!;
  // A string: the page's own world patches functions that look into it.
  assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'the page scrolls sideways');
}
