/** The console's routes: the page, what it loads, and the door to `@AuraEnabled` Apex. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { json, text, type Answer } from '../server/answer.ts';
import type { Pages, Visit } from '../server/route.ts';
import { eventStream } from './eventStream.ts';
import type { Json } from '../org/org.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** Components put their stylesheets into the page themselves. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** More would be no list of contact ids. */
const LONGEST_BODY = 1_000_000;

/** `folder`: where buildConsole writes; `built` is awaited before the page is shown. */
export function consolePages(folder: string, title: string, built: () => Promise<void>): Pages {
  async function page(): Promise<Answer> {
    await built();
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
    return { status: 200, headers, body: readFileSync(join(folder, 'index.html')) };
  }
  return {
    links: [{ href: '/lightning', label: title, description: 'The console as it looks in Lightning Experience.' }],
    routes: [
      { method: 'GET', path: '/lightning', access: 'user', handle: page },
      { method: 'GET', path: '/lightning/user', access: 'user', handle: (_, { name, username }) => json({ name, username }) },
      {
        method: 'GET',
        path: '/lightning/assets/:file',
        access: 'anyone',
        handle: ({ params }) => {
          const name = params['file'] ?? '';
          const type = types[name.slice(name.lastIndexOf('.') + 1)];
          const file = join(folder, 'assets', name);
          if (!/^[\w.-]+$/.test(name) || type === undefined || !existsSync(file)) return text(404, 'There is no such file.\n');
          // Built names carry a hash of their contents; ours do not.
          const age = /-[\w-]{8}\.\w+$/.test(name) ? 'max-age=31536000, immutable' : 'max-age=3600';
          return { status: 200, headers: { 'content-type': type, 'cache-control': age }, body: readFileSync(file) };
        },
      },
      { method: 'GET', path: '/lightning/events', access: 'user', handle: (visit, user) => eventStream(visit, user.id) },
      { method: 'POST', path: '/apex/:class/:method', access: 'user', handle: (visit, user) => apex(visit, user.id) },
    ],
  };
}

async function apex(visit: Visit, userId: string): Promise<Answer> {
  const body = await visit.body();
  if (body.length > LONGEST_BODY) return json({ message: 'The request is too long.' }, 413);
  let params: Json;
  try {
    params = JSON.parse(body.toString('utf8')) as Json;
  } catch {
    return json({ message: 'The request is no JSON.' }, 400);
  }
  if (params === null || typeof params !== 'object' || Array.isArray(params)) return json({ message: 'Parameters come by name.' }, 400);
  const answer = visit.org.aura(
    userId,
    visit.params['class'] ?? '',
    visit.params['method'] ?? '',
    params as Readonly<Record<string, Json>>,
  );
  return answer.ok ? json(answer.value) : json(answer.body, answer.status);
}
