/** toLabel and FORMAT in SELECT: values as users see them, under an alias. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failures, orgWith } from '../helpers/project.ts';

const ShownTest = `@IsTest private class ShownTest {
  @TestSetup static void one() {
    insert as user new Account(Name = 'A', AnnualRevenue = 44000, NumberOfEmployees = 1234567, Industry = 'Banking');
    insert as user new Opportunity(Name = 'O', StageName = 'Prospecting', CloseDate = Date.newInstance(2025, 4, 10), Amount = 1500.5);
  }
  @IsTest static void datesAndAmountsAreFormatted() {
    Opportunity row = [SELECT CloseDate, FORMAT(CloseDate) closes, FORMAT(Amount) Worth, FORMAT(CreatedDate) made FROM Opportunity];
    Assert.areEqual('4/10/2025', row.get('closes'));
    Assert.areEqual(Date.newInstance(2025, 4, 10), row.CloseDate);
    Assert.areEqual('$1,500.50', row.get('worth'));
    Assert.areEqual(Datetime.now().format(), row.get('made'));
  }
  @IsTest static void numbersAreGroupedAndNothingStaysNothing() {
    Account row = [SELECT FORMAT(NumberOfEmployees) many, FORMAT(AnnualRevenue) money, toLabel(Rating) rated, toLabel(Industry) kind FROM Account];
    Assert.areEqual('1,234,567', row.get('many'));
    Assert.areEqual('$44,000', row.get('money'));
    Assert.isNull(row.get('rated'));
    Assert.areEqual('Banking', row.get('kind'));
    Assert.areEqual('1,234,567', row.getPopulatedFieldsAsMap().get('many'));
    Assert.isTrue(JSON.serialize(row).contains('"kind":"Banking"'), JSON.serialize(row));
    update as user row;
  }
  @IsTest static void whatIsNoAliasIsNoField() {
    Account row = [SELECT toLabel(Industry) kind FROM Account];
    try {
      row.get('sort');
      Assert.fail();
    } catch (SObjectException e) {
      Assert.areEqual('Invalid field sort for Account', e.getMessage());
    }
    try {
      Object industry = row.Industry;
      Assert.fail();
    } catch (SObjectException e) {
      Assert.isTrue(e.getMessage().contains('without querying the requested field: Account.Industry'));
    }
  }
  @IsTest static void withoutAnAlias() { Object o = [SELECT FORMAT(AnnualRevenue) FROM Account]; }
  @IsTest static void anAliasThatIsAField() { Object o = [SELECT FORMAT(AnnualRevenue) Name FROM Account]; }
  @IsTest static void text() { Object o = [SELECT FORMAT(Name) words FROM Account]; }
  @IsTest static void stripped() { Security.stripInaccessible(AccessType.READABLE, [SELECT toLabel(Industry) kind FROM Account]); }
}`;

test('SELECT shows values as users see them', () => {
  const org = orgWith({ classes: { ShownTest } });
  assert.deepEqual(failures(org, 'ShownTest'), [
    'withoutAnAlias: NotSupported: SOQL FORMAT without an alias',
    'anAliasThatIsAField: NotSupported: SOQL alias Name, which is a field or another alias',
    'text: NotSupported: SOQL FORMAT of Name (string)',
    'stripped: NotSupported: Security.stripInaccessible of a record with the alias kind',
  ]);
  org.close();
});

test('FOR VIEW and FOR REFERENCE give the rows; who has seen them is not kept', () => {
  const org = orgWith({
    classes: {
      ViewTest: `@IsTest private class ViewTest {
  @TestSetup static void one() { insert as user new Account(Name = 'A'); }
  @IsTest static void whoHasSeenThemIsRefused() {
    Account account = [SELECT Id FROM Account FOR VIEW];
    Object seen = [SELECT LastViewedDate FROM Account].LastViewedDate;
  }
  @IsTest static void rowsAreGiven() {
    Assert.isNull([SELECT LastViewedDate FROM Account].LastViewedDate);
    Assert.areEqual('A', [SELECT Name FROM Account LIMIT 1 FOR VIEW].Name);
    Assert.areEqual('A', ((List<Account>) Database.query('SELECT Name FROM Account FOR REFERENCE'))[0].Name);
  }
}`,
    },
  });
  assert.deepEqual(failures(org, 'ViewTest'), [
    'whoHasSeenThemIsRefused: NotSupported: Account.LastViewedDate after a query FOR VIEW or FOR REFERENCE',
  ]);
  org.close();
});
