import { inMethod, right, wrong } from './cases.ts';

wrong('a String assigned to an Integer', inMethod("    Integer a = 'x';"), '3:13 Illegal assignment from String to Integer');
wrong('an Integer assigned to a String', inMethod('    String s = 1;'), '3:12 Illegal assignment from Integer to String');
wrong('a Decimal assigned to an Integer', inMethod('    Integer a = 1.5;'), '3:13 Illegal assignment from Decimal to Integer');
wrong('a Long assigned to an Integer', inMethod('    Integer a = 1L;'), '3:13 Illegal assignment from Long to Integer');
right('numbers widen', inMethod('    Long a = 1;\n    Double b = a;\n    Decimal c = b;\n    Double d = c;\n    Decimal e = 1;'));
right('ids and strings are assigned to each other', inMethod("    Id a = '001000000000001';\n    String b = a;"));
right('a Date becomes a Datetime', inMethod('    Datetime a = Date.today();'));
wrong('a Datetime assigned to a Date', inMethod('    Date a = Datetime.now();'), '3:10 Illegal assignment from Datetime to Date');
wrong(
  'an SObject assigned to an Account',
  inMethod('    SObject s = new Account();\n    Account a = s;'),
  '4:13 Illegal assignment from SObject to Account',
);
right('an Account assigned to an SObject, back with a cast', inMethod('    SObject s = new Account();\n    Account a = (Account) s;'));
right('lists of SObjects cross both ways', inMethod('    List<SObject> s = new List<Account>();\n    List<Account> a = s;'));
wrong(
  'a list of Strings assigned to a list of Integers',
  inMethod('    List<Integer> a = new List<String>();'),
  '3:19 Illegal assignment from List<String> to List<Integer>',
);
wrong(
  'a set of Ids assigned to a set of Strings',
  inMethod('    Set<String> a = new Set<Id>();'),
  '3:17 Illegal assignment from Set<Id> to Set<String>',
);
wrong(
  'a set of Accounts assigned to a set of SObjects',
  inMethod('    Set<SObject> a = new Set<Account>();'),
  '3:18 Illegal assignment from Set<Account> to Set<SObject>',
);
right(
  'maps are covariant in their values',
  inMethod('    Map<Id, SObject> a = new Map<Id, Account>();\n    Map<String, Object> b = new Map<String, String>();'),
);
wrong(
  'maps are not covariant in their keys',
  inMethod('    Map<Object, String> a = new Map<String, String>();'),
  '3:25 Illegal assignment from Map<String,String> to Map<Object,String>',
);
wrong(
  'a void method as a value',
  'public class A { void f() {} void g() { Integer a = f(); } }',
  '1:53 Illegal assignment from void to Object',
);
wrong(
  'a class assigned to an unrelated one',
  'public class A { class B {} class C {} void f() { B b = new C(); } }',
  '1:53 Illegal assignment from A.C to A.B',
);
right(
  'a subclass assigned to its super class and to an interface',
  'public class A { interface I {} virtual class B implements I {} class C extends B {} void f() { B b = new C(); I i = b; C c = (C) i; } }',
);

wrong(
  'a cast between unrelated classes',
  'public class A { class B {} class C {} void f(B b) { C c = (C) b; } }',
  '1:60 Incompatible types since an instance of A.B is never an instance of A.C',
);
wrong(
  'a map of SObjects given as one of accounts',
  inMethod('    Map<Id, SObject> s;\n    Map<Id, Account> a = s;'),
  '4:22 Illegal assignment from Map<Id,SObject> to Map<Id,Account>',
);
wrong(
  'exact equality with null',
  inMethod('    Account a;\n    Boolean b = a === null;'),
  '4:17 Comparison arguments must be compatible types: Account, NULL',
);
wrong(
  'a cast of a String to an Integer',
  inMethod("    Integer a = (Integer) 'x';"),
  '3:17 Incompatible types since an instance of String is never an instance of Integer',
);
wrong(
  'a cast of a set to a set of its super type',
  inMethod('    Set<Account> a;\n    Set<SObject> s = (Set<SObject>) a;'),
  '4:22 Incompatible types since an instance of Set<Account> is never an instance of Set<SObject>',
);
wrong(
  'instanceof that is always true',
  inMethod('    Account a;\n    Boolean b = a instanceof SObject;'),
  '4:17 Operation instanceof is always true since an instance of Account is always an instance of SObject',
);
wrong(
  'instanceof that is always false',
  inMethod('    Account a;\n    Boolean b = a instanceof Contact;'),
  '4:17 Operation instanceof is always false since an instance of Account is never an instance of Contact',
);
right(
  'instanceof that may be either',
  inMethod(
    '    Object o; SObject s; String t;\n    Boolean b = o instanceof Map<String, Object> || s instanceof Account || t instanceof Id;',
  ),
);

