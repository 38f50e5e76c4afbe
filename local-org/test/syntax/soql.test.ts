import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSoql, SoqlNotSupported, SoqlSyntaxError } from '../../src/syntax/parse.ts';
import type { SoqlCondition, SoqlOperand, SoqlQuery, SoqlValue } from '../../src/syntax/tree.ts';
import { bare, complaints, expressionOf } from './parsing.ts';

const query = (text: string): SoqlQuery => parseSoql(text).query;

const operand = (each: SoqlOperand): string =>
  each.kind === 'field' ? each.path.join('.') : `${each.name}(${each.args.map(operand).join(', ')})`;

function value(each: SoqlValue): string {
  switch (each.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(each.value);
    case 'number':
    case 'date':
    case 'datetime':
      return each.text;
    case 'string':
      return `'${each.value}'`;
    case 'dateLiteral':
      return each.n === null ? each.name : `${each.name}:${each.n}`;
    case 'bind':
      return `:${each.index}`;
    case 'list':
      return `(${each.values.map(value).join(', ')})`;
    case 'subquery':
      return `(SELECT FROM ${each.query.from.object})`;
    default:
      return each satisfies never;
  }
}

function condition(each: SoqlCondition): string {
  if (each.kind === 'compare') return `${operand(each.left)} ${each.operator} ${value(each.right)}`;
  if (each.kind === 'not') return `NOT(${condition(each.of)})`;
  return `(${each.of.map(condition).join(` ${each.kind} `)})`;
}

const where = (text: string): string => {
  const found = query(`SELECT Id FROM Account WHERE ${text}`).where;
  assert.ok(found);
  return condition(found);
};

const selected = (text: string): readonly string[] =>
  query(`SELECT ${text} FROM Account`).select.map((item) => {
    switch (item.kind) {
      case 'item':
        return operand(item.value) + (item.alias === null ? '' : ` as ${item.alias}`);
      case 'subquery':
        return `(${item.query.from.object})`;
      case 'fields':
        return `FIELDS(${item.scope})`;
      case 'typeof':
        return `typeof ${item.field}`;
      default:
        return item satisfies never;
    }
  });

test('reads fields, paths, functions, aliases, sub-queries', () => {
  assert.deepEqual(selected('Id, Owner.Profile.Name, COUNT(Id) c, calendar_year(CreatedDate), toLabel(Type), (SELECT Id FROM Contacts)'), [
    'Id',
    'Owner.Profile.Name',
    'COUNT(Id) as c',
    'CALENDAR_YEAR(CreatedDate)',
    'TOLABEL(Type)',
    '(Contacts)',
  ]);
  assert.deepEqual(selected('COUNT()'), ['COUNT()']);
  assert.deepEqual(selected('FORMAT(convertCurrency(Amount)) a, HOUR_IN_DAY(convertTimezone(CreatedDate))'), [
    'FORMAT(CONVERTCURRENCY(Amount)) as a',
    'HOUR_IN_DAY(CONVERTTIMEZONE(CreatedDate))',
  ]);
  assert.deepEqual(selected('FIELDS(standard)'), ['FIELDS(STANDARD)']);
});

test('reads TYPEOF', () => {
  assert.deepEqual(bare(query('SELECT TYPEOF What WHEN Account THEN Name, Owner.Name WHEN Case THEN Id ELSE Name END FROM Event').select), [
    {
      kind: 'typeof',
      field: 'What',
      whens: [
        {
          object: 'Account',
          fields: [
            { kind: 'field', path: ['Name'] },
            { kind: 'field', path: ['Owner', 'Name'] },
          ],
        },
        { object: 'Case', fields: [{ kind: 'field', path: ['Id'] }] },
      ],
      else: [{ kind: 'field', path: ['Name'] }],
    },
  ]);
});

const conditions: readonly (readonly [string, string])[] = [
  ["Name = 'x'", "Name = 'x'"],
  ['a != null AND b = TRUE AND c < -1.50', '(a != null and b = true and c < -1.50)'],
  ['a <> 1', 'a != 1'],
  ["(a = 1 OR b like 'x%') AND c >= 2", "((a = 1 or b LIKE 'x%') and c >= 2)"],
  ['(NOT a = 1) AND b = 2', '(NOT(a = 1) and b = 2)'],
  ['NOT (a = 1 OR b = 2)', 'NOT((a = 1 or b = 2))'],
  ['a IN (1, 2) AND b not in :c', '(a IN (1, 2) and b NOT IN :0)'],
  ["a INCLUDES ('x;y', 'z')", "a INCLUDES ('x;y', 'z')"],
  ['a IN (SELECT Id FROM Contact WHERE b = 1)', 'a IN (SELECT FROM Contact)'],
  ['a = today AND b = LAST_N_DAYS:30 AND c = n_days_ago:5', '(a = TODAY and b = LAST_N_DAYS:30 and c = N_DAYS_AGO:5)'],
  ['a = 2026-01-31 AND b > 2026-01-31T10:20:30Z', '(a = 2026-01-31 and b > 2026-01-31T10:20:30Z)'],
  ['DAY_ONLY(CreatedDate) = 2026-01-31', 'DAY_ONLY(CreatedDate) = 2026-01-31'],
  [String.raw`a = 'it\'s'`, "a = 'it's'"],
];

for (const [text, expected] of conditions) {
  test(`reads the condition ${text}`, () => {
    assert.equal(where(text), expected);
  });
}

