import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPosition } from '../../src/runtime/assumptions.ts';
import { bootstrap, type DeployedCode } from '../../src/org/bootstrap.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { openStore } from '../../src/store/sqlite.ts';
import type { SqlValue, Store } from '../../src/store/store.ts';
import { createTables } from '../../src/store/tables.ts';
import { networkFile, project, widget } from './project.ts';

interface Setup {
  readonly store: Store;
  one(sql: string): SqlValue;
  all(sql: string): readonly (readonly SqlValue[])[];
}

function deploy(
  files: ReadonlyMap<string, Uint8Array>,
  options: { store?: Store; shape?: string; at?: number; code?: readonly DeployedCode[] } = {},
): Setup {
  const shape = options.shape ?? 'standard';
  const { schema, problems } = buildSchema(files, shape);
  assert.deepEqual(problems, []);
  const store = options.store ?? openStore({ file: null });
  store.begin();
  createTables(store, schema.objects);
  bootstrap({ store, schema, settings: { shape, clock: () => options.at ?? 1000, position: defaultPosition }, code: options.code ?? [] });
  store.commit();
  const all = (sql: string): readonly (readonly SqlValue[])[] => store.all(sql, []);
  return { store, all, one: (sql) => all(sql)[0]?.[0] ?? null };
}

const permissionSet = (fields: readonly string[]): string =>
  `<PermissionSet><label>Widgets</label>${fields.map((field) => `<fieldPermissions><editable>false</editable><field>Widget__c.${field}</field><readable>true</readable></fieldPermissions>`).join('')}<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Widget__c</object><viewAllRecords>false</viewAllRecords></objectPermissions><customPermissions><enabled>true</enabled><name>Use_Widgets</name></customPermissions><classAccesses><apexClass>Widgets</apexClass><enabled>true</enabled></classAccesses><userPermissions><enabled>true</enabled><name>ViewRoles</name></userPermissions></PermissionSet>`;

const widgets = (fields: readonly string[] = ['A__c', 'B__c']): ReadonlyMap<string, Uint8Array> =>
  widget(
    { A__c: ['Text', '<length>3</length>'], B__c: ['Text', '<length>3</length>'] },
    {
      'p/Widgets.permissionset-meta.xml': permissionSet(fields),
      'p/Use_Widgets.customPermission-meta.xml': '<CustomPermission><label>Use</label></CustomPermission>',
      'c/Widgets.cls': 'public class Widgets {}',
    },
  );
const code: readonly DeployedCode[] = [
  { name: 'Widgets', kind: 'class', apiVersion: 67, body: 'public class Widgets {} // one', isValid: true, trigger: null },
];

test('a fresh org has an administrator with a role, and a licence of his is used', () => {
  const { all, one } = deploy(new Map());
  assert.deepEqual(
    all(
      `SELECT u.Username, p.Name, r.Name, u.IsActive, u.UserType FROM "User" u JOIN Profile p ON p.Id = u.ProfileId JOIN UserRole r ON r.Id = u.UserRoleId`,
    ),
    [['admin@local-org.test', 'System Administrator', 'CEO', 1, 'Standard']],
  );
  assert.equal(one(`SELECT UsedLicenses FROM UserLicense WHERE Name = 'Salesforce'`), 1);
  assert.equal(one(`SELECT COUNT(*) FROM "User" WHERE UserType = 'AutomatedProcess'`), 1);
  assert.equal(one(`SELECT IsSandbox FROM Organization`), 0);
});

test('every profile owns a permission set with the same permissions and licence', () => {
  const { all, one } = deploy(new Map());
  const strangers = all(
    `SELECT p.Name FROM Profile p LEFT JOIN PermissionSet s ON s.ProfileId = p.Id AND s.IsOwnedByProfile = 1 AND s.LicenseId = p.UserLicenseId AND s.PermissionsModifyAllData = p.PermissionsModifyAllData AND s.PermissionsApiEnabled = p.PermissionsApiEnabled WHERE s.Id IS NULL`,
  );
  assert.deepEqual(strangers, []);
  assert.equal(one(`SELECT PermissionsModifyAllData FROM Profile WHERE Name = 'System Administrator'`), 1);
  assert.equal(one(`SELECT PermissionsModifyAllData FROM Profile WHERE Name = 'Standard User'`), 0);
  assert.equal(one(`SELECT PermissionsApiEnabled FROM Profile WHERE Name = 'Customer Community User'`), 0);
});