wrong('a condition that is no Boolean', inMethod('    if (1) { }'), '3:9 Condition expression must be of type Boolean: Integer');
wrong(
  'and between a Boolean and a String',
  inMethod("    Boolean b = true && 'x';"),
  '3:25 Logical operator can only be applied to Boolean',
);
wrong('not of an Integer', inMethod('    Boolean b = !1;'), '3:17 ! operator can only be applied to boolean expressions');
wrong(
  'a String compared with an Integer',
  inMethod("    Boolean b = 'x' == 1;"),
  '3:17 Comparison arguments must be compatible types: String, Integer',
);
wrong('order of Booleans', inMethod('    Boolean b = true < false;'), '3:17 Inequality operator not allowed for this type: Boolean');
wrong(
  'order of a Date and a String',
  inMethod("    Boolean b = Date.today() < 'x';"),
  '3:22 Comparison arguments must be compatible types: Date, String',
);
wrong(
  'identity of Strings',
  inMethod("    Boolean b = 'x' === 'y';"),
  '3:17 Exact equality operator only allowed for reference types: String',
);
wrong('minus between Strings', inMethod("    String s = 'x' - 'y';"), '3:16 Arithmetic expressions must use numeric arguments');
wrong('a Date plus a Decimal', inMethod('    Date d = Date.today() + 1.5;'), '3:19 Date expressions must use Integer or Long');
wrong(
  'bits of a Decimal',
  inMethod('    Decimal d = 1.5 & 1;'),
  '3:17 & operator can only be applied to Boolean expressions or to Integer or Long expressions',
);
wrong('shift of a Decimal', inMethod('    Decimal d = 1.5 << 1;'), '3:17 << operation can only be applied to Integer or Long types');
wrong('minus of a String', inMethod("    String s = -'x';"), '3:16 Unary negation must use a numeric argument');
wrong(
  'increment of a String',
  inMethod('    String s;\n    s++;'),
  '4:6 Unary postfix increment/decrement can only be applied to numeric expressions: String',
);
wrong(
  'a compound assignment that would narrow',
  inMethod('    Integer i = 1;\n    i += 1.5;'),
  '4:5 Illegal assignment from Decimal to Integer',
);
right(
  'operators',
  inMethod(
    "    String s = 'x' + 1 + null + Date.today();\n    s += 1;\n    Decimal d = 1 + 1.5;\n    d *= 2;\n    Date t = Date.today() + 1;\n    Integer i = 7 / 2 << 3 & 1;\n    i++;\n    Boolean b = i <= 2.5 && s != null ^ true;",
  ),
);
wrong(
  'a conditional of unrelated types',
  inMethod("    Object o = true ? new Account() : 'x';"),
  '3:16 Incompatible types in ternary operator: String, Account',
);
wrong(
  '?? of unrelated types',
  inMethod("    Object o = 1 ?? 'x';"),
  '3:16 Incompatible types in null coalescing operator: Integer, String',
);
right(
  'conditionals meet in the wider type',
  inMethod('    Decimal d = true ? 1 : 2.5;\n    Integer i = null ?? 3;\n    SObject s = true ? (SObject) new Account() : new Contact();'),
);

wrong('a literal as target of an assignment', inMethod('    1 = 2;'), '3:5 Expression cannot be assigned');
wrong('a method call as target', 'public class A { Integer f() { f() = 1; return 1; } }', '1:32 Expression cannot be assigned');
wrong('an expression that does nothing', inMethod('    1 + 1;'), '3:5 Expression cannot be a statement.');
wrong('an element of something that is no list', inMethod("    String s = 'x'[0];"), '3:16 Expression must be a list type: String');
wrong(
  'an index that is no Integer',
  inMethod("    List<String> l;\n    String s = l['a'];"),
  '4:18 List index must be of type Integer: String',
);
wrong(
  'an item of the wrong type',
  inMethod("    List<Integer> l = new List<Integer>{ 1, 'x' };"),
  '3:45 Initial expression is of incorrect type, expected: Integer but was: String',
);
wrong(
  'a map key of the wrong type',
  inMethod("    Map<Integer, String> m = new Map<Integer, String>{ 'x' => 'y' };"),
  '3:56 Invalid key type String for Integer',
);
wrong(
  'a list made from a map',
  inMethod('    List<Id> l = new List<Id>(new Map<Id, Id>());'),
  '3:18 Invalid initializer type Map<Id,Id> found for List<Id>: expected an Integer or a List of type Id',
);
wrong(
  'a map made from a list that is not of records',
  inMethod('    Map<Id, Account> m = new Map<Id, Account>(new List<Id>());'),
  '3:26 Invalid initializer type List<Id> found for Map<Id,Account>: expected a Map with the same key and value types, or a valid SObject List',
);
right(
  'collections made from others',
  inMethod(
    "    List<Id> a = new List<Id>(new Set<Id>());\n    Set<Id> b = new Set<Id>(a);\n    Map<Id, Account> c = new Map<Id, Account>([SELECT Id FROM Account]);\n    Map<Id, Account> d = new Map<Id, Account>(c);\n    String[] e = new String[3];\n    String[] f = new String[]{ 'x' };",
  ),
);
