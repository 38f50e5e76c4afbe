/** Org shapes, as Apex in them sees the org. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapes, type Org } from '../../index.ts';
import { failures, files, orgWith } from '../helpers/project.ts';

function passes(shape: string, body: string): void {
  const org = orgWith({ classes: { ShapeTest: `@IsTest private class ShapeTest {\n${body}\n}` } }, { settings: { shape } });
  assert.deepEqual(failures(org), []);
  org.close();
}

function problemsIn(shape: string, body: string): readonly string[] {
  const org: Org = orgWith({}, { settings: { shape } });
  const { problems } = org.deploy(files({ classes: { Refused: `public with sharing class Refused { void go() { ${body} } }` } }));
  org.close();
  return problems.map(({ message }) => message);
}

test('every shape opens, and an unknown one is refused by name', () => {
  for (const shape of shapes)
    passes(
      shape,
      '@IsTest static void runs() { insert as system new Account(Name = shape()); } static String shape() { return UserInfo.getUserName(); }',
    );
  assert.throws(() => orgWith({}, { settings: { shape: 'round' } }), /no org shape is named round/);
});

test('without digital experiences their objects and fields do not exist', () => {
  assert.match(problemsIn('bare', 'List<Network> sites = [SELECT Id FROM Network];')[0] ?? '', /Network/);
  assert.match(problemsIn('bare', 'User u = new User(ContactId = null);')[0] ?? '', /ContactId/);
  assert.match(problemsIn('bare', 'Account a = new Account(IsPartner = true);')[0] ?? '', /IsPartner/);
  passes(
    'bare',
    `@IsTest static void hasNoTraceOfThem() {
      Assert.isFalse(Schema.SObjectType.User.fields.getMap().containsKey('contactid'));
      Assert.isFalse(Schema.getGlobalDescribe().containsKey('network'));
      Account owned = new Account(Name = 'A');
      insert as system owned;
      Contact person = new Contact(LastName = 'P', AccountId = owned.Id);
      insert as system person;
      person.AccountId = null;
      update as system person;
      update as system new Account(Id = owned.Id, Name = 'B');
      delete as system person;
      Assert.areEqual(0, [SELECT COUNT() FROM UserLicense WHERE Name LIKE '%Community%' WITH SYSTEM_MODE]);
    }`,
  );
});

test('a site does not deploy without digital experiences', () => {
  const org = orgWith({}, { settings: { shape: 'bare' } });
  const network =
    '<?xml version="1.0" encoding="UTF-8"?>\n<Network xmlns="http://soap.sforce.com/2006/04/metadata"><allowInternalUserLogin>false</allowInternalUserLogin><emailSenderAddress>a@b.test</emailSenderAddress><emailSenderName>A</emailSenderName><selfRegistration>false</selfRegistration><status>Live</status></Network>';
  const { problems } = org.deploy(new Map([['networks/Help.network-meta.xml', new TextEncoder().encode(network)]]));
  assert.ok(
    problems.some(({ message }) => message === 'Not available for deploy for this organization'),
    JSON.stringify(problems),
  );
  org.close();
});

test('state and country: text and code of an address say the same', () => {
  passes(
    'stateAndCountryPicklists',
    `static Contact saved(Contact person) {
      insert as system person;
      return read(person.Id);
    }
    static Contact read(Id id) {
      return [SELECT MailingCountry, MailingCountryCode, MailingState, MailingStateCode FROM Contact WHERE Id = :id WITH SYSTEM_MODE];
    }
    static String problem(SObject record) {
      Database.SaveResult result = record.Id == null ? Database.insert(record, false, AccessLevel.SYSTEM_MODE) : Database.update(record, false, AccessLevel.SYSTEM_MODE);
      return result.isSuccess() ? null : result.getErrors()[0].getStatusCode() + ', ' + result.getErrors()[0].getMessage();
    }
    @IsTest static void textBringsTheCode() {
      Contact person = saved(new Contact(LastName = 'A', MailingCountry = 'united states', MailingState = 'California'));
      Assert.areEqual('United States/US/California/CA', person.MailingCountry + '/' + person.MailingCountryCode + '/' + person.MailingState + '/' + person.MailingStateCode);
    }
    @IsTest static void theCodeBringsText() {
      Contact person = saved(new Contact(LastName = 'A', MailingCountryCode = 'CA', MailingStateCode = 'QC'));
      Assert.areEqual('Canada/Quebec', person.MailingCountry + '/' + person.MailingState);
      update as system new Contact(Id = person.Id, MailingStateCode = 'ON');
      Assert.areEqual('Ontario', read(person.Id).MailingState);
      update as system new Contact(Id = person.Id, MailingState = null, MailingCountry = null);
      Assert.isNull(read(person.Id).MailingCountryCode);
      Assert.isNull(read(person.Id).MailingStateCode);
    }
    @IsTest static void whatIsInNoListIsRefused() {
      Assert.areEqual('FIELD_INTEGRITY_EXCEPTION, There\\'s a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Mailing Country', problem(new Contact(LastName = 'A', MailingCountry = 'Atlantis')));
      Assert.areEqual('FIELD_INTEGRITY_EXCEPTION, There\\'s a problem with this state, even though it may appear correct. Please select a state from the list of valid states.: Mailing State/Province', problem(new Contact(LastName = 'A', MailingCountry = 'Germany', MailingState = 'Bavaria')));
      Assert.areEqual('FIELD_INTEGRITY_EXCEPTION, A country/territory must be specified before specifying a state value for field: Mailing State/Province', problem(new Contact(LastName = 'A', MailingState = 'Texas')));
      Assert.isTrue(problem(new Contact(LastName = 'A', MailingCountryCode = 'XX')).startsWith('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'));
      Assert.isTrue(problem(new Account(Name = 'A', BillingCountry = 'Atlantis')).endsWith('Billing Country'));
      Assert.isTrue(problem(new Contact(LastName = 'A', MailingCountryCode = 'US', MailingCountry = 'Canada')).startsWith('FIELD_INTEGRITY_EXCEPTION'));
    }
    @IsTest static void aStateGoesWithItsCountry() {
      Contact person = saved(new Contact(LastName = 'A', MailingCountryCode = 'US', MailingStateCode = 'CA'));
      Assert.isTrue(problem(new Contact(Id = person.Id, MailingCountryCode = 'DE')).contains('problem with this state'));
    }
    @IsTest static void usersHaveThemToo() {
      Assert.isTrue(Schema.SObjectType.User.fields.getMap().containsKey('statecode'));
    }`,
  );
});

test('person accounts: an account with a last name is a person with a contact behind it', () => {
  passes(
    'personAccounts',
    `static Account person() {
      Account made = new Account(FirstName = 'Ada', LastName = 'Lovelace', PersonEmail = 'ada@person.test', PersonMailingCity = 'London', Phone = '1');
      insert as system made;
      return [SELECT Name, IsPersonAccount, PersonContactId, PersonContact.Name, RecordType.DeveloperName, RecordType.IsPersonType FROM Account WHERE Id = :made.Id WITH SYSTEM_MODE];
    }
    static String problem(SObject record) {
      Database.SaveResult result = record.Id == null ? Database.insert(record, false, AccessLevel.SYSTEM_MODE) : Database.update(record, false, AccessLevel.SYSTEM_MODE);
      return result.isSuccess() ? null : result.getErrors()[0].getStatusCode() + ' ' + result.getErrors()[0].getFields();
    }
    @IsTest static void sharesItsFieldsWithTheContact() {
      Account made = person();
      Assert.areEqual('Ada Lovelace', made.Name);
      Assert.isTrue(made.IsPersonAccount && made.RecordType.IsPersonType && made.RecordType.DeveloperName == 'PersonAccount');
      Contact behind = [SELECT Name, Email, MailingCity, Phone, AccountId, OwnerId, IsPersonAccount FROM Contact WHERE Id = :made.PersonContactId WITH SYSTEM_MODE];
      Assert.areEqual('Ada Lovelace/ada@person.test/London/1', behind.Name + '/' + behind.Email + '/' + behind.MailingCity + '/' + behind.Phone);
      Assert.isTrue(behind.IsPersonAccount && behind.AccountId == made.Id && behind.OwnerId == UserInfo.getUserId());
      update as system new Account(Id = made.Id, LastName = 'King', PersonEmail = null);
      behind = [SELECT Name, Email, Account.Name FROM Contact WHERE Id = :behind.Id WITH SYSTEM_MODE];
      Assert.areEqual('Ada King', behind.Name);
      Assert.areEqual('Ada King', behind.Account.Name);
      Assert.isNull(behind.Email);
    }
    @IsTest static void aBusinessIsNoPerson() {
      Account firm = new Account(Name = 'Acme');
      insert as system firm;
      firm = [SELECT IsPersonAccount, PersonContactId, RecordTypeId FROM Account WHERE Id = :firm.Id WITH SYSTEM_MODE];
      Assert.isFalse(firm.IsPersonAccount);
      Assert.isNull(firm.PersonContactId);
      Assert.areEqual('INVALID_FIELD_FOR_INSERT_UPDATE (PersonEmail)', problem(new Account(Id = firm.Id, PersonEmail = 'a@b.test')));
      Assert.areEqual('INVALID_FIELD_FOR_INSERT_UPDATE (Name)', problem(new Account(Name = 'X', LastName = 'Y')));
      Assert.areEqual('REQUIRED_FIELD_MISSING (Name)', problem(new Account(Phone = '1')));
    }
    @IsTest static void isNoPartner() {
      Assert.areEqual('FIELD_INTEGRITY_EXCEPTION (IsPartner)', problem(new Account(Id = person().Id, IsPartner = true)));
    }
    @IsTest static void takesItsContactAlong() {
      Account made = person();
      delete as system made;
      Assert.areEqual(0, [SELECT COUNT() FROM Contact WHERE Id = :made.PersonContactId WITH SYSTEM_MODE]);
    }
    @IsTest static void hasItsRecordTypeInDescribe() {
      Assert.isNotNull(Schema.SObjectType.Account.getRecordTypeInfosByDeveloperName().get('PersonAccount'));
    }`,
  );
});

for (const [what, statement] of [
  ['its contact is written by its account alone', "update as system new Contact(Id = made.PersonContactId, Email = 'x@y.test');"],
  ['it has no further contacts', "insert as system new Contact(LastName = 'X', AccountId = made.Id);"],
  ['it does not become a business', 'update as system new Account(Id = made.Id, RecordTypeId = null);'],
] as const)
  test(`a person account: ${what}`, () => {
    const body = `@IsTest static void go() {
      Account made = new Account(LastName = 'L');
      insert as system made;
      made = [SELECT PersonContactId FROM Account WHERE Id = :made.Id WITH SYSTEM_MODE];
      ${statement}
    }`;
    const org = orgWith(
      { classes: { ShapeTest: `@IsTest private class ShapeTest {\n${body}\n}` } },
      { settings: { shape: 'personAccounts' } },
    );
    assert.match(failures(org)[0] ?? '', /^go: NotSupported: /);
    org.close();
  });
