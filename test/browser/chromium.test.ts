/** Which browser the tests take. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installedBrowser } from './chromium.ts';

const on = (platform: NodeJS.Platform, env: Readonly<Record<string, string>>, ...there: readonly string[]): string | null =>
  installedBrowser({ platform, env, exists: (path) => there.includes(path) });

test('an installed browser is found where each system keeps it', { skip: process.platform === 'win32' && 'paths of Linux' }, () => {
  assert.equal(on('linux', { PATH: '/bin:/usr/bin' }, '/usr/bin/google-chrome', '/usr/bin/chromium'), '/usr/bin/chromium');
  assert.equal(on('linux', { PATH: '/snap/bin' }, '/snap/bin/microsoft-edge'), '/snap/bin/microsoft-edge');
  const mac = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
  assert.equal(on('darwin', { HOME: '/Users/ada' }, mac), mac);
  assert.equal(on('darwin', { HOME: '/Users/ada' }, `/Users/ada${mac}`), `/Users/ada${mac}`);
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  assert.equal(on('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, edge), edge);
});

test('there may be none', () => {
  assert.equal(on('linux', {}, '/usr/bin/chromium'), null);
  assert.equal(on('win32', {}), null);
});
