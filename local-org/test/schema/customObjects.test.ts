import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldType } from '../../src/schema/model.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { fieldFile, objectFile, project, widget } from './project.ts';

function fieldOf(name: string, type: string, body = ''): FieldType {
  const { schema, problems } = buildSchema(widget({ [name]: [type, body] }), 'standard');
  assert.deepEqual(problems, []);
  return schema.object('Widget__c')!.field(name)!;
}

test('a custom object has the fields of its files and those the platform adds', () => {
  const { schema, problems } = buildSchema(widget({ Size__c: ['Number', '<precision>5</precision><scale>2</scale>'] }), 'standard');
  const object = schema.object('widget__C')!;
  assert.deepEqual(problems, []);
  assert.deepEqual(
    object.fields.map((field) => field.name),
    [
      'Id',
      'OwnerId',
      'IsDeleted',
      'Name',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
      'Size__c',
    ],
  );
  assert.equal(object.sharingModel, 'Private');
  assert.equal(object.kind, 'custom');
  assert.match(object.keyPrefix, /^a[0-9a-zA-Z]{2}$/);
});

test('the key prefix of an object does not depend on what else is deployed', () => {
  const alone = buildSchema(widget({}), 'standard').schema.object('Widget__c')!.keyPrefix;
  const others = buildSchema(widget({}, { 'app/objects/Aardvark__c/Aardvark__c.object-meta.xml': objectFile() }), 'standard').schema;
  assert.equal(others.object('Widget__c')!.keyPrefix, alone);
  assert.notEqual(others.object('Aardvark__c')!.keyPrefix, alone);
});

test('text, number and date fields keep their sizes', () => {
  assert.equal(fieldOf('A__c', 'Text', '<length>40</length>').length, 40);
  assert.equal(fieldOf('A__c', 'TextArea').length, 255);
  const long = fieldOf('A__c', 'LongTextArea', '<length>32768</length><visibleLines>3</visibleLines>');
  assert.deepEqual([long.kind, long.length, long.filterable], ['textarea', 32768, false]);
  const number = fieldOf('A__c', 'Number', '<precision>18</precision><scale>2</scale>');
  assert.deepEqual([number.kind, number.precision, number.scale], ['double', 18, 2]);
  assert.equal(fieldOf('A__c', 'DateTime').kind, 'datetime');
});

test('unique, external and case-sensitive fields say so', () => {
  const field = fieldOf(
    'Key__c',
    'Text',
    '<length>18</length><unique>true</unique><externalId>true</externalId><caseSensitive>true</caseSensitive>',
  );
  assert.deepEqual([field.unique, field.externalId, field.caseSensitive], [true, true, true]);
});

test('constant defaults are kept as text; a checkbox without one is false', () => {
  assert.equal(fieldOf('A__c', 'Checkbox', '<defaultValue>true</defaultValue>').defaultValue, 'true');
  assert.equal(fieldOf('A__c', 'Checkbox').defaultValue, 'false');
  assert.equal(fieldOf('A__c', 'Number', '<precision>3</precision><scale>0</scale><defaultValue>7</defaultValue>').defaultValue, '7');
  assert.equal(fieldOf('A__c', 'Text', '<length>9</length><defaultValue>&quot;new&quot;</defaultValue>').defaultValue, 'new');
});

test('a default that is a formula is kept as its text', () => {
  const field = fieldOf('A__c', 'Date', '<defaultValue>TODAY()</defaultValue>');
  assert.deepEqual([field.defaultFormula, field.defaultValue, field.defaultedOnCreate], ['TODAY()', null, true]);
});

test('picklists have their values, labels, default and restriction', () => {
  const field = fieldOf(
    'State__c',
    'Picklist',
    '<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>New</fullName><default>true</default><label>Brand new</label></value><value><fullName>Old</fullName><default>false</default><label>Old</label><isActive>false</isActive></value></valueSetDefinition></valueSet>',
  );
  assert.equal(field.restrictedPicklist, true);
  assert.equal(field.defaultValue, 'New');
  assert.deepEqual(field.picklist, [
    { value: 'New', label: 'Brand new', active: true, isDefault: true },
    { value: 'Old', label: 'Old', active: false, isDefault: false },
  ]);
});

