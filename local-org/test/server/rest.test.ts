/** The REST API, over HTTP. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ADMIN } from '../helpers/project.ts';
import { open, Visitor } from './visitor.ts';

const place = await open({ settings: { clock: () => Date.UTC(2026, 4, 1, 10) } });
const { org, server } = place;
after(() => place.close());

const [account = ''] = org.insert(ADMIN, 'Account', [{ Name: 'Acme', AnnualRevenue: 125 }]);
org.insert(ADMIN, 'Contact', [
  { LastName: 'Muster', AccountId: account },
  { LastName: 'Alone', Birthdate: '2000-02-29' },
]);
const idOf = (username: string): string => String(org.query(`SELECT Id FROM User WHERE Username = '${username}'`)[0]?.['Id']);
const adminToken = org.signIns.open(idOf(ADMIN), 'org');

function addUser(name: string, profile: string): string {
  const profileId = String(org.query(`SELECT Id FROM Profile WHERE Name = '${profile}'`)[0]?.['Id']);
  const username = `${name}@example.com`;
  const locale = { LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US', TimeZoneSidKey: 'Europe/Lisbon', EmailEncodingKey: 'UTF-8' };
  org.insert(ADMIN, 'User', [{ Username: username, Email: username, LastName: name, Alias: name, ProfileId: profileId, ...locale }]);
  return org.signIns.open(idOf(username), 'org');
}

async function get(path: string, token = adminToken): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const { status, text } = await new Visitor(server.url).get(path, { authorization: `Bearer ${token}` });
  return { status, body: JSON.parse(text) as Record<string, unknown> };
}
const query = (soql: string, token?: string): ReturnType<typeof get> =>
  get(`/services/data/v67.0/query?q=${encodeURIComponent(soql)}`, token);
const error = (message: string, errorCode: string): unknown => [{ message, errorCode }];

test('versions are listed with the names of their releases, leading slashes or not', async () => {
  const { body } = await get('//services/data');
  const versions = body as unknown as readonly unknown[];
  assert.equal(versions.length, 8);
  assert.deepEqual(versions[0], { label: "Spring '24", url: '/services/data/v60.0', version: '60.0' });
  assert.deepEqual(versions.at(-1), { label: "Summer '26", url: '/services/data/v67.0', version: '67.0' });
  assert.equal((await get('/services/data/v67.0')).status, 200);
  assert.equal((await get('/services/data/v51.0')).status, 200);
  assert.deepEqual(await get('/services/data/v68.0'), { status: 404, body: error('The requested resource does not exist', 'NOT_FOUND') });
});

test('a query answers records with their parents and children inside, in the order of the SELECT', async () => {
  const { body } = await query(
    "SELECT Name, annualrevenue, CreatedDate, (SELECT LastName, Account.Name FROM Contacts), Owner.Name FROM Account WHERE Name = 'Acme'",
  );
  const base = '/services/data/v67.0/sobjects';
  const contact = String(org.query("SELECT Id FROM Contact WHERE LastName = 'Muster'")[0]?.['Id']);
  assert.deepEqual(body, {
    totalSize: 1,
    done: true,
    records: [
      {
        attributes: { type: 'Account', url: `${base}/Account/${account}` },
        Name: 'Acme',
        AnnualRevenue: 125,
        CreatedDate: '2026-05-01T10:00:00.000+0000',
        Contacts: {
          totalSize: 1,
          done: true,
          records: [
            {
              attributes: { type: 'Contact', url: `${base}/Contact/${contact}` },
              LastName: 'Muster',
              Account: { attributes: { type: 'Account', url: `${base}/Account/${account}` }, Name: 'Acme' },
            },
          ],
        },
        Owner: { attributes: { type: 'User', url: `${base}/User/${idOf(ADMIN)}` }, Name: 'Local Admin' },
      },
    ],
  });
  const [alone] = (await query("SELECT Birthdate, Account.Name FROM Contact WHERE LastName = 'Alone'")).body['records'] as unknown[];
  assert.deepEqual({ ...(alone as object), attributes: null }, { attributes: null, Birthdate: '2000-02-29', Account: null });
});

test('aggregates and counts answer as the platform does', async () => {
  assert.deepEqual((await query('SELECT COUNT() FROM Contact')).body, { totalSize: 2, done: true, records: [] });
  assert.deepEqual((await query('SELECT COUNT(Id) n, MAX(LastName) FROM Contact')).body['records'], [
    { attributes: { type: 'AggregateResult' }, n: 2, expr0: 'Muster' },
  ]);
});

test('queries have the rights and the sharing of who asks', async () => {
  const standard = addUser('standard', 'Standard User');
  assert.equal((await query('SELECT Id FROM Account')).body['totalSize'], 1);
  assert.equal((await query('SELECT Id FROM UserLogin')).status, 200);
  const refused = await query('SELECT Id FROM UserLogin', standard);
  assert.equal(refused.status, 400);
  assert.match(JSON.stringify(refused.body), /sObject type 'UserLogin' is not supported.*"errorCode":"INVALID_TYPE"/);
});

test('who may not use the API does not', async () => {
  const minimum = addUser('minimum', 'Minimum Access - Salesforce');
  assert.deepEqual(await get('/services/data', minimum), {
    status: 403,
    body: error('The REST API is not enabled for this Organization.', 'API_DISABLED_FOR_ORG'),
  });
});

test('mistakes in a query come back with their code', async () => {
  const codes: [string, RegExp, string][] = [
    ['SELECT Nope FROM Contact', /^No such column 'Nope' on entity 'Contact'/, 'INVALID_FIELD'],
    ['SELECT Id FROM Nope', /^sObject type 'Nope' is not supported/, 'INVALID_TYPE'],
    ['SELECT Id Contact', /./, 'MALFORMED_QUERY'],
    ['', /./, 'MALFORMED_QUERY'],
  ];
  for (const [soql, message, code] of codes) {
    const { status, body } = await query(soql);
    const [first] = body as unknown as [{ message: string; errorCode: string }];
    assert.deepEqual([status, first.errorCode], [400, code], soql);
    assert.match(first.message, message);
  }
  assert.equal((await query('SELECT Id FROM Account USING SCOPE team')).status, 501);
});

test('large results come in pages of 2,000, to nobody but who asked', async () => {
  org.insert(
    ADMIN,
    'Account',
    Array.from({ length: 2_100 }, (_, i) => ({ Name: `n${i}` })),
  );
  const first = (await query("SELECT Id FROM Account WHERE Name LIKE 'n%'")).body;
  assert.deepEqual([first['totalSize'], first['done'], (first['records'] as unknown[]).length], [2_100, false, 2_000]);
  const next = String(first['nextRecordsUrl']);
  assert.match(next, /^\/services\/data\/v67\.0\/query\/01g\w{15}-2000$/);
  const stranger = addUser('stranger', 'System Administrator');
  assert.deepEqual(await get(next, stranger), { status: 400, body: error('invalid query locator', 'INVALID_QUERY_LOCATOR') });
  const second = (await get(next)).body;
  assert.deepEqual([second['totalSize'], second['done'], (second['records'] as unknown[]).length], [2_100, true, 100]);
  assert.equal('nextRecordsUrl' in second, false);
});

test('a record comes with the fields its reader may see, or those asked for', async () => {
  const path = `/services/data/v67.0/sobjects/Account/${account}`;
  const { body } = await get(path);
  assert.deepEqual([body['Id'], body['Name'], body['AnnualRevenue'], body['OwnerId']], [account, 'Acme', 125, idOf(ADMIN)]);
  assert.deepEqual(Object.keys((await get(`${path}?fields=Name`)).body), ['attributes', 'Name']);
  assert.equal((await get(`${path}?fields=Nope`)).status, 400);
  const missing = { status: 404, body: error('The requested resource does not exist', 'NOT_FOUND') };
  assert.deepEqual(await get('/services/data/v67.0/sobjects/Account/001000000000000AAA'), missing);
  assert.deepEqual(await get('/services/data/v67.0/sobjects/Nope/001000000000000AAA'), missing);
  assert.deepEqual(await get('/services/data/v67.0/nothing'), missing);
});

test('a token says whose it is', async () => {
  const { body } = await get('/services/oauth2/userinfo');
  assert.deepEqual([body['user_id'], body['preferred_username'], body['active']], [idOf(ADMIN), ADMIN, true]);
  assert.match(String(body['organization_id']), /^00D/);
  assert.match(adminToken, /^00D\w{12,15}![.\w]*$/);
});

test('without a good token nothing is answered, cookies included', async () => {
  const invalid = { status: 401, body: error('Session expired or invalid', 'INVALID_SESSION_ID') };
  for (const path of [
    '/services/data',
    '/services/data/v67.0',
    '/services/data/v67.0/query?q=SELECT+Id+FROM+User',
    '/services/oauth2/userinfo',
  ]) {
    assert.deepEqual(await get(path, 'nonsense'), invalid, path);
    assert.equal((await new Visitor(server.url).enter(org, ADMIN).get(path)).status, 401, path);
  }
  const { status, text } = await new Visitor(server.url).post('/services/data', {}, { authorization: `Bearer ${adminToken}` });
  assert.deepEqual([status, JSON.parse(text)], [405, error("HTTP Method 'POST' not allowed. Allowed are GET", 'METHOD_NOT_ALLOWED')]);
});
