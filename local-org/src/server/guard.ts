/** What a request must be before anybody looks at it: from this machine's browser, by our own name, and, where it changes something, from our own pages. */
import type { IncomingHttpHeaders } from 'node:http';

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** A page of another site may resolve its own name to this machine (DNS rebinding): its requests carry that name. */
export const isOurs = (host: string | undefined, port: number): boolean =>
  host !== undefined && NAMES.some((name) => host.toLowerCase() === `${name}:${port}` || (port === 80 && host.toLowerCase() === name));

/** Cookies go along with requests from pages of other ports too, which count as the same site: only `Origin` tells them apart. */
export function isFromOurPages(headers: IncomingHttpHeaders): boolean {
  if (headers.origin !== undefined) return headers.origin === `http://${headers.host ?? ''}`;
  return headers['sec-fetch-site'] === 'same-origin';
}

export const protection: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // With `no-referrer` browsers would send no `Origin` with forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** A path of ours to go on to; anything else leads home. */
export const localPath = (path: string | null): string => (path !== null && /^\/(?![/\\])/.test(path) ? path : '/');
