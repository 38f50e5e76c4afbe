/** The console over so many contacts, and the size of what a browser loads: `node bench/console.ts CONTACTS` prints JSON. Times are what somebody who looks sees. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { consolePages, startServer } from '../local-org/server.ts';
import { consoleBuilt, consoleFolder, consoleTitle } from '../scripts/lib/console.ts';
import { addOperator, openProductOrg, OPERATOR, seed } from '../scripts/lib/demoOrg.ts';
import { openBrowser } from '../test/browser/chromium.ts';
import { cpuSeconds, rounded } from './measure.ts';

const PASSWORD = 'Correct-horse-7';
const contacts = Number(process.argv[2]);

await consoleBuilt();
process.stdout.write(`${JSON.stringify({ contacts, bundle: bundle(), page: await looked() })}\n`);

/** Of the scripts; styles, icons and fonts are the design system's. */
function bundle(): { readonly kb: number; readonly gzipKb: number } {
  const assets = join(consoleFolder, 'assets');
  const scripts = readdirSync(assets).flatMap((name) => (name.endsWith('.js') ? [readFileSync(join(assets, name))] : []));
  const kilobytes = (sizes: readonly number[]): number => Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000);
  return { kb: kilobytes(scripts.map(({ length }) => length)), gzipKb: kilobytes(scripts.map((each) => gzipSync(each).length)) };
}

/** Null where there is no browser. */
async function looked(): Promise<object | null> {
  const browser = await openBrowser();
  if (!browser) return null;
  const org = openProductOrg();
  seed(org, addOperator(org), contacts);
  org.signIns.setPassword(OPERATOR, PASSWORD);
  const server = await startServer(org, { port: 0, pages: consolePages(consoleFolder, consoleTitle, () => Promise.resolve()) });
  try {
    const signingIn = await browser.newContext();
    const first = await signingIn.newPage();
    await first.goto(`${server.url}/signin`);
    await first.getByLabel(/user ?name/i).fill(OPERATOR);
    await first.getByLabel(/password/i).fill(PASSWORD);
    await first.getByRole('button', { name: /sign in/i }).click();
    await first.waitForURL(`${server.url}/`);
    const session = await signingIn.storageState();

    // Another browser: nothing is cached.
    const page = await (await browser.newContext({ storageState: session })).newPage();
    const cpu = cpuSeconds();
    const began = performance.now();
    const since = (): number => rounded((performance.now() - began) / 1000);
    await page.goto(`${server.url}/lightning`);
    const paintSeconds = rounded((await firstPaint(page)) / 1000);
    await page.getByRole('row').nth(1).waitFor();
    const rowsSeconds = since();
    await page.getByText(`of ${contacts.toLocaleString('en')}`, { exact: false }).waitFor();
    const countedSeconds = since();
    const turned = performance.now();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('51–100').waitFor();
    const nextPageSeconds = rounded((performance.now() - turned) / 1000);
    return { paintSeconds, rowsSeconds, countedSeconds, nextPageSeconds, serverCpuSeconds: rounded(cpuSeconds() - cpu) };
  } finally {
    await browser.close();
    await server.close();
    org.close();
  }
}

/** Milliseconds from the start of the navigation. A string: the page's own world patches functions that look into it. */
async function firstPaint(page: Page): Promise<number> {
  return Number(
    await page.evaluate(`new Promise((resolve) => {
      const told = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
      const look = () => (told() === undefined ? setTimeout(look, 20) : resolve(told()));
      look();
    })`),
  );
}
