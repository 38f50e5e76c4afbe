/** From a request to an answer: which route, who asks, and what they are told when they may not or when something fails. */
import type { IncomingMessage } from 'node:http';
import type { Org } from '../org/org.ts';
import { isPage, redirect, type Answer, type Page } from './answer.ts';
import { assetRoutes } from './assets.ts';
import { bodyOf } from './body.ts';
import { callerOf, mayUseApi } from './callers.ts';
import { bearerToken, tokenIn } from './cookies.ts';
import { failurePage, forbidden, foreign, missing } from './failures.ts';
import { framed } from './frame.ts';
import { isFromOurPages } from './guard.ts';
import { homeRoutes } from './pages/home.ts';
import { outboxRoutes } from './pages/outbox.ts';
import { setupRoutes } from './pages/setup.ts';
import { signInRoutes } from './pages/signIn.ts';
import { siteRoutes } from './pages/site.ts';
import { apiFailure, restError } from './rest/errors.ts';
import { restRoutes } from './rest/routes.ts';
import { findRoute, type Caller, type Link, type Pages, type Route, type Visit } from './route.ts';

type Report = (error: unknown) => void;

const outboxLink: Link = { href: '/outbox', label: 'Outbox', description: 'Every message the org sent, with working links.' };
const setupLink: Link = { href: '/setup', label: 'Setup', description: 'Users, licences and jobs of this org.' };

export function createHandler(org: Org, port: number, pages: Pages, report: Report): (request: IncomingMessage) => Promise<Answer> {
  const linksFor = (user: Caller): readonly Link[] => [...pages.links, outboxLink, ...(user.isAdministrator ? [setupLink] : [])];
  const routes: readonly Route[] = [
    ...pages.routes,
    ...assetRoutes,
    ...homeRoutes(linksFor),
    ...signInRoutes(port),
    ...outboxRoutes,
    ...setupRoutes,
    ...siteRoutes(port),
    ...restRoutes(org),
  ];

  function finished(answer: Answer | Page, path: string, user: Caller | null): Answer {
    if (!isPage(answer)) return answer;
    const frame = { place: 'Local Org', home: '/', links: user ? linksFor(user) : [], signOut: '/signout', ...answer.frame, path, user };
    return { status: answer.status ?? 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: framed(answer, frame) };
  }

  /** Who asks, as far as this route wants to know; an answer where they may not. */
  function admitted(request: IncomingMessage, route: Route, visit: Visit, path: string): Caller | null | Answer | Page {
    const { headers } = request;
    if (route.access !== 'api' && route.method === 'POST' && !isFromOurPages(headers)) return foreign;
    switch (route.access) {
      case 'anyone':
        return null;
      case 'api': {
        const user = callerOf(org, bearerToken(headers.authorization), 'org');
        if (!user) return restError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
        if (!mayUseApi(org, user.id)) return restError(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
        return user;
      }
      case 'site':
        return (
          callerOf(org, tokenIn(headers.cookie, 'site', port), 'site') ??
          redirect(`/s/${encodeURIComponent(visit.params['site'] ?? '')}/login`)
        );
      case 'user':
      case 'administrator': {
        const user = callerOf(org, tokenIn(headers.cookie, 'org', port), 'org');
        if (!user) return redirect(route.method === 'GET' && path !== '/' ? `/signin?next=${encodeURIComponent(path)}` : '/signin');
        return route.access === 'administrator' && !user.isAdministrator ? forbidden : user;
      }
      default:
        return route satisfies never;
    }
  }

  async function answered(request: IncomingMessage, url: URL): Promise<Answer> {
    const path = url.pathname;
    const api = path.startsWith('/services/');
    let user: Caller | null = null;
    try {
      const found = findRoute(routes, request.method === 'HEAD' ? 'GET' : (request.method ?? ''), path);
      if ('allowed' in found) {
        const { allowed } = found;
        if (!api) return finished(missing, path, null);
        if (allowed.length === 0) return restError(404, 'NOT_FOUND', 'The requested resource does not exist');
        return restError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${request.method ?? ''}' not allowed. Allowed are ${allowed.join(',')}`);
      }
      const visit: Visit = {
        org,
        origin: `http://${request.headers.host ?? ''}`,
        params: found.params,
        query: url.searchParams,
        header: (name) => [request.headers[name.toLowerCase()]].flat()[0] ?? null,
        body: () => bodyOf(request),
        form: async () => new URLSearchParams((await bodyOf(request)).toString('utf8')),
      };
      const { route } = found;
      const who = admitted(request, route, visit, `${path}${url.search}`);
      if (who !== null && !isCaller(who)) return finished(who, path, null);
      user = who;
      return finished(await (route.access === 'anyone' ? route.handle(visit) : route.handle(visit, nobodyElse(user))), path, user);
    } catch (error) {
      const told = api ? apiFailure(error) : failurePage(error);
      if (told.status === 500) report(error);
      return finished(told, path, user);
    }
  }

  return (request) => answered(request, new URL((request.url ?? '/').replace(/^\/+/, '/'), 'http://localhost'));
}

const isCaller = (who: Caller | Answer | Page): who is Caller => 'username' in who;

function nobodyElse(user: Caller | null): Caller {
  if (!user) throw new Error('a guarded route without a caller');
  return user;
}
