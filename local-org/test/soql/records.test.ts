import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ApexList, ApexSet } from '../../src/runtime/values/collections.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { checkbox, currency, field, lookup, picklist, text } from '../../src/schema/fields.ts';
import { deleteRecord } from '../../src/store/records.ts';
import { custom, customObject } from '../helpers/schema.ts';
import { at, day, num, testOrg, type TestOrg } from './testOrg.ts';

const widget = customObject('Widget__c', 'a00', [
  custom(text('Code__c', 20), { unique: true, caseSensitive: true }),
  custom(currency('Price__c', 10, 2)),
  custom(checkbox('Flag__c')),
  custom(picklist('Stage__c', ['New', 'Middle', ['End', 'The end']])),
  custom(field('Tags__c', 'multipicklist', { length: 255 })),
  custom(field('Day__c', 'date')),
  custom(field('At__c', 'datetime')),
  custom(field('Total__c', 'double', { formula: 'Price__c * 2' })),
  custom(field('Notes__c', 'textarea', { length: 1000, filterable: false })),
  custom(lookup('Account__c', 'Account', 'Widgets__r')),
]);

let org: TestOrg;
let queue: string;
let acme: string;
let zeta: string;
const names = (soql: string, binds: Parameters<TestOrg['rows']>[1] = {}): unknown[] =>
  org.rows(soql, binds).map((row) => (row as { Name: string }).Name);
const found = (where: string, binds: Parameters<TestOrg['rows']>[1] = {}): unknown[] =>
  names(`SELECT Name FROM Widget__c WHERE ${where} ORDER BY Name`, binds);
const refused = (soql: string, message: RegExp | string): void => {
  assert.throws(
    () => org.query(soql),
    (error: Error & { $type?: string }) => {
      assert.equal(error.$type, 'QueryException');
      if (typeof message === 'string') assert.equal(error.message, message);
      else assert.match(error.message, message);
      return true;
    },
  );
};

before(() => {
  org = testOrg(widget);
  queue = org.insert('Group', { Name: 'The queue', Type: 'Queue' });
  acme = org.insert('Account', { Name: 'Acme', OwnerId: org.user, IsPartner: true });
  zeta = org.insert('Account', { Name: 'Zeta', ParentId: acme });
  org.insert('Widget__c', {
    Name: 'a',
    Code__c: 'Ab',
    Price__c: num('1.50'),
    Flag__c: true,
    Stage__c: 'End',
    Tags__c: 'x;y',
    Account__c: acme,
    OwnerId: org.user,
    Day__c: day('2026-03-18'),
    At__c: at('2026-03-17T23:30:00Z'),
  });
  org.insert('Widget__c', {
    Name: 'B',
    Code__c: 'ab',
    Price__c: num('10'),
    Stage__c: 'New',
    Tags__c: 'y',
    Account__c: zeta,
    OwnerId: queue,
    Day__c: day('2026-03-01'),
    At__c: at('2026-03-18T12:00:00Z'),
  });
  org.insert('Widget__c', { Name: 'c%', Price__c: num('-3'), Stage__c: 'Odd', OwnerId: org.user });
  org.insert('Widget__c', { Name: 'd' });
  deleteRecord(org.store, org.object('Widget__c'), org.insert('Widget__c', { Name: 'gone' }));
});

