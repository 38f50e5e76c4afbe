/** The platform around the language: System, UserInfo, Limits, Request, FeatureManagement, trigger variables. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADMIN, failures, orgWith, text } from '../helpers/project.ts';

/** 05:30 on New Year's Eve in Los Angeles, where the administrator is. */
const NOW = Date.UTC(2025, 11, 31, 13, 30);
const lines: { readonly level: string; readonly text: string; readonly line: number }[] = [];

const org = orgWith(
  {
    objects: { Thing__c: { Note__c: text(80) } },
    triggers: {
      Things: `trigger Things on Thing__c (before insert, after insert, before update, after update, before delete, after delete, after undelete) {
  System.debug(Trigger.operationType + ' ' + Trigger.size + ' new ' + (Trigger.new == null ? null : Trigger.new.size()) + ' old ' + (Trigger.old == null ? null : Trigger.old.size())
    + ' newMap ' + (Trigger.newMap == null ? null : Trigger.newMap.size()) + ' oldMap ' + (Trigger.oldMap == null ? null : Trigger.oldMap.size())
    + ' ' + Trigger.isBefore + Trigger.isInsert + Trigger.isUndelete + Trigger.isExecuting + (Trigger.new === Trigger.new));
}`,
    },
    classes: {
      Writer: `public with sharing class Writer {
  public static void write() {
    Thing__c thing = new Thing__c(Name = 'x');
    insert thing;
    update thing;
    delete thing;
    undelete thing;
  }
  public static void log() {
    System.debug('one');
    System.debug(LoggingLevel.WARN, new List<Integer>{ 1, 2 });
  }
  public static String place() {
    return Request.getCurrent().getQuiddity().name() + ' ' + System.isBatch() + (Request.getCurrent().getRequestId() != null) + Test.isRunningTest() + Trigger.isExecuting + (Trigger.new == null);
  }
  public static void runAs() { User other = [SELECT Id FROM User LIMIT 1]; System.runAs(other) { System.debug('never'); } }
}`,
      PlatformTest: `@IsTest
private class PlatformTest {
  @IsTest static void clock() {
    Assert.areEqual(Datetime.newInstanceGmt(2025, 12, 31, 13, 30, 0), System.now());
    Assert.areEqual(Date.newInstance(2025, 12, 31), System.today());
    Assert.areEqual(${NOW}L, System.currentTimeMillis());
  }
  @IsTest static void todayIsTheUsersDay() {
    User tokyo = [SELECT Id FROM User WHERE Username = '${ADMIN}'];
    tokyo.TimeZoneSidKey = 'Asia/Tokyo';
    update tokyo;
    Assert.areEqual(Date.newInstance(2025, 12, 31), System.today());
    tokyo.TimeZoneSidKey = 'Pacific/Auckland';
    update tokyo;
    Assert.areEqual(Date.newInstance(2026, 1, 1), System.today());
  }
  @IsTest static void userInfo() {
    User me = [SELECT Id, ProfileId, UserRoleId, FirstName, LastName, Name, Email FROM User WHERE Username = '${ADMIN}'];
    Assert.areEqual(me.Id, UserInfo.getUserId());
    Assert.areEqual(me.ProfileId, UserInfo.getProfileId());
    Assert.areEqual(me.UserRoleId, UserInfo.getUserRoleId());
    Assert.areEqual(me.Name, UserInfo.getName());
    Assert.areEqual('en_US', UserInfo.getLocale());
    Assert.areEqual('America/Los_Angeles', UserInfo.getTimeZone().getID());
    Assert.areEqual([SELECT Id FROM Organization].Id, UserInfo.getOrganizationId());
    Assert.areEqual('Standard', UserInfo.getUserType());
    Assert.isFalse(UserInfo.isMultiCurrencyOrganization());
  }
  @IsTest static void countsWhatIsUsed() {
    Integer n = [SELECT COUNT() FROM Account];
    insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
    Assert.areEqual(1, Limits.getQueries());
    Assert.areEqual(1, Limits.getDmlStatements());
    Assert.areEqual(2, Limits.getDmlRows());
    Assert.areEqual(100, Limits.getLimitQueries());
    Assert.areEqual(150, Limits.getLimitDmlStatements());
    Assert.areEqual(10000, Limits.getLimitCpuTime());
    Assert.isTrue(Limits.getCpuTime() >= 0);
  }
  @IsTest static void customPermissions() {
    Assert.isFalse(FeatureManagement.checkPermission('No_Such_Permission'));
  }
  @IsTest static void assertionsCompareNumbersByValueAndStringsExactly() {
    System.assertEquals(100, 100.00);
    System.assertEquals(1, 1L);
    System.assertNotEquals('a', 'A');
    System.assert(System.equals('a', 'a'));
    Assert.areEqual(100, 100.0);
  }
  @IsTest static void passwords() {
    System.setPassword(UserInfo.getUserId(), 'long enough');
    try {
      System.setPassword(UserInfo.getUserId(), 'short');
      Assert.fail('accepted');
    } catch (InvalidParameterValueException e) {
      Assert.isTrue(e.getMessage().contains('8 characters'));
    }
    try {
      System.resetPassword('005000000000000AAA', false);
      Assert.fail('no such user');
    } catch (InvalidParameterValueException e) {
      Assert.isTrue(e.getMessage().contains('INVALID_USER_ID'));
    }
  }
  @IsTest static void runAsTakesAUserByItsId() {
    Integer before = Limits.getQueries();
    User admin = new User(Id = UserInfo.getUserId());
    System.runAs(admin) { Assert.areEqual('${ADMIN}', UserInfo.getUserName()); }
  }
}`,
    },
  },
  { settings: { clock: () => NOW }, log: (line) => lines.push(line) },
);

test('the platform library as Apex sees it', () => assert.deepEqual(failures(org, 'PlatformTest'), []));

test('trigger variables of every event', () => {
  lines.length = 0;
  org.call(ADMIN, 'Writer', 'write', []);
  assert.deepEqual(
    lines.map((line) => line.text),
    [
      'BEFORE_INSERT 1 new 1 old null newMap null oldMap null truetruefalsetruetrue',
      'AFTER_INSERT 1 new 1 old null newMap 1 oldMap null falsetruefalsetruetrue',
      'BEFORE_UPDATE 1 new 1 old 1 newMap 1 oldMap 1 truefalsefalsetruetrue',
      'AFTER_UPDATE 1 new 1 old 1 newMap 1 oldMap 1 falsefalsefalsetruetrue',
      'BEFORE_DELETE 1 new null old 1 newMap null oldMap 1 truefalsefalsetruetrue',
      'AFTER_DELETE 1 new null old 1 newMap null oldMap 1 falsefalsefalsetruetrue',
      'AFTER_UNDELETE 1 new 1 old null newMap 1 oldMap null falsefalsetruetruetrue',
    ],
  );
});

test('debug lines carry level, text and line', () => {
  lines.length = 0;
  org.call(ADMIN, 'Writer', 'log', []);
  assert.deepEqual(lines, [
    { level: 'DEBUG', text: 'one', line: 10 },
    { level: 'WARN', text: '(1, 2)', line: 11 },
  ]);
});

test('outside of tests and triggers', () => {
  assert.equal(org.call(ADMIN, 'Writer', 'place', []), 'SYNCHRONOUS falsetruefalsefalsetrue');
  assert.throws(() => org.call(ADMIN, 'Writer', 'runAs', []), /Test methods must be used|runAs/);
});
