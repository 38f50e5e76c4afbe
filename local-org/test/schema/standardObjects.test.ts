import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fieldApexType } from '../../src/schema/apexTypes.ts';
import { buildSchema } from '../../src/schema/schema.ts';

const { schema } = buildSchema(new Map(), 'standard');

/** Object → member → Apex type. */
const published = new Map<string, Map<string, string>>();
for (const line of readFileSync(new URL('../../data/standard-object-fields.tsv', import.meta.url), 'utf8').split('\n')) {
  const [object, member, type] = line.split('\t');
  if (line.startsWith('#') || !object || !member || !type) continue;
  if (!published.has(object)) published.set(object, new Map());
  published.get(object)!.set(member, type);
}

/** Not in the published data: pseudo objects, and objects that only the Object Reference describes. */
const unpublishedObjects = new Set([
  'AggregateResult',
  'Name',
  ...['Asset', 'Attachment', 'BusinessHours', 'CampaignMemberStatus', 'CaseComment', 'CaseStatus', 'Contract', 'Document', 'Folder'],
  ...['Holiday', 'LeadStatus', 'Note', 'OpportunityContactRole', 'OpportunityLineItem', 'OpportunityStage', 'Order', 'OrderItem'],
  ...['CampaignShare', 'CaseShare', 'LeadShare', 'OpportunityShare', 'TaskPriority', 'TaskStatus'],
  ...['ContentDistribution', 'EmailMessageRelation', 'PlatformCachePartition'],
]);

test('every standard field has the name and type that the published data give it', () => {
  const differences: string[] = [];
  for (const object of schema.objects.filter(({ name }) => !unpublishedObjects.has(name)))
    for (const field of object.fields) {
      const type = published.get(object.name)?.get(field.name);
      if (type !== fieldApexType(field)) differences.push(`${object.name}.${field.name}: ${fieldApexType(field)}, published ${type}`);
    }
  assert.deepEqual(differences, []);
});

test('every parent and child relationship has the name and object that the published data give it', () => {
  const differences: string[] = [];
  for (const object of schema.objects.filter(({ name }) => !unpublishedObjects.has(name))) {
    for (const field of object.fields) {
      if (field.relationshipName === null) continue;
      const type = published.get(object.name)?.get(field.relationshipName);
      const targets = field.referenceTo.length > 1 ? ['Name', 'SObject'] : [field.referenceTo[0], 'Name', 'SObject'];
      if (type === undefined || !targets.includes(type))
        differences.push(`${object.name}.${field.relationshipName}: ${field.referenceTo}, published ${type}`);
    }
    for (const child of object.children) {
      const type = published.get(object.name)?.get(child.name);
      if (type !== `${child.object}[]`) differences.push(`${object.name}.${child.name}: ${child.object}[], published ${type}`);
    }
  }
  assert.deepEqual(differences, []);
});

test('no field of the main objects is forgotten unless it belongs to a feature that is off', () => {
  const off =
    /^(Person|DandbCompany|Clean|Duns|Naics|Tradestyle|YearStarted|OperatingHours|ChannelProgram|CurrencyIsoCode|DefaultCurrencyIsoCode|Division|DefaultDivision|IsPersonAccount|IsExcludedFromRealign|IsPriorityRecord|HasPrivacyHold|Individual|SourceSystem|RecordType|EffectiveDate|EndDate|CallCenter|Jigsaw|LastCU|ContactSource|WirelessEmail|IsActive$|FirstName$|LastName$|Salutation$)|(StateCode|CountryCode)$|^(StateCode|CountryCode)/;
  for (const name of ['Account', 'Contact', 'User', 'UserRole', 'PermissionSetAssignment', 'UserLogin', 'AsyncApexJob']) {
    const object = schema.object(name)!;
    const missing = [...published.get(name)!]
      .filter(([member, type]) => !type.endsWith('[]') && !object.field(member) && !object.parent(member) && !off.test(member))
      .map(([member]) => member);
    assert.deepEqual(
      missing,
      name === 'User'
        ? [
            'UserPermissionsJigsawProspectingUser',
            'UserPermissionsSiteforceContributorUser',
            'UserPermissionsSiteforcePublisherUser',
            'UserPermissionsWorkDotComUserFeature',
          ]
        : [],
    );
  }
});

test('key prefixes are unique, and an id leads to its object', () => {
  const prefixes = schema.objects.map((object) => object.keyPrefix).filter((prefix) => prefix !== '');
  assert.equal(new Set(prefixes).size, prefixes.length);
  assert.equal(schema.objectOfId('005000000000001AAA')?.name, 'User');
  assert.equal(schema.objectOfId('zzz000000000001AAA'), undefined);
});

test('names are found in any case, and answered as the platform writes them', () => {
  assert.equal(schema.object('CONTACT')?.field('accountid')?.name, 'AccountId');
  assert.equal(schema.object('contact')?.parent('ACCOUNT')?.name, 'AccountId');
  assert.deepEqual(schema.object('Account')?.child('contacts'), { name: 'Contacts', object: 'Contact', field: 'AccountId' });
});

test('User has the lengths and required fields of the field reference', () => {
  const user = schema.object('User')!;
  const lengths = Object.fromEntries(
    [
      'Alias',
      'CommunityNickname',
      'Email',
      'FirstName',
      'LastName',
      'Username',
      'FederationIdentifier',
      'EmployeeNumber',
      'City',
      'State',
    ].map((name) => [name, user.field(name)?.length]),
  );
  assert.deepEqual(lengths, {
    Alias: 8,
    CommunityNickname: 40,
    Email: 128,
    FirstName: 40,
    LastName: 80,
    Username: 80,
    FederationIdentifier: 512,
    EmployeeNumber: 20,
    City: 40,
    State: 80,
  });
  const required = user.fields
    .filter((field) => field.createable && !field.nillable && !field.defaultedOnCreate)
    .map((field) => field.name);
  assert.deepEqual(required.sort(), [
    'Alias',
    'Email',
    'EmailEncodingKey',
    'LanguageLocaleKey',
    'LastName',
    'LocaleSidKey',
    'ProfileId',
    'TimeZoneSidKey',
    'Username',
  ]);
});

test('UserType is read-only and IsPortalEnabled can only be updated', () => {
  const user = schema.object('User')!;
  const flags = (name: string): readonly boolean[] => [user.field(name)!.createable, user.field(name)!.updateable];
  assert.deepEqual(flags('UserType'), [false, false]);
  assert.deepEqual(flags('IsPortalEnabled'), [false, true]);
  assert.deepEqual(flags('PortalRole'), [true, true]);
});

test('time zones, locales, languages and encodings are restricted lists of known values', () => {
  const user = schema.object('User')!;
  for (const [name, atLeast, value] of [
    ['TimeZoneSidKey', 60, 'Europe/Berlin'],
    ['LocaleSidKey', 60, 'de_DE'],
    ['LanguageLocaleKey', 15, 'de'],
    ['EmailEncodingKey', 5, 'UTF-8'],
  ] as const) {
    const field = user.field(name)!;
    assert.ok(field.restrictedPicklist && field.picklist.length >= atLeast, name);
    assert.ok(
      field.picklist.some((entry) => entry.value === value && entry.label !== ''),
      `${name} ${value}`,
    );
    assert.equal(new Set(field.picklist.map((entry) => entry.value)).size, field.picklist.length);
  }
  for (const { value } of user.field('TimeZoneSidKey')!.picklist)
    assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: value }), value);
});
