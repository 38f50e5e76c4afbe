import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSchema } from '../../src/schema/schema.ts';
import { fieldFile, objectFile, project, widget } from './project.ts';

const messages = (files: ReadonlyMap<string, Uint8Array>): readonly string[] =>
  buildSchema(files, 'standard').problems.map(({ kind, message }) => `${kind}: ${message}`);
const ofField = (type: string, body: string): readonly string[] => messages(widget({ A__c: [type, body] }));
const ofFile = (path: string, text: string): readonly string[] => messages(project({ [path]: text }));

test('elements of a field that nobody reads and that change what it does are refused by name', () => {
  const text = '<length>9</length>';
  assert.deepEqual(ofField('Text', `${text}<encryptionScheme>ProbabilisticEncryption</encryptionScheme>`), [
    'notSupported: encryption of Widget__c.A__c',
  ]);
  assert.deepEqual(ofField('Text', `${text}<encryptionScheme>None</encryptionScheme>`), []);
  assert.deepEqual(ofField('Text', `${text}<isFilteringDisabled>true</isFilteringDisabled>`), [
    'notSupported: isFilteringDisabled of Widget__c.A__c',
  ]);
  assert.deepEqual(ofField('Picklist', '<picklist><picklistValues><fullName>A</fullName></picklistValues></picklist>'), [
    'notSupported: picklist element of Widget__c.A__c',
  ]);
  assert.deepEqual(
    ofField(
      'Picklist',
      '<defaultValue>"A"</defaultValue><valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>false</default></value></valueSetDefinition></valueSet>',
    ),
    ['notSupported: default value that is a formula of Widget__c.A__c'],
  );
});

test('the file of a standard field may only say what has no effect here', () => {
  const path = 'o/objects/Contact/fields/AccountId.field-meta.xml';
  assert.deepEqual(ofFile(path, fieldFile('AccountId', 'Lookup', '<trackHistory>true</trackHistory>')), []);
  const filter = (optional: boolean): string =>
    `<lookupFilter><active>true</active><filterItems><field>Account.Name</field><operation>equals</operation><value>A</value></filterItems><isOptional>${optional}</isOptional></lookupFilter>`;
  assert.deepEqual(ofFile(path, fieldFile('AccountId', 'Lookup', filter(false))), ['notSupported: lookup filter of Contact.AccountId']);
  assert.deepEqual(ofFile(path, fieldFile('AccountId', 'Lookup', filter(true))), []);
});

test('elements of an object that change what code sees are refused by name', () => {
  const ofObject = (body: string): readonly string[] => ofFile('o/objects/Widget__c/Widget__c.object-meta.xml', objectFile(body));
  assert.deepEqual(ofObject('<sharingReasons><fullName>Team__c</fullName><label>Team</label></sharingReasons>'), [
    'notSupported: sharing reasons of Widget__c',
  ]);
  assert.deepEqual(ofObject('<enableReports>true</enableReports><enableHistory>true</enableHistory>'), []);
});

test('rights that nobody reads are refused by name', () => {
  const object = (viewAllFields: boolean): string =>
    `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllFields>${viewAllFields}</viewAllFields><viewAllRecords>false</viewAllRecords></objectPermissions>`;
  const ofSet = (body: string): readonly string[] =>
    ofFile('p/S.permissionset-meta.xml', `<PermissionSet><label>S</label>${body}</PermissionSet>`);
  assert.deepEqual(ofSet(object(true)), ['notSupported: viewAllFields of S']);
  assert.deepEqual(ofSet(`<hasActivationRequired>false</hasActivationRequired>${object(false)}`), []);
  assert.deepEqual(ofSet('<hasActivationRequired>true</hasActivationRequired>'), ['notSupported: activation of a session of S']);
  const visibility = (byDefault: boolean): string =>
    `<Profile><recordTypeVisibilities><default>${byDefault}</default><recordType>Account.B</recordType><visible>true</visible></recordTypeVisibilities></Profile>`;
  assert.deepEqual(ofFile('p/Admin.profile-meta.xml', visibility(true)), ['notSupported: default record type of Admin']);
  assert.deepEqual(ofFile('p/Admin.profile-meta.xml', visibility(false)), []);
});

