import { inMethod, right, wrong } from './cases.ts';

wrong('a variable that nobody declared', inMethod('    Integer a = b;'), '3:17 Variable does not exist: b');
wrong('a variable declared twice', inMethod('    Integer a;\n    String A;'), '4:12 Duplicate variable: A');
wrong(
  'a variable of an inner block with the name of an outer one',
  inMethod('    Integer a;\n    if (a == 1) { Integer a = 2; }'),
  '4:27 Duplicate variable: a',
);
right(
  'variables of neighbouring blocks may share a name',
  inMethod('    for (Integer i = 0; i < 2; i++) { Integer a; }\n    for (Integer i = 0; i < 2; i++) { Integer a; }'),
);
wrong(
  'a variable used after its block',
  inMethod('    if (true) { Integer b = 1; }\n    System.debug(b);'),
  '4:18 Variable does not exist: b',
);
wrong('a parameter named like another', 'public class A { void f(Integer a, String a) {} }', '1:43 Duplicate variable: a');
wrong('a type that does not exist', inMethod('    Foo a;'), '3:5 Invalid type: Foo');
wrong('an inner type that does not exist', ['public class A { A.Inner a; }'], '1:18 Invalid type: A.Inner');
wrong(
  'a type of the platform that is not modelled',
  inMethod('    Metadata.DeployContainer c;'),
  '3:5 NotSupported: Metadata.DeployContainer',
);
wrong('a map with one type', inMethod('    Map<Id> a;'), '3:5 Invalid type argument count for Map: expected 2 but found 1');
wrong('a String with a type argument', inMethod('    String<Id> a;'), '3:5 Type arguments provided for a non-parameterized type: String');
wrong('a class declared twice', ['public class A {}', 'public class a {}'], '1:14 Type name already in use: a');
wrong('an inner class declared twice', 'public class A { class B {} class b {} }', '1:35 Type name already in use: b');
wrong(
  'an inner class of an inner class',
  'public class A { class B { class C {} } }',
  '1:34 Inner types are not allowed to have inner types',
);
wrong('a field declared twice', 'public class A { Integer x; String X; }', '1:36 Duplicate field: X');
wrong(
  'a method declared twice',
  'public class A { void f(Integer a) {} Integer F(Integer b) { return 1; } }',
  '1:47 Method already defined: F Integer A.F(Integer) from the type A',
);
right('methods that differ in their parameters', 'public class A { void f(Integer a) {} void f(String a) {} }');
wrong(
  'a private inner class seen from elsewhere',
  ['public class A { private class B {} }', 'public class C { A.B b; }'],
  '1:18 Type is not visible: A.B',
);
wrong(
  'a private test class used by other classes',
  ['@IsTest private class T { public static void f() {} }', '@IsTest private class A { static void f() { T.f(); } }'],
  '1:45 Type is not visible: T',
);
right(
  'a public test class used by code that is no test: it may be called by a test',
  '@IsTest public class T { public static void f() {} }',
  'public class A { void f() { T.f(); } }',
);
wrong('a top-level class without visibility', 'class A {}', '1:7 Top-level type must have public or global visibility');
right(
  'a user class shadows a class of the system',
  'public class Test { public static Integer isRunningTest() { return 1; } public Integer f() { return Test.isRunningTest(); } }',
);
right(
  'an inner class shadows an SObject',
  'public class A { class Account { Integer n; } Integer f() { Account a = new Account(); return a.n; } }',
);
right('a variable shadows a type', 'public class A { Integer f(Contact account) { return account.LastName.length(); } }');
right(
  'the same name as SObject and as class of the system',
  'public class A { Integer f() { List<Site> sites = [SELECT Id FROM Site]; return sites.size(); } }',
);
wrong('a label that does not exist', inMethod('    String s = System.Label.Nothing;'), '3:29 External string does not exist: Nothing');
wrong(
  'a field that an object of which little is kept has on the platform',
  'public class A { String f(FieldDefinition one) { return one.DataType; } }',
  '1:61 NotSupported: FieldDefinition.DataType',
);
wrong(
  'a namespace of the platform in which nothing is modelled',
  'public class A { void f() { AppLauncher.AppMenu.setOrgSortOrder(new List<Id>()); } }',
  '1:41 NotSupported: AppLauncher.AppMenu',
);
wrong(
  'types of namespaces that nobody listed',
  'public class A { ConnectApi.FeedItem x; void f() { Wave.QueryBuilder.load(); ConnectApi.ChatterUsers.follow(null, null, null); } }',
  '1:18 NotSupported: ConnectApi.FeedItem',
  '1:57 NotSupported: Wave.QueryBuilder',
  '1:102 NotSupported: ConnectApi.ChatterUsers.follow()',
);
right('a variable named as such a namespace', "public class A { void f() { String wave = 'x'; Integer i = wave.length(); } }");
