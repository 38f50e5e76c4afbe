/** What a deploy to a real org would refuse, and what the product must not lean on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { components } from '../deployRules/metadata.ts';
import { labelProblems, leaning, versionProblems } from '../deployRules/references.ts';
import { broken, eventTriggersAreConfigured } from '../deployRules/rules.ts';
import { readSources } from '../lib/sources.ts';

const API_VERSION = '67.0';
const product = readSources(['force-app']);
const others = readSources(['samples', 'local']);
const triggers = [...product]
  .filter(([path]) => path.endsWith('.trigger'))
  .map(([path, bytes]) => ({ path, text: new TextDecoder().decode(bytes) }));

test('the product breaks no rule of a deploy', () => {
  assert.ok(components(product).length > 100);
  assert.deepEqual(broken(components(product)), []);
});

test('samples and local metadata break none together with the product they need', () => {
  assert.deepEqual(broken(components(new Map([...product, ...others]))), []);
});

test('each trigger on events is configured', () => {
  assert.ok(triggers.length > 3);
  assert.deepEqual(eventTriggersAreConfigured(components(product), triggers), []);
});

test('nothing in force-app refers to samples or local metadata', () => {
  assert.deepEqual(leaning(product, components(product), components(others)), []);
});

test('each label is asked for, and each that is asked for exists', () => {
  assert.deepEqual(labelProblems(product, components(product)), []);
});

test('every class, trigger and component is of one API version', () => {
  assert.deepEqual(versionProblems(new Map([...product, ...others]), components(new Map([...product, ...others])), API_VERSION), []);
});

// That the rules can fail: a project that breaks each of them.
const wrong = (files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const set = (body: string): ReadonlyMap<string, Uint8Array> =>
  wrong({
    'permissionsets/Mine.permissionset-meta.xml': `<PermissionSet>${body}</PermissionSet>`,
    'objects/Thing__c/Thing__c.object-meta.xml':
      '<CustomObject><sharingModel>Private</sharingModel><externalSharingModel>Private</externalSharingModel></CustomObject>',
    'objects/Told__e/Told__e.object-meta.xml': '<CustomObject></CustomObject>',
    'objects/Thing__c/fields/Must__c.field-meta.xml': '<CustomField><required>true</required><type>Text</type></CustomField>',
    'objects/Thing__c/fields/Part__c.field-meta.xml':
      '<CustomField><type>MasterDetail</type><referenceTo>Account</referenceTo></CustomField>',
    'objects/Thing__c/fields/Sum__c.field-meta.xml': '<CustomField><type>Number</type><formula>1 + 1</formula></CustomField>',
    'objects/Thing__c/fields/Free__c.field-meta.xml': '<CustomField><type>Text</type></CustomField>',
  });
const field = (name: string, editable: boolean): string =>
  `<fieldPermissions><field>Thing__c.${name}</field><editable>${editable}</editable><readable>true</readable></fieldPermissions>`;
const object = (name: string, ...rights: readonly string[]): string =>
  `<objectPermissions><object>${name}</object>${rights.map((right) => `<${right}>true</${right}>`).join('')}</objectPermissions>`;

const CASES: readonly (readonly [what: string, files: ReadonlyMap<string, Uint8Array>, said: RegExp | null])[] = [
  ['a set bound to a licence', set('<license>Salesforce</license>'), /is bound to a licence/],
  [
    'a user permission',
    set('<userPermissions><name>ManageUsers</name><enabled>true</enabled></userPermissions>'),
    /user permission ManageUsers/,
  ],
  ['permission on a required field', set(field('Must__c', true)), /on the required field Thing__c\.Must__c/],
  ['permission on a master-detail field', set(field('Part__c', true)), /on the master-detail field/],
  ['an editable formula', set(field('Sum__c', true)), /Sum__c cannot be edited/],
  ['a field that is not there', set(field('Gone__c', false)), /there is no field Thing__c\.Gone__c/],
  ['permission on an ordinary field', set(field('Free__c', true)), null],
  ['edit without read', set(object('Thing__c', 'allowEdit')), /allowEdit on Thing__c without allowRead/],
  [
    'more than create and read on an event',
    set(object('Told__e', 'allowRead', 'allowCreate', 'allowEdit')),
    /allowEdit on the platform event Told__e/,
  ],
  ['create and read on an event', set(object('Told__e', 'allowRead', 'allowCreate')), null],
  ['an object that is not there', set(object('Gone__c', 'allowRead')), /there is no object Gone__c/],
  ['a class that is not there', set('<classAccesses><apexClass>Gone</apexClass></classAccesses>'), /names Gone, which does not exist/],
  ['a tab that is not there', set('<tabSettings><tab>Gone</tab></tabSettings>'), /tabSettings names Gone/],
  [
    'a custom permission that is not there',
    set('<customPermissions><name>Gone</name></customPermissions>'),
    /customPermissions names Gone/,
  ],
  [
    'a component that is not there',
    wrong({
      'flexipages/P.flexipage-meta.xml':
        '<FlexiPage><flexiPageRegions><itemInstances><componentInstance><componentName>c:gone</componentName></componentInstance></itemInstances></flexiPageRegions></FlexiPage>',
    }),
    /no component gone/,
  ],
  ['a page that is not there', wrong({ 'tabs/T.tab-meta.xml': '<CustomTab><flexiPage>Gone</flexiPage></CustomTab>' }), /no page Gone/],
  [
    'an app whose tab is not there',
    wrong({ 'applications/A.app-meta.xml': '<CustomApplication><tabs>standard-Contact</tabs><tabs>Gone</tabs></CustomApplication>' }),
    /no tab Gone/,
  ],
  ['a long name', wrong({ [`classes/${'A'.repeat(41)}.cls-meta.xml`]: '<ApexClass/>' }), /has 41 characters/],
  ['a name of 40 with its suffix', wrong({ [`objects/X/fields/${'A'.repeat(40)}__c.field-meta.xml`]: '<CustomField/>' }), null],
  [
    'a long label',
    wrong({ 'objects/X/fields/A__c.field-meta.xml': `<CustomField><label>${'a'.repeat(41)}</label></CustomField>` }),
    /the label .* has 41/,
  ],
  [
    'an object without sharing models',
    wrong({ 'objects/A__c/A__c.object-meta.xml': '<CustomObject><sharingModel>Private</sharingModel></CustomObject>' }),
    /does not state externalSharingModel/,
  ],
  [
    'a required lookup',
    wrong({
      'objects/X/fields/A__c.field-meta.xml':
        '<CustomField><type>Lookup</type><referenceTo>User</referenceTo><required>true</required><deleteConstraint>SetNull</deleteConstraint></CustomField>',
    }),
    /a lookup to User is required/,
  ],
  [
    'a lookup that holds on',
    wrong({
      'objects/X/fields/A__c.field-meta.xml':
        '<CustomField><type>Lookup</type><referenceTo>Contact</referenceTo><deleteConstraint>Restrict</deleteConstraint></CustomField>',
    }),
    /does not set null/,
  ],
];

for (const [what, files, said] of CASES)
  test(`${said ? 'refused' : 'allowed'}: ${what}`, () => {
    const problems = broken(components(files));
    if (said) assert.match(problems.join('\n'), said);
    else assert.deepEqual(problems, []);
  });

test('an event trigger without configuration is named', () => {
  const trigger = { path: 'triggers/Hear.trigger', text: 'trigger Hear on Told__e (after insert) {}' };
  assert.deepEqual(eventTriggersAreConfigured([], [trigger]), ['triggers/Hear.trigger: no PlatformEventSubscriberConfig names Hear']);
});

test('a reference to a sample is found in quotes and in XML, not in prose', () => {
  const samples = components(wrong({ 'customMetadata/Policy__mdt.Gold.md-meta.xml': '<CustomMetadata/>' }));
  const found = leaning(
    wrong({ 'a.cls': "String p = 'Gold';", 'b.xml': '<policy>Gold</policy>', 'c.cls': '// Gold is a colour' }),
    [],
    samples,
  );
  assert.deepEqual(found, ['a.cls: refers to Gold', 'b.xml: refers to Gold']);
});

test('missing and idle labels are named', () => {
  const files = wrong({
    'labels/X.labels-meta.xml':
      '<CustomLabels><labels><fullName>Idle</fullName></labels><labels><fullName>Used</fullName></labels></CustomLabels>',
    'a.cls': 'String a = System.Label.Used + Label.Lost;',
  });
  assert.deepEqual(labelProblems(files, components(files)), ['a.cls: there is no label Lost', 'nobody asks for the label Idle']);
});

test('a class without metadata and one of another version are named', () => {
  const files = wrong({ 'a.cls': '', 'b.cls': '', 'b.cls-meta.xml': '<ApexClass><apiVersion>60.0</apiVersion></ApexClass>' });
  assert.deepEqual(versionProblems(files, components(files), '67.0'), [
    'a.cls: has no -meta.xml',
    'b.cls-meta.xml: API version 60.0, not 67.0',
  ]);
});
