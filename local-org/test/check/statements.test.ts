import { inMethod, right, wrong } from './cases.ts';

wrong(
  'a method that may end without a value',
  'public class A {\n  Integer f(Boolean b) {\n    if (b) return 1;\n  }\n}',
  '2:11 Missing return statement required return type: Integer',
);
right('both branches return', 'public class A { Integer f(Boolean b) { if (b) { return 1; } else { throw new MathException(); } } }');
right(
  'a switch with else returns',
  "public class A { Integer f(String s) { switch on s { when 'a', 'b' { return 1; } when null { return 2; } when else { return 3; } } } }",
);
wrong(
  'a switch without else does not',
  "public class A { Integer f(String s) { switch on s { when 'a' { return 1; } } } }",
  '1:26 Missing return statement required return type: Integer',
);
right('try and catch return', 'public class A { Integer f() { try { return 1; } catch (Exception e) { return 2; } } }');
wrong('a statement after return', inMethod('    return;\n    Integer a = 1;'), '4:5 Unreachable statement');
wrong('a statement after throw', inMethod('    throw new MathException();\n    run();'), '4:5 Unreachable statement');
wrong('a value returned by a void method', inMethod('    return 1;'), '3:5 Void method must not return a value');
wrong(
  'no value returned by a method that must',
  'public class A { Integer f() { return; } }',
  '1:32 Missing return statement required return type: Integer',
);
wrong(
  'a value of the wrong type returned',
  "public class A { Integer f() { return 'x'; } }",
  '1:32 Illegal conversion from String to Integer',
);
wrong('a value returned by a constructor', 'public class A { A() { return 1; } }', '1:24 Constructors must not return a value');
wrong('break outside of a loop', inMethod('    break;'), '3:5 Break statement must be in loop');
wrong('continue outside of a loop', inMethod('    continue;'), '3:5 Continue statement must be in loop');
wrong('a loop over a String', inMethod("    for (String s : 'abc') {}"), '3:21 Loop must iterate over collection: String');
wrong(
  'a loop over a map',
  inMethod('    for (Id i : new Map<Id, Account>()) {}'),
  '3:17 Loop must iterate over collection: Map<Id,Account>',
);
wrong(
  'a loop variable of the wrong type',
  inMethod('    for (Integer i : new List<String>()) {}'),
  '3:5 Invalid loop variable type expected String was Integer',
);
wrong(
  'a loop variable of the wrong SObject over a query',
  inMethod('    for (Contact c : [SELECT Id FROM Account]) {}'),
  '3:10 Loop variable must be a generic SObject or List or a concrete SObject or List of: Account',
);
wrong(
  'a loop over children of a record with a variable that is no record',
  inMethod("    for (String each : new Account().getSObjects('Contacts')) {}"),
  '3:10 Loop variable must be a generic SObject or List or a concrete SObject or List.',
);
wrong(
  'a loop over other lists of any records with a variable of one object',
  'public class A { List<SObject> all() { return null; } void run() { for (Account each : all()) {} } }',
  '1:68 Invalid loop variable type expected SObject was Account',
);
right(
  'loops',
  inMethod(
    '    for (Account a : [SELECT Id FROM Account]) {}\n    for (List<Account> a : [SELECT Id FROM Account]) {}\n    for (SObject a : [SELECT Id FROM Account]) {}\n    List<Integer> l;\n    for (Long a : l) {}\n    for (Object a : l) {}\n    for (String s : new Set<Id>()) { continue; }\n    while (true) { break; }\n    do { } while (false);',
  ),
);
wrong(
  'a loop over SObjects with a variable of one object',
  inMethod('    List<SObject> l;\n    for (Account a : l) {}'),
  '4:5 Invalid loop variable type expected SObject was Account',
);
wrong('something thrown that is no exception', inMethod("    throw 'x';"), '3:5 Throw expression must be of type exception: String');
wrong(
  'something caught that is no exception',
  inMethod('    try { run(); } catch (Account a) { }'),
  '3:20 Catch block variable must be of type exception: Account',
);
wrong(
  'an exception caught after its super type',
  inMethod('    try { run(); } catch (Exception e) { } catch (DmlException e) { }'),
  '3:44 Exception type already caught: System.DmlException',
);
wrong('DML of something that is no record', inMethod("    insert 'x';"), '3:5 DML requires SObject or SObject list type: String');
wrong('DML of a set', inMethod('    Set<Account> s;\n    update s;'), '4:5 DML requires SObject or SObject list type: Set<Account>');
wrong(
  'an upsert by a field that is no external id',
  inMethod('    upsert new Account() Account.Name;'),
  '3:5 Invalid field for upsert, must be an External Id custom or standard indexed field: Name',
);
wrong(
  'runAs without a user',
  inMethod('    System.runAs(new Account()) { }'),
  "3:5 runAs requires a single argument of type 'User' or 'Version'",
);
right(
  'DML',
  inMethod(
    '    insert new Account();\n    update as user new List<Account>();\n    delete [SELECT Id FROM Account];\n    upsert as system new Account() Id;\n    undelete new Account();\n    System.runAs(new User()) { insert new Account(); }',
  ),
);
wrong('a switch on a Boolean', inMethod('    switch on true { when else {} }'), '3:15 Boolean is not a valid switch expression type');
wrong(
  'a case of the wrong type',
  inMethod("    switch on 1 { when 'x' {} }"),
  "3:24 String value in 'when expression' cannot be implicitly converted to the Integer type in switch expression",
);
wrong(
  'a case twice',
  inMethod("    switch on 'a' { when 'x' {} when 'x' {} }"),
  '3:38 x occurs as more than one when branch for this switch statement',
);
wrong('a case that is no constant', inMethod('    Integer i = 1;\n    switch on 1 { when i {} }'), '4:24 Field must be an enum reference');
wrong(
  'a qualified enum value in a case',
  'public class A { enum E { X } void f(E e) { switch on e { when E.X {} } } }',
  "1:66 Enum value used in 'when expression' should be unqualified",
);
wrong(
  'an enum value that does not exist in a case',
  'public class A { enum E { X } void f(E e) { switch on e { when Y {} } } }',
  '1:64 Field must be an enum reference',
);
right(
  'switches',
  'public class A { enum E { X, Y } void f(E e, Integer i, SObject s) { switch on e { when X, Y {} } switch on i { when -1, 2 {} when else {} } switch on s { when Account a { System.debug(a.Name); } when null {} } } }',
);
wrong(
  'two problems in one method',
  inMethod("    Integer a = 'x';\n    String b = 1;\n    System.debug(a + b);"),
  '3:13 Illegal assignment from String to Integer',
  '4:12 Illegal assignment from Integer to String',
);

right(
  'a trigger',
  'trigger T on Account (before insert, after update) {\n  for (Account a : Trigger.new) { a.Name = a.Name + Trigger.oldMap?.get(a.Id)?.Name; }\n  if (Trigger.isBefore) return;\n}',
);
wrong(
  'a trigger on something that does not exist',
  'trigger T on Nothing (before insert) {}',
  "1:9 Trigger type isn't an SObject: Nothing",
);
wrong(
  'a problem in a trigger',
  "trigger T on Account (before insert) {\n  Integer i = 'x';\n}",
  '2:11 Illegal assignment from String to Integer',
);
wrong(
  'a trigger on an event before insert',
  'trigger T on BatchApexErrorEvent (before insert) {}',
  '1:9 Platform Event SObjects only supports after insert: BatchApexErrorEvent',
);
right(
  'anonymous Apex',
  '// anonymous\nInteger twice(Integer n) { return n * 2; }\nInteger i = twice(2);\nSystem.debug(i);\nclass Foo { Integer x; }\nFoo f = new Foo();',
);
wrong(
  'a case that names a constant',
  'public class A { static final Integer X = 1; void f() { switch on 1 { when X {} } } }',
  '1:76 Field must be an enum reference',
);
