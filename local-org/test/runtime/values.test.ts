import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addToDate, addToDatetime, addToTime } from '../../src/runtime/arithmetic.ts';
import { compareText, compareValues } from '../../src/runtime/compare.ts';
import { cast, convert, instanceOf } from '../../src/runtime/convert.ts';
import { equals, equalValues, identical } from '../../src/runtime/equality.ts';
import { NotSupported } from '../../src/runtime/exceptions.ts';
import { idSuffix, isId, normaliseId } from '../../src/runtime/ids.ts';
import { dateText, doubleText, toText } from '../../src/runtime/toText.ts';
import { runIn } from '../../src/runtime/transaction.ts';
import { parseTypeName, shownTypeName, typeNameOf } from '../../src/runtime/typeNames.ts';
import { ApexBlob } from '../../src/runtime/values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../../src/runtime/values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/runtime/values/dates.ts';
import { EnumValue, type Value } from '../../src/runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../src/runtime/values/numbers.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { linked, standardSchema, transactionOf } from '../helpers/apex.ts';

const list = (of: string, ...items: Value[]): ApexList => new ApexList(of, items);
const account = (fields: Readonly<Record<string, Value>>): SObject => {
  const record = new SObject(standardSchema.object('Account')!);
  for (const [name, value] of Object.entries(fields)) record.fields.set(name, value);
  return record;
};
const inTransaction = <T>(work: () => T): T => runIn(transactionOf(linked('public class Probe {}')), work);

test('an id of 15 characters gets the checksum of its capitals', () => {
  assert.equal(normaliseId('0013000000NhVXz'), '0013000000NhVXzAAN');
  assert.equal(idSuffix('00530000000A1b2'), 'AAC');
  assert.equal(normaliseId('0013000000NhVXzAAN'), '0013000000NhVXzAAN');
  assert.equal(normaliseId('0013000000NhVXzAAA'), null);
  assert.equal(isId('0013000000NhVX'), false);
  assert.equal(isId('0013000000NhVX-'), false);
});

test('type names are read with their arguments, and shown as the platform does', () => {
  const type = parseTypeName('Map<Id, List<Map<String, Object>>>');
  assert.equal(type.name, 'Map');
  assert.deepEqual(
    type.args.map((arg) => arg.text),
    ['Id', 'List<Map<String, Object>>'],
  );
  assert.equal(parseTypeName('Map<Id, List<Map<String, Object>>>'), type);
  assert.equal(shownTypeName('Map<String, Object>'), 'Map<String,ANY>');
  assert.equal(typeNameOf(new ApexMap('Id', 'Account')), 'Map<Id, Account>');
});

test('== ignores case at the top only; equals never does', () => {
  assert.equal(equals('ABC', 'abc'), true);
  assert.equal(equalValues('ABC', 'abc'), false);
  assert.equal(equals(list('String', 'A'), list('String', 'a')), false);
  assert.equal(equals(list('Integer', 1, null), list('Integer', 1, null)), true);
  assert.equal(equals(null, 'x'), false);
  assert.equal(equals(1, 1n), false);
  assert.equal(equals(new ApexBlob(new Uint8Array([1])), new ApexBlob(new Uint8Array([1]))), true);
});

test('records are equal by their fields, null or never set alike', () => {
  assert.equal(equals(account({ Name: 'a', Phone: null }), account({ Name: 'a' })), true);
  assert.equal(equals(account({ Name: 'a' }), account({ Name: 'a', Phone: '1' })), false);
  assert.equal(equals(account({ Name: 'a' }), account({ Name: 'A' })), false);
  assert.equal(identical(account({ Name: 'a' }), account({ Name: 'a' })), false);
  assert.equal(identical(new ApexDate(3), new ApexDate(3)), true);
});

test('sets and maps are equal whatever their order', () => {
  assert.equal(equals(new ApexSet('Integer', [1, 2]), new ApexSet('Integer', [2, 1])), true);
  const map = (...entries: [Value, Value][]): ApexMap => {
    const made = new ApexMap('String', 'Decimal');
    for (const [key, value] of entries) made.set(key, value);
    return made;
  };
  assert.equal(equals(map(['a', ApexDecimal.of('1.0')], ['b', null]), map(['b', null], ['a', ApexDecimal.of('1.0')])), true);
  assert.equal(equals(map(['a', ApexDecimal.of('1.0')]), map(['a', ApexDecimal.of('1.00')])), false);
  assert.equal(equals(map(['a', null]), map(['b', null])), false);
});

test('natural order: null first, strings by code unit, enums by declaration; what has no order is refused', () => {
  assert.ok(compareValues(null, 1) < 0);
  assert.ok(compareValues('a', 'B') > 0);
  assert.ok(compareText('a', 'B') < 0);
  assert.ok(compareValues(ApexDecimal.of('1.10'), ApexDecimal.of('1.1')) === 0);
  assert.ok(compareValues(new EnumValue('E', 'X', 0), new EnumValue('E', 'A', 1)) < 0);
  assert.throws(() => compareValues(1, 'a'), NotSupported);
});

