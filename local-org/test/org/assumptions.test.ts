/** Positions of assumption switches that only a whole org can show; those of DML rules are tested in test/dml. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assumptions, type Org } from '../../index.ts';
import { ADMIN, failures, files, orgWith, text, type Project } from '../helpers/project.ts';

const encode = (body: string): Uint8Array => new TextEncoder().encode(body);
const xml = (type: string, body: string): Uint8Array =>
  encode(`<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`);

test('every switch has a default among two positions or more, a question and a probe', () => {
  for (const { name, positions, default: usual, question, probe, evidence } of assumptions) {
    assert.ok(positions.length >= 2 && positions.some((position) => position.name === usual), name);
    assert.ok(question.endsWith('?') && probe !== '' && evidence !== '', name);
  }
  assert.equal(new Set(assumptions.map(({ name }) => name)).size, assumptions.length);
});

test('every position that is not the usual one is shown by a test', () => {
  const folder = join(import.meta.dirname, '..');
  const texts = globSync('**/*.test.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
  for (const { name, positions, default: usual } of assumptions) {
    const about = texts.filter((text) => text.includes(name));
    for (const { name: position } of positions)
      if (position !== usual)
        assert.ok(
          about.some((text) => text.includes(`'${position}'`)),
          `${name} = ${position}`,
        );
  }
});

const colleague = `User colleague = new User(Username = 'c@switch.test', LastName = 'C', Email = 'c@switch.test', Alias = 'c', TimeZoneSidKey = 'GMT',
  LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User' WITH SYSTEM_MODE].Id);
insert as system colleague;`;

const project: Project = {
  events: { Told__e: { Note__c: text(20) } },
  objects: { Heard__c: { Note__c: text(80) } },
  triggers: {
    Told: `trigger Told on Told__e (after insert) { insert as user new Account(Name = 'Told'); }`,
    Died: `trigger Died on BatchApexErrorEvent (after insert) { insert as system new Heard__c(Name = String.valueOf(Trigger.new.size())); }`,
  },
  batchSizes: { Died: 1 },
  classes: {
    Dying: `public with sharing class Dying implements Database.Batchable<Integer>, Database.RaisesPlatformEvents {
  public List<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
  public void execute(Database.BatchableContext context, List<Integer> scope) { throw new IllegalArgumentException('dies'); }
  public void finish(Database.BatchableContext context) {}
  public static void go() { Database.executeBatch(new Dying(), 1); }
}`,
    Closing: `public without sharing class Closing implements Queueable, Finalizer {
  public void execute(QueueableContext context) { System.attachFinalizer(this); insert as system new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Knocker' WITH SYSTEM_MODE].Id); }
  public void execute(FinalizerContext context) { insert as system new Account(Name = 'A'); }
}`,
    Switches: `@IsTest
private class Switches {
  @IsTest
  static void finalizerWritesAfterSetupRecords() {
    Test.startTest();
    System.enqueueJob(new Closing());
    Test.stopTest();
  }
  @IsTest
  static void publishesWithoutCreate() {
    ${colleague}
    System.runAs(colleague) {
      Database.SaveResult one = EventBus.publish(new Told__e(Note__c = 'a'));
      List<Database.SaveResult> two = EventBus.publish(new List<Told__e>{ new Told__e(), new Told__e() });
      Assert.isTrue(one.isSuccess() && two[0].isSuccess() && two.size() == 2, String.valueOf(one.getErrors()));
    }
  }
  @IsTest
  static void ownAssignmentCountsAtOnce() {
    Assert.isFalse(FeatureManagement.checkPermission('Knock'));
    insert as system new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Knocker' WITH SYSTEM_MODE].Id);
    Boolean atOnce = FeatureManagement.checkPermission('Knock');
    System.runAs(new User(Id = UserInfo.getUserId())) {
      Assert.isTrue(FeatureManagement.checkPermission('Knock'), 'not even in runAs');
    }
    Assert.isTrue(atOnce, 'not at once');
  }
  @IsTest
  static void resetsBesideOtherDml() {
    ${colleague}
    insert as system new Account(Name = 'A');
    System.resetPassword(colleague.Id, false);
  }
  @IsTest
  static void resetsBeforeOtherDml() {
    ${colleague}
    System.setPassword(colleague.Id, 'secret word 1');
    insert as system new Account(Name = 'A');
  }
  @IsTest
  static void resetsWithoutManageUsers() {
    ${colleague}
    System.runAs(colleague) { System.resetPassword(UserInfo.getUserId(), false); }
  }
  @IsTest
  static void groupsAreKnownByTheirMembers() {
    insert as system new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetGroupId = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Doors' WITH SYSTEM_MODE].Id);
    System.runAs(new User(Id = UserInfo.getUserId())) { Assert.isTrue(FeatureManagement.checkPermission('Knock')); }
    PermissionSetAssignment made = [SELECT PermissionSetId FROM PermissionSetAssignment WHERE PermissionSetGroupId != NULL WITH SYSTEM_MODE];
    Assert.isNull(made.PermissionSetId, 'names a set');
    Assert.areEqual(1, [SELECT COUNT() FROM SetupEntityAccess WHERE SetupEntityType = 'CustomPermission' AND Parent.IsOwnedByProfile = FALSE WITH SYSTEM_MODE]);
  }
}`,
  },
};

