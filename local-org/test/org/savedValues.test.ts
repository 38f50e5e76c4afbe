import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg, type Org } from '../../index.ts';
import { ADMIN, files, text } from '../helpers/project.ts';

const encoder = new TextEncoder();
const root = (type: string, body: string): Uint8Array =>
  encoder.encode(`<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`);

/** Without rights: code in system mode needs none, and a profile may not speak of required fields. */
const withoutProfile = (objects: Objects): ReadonlyMap<string, Uint8Array> =>
  new Map([...files({ objects })].filter(([path]) => !path.startsWith('profiles/')));

type Objects = Readonly<Record<string, Readonly<Record<string, string>>>>;

function orgWith(objects: Objects, more: readonly (readonly [string, Uint8Array])[] = []): Org {
  const org = openOrg({ file: null, cache: null });
  const { problems } = org.deploy(new Map([...withoutProfile(objects), ...more]), { strict: true });
  assert.deepEqual(problems, []);
  return org;
}

const messageOf = (org: Org, source: string): string | null => {
  const { compiled, compileProblem, exceptionMessage } = org.executeAnonymous(ADMIN, source);
  assert.ok(compiled, compileProblem ?? '');
  return exceptionMessage;
};

test('each auto-number field of an object counts for itself', () => {
  const auto = (format: string): string => `<displayFormat>${format}</displayFormat><label>N</label><type>AutoNumber</type>`;
  const org = orgWith({ Thing__c: { A__c: auto('A-{00}'), B__c: auto('B-{0}') } });
  assert.equal(messageOf(org, `insert new List<Thing__c>{ new Thing__c(), new Thing__c() };`), null);
  assert.deepEqual(
    org.query('SELECT A__c, B__c FROM Thing__c ORDER BY A__c').map((row) => [row['A__c'], row['B__c']]),
    [
      ['A-01', 'B-1'],
      ['A-02', 'B-2'],
    ],
  );
  org.close();
});

test('a required field with a default value may not be emptied on insert', () => {
  const org = orgWith({ Thing__c: { A__c: `${text(9)}<required>true</required><defaultValue>"x"</defaultValue>` } });
  assert.equal(messageOf(org, 'insert new Thing__c();'), null);
  assert.match(messageOf(org, 'insert new Thing__c(A__c = null);') ?? '', /REQUIRED_FIELD_MISSING, Required fields are missing: \[A__c\]/);
  org.close();
});

test('a record that is older than its required field is refused whatever is saved', () => {
  const org = orgWith({ Thing__c: { A__c: text(9) } });
  assert.equal(messageOf(org, `insert new Thing__c(Name = 'old');`), null);
  assert.deepEqual(org.deploy(withoutProfile({ Thing__c: { A__c: `${text(9)}<required>true</required>` } })).problems, []);
  const change = (value: string): string => `Thing__c t = [SELECT Id FROM Thing__c]; t.Name = 'new'; ${value} update t;`;
  assert.match(messageOf(org, change('')) ?? '', /REQUIRED_FIELD_MISSING, Required fields are missing: \[A__c\]/);
  assert.equal(messageOf(org, change(`t.A__c = 'x';`)), null);
  org.close();
});

test('a restricted picklist takes the values of the record’s type, and all without a type', () => {
  const values = ['Red', 'Blue']
    .map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`)
    .join('');
  const colour = `<label>Colour</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values}</valueSetDefinition></valueSet>`;
  const type = (name: string, body: string): readonly [string, Uint8Array] => [
    `objects/Thing__c/recordTypes/${name}.recordType-meta.xml`,
    root('RecordType', `<fullName>${name}</fullName><active>true</active><label>${name}</label>${body}`),
  ];
  const org = orgWith({ Thing__c: { Colour__c: colour, Note__c: text(9) } }, [
    type(
      'Warm',
      '<picklistValues><picklist>Colour__c</picklist><values><fullName>Red</fullName><default>false</default></values></picklistValues>',
    ),
    type('Any', ''),
  ]);
  const thing = (name: string, value: string): string =>
    `insert as system new Thing__c(Colour__c = '${value}', RecordTypeId = Schema.SObjectType.Thing__c.getRecordTypeInfosByDeveloperName().get('${name}').getRecordTypeId());`;
  assert.equal(messageOf(org, thing('Warm', 'Red')), null);
  assert.match(
    messageOf(org, thing('Warm', 'Blue')) ?? '',
    /INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Colour: bad value for restricted picklist field: Blue/,
  );
  assert.equal(messageOf(org, thing('Any', 'Blue')), null);
  assert.equal(messageOf(org, `insert as system new Thing__c(Colour__c = 'Blue');`), null);
  org.close();
});

test('a profile’s file takes away rights that an earlier one gave, or that its standard profile has', () => {
  const org = openOrg({ file: null, cache: null });
  const profile = (right: boolean, permission: boolean): ReadonlyMap<string, Uint8Array> => {
    const object = `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>${right}</allowRead><modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
    const body = `<custom>true</custom>${object}<userLicense>Salesforce</userLicense><userPermissions><enabled>${permission}</enabled><name>ViewSetup</name></userPermissions>`;
    return new Map([['profiles/Some.profile-meta.xml', root('Profile', body)]]);
  };
  const rights = (): readonly unknown[] => [
    org.query(`SELECT Id FROM ObjectPermissions WHERE Parent.Profile.Name = 'Some' AND SobjectType = 'Account'`).length,
    org.query(`SELECT PermissionsViewSetup FROM Profile WHERE Name = 'Some'`)[0]?.['PermissionsViewSetup'],
  ];
  org.deploy(profile(true, true), { strict: true });
  assert.deepEqual(rights(), [1, true]);
  org.deploy(profile(false, false), { strict: true });
  assert.deepEqual(rights(), [0, false]);
  org.close();
});

test('code that is not active is refused', () => {
  const org = openOrg({ file: null, cache: null });
  const { problems } = org.deploy(
    new Map([
      ['triggers/T.trigger', encoder.encode('trigger T on Account (before insert) {}')],
      ['triggers/T.trigger-meta.xml', root('ApexTrigger', '<apiVersion>67.0</apiVersion><status>Inactive</status>')],
    ]),
  );
  assert.deepEqual(
    problems.map(({ kind, message }) => `${kind}: ${message}`),
    ['notSupported: trigger with the status Inactive'],
  );
  org.close();
});

test('a calculated text that is longer than such texts may be is refused', () => {
  const formula = (body: string): string => `<formula>${body}</formula><label>F</label><type>Text</type>`;
  const long = `Long__c &amp; Long__c`;
  const org = orgWith({
    Thing__c: { Long__c: text(255), F__c: formula(`${long} &amp; ${long} &amp; ${long}`) },
  });
  assert.equal(messageOf(org, `insert as system new Thing__c(Long__c = 'x');`), null);
  assert.equal(org.query('SELECT F__c FROM Thing__c')[0]?.['F__c'], 'xxxxxx');
  assert.equal(messageOf(org, `insert as system new Thing__c(Long__c = 'x'.repeat(255));`), null);
  assert.throws(() => org.query('SELECT F__c FROM Thing__c'), /NotSupported: formula F__c whose text is longer than 1300 characters/);
  org.close();
});