test('every value has the text the platform prints in a concatenation', () => {
  const shown: readonly (readonly [Value, string])[] = [
    [new ApexDate(0), '1970-01-01 00:00:00'],
    [new ApexDatetime(Date.UTC(2026, 0, 31, 10, 5, 6, 789)), '2026-01-31 10:05:06'],
    [new ApexTime(37_230_004), '10:20:30.004Z'],
    [ApexDecimal.of('1.50'), '1.50'],
    [new ApexDouble(100), '100.0'],
    [new ApexBlob(new Uint8Array(3)), 'Blob[3]'],
    [list('Object', 'a', list('Integer', 1)), '(a, (1))'],
    [new ApexSet('String', ['a', 'b']), '{a, b}'],
    [account({ Name: 'x', Phone: null }), 'Account:{Name=x, Phone=null}'],
    [5n, '5'],
    [false, 'false'],
  ];
  for (const [value, text] of shown) assert.equal(toText(value), text);
  assert.equal(dateText(new ApexDate(20_484)), '2026-01-31');
  assert.equal(doubleText(0.00015), '1.5E-4');
  assert.equal(doubleText(1e10), '1.0E10');
});

test('queried records print no null fields, a list inside itself is told once', () => {
  const record = account({ Name: 'x', Phone: null });
  record.queried = new Set(['Name', 'Phone']);
  assert.equal(toText(record), 'Account:{Name=x}');
  const loop = list('Object');
  loop.items.push(loop);
  assert.equal(toText(loop), '((already output))');
});

test('numbers widen without loss, Double becomes Decimal by its shortest text', () => {
  assert.equal(convert(5, 'Integer', 'Long'), 5n);
  assert.equal(toText(convert(5, 'Integer', 'Decimal')), '5');
  assert.equal(toText(convert(new ApexDouble(0.1), 'Double', 'Decimal')), '0.1');
  assert.equal(toText(convert(new ApexDouble(5), 'Double', 'Decimal')), '5.0');
  assert.equal(convert(null, 'Integer', 'Decimal'), null);
  assert.throws(() => convert(true, 'Boolean', 'Integer'), /no conversion from Boolean to Integer/);
});

test('instanceof and casts of collections of records', () => {
  inTransaction(() => {
    const mixed = list('SObject', account({}), new SObject(standardSchema.object('Contact')!));
    assert.equal(instanceOf(mixed, 'List<Account>'), true);
    assert.throws(() => cast(mixed, 'List<Account>'), { message: 'Invalid conversion from runtime type List<SObject> to List<Account>' });
    assert.equal(cast(list('SObject', account({})), 'List<Account>') instanceof ApexList, true);
    assert.equal(instanceOf(list('Account'), 'Iterable<SObject>'), true);
    assert.equal(instanceOf(list('String'), 'List<Object>'), true);
    assert.equal(instanceOf(new ApexSet('String'), 'Set<Object>'), false);
    assert.equal(instanceOf(new ApexMap('Id', 'Account'), 'Map<Id, SObject>'), true);
    assert.equal(instanceOf(new ApexMap('String', 'Account'), 'Map<Id, SObject>'), false);
    assert.equal(instanceOf('001000000000001', 'Id'), true);
    assert.equal(cast('001000000000001', 'Id'), '001000000000001AAA');
  });
});

test('a number seen as an Object is an instance of every wider number type, and can be cast to it', () => {
  assert.equal(instanceOf(1, 'Decimal'), true);
  assert.equal(instanceOf(1n, 'Double'), true);
  assert.equal(instanceOf(1n, 'Integer'), false);
  assert.equal(instanceOf(ApexDecimal.of('1'), 'Integer'), false);
  assert.equal(instanceOf(ApexDecimal.of('1'), 'Double'), true);
  assert.equal(toText(cast(1, 'Decimal')), '1');
  assert.equal(cast(1, 'Long'), 1n);
  assert.equal(toText(cast(ApexDecimal.of('1.50'), 'Double')), '1.5');
  assert.throws(() => cast(ApexDecimal.of('1'), 'Integer'), { message: 'Invalid conversion from runtime type Decimal to Integer' });
  assert.throws(() => instanceOf(new ApexDouble(1), 'Decimal'), /NotSupported: a Double seen as an Object as an instance of Decimal/);
});

test('a Date seen as an Object is a Datetime too', () => {
  assert.equal(instanceOf(new ApexDate(1), 'Datetime'), true);
  assert.equal((cast(new ApexDate(1), 'Datetime') as ApexDatetime).ms, 86_400_000);
});

test('dates move by days, datetimes by fractions of days, times around midnight', () => {
  assert.equal(addToDate(new ApexDate(10), 3, -1).days, 7);
  assert.equal(addToDatetime(new ApexDatetime(0), ApexDecimal.of('0.5'), 1).ms, 43_200_000);
  assert.equal(addToTime(new ApexTime(1000), 2000n, -1).ms, 86_399_000);
  assert.throws(() => addToDate(new ApexDate(10), null, 1), { message: 'Attempt to de-reference a null object' });
});
