import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSchema } from '../../src/schema/schema.ts';
import { networkFile, objectFile, project, widget } from './project.ts';

const problemsOf = (files: ReadonlyMap<string, Uint8Array>, shape = 'standard'): readonly (readonly string[])[] =>
  buildSchema(files, shape).problems.map(({ kind, path, message }) => [kind, path, message]);

test('files are found by their suffix, wherever the folders lie', () => {
  const { schema, problems } = buildSchema(
    project({
      'a/b/deep/Reasons.labels-meta.xml':
        '<CustomLabels><labels><fullName>Hello</fullName><language>en_US</language><protected>false</protected><shortDescription>Hello</shortDescription><value>Good &amp; day</value></labels></CustomLabels>',
      'x/May_Run.customPermission-meta.xml': '<CustomPermission><label>May run</label></CustomPermission>',
      'Config.platformEventSubscriberConfig-meta.xml':
        '<PlatformEventSubscriberConfig><batchSize>10</batchSize><masterLabel>On outcome</masterLabel><platformEventConsumer>OnOutcome</platformEventConsumer></PlatformEventSubscriberConfig>',
      'Bell.notiftype-meta.xml':
        '<CustomNotificationType><customNotifTypeName>Bell</customNotifTypeName><desktop>true</desktop><mobile>false</mobile><masterLabel>Bell</masterLabel></CustomNotificationType>',
    }),
    'standard',
  );
  assert.deepEqual(problems, []);
  assert.equal(schema.label('HELLO'), 'Good & day');
  assert.deepEqual(schema.customPermissions, [{ name: 'May_Run', label: 'May run' }]);
  assert.deepEqual(schema.subscriberConfigs.get('onoutcome'), { trigger: 'OnOutcome', batchSize: 10, user: null });
  assert.deepEqual(schema.customNotificationTypes, [{ name: 'Bell', label: 'Bell' }]);
});

test('custom metadata records keep text, and null where the file says so', () => {
  const { schema, problems } = buildSchema(
    project({
      'o/objects/P__mdt/P__mdt.object-meta.xml': '<CustomObject><label>P</label></CustomObject>',
      'o/objects/P__mdt/fields/N__c.field-meta.xml':
        '<CustomField><fullName>N__c</fullName><label>N</label><type>Text</type><length>9</length></CustomField>',
      'o/objects/P__mdt/fields/M__c.field-meta.xml':
        '<CustomField><fullName>M__c</fullName><label>M</label><type>Text</type><length>9</length></CustomField>',
      'm/P.First.md-meta.xml':
        '<CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><label>The first</label><values><field>N__c</field><value xsi:type="xsd:string"> x </value></values><values><field>M__c</field><value xsi:nil="true"/></values></CustomMetadata>',
    }),
    'standard',
  );
  assert.deepEqual(problems, []);
  const [record] = schema.customMetadata;
  assert.deepEqual(
    [record?.object, record?.developerName, record?.label, record?.values.get('N__c'), record?.values.get('M__c')],
    ['P__mdt', 'First', 'The first', ' x ', null],
  );
});

test('a network has its members, status and mail settings', () => {
  const { schema } = buildSchema(
    project({
      'n/Customer%20Portal.network-meta.xml': networkFile(
        '<networkMemberGroups><permissionSet>P</permissionSet><profile>Admin</profile><profile>Customers</profile></networkMemberGroups><sendWelcomeEmail>true</sendWelcomeEmail><status>Live</status><urlPathPrefix>customers</urlPathPrefix>',
        'A',
      ),
    }),
    'standard',
  );
  assert.deepEqual(schema.networks, [
    {
      path: 'n/Customer%20Portal.network-meta.xml',
      name: 'Customer Portal',
      status: 'Live',
      urlPathPrefix: 'customers',
      sendWelcomeEmail: true,
      memberProfiles: ['Admin', 'Customers'],
      memberPermissionSets: ['P'],
      emailSenderName: 'A',
      emailSenderAddress: 'site@local-org.test',
    },
  ]);
});

test('metadata of an unknown kind is refused, the user interface is passed over', () => {
  assert.deepEqual(problemsOf(project({ 'f/X.sharingRules-meta.xml': '<SharingRules/>' })), [
    ['notSupported', 'f/X.sharingRules-meta.xml', 'metadata of kind sharingRules'],
  ]);
  assert.deepEqual(
    problemsOf(
      project({
        'f/X.flexipage-meta.xml':
          '<FlexiPage><masterLabel>X</masterLabel><template><name>t</name></template><type>AppPage</type></FlexiPage>',
        'f/lwc/x/x.html': '',
        'README.md': '',
      }),
    ),
    [],
  );
  assert.deepEqual(
    problemsOf(project({ 'f/strange.bin': '' })).map(([kind]) => kind),
    ['notSupported'],
  );
});