describe('SOQL on records', () => {
  it('returns the fields asked for under their canonical names, Id with them, and knows which they were', () => {
    const [record] = org.query(`select NAME, price__C from widget__c where name = 'A'`).rows.items as SObject[];
    assert.deepEqual([...record!.queried!], ['Id', 'Name', 'Price__c']);
    assert.deepEqual([...record!.fields.keys()], ['Id', 'Name', 'Price__c']);
    assert.match(record!.id!, /^a00/);
    assert.equal(org.query('SELECT Id FROM Widget__c').rows.of, 'Widget__c');
  });

  it('compares text without regard to case, and case-sensitive fields and ids with it', () => {
    assert.deepEqual(found(`Name = 'A'`), ['a']);
    assert.deepEqual(found(`Name IN ('A', 'b')`), ['a', 'B']);
    assert.deepEqual(found(`Code__c = 'AB'`), []);
    assert.deepEqual(found(`Code__c = 'ab'`), ['B']);
    assert.deepEqual(found('Account__c = :id', { id: acme.slice(0, 15) }), ['a']);
  });

  it('treats a comparison with an empty field as false, and its opposite as true', () => {
    assert.deepEqual(found(`Code__c != 'Ab'`), ['B', 'c%', 'd']);
    assert.deepEqual(found(`NOT Code__c = 'Ab'`), ['B', 'c%', 'd']);
    assert.deepEqual(found(`Code__c NOT IN ('Ab')`), ['B', 'c%', 'd']);
    assert.deepEqual(found('Price__c < 100'), ['a', 'B', 'c%']);
    assert.deepEqual(found('NOT (Price__c < 5)'), ['B', 'd']);
    assert.deepEqual(found('Code__c = null'), ['c%', 'd']);
    assert.deepEqual(found(`Code__c = ''`), ['c%', 'd']);
    assert.deepEqual(found('Price__c > :none', { none: null }), []);
  });

  it('finds empty fields through null in a list, and keeps them out of NOT IN', () => {
    const some = new ApexList('String', ['Ab', null]);
    assert.deepEqual(found('Code__c IN :some', { some }), ['a', 'c%', 'd']);
    assert.deepEqual(found('Code__c NOT IN :some', { some }), ['B']);
    assert.deepEqual(found('Code__c IN :some', { some: new ApexList('String') }), []);
    assert.deepEqual(found('Code__c NOT IN :some', { some: new ApexList('String') }), ['a', 'B', 'c%', 'd']);
  });

  it('takes sets, records and collections behind = as binds', () => {
    const record = new SObject(org.object('Account'));
    record.fields.set('Id', zeta);
    assert.deepEqual(found('Account__c = :record', { record }), ['B']);
    assert.deepEqual(found('Account__c IN :records', { records: new ApexList('Account', [record]) }), ['B']);
    assert.deepEqual(found('Account__c = :ids', { ids: new ApexSet('Id', [acme, zeta]) }), ['a', 'B']);
    assert.deepEqual(found('Account__c != :ids', { ids: new ApexSet('Id', [acme]) }), ['B', 'c%', 'd']);
  });

  it('takes checkboxes for false where they are null or the parent is missing', () => {
    assert.deepEqual(found('Flag__c = false'), ['B', 'c%', 'd']);
    assert.deepEqual(found('Flag__c = null'), ['B', 'c%', 'd']);
    assert.deepEqual(found('Flag__c != null'), ['a']);
    assert.deepEqual(found('Account__r.IsPartner = false'), ['B', 'c%', 'd']);
    assert.deepEqual(found('Account__r.IsPartner != true'), ['B', 'c%', 'd']);
  });

  it('compares numbers exactly, whatever their scale', () => {
    assert.deepEqual(found('Price__c = 1.5'), ['a']);
    assert.deepEqual(found('Price__c = 1.500'), ['a']);
    assert.deepEqual(found('Price__c > 1.499'), ['a', 'B']);
    assert.deepEqual(found('Price__c >= 1.501'), ['B']);
    assert.deepEqual(found('Price__c IN :all', { all: new ApexList('Decimal', [num('10.0'), num('1.501'), -3]) }), ['B', 'c%']);
  });

  it('matches LIKE with wildcards, escapes, and a list of patterns', () => {
    assert.deepEqual(found(`Name LIKE '%B%'`), ['B']);
    assert.deepEqual(found(`Name LIKE '_'`), ['a', 'B', 'd']);
    assert.deepEqual(found(`Name LIKE '%\\%'`), ['c%']);
    assert.deepEqual(found(`(NOT Name LIKE 'a')`), ['B', 'c%', 'd']);
    assert.deepEqual(found('Name LIKE :some', { some: new ApexList('String', ['A%', 'd']) }), ['a', 'd']);
    refused(`SELECT Id FROM Widget__c WHERE OwnerId LIKE '005%'`, 'invalid operator on reference field');
  });

  it('looks into multi-select picklists', () => {
    assert.deepEqual(found(`Tags__c INCLUDES ('Y')`), ['a', 'B']);
    assert.deepEqual(found(`Tags__c INCLUDES ('x;y', 'q')`), ['a']);
    assert.deepEqual(found(`Tags__c EXCLUDES ('x')`), ['B', 'c%', 'd']);
  });

  it('goes to parents and to what a polymorphic owner shows of itself; the lookups come along', () => {
    const nobody = { Name: null, Type: 'User' };
    const named = { Name: 'The queue', Type: 'Queue' };
    assert.deepEqual(
      org.rows('SELECT Name, Account__r.Name, Account__r.Parent.Name, Owner.Name, Owner.Type FROM Widget__c ORDER BY Name'),
      [
        { Name: 'a', Account__c: acme, Account__r: { Name: 'Acme', ParentId: null, Parent: null }, OwnerId: org.user, Owner: nobody },
        {
          Name: 'B',
          Account__c: zeta,
          Account__r: { Name: 'Zeta', ParentId: acme, Parent: { Name: 'Acme' } },
          OwnerId: queue,
          Owner: named,
        },
        { Name: 'c%', Account__c: null, Account__r: null, OwnerId: org.user, Owner: nobody },
        { Name: 'd', Account__c: null, Account__r: null, OwnerId: null, Owner: null },
      ],
    );
    assert.deepEqual(found(`Account__r.Parent.Name = 'acme'`), ['B']);
    assert.deepEqual(found(`Owner.Type = 'queue' OR Account__r.Name = 'Acme'`), ['a', 'B']);
    assert.deepEqual(found('Account__r.Name = null'), ['c%', 'd']);
    assert.deepEqual(names(`SELECT w.Name FROM Widget__c w WHERE w.Account__r.Name = 'Zeta'`), ['B']);
    assert.deepEqual(names(`SELECT Account.Name FROM Account WHERE Account.ParentId != null`), ['Zeta']);
  });

  it('fetches children of all parents, with an order and a limit for each of them', () => {
    for (const name of ['x', 'y', 'z']) org.insert('Contact', { LastName: name, AccountId: acme });
    assert.deepEqual(org.rows('SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 2) FROM Account ORDER BY Name'), [
      { Name: 'Acme', Contacts: [{ LastName: 'z' }, { LastName: 'y' }] },
      { Name: 'Zeta', Contacts: [] },
    ]);
    assert.deepEqual(
      org.rows(
        `SELECT Name, (SELECT Name, (SELECT LastName FROM Contacts WHERE LastName > 'x' ORDER BY LastName) FROM ChildAccounts) FROM Account WHERE Name = 'Zeta'`,
      ),
      [{ Name: 'Zeta', ChildAccounts: [] }],
    );
    assert.deepEqual(org.rows(`SELECT Name, (SELECT Name, Account__r.Name FROM Widgets__r) FROM Account WHERE Name = 'Acme'`), [
      { Name: 'Acme', Widgets__r: [{ Name: 'a', Account__c: acme, Account__r: { Name: 'Acme' } }] },
    ]);
  });

  it('hides the recycle bin except from ALL ROWS', () => {
    assert.deepEqual(found(`Name = 'gone'`), []);
    assert.deepEqual(names(`SELECT Name FROM Widget__c WHERE Name = 'gone' AND IsDeleted = true ALL ROWS`), ['gone']);
  });

  it('puts nulls first in both directions unless told otherwise, and sorts picklists by their entries', () => {
    assert.deepEqual(names('SELECT Name FROM Widget__c ORDER BY Price__c'), ['d', 'c%', 'a', 'B']);
    assert.deepEqual(names('SELECT Name FROM Widget__c ORDER BY Price__c DESC'), ['d', 'B', 'a', 'c%']);
    assert.deepEqual(names('SELECT Name FROM Widget__c ORDER BY Price__c DESC NULLS LAST'), ['B', 'a', 'c%', 'd']);
    assert.deepEqual(names('SELECT Name FROM Widget__c ORDER BY Stage__c, Name'), ['d', 'B', 'a', 'c%']);
    assert.deepEqual(names('SELECT Name FROM Widget__c ORDER BY Account__r.Name DESC NULLS LAST, Name DESC'), ['B', 'a', 'd', 'c%']);
  });

  it('limits and skips, by number or bind', () => {
    assert.deepEqual(names('SELECT Name FROM Widget__c ORDER BY Name LIMIT 2 OFFSET 1'), ['B', 'c%']);
    assert.deepEqual(names('SELECT Name FROM Widget__c ORDER BY Name LIMIT :n', { n: 1 }), ['a']);
    assert.deepEqual(names('SELECT Name FROM Widget__c LIMIT 0'), []);
    refused('SELECT Name FROM Widget__c LIMIT 1 OFFSET 2001', 'Maximum SOQL offset allowed is 2000');
  });

  it('shows labels for toLabel, and all stored fields for FIELDS', () => {
    assert.deepEqual(org.rows(`SELECT toLabel(Stage__c) FROM Widget__c WHERE Name = 'a'`), [{ Stage__c: 'The end' }]);
    const [row] = org.query(`SELECT FIELDS(STANDARD) FROM Widget__c LIMIT 1`).rows.items as SObject[];
    assert.ok(row!.queried!.has('OwnerId') && !row!.queried!.has('Price__c'));
    refused('SELECT FIELDS(ALL) FROM Widget__c', 'The SOQL FIELDS function must have a LIMIT of at most 200');
  });

  it('filters by another object in semi-joins and anti-joins', () => {
    const accounts = (where: string): unknown[] => names(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`);
    assert.deepEqual(accounts(`Id IN (SELECT Account__c FROM Widget__c WHERE Flag__c = true)`), ['Acme']);
    assert.deepEqual(accounts(`Id NOT IN (SELECT Account__c FROM Widget__c WHERE Flag__c = true)`), ['Zeta']);
    assert.deepEqual(accounts(`Id NOT IN (SELECT Account__c FROM Widget__c WHERE Name = 'd')`), ['Acme', 'Zeta']);
    assert.deepEqual(found(`Account__c NOT IN (SELECT Id FROM Account WHERE Name = 'Acme')`), ['B', 'c%', 'd']);
    refused(
      `SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT Account__c FROM Widget__c)`,
      `Semi join sub-selects are not allowed with the 'OR' operator`,
    );
    refused(
      'SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)',
      'The inner and outer selects should not be on the same object type',
    );
  });
});

describe('SOQL refuses, in the words of the platform', () => {
  it('names that do not exist', () => {
    refused(
      'SELECT Nope FROM Widget__c',
      `No such column 'Nope' on entity 'Widget__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
    refused(`SELECT Id FROM Widget__c WHERE Account__r.Nope = 'x'`, /^No such column 'Nope' on entity 'Account'/);
    refused('SELECT Id FROM Nope__c', /^sObject type 'Nope__c' is not supported\./);
    refused('SELECT Id FROM Name', /^sObject type 'Name' is not supported\./);
    refused('SELECT Nope__r.Name FROM Widget__c', /^Didn't understand relationship 'Nope__r' in field path\./);
    refused('SELECT Id, (SELECT Id FROM Nopes__r) FROM Account', /^Didn't understand relationship 'Nopes__r' in FROM part of query call\./);
  });

  it('values of another type, ids that are none, and fields that cannot be filtered or sorted by', () => {
    refused(
      `SELECT Id FROM Widget__c WHERE Price__c = '1'`,
      `value of filter criterion for field 'Price__c' must be of type double and should not be enclosed in quotes`,
    );
    refused(
      'SELECT Id FROM Widget__c WHERE Name = 1',
      `value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes`,
    );
    refused('SELECT Id FROM Widget__c WHERE At__c = 2026-01-01', /must be of type dateTime and should not be enclosed in quotes/);
    refused(`SELECT Id FROM Widget__c WHERE Id = 'nope'`, 'invalid ID field: nope');
    refused(`SELECT Id FROM Widget__c WHERE Notes__c = 'x'`, `field 'Notes__c' can not be filtered in a query call`);
    refused('SELECT Id FROM Widget__c ORDER BY Notes__c', `field 'Notes__c' can not be sorted in a query call`);
    refused('SELECT Name, Name FROM Widget__c', 'duplicate field selected: Name');
    refused('SELECT Name n FROM Widget__c', 'only aggregate expressions use field aliasing');
    refused('SELECT FROM Widget__c', /unexpected token/);
    refused('SELECT Id FROM Widget__c WHERE Day__c = 2026-02-29', 'Invalid date: 2026-02-29');
    assert.throws(
      () => org.query('SELECT Id FROM Widget__c WHERE Name IN :one', { one: 'x' }),
      /IN operator must be used with an iterable expression/,
    );
  });

  it('by name what the local org does not model', () => {
    const gap = (soql: string, feature: RegExp): void => assert.throws(() => org.query(soql), { name: 'NotSupported', message: feature });
    gap('SELECT FORMAT(Price__c) FROM Widget__c', /SOQL FORMAT without an alias/);
    gap('SELECT Id FROM AccountShare', /SOQL on AccountShare/);
    assert.throws(() => org.query('SELECT Id FROM Widget__c WHERE Name IN :none', { none: null }), /NotSupported: SOQL IN bound to null/);
    assert.throws(() => org.query('SELECT Id FROM Widget__c WHERE Name = :x', { y: 'z' }), /Key 'x' does not exist in the bindMap/);
  });
});
