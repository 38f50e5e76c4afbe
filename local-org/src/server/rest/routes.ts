/** The REST API for programs: versions, queries with the caller's rights, single records, who am I. */
import type { Org, RecordJson } from '../../org/org.ts';
import { json, type Answer } from '../answer.ts';
import type { Caller, Route, Visit } from '../route.ts';
import { createCursors } from './cursors.ts';
import { restError } from './errors.ts';
import { isVersion, versions } from './versions.ts';

const notFound = restError(404, 'NOT_FOUND', 'The requested resource does not exist');

export function restRoutes(org: Org): readonly Route[] {
  const cursors = createCursors(org.settings.random);

  /** Below `/services/data/vXX.0`. */
  const resource = (path: string, handle: (visit: Visit, user: Caller, base: string) => Answer): Route => ({
    method: 'GET',
    path: `/services/data/:version${path}`,
    access: 'api',
    handle: (visit, user) => {
      const version = visit.params['version'] ?? '';
      return isVersion(version) ? handle(visit, user, `/services/data/${version}`) : notFound;
    },
  });

  return [
    { method: 'GET', path: '/services/data', access: 'api', handle: () => json(versions) },
    resource('', (_visit, _user, base) =>
      json({ identity: '/services/oauth2/userinfo', query: `${base}/query`, sobjects: `${base}/sobjects` }),
    ),
    resource('/query', ({ query }, user, base) => {
      const soql = query.get('q');
      if (soql === null || soql.trim() === '') return restError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
      return json(addressed(cursors.first(user.id, org.records(user.id, soql), base), base));
    }),
    resource('/query/:locator', ({ params }, user, base) => {
      const page = cursors.next(user.id, params['locator'] ?? '', base);
      return page ? json(addressed(page, base)) : restError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    }),
    resource('/sobjects/:object/:id', ({ params, query }, user, base) => {
      const fields =
        query
          .get('fields')
          ?.split(',')
          .map((name) => name.trim()) ?? null;
      const record = org.record(user.id, params['object'] ?? '', params['id'] ?? '', fields);
      return record ? json(addressed(record, base)) : notFound;
    }),
    { method: 'GET', path: '/services/oauth2/userinfo', access: 'api', handle: (visit, user) => json(userInfo(org, user, visit.origin)) },
  ];
}

/** The org knows its records' addresses below the version asked for. */
function addressed(value: unknown, base: string): unknown {
  if (Array.isArray(value)) return value.map((item) => addressed(item, base));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as RecordJson).map(([name, inner]) => {
      if (name !== 'attributes') return [name, addressed(inner, base)];
      const attributes = inner as RecordJson;
      return [name, 'url' in attributes ? { ...attributes, url: `${base}${String(attributes['url'])}` } : attributes];
    }),
  );
}

function userInfo(org: Org, { id, username }: Caller, origin: string): Readonly<Record<string, unknown>> {
  const [user = {}] = org.query(
    'SELECT Name, FirstName, LastName, Email, CommunityNickname, UserType, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey, IsActive FROM User WHERE Id = :id',
    { binds: { id } },
  );
  const [organization = {}] = org.query('SELECT Id FROM Organization LIMIT 1');
  const organizationId = String(organization['Id']);
  return {
    sub: `${origin}/id/${organizationId}/${id}`,
    user_id: id,
    organization_id: organizationId,
    preferred_username: username,
    nickname: user['CommunityNickname'],
    name: user['Name'],
    email: user['Email'],
    given_name: user['FirstName'],
    family_name: user['LastName'],
    zoneinfo: user['TimeZoneSidKey'],
    user_type: String(user['UserType']).toUpperCase(),
    language: user['LanguageLocaleKey'],
    locale: user['LocaleSidKey'],
    active: user['IsActive'],
  };
}
