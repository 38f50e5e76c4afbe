import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { LimitError, SimulatedCrash } from '../../src/runtime/exceptions.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import type { SObject } from '../../src/runtime/values/sobject.ts';
import type { QuerySource } from '../../src/soql/queries.ts';
import { deleteRecord, updateRecord } from '../../src/store/records.ts';
import { parseSoql } from '../../src/syntax/parse.ts';
import { customObject } from '../helpers/schema.ts';
import { testOrg, type TestOrg } from './testOrg.ts';

const source = (text: string, binds: Record<string, Value> = {}): QuerySource => ({
  kind: 'text',
  text,
  binds: new Map(Object.entries(binds)),
});

describe('queries in a transaction', () => {
  let org: TestOrg;
  before(() => {
    org = testOrg(customObject('Kind__mdt', 'm00', [], { kind: 'customMetadata' }));
    const account = org.insert('Account', { Name: 'Acme' });
    org.insert('Account', { Name: 'Zeta' });
    for (const name of ['x', 'y']) org.insert('Contact', { LastName: name, AccountId: account });
  });

  it('count queries, their rows and those of sub-queries, and sub-queries apart', () => {
    org.as(org.user, ({ limits }) => {
      org.queries.queryText('SELECT Id, (SELECT Id FROM Contacts) FROM Account', new Map(), 'system');
      assert.deepEqual([limits.used('queries'), limits.used('queryRows'), limits.used('aggregateQueries')], [1, 4, 1]);
      assert.ok(limits.used('heapSize') > 0);
    });
  });

  it('stop at the 101st, custom metadata not counted', () => {
    org.as(org.user, () => {
      const query = (soql: string): unknown => org.queries.queryText(soql, new Map(), 'system');
      for (let i = 0; i < 300; i++) query('SELECT Id FROM Kind__mdt');
      for (let i = 0; i < 100; i++) query('SELECT Id FROM Account LIMIT 1');
      assert.throws(
        () => query('SELECT Id FROM Account LIMIT 1'),
        (error) => error instanceof LimitError && error.message === 'Too many SOQL queries: 101',
      );
    });
  });

  it('stop one row past the limit of query rows', () => {
    org.as(org.user, ({ limits }) => {
      limits.use('queryRows', 49_999);
      const query = (soql: string): unknown => org.queries.queryText(soql, new Map(), 'system');
      query('SELECT Id FROM Account LIMIT 1');
      assert.throws(() => query('SELECT Id FROM Contact'), { message: 'Too many query rows: 50001' });
    });
  });

  it('keep the plan with an inline query, and parse a text once', () => {
    const { query } = parseSoql('SELECT Name FROM Account WHERE Name = :n');
    for (const name of ['Acme', 'Zeta']) {
      const [row] = org.as(org.user, () => org.queries.query(query, [name], 'system')).rows.items as SObject[];
      assert.equal(row!.fields.get('Name'), name);
    }
  });

  it('fail as the faults say: a lock only where the query locks, a limit, a crash', () => {
    const failing = testOrg();
    const query = (soql: string): unknown => failing.query(soql);
    failing.faults = { at: (point, detail) => (point === 'query' && detail === 'Account' ? 'lock' : 'none') };
    query('SELECT Id FROM Account');
    query('SELECT Id FROM Contact FOR UPDATE');
    assert.throws(() => query('SELECT Id FROM Account FOR UPDATE'), /Record Currently Unavailable/);
    failing.faults = { at: () => 'limit' };
    assert.throws(() => query('SELECT Id FROM Account'), LimitError);
    failing.faults = { at: () => 'crash' };
    assert.throws(() => query('SELECT Id FROM Account'), SimulatedCrash);
  });
});

describe('query locators', () => {
  it('give ids in the order of the query, for one query and no rows of the limits', () => {
    const org = testOrg();
    for (const name of ['b', 'c', 'a']) org.insert('Account', { Name: name });
    org.as(org.user, ({ limits }) => {
      const ids = org.queries.queryIds(source('SELECT Name FROM Account WHERE Name != :n ORDER BY Name DESC', { n: 'x' }), 'system');
      assert.equal(ids.length, 3);
      assert.deepEqual([limits.used('queries'), limits.used('queryRows')], [1, 0]);
      const page = org.queries.rowsForIds(
        source('SELECT Name FROM Account WHERE Name != :n ORDER BY Name DESC', { n: 'x' }),
        'system',
        ids.slice(0, 2),
      );
      assert.deepEqual(
        (page.items as SObject[]).map((row) => row.fields.get('Name')),
        ['c', 'b'],
      );
      assert.deepEqual([limits.used('queries'), limits.used('queryRows')], [1, 0]);
    });
  });

  it('give pages with the values of now, whether or not they still match, without what was deleted', () => {
    const org = testOrg();
    const [kept, changed, deleted] = ['a', 'a', 'a'].map((Name) => org.insert('Account', { Name })) as [string, string, string];
    const locator = source(`SELECT Name FROM Account WHERE Name = 'a'`);
    org.as(org.user, () => {
      const ids = org.queries.queryIds(locator, 'system');
      updateRecord(org.store, org.object('Account'), changed, { Name: 'b' });
      deleteRecord(org.store, org.object('Account'), deleted);
      const page = org.queries.rowsForIds(locator, 'system', ids).items as SObject[];
      assert.deepEqual(
        new Map(page.map((row) => [row.id, row.fields.get('Name')])),
        new Map([
          [kept, 'a'],
          [changed, 'b'],
        ]),
      );
    });
  });

  it('respect LIMIT, and refuse aggregates', () => {
    const org = testOrg();
    for (const Name of ['a', 'b']) org.insert('Account', { Name });
    org.as(org.user, () => {
      assert.equal(org.queries.queryIds(source('SELECT Id FROM Account LIMIT 1'), 'system').length, 1);
      assert.throws(() => org.queries.queryIds(source('SELECT COUNT(Id) FROM Account'), 'system'), { $type: 'QueryException' });
    });
  });
});
