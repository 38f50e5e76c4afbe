import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotSupported } from '../../src/runtime/exceptions.ts';
import { ApexDecimal } from '../../src/runtime/values/numbers.ts';
import { messageOf, options, outcomes, partial, TestOrg } from './testOrg.ts';

test('an insert gives the caller an id and writes owner, defaults, names and audit fields', () => {
  const org = new TestOrg();
  const row = org.row('Widget__c', { Code__c: 'A' });
  const [result] = org.run('insert', [row]);
  assert.equal(result?.success, true);
  assert.equal(row.id, result.id);
  const id = String(row.id);
  assert.match(id, /^a00/);
  assert.equal(org.stored('Widget__c', id, 'OwnerId'), org.adminId);
  assert.equal(org.stored('Widget__c', id, 'Done__c'), 0);
  assert.equal(org.stored('Widget__c', id, 'Name'), id);
  assert.equal(org.stored('Widget__c', id, 'CreatedDate'), org.clock);
  assert.equal(org.stored('Widget__c', id, 'CreatedById'), org.adminId);
  assert.equal(row.fields.has('OwnerId'), false, 'only the id reaches the caller');
});

test('a contact is named by its first and last name, on update too', () => {
  const org = new TestOrg();
  const id = org.insert('Contact', { FirstName: 'Ada', LastName: 'Love' });
  assert.equal(org.stored('Contact', id, 'Name'), 'Ada Love');
  org.run('update', [org.row('Contact', { Id: id, LastName: 'Lovelace' })]);
  assert.equal(org.stored('Contact', id, 'Name'), 'Ada Lovelace');
});

test('an all-or-none failure throws with the first error and writes nothing', () => {
  const org = new TestOrg();
  const rows = [org.row('Contact', { LastName: 'A' }), org.row('Contact', { FirstName: 'B' })];
  assert.equal(
    messageOf(() => org.run('insert', rows)),
    'DmlException: Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]',
  );
  assert.equal(org.count('Contact'), 0);
  assert.equal(rows[0]?.id, null);
});

test('a partial save keeps the good rows and reports the bad ones in order', () => {
  const org = new TestOrg();
  const rows = [org.row('Contact', { LastName: 'A' }), org.row('Contact', {}), org.row('Contact', { LastName: 'x'.repeat(81) })];
  assert.deepEqual(outcomes(org.run('insert', rows, partial)), [
    'ok',
    'REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]',
    `STRING_TOO_LONG, Last Name: data value too large: ${'x'.repeat(81)} (max length=80): [LastName]`,
  ]);
  assert.equal(org.count('Contact'), 1);
  assert.equal(rows[1]?.id, null);
});

test('text that is too long is cut when the options say so', () => {
  const org = new TestOrg();
  const id = org.insert('Contact', { LastName: 'x'.repeat(90) }, { options: options({ allowFieldTruncation: true }) });
  assert.equal(String(org.stored('Contact', id, 'LastName')).length, 80);
});

test('fields refuse bad e-mails, restricted picklist values, numbers out of range and lookups of another object', () => {
  const org = new TestOrg();
  const contact = org.insert('Contact', { LastName: 'C' });
  const bad = [
    { Mail__c: 'nobody' },
    { Colour__c: 'Blue' },
    { Size__c: ApexDecimal.of('12345.6') },
    { Account__c: contact },
    { Account__c: '001Lo0000000zzz' },
  ];
  assert.deepEqual(
    outcomes(
      org.run(
        'insert',
        bad.map((values) => org.row('Widget__c', values)),
        partial,
      ),
    ),
    [
      'INVALID_EMAIL_ADDRESS, Mail: invalid email address: nobody: [Mail__c]',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Colour: bad value for restricted picklist field: Blue: [Colour__c]',
      'NUMBER_OUTSIDE_VALID_RANGE, Size: value outside of valid range on numeric field: 12345.60: [Size__c]',
      `FIELD_INTEGRITY_EXCEPTION, Account: id value of incorrect type: ${contact}: [Account__c]`,
      'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []',
    ],
  );
});