test('what a role grants on records of its accounts matters where those are private', () => {
  const role = `<Role><caseAccessLevel>Edit</caseAccessLevel><contactAccessLevel>Edit</contactAccessLevel><mayForecastManagerShare>false</mayForecastManagerShare><name>R</name><opportunityAccessLevel>None</opportunityAccessLevel></Role>`;
  assert.deepEqual(ofFile('r/R.role-meta.xml', role), []);
  assert.deepEqual(
    messages(
      project({
        'r/R.role-meta.xml': role,
        'o/objects/Case/Case.object-meta.xml': '<CustomObject><sharingModel>Private</sharingModel></CustomObject>',
      }),
    ),
    ['notSupported: access of role R to the Case records of its accounts'],
  );
});

test('automation that starts by itself is refused, processes of both kinds included', () => {
  const flow = (type: string): readonly string[] =>
    ofFile('F.flow-meta.xml', `<Flow><label>F</label><processType>${type}</processType><status>Active</status></Flow>`);
  assert.deepEqual(flow('CustomEvent'), ['notSupported: flow F, which starts by itself']);
  assert.deepEqual(flow('Workflow'), ['notSupported: flow F, which starts by itself']);
  assert.deepEqual(flow('AutoLaunchedFlow'), []);
  for (const kind of ['assignmentRules', 'escalationRules', 'approvalProcess', 'queue', 'group', 'matchingRule', 'email'])
    assert.deepEqual(ofFile(`x/X.${kind}-meta.xml`, `<X/>`), [`notSupported: metadata of kind ${kind}`], kind);
});

test('sorted values of a picklist come in the order of their labels', () => {
  const values = '<value><fullName>1</fullName><label>b</label></value><value><fullName>2</fullName><label>A</label></value>';
  const field = (sorted: boolean): readonly string[] | undefined =>
    buildSchema(
      widget({
        A__c: ['Picklist', `<valueSet><valueSetDefinition><sorted>${sorted}</sorted>${values}</valueSetDefinition></valueSet>`],
      }),
      'standard',
    )
      .schema.object('Widget__c')
      ?.field('A__c')
      ?.picklist.map(({ value }) => value);
  assert.deepEqual(field(true), ['2', '1']);
  assert.deepEqual(field(false), ['1', '2']);
});

test('values of custom metadata must be such as their fields hold', () => {
  const field = (name: string, type: string, body = ''): readonly [string, string] => [
    `o/objects/P__mdt/fields/${name}.field-meta.xml`,
    fieldFile(name, type, body),
  ];
  const record = (values: Readonly<Record<string, string>>): readonly string[] =>
    messages(
      project({
        'o/objects/P__mdt/P__mdt.object-meta.xml': '<CustomObject><label>P</label><pluralLabel>P</pluralLabel></CustomObject>',
        ...Object.fromEntries([
          field('Must__c', 'Text', '<length>3</length><required>true</required>'),
          field('On__c', 'Checkbox', '<defaultValue>false</defaultValue>'),
          field('Size__c', 'Number', '<precision>5</precision><scale>0</scale>'),
        ]),
        'm/P.First.md-meta.xml': `<CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><label>F</label>${Object.entries(
          values,
        )
          .map(([name, value]) => `<values><field>${name}</field><value xsi:type="xsd:string">${value}</value></values>`)
          .join('')}</CustomMetadata>`,
      }),
    );
  assert.deepEqual(record({ Must__c: 'abc', On__c: 'true', Size__c: '7' }), []);
  assert.deepEqual(record({ Must__c: 'abcd', On__c: 'yes', Size__c: 'many' }), [
    'error: Must: data value too large: abcd (max length=3)',
    'error: On: value not of required type: yes',
    'error: Size: value not of required type: many',
  ]);
  assert.deepEqual(record({ On__c: 'true' }), ['error: Required fields are missing: [Must__c]']);
});

test('a sharing model that is not modelled is refused', () => {
  assert.deepEqual(
    ofFile('o/objects/Campaign/Campaign.object-meta.xml', '<CustomObject><sharingModel>ReadWriteTransfer</sharingModel></CustomObject>'),
    [],
  );
  assert.deepEqual(
    ofFile('o/objects/Event/Event.object-meta.xml', '<CustomObject><sharingModel>HideDetails</sharingModel></CustomObject>'),
    ['notSupported: sharing model of Event'],
  );
});
