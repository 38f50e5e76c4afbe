/** Callouts: mocks answer in tests, the platform's rules hold before they do, and nothing leaves this machine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg } from '../../index.ts';
import { ADMIN, failures, files, orgWith, text } from '../helpers/project.ts';

const project = {
  objects: { Thing__c: { Note__c: text(80) } },
  triggers: { Things: "trigger Things on Thing__c (before insert) { if (Trigger.new[0].Name == 'call') Caller.get(); }" },
  classes: {
    Caller: `public without sharing class Caller {
  public static HttpResponse get() {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('callout:Weather/today');
    request.setMethod('GET');
    return new Http().send(request);
  }
  public static String failure() {
    try { get(); return null; } catch (CalloutException e) { return e.getMessage(); }
  }
  @future public static void later() { insert as system new Thing__c(Name = ('later: ' + failure()).left(80)); }
  @future(callout=true) public static void laterAllowed() { insert as system new Thing__c(Name = 'later: ' + get().getBody()); }
  public class Job implements Queueable {
    public void execute(QueueableContext context) { insert as system new Thing__c(Name = ('job: ' + failure()).left(80)); }
  }
  public class CallingJob implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) { insert as system new Thing__c(Name = 'job: ' + get().getBody()); }
  }
  public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) { insert as system new Thing__c(Name = 'nightly: ' + failure()); }
  }
  public class Cleaner implements Database.Batchable<SObject>, Database.AllowsCallouts {
    public Iterable<SObject> start(Database.BatchableContext context) { return new List<SObject>{ new Account(Name = 'x') }; }
    public void execute(Database.BatchableContext context, List<SObject> scope) { insert as system new Thing__c(Name = 'batch: ' + get().getBody()); }
    public void finish(Database.BatchableContext context) {}
  }
  public static String name() { return [SELECT Name FROM Thing__c WITH SYSTEM_MODE LIMIT 1].Name; }
}`,
    Answers: `@IsTest
public class Answers implements HttpCalloutMock, WebServiceMock {
  public List<String> asked = new List<String>();
  public HttpResponse respond(HttpRequest request) {
    asked.add(request.getMethod() + ' ' + request.getEndpoint());
    HttpResponse response = new HttpResponse();
    response.setStatusCode(201);
    response.setStatus('Created');
    response.setHeader('Content-Type', 'text/plain');
    response.setBody('sunny');
    return response;
  }
  public void doInvoke(Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction, String requestName, String responseNS, String responseName, String responseType) {
    response.put('response_x', request + '|' + endpoint + '|' + soapAction + '|' + requestName + '|' + responseNS + '|' + responseName + '|' + responseType);
  }
}`,
    CalloutTest: `@IsTest
private class CalloutTest {
  @IsTest static void theMockAnswers() {
    Answers answers = new Answers();
    Test.setMock(HttpCalloutMock.class, answers);
    HttpResponse response = Caller.get();
    Assert.areEqual(201, response.getStatusCode());
    Assert.areEqual('Created', response.getStatus());
    Assert.areEqual('sunny', response.getBody());
    Assert.areEqual('sunny', response.getBodyAsBlob().toString());
    Assert.areEqual('text/plain', response.getHeader('Content-Type'));
    Assert.areEqual(new List<String>{ 'Content-Type' }, response.getHeaderKeys());
    Assert.isNull(response.getHeader('Location'));
    Assert.areEqual('System.HttpResponse[Status=Created, StatusCode=201]', response.toString());
    Assert.areEqual(new List<String>{ 'GET callout:Weather/today' }, answers.asked);
    Assert.areEqual(1, Limits.getCallouts());
  }
  @IsTest static void withoutAMockTheTestIsTold() {
    try {
      Caller.get();
      Assert.fail('called out');
    } catch (TypeException e) {
      Assert.areEqual('Methods defined as TestMethod do not support Web service callouts', e.getMessage());
    }
  }
  @IsTest static void uncommittedWorkForbidsCallouts() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    insert as system new Thing__c(Name = 'x');
    Assert.areEqual('You have uncommitted work pending. Please commit or rollback before calling out', Caller.failure());
    Test.startTest();
    Assert.areEqual('sunny', Caller.get().getBody());
    System.enqueueJob(new Caller.Job());
    Assert.areEqual('You have uncommitted work pending. Please commit or rollback before calling out', Caller.failure());
  }
  @IsTest static void workThatIsRolledBackIsForgottenOnceTheSavepointIsReleased() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    Savepoint before = Database.setSavepoint();
    insert as system new Thing__c(Name = 'x');
    Assert.areEqual('All active Savepoints must be released before making callouts.', Caller.failure());
    Database.rollback(before);
    Database.releaseSavepoint(before);
    Assert.isNull(Caller.failure());
  }
  @IsTest static void releasedWorkIsStillPending() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    Savepoint before = Database.setSavepoint();
    insert as system new Thing__c(Name = 'x');
    Database.releaseSavepoint(before);
    Assert.isTrue(Caller.failure().startsWith('You have uncommitted work pending'));
  }
  @IsTest static void triggersDoNotCallOut() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    try {
      insert as system new Thing__c(Name = 'call');
      Assert.fail('called out');
    } catch (DmlException e) {
      Assert.isTrue(e.getMessage().contains('Callout from triggers are currently not supported.'), e.getMessage());
    }
  }
  @IsTest static void aFutureMethodNeedsTheAnnotation() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    Test.startTest();
    Caller.later();
    Test.stopTest();
    Assert.isTrue(Caller.name().startsWith('later: Callout not allowed from this future method.'), Caller.name());
  }
  @IsTest static void anAnnotatedFutureMethodCallsOut() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    Test.startTest();
    Caller.laterAllowed();
    Test.stopTest();
    Assert.areEqual('later: sunny', Caller.name());
  }
  @IsTest static void aQueueableNeedsTheInterface() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    Test.startTest();
    System.enqueueJob(new Caller.Job());
    Test.stopTest();
    Assert.isTrue(Caller.name().startsWith('job: Callout not allowed'), Caller.name());
  }
  @IsTest static void aQueueableWithTheInterfaceCallsOut() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    Test.startTest();
    System.enqueueJob(new Caller.CallingJob());
    Test.stopTest();
    Assert.areEqual('job: sunny', Caller.name());
  }
  @IsTest static void aBatchWithTheInterfaceCallsOut() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    Test.startTest();
    Database.executeBatch(new Caller.Cleaner());
    Test.stopTest();
    Assert.areEqual('batch: sunny', Caller.name());
  }
  @IsTest static void scheduledApexDoesNotCallOut() {
    Test.setMock(HttpCalloutMock.class, new Answers());
    Test.startTest();
    System.schedule('nightly', '0 0 1 * * ?', new Caller.Nightly());
    Test.stopTest();
    Assert.areEqual('nightly: Callout from scheduled Apex not supported.', Caller.name());
  }
  @IsTest static void aStaticResourceAnswers() {
    StaticResourceCalloutMock mock = new StaticResourceCalloutMock();
    mock.setStaticResource('weather');
    mock.setStatusCode(200);
    mock.setHeader('Content-Type', 'application/json');
    Test.setMock(HttpCalloutMock.class, mock);
    Assert.areEqual('{"sky":"blue"}', Caller.get().getBody());
    MultiStaticResourceCalloutMock many = new MultiStaticResourceCalloutMock();
    many.setStaticResource('callout:Weather/today', 'weather');
    many.setStatusCode(202);
    Test.setMock(HttpCalloutMock.class, many);
    Assert.areEqual(202, Caller.get().getStatusCode());
  }
  @IsTest static void staticResourcesAreRecords() {
    StaticResource found = [SELECT Name, ContentType, Body, BodyLength FROM StaticResource WHERE Name = 'weather'];
    Assert.areEqual('{"sky":"blue"}', found.Body.toString());
    Assert.areEqual(14, found.BodyLength);
    Assert.areEqual('application/json', found.ContentType);
  }
  @IsTest static void loadDataMakesRecordsOfAStaticResource() {
    List<SObject> loaded = Test.loadData(Account.SObjectType, 'accounts');
    Assert.areEqual(2, loaded.size());
    Account first = [SELECT Name, NumberOfEmployees, Description, Site FROM Account WHERE Id = :loaded[0].Id];
    Assert.areEqual('Miller, "Sons"', first.Name);
    Assert.areEqual(12, first.NumberOfEmployees);
    Assert.areEqual('two\\nlines', first.Description);
    Assert.isNull(first.Site);
  }
  @IsTest static void aGeneratedStubGetsTheMocksResponse() {
    Test.setMock(WebServiceMock.class, new Answers());
    Map<String, Object> response = new Map<String, Object>();
    WebServiceCallout.invoke('stub', 'question', response, new String[]{ 'https://x.test', 'act', 'ns', 'ask', 'ns2', 'answer', 'Answer' });
    Assert.areEqual('question|https://x.test|act|ask|ns2|answer|Answer', response.get('response_x'));
  }
  @IsTest static void requestsKeepWhatTheyWereGiven() {
    HttpRequest request = new HttpRequest();
    request.setBody('{"a":1}');
    request.setHeader('Accept', '*/*');
    request.setTimeout(120000);
    request.setCompressed(true);
    request.setMethod('POST');
    request.setEndpoint('https://x.test');
    Assert.areEqual('{"a":1}', request.getBody());
    Assert.areEqual('*/*', request.getHeader('Accept'));
    Assert.isTrue(request.getCompressed());
    Assert.areEqual('System.HttpRequest[Endpoint=https://x.test, Method=POST]', request.toString());
    try { request.setBody(null); Assert.fail('null body'); } catch (NullPointerException e) { Assert.areEqual('Argument cannot be null.', e.getMessage()); }
  }
  @IsTest static void aRestResourceReadsItsContext() {
    RestContext.request = new RestRequest();
    RestContext.request.requestURI = '/services/apexrest/things/1';
    RestContext.request.httpMethod = 'POST';
    RestContext.request.requestBody = Blob.valueOf('{}');
    RestContext.request.addParameter('q', 'v');
    RestContext.request.headers.put('h', 'w');
    RestContext.response = new RestResponse();
    RestContext.response.statusCode = 400;
    RestContext.response.responseBody = Blob.valueOf('no');
    Assert.areEqual('v', RestContext.request.params.get('q'));
    Assert.areEqual('w', RestContext.request.headers.get('h'));
    Assert.areEqual(400, RestContext.response.statusCode);
    Assert.areEqual('no', RestContext.response.responseBody.toString());
  }
  @IsTest static void theContextOfAnotherTestIsGone() {
    Assert.isNull(RestContext.request);
    Assert.isNull(RestContext.response);
  }
}`,
  },
};

const meta = (type: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>Private</cacheControl><contentType>${type}</contentType></StaticResource>\n`;
const resource = new Map([
  ['staticresources/weather.json', '{"sky":"blue"}'],
  ['staticresources/weather.resource-meta.xml', meta('application/json')],
  ['staticresources/accounts.csv', 'Name,NumberOfEmployees,Description,Site\r\n"Miller, ""Sons""",12,"two\nlines",\r\nPlain,,,x\r\n'],
  ['staticresources/accounts.resource-meta.xml', meta('text/csv')],
]);
const encoder = new TextEncoder();

test('callouts in tests behave as on the platform', () => {
  const org = openOrg({ file: null, cache: null });
  const all = new Map([...files(project), ...[...resource].map(([path, content]) => [path, encoder.encode(content)] as const)]);
  assert.deepEqual(org.deploy(all).problems, []);
  assert.deepEqual(failures(org, 'CalloutTest'), []);
  org.close();
});

test('outside of a test a callout is refused by name', () => {
  const org = orgWith(project);
  assert.throws(() => org.call(ADMIN, 'Caller', 'get', []), /NotSupported: Http.send outside of a test/);
  org.close();
});

test('a request that is no HttpRequest does not compile', () => {
  assert.throws(
    () => orgWith({ classes: { Wrong: "public class Wrong { void go() { new Http().send('x'); } }" } }),
    /Method does not exist or incorrect signature: void send\(String\) from the type (System\.)?Http/,
  );
});
