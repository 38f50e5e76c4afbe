import test from 'node:test';
import { expectTexts } from './expectations.ts';

const account = "Account a = new Account(Name = 'Acme', NumberOfEmployees = 5);";

test('get and put find fields in any case and convert to their type', () => {
  expectTexts([
    [`${account} return '' + a.get('nAME') + a.put('name', 'X') + a.Name;`, 'AcmeAcmeX'],
    [`${account} a.put('AnnualRevenue', 5); return '' + (a.get('AnnualRevenue') instanceof Decimal) + a.AnnualRevenue;`, 'true5'],
    [`${account} a.put(Account.Name, 'Y'); return (String) a.get(Account.Name);`, 'Y'],
    [`${account} return '' + a.get('Nonsense__c');`, 'System.SObjectException: Invalid field Nonsense__c for Account'],
    [`${account} a.put('NumberOfEmployees', 'many'); return 'put';`, 'System.SObjectException: Illegal assignment from String to Integer'],
    [
      `${account} return '' + a.get(Contact.LastName);`,
      'System.SObjectException: Contact.LastName does not belong to SObject type Account',
    ],
    [`${account} return '' + a.isSet('Name') + a.isSet('Industry') + a.getSObjectType();`, 'truefalseAccount'],
    [`${account} a.Industry = null; return '' + a.getPopulatedFieldsAsMap();`, '{Name=Acme, NumberOfEmployees=5, Industry=null}'],
  ]);
});

test('parents and children by relationship name', () => {
  const contact = "Contact c = new Contact(LastName = 'L', Account = new Account(Name = 'Acme'));";
  expectTexts([
    [`${contact} return (String) c.getSObject('Account').get('Name');`, 'Acme'],
    [`${contact} c.putSObject('Account', new Account(Name = 'B')); return c.Account.Name;`, 'B'],
    [`${contact} return '' + c.getSObject('Nope');`, 'System.SObjectException: Invalid relationship Nope for Contact'],
    ["Account a = new Account(); return '' + a.getSObjects('Contacts');", 'null'],
    ["Account a = new Account(); return '' + a.getSObjects('Nope');", 'System.SObjectException: Invalid relationship Nope for Account'],
  ]);
});

test('clone leaves the Id behind unless told to keep it; deepClone of a list as well', () => {
  const withId = "Account a = new Account(Id = '001000000000001AAA', Name = 'Acme');";
  expectTexts([
    [
      `${withId} Account b = a.clone(); b.Name = 'B'; return '' + b.Id + a.Name + b.isClone() + b.getCloneSourceId() + a.isClone();`,
      'nullAcmetrue001000000000001AAAfalse',
    ],
    [`${withId} return '' + a.clone(true).Id + a.clone(false, true).Id;`, '001000000000001AAAnull'],
    [`${withId} List<Account> l = new List<Account>{ a }.deepClone(); l[0].Name = 'C'; return a.Name + l[0].Id;`, 'Acmenull'],
    [`${withId} return '' + new List<Account>{ a }.deepClone(true)[0].Id;`, '001000000000001AAA'],
    [`${withId} return '' + new List<Account>{ a }.getSObjectType() + new Map<Id, Account>().getSObjectType();`, 'AccountAccount'],
  ]);
});

test('errors and options stay with the record', () => {
  expectTexts([
    [
      `${account} a.addError('bad'); a.addError('Name', 'worse'); return '' + a.hasErrors() + a.getErrors().size() + a.getErrors()[1].getMessage() + a.getErrors()[1].getFields();`,
      'true2worse(Name)',
    ],
    [`${account} a.Name.addError('bad'); return a.getErrors()[0].getMessage() + a.getErrors()[0].getFields();`, 'bad(Name)'],
    [
      `${account} Database.DMLOptions o = new Database.DMLOptions(); o.OptAllOrNone = false; a.setOptions(o); return '' + a.getOptions().OptAllOrNone;`,
      'false',
    ],
  ]);
});

test('Id', () => {
  expectTexts([
    [
      "Id i = Id.valueOf('001000000000001'); return i + ' ' + i.to15() + ' ' + i.getSObjectType();",
      '001000000000001AAA 001000000000001 Account',
    ],
    ["Id.valueOf('x')", 'System.StringException: Invalid id: x'],
    ["Id i = 'nope'; return i;", 'System.StringException: Invalid id: nope'],
    ["Id i = '001000000000001'; return '' + (i == '001000000000001AAA') + i.equals('001000000000001');", 'truetrue'],
    [
      "String s = '001d000000fzoyw'; Id i = Id.valueOf('001D000000FzOyWIAV'); return '' + Id.valueOf('001d000000fzoywiav', true).equals(i);",
      'true',
    ],
  ]);
});