test('keeps the escapes of LIKE and resolves the others', () => {
  assert.equal(where(String.raw`a LIKE '50\%\_\n\\'`), `a LIKE '50\\%\\_\n\\'`);
});

test('reads the clauses after WHERE', () => {
  const read = query(
    'SELECT Name n, COUNT(Id) FROM Account a WITH USER_MODE GROUP BY Name, CALENDAR_YEAR(CreatedDate) HAVING COUNT(Id) > 1 ORDER BY Name DESC NULLS LAST, COUNT(Id) ASC LIMIT 5 OFFSET :x.y FOR UPDATE',
  );
  assert.deepEqual(
    [read.from.object, read.from.alias, read.with, read.forClause, read.allRows],
    ['Account', 'a', 'USER_MODE', 'UPDATE', false],
  );
  assert.deepEqual(read.groupBy.map(operand), ['Name', 'CALENDAR_YEAR(CreatedDate)']);
  assert.equal(read.having && condition(read.having), 'COUNT(Id) > 1');
  assert.deepEqual(
    read.orderBy.map((each) => [operand(each.by), each.descending, each.nulls]),
    [
      ['Name', true, 'last'],
      ['COUNT(Id)', false, null],
    ],
  );
  assert.deepEqual(read.limit, { kind: 'number', value: 5 });
  assert.deepEqual(read.offset, { kind: 'bind', index: 0 });
  assert.equal(query('SELECT Id FROM A ALL ROWS').allRows, true);
  assert.equal(query('SELECT Id FROM A WITH SECURITY_ENFORCED').with, 'SECURITY_ENFORCED');
});

test('lists the bound names of dynamic SOQL in their order, those of sub-queries among them', () => {
  const { binds } = parseSoql(
    'SELECT Id, (SELECT Id FROM Contacts WHERE a = :one) FROM A WHERE b IN :two.three AND c = : Four LIMIT :five',
  );
  assert.deepEqual(binds, ['one', 'two.three', 'Four', 'five']);
});

test('binds whole expressions inline', () => {
  const read = expressionOf('[SELECT Id FROM A WHERE b = :c.d(1) AND e IN :new List<Id>{ f } LIMIT :g + 1]');
  assert.ok(read.kind === 'soql');
  assert.deepEqual(
    read.binds.map((each) => each.kind),
    ['call', 'newItems', 'binary'],
  );
  assert.deepEqual(read.query.limit, { kind: 'bind', index: 2 });
});

const wrong: readonly (readonly [string, string, number])[] = [
  ['SELECT FROM Account', "unexpected token: '<EOF>'", 20],
  ['SELECT Id Account', "unexpected token: '<EOF>'", 18],
  ["SELECT Id FROM Account WHERE Name = 'x' Limit 1 foo", "unexpected token: 'foo'", 49],
  ['SELECT Id FROM Account WHERE a = 1 OR b = 2 AND c = 3', "unexpected token: 'AND'", 45],
  ['SELECT Id FROM Account LIMIT x', "unexpected token: 'x'", 30],
  ['SELECT Id FROM Account WHERE a = :b()', 'Only variable references are allowed in dynamic SOQL/SOSL.', 35],
  ['DELETE FROM Account', "unexpected token: 'DELETE'", 1],
];

for (const [text, message, column] of wrong) {
  test(`refuses ${text}`, () => {
    assert.throws(
      () => parseSoql(text),
      (error: unknown) => {
        assert.ok(error instanceof SoqlSyntaxError);
        assert.deepEqual([error.message, error.line, error.column], [message, 1, column]);
        return true;
      },
    );
  });
}

const unsupported: readonly (readonly [string, string])[] = [
  ['SELECT Id FROM A USING SCOPE team', 'SOQL USING SCOPE team'],
  ['SELECT Id FROM A WITH DATA CATEGORY b AT c', 'SOQL WITH DATA CATEGORY'],
  ["SELECT Id FROM A WITH b = 'c'", 'SOQL WITH a filter'],
  ['SELECT Id FROM A a, a.Contacts c', 'SOQL FROM with several objects'],
  ['SELECT Id FROM A FOR VIEW FOR REFERENCE', 'SOQL with several FOR clauses'],
  ['SELECT Id FROM A UPDATE TRACKING', 'SOQL UPDATE TRACKING'],
  ["SELECT Id FROM A WHERE FORMULA('b') = true", 'SOQL FORMULA'],
  ['SELECT Id FROM A WHERE b > USD500', 'SOQL currency literal'],
  ['SELECT Id FROM A WHERE b > 10:20:30Z', 'SOQL time literal'],
  ["SELECT DISTANCE(L, GEOLOCATION(1, 2), 'mi') FROM A", 'SOQL DISTANCE'],
];

for (const [text, what] of unsupported) {
  test(`names what it cannot express: ${what}`, () => {
    assert.throws(
      () => parseSoql(text),
      (error: unknown) => error instanceof SoqlNotSupported && error.message === what,
    );
    assert.deepEqual(
      complaints(`a = [${text}];`, 'anonymous').map((each) => each.replace(/^\S+ /, '')),
      [what],
    );
  });
}

test('takes no reserved word for an alias', () => {
  assert.deepEqual(complaints('a = [SELECT Id FROM Account WHERE];', 'anonymous'), ["1:29 Unexpected token 'WHERE'."]);
  assert.deepEqual(complaints('a = [SELECT Id FROM Account ALL ROWS FOR UPDATE];', 'anonymous'), ["1:38 Expecting ']' but was: 'FOR'"]);
});