test('a picklist may take its values from a global value set', () => {
  const set =
    '<GlobalValueSet><masterLabel>Colours</masterLabel><sorted>false</sorted><customValue><fullName>Red</fullName><default>false</default><label>Red</label></customValue></GlobalValueSet>';
  const files = widget(
    { Colour__c: ['Picklist', '<valueSet><valueSetName>Colours</valueSetName></valueSet>'] },
    { 'app/globalValueSets/Colours.globalValueSet-meta.xml': set },
  );
  const { schema, problems } = buildSchema(files, 'standard');
  assert.deepEqual(problems, []);
  assert.deepEqual(
    schema
      .object('Widget__c')!
      .field('Colour__c')!
      .picklist.map(({ value }) => value),
    ['Red'],
  );
});

test('lookups relate both ways, by the names with __r', () => {
  const { schema } = buildSchema(
    widget({
      Contact__c: [
        'Lookup',
        '<referenceTo>Contact</referenceTo><relationshipName>Widgets</relationshipName><deleteConstraint>Restrict</deleteConstraint>',
      ],
    }),
    'standard',
  );
  assert.equal(schema.object('Widget__c')!.parent('contact__r')!.name, 'Contact__c');
  assert.equal(schema.object('Widget__c')!.field('Contact__c')!.onParentDelete, 'restrict');
  assert.deepEqual(schema.object('Contact')!.child('Widgets__r'), { name: 'Widgets__r', object: 'Widget__c', field: 'Contact__c' });
});

test('a detail has no owner, is controlled by its parent and goes with it', () => {
  const { schema } = buildSchema(
    widget({ Account__c: ['MasterDetail', '<referenceTo>Account</referenceTo><relationshipName>Widgets</relationshipName>'] }),
    'standard',
  );
  const object = schema.object('Widget__c')!;
  const field = object.field('Account__c')!;
  assert.equal(object.field('OwnerId'), undefined);
  assert.equal(object.sharingModel, 'ControlledByParent');
  assert.deepEqual([field.masterDetail, field.nillable, field.updateable, field.onParentDelete], [true, false, false, 'cascade']);
});

test('auto-numbered names and formula fields cannot be written', () => {
  const object =
    '<CustomObject><label>W</label><nameField><displayFormat>W-{0000}</displayFormat><label>No</label><type>AutoNumber</type></nameField></CustomObject>';
  const { schema } = buildSchema(
    project({
      'o/objects/W__c/W__c.object-meta.xml': object,
      'o/objects/W__c/fields/F__c.field-meta.xml': fieldFile('F__c', 'Text', '<formula>Name</formula>'),
    }),
    'standard',
  );
  const [name, formula] = [schema.object('W__c')!.field('Name')!, schema.object('W__c')!.field('F__c')!];
  assert.deepEqual([name.autoNumber, name.createable, name.label], ['W-{0000}', false, 'No']);
  assert.deepEqual([formula.formula, formula.createable, formula.updateable], ['Name', false, false]);
});

test('platform events, custom metadata types and custom settings are told by name and content', () => {
  const { schema, problems } = buildSchema(
    project({
      'o/objects/A__e/A__e.object-meta.xml':
        '<CustomObject><label>A</label><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>',
      'o/objects/B__mdt/B__mdt.object-meta.xml': '<CustomObject><label>B</label></CustomObject>',
      'o/objects/C__c/C__c.object-meta.xml':
        '<CustomObject><label>C</label><customSettingsType>Hierarchy</customSettingsType></CustomObject>',
    }),
    'standard',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [schema.object('A__e')!.kind, schema.object('A__e')!.publishBehavior, schema.object('A__e')!.field('EventUuid')?.kind],
    ['event', 'PublishAfterCommit', 'string'],
  );
  assert.deepEqual(
    [schema.object('B__mdt')!.kind, schema.object('B__mdt')!.createable, schema.object('B__mdt')!.keyPrefix[0]],
    ['customMetadata', false, 'm'],
  );
  assert.deepEqual([schema.object('C__c')!.kind, schema.object('C__c')!.settingsType], ['customSetting', 'Hierarchy']);
});

test('standard objects take custom fields, record types and a sharing model', () => {
  const { schema, problems } = buildSchema(
    project({
      'o/objects/User/fields/Item__c.field-meta.xml': fieldFile('Item__c', 'Text', '<length>18</length>'),
      'o/objects/Account/Account.object-meta.xml': '<CustomObject><sharingModel>Private</sharingModel></CustomObject>',
      'o/objects/Account/recordTypes/Partner.recordType-meta.xml':
        '<RecordType><fullName>Partner</fullName><active>true</active><label>Partner</label></RecordType>',
    }),
    'standard',
  );
  assert.deepEqual(problems, []);
  assert.equal(schema.object('User')!.field('item__c')!.custom, true);
  assert.equal(schema.object('Account')!.sharingModel, 'Private');
  assert.equal(schema.object('Account')!.field('RecordTypeId')!.kind, 'reference');
  assert.equal(schema.object('Contact')!.field('RecordTypeId'), undefined);
});

