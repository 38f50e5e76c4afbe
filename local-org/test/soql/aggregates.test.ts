import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { ApexDecimal } from '../../src/runtime/values/numbers.ts';
import type { SObject } from '../../src/runtime/values/sobject.ts';
import { area, currency, decimal, field, integer, lookup, picklist } from '../../src/schema/fields.ts';
import { custom, customObject } from '../helpers/schema.ts';
import { at, day, num, testOrg, type TestOrg } from './testOrg.ts';

const deal = customObject('Deal__c', 'a01', [
  custom(currency('Amount__c', 18, 2)),
  custom(decimal('Big__c', 18, 0)),
  integer('Seats'),
  custom(picklist('Stage__c', ['New', 'Won'])),
  custom(field('Day__c', 'date')),
  custom(field('At__c', 'datetime')),
  custom(area('Notes__c', 1000)),
  custom(lookup('Account__c', 'Account', 'Deals__r')),
]);

let org: TestOrg;
const refused = (soql: string, message: string): void => {
  assert.throws(() => org.query(soql), { $type: 'QueryException', message });
};

before(() => {
  org = testOrg(deal);
  const account = org.insert('Account', { Name: 'Acme' });
  org.insert('Deal__c', {
    Name: 'b',
    Amount__c: num('1.10'),
    Seats: 2,
    Stage__c: 'New',
    Account__c: account,
    Day__c: day('2026-01-31'),
    At__c: at('2026-01-31T23:30:00Z'),
  });
  org.insert('Deal__c', {
    Name: 'B',
    Amount__c: num('2.20'),
    Seats: 3,
    Stage__c: 'New',
    Day__c: day('2026-02-08'),
    At__c: at('2026-02-28T01:00:00Z'),
  });
  org.insert('Deal__c', { Name: 'a', Seats: 5, Stage__c: 'Won', Account__c: account });
});

