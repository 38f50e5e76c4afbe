/** Apex cursors: fixed ids, rows as they are when fetched, limits, and a cursor that travels in a queueable job. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failures, orgWith } from '../helpers/project.ts';

const Walk = `public with sharing class Walk implements Queueable {
  private final Database.Cursor cursor;
  private Integer position = 0;
  public Walk(String start) {
    cursor = Database.getCursorWithBinds(
      'SELECT Id, Name FROM Account WHERE Name LIKE :start ORDER BY Name', new Map<String, Object>{ 'start' => start }, AccessLevel.USER_MODE);
  }
  public void execute(QueueableContext context) {
    List<Account> accounts = (List<Account>) cursor.fetch(position, Math.min(2, cursor.getNumRecords() - position));
    position += accounts.size();
    for (Account account : accounts) account.Site = 'seen at ' + position;
    update as user accounts;
    if (position < cursor.getNumRecords()) System.enqueueJob(this);
  }
}`;

const CursorTest = `@IsTest private class CursorTest {
  @TestSetup static void five() {
    List<Account> accounts = new List<Account>();
    for (String letter : 'edcba'.split('')) accounts.add(new Account(Name = letter));
    insert as user accounts;
  }
  private static String namesOf(List<SObject> rows) {
    List<String> names = new List<String>();
    for (SObject row : rows) names.add((String) row.get('Name'));
    return String.join(names, '');
  }
  private static final String ALL = 'SELECT Name FROM Account ORDER BY Name';

  @IsTest static void partsAreFetchedInAnyOrder() {
    Database.Cursor cursor = Database.getCursor(ALL);
    Assert.areEqual(5, cursor.getNumRecords());
    Assert.areEqual('cd', namesOf(cursor.fetch(2, 2)));
    Assert.areEqual('ab', namesOf(cursor.fetch(0, 2)));
    Assert.areEqual('e', namesOf(cursor.fetch(4, 1)));
  }
  @IsTest static void idsAreFixedAndRowsAreNot() {
    Database.Cursor cursor = Database.getCursor('SELECT Name FROM Account WHERE Site = null ORDER BY Name');
    insert as user new Account(Name = 'f');
    update as user new Account(Id = [SELECT Id FROM Account WHERE Name = 'a'].Id, Name = 'A', Site = 'changed');
    delete as user [SELECT Id FROM Account WHERE Name = 'b'];
    Assert.areEqual(5, cursor.getNumRecords());
    Assert.areEqual('Acde', namesOf(cursor.fetch(0, 5)));
  }
  @IsTest static void variablesAreBound() {
    String least = 'c';
    Database.Cursor cursor = Database.getCursor('SELECT Name FROM Account WHERE Name >= :least', AccessLevel.USER_MODE);
    least = 'e';
    Assert.areEqual(3, cursor.fetch(0, 3).size());
  }
  @IsTest static void fetchingCounts() {
    Database.Cursor cursor = Database.getCursor(ALL);
    Integer queries = Limits.getQueries();
    Integer rows = Limits.getQueryRows();
    cursor.fetch(0, 3);
    cursor.fetch(3, 2);
    Assert.areEqual(queries + 2, Limits.getQueries());
    Assert.areEqual(rows + 5, Limits.getQueryRows());
    Assert.areEqual(2, Limits.getFetchCallsOnApexCursor());
    Assert.areEqual(100, Limits.getLimitFetchCallsOnApexCursor());
  }
  @IsTest static void aPageSkipsWhatIsDeleted() {
    Database.PaginationCursor cursor = Database.getPaginationCursor(ALL, AccessLevel.USER_MODE);
    delete as user [SELECT Id FROM Account WHERE Name IN ('a', 'c')];
    Integer queries = Limits.getQueries();
    Database.CursorFetchResult page = cursor.fetchPage(0, 2);
    Assert.areEqual(queries + 1, Limits.getQueries());
    Assert.areEqual('bd', namesOf(page.getRecords()));
    Assert.areEqual(4, page.getNextIndex());
    Assert.areEqual(2, page.getNumDeletedRecords());
    Database.CursorFetchResult last = cursor.fetchPage(page.getNextIndex(), 1);
    Assert.areEqual('e', namesOf(last.getRecords()));
    Assert.areEqual(5, last.getNextIndex());
    Assert.areEqual(1, cursor.fetchDeleted(0, 2));
    Assert.areEqual(5, cursor.getNumRecords());
  }
  @IsTest static void nobodyFetchesBehindTheLastRow() {
    try {
      Database.getCursor(ALL).fetch(4, 200);
      Assert.fail();
    } catch (InvalidParameterValueException e) {
      Assert.areEqual('Fetch beyond bound detected: 204', e.getMessage());
    }
    try {
      Database.getPaginationCursor(ALL).fetchPage(5, 1);
      Assert.fail();
    } catch (InvalidParameterValueException e) {
      Assert.areEqual('Fetch beyond bound detected: 6', e.getMessage());
    }
  }
  @IsTest static void aCursorTravelsInAJob() {
    insert as user new List<Account>{ new Account(Name = 'x1'), new Account(Name = 'x2'), new Account(Name = 'x3') };
    Test.startTest();
    Walk walk = new Walk('x%');
    walk.execute(null);
    Test.stopTest();
    Assert.areEqual('seen at 2', [SELECT Site FROM Account WHERE Name = 'x2'].Site);
    Assert.areEqual('seen at 3', [SELECT Site FROM Account WHERE Name = 'x3'].Site);
  }
}`;

test('a cursor gives parts of what a query found', () => {
  const org = orgWith({ classes: { Walk, CursorTest } });
  assert.deepEqual(failures(org, 'CursorTest'), []);
  org.close();
});

test('what nobody says of cursors is refused', () => {
  const org = orgWith({
    classes: {
      BehindTest: `@IsTest private class BehindTest {
  @IsTest static void nothing() { Database.getCursor('SELECT Id FROM Account').fetch(0, 0); }
  @IsTest static void tooLarge() { Database.getPaginationCursor('SELECT Id FROM Account').fetchPage(0, 2001); }
}`,
    },
  });
  assert.deepEqual(
    failures(org, 'BehindTest').map((text) => /NotSupported: .*/.exec(text)?.[0]),
    ['NotSupported: Database.Cursor.fetch of 0 rows from 0', 'NotSupported: Database.PaginationCursor.fetchPage of 2001 rows from 0'],
  );
  org.close();
});
