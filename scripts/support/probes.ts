/** Forms of SOQL, SOSL, DML and Apex to try: SUPPORT.md says what became of each, so that it cannot claim what is not so. */

export interface Probe {
  readonly form: string;
  /** SOQL, or statements of a test method. */
  readonly example: string;
  /** Members of the class around the statements. */
  readonly members: string;
}

const probe = (form: string, example: string, members = ''): Probe => ({ form, example, members });

export const SOQL: readonly Probe[] = [
  probe('fields, parents', 'SELECT Id, Name, Owner.Name, Parent.Name FROM Account'),
  probe('children', 'SELECT Id, (SELECT Id FROM Contacts) FROM Account'),
  probe('children of children', 'SELECT Id, (SELECT Id, (SELECT Id FROM Cases) FROM Contacts) FROM Account'),
  probe('FIELDS(ALL)', 'SELECT FIELDS(ALL) FROM Account LIMIT 200'),
  probe('FIELDS(STANDARD)', 'SELECT FIELDS(STANDARD) FROM Account'),
  probe('TYPEOF', 'SELECT TYPEOF Owner WHEN User THEN Username ELSE Name END FROM Case'),
  probe('COUNT()', 'SELECT COUNT() FROM Account'),
  probe('aggregates', 'SELECT COUNT(Id), COUNT_DISTINCT(Name), SUM(AnnualRevenue), AVG(AnnualRevenue), MIN(Name), MAX(Name) FROM Account'),
  probe('GROUP BY, HAVING', 'SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry HAVING COUNT(Id) > 1'),
  probe('GROUP BY ROLLUP', 'SELECT Industry, COUNT(Id) FROM Account GROUP BY ROLLUP(Industry)'),
  probe('GROUP BY CUBE', 'SELECT Industry, Type, COUNT(Id) FROM Account GROUP BY CUBE(Industry, Type)'),
  probe('GROUPING', 'SELECT Industry, GROUPING(Industry) g, COUNT(Id) FROM Account GROUP BY ROLLUP(Industry)'),
  probe('date functions', 'SELECT CALENDAR_YEAR(CreatedDate) y, COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)'),
  probe(
    'convertTimezone',
    'SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)) h, COUNT(Id) FROM Account GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))',
  ),
  probe('toLabel', 'SELECT toLabel(Industry) FROM Account'),
  probe('FORMAT', 'SELECT FORMAT(CreatedDate) made FROM Account'),
  probe('convertCurrency', 'SELECT convertCurrency(AnnualRevenue) FROM Account'),
  probe('alias', 'SELECT Industry i, COUNT(Id) n FROM Account GROUP BY Industry ORDER BY COUNT(Id)'),
  probe('WHERE', "SELECT Id FROM Account WHERE (Name = 'a' OR (NOT Name LIKE 'b%')) AND AnnualRevenue >= 5"),
  probe('IN, NOT IN', "SELECT Id FROM Account WHERE Name IN ('a', 'b') AND Industry NOT IN ('c')"),
  probe('semi-join', 'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)'),
  probe('anti-join', 'SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)'),
  probe(
    'date literals',
    'SELECT Id FROM Account WHERE CreatedDate = TODAY OR CreatedDate = LAST_N_DAYS:30 OR CreatedDate = THIS_FISCAL_QUARTER',
  ),
  probe('dates and datetimes', 'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01T00:00:00Z'),
  probe('polymorphic parents', "SELECT Id FROM Case WHERE Owner.Type = 'User' AND Owner.Name = 'x'"),
  probe('DISTANCE', "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(37.7, -122.4), 'mi') < 20"),
  probe('ORDER BY', 'SELECT Id FROM Account ORDER BY Name DESC NULLS LAST, CreatedDate'),
  probe('LIMIT, OFFSET', 'SELECT Id FROM Account ORDER BY Name LIMIT 10 OFFSET 20'),
  probe('ALL ROWS', 'SELECT Id FROM Account ALL ROWS'),
  probe('FOR UPDATE', 'SELECT Id FROM Account FOR UPDATE'),
  probe('FOR VIEW', 'SELECT Id FROM Account FOR VIEW'),
  probe('FOR REFERENCE', 'SELECT Id FROM Account FOR REFERENCE'),
  probe('UPDATE TRACKING', 'SELECT Id FROM Account UPDATE TRACKING'),
  probe('USING SCOPE', 'SELECT Id FROM Account USING SCOPE Mine'),
  probe('WITH USER_MODE', 'SELECT Id FROM Account WITH USER_MODE'),
  probe('WITH SYSTEM_MODE', 'SELECT Id FROM Account WITH SYSTEM_MODE'),
  probe('WITH SECURITY_ENFORCED', 'SELECT Id FROM Account WITH SECURITY_ENFORCED'),
  probe('WITH DATA CATEGORY', 'SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c'),
];

