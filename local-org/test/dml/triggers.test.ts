import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexError, LimitError } from '../../src/runtime/exceptions.ts';
import type { SObject } from '../../src/runtime/values/sobject.ts';
import { messageOf, outcomes, partial, TestOrg, type TriggerScript } from './testOrg.ts';

const on = (operation: TriggerScript['operation'], run: TriggerScript['run'], object = 'Widget__c'): TriggerScript => ({
  object,
  operation,
  run,
});
const refuse = (row: SObject, message: string, field: string | null = null): void => void (row.errors = [{ message, field }]);
const needed = (row: SObject): unknown => row.fields.get('Needed__c') ?? null;

test('a before-trigger changes what is saved and not what the caller holds', () => {
  const org = new TestOrg({
    triggers: [on('BEFORE_INSERT', ({ newRows }) => newRows?.forEach((row) => row.fields.set('Needed__c', 'set')))],
  });
  const row = org.row('Widget__c', {});
  org.run('insert', [row]);
  assert.equal(org.stored('Widget__c', String(row.id), 'Needed__c'), 'set');
  assert.equal(row.fields.has('Needed__c'), false);
});

test('before-insert sees defaults and the owner but no id; after-insert sees the id and is read-only', () => {
  const seen: unknown[] = [];
  const look = ({ newRows }: { newRows: readonly SObject[] | null }): void => {
    const row = newRows?.[0];
    seen.push([row?.fields.get('Done__c'), row?.fields.get('OwnerId') !== undefined, row?.id === null, row?.readOnly]);
  };
  const org = new TestOrg({ triggers: [on('BEFORE_INSERT', look), on('AFTER_INSERT', look)] });
  org.insert('Widget__c', {});
  assert.deepEqual(seen, [
    [false, true, true, false],
    [false, true, false, true],
  ]);
});

test('an update trigger sees all stored fields, old and new', () => {
  const seen: unknown[] = [];
  const org = new TestOrg({
    triggers: [
      on(
        'BEFORE_UPDATE',
        ({ newRows, oldRows }) =>
          void seen.push(newRows?.map(needed), oldRows?.map(needed), newRows?.[0]?.fields.get('Code__c'), oldRows?.[0]?.readOnly),
      ),
    ],
  });
  const id = org.insert('Widget__c', { Code__c: 'A', Needed__c: 'old' });
  org.run('update', [org.row('Widget__c', { Id: id, Needed__c: 'new' })]);
  assert.deepEqual(seen, [['new'], ['old'], 'A', true]);
});

test('triggers fire for at most 200 records at once', () => {
  const org = new TestOrg({ triggers: [on('BEFORE_INSERT', () => {})] });
  org.run(
    'insert',
    Array.from({ length: 450 }, () => org.row('Widget__c', {})),
  );
  assert.deepEqual(org.fired, ['BEFORE_INSERT 200', 'BEFORE_INSERT 200', 'BEFORE_INSERT 50']);
});

test('addError fails the row, on the record or on a field', () => {
  const org = new TestOrg({
    triggers: [
      on('BEFORE_INSERT', ({ newRows }) => newRows?.forEach((row) => refuse(row, 'No way', needed(row) === 'f' ? 'Needed__c' : null))),
    ],
  });
  assert.match(
    messageOf(() => org.insert('Widget__c', {})),
    /first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, No way: \[\]$/,
  );
  assert.match(
    messageOf(() => org.insert('Widget__c', { Needed__c: 'f' })),
    /FIELD_CUSTOM_VALIDATION_EXCEPTION, No way: \[Needed__c\]$/,
  );
});

test('a partial save tries again with the rows that did not fail, and triggers fire again', () => {
  const org = new TestOrg({
    triggers: [
      on('BEFORE_INSERT', ({ newRows }) => newRows?.filter((row) => needed(row) === 'bad').forEach((row) => refuse(row, 'Bad'))),
      on('AFTER_INSERT', () => {}),
    ],
  });
  const rows = ['a', 'bad', 'b'].map((value) => org.row('Widget__c', { Needed__c: value }));
  assert.deepEqual(outcomes(org.run('insert', rows, partial)), ['ok', 'FIELD_CUSTOM_VALIDATION_EXCEPTION, Bad: []', 'ok']);
  assert.deepEqual(org.fired, ['BEFORE_INSERT 3', 'AFTER_INSERT 2', 'BEFORE_INSERT 2', 'AFTER_INSERT 2']);
  assert.equal(org.count('Widget__c'), 2);
});

