/** The few files every page needs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from './route.ts';

const types: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

export const assetRoutes: readonly Route[] = Object.entries(types).map(([name, type]) => ({
  method: 'GET',
  path: `/assets/${name}`,
  access: 'anyone',
  handle: () => ({
    status: 200,
    headers: { 'content-type': type, 'cache-control': 'max-age=60' },
    body: readFileSync(join(import.meta.dirname, 'assets', name)),
  }),
}));
