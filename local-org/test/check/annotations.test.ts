import { right, wrong } from './cases.ts';

const testMethod = (annotation: string): string => `@IsTest private class A { @IsTest${annotation} static void f() {} }`;

wrong(
  'a property that an annotation does not have',
  'public class A { @Future(foo=true) static void f() {} }',
  '1:18 No such property, foo, defined on this annotation: Future',
);
wrong(
  'a property on an annotation without any',
  'public class A { @TestVisible(a=true) Integer i; }',
  '1:18 No such property, a, defined on this annotation: TestVisible',
);
wrong(
  'tests that run in parallel by the method',
  testMethod('(isParallel=true)'),
  '1:64 Annotation property, isParallel on IsTest, is not allowed on methods',
);
wrong(
  'a critical test by the method',
  testMethod('(critical=true)'),
  '1:62 Annotation property, critical on IsTest, is not allowed on methods',
);
right(
  'properties of classes and of methods',
  `@IsTest(critical=true isParallel=true) private class A { @IsTest(SeeAllData=true) static void f() {} }`,
);
wrong(
  'tests that run in parallel and see all data',
  '@IsTest(isParallel=true SeeAllData=true) private class A { }',
  '1:56 Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)',
);
wrong(
  'a cacheable property of a class',
  'public class A { @AuraEnabled(cacheable=true) public Integer x; }',
  '1:62 Annotation property, cacheable on AuraEnabled, is not allowed on fields',
);

wrong(
  'a method that is read-only and no entry',
  'public class A { @ReadOnly void f() {} }',
  '1:33 Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly',
);
wrong(
  'a static one',
  'public class A { @ReadOnly static void f() {} }',
  '1:40 ReadOnly methods require at least one of the following webService, RemoteAction, HttpGet, HttpPost, HttpPatch, HttpPut, HttpDelete',
);
right(
  'an entry that is read-only',
  'global class A { @ReadOnly @RemoteAction global static void f() {} @ReadOnly webservice static void g() {} }',
);
wrong(
  'a schedule that may not write is not modelled',
  'global class A implements Schedulable { @ReadOnly global void execute(SchedulableContext c) {} }',
  '1:63 NotSupported: @ReadOnly on a scheduled execute, which may then not write',
);
wrong(
  'nor is a class that is kept from JSON',
  `@JsonAccess(serializable='never') public class A { }`,
  '1:1 NotSupported: @JsonAccess that keeps a class from JSON',
);
right('a class that may go everywhere', `@JsonAccess(serializable='always' deserializable='always') public class A { }`);

wrong(
  'a method clone of one’s own',
  'public class A { public A clone() { return null; } }',
  '1:27 Method already defined: clone A A.clone() from the type A',
);
right(
  'a clone with parameters, and a static one',
  'public class A { public A clone(Integer i) { return null; } }',
  'public class B { static B clone() { return null; } }',
);
wrong('a class that extends itself', 'public class A extends A { }', '1:14 Circular definition: A');
wrong('a point right behind an Integer', 'public class A { String s = 5.format(); }', `1:30 Unexpected token '.'.`);
right(
  'a point behind other numbers',
  'public class A { Object a = 5.5.format(); Object b = 5L.format(); Object c = (5).format(); Object d = 5 .format(); }',
);