test('whether after-triggers fire in an attempt that will be repeated is a switch', () => {
  const refuseBad: TriggerScript['run'] = ({ newRows }) =>
    newRows?.filter((row) => needed(row) === 'bad').forEach((row) => refuse(row, 'Bad'));
  const org = new TestOrg({
    triggers: [on('BEFORE_INSERT', refuseBad), on('AFTER_INSERT', () => {})],
    positions: { afterTriggersOfRepeatedAttempt: 'skipped' },
  });
  org.run(
    'insert',
    ['a', 'bad'].map((value) => org.row('Widget__c', { Needed__c: value })),
    partial,
  );
  assert.deepEqual(org.fired, ['BEFORE_INSERT 2', 'BEFORE_INSERT 1', 'AFTER_INSERT 1']);
});

test('the second attempt starts from what the caller gave, not from what the first attempt made of it', () => {
  const org = new TestOrg({
    triggers: [
      on('BEFORE_INSERT', ({ newRows }) =>
        newRows?.forEach((row) => {
          if (row.fields.get('Code__c') === 'bad') refuse(row, 'Bad');
          row.fields.set('Needed__c', `${String(needed(row) ?? '')}x`);
        }),
      ),
    ],
  });
  const [good] = org.run('insert', [org.row('Widget__c', { Code__c: 'good' }), org.row('Widget__c', { Code__c: 'bad' })], partial);
  assert.equal(org.stored('Widget__c', String(good?.id), 'Needed__c'), 'x');
});

test('errors in three attempts in a row fail every row', () => {
  let attempt = 0;
  const org = new TestOrg({
    triggers: [on('AFTER_INSERT', ({ newRows }) => void (newRows?.[0] && refuse(newRows[0], `attempt ${++attempt}`)))],
  });
  const results = org.run(
    'insert',
    Array.from({ length: 5 }, () => org.row('Widget__c', {})),
    partial,
  );
  const retries = 'UNKNOWN_EXCEPTION, Too many batch retries in the presence of Apex triggers and partial failures.: []';
  assert.deepEqual(
    outcomes(results).map((text) => text.replace('FIELD_CUSTOM_VALIDATION_EXCEPTION, ', '')),
    ['attempt 1: []', 'attempt 2: []', 'attempt 3: []', retries, retries],
  );
  assert.equal(org.count('Widget__c'), 0);
});

test('each attempt of a partial save starts from the same limits', () => {
  const org = new TestOrg({
    triggers: [
      on('BEFORE_INSERT', ({ newRows }) => {
        org.transaction.limits.use('queries', 60);
        newRows?.filter((row) => needed(row) === 'bad').forEach((row) => refuse(row, 'Bad'));
      }),
    ],
  });
  org.run('insert', [org.row('Widget__c', { Needed__c: 'bad' }), org.row('Widget__c', {})], partial);
  assert.equal(org.transaction.limits.used('queries'), 60);
});

test('an exception in a trigger fails the chunk with the trigger, its event and the cause', () => {
  const org = new TestOrg({
    triggers: [
      on('AFTER_INSERT', () => {
        throw apexError('QueryException', 'List has no rows for assignment to SObject');
      }),
    ],
  });
  assert.match(
    messageOf(() => org.insert('Widget__c', {})),
    /CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, \w+: execution of AfterInsert\n\ncaused by: System\.QueryException: List has no rows for assignment to SObject\n\n.*: \[\]$/s,
  );
  assert.equal(org.count('Widget__c'), 0);
});

test('triggers that fire each other without end stop at depth 16', () => {
  const org = new TestOrg({ triggers: [on('AFTER_INSERT', () => void org.run('insert', [org.row('Widget__c', {})]))] });
  assert.throws(
    () => org.insert('Widget__c', {}),
    (error) => error instanceof LimitError && error.message === 'Maximum trigger depth exceeded',
  );
});
