import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkbox, id } from '../../src/schema/fields.ts';
import { objectType, standardObject } from '../../src/schema/objectType.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { messageOf, TestOrg } from './testOrg.ts';

const event = objectType(
  standardObject('Done__e', 'e00', [id, checkbox('Ok__c')], { kind: 'event', publishBehavior: 'PublishAfterCommit' }),
  [],
);

test('inserting a platform event publishes it and stores nothing', () => {
  const org = new TestOrg();
  const row = new SObject(event);
  const [result] = org.run('insert', [row]);
  assert.equal(result?.success, true);
  assert.deepEqual(org.published, [[row]]);
});

test('an event can only be inserted, and in user mode only with the right to create it', () => {
  const org = new TestOrg({
    rights: { object: () => ({ create: false, read: true, edit: true, delete: true, viewAll: true, modifyAll: true }) },
  });
  assert.equal(
    messageOf(() => org.run('update', [new SObject(event)])),
    'TypeException: DML operation UPDATE not allowed on Done__e',
  );
  assert.equal(
    messageOf(() => org.run('insert', [new SObject(event)], { access: 'user' })),
    "SecurityException: Access to entity 'Done__e' denied",
  );
  assert.deepEqual(org.published, []);
});
