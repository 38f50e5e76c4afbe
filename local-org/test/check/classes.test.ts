import { right, wrong } from './cases.ts';

wrong(
  'a class that cannot be extended',
  ['public class A {}', 'public class B extends A {}'],
  '1:14 Non-virtual and non-abstract type cannot be extended: A',
);
wrong('an interface extended by a class', ['public interface A {}', 'public class B extends A {}'], '1:24 Invalid class: A');
wrong('a class that is implemented', ['public class A {}', 'public class B implements A {}'], '1:27 Invalid interface: A');
wrong(
  'a class that extends itself by a detour',
  ['public virtual class A extends B {}', 'public virtual class B extends A {}'],
  '1:22 Circular definition: A',
  '1:32 Dependent class is invalid and needs recompilation:\n Class A : Circular definition: A',
);
wrong(
  'an interface method that is missing',
  ['public interface A { Integer f(String s); }', 'public class B implements A {}'],
  '1:14 Class B must implement the method: Integer A.f(String)',
);
wrong(
  'a library interface method that is missing',
  'public class B implements Queueable {}',
  '1:14 Class B must implement the method: void System.Queueable.execute(System.QueueableContext)',
);
wrong(
  'an interface method that is private',
  ['public interface A { void f(); }', 'public class B implements A { void f() {} }'],
  '1:14 B: Overriding implementations of global or public interface methods must be global or public: void A.f()',
);
right(
  'an implementation that takes more and gives less',
  'public interface A { SObject f(); List<SObject> g(List<SObject> a); A h(String s); }',
  'public class B implements A { public Account f() { return null; } public List<Account> g(List<Contact> a) { return null; } public B h(Object o) { return this; } }',
);
wrong(
  'an implementation whose values are other ones',
  ['public interface A { Decimal f(); }', 'public class B implements A { public Integer f() { return 1; } }'],
  '1:46 NotSupported: Integer B.f() as the implementation of Decimal A.f() in B',
);
wrong(
  'an implementation that gives something else',
  ['public interface A { Integer f(); }', 'public class B implements A { public String f() { return null; } }'],
  '1:14 Class B must implement the method: Integer A.f()',
);
wrong(
  'an abstract method that is missing',
  ['public abstract class A { protected abstract void f(); }', 'public class B extends A {}'],
  '1:14 Class B must implement the abstract method: void A.f()',
);
right(
  'abstract classes may leave interface methods to their subclasses',
  'public interface A { void f(); }',
  'public abstract class B implements A {}',
  'public class C extends B { public void f() {} }',
);
wrong(
  'which they must implement',
  ['public interface A { void f(); }', 'public abstract class B implements A {}', 'public class C extends B {}'],
  '1:14 Class C must implement the method: void A.f()',
);
wrong(
  'an override without the word',
  ['public virtual class A { public virtual void f() {} }', 'public class B extends A { public void f() {} }'],
  '1:40 Method must use the override keyword: void B.f()',
);
wrong(
  'an override of nothing',
  'public class A { public override void f() {} }',
  '1:39 @Override specified for non-overriding method: void A.f()',
);
wrong(
  'an override of a method that is not virtual',
  ['public virtual class A { public void f() {} }', 'public class B extends A { public override void f() {} }'],
  '1:49 Non-virtual, non-abstract methods cannot be overridden: void B.f()',
);
wrong(
  'an override that is less visible',
  ['public virtual class A { public virtual void f() {} }', 'public class B extends A { protected override void f() {} }'],
  '1:52 Cannot reduce the visibility of method: void B.f()',
);
right(
  'toString, equals and hashCode with and without override',
  'public class A { public override String toString() { return null; } public Boolean equals(Object o) { return true; } public Integer hashCode() { return 1; } }',
);
wrong(
  'an abstract method called by super',
  ['public abstract class A { public abstract void f(); }', 'public class B extends A { public override void f() { super.f(); } }'],
  '1:61 Abstract method cannot be called directly: void A.f()',
);
wrong(
  'a super class without default constructor',
  ['public virtual class A { public A(Integer x) {} }', 'public class B extends A {}'],
  '1:14 No default constructor available in super type: A',
);
right(
  'constructors call each other and their super class',
  'public virtual class A { public A(Integer x) {} public A() { this(1); } }',
  'public class B extends A { public B() { super(2); } }',
);
wrong(
  'a constructor call that is not first',
  'public class A { A(Integer x) {} A() { Integer i = 1; this(i); } }',
  "1:55 Call to 'this()' must be the first statement in a constructor method",
);
wrong(
  'an instance field in a constructor call',
  'public class A { Integer y; A(Integer x) {} A() { this(y); } }',
  '1:56 Cannot reference instance variables in a constructor invocation: y',
);
wrong(
  'an exception with the wrong name',
  'public class Mistake extends Exception {}',
  '1:14 Classes extending Exception must have a name ending in Exception: Mistake',
);
wrong(
  'a name that promises an exception',
  'public class MyException {}',
  '1:14 Exception class must extend another Exception class: MyException',
);
right(
  'exceptions have four constructors',
  'public class MyException extends Exception {}',
  "public class A { void f(Exception e) { throw new MyException(); } void g(Exception e) { throw new MyException('x', e); } void h(Exception e) { throw new MyException(e); } }",
);
wrong(
  'one of the four written again',
  'public class MyException extends Exception { public MyException(String s) {} }',
  '1:53 System exception constructor already defined: void <init>(String)',
);
wrong(
  'super(message) in an exception',
  "public class MyException extends Exception { public MyException(Integer i) { super('x'); } }",
  '1:78 Method is not visible: void System.ApexBaseException.<init>(String)',
);
right('this(message) in an exception', "public class MyException extends Exception { public MyException(Integer i) { this('x'); } }");
wrong(
  'a static member of an inner class',
  'public class A { class B { static Integer x; static void f() {} } }',
  '1:43 static can only be used on fields of a top level type',
  '1:58 static can only be used on methods of a top level type',
);
wrong(
  'a bad class and one that uses it',
  ['public class A { void f() { Integer i = true; } }', 'public class B { A a; }', 'public class C { B b; }', 'public class D {}'],
  '1:37 Illegal assignment from Boolean to Integer',
  '1:18 Dependent class is invalid and needs recompilation:\n Class A : Illegal assignment from Boolean to Integer',
  '1:18 Dependent class is invalid and needs recompilation:\n Class A : Illegal assignment from Boolean to Integer',
);
right(
  'enums',
  "public class A { enum E { X, Y } E f() { return E.X; } String g(E x) { return x.name() + x.ordinal() + E.valueOf('X') + E.values().size(); } }",
);
wrong('an enum value twice', 'public enum E { X, x }', '1:20 Duplicate field: x');
right(
  'batch classes may name the records they take',
  'public class A implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c) { return Database.getQueryLocator([SELECT Id FROM Account]); } public void execute(Database.BatchableContext c, List<Account> l) {} public void finish(Database.BatchableContext c) {} }',
);
wrong('an annotation that does not exist', '@Foo public class A {}', '1:1 Annotation does not exist: Foo');
wrong('an annotation in the wrong place', 'public class A { @Future Integer x; }', '1:18 Future is not allowed on fields');
wrong(
  'a test method with parameters',
  '@IsTest private class A { @IsTest static void f(Integer x) {} }',
  '1:47 Test methods must have no arguments',
);
wrong(
  'a future method that takes a record',
  'public class A { @Future public static void f(Account a) {} }',
  '1:45 Future methods do not support parameter type of Account',
);
wrong(
  'two @AuraEnabled methods of one name',
  'public class A { @AuraEnabled public static void f(Integer x) {} @AuraEnabled public static void f(String x) {} }',
  '1:98 Overload of AuraEnabled method: f overload is not permitted',
);

right(
  'methods that are called from outside',
  "@RestResource(urlMapping='/x/*') global class A { @HttpGet global static String f() { return null; } @HttpPost global static String g(String a) { return null; } webservice static List<String> h(Integer i) { return null; } @RemoteAction global static void k() {} }",
);
wrong(
  'a REST method with parameters, on a class that is not for it',
  [
    "@RestResource(urlMapping='x') public class A {}",
    'global class B { @HttpGet global static void f() {} @RemoteAction global void g() {} webservice static void h(Set<Id> i) {} }',
  ],
  '1:44 RestResource classes must be declared as global',
  "1:44 Rest Resource url must begin with a forward slash, '/'",
  '1:46 Defining type for HttpGet methods must be declared as RestResource',
  '1:79 RemoteAction methods must be declared as static',
  '1:109 webService methods do not support parameter type of Set<Id>',
);
