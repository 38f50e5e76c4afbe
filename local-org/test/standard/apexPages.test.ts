/** Visualforce controllers in tests: the current page, messages, standard controllers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failures, orgWith } from '../helpers/project.ts';

test('controllers of pages behave as on the platform', () => {
  const org = orgWith({
    classes: {
      Extension: `public with sharing class Extension {
  private final Account account;
  public Extension(ApexPages.StandardController controller) { this.account = (Account) controller.getRecord(); }
  public PageReference rename() {
    account.Name = ApexPages.currentPage().getParameters().get('name');
    try {
      update account;
    } catch (DmlException e) {
      ApexPages.addMessages(e);
      return null;
    }
    return new PageReference('/' + account.Id).setRedirect(true);
  }
}`,
      ExtensionTest: `@IsTest
private class ExtensionTest {
  private static Account made() {
    Account account = new Account(Name = 'Mill');
    insert account;
    return account;
  }
  @IsTest static void aControllerActsOnItsRecord() {
    Account account = made();
    PageReference page = new PageReference('/apex/rename');
    page.getParameters().put('name', 'Dam');
    Test.setCurrentPage(page);
    PageReference next = new Extension(new ApexPages.StandardController(account)).rename();
    Assert.areEqual('/' + account.Id, next.getUrl());
    Assert.areEqual('Dam', [SELECT Name FROM Account].Name);
    Assert.isFalse(ApexPages.hasMessages());
    Assert.areEqual(page, System.currentPageReference());
  }
  @IsTest static void rowErrorsBecomeMessages() {
    Account account = made();
    Test.setCurrentPage(new PageReference('/apex/rename?name=' + 'x'.repeat(300)));
    Assert.isNull(new Extension(new ApexPages.StandardController(account)).rename());
    Assert.areEqual(1, ApexPages.getMessages().size());
    Assert.areEqual(ApexPages.Severity.ERROR, ApexPages.getMessages()[0].getSeverity());
    Assert.isTrue(ApexPages.getMessages()[0].getSummary().contains('data value too large'));
    Assert.isTrue(ApexPages.hasMessages(ApexPages.Severity.ERROR));
    Assert.isFalse(ApexPages.hasMessages(ApexPages.Severity.INFO));
    Test.clearApexPageMessages();
    Assert.isFalse(ApexPages.hasMessages());
  }
  @IsTest static void aTestBeginsOnAPageWithoutParameters() {
    Assert.isTrue(ApexPages.currentPage().getParameters().isEmpty());
    Assert.areEqual(0, ApexPages.getMessages().size());
  }
  @IsTest static void theStandardControllerSavesAndDeletes() {
    ApexPages.StandardController controller = new ApexPages.StandardController(new Account(Name = 'New'));
    Assert.isNull(controller.getId());
    controller.save();
    Assert.areEqual('New', [SELECT Name FROM Account WHERE Id = :controller.getId()].Name);
    Assert.areEqual('/' + controller.getId(), controller.view().getUrl());
    controller.delete();
    Assert.areEqual(0, [SELECT COUNT() FROM Account]);
  }
  @IsTest static void aListControllerPages() {
    List<Account> accounts = new List<Account>();
    for (Integer i = 0; i < 45; i++) accounts.add(new Account(Name = 'A' + i));
    ApexPages.StandardSetController controller = new ApexPages.StandardSetController(accounts);
    Assert.areEqual(45, controller.getResultSize());
    Assert.areEqual(20, controller.getRecords().size());
    Assert.isTrue(controller.getHasNext());
    controller.last();
    Assert.areEqual(5, controller.getRecords().size());
    Assert.areEqual(3, controller.getPageNumber());
    controller.setPageSize(50);
    Assert.areEqual(1, controller.getPageNumber());
    insert accounts;
    controller = new ApexPages.StandardSetController(Database.getQueryLocator([SELECT Name FROM Account ORDER BY Name]));
    controller.setPageSize(2);
    controller.next();
    Assert.areEqual('A10', ((List<Account>) controller.getRecords())[0].Name);
    Assert.areEqual(45, controller.getResultSize());
    controller.setSelected(new List<Account>{ accounts[0] });
    Assert.areEqual(1, controller.getSelected().size());
  }
}`,
    },
  });
  assert.deepEqual(failures(org, 'ExtensionTest'), []);
  org.close();
});
