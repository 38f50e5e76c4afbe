/** A browser for tests: the one named by CHROME, an installed Chromium, or the one that comes with npm (Linux). */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Null where there is none. */
async function executable(): Promise<string | null> {
  const named = process.env['CHROME'];
  if (named !== undefined) return named;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  if (process.platform !== 'linux') return null;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

export async function openBrowser(): Promise<Browser | null> {
  const executablePath = await executable();
  return executablePath === null ? null : chromium.launch({ executablePath, headless: true, args: ARGS });
}
