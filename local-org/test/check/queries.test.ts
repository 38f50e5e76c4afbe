import { inMethod, right, wrong } from './cases.ts';

const advice = 'Please reference your WSDL or the describe call for the appropriate names.';
const column = (name: string, entity: string): string =>
  `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${advice}`;

wrong('an object that does not exist', inMethod('    Object o = [SELECT Id FROM Foo];'), "3:32 sObject type 'Foo' is not supported.");
wrong('a column that does not exist', inMethod('    Object o = [SELECT Id, Nam FROM Account];'), `3:28 ${column('Nam', 'Account')}`);
wrong(
  'a column of the parent that does not exist',
  inMethod('    Object o = [SELECT Account.Nam FROM Contact];'),
  `3:24 ${column('Nam', 'Account')}`,
);
wrong(
  'a parent that does not exist',
  inMethod('    Object o = [SELECT Foo.Name FROM Contact];'),
  `3:24 Didn't understand relationship 'Foo' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${advice}`,
);
wrong(
  'children that do not exist',
  inMethod('    Object o = [SELECT (SELECT Id FROM Foos) FROM Account];'),
  `3:40 Didn't understand relationship 'Foos' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${advice}`,
);
wrong(
  'a column that does not exist in WHERE',
  inMethod("    Object o = [SELECT Id FROM Account WHERE Nam = 'x'];"),
  `3:46 ${column('Nam', 'Account')}`,
);
wrong(
  'a number for a text',
  inMethod('    Object o = [SELECT Id FROM Account WHERE Name = 1];'),
  "3:46 value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
);
wrong(
  'a text for a Boolean',
  inMethod("    Object o = [SELECT Id FROM User WHERE IsActive = 'true'];"),
  "3:43 value of filter criterion for field 'IsActive' must be of type boolean and should not be enclosed in quotes",
);
wrong(
  'a text for a date and time',
  inMethod("    Object o = [SELECT Id FROM User WHERE CreatedDate > '2026-01-01'];"),
  "3:43 value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
);
wrong(
  'a bind of the wrong type',
  inMethod('    Object o = [SELECT Id FROM Account WHERE Name = :1];'),
  '3:54 Invalid bind expression type of Integer for column of type String',
);
wrong(
  'a bound list of the wrong type',
  inMethod('    List<Integer> l;\n    Object o = [SELECT Id FROM Account WHERE Name IN :l];'),
  '4:55 Invalid bind expression type of List<Integer> for column of type String',
);
wrong(
  'a bound map',
  inMethod('    Map<Id, Account> m;\n    Object o = [SELECT Id FROM Account WHERE Id IN :m];'),
  '4:53 Invalid bind expression type of Map<Id,Account> for column of type Id',
);
wrong(
  'a bind that does not exist',
  inMethod('    Object o = [SELECT Id FROM Account WHERE Name = :foo];'),
  '3:54 Variable does not exist: foo',
);
wrong(
  'a LIMIT that is no number',
  inMethod("    Object o = [SELECT Id FROM Account LIMIT :'x'];"),
  '3:47 Invalid bind expression type of String for column of type Integer',
);
wrong(
  'a field that is neither grouped nor aggregated',
  inMethod('    Object o = [SELECT Name, COUNT(Id) FROM Account];'),
  '3:24 Field must be grouped or aggregated: Name',
);
wrong(
  'a sum of texts',
  inMethod('    Object o = [SELECT SUM(Name) FROM Account];'),
  '3:24 field Name does not support aggregate operator SUM',
);
wrong('a field selected twice', inMethod('    Object o = [SELECT Name, name FROM Account];'), '3:30 duplicate field selected: name');
wrong(
  'a semi-join on a text',
  inMethod('    Object o = [SELECT Id FROM Account WHERE Name IN (SELECT AccountId FROM Contact)];'),
  "3:46 The left operand field in the where expression for outer query should be an id field, cannot use: 'Name'",
);
wrong(
  'TYPEOF of what is no polymorphic relationship',
  inMethod('    Object o = [SELECT TYPEOF Account WHEN Account THEN Id END FROM Contact];'),
  '3:24 TYPEOF can only be used on polymorphic relationships: Account',
);
wrong(
  'SECURITY_ENFORCED from API 67',
  inMethod('    Object o = [SELECT Id FROM Account WITH SECURITY_ENFORCED];'),
  '3:17 WITH SECURITY_ENFORCED is not supported from API version 67.0 on: use WITH USER_MODE',
);
wrong(
  'a query for another object',
  inMethod('    List<Contact> l = [SELECT Id FROM Account];'),
  '3:19 Illegal assignment from List<Account> to List<Contact>',
);
wrong(
  'a count assigned to a list',
  inMethod('    List<Account> l = [SELECT COUNT() FROM Account];'),
  '3:19 Illegal assignment from Integer to List<Account>',
);
wrong(
  'groups assigned to records',
  inMethod('    List<Account> l = [SELECT Name FROM Account GROUP BY Name];'),
  '3:19 Illegal assignment from List<AggregateResult> to List<Account>',
);
right(
  'queries',
  inMethod(
    [
      'Id i; Set<Id> ids; List<Account> accounts; Integer n = 5;',
      "List<Account> a = [SELECT Id, Name, Owner.Name, (SELECT Id, Account.Name FROM Contacts WHERE LastName LIKE 'a%' LIMIT 3) FROM Account WHERE Id = :i OR Id IN :ids OR Id IN :accounts ORDER BY Name DESC NULLS LAST LIMIT :n];",
      'Account b = [SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:3 AND CreatedDate > 2026-01-01T00:00:00Z WITH USER_MODE];',
      'String s = [SELECT Name FROM Account].Name;',
      'Integer c = [SELECT COUNT() FROM Account];',
      'List<AggregateResult> d = [SELECT Name n, COUNT(Id), MAX(CreatedDate) FROM Account GROUP BY Name HAVING COUNT(Id) > 1 ORDER BY COUNT(Id)];',
      "Object e = d[0].get('n');",
      'Integer f = [SELECT Id FROM Account].size();',
      'Account g = [SELECT Id FROM Account][0];',
      'List<Contact> h = [SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Name = :s) AND (NOT LastName = null)];',
      'List<Account> j = [SELECT CALENDAR_YEAR(CreatedDate) y, COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)].isEmpty() ? null : new List<Account>();',
      'List<Account> k = [SELECT x.Name, Account.Id FROM Account x WHERE x.Name != :s];',
    ].join('\n'),
  ),
);
