import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMetadataFile } from '../../src/metadata/schemaCheck.ts';

const file = (type: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${type}>\n`;

const complaints = (path: string, text: string): readonly string[] =>
  checkMetadataFile(path, text).map((each) => `${each.line}:${each.column} ${each.kind} ${each.message}`);

const good: readonly (readonly [string, string])[] = [
  ['classes/A.cls-meta.xml', file('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>')],
  ['triggers/A.trigger-meta.xml', file('ApexTrigger', '<apiVersion>67.0</apiVersion><status>Active</status>')],
  [
    'objects/Run__c/Run__c.object-meta.xml',
    file(
      'CustomObject',
      '<deploymentStatus>Deployed</deploymentStatus><label>Run</label><nameField><label>Number</label><type>AutoNumber</type></nameField><pluralLabel>Runs</pluralLabel><sharingModel>Private</sharingModel>',
    ),
  ],
  [
    'objects/Run__c/fields/Status__c.field-meta.xml',
    file(
      'CustomField',
      '<fullName>Status__c</fullName><label>Status</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>New</fullName><default>true</default><label>New</label></value><value><fullName>Done</fullName><default>false</default></value></valueSetDefinition></valueSet>',
    ),
  ],
  [
    'permissionsets/P.permissionset-meta.xml',
    file(
      'PermissionSet',
      '<classAccesses><apexClass>A</apexClass><enabled>true</enabled></classAccesses><hasActivationRequired>false</hasActivationRequired><label>P</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Run__c</object><viewAllFields>false</viewAllFields><viewAllRecords>false</viewAllRecords></objectPermissions>',
    ),
  ],
  [
    'customMetadata/Policy.Default.md-meta.xml',
    '<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><label>Default</label><values><field>A__c</field><value xsi:nil="true"/></values><values><field>B__c</field><value xsi:type="xsd:double">1.5</value></values></CustomMetadata>',
  ],
  [
    'labels/CustomLabels.labels-meta.xml',
    file(
      'CustomLabels',
      '<labels><fullName>A</fullName><language>en_US</language><protected>true</protected><shortDescription>A</shortDescription><value>A &amp; B</value></labels>',
    ),
  ],
  [
    'platformEventSubscriberConfigs/C.platformEventSubscriberConfig-meta.xml',
    file(
      'PlatformEventSubscriberConfig',
      '<batchSize>200</batchSize><masterLabel>C</masterLabel><platformEventConsumer>T</platformEventConsumer>',
    ),
  ],
  ['customPermissions/C.customPermission-meta.xml', file('CustomPermission', '<!-- why --><label>C</label>')],
  ['tabs/Run__c.tab-meta.xml', file('CustomTab', '<customObject>true</customObject><motif>Custom1: Heart</motif>')],
  ['settings/Account.settings-meta.xml', file('AccountSettings', '<enableAccountTeams>false</enableAccountTeams>')],
  [
    'lwc/a/a.js-meta.xml',
    file(
      'LightningComponentBundle',
      '<apiVersion>67.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__AppPage</target></targets><targetConfigs><targetConfig targets="lightning__AppPage"><property name="x" type="String"/></targetConfig></targetConfigs>',
    ),
  ],
];

for (const [path, text] of good) {
  test(`accepts ${path}`, () => {
    assert.deepEqual(complaints(path, text), []);
  });
}

test('refuses an element that the type does not have, behind its start tag', () => {
  assert.deepEqual(
    complaints('A.cls-meta.xml', file('ApexClass', '    <apiVersion>67.0</apiVersion>\n    <foo>1</foo>\n    <status>Active</status>')),
    ['4:10 error Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}foo invalid at this location in type ApexClass'],
  );
});

test('refuses an element at the wrong depth', () => {
  assert.deepEqual(complaints('P.permissionset-meta.xml', file('PermissionSet', '<label>P</label><editable>true</editable>')), [
    '3:27 error Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}editable invalid at this location in type PermissionSet',
  ]);
  assert.deepEqual(complaints('P.permissionset-meta.xml', file('PermissionSet', '<label><b/>P</label>')), [
    '3:12 error Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}b invalid at this location in type string',
  ]);
});

test('names what is missing, of the file and of a part', () => {
  assert.deepEqual(
    complaints('P.permissionset-meta.xml', file('PermissionSet', '<customPermissions>\n<enabled>true</enabled></customPermissions>')),
    ['3:20 error Required field is missing: name', '2:64 error Required field is missing: label'],
  );
});

test('wants a name for what is listed and for the parts of an object, not for the name field', () => {
  assert.deepEqual(complaints('A__c.field-meta.xml', file('CustomField', '<label>A</label><type>Text</type>')), [
    '2:62 error Required field is missing: fullName',
  ]);
  assert.deepEqual(
    complaints(
      'L.labels-meta.xml',
      file(
        'CustomLabels',
        '<labels><language>en_US</language><protected>true</protected><shortDescription>A</shortDescription><value>A</value></labels>',
      ),
    ),
    ['3:9 error Required field is missing: fullName'],
  );
});

test('wants the elements of a list together, and others once', () => {
  const access = '<customPermissions><enabled>true</enabled><name>A</name></customPermissions>';
  assert.deepEqual(complaints('P.permissionset-meta.xml', file('PermissionSet', `${access}${access}<label>P</label>`)), []);
  assert.deepEqual(complaints('P.permissionset-meta.xml', file('PermissionSet', `${access}\n<label>P</label>\n${access}`)), [
    '5:20 error Error parsing file: Element customPermissions is duplicated at this location in type PermissionSet',
  ]);
  assert.deepEqual(complaints('P.permissionset-meta.xml', file('PermissionSet', '<label>P</label><label>Q</label>')), [
    '3:24 error Error parsing file: Element label is duplicated at this location in type PermissionSet',
  ]);
});

test('checks Booleans and numbers', () => {
  assert.deepEqual(complaints('A.cls-meta.xml', file('ApexClass', '<apiVersion>latest</apiVersion><status>Active</status>')), [
    "3:13 error Error parsing file: 'latest' is not a valid value for the type xsd:double",
  ]);
  assert.deepEqual(complaints('T.tab-meta.xml', file('CustomTab', '<customObject>yes</customObject>')), [
    "3:15 error Error parsing file: 'yes' is not a valid value for the type xsd:boolean",
  ]);
});

test('refuses another root element or namespace', () => {
  assert.deepEqual(complaints('A.cls-meta.xml', file('ApexTrigger', '')), [
    '2:62 error Expected root element ApexClass but found ApexTrigger',
  ]);
  assert.deepEqual(complaints('A.cls-meta.xml', '<ApexClass><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>'), [
    '1:12 error Expected namespace http://soap.sforce.com/2006/04/metadata on root element ApexClass',
  ]);
});

test('refuses XML that is not well-formed, where it breaks', () => {
  assert.deepEqual(complaints('A.cls-meta.xml', '<ApexClass>\n  <status>Active</apiVersion>\n</ApexClass>'), [
    '2:17 error Error parsing file: The element type "status" must be terminated by the matching end-tag "</status>".',
  ]);
  assert.match(complaints('A.cls-meta.xml', '<ApexClass>')[0] ?? '', /must start and end within the same entity/);
  assert.match(complaints('A.cls-meta.xml', '')[0] ?? '', /Premature end of file|must start and end/);
  assert.match(complaints('A.cls-meta.xml', '<ApexClass>a & b < c</ApexClass>')[0] ?? '', /well-formed/);
});

test('says so when it does not know the kind of file', () => {
  assert.deepEqual(complaints('x/A.unheardOf-meta.xml', '<A/>'), ['1:1 notSupported metadata file x/A.unheardOf-meta.xml']);
});
