import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotSupported } from '../../src/runtime/exceptions.ts';
import { messageOf, TestOrg } from './testOrg.ts';

test('a deleted record goes to the recycle bin and comes back by undelete', () => {
  const org = new TestOrg();
  const id = org.insert('Account', { Name: 'A' });
  org.run('delete', [org.row('Account', { Id: id })]);
  assert.equal(org.stored('Account', id, 'IsDeleted'), 1);
  assert.match(
    messageOf(() => org.run('delete', [org.row('Account', { Id: id })])),
    /Delete failed\. .*ENTITY_IS_DELETED, entity is deleted: \[\]/,
  );
  org.run('undelete', [org.row('Account', { Id: id })]);
  assert.equal(org.stored('Account', id, 'IsDeleted'), 0);
});

test('details go with their master without firing their triggers; lookups are emptied', () => {
  const org = new TestOrg({
    triggers: [{ object: 'Part__c', operation: 'BEFORE_DELETE', run: () => assert.fail('a cascaded delete fires no trigger') }],
  });
  const account = org.insert('Account', { Name: 'A' });
  const widget = org.insert('Widget__c', { Account__c: account });
  const part = org.insert('Part__c', { Widget__c: widget, Must__c: 'm' });
  org.run('delete', [org.row('Account', { Id: account })]);
  assert.equal(org.stored('Widget__c', widget, 'Account__c'), null);
  org.run('delete', [org.row('Widget__c', { Id: widget })]);
  assert.equal(org.stored('Part__c', part, 'IsDeleted'), 1);
});

test('undeleting a record brings back what went with it, and lookups that nobody filled meanwhile', () => {
  const org = new TestOrg();
  const account = org.insert('Account', { Name: 'A' });
  const other = org.insert('Account', { Name: 'B' });
  const [kept, moved] = [org.insert('Widget__c', { Account__c: account }), org.insert('Widget__c', { Account__c: account })];
  const part = org.insert('Part__c', { Widget__c: kept, Must__c: 'm' });
  org.run('delete', [org.row('Account', { Id: account })]);
  org.run('update', [org.row('Widget__c', { Id: moved, Account__c: other })]);
  org.run('undelete', [org.row('Account', { Id: account })]);
  assert.equal(org.stored('Widget__c', kept, 'Account__c'), account);
  assert.equal(org.stored('Widget__c', moved, 'Account__c'), other);
  org.run('delete', [org.row('Widget__c', { Id: kept })]);
  assert.throws(() => org.run('undelete', [org.row('Part__c', { Id: part })]), NotSupported);
  org.run('undelete', [org.row('Widget__c', { Id: kept })]);
  assert.equal(org.stored('Part__c', part, 'IsDeleted'), 0);
});

test('a unique value that somebody else took meanwhile stands in the way of an undelete', () => {
  const org = new TestOrg();
  const id = org.insert('Widget__c', { Code__c: 'A' });
  org.run('delete', [org.row('Widget__c', { Id: id })]);
  org.insert('Widget__c', { Code__c: 'a' });
  assert.match(
    messageOf(() => org.run('undelete', [org.row('Widget__c', { Id: id })])),
    /DUPLICATE_VALUE/,
  );
  assert.equal(org.stored('Widget__c', id, 'IsDeleted'), 1);
});

test('a contact that a user is linked to cannot be deleted, nor its account', () => {
  const org = new TestOrg();
  const account = org.insert('Account', { Name: 'A' });
  const contact = org.insert('Contact', { LastName: 'C', AccountId: account });
  org.put('User', { Username: 'p@x.test', LastName: 'P', ContactId: contact, AccountId: account });
  assert.match(
    messageOf(() => org.run('delete', [org.row('Contact', { Id: contact })])),
    /DELETE_FAILED, Your attempt to delete C could not be completed/,
  );
  assert.match(
    messageOf(() => org.run('delete', [org.row('Account', { Id: account })])),
    /DELETE_FAILED/,
  );
  assert.equal(org.stored('Contact', contact, 'IsDeleted'), 0);
});

test('delete triggers get the old records only', () => {
  const seen: unknown[] = [];
  const org = new TestOrg({
    triggers: [
      {
        object: 'Widget__c',
        operation: 'BEFORE_DELETE',
        run: ({ newRows, oldRows }) => void seen.push(newRows, oldRows?.[0]?.fields.get('Code__c')),
      },
    ],
  });
  const id = org.insert('Widget__c', { Code__c: 'A' });
  org.run('delete', [org.row('Widget__c', { Id: id })]);
  assert.deepEqual(seen, [null, 'A']);
});
