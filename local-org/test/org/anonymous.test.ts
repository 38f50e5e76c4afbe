/** `Org.executeAnonymous`: what the command line's `apex run` stands on. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ADMIN, orgWith, text } from '../helpers/project.ts';

const org = orgWith({
  objects: { Thing__c: { Note__c: text(80) } },
  classes: {
    Greeter: `public with sharing class Greeter {
  public static String greet(String name) { return 'Hello ' + name; }
  public static void fail() { throw new IllegalArgumentException('refused'); }
  @future public static void later() { insert new Thing__c(Name = 'later'); }
}`,
    TestPeople: `@IsTest public class TestPeople {
  public static String name() { return 'someone'; }
  public class Maker { public Maker() {} }
}`,
    Borrower: `public with sharing class Borrower {
  public static String ask() { return TestPeople.name(); }
  public static Object make() { return new TestPeople.Maker(); }
}`,
    BorrowerTest: `@IsTest private class BorrowerTest {
  @IsTest static void asks() { Assert.areEqual('someone', Borrower.ask()); Assert.isNotNull(Borrower.make()); }
}`,
  },
});
after(() => org.close());

test('a block runs with the deployed classes, and its records are there afterwards', () => {
  const result = org.executeAnonymous(
    ADMIN,
    "insert new Thing__c(Name = Greeter.greet('you'));\nSystem.debug([SELECT COUNT() FROM Thing__c]);",
  );
  assert.equal(result.success, true);
  assert.equal(result.compiled, true);
  assert.deepEqual([result.line, result.column, result.compileProblem, result.exceptionMessage], [-1, -1, null, null]);
  assert.deepEqual(result.debug, [{ level: 'DEBUG', text: '1', line: 2 }]);
  assert.match(
    result.log,
    /^67\.0 APEX_CODE,DEBUG\nExecute Anonymous: insert .*\n.*\n\d\d:\d\d:\d\d\.\d{3} \(0\)\|USER_DEBUG\|\[2\]\|DEBUG\|1\n$/,
  );
  assert.equal(org.query('SELECT Name FROM Thing__c')[0]?.['Name'], 'Hello you');
});

test('code of test classes runs in tests only, though other code may be compiled against it', () => {
  for (const call of ['Borrower.ask();', 'Borrower.make();', 'TestPeople.name();']) {
    const { compiled, exceptionMessage } = org.executeAnonymous(ADMIN, call);
    assert.deepEqual([compiled, exceptionMessage], [true, 'System.TypeException: Cannot call test methods in non-test context'], call);
  }
  assert.deepEqual(
    org.test(['BorrowerTest']).outcomes.map(({ outcome }) => outcome),
    ['Pass'],
  );
});

test('a mistake is told with its line and column, and nothing runs', () => {
  const wrong = org.executeAnonymous(ADMIN, 'Integer n = 1;\n  Greeter.greet(n, n);');
  assert.deepEqual(
    [wrong.compiled, wrong.success, wrong.line, wrong.compileProblem],
    [false, false, 2, 'Method does not exist or incorrect signature: void greet(Integer, Integer) from the type Greeter'],
  );
  const torn = org.executeAnonymous(ADMIN, 'Integer n = ;');
  assert.deepEqual([torn.compiled, torn.line], [false, 1]);
  assert.ok(torn.compileProblem);
});

test('an exception rolls back and comes with its stack', () => {
  const before = org.query('SELECT Id FROM Thing__c').length;
  const result = org.executeAnonymous(ADMIN, "insert new Thing__c(Name = 'gone');\nGreeter.fail();");
  assert.deepEqual([result.compiled, result.success], [true, false]);
  assert.equal(result.exceptionMessage, 'System.IllegalArgumentException: refused');
  assert.equal(result.exceptionStackTrace, 'Class.Greeter.fail: line 3, column 1\nAnonymousBlock: line 2, column 1');
  assert.deepEqual([result.line, result.column], [3, 1]);
  assert.equal(org.query('SELECT Id FROM Thing__c').length, before);
});

test('a block may declare classes and methods of its own, which are gone afterwards', () => {
  const source = 'class Pair { Integer a = 1; }\nInteger twice(Integer n) { return 2 * n; }\nSystem.debug(twice(new Pair().a));';
  assert.deepEqual(
    org.executeAnonymous(ADMIN, source).debug.map((line) => line.text),
    ['2'],
  );
  assert.equal(org.executeAnonymous(ADMIN, 'Pair p;').compiled, false);
});

test('what it queues runs later', async () => {
  org.executeAnonymous(ADMIN, 'Greeter.later();');
  await org.settle();
  assert.equal(org.query("SELECT Id FROM Thing__c WHERE Name = 'later'").length, 1);
});

test('it knows that it is anonymous', () => {
  assert.equal(org.executeAnonymous(ADMIN, 'System.debug(Request.getCurrent().getQuiddity());').debug[0]?.text, 'ANONYMOUS');
});

test('what the local org lacks is said by name', () => {
  const result = org.executeAnonymous(ADMIN, 'HttpRequest r = new HttpRequest(); new Http().send(r);');
  assert.equal(result.success, false);
  assert.match(result.exceptionMessage ?? '', /^NotSupported: Http\.send/);
});