for (const [type, body] of [
  ['Location', '<scale>2</scale>'],
  ['EncryptedText', '<length>9</length>'],
] as const)
  test(`fields of type ${type} are refused by name`, () => {
    const { problems } = buildSchema(widget({ A__c: [type, body] }), 'standard');
    assert.deepEqual(
      problems.map(({ kind, message, path }) => [kind, message, path]),
      [['notSupported', `field type ${type} of Widget__c.A__c`, 'app/objects/Widget__c/fields/A__c.field-meta.xml']],
    );
  });

test('metadata relationships lead from custom metadata types to their like and to definitions of objects and fields', () => {
  const type = (to: string, more = ''): string => fieldFile('To__c', 'MetadataRelationship', `<referenceTo>${to}</referenceTo>${more}`);
  const built = (object: string, to: string) =>
    buildSchema(
      project({
        'o/objects/A__mdt/A__mdt.object-meta.xml': '<CustomObject><label>A</label></CustomObject>',
        'o/objects/B__mdt/B__mdt.object-meta.xml': '<CustomObject><label>B</label></CustomObject>',
        'o/objects/C__c/C__c.object-meta.xml': objectFile(),
        [`o/objects/${object}/fields/To__c.field-meta.xml`]: type(to, '<relationshipName>As</relationshipName>'),
      }),
      'standard',
    );
  const toType = built('A__mdt', 'B__mdt');
  assert.deepEqual(toType.problems, []);
  assert.equal(toType.schema.object('A__mdt')!.field('To__c')!.kind, 'reference');
  assert.equal(toType.schema.object('B__mdt')!.child('As__r')!.object, 'A__mdt');
  const toObject = built('A__mdt', 'EntityDefinition').schema.object('A__mdt')!.field('To__c')!;
  assert.deepEqual([toObject.kind, toObject.relationshipName], ['string', 'To__r']);
  const problems = (object: string, to: string): readonly string[] => built(object, to).problems.map(({ message }) => message);
  assert.deepEqual(problems('A__mdt', 'C__c'), ['metadata relationship to C__c of A__mdt.To__c']);
  assert.deepEqual(problems('C__c', 'B__mdt'), ['metadata relationship to B__mdt of C__c.To__c']);
  assert.deepEqual(problems('A__mdt', 'Gone__mdt'), ['In field: referenceTo - no CustomObject named Gone__mdt found']);
});

test('a roll-up summary takes the type of what it summarises; over a lookup or with filters that are not modelled it is refused', () => {
  const summary = (operation: string, more = ''): string =>
    `<summarizedField>Part__c.Price__c</summarizedField>${more}<summaryForeignKey>Part__c.Widget__c</summaryForeignKey><summaryOperation>${operation}</summaryOperation>`;
  const withParts = (link: string, body: string) =>
    buildSchema(
      widget(
        { Total__c: ['Summary', body] },
        {
          'o/objects/Part__c/Part__c.object-meta.xml': objectFile(),
          'o/objects/Part__c/fields/Price__c.field-meta.xml': fieldFile('Price__c', 'Currency', '<precision>9</precision><scale>2</scale>'),
          'o/objects/Part__c/fields/Day__c.field-meta.xml': fieldFile('Day__c', 'Date'),
          'o/objects/Part__c/fields/Widget__c.field-meta.xml': fieldFile(
            'Widget__c',
            link,
            '<referenceTo>Widget__c</referenceTo><relationshipName>Parts</relationshipName>',
          ),
        },
      ),
      'standard',
    );
  const { schema, problems } = withParts('MasterDetail', summary('sum'));
  assert.deepEqual(problems, []);
  const total = schema.object('Widget__c')?.field('Total__c');
  assert.deepEqual([total?.kind, total?.scale, total?.createable, total?.updateable], ['currency', 2, false, false]);
  const messages = (link: string, body: string): readonly string[] => withParts(link, body).problems.map(({ message }) => message);
  assert.deepEqual(messages('Lookup', summary('sum')), [
    'roll-up summary Widget__c.Total__c over a lookup that is no master-detail relationship',
  ]);
  const byDay =
    '<summaryFilterItems><field>Part__c.Day__c</field><operation>equals</operation><value>1/1/2026</value></summaryFilterItems>';
  assert.deepEqual(messages('MasterDetail', summary('sum', byDay)), ['roll-up summary Widget__c.Total__c filtered by Day__c equals']);
});
