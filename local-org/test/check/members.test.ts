import { inMethod, right, wrong } from './cases.ts';

wrong(
  'a method that String has not',
  inMethod("    'x'.toUpperCas();"),
  '3:9 Method does not exist or incorrect signature: void toUpperCas() from the type String',
);
wrong(
  'a method with the wrong arguments',
  inMethod("    'x'.substring('y');"),
  '3:9 Method does not exist or incorrect signature: void substring(String) from the type String',
);
wrong(
  'an own method that does not exist',
  inMethod('    f(1, null);'),
  '3:5 Method does not exist or incorrect signature: void f(Integer, NULL) from the type A',
);
wrong(
  'a static method that does not exist',
  inMethod('    Math.foo(1);'),
  '3:10 Method does not exist or incorrect signature: void foo(Integer) from the type System.Math',
);
wrong('a field that an SObject has not', inMethod('    Account a;\n    String s = a.Nam;'), '4:18 Variable does not exist: Nam');
wrong(
  'a field that an SObject has not, in its constructor',
  inMethod("    Account a = new Account(Nam = 'x');"),
  '3:17 Field does not exist: Nam on Account',
);
wrong('a field token that does not exist', inMethod('    Object o = Account.Nam;'), '3:24 Field does not exist: Nam on Account');
wrong('a field of the wrong type', inMethod('    Account a = new Account(Name = 1);'), '3:17 Illegal assignment from Integer to String');
wrong('a field given twice', inMethod("    Account a = new Account(Name = 'x', name = 'y');"), '3:17 Duplicate field initialization: Name');
wrong(
  'a field that cannot be written',
  inMethod('    Account a = new Account();\n    a.CreatedDate = Datetime.now();'),
  '4:7 Field is not writeable: Account.CreatedDate',
);
wrong('a field of the generic SObject', inMethod('    SObject s;\n    Object o = s.Name;'), '4:18 Variable does not exist: Name');
right(
  'fields and relationships',
  inMethod(
    '    Contact c = new Contact(Account = new Account());\n    String s = c.Account.Owner.Name;\n    c.Account = new Account();\n    List<Contact> l = c.Account.Contacts;\n    SObject o = c;\n    Id i = o.Id;',
  ),
);
wrong(
  'named fields for a class',
  'public class A { class B {} void f() { B b = new B(x = 1); } }',
  '1:46 Invalid constructor syntax, name=value pairs can only be used for SObjects: A.B',
);
wrong('a constructor that does not exist', inMethod("    A a = new A('x');"), '3:11 Constructor not defined: [A].<Constructor>(String)');
wrong('a new interface', 'public class A { interface I {} void f() { I i = new I(); } }', '1:50 Type cannot be constructed: A.I');
wrong(
  'a new abstract class',
  'public class A { abstract class B {} void f() { B b = new B(); } }',
  '1:55 Abstract classes cannot be constructed: A.B',
);

wrong(
  'an instance method from a static one',
  'public class A { void f() {} static void g() { f(); } }',
  '1:48 Non static method cannot be referenced from a static context: void A.f()',
);
wrong(
  'an instance field from a static method',
  'public class A { Integer x; static Integer g() { return x; } }',
  '1:57 Variable does not exist: x',
);
wrong(
  'an instance method through the class',
  'public class A { void f() { A.g(); } void g() {} }',
  '1:31 Non static method cannot be referenced from a static context: void A.g()',
);
wrong(
  'a static method through a value',
  'public class A { static void f() {} void g(A a) { a.f(); } }',
  '1:53 Static method cannot be referenced from a non static context: void A.f()',
);
wrong('this in a static method', 'public class A { static A f() { return this; } }', '1:40 This cannot be referenced in a static context');
right(
  'an inner class calls static methods of its outer class',
  'public class A { static Integer x = 1; static Integer f() { return x; } class B { Integer g() { return f() + x; } } }',
);
wrong(
  'an inner class has no instance of its outer class',
  'public class A { Integer x; class B { Integer g() { return x; } } }',
  '1:60 Variable does not exist: x',
);

