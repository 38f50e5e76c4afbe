/** Objects of which the local org has not all rows that Salesforce has: reached from others, never counted or listed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg } from '../../index.ts';
import { failures, files } from '../helpers/project.ts';

const inClass = (body: string): string => `public with sharing class Asks { public static Object all() { ${body} } }`;

const refusals: readonly string[] = [
  'return [SELECT Id FROM EmailMessageRelation];',
  'return [SELECT Id, (SELECT Id FROM EmailMessageRelations) FROM EmailMessage];',
  'return [SELECT Id FROM EmailMessage WHERE Id IN (SELECT EmailMessageId FROM EmailMessageRelation)];',
];

for (const body of refusals)
  test(`refused when compiled: ${body}`, () => {
    const org = openOrg({ file: null, cache: null });
    assert.deepEqual(
      org.deploy(new Map(files({ classes: { Asks: inClass(body) } }))).problems.map(({ message }) => message),
      ['NotSupported: SOQL on EmailMessageRelation'],
    );
    org.close();
  });

test('refused at run time in the text of a query', () => {
  const org = openOrg({ file: null, cache: null });
  const AsksTest = `@IsTest
private class AsksTest {
  @IsTest static void lists() { Database.query('SELECT Id FROM EmailMessageRelation'); }
  @IsTest static void nests() { Database.query('SELECT Id, (SELECT Id FROM EmailMessageRelations) FROM EmailMessage'); }
  @IsTest static void joins() {
    Database.query('SELECT Id FROM EmailMessage WHERE Id IN (SELECT EmailMessageId FROM EmailMessageRelation)');
  }
}`;
  assert.deepEqual(org.deploy(new Map(files({ classes: { AsksTest } }))).problems, []);
  const found = failures(org);
  assert.equal(found.length, 3);
  for (const each of found) assert.match(JSON.stringify(each), /SOQL on EmailMessageRelation/);
  org.close();
});