test('text is trimmed and empty text is null', () => {
  const org = new TestOrg();
  const id = org.insert('Widget__c', { Needed__c: '  a b ', Code__c: '   ' });
  assert.equal(org.stored('Widget__c', id, 'Needed__c'), 'a b');
  assert.equal(org.stored('Widget__c', id, 'Code__c'), null);
});

test('a unique field refuses a value that is taken, in any case, by a stored row or an earlier row', () => {
  const org = new TestOrg();
  const first = org.insert('Widget__c', { Code__c: 'abc' });
  const results = org.run(
    'insert',
    [org.row('Widget__c', { Code__c: 'ABC' }), org.row('Widget__c', { Code__c: 'n' }), org.row('Widget__c', { Code__c: 'N' })],
    partial,
  );
  assert.deepEqual(outcomes(results).slice(0, 2), [
    `DUPLICATE_VALUE, duplicate value found: Code__c duplicates value on record with id: ${first.slice(0, 15)}: []`,
    'ok',
  ]);
  assert.match(outcomes(results)[2] ?? '', new RegExp(`DUPLICATE_VALUE.*${results[1]?.id?.slice(0, 15)}`));
  assert.deepEqual(
    outcomes(org.run('update', [org.row('Widget__c', { Id: first, Code__c: 'abc' })], partial)),
    ['ok'],
    'its own value is no duplicate',
  );
  org.run('delete', [org.row('Widget__c', { Id: first })]);
  assert.deepEqual(outcomes(org.run('insert', [org.row('Widget__c', { Code__c: 'abc' })], partial)), ['ok'], 'a deleted row lets go of it');
});

test('ids are refused in an insert, needed in an update, and must exist', () => {
  const org = new TestOrg();
  const id = org.insert('Account', { Name: 'A' });
  assert.match(
    messageOf(() => org.insert('Account', { Id: id, Name: 'A' })),
    /row 0 with id .*INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: \[Id\]/,
  );
  assert.match(
    messageOf(() => org.run('update', [org.row('Account', { Name: 'A' })])),
    /MISSING_ARGUMENT, Id not specified in an update call: \[\]/,
  );
  org.run('delete', [org.row('Account', { Id: id })]);
  assert.match(
    messageOf(() => org.run('update', [org.row('Account', { Id: id, Name: 'B' })])),
    /Update failed\. First exception on row 0 with id .*ENTITY_IS_DELETED, entity is deleted: \[\]/,
  );
});

test('a field that cannot be written is refused if it changes, and left alone if it was only queried', () => {
  const org = new TestOrg();
  const id = org.insert('Widget__c', { Code__c: 'A' });
  const queried = org.row('Widget__c', { Id: id, CreatedById: org.adminId, Code__c: 'B' });
  queried.queried = new Set(['Id', 'CreatedById', 'Code__c']);
  assert.deepEqual(outcomes(org.run('update', [queried], partial)), ['ok']);
  const other = org.insert('Account', { Name: 'A' });
  assert.match(
    outcomes(org.run('update', [org.row('Widget__c', { Id: id, CreatedById: other })], partial))[0] ?? '',
    /^INVALID_FIELD_FOR_INSERT_UPDATE, Unable to create\/update fields: CreatedById\. .*: \[CreatedById\]$/,
  );
});

test('an update touches only the fields it names and the modification stamps', () => {
  const org = new TestOrg();
  const id = org.insert('Widget__c', { Code__c: 'A', Needed__c: 'n' });
  const created = org.clock;
  org.clock += 60_000;
  org.run('update', [org.row('Widget__c', { Id: id, Code__c: null })]);
  assert.equal(org.stored('Widget__c', id, 'Code__c'), null);
  assert.equal(org.stored('Widget__c', id, 'Needed__c'), 'n');
  assert.equal(org.stored('Widget__c', id, 'CreatedDate'), created);
  assert.equal(org.stored('Widget__c', id, 'LastModifiedDate'), org.clock);
});

