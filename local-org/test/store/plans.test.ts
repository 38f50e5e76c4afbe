/** Which index a query takes follows from what tables.ts writes down, never from what the tables hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookup, text } from '../../src/schema/fields.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { createTables } from '../../src/store/tables.ts';
import { custom, customObject, schemaOf } from '../helpers/schema.ts';

const externalId = (name: string) => ({ ...custom(text(name, 80)), externalId: true });

function planOf(condition: string): string {
  const schema = schemaOf([
    customObject('Run__c', 'a00', []),
    customObject('Item__c', 'a01', [custom(lookup('Run__c', 'Run__c')), externalId('Username__c'), externalId('Nickname__c')]),
  ]);
  const store = openStore({ file: null });
  createTables(store, schema.objects);
  const steps = store.all(`EXPLAIN QUERY PLAN SELECT "Id" FROM "Item__c" WHERE ${condition}`, []).map((row) => String(row[3]));
  store.close();
  return steps.join('; ');
}

const among = (column: string): string => `fold("${column}") IN (SELECT value FROM json_each('[]'))`;

test('names find fewer rows than a look-up field, either of two names too', () => {
  const plan = planOf(`"Run__c" = 'x' AND (${among('Username__c')} OR ${among('Nickname__c')})`);
  assert.match(plan, /Item__c\.Username__c/);
  assert.match(plan, /Item__c\.Nickname__c/);
  assert.doesNotMatch(plan, /Item__c\.Run__c/);
});

test('a look-up field finds fewer rows than reading all', () => {
  assert.match(planOf(`"Run__c" = 'x'`), /SEARCH Item__c USING INDEX Item__c\.Run__c/);
});

test('an id finds its row before anything else', () => {
  assert.match(planOf(`"Run__c" = 'x' AND "Id" = 'y'`), /autoindex_Item__c/);
});
