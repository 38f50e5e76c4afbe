import assert from 'node:assert/strict';
import { test } from 'node:test';
import { link } from '../../src/runtime/link.ts';
import type { Rights } from '../../src/runtime/ports.ts';
import { runIn } from '../../src/runtime/transaction.ts';
import { toText } from '../../src/runtime/toText.ts';
import { buildSchema } from '../../src/schema/schema.ts';
import { library } from '../../src/standard/registry.ts';
import { emitted, transactionOf } from '../helpers/apex.ts';
import { project, widget } from './project.ts';

const files = new Map([
  ...widget(
    {
      State__c: [
        'Picklist',
        '<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>New</fullName><default>true</default><label>Brand new</label></value></valueSetDefinition></valueSet>',
      ],
      Size__c: ['Number', '<precision>7</precision><scale>2</scale><defaultValue>5</defaultValue>'],
      Contact__c: ['Lookup', '<referenceTo>Contact</referenceTo><relationshipName>Widgets</relationshipName>'],
    },
    {
      'app/objects/Widget__c/recordTypes/Big.recordType-meta.xml':
        '<RecordType><fullName>Big</fullName><active>true</active><label>Big one</label></RecordType>',
    },
  ),
  ...project({
    'o/objects/P__mdt/P__mdt.object-meta.xml': '<CustomObject><label>P</label></CustomObject>',
    'o/objects/P__mdt/fields/N__c.field-meta.xml':
      '<CustomField><fullName>N__c</fullName><label>N</label><type>Number</type><precision>5</precision><scale>1</scale></CustomField>',
    'o/objects/P__mdt/fields/Long__c.field-meta.xml':
      '<CustomField><fullName>Long__c</fullName><label>L</label><type>LongTextArea</type><length>1000</length></CustomField>',
    'm/P.First.md-meta.xml': `<CustomMetadata><label>The first</label><values><field>N__c</field><value>2</value></values><values><field>Long__c</field><value>${'x'.repeat(300)}</value></values></CustomMetadata>`,
  }),
]);
const { schema, problems } = buildSchema(files, 'standard');

/** Everything but what is named: `Contact`, `Contact.Email`. */
function rightsWithout(...denied: readonly string[]): Rights {
  const may = (name: string): boolean => !denied.includes(name);
  return {
    object: (name) => ({ create: may(name), read: may(name), edit: may(name), delete: may(name), viewAll: false, modifyAll: false }),
    field: (object, name) => ({ read: may(`${object}.${name}`), create: may(`${object}.${name}`), edit: may(`${object}.${name}`) }),
    customPermission: () => false,
    apexClass: () => false,
    userPermission: () => false,
  };
}

/** Text of what the body returns. */
function apex(body: string, rights: Rights = rightsWithout()): string {
  const units = emitted([`public class Probe { public static Object run() { ${body} } }`], schema);
  const program = link(units, library);
  const transaction = transactionOf(program, { schema });
  return runIn({ ...transaction, data: { ...transaction.data, rights } }, () => toText(program.callStatic('Probe', 'run$', [])));
}

test('the schema of these tests has no problems', () => assert.deepEqual(problems, []));

test('tokens of the same object or field are the same', () => {
  assert.equal(apex(`return Contact.SObjectType == Schema.getGlobalDescribe().get('contact');`), 'true');
  assert.equal(apex(`return Contact.Email == Contact.SObjectType.getDescribe().fields.getMap().get('EMAIL');`), 'true');
  assert.equal(apex(`return Contact.SObjectType == Account.SObjectType;`), 'false');
  assert.equal(apex(`return new Map<Schema.SObjectField, String>{ Contact.Email => 'mail' }.get(Contact.Email);`), 'mail');
});

test('tokens print their name', () => {
  assert.equal(apex(`return Widget__c.SObjectType + ' ' + Widget__c.State__c;`), 'Widget__c State__c');
});

test('keys of describe maps are lower case, and found in any case', () => {
  assert.equal(apex(`return Widget__c.SObjectType.getDescribe().fields.getMap().keySet().contains('state__c');`), 'true');
  assert.equal(apex(`return Schema.getGlobalDescribe().containsKey('WIDGET__C');`), 'true');
  assert.equal(apex(`return Schema.getGlobalDescribe().get('Nothing__c');`), 'null');
});

