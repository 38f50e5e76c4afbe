import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/runtime/values/dates.ts';
import { ApexBlob } from '../../src/runtime/values/blob.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import { ApexDecimal } from '../../src/runtime/values/numbers.ts';
import { checkbox, currency, date, datetime, decimal, field, integer, text } from '../../src/schema/fields.ts';
import type { FieldType, ObjectType } from '../../src/schema/model.ts';
import { deleteRecord, findRecords, insertRecord, readRecord, readRecords, undeleteRecord, updateRecord } from '../../src/store/records.ts';
import { openStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { createTables } from '../../src/store/tables.ts';
import { custom, customObject, schemaOf } from '../helpers/schema.ts';

function open(...fields: FieldType[]): { store: Store; object: ObjectType } {
  const schema = schemaOf([customObject('Thing__c', 'a00', fields)]);
  const store = openStore({ file: null });
  createTables(store, schema.objects);
  return { store, object: schema.object('thing__c')! };
}

const text20 = custom(text('Text__c', 20));
const back = (kind: FieldType, value: Value): Value | undefined => {
  const { store, object } = open(kind);
  return readRecord(store, object, insertRecord(store, object, { [kind.name]: value }))?.fields.get(kind.name);
};

describe('records', () => {
  it('come back with the values they were written with', () => {
    assert.equal(back(text20, 'Zoë 😀'), 'Zoë 😀');
    assert.equal(back(custom(checkbox('Flag__c')), true), true);
    assert.equal(back(custom(integer('Whole__c')), -7), -7);
    assert.equal(back(custom(field('Long__c', 'long')), 9_007_199_254_740_993n), 9_007_199_254_740_993n);
    assert.deepEqual(back(custom(date('Day__c')), new ApexDate(-1)), new ApexDate(-1));
    assert.deepEqual(back(custom(field('Time__c', 'time')), new ApexTime(1)), new ApexTime(1));
    assert.deepEqual(
      back(custom(field('Data__c', 'base64')), new ApexBlob(new Uint8Array([0, 255]))),
      new ApexBlob(new Uint8Array([0, 255])),
    );
  });

  it('keep numbers exactly, with the scale of the field, rounding half up', () => {
    const money = custom(currency('Money__c', 18, 2));
    const shown = (value: Value | undefined): string => (value as ApexDecimal).value.toString();
    assert.equal(shown(back(money, ApexDecimal.of('9999999999999999.99'))), '9999999999999999.99');
    assert.equal(shown(back(money, ApexDecimal.of('5'))), '5.00');
    assert.equal(shown(back(money, ApexDecimal.of('1.005'))), '1.01');
    assert.equal(shown(back(money, ApexDecimal.of('-1.005'))), '-1.01');
    assert.throws(() => back(money, ApexDecimal.of('99999999999999999999')), /does not fit/);
  });

  it('hold no empty text, no unset checkbox, and no fraction of a second', () => {
    assert.equal(back(text20, ''), undefined);
    assert.equal(back(custom(checkbox('Flag__c')), null), false);
    assert.deepEqual(back(custom(datetime('At__c')), new ApexDatetime(1_500)), new ApexDatetime(1_000));
  });

  it('refuse a value of another type and a name that is no column', () => {
    const { store, object } = open(text20);
    assert.throws(() => insertRecord(store, object, { Text__c: 5 }), /Text__c \(string\) cannot hold number 5/);
    assert.throws(() => insertRecord(store, object, { Txt__c: 'x' }), /Thing__c has no column Txt__c/);
    const id = insertRecord(store, object, {});
    assert.throws(() => updateRecord(store, object, id, { Nothing__c: 'x' }), /no field Nothing__c/);
  });

  it('are updated by field, read in the order asked for, deleted into the recycle bin and taken out of it', () => {
    const { store, object } = open(text20);
    const [a, b] = [insertRecord(store, object, { Name: 'a' }), insertRecord(store, object, new Map([['Name', 'b']]))];
    assert.equal(updateRecord(store, object, a, { Text__c: 'x' }), true);
    assert.equal(updateRecord(store, object, 'a00000000000000AAA', { Text__c: 'x' }), false);
    assert.deepEqual(
      readRecords(store, object, [b, 'a00000000000000AAA', a]).map((record) => record.fields.get('Name')),
      ['b', 'a'],
    );
    assert.equal(readRecord(store, object, a)?.fields.get('Text__c'), 'x');
    assert.equal(deleteRecord(store, object, a), true);
    assert.equal(deleteRecord(store, object, a), false);
    assert.equal(readRecord(store, object, a)?.fields.get('IsDeleted'), true);
    assert.equal(findRecords(store, object, 'Name', ['a']).length, 0);
    assert.equal(undeleteRecord(store, object, a), true);
    assert.equal(findRecords(store, object, 'Name', ['A'])[0]?.id, a);
  });

  it('are found by text in any case unless the field is case-sensitive, and by number', () => {
    const { store, object } = open(
      text20,
      custom(text('Key__c', 20), { unique: true, caseSensitive: true }),
      custom(decimal('Number__c', 18, 1)),
    );
    insertRecord(store, object, { Text__c: 'Ä', Key__c: 'Ab', Number__c: ApexDecimal.of('900719925474099.3') });
    const found = (name: string, ...values: Value[]): number => findRecords(store, object, name, values).length;
    assert.deepEqual([found('Text__c', 'ä'), found('Text__c', 'ä', 'z'), found('Text__c', 'a')], [1, 1, 0]);
    assert.deepEqual([found('Key__c', 'Ab'), found('Key__c', 'ab')], [1, 0]);
    assert.deepEqual([found('Number__c', ApexDecimal.of('900719925474099.3'), 1), found('Number__c', 1)], [1, 0]);
  });
});

describe('tables', () => {
  it('gain columns and change scale at a deploy, keeping the rows', () => {
    const { store, object } = open(custom(currency('Money__c', 18, 2)));
    const id = insertRecord(store, object, { Money__c: ApexDecimal.of('-1.25') });
    const money = (scale: number): string => {
      const schema = schemaOf([
        customObject('Thing__c', 'a00', [custom(currency('Money__c', 18, scale)), text20, custom(checkbox('Flag__c'))]),
      ]);
      const changed = schema.object('Thing__c')!;
      createTables(store, schema.objects);
      const record = readRecord(store, changed, id)!;
      assert.equal(record.fields.get('Flag__c'), false);
      return (record.fields.get('Money__c') as ApexDecimal).value.toString();
    };
    assert.equal(money(4), '-1.2500');
    assert.equal(money(1), '-1.3');
  });

  it('refuse to change a column to another type', () => {
    const { store } = open(text20);
    const schema = schemaOf([customObject('Thing__c', 'a00', [custom(integer('Text__c'))])]);
    assert.throws(() => createTables(store, schema.objects), /NotSupported: changing the type of Thing__c.Text__c to int/);
  });

  it('find by an index over the folded value', () => {
    const { store } = open(custom(text('Key__c', 20), { externalId: true }));
    const plan = store.all('EXPLAIN QUERY PLAN SELECT 1 FROM "Thing__c" WHERE fold("Key__c") = ?', ['x']);
    assert.match(String(plan[0]?.[3]), /USING COVERING INDEX Thing__c\.Key__c/);
  });
});
