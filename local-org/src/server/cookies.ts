/** Session cookies. Browsers share cookies between ports, so the port is in the name; portal users have one of their own, so that an administrator can try a site in the same browser. */
import type { Door } from '../org/org.ts';

const PATHS: Readonly<Record<Door, string>> = { org: '/', site: '/s' };

const nameOf = (door: Door, port: number): string => `${door === 'org' ? 'sid' : 'site_sid'}_${port}`;

/** Null ends it. */
export const sessionCookie = (door: Door, port: number, token: string | null): string =>
  `${nameOf(door, port)}=${token ?? ''}; Path=${PATHS[door]}; HttpOnly; SameSite=Lax${token === null ? '; Max-Age=0' : ''}`;

export function tokenIn(header: string | undefined, door: Door, port: number): string | null {
  const name = nameOf(door, port);
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

/** `Authorization: Bearer 00D…!…`; clients of Salesforce say `OAuth` too. */
export const bearerToken = (header: string | undefined): string | null => /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(header ?? '')?.[1] ?? null;