test('standard profiles read the standard fields of the objects they read, and nothing of the others', () => {
  const { one } = deploy(new Map());
  const rights = (profile: string, field: string): string =>
    `SELECT f.PermissionsRead || f.PermissionsEdit FROM FieldPermissions f JOIN PermissionSet s ON s.Id = f.ParentId JOIN Profile p ON p.Id = s.ProfileId WHERE p.Name = '${profile}' AND f.Field = '${field}'`;
  assert.equal(one(rights('Standard User', 'Contact.Email')), '11');
  assert.equal(one(rights('Read Only', 'Contact.Email')), '10');
  assert.equal(one(rights('Customer Community User', 'Lead.Email')), null);
  assert.equal(one(rights('Standard User', 'Contact.LastName')), null);
});

test('without portal licences there are neither external licences nor external profiles', () => {
  const { all } = deploy(new Map(), { shape: 'noPortalLicences' });
  assert.deepEqual(all(`SELECT DISTINCT UserType FROM Profile`), [['Standard']]);
  assert.deepEqual(all(`SELECT Name FROM UserLicense WHERE Name LIKE '%Community%'`), []);
});

test('a permission set of metadata becomes rows', () => {
  const { all } = deploy(widgets(), { code });
  const parent = `(SELECT Id FROM PermissionSet WHERE Name = 'Widgets')`;
  assert.deepEqual(
    all(`SELECT Label, IsCustom, IsOwnedByProfile, PermissionsViewRoles, PermissionsViewSetup FROM PermissionSet WHERE Name = 'Widgets'`),
    [['Widgets', 1, 0, 1, 0]],
  );
  assert.deepEqual(
    all(
      `SELECT SobjectType, PermissionsCreate, PermissionsRead, PermissionsEdit, PermissionsDelete FROM ObjectPermissions WHERE ParentId = ${parent}`,
    ),
    [['Widget__c', 1, 1, 0, 0]],
  );
  assert.deepEqual(
    all(`SELECT Field, PermissionsRead, PermissionsEdit, SobjectType FROM FieldPermissions WHERE ParentId = ${parent} ORDER BY Field`),
    [
      ['Widget__c.A__c', 1, 0, 'Widget__c'],
      ['Widget__c.B__c', 1, 0, 'Widget__c'],
    ],
  );
  assert.deepEqual(
    all(
      `SELECT a.SetupEntityType, COALESCE(c.DeveloperName, k.Name) FROM SetupEntityAccess a LEFT JOIN CustomPermission c ON c.Id = a.SetupEntityId LEFT JOIN ApexClass k ON k.Id = a.SetupEntityId WHERE a.ParentId = ${parent} ORDER BY 1`,
    ),
    [
      ['ApexClass', 'Widgets'],
      ['CustomPermission', 'Use_Widgets'],
    ],
  );
});

const dump = ({ all }: Setup): string =>
  JSON.stringify(
    all(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).map(([name]) => [
      name,
      all(`SELECT * FROM "${String(name)}"`).map((row) => row.map(String)),
    ]),
  );

test('deploying the same again changes nothing', () => {
  const first = deploy(widgets(), { code });
  const before = dump(first);
  assert.equal(dump(deploy(widgets(), { store: first.store, at: 5000, code })), before);
});

test('what a permission set no longer grants goes, its id stays, and its time stamp moves', () => {
  const first = deploy(widgets(), { code });
  const set = first.all(`SELECT Id, SystemModstamp FROM PermissionSet WHERE Name = 'Widgets'`)[0]!;
  const second = deploy(widgets(['A__c']), { store: first.store, at: 5000, code });
  assert.deepEqual(second.all(`SELECT Id, SystemModstamp FROM PermissionSet WHERE Name = 'Widgets'`), [[set[0], 5000]]);
  assert.deepEqual(second.all(`SELECT Field FROM FieldPermissions WHERE ParentId = '${String(set[0])}'`), [['Widget__c.A__c']]);
});