describe('SOQL aggregates', () => {
  it('counts rows, values, and distinct values', () => {
    assert.equal(org.query('SELECT COUNT() FROM Deal__c').count, 3);
    assert.equal(org.query('SELECT COUNT() FROM Deal__c LIMIT 2').count, 2);
    assert.equal(org.query(`SELECT COUNT() FROM Deal__c WHERE Name = 'nobody'`).count, 0);
    assert.deepEqual(org.rows('SELECT COUNT(Id), COUNT(Amount__c) amounts, COUNT_DISTINCT(Name) FROM Deal__c'), [
      { expr0: 3, amounts: 2, expr1: 2 },
    ]);
  });

  it('adds up and averages in Decimal, and leaves empty fields out', () => {
    assert.deepEqual(org.rows('SELECT SUM(Amount__c), AVG(Amount__c), SUM(Seats), AVG(Seats), MIN(Seats), MAX(Amount__c) FROM Deal__c'), [
      { expr0: '3.30', expr1: '1.65', expr2: 10, expr3: '3.333333333333333', expr4: 2, expr5: '2.20' },
    ]);
    assert.deepEqual(org.rows(`SELECT SUM(Amount__c), MAX(Name) FROM Deal__c WHERE Name = 'nobody'`), [{ expr0: null, expr1: null }]);
  });

  it('sums eighteen digits exactly and reports an overflow rather than a wrong figure', () => {
    const big = testOrg(deal);
    big.insert('Deal__c', { Big__c: num('999999999999999999') });
    big.insert('Deal__c', { Big__c: num('1') });
    const [row] = big.query('SELECT SUM(Big__c) s FROM Deal__c').rows.items as SObject[];
    assert.equal((row!.aggregates!.get('s') as ApexDecimal).value.toPlainString(), '1000000000000000000');
    for (let i = 0; i < 10; i++) big.insert('Deal__c', { Big__c: num('999999999999999999') });
    assert.throws(() => big.query('SELECT SUM(Big__c) s FROM Deal__c'), /integer overflow/);
  });

  it('takes the least and greatest text without regard to case, as it is written', () => {
    assert.deepEqual(org.rows('SELECT MIN(Name), MAX(Day__c), MIN(At__c) FROM Deal__c'), [
      { expr0: 'a', expr1: '2026-02-08', expr2: '2026-01-31T23:30:00.000Z' },
    ]);
  });

  it('groups by fields, parents and date functions, and keys results by alias, field or expr', () => {
    assert.deepEqual(org.rows('SELECT Stage__c, COUNT(Id) n FROM Deal__c GROUP BY Stage__c ORDER BY COUNT(Id) DESC'), [
      { stage__c: 'New', n: 2 },
      { stage__c: 'Won', n: 1 },
    ]);
    assert.deepEqual(org.rows('SELECT Account__r.Name, COUNT(Id) FROM Deal__c GROUP BY Account__r.Name ORDER BY Account__r.Name'), [
      { name: null, expr0: 1 },
      { name: 'Acme', expr0: 2 },
    ]);
    assert.deepEqual(org.rows('SELECT Name FROM Deal__c GROUP BY Name ORDER BY Name'), [{ name: 'a' }, { name: 'B' }]);
    assert.deepEqual(
      org.rows(
        'SELECT CALENDAR_MONTH(Day__c) m, WEEK_IN_MONTH(Day__c) w, DAY_IN_WEEK(Day__c) d FROM Deal__c WHERE Day__c != null GROUP BY CALENDAR_MONTH(Day__c), WEEK_IN_MONTH(Day__c), DAY_IN_WEEK(Day__c) ORDER BY CALENDAR_MONTH(Day__c)',
      ),
      [
        { m: 1, w: 5, d: 7 },
        { m: 2, w: 2, d: 1 },
      ],
    );
  });

  it('splits datetimes in UTC, or in the zone of the user with convertTimezone', () => {
    const tokyo = org.insert('User', { Username: 'tokyo@example.com', LastName: 'T', UserType: 'Standard', TimeZoneSidKey: 'Asia/Tokyo' });
    const days = (soql: string): unknown[] => org.rows(soql, {}, 'system', tokyo);
    assert.deepEqual(days('SELECT DAY_ONLY(At__c) d FROM Deal__c WHERE At__c != null GROUP BY DAY_ONLY(At__c) ORDER BY DAY_ONLY(At__c)'), [
      { d: '2026-01-31' },
      { d: '2026-02-28' },
    ]);
    assert.deepEqual(
      days(
        'SELECT DAY_ONLY(convertTimezone(At__c)) d, HOUR_IN_DAY(convertTimezone(At__c)) h FROM Deal__c WHERE At__c != null GROUP BY DAY_ONLY(convertTimezone(At__c)), HOUR_IN_DAY(convertTimezone(At__c)) ORDER BY DAY_ONLY(convertTimezone(At__c))',
      ),
      [
        { d: '2026-02-01', h: 8 },
        { d: '2026-02-28', h: 10 },
      ],
    );
  });

  it('filters groups with HAVING', () => {
    assert.deepEqual(org.rows('SELECT Stage__c FROM Deal__c GROUP BY Stage__c HAVING COUNT(Id) > 1'), [{ stage__c: 'New' }]);
    assert.deepEqual(org.rows('SELECT Stage__c FROM Deal__c GROUP BY Stage__c HAVING SUM(Amount__c) = 3.3'), [{ stage__c: 'New' }]);
    assert.deepEqual(
      org.rows('SELECT Stage__c FROM Deal__c GROUP BY Stage__c HAVING AVG(Amount__c) < 1.7 AND Stage__c LIKE :s', { s: 'n%' }),
      [{ stage__c: 'New' }],
    );
  });

  it('refuses what cannot be grouped or added up', () => {
    refused('SELECT Name, COUNT(Id) FROM Deal__c', 'Field must be grouped or aggregated: Name');
    refused('SELECT Stage__c FROM Deal__c GROUP BY Stage__c ORDER BY Name', 'Field must be grouped or aggregated: Name');
    refused('SELECT COUNT(Id) FROM Deal__c GROUP BY Amount__c', `field 'Amount__c' can not be grouped in a query call`);
    refused('SELECT COUNT(Id) FROM Deal__c GROUP BY Notes__c', `field 'Notes__c' can not be grouped in a query call`);
    refused('SELECT COUNT(Id) FROM Deal__c GROUP BY At__c', `field 'At__c' can not be grouped in a query call`);
    refused('SELECT SUM(Name) FROM Deal__c', 'field Name does not support aggregate operator SUM');
    refused('SELECT MAX(Name) FROM Deal__c LIMIT 1', 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
    assert.throws(
      () => org.query('SELECT Stage__c, COUNT(Id) n FROM Deal__c GROUP BY Stage__c ORDER BY n'),
      /NotSupported: SOQL ORDER BY an alias/,
    );
    assert.throws(() => org.query('SELECT MAX(Stage__c) FROM Deal__c'), /NotSupported: SOQL MAX of a picklist/);
  });

  it('charges results for counting, and every row read for adding up', () => {
    const rows = (soql: string): number =>
      org.as(org.user, ({ limits }) => {
        org.queries.queryText(soql, new Map(), 'system');
        return limits.used('queryRows');
      });
    assert.equal(rows('SELECT COUNT() FROM Deal__c'), 1);
    assert.equal(rows('SELECT Stage__c, COUNT(Id) FROM Deal__c GROUP BY Stage__c'), 2);
    assert.equal(rows('SELECT SUM(Amount__c) FROM Deal__c'), 3);
    assert.equal(rows('SELECT Stage__c, MAX(Amount__c) FROM Deal__c GROUP BY Stage__c'), 3);
  });

  it('adds subtotals with ROLLUP and CUBE, which GROUPING tells apart', () => {
    assert.deepEqual(
      org.rows('SELECT Stage__c, COUNT(Id) n, GROUPING(Stage__c) g FROM Deal__c GROUP BY ROLLUP(Stage__c)'),
      [
        { Stage__c: 'New', n: 2, g: 0 },
        { Stage__c: 'Won', n: 1, g: 0 },
        { Stage__c: null, n: 3, g: 1 },
      ].map((row) => ({ stage__c: row.Stage__c, n: row.n, g: row.g })),
    );
    assert.equal(org.rows('SELECT Stage__c, Day__c, SUM(Seats) FROM Deal__c GROUP BY ROLLUP(Stage__c, Day__c)').length, 3 + 2 + 1);
    assert.equal(org.rows('SELECT Stage__c, Day__c, SUM(Seats) FROM Deal__c GROUP BY CUBE(Stage__c, Day__c)').length, 3 + 3 + 2 + 1);
    assert.equal(org.rows('SELECT Stage__c, COUNT(Id) FROM Deal__c GROUP BY ROLLUP(Stage__c) HAVING COUNT(Id) > 1').length, 2);
    refused('SELECT GROUPING(Stage__c) FROM Deal__c GROUP BY Stage__c', 'GROUPING function is only allowed with GROUP BY ROLLUP or CUBE');
    assert.throws(
      () => org.query('SELECT Stage__c, COUNT(Id) FROM Deal__c GROUP BY ROLLUP(Stage__c) ORDER BY Stage__c'),
      /NotSupported: SOQL ORDER BY with GROUP BY ROLLUP/,
    );
  });
});
