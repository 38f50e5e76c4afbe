/** Custom metadata that refers to other custom metadata, to objects and to fields. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg } from '../../index.ts';
import { failures, files } from '../helpers/project.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const text = (body: string): Uint8Array => new TextEncoder().encode(XML + body);

const type = (name: string): readonly [string, Uint8Array] => [
  `objects/${name}__mdt/${name}__mdt.object-meta.xml`,
  text(`<CustomObject ${NS}><label>${name}</label><pluralLabel>${name}s</pluralLabel><visibility>Public</visibility></CustomObject>\n`),
];

const relationship = (object: string, name: string, to: string, more = ''): readonly [string, Uint8Array] => [
  `objects/${object}__mdt/fields/${name}__c.field-meta.xml`,
  text(
    `<CustomField ${NS}><fullName>${name}__c</fullName><fieldManageability>DeveloperControlled</fieldManageability><label>${name}</label>${more}<referenceTo>${to}</referenceTo><relationshipLabel>${object}s</relationshipLabel><relationshipName>${object}s</relationshipName><required>false</required><type>MetadataRelationship</type><unique>false</unique></CustomField>\n`,
  ),
];

const record = (name: string, values: Readonly<Record<string, string>>): readonly [string, Uint8Array] => [
  `customMetadata/${name}.md-meta.xml`,
  text(
    `<CustomMetadata ${NS} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>${name.split('.')[1]}</label><protected>false</protected>${Object.entries(
      values,
    )
      .map(([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`)
      .join('')}</CustomMetadata>\n`,
  ),
];

const metadata: readonly (readonly [string, Uint8Array])[] = [
  type('Bucket'),
  type('Rule'),
  relationship('Rule', 'Bucket', 'Bucket__mdt'),
  relationship('Rule', 'Object', 'EntityDefinition'),
  relationship(
    'Rule',
    'Field',
    'FieldDefinition',
    '<metadataRelationshipControllingField>Rule__mdt.Object__c</metadataRelationshipControllingField>',
  ),
  record('Bucket.Good', {}),
  record('Bucket.Bad', {}),
  record('Rule.Industry', { Bucket__c: 'Good', Object__c: 'Account', Field__c: 'Industry' }),
  record('Rule.Own', { Bucket__c: 'Good', Object__c: 'Rule__mdt', Field__c: 'Bucket__c' }),
];

const RuleTest = `@IsTest
private class RuleTest {
  @IsTest static void objectsAndFieldsAreFoundByTheirApiNames() {
    Rule__mdt rule = [
      SELECT Object__c, Object__r.QualifiedApiName, Field__c, Field__r.QualifiedApiName, Field__r.EntityDefinition.QualifiedApiName
      FROM Rule__mdt WHERE Object__r.QualifiedApiName = 'account'
    ];
    Assert.areEqual('Account', rule.Object__c);
    Assert.areEqual('Account', rule.Object__r.QualifiedApiName);
    Assert.areEqual('Account.Industry', rule.Field__c);
    Assert.areEqual('Industry', rule.Field__r.QualifiedApiName);
    Assert.areEqual('Account', rule.Field__r.EntityDefinition.QualifiedApiName);
  }
  @IsTest static void whatIsCustomIsHeldById() {
    Rule__mdt rule = [
      SELECT Object__c, Object__r.QualifiedApiName, Field__c, Field__r.QualifiedApiName, Field__r.DeveloperName
      FROM Rule__mdt WHERE DeveloperName = 'Own'
    ];
    Assert.isTrue(rule.Object__c.startsWith('01I'), rule.Object__c);
    Assert.areEqual('Rule__mdt', rule.Object__r.QualifiedApiName);
    Assert.isTrue(rule.Field__c.startsWith(rule.Object__c + '.00N'), rule.Field__c);
    Assert.areEqual('Bucket__c', rule.Field__r.QualifiedApiName);
    Assert.areEqual('Bucket', rule.Field__r.DeveloperName);
    Assert.areEqual(rule.Object__c, [SELECT DurableId FROM EntityDefinition WHERE QualifiedApiName = 'Rule__mdt'].DurableId);
  }
  @IsTest static void typesReferToEachOtherById() {
    Bucket__mdt good = [SELECT Id, (SELECT DeveloperName FROM Rules__r ORDER BY DeveloperName) FROM Bucket__mdt WHERE DeveloperName = 'Good'];
    Assert.areEqual(2, good.Rules__r.size());
    Assert.areEqual('Industry', good.Rules__r[0].DeveloperName);
    Assert.areEqual('Good', [SELECT Bucket__r.DeveloperName FROM Rule__mdt WHERE Bucket__c = :good.Id LIMIT 1].Bucket__r.DeveloperName);
    Assert.areEqual('Bad', [SELECT DeveloperName FROM Bucket__mdt WHERE Id NOT IN (SELECT Bucket__c FROM Rule__mdt)].DeveloperName);
    Assert.areEqual(good.Id, Rule__mdt.getInstance('Industry').Bucket__c);
  }
  @IsTest static void inMemoryADefinitionIsText() {
    Rule__mdt rule = new Rule__mdt(Object__c = 'contact');
    Assert.areEqual('contact', rule.Object__c);
  }
}`;

test('custom metadata refers to other custom metadata, to objects and to fields', () => {
  const org = openOrg({ file: null, cache: null });
  const deployed = org.deploy(new Map([...files({ classes: { RuleTest } }), ...metadata]));
  assert.deepEqual(deployed.problems, []);
  assert.deepEqual(failures(org), []);
  org.close();
});

test('a record that is not there cannot be referred to, and fields as rows are not asked for', () => {
  const org = openOrg({ file: null, cache: null });
  const lost = org.deploy(new Map([...files({ classes: {} }), ...metadata, record('Rule.Lost', { Bucket__c: 'Gone' })]));
  assert.deepEqual(
    lost.problems.map(({ message }) => message),
    ['In field: Bucket__c - no CustomMetadata named Bucket.Gone found'],
  );
  const Asks = 'public with sharing class Asks { public static Object all() { return [SELECT QualifiedApiName FROM FieldDefinition]; } }';
  assert.deepEqual(
    org.deploy(new Map([...files({ classes: { Asks } }), ...metadata])).problems.map(({ message }) => message),
    ['NotSupported: SOQL on FieldDefinition'],
  );
  org.close();
});