function org(positions: Readonly<Record<string, string>> = {}): Org {
  // Jobs first: events pile up.
  const made = orgWith(
    {},
    {
      positions,
      order: (ready) =>
        Math.max(
          0,
          ready.findIndex((step) => step.kind !== 'event'),
        ),
    },
  );
  const all = new Map([
    ...files(project),
    ['customPermissions/Knock.customPermission-meta.xml', xml('CustomPermission', '<label>Knock</label>')],
    [
      'permissionsets/Knocker.permissionset-meta.xml',
      xml(
        'PermissionSet',
        '<customPermissions><enabled>true</enabled><name>Knock</name></customPermissions><hasActivationRequired>false</hasActivationRequired><label>Knocker</label>',
      ),
    ],
    [
      'permissionsetgroups/Doors.permissionsetgroup-meta.xml',
      xml('PermissionSetGroup', '<label>Doors</label><permissionSets>Knocker</permissionSets><status>Updated</status>'),
    ],
  ]);
  const { problems } = made.deploy(all, { strict: true });
  assert.deepEqual(problems, []);
  return made;
}

const cases: readonly (readonly [positions: Readonly<Record<string, string>>, failing: readonly RegExp[]])[] = [
  [{}, []],
  [{ eventPublishChecksCreate: 'yes' }, [/^publishesWithoutCreate: .*INSUFFICIENT_ACCESS_OR_READONLY/]],
  [{ assignmentsInTest: 'withRunAs' }, [/^ownAssignmentCountsAtOnce: .*not at once/]],
  [{ resetPasswordMixed: 'setup' }, [/^resetsBesideOtherDml: .*MIXED_DML_OPERATION/, /^resetsBeforeOtherDml: .*MIXED_DML_OPERATION/]],
  [{ operatorPrivileges: 'refused' }, [/^resetsWithoutManageUsers: .*INSUFFICIENT_ACCESS/]],
  [{ operatorPrivileges: 'assignmentsRefused' }, []],
  [{ finalizerDmlContext: 'shared' }, [/^finalizerWritesAfterSetupRecords: .*MIXED_DML_OPERATION/]],
  [{ groupSetupAccess: 'aggregate' }, [/^groupsAreKnownByTheirMembers: .*names a set/]],
];

for (const [positions, failing] of cases)
  test(`${JSON.stringify(positions)}: what Apex sees of it`, () => {
    const made = org(positions);
    const found = failures(made, 'Switches');
    assert.equal(found.length, failing.length, found.join('\n'));
    failing.forEach((pattern, i) => assert.match(found[i] ?? '', pattern));
    made.close();
  });

for (const [position, batches] of [
  ['honoured', ['1', '1', '1']],
  ['ignored', ['3']],
] as const)
  test(`batchErrorSubscriberConfig = ${position}: events of chunks that died`, async () => {
    const made = org({ batchErrorSubscriberConfig: position });
    made.call(ADMIN, 'Dying', 'go', []);
    await made.settle();
    assert.deepEqual(
      made.query('SELECT Name FROM Heard__c').map((row) => row['Name']),
      batches,
    );
    made.close();
  });

for (const [position, made] of [
  ['everything', 1],
  ['nothing', 0],
] as const)
  test(`automatedProcessUserMode = ${position}: what a trigger on an event may do in user mode`, async () => {
    const opened = org({ automatedProcessUserMode: position });
    opened.executeAnonymous(ADMIN, 'EventBus.publish(new Told__e());');
    await opened.settle();
    assert.equal(opened.query("SELECT Id FROM Account WHERE Name = 'Told'").length, made);
    opened.close();
  });

for (const [position, seen] of [
  ['own', 'false'],
  ['shared', 'true'],
] as const)
  test(`eventTriggerStatics = ${position}: whether a trigger on an event sees what the test set`, () => {
    const made = orgWith(
      {
        events: { Told__e: { Note__c: text(20) } },
        classes: {
          Flag: 'public class Flag { public static Boolean up = false; }',
          FlagTest: `@IsTest private class FlagTest { @IsTest static void sets() {
            Flag.up = true; EventBus.publish(new Told__e()); Test.getEventBus().deliver();
            Assert.isTrue(Flag.up); Assert.areEqual('${seen}', [SELECT Name FROM Account WITH SYSTEM_MODE].Name);
          } }`,
        },
        triggers: { Told: 'trigger Told on Told__e (after insert) { insert as system new Account(Name = String.valueOf(Flag.up)); }' },
      },
      { positions: { eventTriggerStatics: position } },
    );
    assert.deepEqual(failures(made), []);
    made.close();
  });
