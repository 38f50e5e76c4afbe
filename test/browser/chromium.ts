/**
 * A browser for tests: the one named by CHROME, an installed one, the one that comes with npm (Linux), or, where that lacks
 * libraries and we are root, one from apt. Without any, a sentence says what to install.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
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

export const NO_BROWSER = 'no browser: install Chrome, Chromium or Edge, or name one in CHROME';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
}

const machine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

/** The first that is there, in the order in which people keep them. */
export function installedBrowser({ platform, env, exists }: Machine): string | null {
  return candidates(platform, env).find(exists) ?? null;
}

function candidates(platform: NodeJS.Platform, env: Machine['env']): readonly string[] {
  const home = env['HOME'];
  switch (platform) {
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
        WINDOWS.flatMap((path) => (env[name] === undefined ? [] : [`${env[name]}\\${path}`])),
      );
    case 'darwin':
      return [...MAC, ...(home === undefined ? [] : MAC.map((path) => home + path))];
    default:
      return (env['PATH'] ?? '').split(delimiter).flatMap((folder) => (folder === '' ? [] : COMMANDS.map((name) => join(folder, name))));
  }
}

/** Root on Linux is a container, as a rule: nobody else's machine gets a browser from us. */
function installByApt(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  try {
    accessSync('/usr/bin/apt-get', constants.X_OK);
  } catch {
    return null;
  }
  process.stderr.write('Installing chromium with apt-get …\n');
  const { status } = spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
  });
  return status === 0 ? installedBrowser(machine) : null;
}

/** It unpacks itself into the temporary folder. */
async function fromNpm(): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } catch {
    return null;
  }
}

/** Null where there is none that starts. One that was named must start. */
export async function openBrowser(): Promise<Browser | null> {
  const launch = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, headless: true, args: ARGS });
  const named = process.env['CHROME'];
  if (named !== undefined && named !== '') return launch(named);
  for (const find of [() => installedBrowser(machine), fromNpm, installByApt]) {
    const path = await find();
    if (path === null) continue;
    try {
      return await launch(path);
    } catch {
      // Installed and broken (libraries are missing, say): the next one may do.
    }
  }
  return null;
}