test("the map of fields is the caller's own: what is done to it nobody else sees", () => {
  const changes = `
    Map<String, Schema.SObjectField> mine = Contact.SObjectType.getDescribe().fields.getMap();
    Map<String, Schema.SObjectField> other = Contact.SObjectType.getDescribe().fields.getMap();
    mine.remove('Email');
    mine.put('Phone', null);
    Map<String, Schema.SObjectField> later = Contact.SObjectType.getDescribe().fields.getMap();`;
  assert.equal(apex(`${changes} return mine.get('Email') == null && mine.containsKey('Phone') && mine.get('Phone') == null;`), 'true');
  assert.equal(apex(`${changes} mine.clear(); return other.get('Email') != null && other.get('Phone') != null;`), 'true');
  assert.equal(apex(`${changes} return later.get('Email') != null && later.get('Phone') != null;`), 'true');
});

test('an object describes itself', () => {
  assert.equal(
    apex(
      `Schema.DescribeSObjectResult d = Schema.SObjectType.Widget__c; return d.getName() + '|' + d.getLabel() + '|' + d.getLabelPlural() + '|' + d.isCustom() + '|' + d.getKeyPrefix().length();`,
    ),
    'Widget__c|Widget|Widgets|true|3',
  );
  assert.equal(apex(`return Contact.SObjectType.getDescribe().getKeyPrefix();`), '003');
});

test('a field describes itself', () => {
  assert.equal(
    apex(
      `Schema.DescribeFieldResult d = Schema.SObjectType.User.fields.Username; return d.getLength() + '|' + d.getType() + '|' + d.getSoapType() + '|' + d.isNillable() + '|' + d.getLabel();`,
    ),
    '80|STRING|STRING|false|Username',
  );
  assert.equal(
    apex(
      `Schema.DescribeFieldResult d = Widget__c.Size__c.getDescribe(); return d.getPrecision() + '|' + d.getScale() + '|' + d.getType();`,
    ),
    '7|2|DOUBLE',
  );
  assert.equal(
    apex(
      `Schema.DescribeFieldResult d = Widget__c.Contact__c.getDescribe(); return d.getReferenceTo() + '|' + d.getRelationshipName() + '|' + d.getType();`,
    ),
    '(Contact)|Contact__r|REFERENCE',
  );
});

test('picklist entries have value, label and default', () => {
  assert.equal(
    apex(
      `Schema.PicklistEntry e = Widget__c.State__c.getDescribe().getPicklistValues()[0]; return e.getValue() + '|' + e.getLabel() + '|' + e.isDefaultValue() + '|' + e.isActive();`,
    ),
    'New|Brand new|true|true',
  );
});

test('child relationships name the object, the field and the relationship; unnamed ones are there too', () => {
  assert.equal(
    apex(
      `String found; for (Schema.ChildRelationship r : Contact.SObjectType.getDescribe().getChildRelationships()) { if (r.getChildSObject() == Widget__c.SObjectType) { found = r.getRelationshipName() + '|' + r.getField(); } } return found;`,
    ),
    'Widgets__r|Contact__c',
  );
  assert.equal(
    apex(
      `for (Schema.ChildRelationship r : User.SObjectType.getDescribe().getChildRelationships()) { if (r.getField() == Widget__c.CreatedById) { return r.getRelationshipName(); } } return 'none';`,
    ),
    'null',
  );
});

test('accessible, createable and updateable are the running user’s', () => {
  const rights = rightsWithout('Contact', 'Account.Phone');
  assert.equal(
    apex(`return Contact.SObjectType.getDescribe().isAccessible() + '|' + Account.SObjectType.getDescribe().isAccessible();`, rights),
    'false|true',
  );
  assert.equal(
    apex(`return Account.Phone.getDescribe().isAccessible() + '|' + Account.Name.getDescribe().isUpdateable();`, rights),
    'false|true',
  );
});

test('a field that nobody may write is neither createable nor updateable', () => {
  assert.equal(
    apex(
      `Schema.DescribeFieldResult d = User.UserType.getDescribe(); return d.isAccessible() + '|' + d.isCreateable() + '|' + d.isUpdateable();`,
    ),
    'true|false|false',
  );
  assert.equal(
    apex(`return User.IsPortalEnabled.getDescribe().isCreateable() + '|' + User.IsPortalEnabled.getDescribe().isUpdateable();`),
    'false|true',
  );
});