export const APEX: readonly Probe[] = [
  probe('inline SOQL with binds', "String n = 'a'; List<Account> rows = [SELECT Id FROM Account WHERE Name = :n];"),
  probe('SOQL for loops', 'for (List<Account> rows : [SELECT Id FROM Account]) { System.debug(rows); }'),
  probe('dynamic SOQL, local binds', "String n = 'a'; List<Account> rows = Database.query('SELECT Id FROM Account WHERE Name = :n');"),
  probe(
    'Database.queryWithBinds',
    "List<Account> rows = Database.queryWithBinds('SELECT Id FROM Account WHERE Name = :n', new Map<String, Object>{ 'n' => 'a' }, AccessLevel.USER_MODE);",
  ),
  probe('cursors', "Database.Cursor c = Database.getCursor('SELECT Id FROM Account'); System.debug(c.getNumRecords());"),
  probe('SOSL', "List<List<SObject>> found = [FIND 'acme*' IN ALL FIELDS RETURNING Account(Id)];"),
  probe('Search.query', "List<List<SObject>> found = Search.query('FIND {acme} RETURNING Account(Id)');"),
  probe(
    'insert, update, upsert, delete, undelete',
    "Account a = new Account(Name = 'a'); insert a; update a; upsert a; delete a; undelete a;",
  ),
  probe('DML as user, as system', "Account a = new Account(Name = 'a'); insert as user a; update as system a;"),
  probe('merge', "Account a = new Account(Name = 'a'); Account b = new Account(Name = 'b'); insert new List<Account>{ a, b }; merge a b;"),
  probe('Database.emptyRecycleBin', "Account a = new Account(Name = 'a'); insert a; delete a; Database.emptyRecycleBin(a);"),
  probe(
    'Database.convertLead',
    "Lead l = new Lead(LastName = 'a', Company = 'b'); insert l; Database.LeadConvert convert = new Database.LeadConvert(); convert.setLeadId(l.Id); convert.setConvertedStatus([SELECT MasterLabel FROM LeadStatus WHERE IsConverted = TRUE LIMIT 1].MasterLabel); Database.convertLead(convert);",
  ),
  probe('savepoints', 'Savepoint sp = Database.setSavepoint(); Database.rollback(sp); Database.releaseSavepoint(sp);'),
  probe(
    'DMLOptions',
    "Database.DMLOptions o = new Database.DMLOptions(); o.EmailHeader.triggerUserEmail = false; o.optAllOrNone = false; Database.insert(new Account(Name = 'a'), o);",
  ),
  probe('external ids as parents', "insert new Contact(LastName = 'a', Owner = new User(Username = UserInfo.getUserName()));"),
  probe('switch', "switch on 'a' { when 'a', 'b' { System.debug(1); } when else { System.debug(2); } }"),
  probe('switch on types', 'SObject s = new Account(); switch on s { when Account a { System.debug(a); } when null { } when else { } }'),
  probe('?. and ??', "Account a; String n = a?.Name ?? 'none';"),
  probe('instanceof', 'Object o = 1; System.debug(o instanceof Integer);'),
  probe(
    'try, catch, finally',
    "try { throw new IllegalArgumentException('a'); } catch (Exception e) { System.debug(e.getMessage()); } finally { }",
  ),
  probe('System.runAs', 'System.runAs(new User(Id = UserInfo.getUserId())) { System.debug(UserInfo.getName()); }'),
  probe('Type.forName', "Object o = Type.forName('List<String>').newInstance();"),
  probe(
    'JSON',
    "Map<String, Object> m = (Map<String, Object>) JSON.deserializeUntyped(JSON.serialize(new Map<String, Object>{ 'a' => 1 }));",
  ),
  probe('Security.stripInaccessible', 'SObjectAccessDecision d = Security.stripInaccessible(AccessType.READABLE, new List<Account>());'),
  probe('EventBus.publish', 'EventBus.publish(new List<SObject>());'),
  probe(
    'queueables with finalizers',
    'Test.startTest(); System.enqueueJob(new Job()); Test.stopTest();',
    `class Job implements Queueable { public void execute(QueueableContext context) { System.attachFinalizer(new Last()); } }
     class Last implements Finalizer { public void execute(FinalizerContext context) { System.debug(context.getResult()); } }`,
  ),
  probe('@future', 'Test.startTest(); later(); Test.stopTest();', '@future static void later() { System.debug(1); }'),
  probe(
    'schedules',
    "Test.startTest(); System.schedule('probe', '0 0 3 * * ?', new Nightly()); Test.stopTest();",
    'class Nightly implements Schedulable { public void execute(SchedulableContext context) { System.debug(1); } }',
  ),
  probe(
    'batches',
    'Test.startTest(); Database.executeBatch(new Work(), 50); Test.stopTest();',
    `class Work implements Database.Batchable<SObject> {
       public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
       public void execute(Database.BatchableContext context, List<SObject> rows) { }
       public void finish(Database.BatchableContext context) { } }`,
  ),
  probe(
    'Test.createStub',
    'Probed p = (Probed) Test.createStub(Probed.class, new Stub()); System.debug(p.answer());',
    `class Stub implements System.StubProvider { public Object handleMethodCall(Object o, String n, Type t, List<Type> ts, List<String> ns, List<Object> vs) { return 2; } }`,
  ),
  probe(
    'callouts by mock',
    "Test.setMock(HttpCalloutMock.class, new Mock()); HttpRequest r = new HttpRequest(); r.setEndpoint('https://example.com'); r.setMethod('GET'); HttpResponse a = new Http().send(r);",
    'class Mock implements HttpCalloutMock { public HttpResponse respond(HttpRequest request) { return new HttpResponse(); } }',
  ),
];
