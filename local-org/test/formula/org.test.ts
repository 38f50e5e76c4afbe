/** Formulas and rules as an org has them: deployed, read by SOQL, enforced by DML. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg, type Org } from '../../index.ts';
import { files, failures, number, text, type Project } from '../helpers/project.ts';

const xml = (type: string, body: string): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`,
  );

const escaped = (formula: string): string => formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const formulaField = (type: string, formula: string, more = ''): string =>
  `<formula>${escaped(formula)}</formula>${more}<label>F</label>${type}`;
const textType = '<type>Text</type>';
const numberType = '<precision>18</precision><scale>2</scale><type>Number</type>';
const asBlank = '<formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>';

interface Rule {
  readonly object: string;
  readonly formula: string;
  readonly message: string;
  readonly field?: string;
  readonly active?: boolean;
}

function withRules(project: Project, rules: Readonly<Record<string, Rule>>): ReadonlyMap<string, Uint8Array> {
  const all = new Map(files(project));
  for (const [name, { object, formula, message, field, active = true }] of Object.entries(rules))
    all.set(
      `objects/${object}/validationRules/${name}.validationRule-meta.xml`,
      xml(
        'ValidationRule',
        `<fullName>${name}</fullName><active>${active}</active><errorConditionFormula>${escaped(formula)}</errorConditionFormula>${
          field === undefined ? '' : `<errorDisplayField>${field}</errorDisplayField>`
        }<errorMessage>${message}</errorMessage>`,
      ),
    );
  return all;
}

function orgOf(source: ReadonlyMap<string, Uint8Array>): Org {
  const org = openOrg({ file: null, cache: null });
  const { problems } = org.deploy(source);
  assert.deepEqual(
    problems.map(({ path, message }) => `${path}: ${message}`),
    [],
  );
  return org;
}

const inTest = (body: string): string => `@IsTest private class T { @IsTest static void t() {\n${body}\n} }`;

function passes(project: Project, body: string, rules: Readonly<Record<string, Rule>> = {}): void {
  const org = orgOf(withRules({ ...project, classes: { ...project.classes, T: inTest(body) } }, rules));
  assert.deepEqual(failures(org), []);
  org.close();
}

const lookup = (to: string, children: string): string =>
  `<label>L</label><referenceTo>${to}</referenceTo><relationshipName>${children}</relationshipName><type>Lookup</type>`;

const shop: Project = {
  objects: {
    Item__c: {
      Price__c: number,
      Count__c: number,
      Kind__c: text(20),
      Buyer__c: lookup('Contact', 'Items'),
      Total__c: formulaField(numberType, 'Price__c * Count__c', asBlank),
      Sum__c: formulaField(numberType, 'Price__c + Count__c'),
      Ratio__c: formulaField(numberType, 'Price__c / Count__c'),
      Size__c: formulaField(textType, 'IF(Total__c > 100, "big", "small")'),
      Buyer_Account__c: formulaField(textType, 'Buyer__r.Account.Name'),
      Dear__c: formulaField('<type>Checkbox</type>', 'Price__c > 50'),
    },
  },
};

test('SOQL reads formula fields: selected, filtered, sorted, grouped and counted', () => {
  passes(
    shop,
    `insert new List<Item__c>{
      new Item__c(Name = 'a', Price__c = 60, Count__c = 2),
      new Item__c(Name = 'b', Price__c = 10, Count__c = 3),
      new Item__c(Name = 'c', Price__c = 7)
    };
    List<Item__c> items = [SELECT Name, Total__c, Sum__c, Size__c, Dear__c FROM Item__c ORDER BY Total__c DESC NULLS LAST];
    Assert.areEqual('a', items[0].Name);
    Assert.areEqual(120.00, items[0].Total__c);
    Assert.areEqual('big', items[0].Size__c);
    Assert.isTrue(items[0].Dear__c);
    Assert.isNull(items[2].Total__c, 'blank as blank');
    Assert.areEqual(7.00, items[2].Sum__c, 'blank as zero');
    Assert.isFalse(items[2].Dear__c);
    Assert.areEqual(1, [SELECT COUNT() FROM Item__c WHERE Size__c = 'BIG']);
    Assert.areEqual(2, [SELECT COUNT() FROM Item__c WHERE Total__c > 20]);
    Assert.areEqual(1, [SELECT COUNT() FROM Item__c WHERE Total__c = null]);
    Assert.areEqual(1, [SELECT COUNT() FROM Item__c WHERE Dear__c = true]);
    List<AggregateResult> groups = [SELECT Size__c size, SUM(Total__c) total FROM Item__c GROUP BY Size__c ORDER BY Size__c];
    Assert.areEqual('big', groups[0].get('size'));
    Assert.areEqual(30.00, groups[1].get('total'));`,
  );
});

test('owners, creators, ids and dates of a record; sub-queries, parents and aggregates of them', () => {
  passes(
    {
      objects: {
        Box__c: {
          Owner_Name__c: formulaField(textType, 'Owner:User.Username'),
          Key__c: formulaField(textType, 'Id & "/" & CASESAFEID(Id)'),
          Made__c: formulaField('<type>Date</type>', 'DATEVALUE(CreatedDate)'),
          Author__c: formulaField(textType, 'CreatedBy.Profile.Name'),
          Account__c: lookup('Account', 'Boxes'),
        },
      },
    },
    `Account a = new Account(Name = 'Acme'); insert a;
    insert new List<Box__c>{ new Box__c(Account__c = a.Id), new Box__c() };
    Box__c box = [SELECT Owner_Name__c, Key__c, Made__c, Author__c FROM Box__c WHERE Account__c != null];
    Assert.areEqual(UserInfo.getUserName(), box.Owner_Name__c);
    Assert.areEqual(String.valueOf(box.Id).left(15) + '/' + box.Id, box.Key__c);
    Assert.areEqual(Date.today(), box.Made__c);
    Assert.areEqual('System Administrator', box.Author__c);
    Assert.areEqual(box.Key__c, [SELECT Id, (SELECT Key__c FROM Boxes__r WHERE Author__c LIKE 'system%') FROM Account].Boxes__r[0].Key__c);
    Assert.areEqual(2, [SELECT COUNT() FROM Box__c WHERE Made__c = TODAY]);
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Id IN (SELECT Account__c FROM Box__c WHERE Owner_Name__c = :UserInfo.getUserName())]);
    Assert.areEqual(Date.today(), [SELECT MAX(Made__c) latest FROM Box__c][0].get('latest'));
    Assert.areEqual(2, [SELECT Made__c, COUNT(Id) boxes FROM Box__c GROUP BY Made__c][0].get('boxes'));`,
  );
});

test('a division by zero leaves the field blank', () => {
  passes(
    shop,
    `insert new Item__c(Price__c = 1, Count__c = 0);
    Assert.isNull([SELECT Ratio__c FROM Item__c].Ratio__c);`,
  );
});

test('formulas reach over lookups, and are reached over them', () => {
  passes(
    {
      objects: {
        ...shop.objects,
        Part__c: { Item__c: lookup('Item__c', 'Parts'), Account__c: formulaField(textType, 'Item__r.Buyer_Account__c & "!"') },
      },
    },
    `Account a = new Account(Name = 'Acme'); insert a;
    Contact c = new Contact(LastName = 'B', AccountId = a.Id); insert c;
    Item__c item = new Item__c(Buyer__c = c.Id, Price__c = 51); insert item;
    insert new List<Part__c>{ new Part__c(Name = '1', Item__c = item.Id), new Part__c(Name = '2') };
    List<Part__c> parts = [SELECT Account__c, Item__r.Buyer_Account__c, Item__r.Dear__c FROM Part__c ORDER BY Name];
    Assert.areEqual('Acme!', parts[0].Account__c);
    Assert.areEqual('Acme', parts[0].Item__r.Buyer_Account__c);
    Assert.isTrue(parts[0].Item__r.Dear__c);
    Assert.areEqual('!', parts[1].Account__c);
    Assert.areEqual(1, [SELECT COUNT() FROM Part__c WHERE Item__r.Buyer_Account__c = 'acme']);
    Assert.areEqual(1, [SELECT Id, (SELECT Account__c FROM Parts__r) FROM Item__c].Parts__r.size());`,
  );
});

test('a record in memory has no calculated values until it is queried; a clone of a queried one can be inserted', () => {
  passes(
    shop,
    `Item__c item = new Item__c(Price__c = 2, Count__c = 3);
    insert item;
    Assert.isNull(item.Total__c);
    Item__c again = [SELECT Name, Price__c, Count__c, Total__c FROM Item__c];
    Assert.areEqual(6.00, again.Total__c);
    again.Price__c = 5;
    Assert.areEqual(6.00, again.Total__c);
    update again;
    Item__c copy = again.clone(false, true);
    insert copy;
    Assert.areEqual(2, [SELECT COUNT() FROM Item__c WHERE Total__c = 15]);
    Assert.isTrue(Item__c.Total__c.getDescribe().isCalculated());
    Assert.isFalse(Item__c.Total__c.getDescribe().isCreateable());`,
  );
});

test('triggers see what was calculated when they began, after-triggers what the before-triggers made of it', () => {
  passes(
    {
      ...shop,
      triggers: {
        Watch: `trigger Watch on Item__c (before insert, after insert, before update) {
          for (Item__c item : Trigger.new) {
            if (Trigger.isAfter) { Log.lines.add('after ' + item.Total__c); continue; }
            Log.lines.add('before ' + item.Total__c + (Trigger.isUpdate ? ' was ' + Trigger.oldMap.get(item.Id).Total__c : ''));
            item.Count__c += 1;
            Log.lines.add('then ' + item.Total__c);
          }
        }`,
      },
      classes: { Log: 'public class Log { public static List<String> lines = new List<String>(); }' },
    },
    `insert new Item__c(Price__c = 10, Count__c = 1);
    update new Item__c(Id = [SELECT Id FROM Item__c].Id, Price__c = 100);
    Assert.areEqual(new List<String>{ 'before 10.00', 'then 10.00', 'after 20.00', 'before 200.00 was 20.00', 'then 200.00' }, Log.lines);`,
  );
});

const positive: Rule = { object: 'Item__c', formula: 'Price__c < 0', message: 'No negative prices', field: 'Price__c' };

test('a violated rule fails the row, with its message on its field', () => {
  passes(
    shop,
    `try { insert new Item__c(Price__c = -1); Assert.fail(); } catch (DmlException e) {
      Assert.areEqual('Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, No negative prices: [Price__c]', e.getMessage());
      Assert.areEqual(StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION, e.getDmlType(0));
      Assert.areEqual('No negative prices', e.getDmlMessage(0));
    }
    List<Database.SaveResult> results = Database.insert(new List<Item__c>{ new Item__c(Price__c = 1), new Item__c(Price__c = -1), new Item__c() }, false);
    Assert.isTrue(results[0].isSuccess());
    Assert.isFalse(results[1].isSuccess());
    Assert.isTrue(results[2].isSuccess(), 'blank is not below zero');
    Assert.areEqual(2, [SELECT COUNT() FROM Item__c]);`,
    { Positive: positive },
  );
});

test('several rules speak at once; inactive ones are silent', () => {
  passes(
    shop,
    `Database.SaveResult result = Database.insert(new Item__c(Price__c = -1, Count__c = 0), false);
    Assert.areEqual(2, result.getErrors().size());
    Assert.areEqual('None', result.getErrors()[0].getMessage());
    Assert.areEqual(new List<String>(), result.getErrors()[0].getFields());
    Assert.areEqual(new List<String>{ 'Price__c' }, result.getErrors()[1].getFields());`,
    {
      Positive: positive,
      None: { object: 'Item__c', formula: 'Count__c = 0', message: 'None' },
      Sleeping: { object: 'Item__c', formula: 'TRUE', message: 'Never', active: false },
    },
  );
});

test('rules come after before-triggers and know what changed', () => {
  passes(
    {
      ...shop,
      triggers: {
        Mend: `trigger Mend on Item__c (before insert, before update) { for (Item__c item : Trigger.new) if (item.Price__c < 0) item.Price__c = 0; }`,
      },
    },
    `Item__c item = new Item__c(Price__c = -1, Kind__c = 'a');
    insert item;
    item.Kind__c = 'b';
    Database.SaveResult result = Database.update(item, false);
    Assert.areEqual('From a to b', result.getErrors()[0].getMessage());
    item.Kind__c = 'a';
    item.Count__c = 4;
    update item;`,
    {
      Positive: positive,
      Frozen: { object: 'Item__c', formula: 'AND(NOT(ISNEW()), ISCHANGED(Kind__c), PRIORVALUE(Kind__c) = "a")', message: 'From a to b' },
    },
  );
});

test('rules of standard objects: accounts, contacts with their accounts, users with their profiles', () => {
  passes(
    {},
    `Assert.isFalse(Database.insert(new Account(Name = 'x', NumberOfEmployees = -5), false).isSuccess());
    Account locked = new Account(Name = 'Locked');
    insert locked;
    Database.SaveResult contact = Database.insert(new Contact(LastName = 'C', AccountId = locked.Id), false);
    Assert.areEqual('Account is locked', contact.getErrors()[0].getMessage());
    Assert.isTrue(Database.insert(new Contact(LastName = 'C'), false).isSuccess());
    User me = new User(Id = UserInfo.getUserId(), Title = 'Boss');
    System.runAs(me) {
      Database.SaveResult user = Database.update(me, false);
      Assert.areEqual('No bosses', user.getErrors()[0].getMessage());
      Assert.areEqual(new List<String>{ 'Title' }, user.getErrors()[0].getFields());
    }`,
    {
      Staff: { object: 'Account', formula: 'NumberOfEmployees < 0', message: 'Negative staff' },
      Locked: { object: 'Contact', formula: 'Account.Name = "Locked"', message: 'Account is locked' },
      Boss: {
        object: 'User',
        formula: 'AND($Profile.Name = "System Administrator", Title = "Boss", $User.Id = Id)',
        message: 'No bosses',
        field: 'Title',
      },
    },
  );
});

test('default values that are formulas', () => {
  passes(
    {
      objects: {
        Item__c: {
          Due__c: '<defaultValue>TODAY() + 7</defaultValue><label>Due</label><type>Date</type>',
          Maker__c: '<defaultValue>"by " &amp; $User.LastName</defaultValue><label>Maker</label><length>80</length><type>Text</type>',
        },
      },
    },
    `insert new List<Item__c>{ new Item__c(Name = 'a'), new Item__c(Name = 'b', Maker__c = 'x', Due__c = null) };
    List<Item__c> items = [SELECT Due__c, Maker__c FROM Item__c ORDER BY Name];
    Assert.areEqual(Date.today().addDays(7), items[0].Due__c);
    Assert.areEqual('by ' + UserInfo.getLastName(), items[0].Maker__c);
    Assert.isNull(items[1].Due__c);
    Assert.areEqual('x', items[1].Maker__c);`,
  );
});

test('Formula.recalculateFormulas calculates in memory, and asks the store for what is missing', () => {
  passes(
    shop,
    `Account a = new Account(Name = 'Acme'); insert a;
    Contact c = new Contact(LastName = 'B', AccountId = a.Id); insert c;
    Item__c item = new Item__c(Price__c = 60, Count__c = 3, Buyer__c = c.Id);
    Integer before = Limits.getQueries();
    List<FormulaRecalcResult> results = Formula.recalculateFormulas(new List<Item__c>{ item });
    Assert.areEqual(before + 1, Limits.getQueries());
    Assert.isTrue(results[0].isSuccess());
    Assert.areEqual(180.00, item.Total__c);
    Assert.areEqual('Acme', item.Buyer_Account__c);
    insert item;
    Item__c half = [SELECT Price__c FROM Item__c];
    half.Price__c = 10;
    Formula.recalculateFormulas(new List<Item__c>{ half });
    Assert.areEqual(30.00, half.Total__c);`,
  );
});

test('FormulaEval calculates a formula of its own from a record in memory', () => {
  passes(
    shop,
    `FormulaEval.FormulaInstance f = Formula.builder()
      .withType(Item__c.SObjectType)
      .withReturnType(FormulaEval.FormulaReturnType.STRING)
      .withFormula('IF(Price__c > 5, Kind__c & "/" & Buyer__r.LastName, "cheap")')
      .build();
    Assert.areEqual('a/B', f.evaluate(new Item__c(Price__c = 6, Kind__c = 'a', Buyer__r = new Contact(LastName = 'B'))));
    Assert.areEqual('cheap', f.evaluate(new Item__c(Price__c = 5)));
    Assert.isTrue(f.getReferencedFields().contains('Buyer__r.LastName'));
    Object sum = Formula.builder().withType(Item__c.class).withReturnType(FormulaEval.FormulaReturnType.INTEGER)
      .withFormula('Price__c + Count__c').treatNumericNullAsZero(true).build().evaluate(new Item__c(Price__c = 2));
    Assert.areEqual(2, sum);
    try {
      Formula.builder().withType(Item__c.class).withReturnType(FormulaEval.FormulaReturnType.BOOLEAN).withFormula('Colour__c').build();
      Assert.fail();
    } catch (Exception e) {
      Assert.areEqual('Field Colour__c does not exist. Check spelling.', e.getMessage());
    }`,
  );
});

test('globals: settings by their hierarchy, custom metadata, labels, permissions', () => {
  const all = new Map(
    withRules(
      {
        objects: {
          Item__c: {
            ...shop.objects?.['Item__c'],
            Rate__c: formulaField(numberType, '$CustomMetadata.Rate__mdt.High.Value__c * 2'),
            Hello__c: formulaField(textType, '$Label.Hello & " " & $User.LastName'),
          },
        },
        classes: {
          T: inTest(`
            insert new Most__c(SetupOwnerId = UserInfo.getOrganizationId(), Price__c = 100);
            Assert.isFalse(Database.insert(new Item__c(Price__c = 101), false).isSuccess());
            insert new Most__c(SetupOwnerId = UserInfo.getUserId(), Price__c = 200);
            insert new Item__c(Price__c = 101);
            Item__c item = [SELECT Rate__c, Hello__c FROM Item__c];
            Assert.areEqual(3.00, item.Rate__c);
            Assert.areEqual('Good day ' + UserInfo.getLastName(), item.Hello__c);
            System.runAs(new User(Id = UserInfo.getUserId())) {
              PermissionSet bypass = new PermissionSet(Name = 'Bypass', Label = 'Bypass');
              insert as system bypass;
              Id permission = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Bypass' WITH SYSTEM_MODE].Id;
              insert as system new SetupEntityAccess(ParentId = bypass.Id, SetupEntityId = permission);
              insert as system new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = bypass.Id);
            }
            insert new Item__c(Price__c = 1000);`),
        },
      },
      {
        Most: { object: 'Item__c', formula: 'AND(Price__c > $Setup.Most__c.Price__c, NOT($Permission.Bypass))', message: 'Too dear' },
      },
    ),
  );
  const field = (name: string, body: string): Uint8Array => xml('CustomField', `<fullName>${name}</fullName>${body}`);
  all.set(
    'objects/Most__c/Most__c.object-meta.xml',
    xml('CustomObject', '<customSettingsType>Hierarchy</customSettingsType><label>Most</label>'),
  );
  all.set('objects/Most__c/fields/Price__c.field-meta.xml', field('Price__c', number));
  all.set('objects/Rate__mdt/Rate__mdt.object-meta.xml', xml('CustomObject', '<label>Rate</label><pluralLabel>Rates</pluralLabel>'));
  all.set(
    'objects/Rate__mdt/fields/Value__c.field-meta.xml',
    field('Value__c', '<label>V</label><precision>5</precision><scale>2</scale><type>Number</type>'),
  );
  all.set(
    'customMetadata/Rate.High.md-meta.xml',
    new TextEncoder().encode(
      '<?xml version="1.0" encoding="UTF-8"?><CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>High</label><protected>false</protected><values><field>Value__c</field><value xsi:type="xsd:double">1.5</value></values></CustomMetadata>',
    ),
  );
  all.set('customPermissions/Bypass.customPermission-meta.xml', xml('CustomPermission', '<label>Bypass</label>'));
  all.set(
    'labels/CustomLabels.labels-meta.xml',
    xml(
      'CustomLabels',
      '<labels><fullName>Hello</fullName><language>en_US</language><protected>false</protected><shortDescription>Hello</shortDescription><value>Good day</value></labels>',
    ),
  );
  const org = orgOf(all);
  assert.deepEqual(failures(org), []);
  org.close();
});

test('a deploy refuses a formula that is wrong, with the file it stands in', () => {
  const org = openOrg({ file: null, cache: null });
  const { problems } = org.deploy(
    withRules(
      { objects: { Item__c: { A__c: formulaField(numberType, '"a" & "b"'), B__c: formulaField(textType, 'VLOOKUP(Name, Name, Name)') } } },
      {
        Wrong: { object: 'Item__c', formula: 'Colour__c = 1', message: 'x' },
        Odd: { object: 'Item__c', formula: '1 + 1', message: 'x' },
        Nowhere: { object: 'Item__c', formula: 'TRUE', message: 'x', field: 'Gone__c' },
      },
    ),
  );
  assert.deepEqual(
    problems.map(({ path, message, kind }) => `${kind} ${path.split('/').at(-1)?.split('.')[0]}: ${message}`),
    [
      'error A__c: Formula result is data type (Text), incompatible with expected data type (Number).',
      'notSupported B__c: formula function VLOOKUP',
      'error Nowhere: Field Gone__c does not exist. Check spelling.',
      'error Odd: Formula result is data type (Number), incompatible with expected data type (true or false).',
      'error Wrong: Field Colour__c does not exist. Check spelling.',
    ],
  );
  org.close();
});