test('a profile of metadata starts as its licence does and adds its own', () => {
  const { all } = deploy(
    project({
      'p/Customers.profile-meta.xml':
        '<Profile><custom>true</custom><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Contact</object><viewAllRecords>false</viewAllRecords></objectPermissions><userLicense>Customer Community</userLicense></Profile>',
      'n/Portal.network-meta.xml': networkFile(
        '<networkMemberGroups><profile>Customers</profile></networkMemberGroups><sendWelcomeEmail>true</sendWelcomeEmail><status>Live</status>',
      ),
    }),
  );
  assert.deepEqual(
    all(
      `SELECT p.UserType, l.Name, o.SobjectType, o.PermissionsCreate FROM Profile p JOIN UserLicense l ON l.Id = p.UserLicenseId JOIN PermissionSet s ON s.ProfileId = p.Id JOIN ObjectPermissions o ON o.ParentId = s.Id WHERE p.Name = 'Customers' ORDER BY 3`,
    ),
    [
      ['CspLitePortal', 'Customer Community', 'Account', 0],
      ['CspLitePortal', 'Customer Community', 'Case', 1],
      ['CspLitePortal', 'Customer Community', 'Contact', 1],
    ],
  );
  assert.deepEqual(
    all(
      `SELECT n.Name, n.Status, p.Name FROM NetworkMemberGroup g JOIN Network n ON n.Id = g.NetworkId JOIN Profile p ON p.Id = g.ParentId`,
    ),
    [['Portal', 'Live', 'Customers']],
  );
});

test('the administrator of a network is a member of it', () => {
  const { all } = deploy(
    project({
      'n/Portal.network-meta.xml': networkFile('<networkMemberGroups><profile>Admin</profile></networkMemberGroups><status>Live</status>'),
    }),
  );
  assert.deepEqual(all(`SELECT u.Username FROM NetworkMember m JOIN "User" u ON u.Id = m.MemberId`), [['admin@local-org.test']]);
});

test('custom metadata records are rows, and go with their files', () => {
  const files = (record: boolean): ReadonlyMap<string, Uint8Array> =>
    project({
      'o/objects/P__mdt/P__mdt.object-meta.xml': '<CustomObject><label>P</label></CustomObject>',
      'o/objects/P__mdt/fields/N__c.field-meta.xml':
        '<CustomField><fullName>N__c</fullName><label>N</label><type>Number</type><precision>5</precision><scale>1</scale></CustomField>',
      'o/objects/P__mdt/fields/On__c.field-meta.xml':
        '<CustomField><fullName>On__c</fullName><label>On</label><type>Checkbox</type><defaultValue>true</defaultValue></CustomField>',
      ...(record && {
        'm/P.First.md-meta.xml':
          '<CustomMetadata><label>The first</label><values><field>N__c</field><value>2.0</value></values></CustomMetadata>',
      }),
    });
  const first = deploy(files(true));
  assert.deepEqual(first.all(`SELECT DeveloperName, MasterLabel, QualifiedApiName, N__c, On__c FROM P__mdt`), [
    ['First', 'The first', 'First', 20, 1],
  ]);
  assert.deepEqual(deploy(files(false), { store: first.store }).all(`SELECT Id FROM P__mdt`), []);
});

test('classes and triggers are rows', () => {
  const trigger = { name: 'OnContact', path: '', object: 'Contact', events: ['before insert', 'after update'], apiVersion: 67 };
  const { all } = deploy(new Map(), {
    code: [...code, { name: 'OnContact', kind: 'trigger', apiVersion: 67, body: 'trigger', isValid: true, trigger }],
  });
  assert.deepEqual(all(`SELECT Name, ApiVersion, Status, IsValid FROM ApexClass`), [['Widgets', 670, 'Active', 1]]);
  assert.deepEqual(all(`SELECT Name, TableEnumOrId, UsageBeforeInsert, UsageAfterUpdate, UsageAfterInsert FROM ApexTrigger`), [
    ['OnContact', 'Contact', 1, 1, 0],
  ]);
});
