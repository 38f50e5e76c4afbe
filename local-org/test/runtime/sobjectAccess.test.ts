import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getChildren, getDynamic, getParent, putDynamic, setField } from '../../src/runtime/sobjectAccess.ts';
import { toText } from '../../src/runtime/toText.ts';
import { runIn } from '../../src/runtime/transaction.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { linked, standardSchema, transactionOf } from '../helpers/apex.ts';

const make = (object: string): SObject => new SObject(standardSchema.object(object)!);
const inTransaction = (work: () => void): void => runIn(transactionOf(linked('public class Probe {}')), work);

test('dynamic names go in any case, unknown ones are refused in the platform’s words', () => {
  const contact = make('Contact');
  inTransaction(() => putDynamic(contact, 'lastNAME', 'x'));
  assert.equal(contact.fields.get('LastName'), 'x');
  assert.equal(getDynamic(contact, 'LASTname'), 'x');
  assert.throws(() => getDynamic(contact, 'Nonsense'), { message: 'Invalid field Nonsense for Contact' });
});

test('put converts numbers and ids, and refuses other types and read-only fields', () => {
  const account = make('Account');
  inTransaction(() => {
    putDynamic(account, 'AnnualRevenue', 5);
    putDynamic(account, 'ParentId', '001000000000001');
    assert.throws(() => putDynamic(account, 'AnnualRevenue', 'much'), { message: 'Illegal assignment from String to Decimal' });
    assert.throws(() => putDynamic(account, 'SystemModstamp', null), { message: 'Field SystemModstamp is not editable' });
  });
  assert.equal(toText(account.fields.get('AnnualRevenue')!), '5');
  assert.equal(account.fields.get('ParentId'), '001000000000001AAA');
});

test('a read-only record cannot be written', () => {
  const contact = make('Contact');
  contact.readOnly = true;
  assert.throws(() => setField(contact, 'LastName', 'x'), { message: 'Record is read-only' });
});

test('a new record has no parent and an empty list of children; of a queried one they must have been asked for', () => {
  const account = make('Account');
  assert.equal(getParent(make('Contact'), 'Account'), null);
  assert.equal(getChildren(account, 'Contacts').of, 'Contact');
  account.queried = new Set(['Id']);
  assert.throws(() => getChildren(account, 'Contacts'), {
    message: 'SObject row was retrieved via SOQL without querying the requested field: Account.Contacts',
  });
});

test('assigning a record to a relationship sets the parent', () => {
  const contact = make('Contact');
  const account = make('Account');
  setField(contact, 'Account', account);
  assert.equal(getParent(contact, 'Account'), account);
  setField(contact, 'Account', null);
  assert.equal(getParent(contact, 'Account'), null);
  assert.equal(contact.fields.size, 0);
});