test('an upsert inserts what is new and updates what is known, by id or by external id', () => {
  const org = new TestOrg();
  const known = org.insert('Widget__c', { Code__c: 'K' });
  const rows = [org.row('Widget__c', { Code__c: 'k', Needed__c: 'x' }), org.row('Widget__c', { Code__c: 'new' })];
  const results = org.run('upsert', rows, { externalId: 'Code__c' });
  assert.deepEqual(
    results.map((result) => [result.success, result.created]),
    [
      [true, false],
      [true, true],
    ],
  );
  assert.equal(rows[0]?.id, known);
  assert.equal(org.stored('Widget__c', known, 'Needed__c'), 'x');
  const byId = org.run('upsert', [org.row('Widget__c', { Id: known, Needed__c: 'y' }), org.row('Widget__c', { Needed__c: 'z' })]);
  assert.deepEqual(
    byId.map((result) => result.created),
    [false, true],
  );
});

test('an upsert refuses a missing and a repeated external id', () => {
  const org = new TestOrg();
  const rows = [org.row('Widget__c', { Code__c: 'a' }), org.row('Widget__c', { Code__c: 'A' }), org.row('Widget__c', {})];
  assert.deepEqual(outcomes(org.run('upsert', rows, { externalId: 'Code__c', ...partial })), [
    'ok',
    'DUPLICATE_VALUE, Duplicate external id specified: A: [Code__c]',
    'MISSING_ARGUMENT, Code__c not specified: []',
  ]);
});

test('a lookup may be set by the external id of its parent', () => {
  const org = new TestOrg();
  const widget = org.insert('Widget__c', { Code__c: 'P1' });
  const part = org.row('Part__c', { Must__c: 'm' });
  part.parents = new Map([['Widget__r', org.row('Widget__c', { Code__c: 'p1' })]]);
  org.run('insert', [part]);
  assert.equal(org.stored('Part__c', String(part.id), 'Widget__c'), widget);
});

test('lists with nulls, the same record twice, or an id twice are refused as the platform does', () => {
  const org = new TestOrg();
  const row = org.row('Account', { Name: 'A' });
  assert.equal(
    messageOf(() => org.run('insert', [row, null as never])),
    'ListException: DML statement found null SObject at position 1',
  );
  assert.equal(
    messageOf(() => org.run('insert', [row, row])),
    'ListException: Before Insert or Upsert list must not have two identically equal elements',
  );
  const id = org.insert('Account', { Name: 'A' });
  assert.equal(
    messageOf(() => org.run('update', [org.row('Account', { Id: id }), org.row('Account', { Id: id })])),
    `ListException: Duplicate id in list: ${id}`,
  );
});

test('a statement costs one DML statement and its rows; an empty one costs nothing', () => {
  const org = new TestOrg();
  org.run('insert', [org.row('Account', { Name: 'A' }), org.row('Account', { Name: 'B' })]);
  org.run('insert', []);
  assert.equal(org.transaction.limits.used('dmlStatements'), 1);
  assert.equal(org.transaction.limits.used('dmlRows'), 2);
});

test('objects that cannot be written and merge are refused by name', () => {
  const org = new TestOrg();
  assert.equal(
    messageOf(() => org.insert('Profile', { Name: 'P' })),
    'TypeException: DML operation INSERT not allowed on Profile',
  );
  assert.throws(() => org.run('merge', [org.row('Account', {})]), NotSupported);
});

test('an injected lock fails the statement or one row', () => {
  const whole = new TestOrg({ faults: (point, detail) => (point === 'dml' && detail === 'Account' ? 'lock' : 'none') });
  assert.match(
    messageOf(() => whole.insert('Account', { Name: 'A' })),
    /UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record/,
  );
  const one = new TestOrg({ faults: (point, detail) => (point === 'row' && detail === 'Account:1' ? 'lock' : 'none') });
  const results = one.run('insert', [one.row('Account', { Name: 'A' }), one.row('Account', { Name: 'B' })], partial);
  assert.deepEqual(
    results.map((result) => result.success),
    [true, false],
  );
});
