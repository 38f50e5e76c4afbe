/** Roll-up summary fields. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg } from '../../index.ts';
import { ApexDecimal } from '../../src/runtime/values/numbers.ts';
import { ADMIN, failures, files, number, type Project } from '../helpers/project.ts';

const xml = (type: string, body: string): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`,
  );

const master = (to: string, children: string, order = 0): string =>
  `<label>M</label><referenceTo>${to}</referenceTo><relationshipName>${children}</relationshipName><relationshipOrder>${order}</relationshipOrder><reparentableMasterDetail>true</reparentableMasterDetail><type>MasterDetail</type><writeRequiresMasterRead>false</writeRequiresMasterRead>`;

const summary = (operation: string, field: string | null, filters = '', child = 'Line__c', key = 'Cart__c'): string =>
  `<label>S</label>${field === null ? '' : `<summarizedField>${child}.${field}</summarizedField>`}${filters}<summaryForeignKey>${child}.${key}</summaryForeignKey><summaryOperation>${operation}</summaryOperation><type>Summary</type>`;

const filter = (field: string, operation: string, value: string): string =>
  `<summaryFilterItems><field>Line__c.${field}</field><operation>${operation}</operation><value>${value}</value></summaryFilterItems>`;

const shop: Project = {
  objects: {
    Customer__c: { Spent__c: summary('sum', 'Total__c', '', 'Cart__c', 'Customer__c') },
    Cart__c: {
      Customer__c: master('Customer__c', 'Carts'),
      Lines__c: summary('count', null),
      Total__c: summary('sum', 'Amount__c'),
      Least__c: summary('min', 'Price__c'),
      Latest__c: summary('max', 'Day__c'),
      Dear__c: summary('count', null, filter('Price__c', 'greaterThan', '50') + filter('Gift__c', 'equals', 'False')),
    },
    Line__c: {
      Cart__c: master('Cart__c', 'Lines'),
      Price__c: number,
      Count__c: number,
      Day__c: '<label>Day</label><type>Date</type>',
      Gift__c: '<defaultValue>false</defaultValue><label>Gift</label><type>Checkbox</type>',
      Amount__c: '<formula>Price__c * Count__c</formula><label>A</label><precision>18</precision><scale>2</scale><type>Number</type>',
    },
  },
};

function run(body: string, more: Partial<Project> = {}, rules: Readonly<Record<string, string>> = {}): void {
  const org = openOrg({ file: null, cache: null });
  const all = new Map(
    files({
      ...shop,
      ...more,
      classes: {
        ...more.classes,
        T: `@IsTest private class T { @IsTest static void t() {
      Customer__c customer = new Customer__c(Name = 'c'); insert as system customer;
      Cart__c cart = new Cart__c(Name = 'one', Customer__c = customer.Id); insert as system cart;
      ${body} } }`,
      },
    }),
  );
  // Detail records have no owner and take their sharing from the master.
  for (const name of ['Cart__c', 'Line__c']) {
    const path = `objects/${name}/${name}.object-meta.xml`;
    all.set(path, new TextEncoder().encode(new TextDecoder().decode(all.get(path)).replace('ReadWrite', 'ControlledByParent')));
  }
  // Required fields have no field permissions.
  const profile = new TextDecoder().decode(all.get('profiles/Admin.profile-meta.xml'));
  const required =
    /<fieldPermissions><editable>true<\/editable><field>(?:Cart__c\.Customer__c|Line__c\.Cart__c)<\/field><readable>true<\/readable><\/fieldPermissions>/g;
  all.set('profiles/Admin.profile-meta.xml', new TextEncoder().encode(profile.replace(required, '')));
  for (const [object, rule] of Object.entries(rules))
    all.set(`objects/${object}/validationRules/R.validationRule-meta.xml`, xml('ValidationRule', rule));
  const { problems } = org.deploy(all);
  assert.deepEqual(
    problems.map(({ path, message }) => `${path}: ${message}`),
    [],
  );
  assert.deepEqual(failures(org), []);
  org.close();
}

const ask = `[SELECT Lines__c, Total__c, Least__c, Latest__c, Dear__c, Customer__r.Spent__c FROM Cart__c WHERE Name = 'one']`;

test('children are counted and added up, formula fields too, and grandparents follow', () => {
  run(`
    Cart__c empty = ${ask};
    Assert.areEqual(0, empty.Lines__c);
    Assert.areEqual(0, empty.Total__c);
    Assert.isNull(empty.Least__c);
    List<Line__c> lines = new List<Line__c>{
      new Line__c(Cart__c = cart.Id, Price__c = 60, Count__c = 2, Day__c = Date.newInstance(2026, 1, 2)),
      new Line__c(Cart__c = cart.Id, Price__c = 5, Count__c = 1, Day__c = Date.newInstance(2026, 3, 4)),
      new Line__c(Cart__c = cart.Id, Price__c = 70, Count__c = 1, Gift__c = true)
    };
    insert as system lines;
    Cart__c full = ${ask};
    Assert.areEqual(3, full.Lines__c);
    Assert.areEqual(195, full.Total__c);
    Assert.areEqual(5, full.Least__c);
    Assert.areEqual(Date.newInstance(2026, 3, 4), full.Latest__c);
    Assert.areEqual(1, full.Dear__c);
    Assert.areEqual(195, full.Customer__r.Spent__c);
    lines[0].Count__c = 1;
    update as system lines[0];
    Assert.areEqual(135, ${ask}.Total__c);
    delete as system lines[1];
    Assert.areEqual(60, ${ask}.Least__c);
    undelete as system lines[1];
    Assert.areEqual(5, ${ask}.Least__c);
    Assert.areEqual(135, ${ask}.Customer__r.Spent__c);
  `);
});

test('a child that moves leaves one parent and joins another', () => {
  run(`
    Cart__c other = new Cart__c(Name = 'two', Customer__c = customer.Id); insert as system other;
    Line__c line = new Line__c(Cart__c = cart.Id, Price__c = 3, Count__c = 1); insert as system line;
    update as system new Line__c(Id = line.Id, Cart__c = other.Id);
    Assert.areEqual(0, ${ask}.Lines__c);
    Assert.areEqual(3, [SELECT Total__c FROM Cart__c WHERE Name = 'two'].Total__c);
    delete as system other;
    Assert.areEqual(0, ${ask}.Customer__r.Spent__c);
  `);
});

test('a parent whose summary changed is saved: its triggers fire, its rules may refuse the child', () => {
  run(
    `
    insert as system new Line__c(Cart__c = cart.Id, Price__c = 10, Count__c = 1);
    Assert.areEqual(new List<String>{ '0 to 10.00' }, Log.lines);
    Database.SaveResult result = Database.insert(new Line__c(Cart__c = cart.Id, Price__c = 91, Count__c = 1), false, AccessLevel.SYSTEM_MODE);
    Assert.areEqual('Too much', result.getErrors()[0].getMessage());
    Assert.areEqual(1, [SELECT COUNT() FROM Line__c]);
    insert as system new Line__c(Cart__c = cart.Id);
    `,
    {
      triggers: {
        Watch: `trigger Watch on Cart__c (after update) { for (Cart__c c : Trigger.new) if (c.Total__c != Trigger.oldMap.get(c.Id).Total__c) Log.lines.add(Trigger.oldMap.get(c.Id).Total__c.setScale(0) + ' to ' + c.Total__c); }`,
      },
      classes: { Log: 'public class Log { public static List<String> lines = new List<String>(); }' },
    },
    {
      Cart__c:
        '<fullName>R</fullName><active>true</active><errorConditionFormula>Total__c &gt; 100</errorConditionFormula><errorMessage>Too much</errorMessage>',
    },
  );
});

test('nobody writes a summary, and describe says that it is calculated', () => {
  run(`
    Assert.isTrue(Cart__c.Total__c.getDescribe().isCalculated());
    Assert.isFalse(Cart__c.Total__c.getDescribe().isUpdateable());
    Assert.areEqual(2, Cart__c.Total__c.getDescribe().getScale());
    Cart__c copy = [SELECT Name, Customer__c, Total__c FROM Cart__c].clone(false, true);
    insert as system copy;
    Assert.areEqual(0, [SELECT Total__c FROM Cart__c WHERE Id = :copy.Id].Total__c);
    Cart__c stale = [SELECT Total__c FROM Cart__c WHERE Name = 'one' LIMIT 1];
    insert as system new Line__c(Cart__c = stale.Id, Price__c = 4, Count__c = 1);
    stale.Name = 'other';
    update as system stale;
    Assert.areEqual(4, [SELECT Total__c FROM Cart__c WHERE Id = :stale.Id].Total__c);
  `);
});

test('a summary that is deployed later counts what is already there', () => {
  const org = openOrg({ file: null, cache: null });
  const detail = (all: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> => {
    const path = 'objects/Line__c/Line__c.object-meta.xml';
    const text = new TextDecoder().decode(all.get(path)).replace('ReadWrite', 'ControlledByParent');
    const made = new Map(all).set(path, new TextEncoder().encode(text));
    made.delete('profiles/Admin.profile-meta.xml');
    return made;
  };
  const objects = { Cart__c: {}, Line__c: { Cart__c: master('Cart__c', 'Lines'), Price__c: number } };
  const tools =
    'public class Tools { public static void fill() { Cart__c c = new Cart__c(); insert as system c; insert as system new List<Line__c>{ new Line__c(Cart__c = c.Id, Price__c = 2), new Line__c(Cart__c = c.Id, Price__c = 3) }; } public static Decimal total() { return [SELECT Total__c FROM Cart__c WITH SYSTEM_MODE].Total__c; } }';
  const first = tools.replace(/ public static Decimal total.*$/, ' }');
  assert.deepEqual(org.deploy(detail(files({ objects, classes: { Tools: first } }))).problems, []);
  org.call(ADMIN, 'Tools', 'fill', []);
  const later = files({ objects: { ...objects, Cart__c: { Total__c: summary('sum', 'Price__c') } }, classes: { Tools: tools } });
  assert.deepEqual(org.deploy(detail(later)).problems, []);
  assert.equal(String((org.call(ADMIN, 'Tools', 'total', []) as ApexDecimal).value.toPlainString()), '5');
  org.close();
});
