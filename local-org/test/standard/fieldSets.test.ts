/** Field sets and what else describe says of metadata. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openOrg } from '../../index.ts';
import { failures, files, orgWith, text } from '../helpers/project.ts';

const xml = (type: string, body: string): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`,
  );
const fieldSet = (body: string): Uint8Array => xml('FieldSet', body);
const shown = (field: string, required: boolean): string =>
  `<displayedFields><field>${field}</field><isFieldManaged>false</isFieldManaged><isRequired>${required}</isRequired></displayedFields>`;
const picklist = (values: readonly string[], controlling: string): string =>
  `${controlling}<restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values
    .map((value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`)
    .join('')}</valueSetDefinition>`;

const project = {
  objects: { Thing__c: { Note__c: text(80) } },
  classes: {
    DescribeTest: `@IsTest
private class DescribeTest {
  @IsTest static void aFieldSetIsReachedByNameAndByMap() {
    Schema.FieldSet main = SObjectType.Contact.FieldSets.Main;
    Assert.areEqual('Main fields', main.getLabel());
    Assert.areEqual('Shown first', main.description);
    Assert.areEqual(Contact.SObjectType, main.getSObjectType());
    List<String> paths = new List<String>();
    for (Schema.FieldSetMember member : main.getFields()) paths.add(member.getFieldPath() + ' ' + member.getType() + ' ' + member.getRequired() + ' ' + member.getDbRequired());
    Assert.areEqual(new List<String>{ 'LastName STRING true true', 'Account.Name STRING false true' }, paths);
    Assert.areEqual('Account Name', main.fields[1].getLabel());
    Assert.areEqual(Account.Name, main.fields[1].getSObjectField());
    Map<String, Schema.FieldSet> sets = Contact.SObjectType.getDescribe().fieldSets.getMap();
    Assert.areEqual(1, sets.size());
    Assert.areEqual('Main', sets.get('main').getName());
    Assert.areEqual(0, Account.SObjectType.getDescribe().fieldSets.getMap().size());
    String soql = 'SELECT ' + String.join(new List<String>{ main.fields[0].fieldPath, main.fields[1].fieldPath }, ', ') + ' FROM Contact';
    Assert.areEqual(0, Database.query(soql).size());
  }
  @IsTest static void aDependentPicklistNamesItsController() {
    Assert.isTrue(Thing__c.City__c.getDescribe().isDependentPicklist());
    Assert.areEqual(Thing__c.Country__c, Thing__c.City__c.getDescribe().getController());
    Assert.isFalse(Thing__c.Country__c.getDescribe().isDependentPicklist());
    Assert.isNull(Thing__c.Country__c.getDescribe().getController());
  }
  @IsTest static void partsOfCompoundFieldsNameTheWhole() {
    Assert.areEqual('BillingAddress', Account.BillingCity.getDescribe().getCompoundFieldName());
    Assert.areEqual('Name', Contact.FirstName.getDescribe().getCompoundFieldName());
    Assert.isNull(Account.Industry.getDescribe().getCompoundFieldName());
  }
}`,
  },
};

const org = openOrg({ file: null, cache: null });
after(() => org.close());
const metadata: ReadonlyMap<string, Uint8Array> = new Map([
  [
    'objects/Contact/fieldSets/Main.fieldSet-meta.xml',
    fieldSet(
      `<fullName>Main</fullName><description>Shown first</description>${shown('LastName', true)}${shown('Account.Name', false)}<label>Main fields</label>`,
    ),
  ],
  [
    'objects/Thing__c/fields/Country__c.field-meta.xml',
    xml(
      'CustomField',
      `<fullName>Country__c</fullName><label>Country</label><type>Picklist</type><valueSet>${picklist(['A', 'B'], '')}</valueSet>`,
    ),
  ],
  [
    'objects/Thing__c/fields/City__c.field-meta.xml',
    xml(
      'CustomField',
      `<fullName>City__c</fullName><label>City</label><type>Picklist</type><valueSet>${picklist(['X'], '<controllingField>Country__c</controllingField>')}<valueSettings><controllingFieldValue>A</controllingFieldValue><valueName>X</valueName></valueSettings></valueSet>`,
    ),
  ],
]);

test('describe knows field sets, dependent picklists and compound fields', () => {
  assert.deepEqual(org.deploy(new Map([...files(project), ...metadata])).problems, []);
  assert.deepEqual(failures(org, 'DescribeTest'), []);
});

test('a field set that is not there does not compile', () => {
  assert.throws(
    () => orgWith({ classes: { Wrong: 'public class Wrong { Object found = SObjectType.Account.FieldSets.Nowhere; }' } }),
    /Variable does not exist: Nowhere/,
  );
});
