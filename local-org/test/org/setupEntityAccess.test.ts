import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg } from '../../index.ts';
import { failures, files } from '../helpers/project.ts';

const permission = `<?xml version="1.0" encoding="UTF-8"?>
<CustomPermission xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Fly</label>
</CustomPermission>
`;

const source = `@IsTest
private class FlyTest {
  @IsTest
  static void grants() {
    User me = new User(Id = UserInfo.getUserId());
    Assert.isFalse(FeatureManagement.checkPermission('Fly'));
    System.runAs(me) {
      PermissionSet wings = new PermissionSet(Name = 'Wings', Label = 'Wings');
      insert as system wings;
      Id fly = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Fly' WITH SYSTEM_MODE].Id;
      insert as system new SetupEntityAccess(ParentId = wings.Id, SetupEntityId = fly);
      insert as system new PermissionSetAssignment(AssigneeId = me.Id, PermissionSetId = wings.Id);
    }
    Assert.areEqual('CustomPermission', [SELECT SetupEntityType FROM SetupEntityAccess WHERE Parent.Name = 'Wings' WITH SYSTEM_MODE].SetupEntityType);
    Assert.isTrue(FeatureManagement.checkPermission('Fly'));
  }
}`;

test('access to a custom permission, given by DML, counts at once', () => {
  const org = openOrg({ file: null, cache: null });
  const project = new Map(files({ classes: { FlyTest: source } }));
  project.set('customPermissions/Fly.customPermission-meta.xml', Buffer.from(permission));
  assert.equal(org.deploy(project).success, true);
  assert.deepEqual(failures(org), []);
  org.close();
});
