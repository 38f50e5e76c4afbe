/** Custom settings: hierarchies merge from the user up, lists are asked by name. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openOrg } from '../../index.ts';
import { failures, files } from '../helpers/project.ts';

const xml = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;
const setting = (type: string, label: string): string =>
  xml('CustomObject', `<customSettingsType>${type}</customSettingsType><label>${label}</label><visibility>Public</visibility>`);
const checkbox = xml('CustomField', '<fullName>On__c</fullName><defaultValue>true</defaultValue><label>On</label><type>Checkbox</type>');
const words = xml('CustomField', '<fullName>Text__c</fullName><label>Text</label><length>50</length><type>Text</type>');

const metadata = new Map([
  ['objects/Mode__c/Mode__c.object-meta.xml', setting('Hierarchy', 'Mode')],
  ['objects/Mode__c/fields/On__c.field-meta.xml', checkbox],
  ['objects/Mode__c/fields/Text__c.field-meta.xml', words],
  ['objects/Rate__c/Rate__c.object-meta.xml', setting('List', 'Rate')],
  ['objects/Rate__c/fields/Text__c.field-meta.xml', words],
]);

const project = {
  classes: {
    SettingTest: `@IsTest
private class SettingTest {
  @IsTest static void aHierarchyWithoutRecordsHasDefaults() {
    Assert.isNull(Mode__c.getOrgDefaults().Id);
    Assert.isTrue(Mode__c.getOrgDefaults().On__c);
    Assert.isNull(Mode__c.getInstance().Id);
    Assert.areEqual(UserInfo.getUserId(), Mode__c.getInstance().SetupOwnerId);
    Assert.isNull(Mode__c.getValues(UserInfo.getUserId()));
  }
  @IsTest static void theLowestLevelThatHasAValueSaysIt() {
    insert new Mode__c(SetupOwnerId = UserInfo.getOrganizationId(), Text__c = 'org');
    Assert.areEqual('org', Mode__c.getInstance().Text__c);
    Assert.isNull(Mode__c.getInstance().Id);
    insert new Mode__c(SetupOwnerId = UserInfo.getProfileId(), Text__c = 'profile');
    Assert.areEqual('profile', Mode__c.getInstance().Text__c);
    Mode__c mine = Mode__c.getInstance(UserInfo.getUserId());
    mine.Text__c = null;
    mine.On__c = false;
    upsert mine;
    Assert.isFalse(Mode__c.getInstance().On__c);
    Assert.areEqual(mine.Id, Mode__c.getInstance().Id);
    Assert.areEqual('profile', Mode__c.getInstance().Text__c);
    Assert.areEqual('profile', Mode__c.getInstance(UserInfo.getProfileId()).Text__c);
    Assert.isTrue(Mode__c.getInstance(UserInfo.getProfileId()).On__c);
    Assert.areEqual('org', Mode__c.getOrgDefaults().Text__c);
    Assert.isNull(Mode__c.getValues(UserInfo.getUserId()).Text__c);
  }
  @IsTest static void askingIsNoQuery() {
    insert new Mode__c(Text__c = 'x');
    Integer before = Limits.getQueries();
    Assert.areEqual('x', Mode__c.getOrgDefaults().Text__c);
    Assert.areEqual(before, Limits.getQueries());
    Assert.areEqual(UserInfo.getOrganizationId(), [SELECT SetupOwnerId FROM Mode__c].SetupOwnerId);
  }
  @IsTest static void whatIsHandedOutIsACopy() {
    insert new Mode__c(Text__c = 'x');
    Mode__c.getOrgDefaults().Text__c = 'changed';
    Assert.areEqual('x', Mode__c.getOrgDefaults().Text__c);
  }
  @IsTest static void aPlaceHasOneRecord() {
    insert new Mode__c(SetupOwnerId = UserInfo.getOrganizationId());
    try {
      insert new Mode__c(SetupOwnerId = UserInfo.getOrganizationId());
      Assert.fail('twice');
    } catch (DmlException e) {
      Assert.areEqual(StatusCode.DUPLICATE_VALUE, e.getDmlType(0));
    }
  }
  @IsTest static void aListIsAskedByName() {
    Assert.areEqual(0, Rate__c.getAll().size());
    insert new List<Rate__c>{ new Rate__c(Name = 'A', Text__c = 'x'), new Rate__c(Name = 'B') };
    Assert.areEqual('x', Rate__c.getInstance('A').Text__c);
    Assert.areEqual('x', Rate__c.getValues('a').Text__c);
    Assert.isNull(Rate__c.getInstance('C'));
    Assert.areEqual(new Set<String>{ 'A', 'B' }, Rate__c.getAll().keySet());
    try {
      insert new Rate__c(Name = 'a');
      Assert.fail('twice');
    } catch (DmlException e) {
      Assert.areEqual(StatusCode.DUPLICATE_VALUE, e.getDmlType(0));
    }
  }
}`,
  },
};

const org = openOrg({ file: null, cache: null });
after(() => org.close());

test('custom settings behave as on the platform', () => {
  const encoder = new TextEncoder();
  const all = new Map([...files(project), ...[...metadata].map(([path, content]) => [path, encoder.encode(content)] as const)]);
  assert.deepEqual(org.deploy(all).problems, []);
  assert.deepEqual(failures(org, 'SettingTest'), []);
});