test('active validation rules are kept, inactive ones are not', () => {
  const rule = (name: string, active: boolean): string =>
    `<ValidationRule><fullName>${name}</fullName><active>${active}</active><errorConditionFormula>true</errorConditionFormula><errorDisplayField>Name</errorDisplayField><errorMessage>No</errorMessage></ValidationRule>`;
  const path = 'app/objects/Widget__c/validationRules/On.validationRule-meta.xml';
  const files = widget(
    {},
    { [path]: rule('On', true), 'app/objects/Widget__c/validationRules/Off.validationRule-meta.xml': rule('Off', false) },
  );
  const { schema, problems } = buildSchema(files, 'standard');
  assert.deepEqual(problems, []);
  assert.deepEqual(schema.object('Widget__c')?.validationRules, [{ name: 'On', path, formula: 'true', message: 'No', field: 'Name' }]);
});

test('a flow that starts by itself is refused, a screen flow is not', () => {
  assert.deepEqual(
    problemsOf(
      project({
        'S.flow-meta.xml':
          '<Flow><label>S</label><processType>Flow</processType><start><locationX>0</locationX><locationY>0</locationY></start><status>Active</status></Flow>',
      }),
    ),
    [],
  );
  assert.deepEqual(
    problemsOf(
      project({
        'T.flow-meta.xml':
          '<Flow><label>T</label><start><locationX>0</locationX><locationY>0</locationY><triggerType>RecordAfterSave</triggerType></start><status>Active</status></Flow>',
      }),
    ).map(([, , message]) => message),
    ['flow T, which starts by itself'],
  );
});

test('XML that is not well formed is an error at its place', () => {
  const { problems } = buildSchema(project({ 'a/W__c.object-meta.xml': '<CustomObject>\n<label>W</labe>\n</CustomObject>' }), 'standard');
  assert.equal(problems.length, 1);
  assert.deepEqual([problems[0]?.kind, problems[0]?.line], ['error', 2]);
});

const grant = (body: string): string => `<PermissionSet><label>S</label>${body}</PermissionSet>`;
const messagesOfGrant = (body: string): readonly string[] =>
  problemsOf(widget({ A__c: ['Text', '<length>3</length><required>true</required>'] }, { 'p/S.permissionset-meta.xml': grant(body) })).map(
    ([, , message]) => message!,
  );

test('a permission set may only grant what is there', () => {
  assert.deepEqual(
    messagesOfGrant(
      '<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Gadget__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
    ),
    ['In field: object - no CustomObject named Gadget__c found'],
  );
  assert.deepEqual(
    messagesOfGrant(
      '<fieldPermissions><editable>false</editable><field>Widget__c.B__c</field><readable>true</readable></fieldPermissions>',
    ),
    ['In field: field - no CustomField named Widget__c.B__c found'],
  );
  assert.deepEqual(messagesOfGrant('<classAccesses><apexClass>Nope</apexClass><enabled>true</enabled></classAccesses>'), [
    'In field: apexClass - no ApexClass named Nope found',
  ]);
  assert.deepEqual(messagesOfGrant('<customPermissions><enabled>true</enabled><name>Nope</name></customPermissions>'), [
    'In field: customPermission - no CustomPermission named Nope found',
  ]);
  assert.deepEqual(messagesOfGrant('<userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>'), []);
});

test('field-level security cannot be set on a required field', () => {
  assert.deepEqual(
    messagesOfGrant(
      '<fieldPermissions><editable>false</editable><field>Widget__c.A__c</field><readable>true</readable></fieldPermissions>',
    ),
    ['You cannot deploy to a required field: Widget__c.A__c'],
  );
  assert.deepEqual(
    messagesOfGrant(
      '<fieldPermissions><editable>false</editable><field>Contact.LastName</field><readable>true</readable></fieldPermissions>',
    ),
    ['You cannot deploy to a required field: Contact.LastName'],
  );
  assert.deepEqual(
    messagesOfGrant('<fieldPermissions><editable>false</editable><field>Contact.Email</field><readable>true</readable></fieldPermissions>'),
    [],
  );
});

test('a licence that the org shape does not have is an error', () => {
  const files = project({
    'p/C.profile-meta.xml': '<Profile><custom>true</custom><userLicense>Customer Community</userLicense></Profile>',
  });
  assert.deepEqual(problemsOf(files, 'standard'), []);
  assert.deepEqual(
    problemsOf(files, 'noPortalLicences').map(([, , message]) => message),
    ['In field: userLicense - no UserLicense named Customer Community found'],
  );
});

test('a field on a standard object the local org does not have is refused by name', () => {
  const files = project({ 'o/objects/Quote/Quote.object-meta.xml': objectFile() });
  assert.deepEqual(problemsOf(files), [['notSupported', 'o/objects/Quote/Quote.object-meta.xml', 'standard object Quote']]);
});

test('an unknown org shape is a mistake of ours', () => {
  assert.throws(() => buildSchema(new Map(), 'roomy'), /no org shape is named roomy/);
});