test('newSObject makes a record, with an id or with the defaults', () => {
  assert.equal(apex(`return Contact.SObjectType.newSObject('003000000000001').Id;`), '003000000000001AAA');
  assert.equal(
    apex(`Widget__c w = (Widget__c) Widget__c.SObjectType.newSObject(null, true); return w.State__c + '|' + w.Size__c;`),
    'New|5.00',
  );
});

test('describeSObjects describes what is named and refuses what is not there', () => {
  assert.equal(apex(`return Schema.describeSObjects(new List<String>{ 'contact', 'Account' })[1].getName();`), 'Account');
  assert.throws(() => apex(`return Schema.describeSObjects(new List<String>{ 'Nope' });`), /Nope/);
});

test('record types are known by developer name; who may use them is not modelled', () => {
  assert.equal(apex(`return Schema.SObjectType.Widget__c.getRecordTypeInfosByDeveloperName().get('Big').getName();`), 'Big one');
  assert.equal(
    apex(`return Schema.SObjectType.Widget__c.getRecordTypeInfosByDeveloperName().get('Big').getRecordTypeId().to15().substring(0, 3);`),
    '012',
  );
  assert.throws(
    () => apex(`return Schema.SObjectType.Widget__c.getRecordTypeInfosByDeveloperName().get('Big').isAvailable();`),
    /NotSupported/,
  );
  assert.equal(apex(`return Schema.SObjectType.Contact.getRecordTypeInfos()[0].isMaster();`), 'true');
});

const contact = `Contact c = new Contact(LastName = 'L', Email = 'a@b.test', Phone = '1');`;

test('stripInaccessible takes out what the user may not touch, and says what and where', () => {
  const rights = rightsWithout('Contact.Email', 'Contact.Phone');
  assert.equal(
    apex(
      `${contact} SObjectAccessDecision d = Security.stripInaccessible(AccessType.CREATABLE, new List<Contact>{ new Contact(LastName = 'M'), c }); return d.getRecords() + '|' + d.getModifiedIndexes() + '|' + d.getRemovedFields();`,
      rights,
    ),
    '(Contact:{LastName=M}, Contact:{LastName=L})|{1}|{Contact={Email, Phone}}',
  );
});

test('stripInaccessible leaves the records given alone', () => {
  assert.equal(
    apex(
      `${contact} Security.stripInaccessible(AccessType.READABLE, new List<Contact>{ c }); return c.Email;`,
      rightsWithout('Contact.Email'),
    ),
    'a@b.test',
  );
});

test('stripInaccessible asks for the object first, unless told not to', () => {
  const rights = rightsWithout('Contact');
  assert.throws(
    () => apex(`${contact} return Security.stripInaccessible(AccessType.READABLE, new List<Contact>{ c });`, rights),
    /No access to entity: Contact/,
  );
  assert.equal(
    apex(`${contact} return Security.stripInaccessible(AccessType.READABLE, new List<Contact>{ c }, false).getRecords().size();`, rights),
    '1',
  );
});

test('read-only fields are not creatable, the id always stays', () => {
  assert.equal(
    apex(
      `User u = new User(Id = '005000000000001AAA', LastName = 'L', IsPortalEnabled = true); return Security.stripInaccessible(AccessType.CREATABLE, new List<User>{ u }).getRecords();`,
    ),
    '(User:{Id=005000000000001AAA, LastName=L})',
  );
});

test('custom metadata is found by developer name in any case, by id, and all of it by name', () => {
  assert.equal(
    apex(`P__mdt p = P__mdt.getInstance('FIRST'); return p.DeveloperName + '|' + p.MasterLabel + '|' + p.N__c;`),
    'First|The first|2.0',
  );
  assert.equal(apex(`return P__mdt.getInstance(String.valueOf(P__mdt.getInstance('First').Id)).N__c;`), '2.0');
  assert.equal(apex(`return P__mdt.getInstance('Second');`), 'null');
  assert.equal(apex(`return P__mdt.getAll().keySet();`), '{First}');
});

test('getInstance shows the first 255 characters of a long text', () => {
  assert.equal(apex(`return P__mdt.getInstance('First').Long__c.length();`), '255');
});