wrong(
  'a private method of another class',
  ['public class A { private Integer f(String s) { return 1; } }', 'public class B { void g(A a) { a.f(null); } }'],
  '1:34 Method is not visible: Integer A.f(String)',
);
wrong(
  'a private field of another class',
  ['public class A { Integer x; }', 'public class B { Integer g(A a) { return a.x; } }'],
  '1:44 Variable is not visible: A.x',
);
wrong(
  'a private constructor of another class',
  ['public class A { private A() {} }', 'public class B { A g() { return new A(); } }'],
  '1:33 Method is not visible: void A.<init>()',
);
right(
  'a protected method of a super class',
  'public virtual class A { protected void f() {} }',
  'public class B extends A { void g() { f(); } }',
);
wrong(
  'a protected method of another class',
  ['public virtual class A { protected void f() {} }', 'public class B { void g(A a) { a.f(); } }'],
  '1:34 Method is not visible: void A.f()',
);
right(
  'the outer class sees private members of its inner classes',
  'public class A { class B { private Integer x; } Integer f(B b) { return b.x; } }',
);
right(
  'tests see what is @TestVisible',
  'public class A { @TestVisible private static Integer x = 1; }',
  '@IsTest private class ATest { @IsTest static void f() { System.debug(A.x); } }',
);
wrong(
  'code that is no test does not',
  ['public class A { @TestVisible private static Integer x = 1; }', 'public class B { Integer f() { return A.x; } }'],
  '1:41 Variable is not visible: A.x',
);
wrong(
  'tests do not see what is not',
  ['public class A { private static Integer x = 1; }', '@IsTest private class ATest { @IsTest static void f() { System.debug(A.x); } }'],
  '1:72 Variable is not visible: A.x',
);

wrong(
  'a property without setter',
  'public class A { public Integer x { get { return 1; } } void f() { x = 2; } }',
  '1:68 Variable is not visible: A.x',
);
wrong(
  'a property without getter',
  'public class A { public Integer x { set; } Integer f() { return x; } }',
  '1:65 Variable is not visible: A.x',
);
wrong(
  'a private setter from elsewhere',
  ['public class A { public Integer x { get; private set; } }', 'public class B { void f(A a) { a.x = 1; } }'],
  '1:34 Variable is not visible: A.x',
);
wrong(
  'a final field assigned in a method',
  'public class A { final Integer x = 1; void f() { x = 2; } }',
  '1:50 Final members can only be assigned in their declaration, init blocks, or constructors: x',
);
right(
  'a final field assigned in a constructor',
  'public class A { final Integer x; static final Integer y; static { y = 2; } A() { x = 1; } }',
);
right(
  'a final variable and a final parameter assigned again',
  'public class A { void f(final Integer p) { final Integer x = 1; x = 2; p = 3; } }',
);
wrong(
  'equals with override',
  'public class A { public override Boolean equals(Object o) { return true; } }',
  '1:42 @Override specified for non-overriding method: Boolean A.equals(Object)',
);
wrong(
  'toString without override',
  'public class A { public String toString() { return null; } }',
  '1:32 Method must use the override keyword: String A.toString()',
);
wrong(
  'null for a parameter of two types, one above the other',
  'public class A { void f(Object a) {} void f(String a) {} void g() { f(null); } }',
  '1:69 Ambiguous method signature: void f(NULL)',
);
wrong(
  'a static field read before it is there',
  'public class A { static Integer a = b; static Integer b = 1; }',
  '1:37 Illegal forward reference: b',
);

wrong(
  'an ambiguous call',
  'public class A { void f(Integer a) {} void f(String a) {} void g() { f(null); } }',
  '1:70 Ambiguous method signature: void f(NULL)',
);
right(
  'the most specific overload is chosen',
  "public class A { void f(Object a) {} String f(String a) { return a; } void g() { String s = f('x'); } }",
);
right(
  'numbers find an overload by widening',
  'public class A { void f(Long a) {} Decimal f(Decimal a) { return a; } void g() { f(1); Decimal d = f(1.5); } }',
);
right(
  'a query stands for a list or for a record',
  'public class A { void f(Account a) {} void g(List<Account> a) {} void h() { f([SELECT Id FROM Account]); g([SELECT Id FROM Account]); } }',
);
right('safe navigation', inMethod('    Contact c;\n    String s = c?.Account?.Name.toUpperCase();\n    Integer i = s?.length();'));
right(
  'tokens and describes',
  inMethod(
    '    Schema.SObjectType t = Account.SObjectType;\n    Schema.SObjectField f = Account.Name;\n    Schema.DescribeSObjectResult d = Schema.SObjectType.Account;\n    Schema.DescribeFieldResult e = Schema.SObjectType.Account.fields.Name;\n    Map<String, Schema.SObjectField> m = Schema.SObjectType.Account.fields.getMap();\n    System.Type y = Account.class;',
  ),
);

wrong(
  'a method of the platform that is not modelled',
  inMethod('    Crypto.signXML(null, null, null, null);'),
  '3:12 NotSupported: System.Crypto.signXML()',
);
right('clone() of an object', 'public class A { A f(A a) { return a.clone(); } A g() { return clone(); } }');
wrong(
  'clone() of an interface or an exception',
  [
    'public interface B {}',
    'public class CException extends Exception {}',
    'public class A { void f(B b, CException c) { b.clone(); c.clone(); } }',
  ],
  '1:48 Method does not exist or incorrect signature: void clone() from the type B',
  '1:59 Method does not exist or incorrect signature: void clone() from the type CException',
);
wrong(
  'a gap of a super class',
  'public class A { Object f(DmlException e) { return e.getDmlFields(0); } }',
  '1:54 NotSupported: System.DmlException.getDmlFields()',
);
