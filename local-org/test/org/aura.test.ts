/** `@AuraEnabled` methods as Lightning components call them. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ADMIN, orgWith } from '../helpers/project.ts';

const org = orgWith({
  classes: {
    Door: `public with sharing class Door {
      public class Answer {
        @AuraEnabled public String text;
        @AuraEnabled public Integer size { get; set; }
        @AuraEnabled public Datetime at;
        @AuraEnabled public List<Id> ids = new List<Id>();
        @AuraEnabled public Map<String, Decimal> sums = new Map<String, Decimal>();
        public String secret = 'not for the page';
      }
      @AuraEnabled public static Answer describe(String text, List<String> parts, Boolean loud, Integer size) {
        Answer answer = new Answer();
        answer.text = String.join(parts, text) + (loud == true ? '!' : '');
        answer.size = size;
        answer.at = Datetime.newInstanceGmt(2026, 1, 2, 3, 4, 5);
        answer.sums.put('a', 1.50);
        return answer;
      }
      @AuraEnabled public static void nothing() {}
      @AuraEnabled(cacheable=true) public static Integer kept() { return [SELECT COUNT() FROM User]; }
      @AuraEnabled(cacheable=true) public static void writes() { insert as system new Account(Name = 'A'); }
      @AuraEnabled public static void handled() { throw new AuraHandledException('For the page'); }
      @AuraEnabled public static Integer unhandled() { return 1 / Integer.valueOf('0'); }
      @AuraEnabled public static Contact person() { return new Contact(); }
      public static String hidden() { return 'hidden'; }
    }`,
  },
});
after(() => org.close());
const [profile] = org.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
org.insert(ADMIN, 'User', [
  {
    Username: 'plain@example.com',
    Email: 'plain@example.com',
    LastName: 'Plain',
    Alias: 'plain',
    ProfileId: String(profile?.['Id']),
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    TimeZoneSidKey: 'Europe/Lisbon',
    EmailEncodingKey: 'UTF-8',
  },
]);

test('parameters come by name; fields that are not @AuraEnabled stay away, and so do those without a value', () => {
  assert.deepEqual(org.aura(ADMIN, 'Door', 'describe', { text: '-', parts: ['a', 'b'], loud: true }), {
    ok: true,
    value: { text: 'a-b!', at: '2026-01-02T03:04:05.000Z', ids: [], sums: { a: 1.5 } },
  });
  assert.deepEqual(org.aura(ADMIN, 'Door', 'nothing', {}), { ok: true, value: null });
});

test('a method that is not @AuraEnabled does not exist, and neither does one of another case', () => {
  for (const method of ['hidden', 'Nothing', 'toString'])
    assert.deepEqual(org.aura(ADMIN, 'Door', method, {}), {
      ok: false,
      status: 404,
      body: { message: `There is no @AuraEnabled method Door.${method}.` },
    });
  assert.equal(org.aura(ADMIN, 'Nobody', 'nothing', {}).ok, false);
});

test('a parameter that the method does not have is refused', () => {
  assert.deepEqual(org.aura(ADMIN, 'Door', 'describe', { txt: '' }), {
    ok: false,
    status: 400,
    body: { message: 'Door.describe has no parameter txt.' },
  });
});

test('whoever has no access to the class is refused', () => {
  assert.deepEqual(org.aura('plain@example.com', 'Door', 'nothing', {}), {
    ok: false,
    status: 403,
    body: { message: "You do not have access to the Apex class named 'Door'." },
  });
  const [set] = org.insert(ADMIN, 'PermissionSet', [{ Name: 'Door', Label: 'Door' }]);
  const [door] = org.query("SELECT Id FROM ApexClass WHERE Name = 'Door'");
  org.insert(ADMIN, 'SetupEntityAccess', [{ ParentId: set!, SetupEntityId: String(door?.['Id']) }]);
  const [user] = org.query("SELECT Id FROM User WHERE Username = 'plain@example.com'");
  org.insert(ADMIN, 'PermissionSetAssignment', [{ PermissionSetId: set!, AssigneeId: String(user?.['Id']) }]);
  assert.equal(org.aura('plain@example.com', 'Door', 'nothing', {}).ok, true);
});

test('a component is told the message of an AuraHandledException alone, of others type and stack too', () => {
  assert.deepEqual(org.aura(ADMIN, 'Door', 'handled', {}), { ok: false, status: 500, body: { message: 'For the page' } });
  const answer = org.aura(ADMIN, 'Door', 'unhandled', {});
  assert.ok(!answer.ok);
  assert.deepEqual([answer.body.message, answer.body['exceptionType']], ['Divide by 0', 'System.MathException']);
});

test('an answer that is not modelled is refused by name', () => {
  assert.throws(() => org.aura(ADMIN, 'Door', 'person', {}), /Contact as the answer of an @AuraEnabled method/);
});

test('a cacheable method may read and not write', () => {
  assert.equal(org.aura(ADMIN, 'Door', 'kept', {}).ok, true);
  const answer = org.aura(ADMIN, 'Door', 'writes', {});
  assert.deepEqual(answer.ok ? null : answer.body.message, 'Too many DML statements: 1');
  assert.equal(org.query('SELECT Id FROM Account').length, 0);
});
