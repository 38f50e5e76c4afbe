/** The org's face: deploys, transactions, plain rows, what leaves it when Apex fails. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { NotSupported, openOrg, UncaughtApexException } from '../../index.ts';
import { ADMIN, files, number, orgWith, text } from '../helpers/project.ts';

const maths = { Maths: 'public with sharing class Maths { public static Integer half(Integer n) { return 10 / n; } }' };

test('a class with a problem is left out with what uses it; the rest is deployed', () => {
  const org = openOrg({ file: null, cache: null });
  const result = org.deploy(
    files({
      classes: {
        ...maths,
        Bad: 'public class Bad { Integer x = true; }',
        User1: 'public class User1 { Bad b; }',
        Unparsed: 'public class Unparsed { void',
      },
    }),
  );
  assert.equal(result.success, false);
  assert.deepEqual([...result.notCompiled].sort(), ['Bad', 'Unparsed', 'User1']);
  const [problem] = result.problems.filter(({ path }) => path === 'classes/Bad.cls');
  assert.deepEqual([problem?.line, problem?.column, problem?.message], [1, 28, 'Illegal assignment from Boolean to Integer']);
  assert.equal(org.call(ADMIN, 'Maths', 'half', [5]), 2);
  org.close();
});

test('a strict deploy with a problem changes nothing, and neither does one that only checks', () => {
  const org = openOrg({ file: null, cache: null });
  org.deploy(files({ classes: { ...maths, Bad: 'public class Bad { Integer x = true; }' } }), { strict: true });
  assert.throws(() => org.call(ADMIN, 'Maths', 'half', [5]), /no static method/);
  assert.equal(org.deploy(files({ classes: maths }), { checkOnly: true }).success, true);
  assert.throws(() => org.call(ADMIN, 'Maths', 'half', [5]), /no static method/);
  org.close();
});

test('bad metadata refuses the whole deploy', () => {
  const org = openOrg({ file: null, cache: null });
  const result = org.deploy(files({ classes: maths, objects: { Thing__c: { Size__c: '<label>Size</label><type>Nonsense</type>' } } }));
  assert.equal(result.success, false);
  assert.throws(() => org.call(ADMIN, 'Maths', 'half', [5]), /no static method/);
  org.close();
});

test('a later deploy adds fields and replaces classes, and the rows stay', () => {
  const org = orgWith({ classes: maths, objects: { Thing__c: { Note__c: text(20) } } });
  org.insert(ADMIN, 'Thing__c', [{ Name: 'a', Note__c: 'kept' }]);
  const result = org.deploy(
    files({
      classes: { Maths: 'public with sharing class Maths { public static Integer half(Integer n) { return n; } }' },
      objects: { Thing__c: { Note__c: text(20), Size__c: number } },
    }),
  );
  assert.deepEqual(result.problems, []);
  assert.equal(org.call(ADMIN, 'Maths', 'half', [5]), 5);
  org.insert(ADMIN, 'Thing__c', [{ Name: 'b', Size__c: 7 }]);
  assert.deepEqual(
    org.query('SELECT Name, Note__c, Size__c FROM Thing__c ORDER BY Name').map(({ Name, Note__c, Size__c }) => [Name, Note__c, Size__c]),
    [
      ['a', 'kept', null],
      ['b', null, 7],
    ],
  );
  org.close();
});

test('what is deployed and stored is there after a restart, compiled from the cache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-'));
  const options = { file: join(folder, 'org.db'), cache: join(folder, 'cache') };
  let org = openOrg(options);
  org.deploy(files({ classes: maths, objects: { Thing__c: { Note__c: text(20) } } }));
  org.insert(ADMIN, 'Thing__c', [{ Name: 'a', Note__c: 'kept' }]);
  org.close();
  const cached = readdirSync(options.cache).length;
  org = openOrg(options);
  assert.equal(readdirSync(options.cache).length, cached);
  assert.equal(org.call(ADMIN, 'Maths', 'half', [5]), 2);
  assert.equal(org.query('SELECT Note__c FROM Thing__c')[0]?.['Note__c'], 'kept');
  org.close();
  rmSync(folder, { recursive: true });
});

test('a failing transaction leaves nothing, and says what failed in the platform’s words', () => {
  const org = orgWith({
    classes: {
      Fails: `public with sharing class Fails {
  public static void go() {
    insert new Account(Name = 'undone');
    deeper(0);
  }
  private static void deeper(Integer n) {
    Integer x = 1 / n;
  }
  public class OwnException extends Exception {}
  public static void own() { throw new OwnException('mine'); }
}`,
    },
  });
  assert.throws(
    () => org.call(ADMIN, 'Fails', 'go', []),
    (error: unknown) => {
      assert.ok(error instanceof UncaughtApexException);
      assert.equal(
        error.message,
        'System.MathException: Divide by 0\n\nClass.Fails.deeper: line 7, column 1\nClass.Fails.go: line 4, column 1',
      );
      assert.deepEqual([error.type, error.apexMessage], ['System.MathException', 'Divide by 0']);
      return true;
    },
  );
  assert.equal(org.query('SELECT Id FROM Account').length, 0);
  assert.throws(() => org.call(ADMIN, 'Fails', 'own', []), /^UncaughtApexException: Fails\.OwnException: mine/);
  org.close();
});

test('what the local org does not model is refused by name, not as an Apex exception', () => {
  const org = orgWith({
    classes: {
      Odd: `public with sharing class Odd { public static void go() { try { Database.query('SELECT Id FROM Account USING SCOPE team'); } catch (Exception e) {} } }`,
    },
  });
  assert.throws(
    () => org.call(ADMIN, 'Odd', 'go', []),
    (error: unknown) => error instanceof NotSupported && /USING SCOPE/.test(error.message),
  );
  org.close();
});

test('rows come back as plain data with their paths', () => {
  const org = openOrg({ file: null, cache: null, settings: { clock: () => Date.UTC(2026, 4, 1, 10) } });
  const [account] = org.insert(ADMIN, 'Account', [{ Name: 'Acme', AnnualRevenue: 125 }]);
  org.insert(ADMIN, 'Contact', [
    { LastName: 'Muster', AccountId: account ?? '', Birthdate: '2000-02-29', DoNotCall: true },
    { LastName: 'Alone' },
  ]);
  const rows = org.query(
    'SELECT LastName, Account.Name, Account.AnnualRevenue, Birthdate, CreatedDate FROM Contact ORDER BY LastName DESC',
  );
  const [first] = rows;
  assert.deepEqual(
    ['LastName', 'Account.Name', 'Account.AnnualRevenue', 'Birthdate', 'CreatedDate'].map((path) => first?.[path]),
    ['Muster', 'Acme', 125, '2000-02-29', '2026-05-01T10:00:00.000Z'],
  );
  assert.equal(rows[1]?.['Account'], null);
  assert.deepEqual(org.query('SELECT COUNT() FROM Contact'), [{ expr0: 2 }]);
  assert.deepEqual(
    org.query('SELECT AccountId a, COUNT(Id) n FROM Contact GROUP BY AccountId ORDER BY COUNT(Id)').map(({ n }) => n),
    [1, 1],
  );
  assert.throws(() => org.insert(ADMIN, 'Contact', [{ FirstName: 'No' }]), /REQUIRED_FIELD_MISSING/);
  assert.throws(() => org.insert(ADMIN, 'Contact', [{ Nothing: 1 }]), /No such column 'Nothing'/);
  org.close();
});

test('an unknown assumption switch or user is a mistake of the caller', () => {
  assert.throws(() => openOrg({ file: null, cache: null, positions: { nonsense: 'x' } }), /no assumption nonsense/);
  const org = openOrg({ file: null, cache: null });
  assert.throws(() => org.as('nobody@example.com', () => 1), /no user nobody@example.com/);
  org.close();
});

test('the pump runs steps in the order it is given', async () => {
  const lines: string[] = [];
  const org = orgWith(
    {
      classes: {
        Job: 'public with sharing class Job implements Queueable { private String n; public Job(String n) { this.n = n; } public static void queue(String n) { System.enqueueJob(new Job(n)); } public void execute(QueueableContext c) { System.debug(n); } }',
      },
    },
    { order: (ready) => ready.length - 1, log: (line) => lines.push(line.text) },
  );
  for (const name of ['a', 'b', 'c']) org.call(ADMIN, 'Job', 'queue', [name]);
  await org.settle();
  assert.deepEqual(lines, ['c', 'b', 'a']);
  org.close();
});
