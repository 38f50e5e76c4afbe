/** A route: who may come, by which path, and what is done then. */
import type { Org } from '../org/org.ts';
import type { Answer, Page } from './answer.ts';

/** Somebody with a session. */
export interface Caller {
  /** 005… */
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** Has "Manage Users", and so sees Setup. */
  readonly isAdministrator: boolean;
}

export interface Visit {
  readonly org: Org;
  /** `http://localhost:8080`, as the visitor calls it. */
  readonly origin: string;
  /** `:name` in the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  header(name: string): string | null;
  body(): Promise<Buffer>;
  /** The body as a form. */
  form(): Promise<URLSearchParams>;
}

type Reply = Answer | Page | Promise<Answer | Page>;

interface At {
  readonly method: 'GET' | 'POST';
  /** `/runs/:id/items` */
  readonly path: string;
}

/** `user`: an internal user with a browser's session. `administrator`: one who manages users. `api`: an internal user with a bearer token. `site`: a portal user. */
export type Route = At &
  (
    | { readonly access: 'anyone'; handle(visit: Visit): Reply }
    | { readonly access: 'user' | 'administrator' | 'api' | 'site'; handle(visit: Visit, user: Caller): Reply }
  );

export interface Link {
  readonly href: string;
  readonly label: string;
  /** One sentence. */
  readonly description: string;
}

/** What an application adds to the server: routes, and links in the navigation. */
export interface Pages {
  readonly links: readonly Link[];
  readonly routes: readonly Route[];
}

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The first route of that path and method; the methods there are, where only the path is known. */
export function findRoute(routes: readonly Route[], method: string, path: string): Found | { readonly allowed: readonly string[] } {
  const allowed: string[] = [];
  for (const route of routes) {
    const params = match(route.path, path);
    if (!params) continue;
    if (route.method === method) return { route, params };
    allowed.push(route.method);
  }
  return { allowed };
}

function match(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const names = pattern.split('/');
  const parts = path.split('/');
  if (names.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [i, name] of names.entries()) {
    const part = parts[i] ?? '';
    if (name.startsWith(':')) {
      if (part === '') return null;
      try {
        params[name.slice(1)] = decodeURIComponent(part);
      } catch {
        return null;
      }
    } else if (name !== part) return null;
  }
  return params;
}
