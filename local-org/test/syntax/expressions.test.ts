import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, complaints, expressionOf, shape, statementOf } from './parsing.ts';

const shapes: readonly (readonly [string, string])[] = [
  ['a + b * c - d', '((a + (b * c)) - d)'],
  ['a - b - c', '((a - b) - c)'],
  ['a && b || c && d', '((a && b) || (c && d))'],
  ['a == b && c != d', '((a == b) && (c != d))'],
  ['a <> b', '(a != b)'],
  ['a === b', '(a === b)'],
  ['a | b ^ c & d', '(a | (b ^ (c & d)))'],
  ['a < b == c >= d', '((a < b) == (c >= d))'],
  ['a << 1 >> 2 >>> 3', '(((a << 1) >> 2) >>> 3)'],
  ['(a + b) * c', '((a + b) * c)'],
  ['!a && b', '((!a) && b)'],
  ['!a instanceof B', '((!a) instanceof B)'],
  ['-a * b', '((-a) * b)'],
  ['~a', '(~a)'],
  ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
  ['a || b ?? c', '((a || b) ?? c)'],
  ['a ?? b ? c : d', '((a ?? b) ? c : d)'],
  ['(String) a.b + c', '(((String) a.b) + c)'],
  // The platform takes this for a cast, too.
  ['(a) - b', '((a) (-b))'],
  ['a.b.c', 'a.b.c'],
  ['a?.b?.c()', 'a?.b?.c()'],
  ['a.b(c, d)[0].e', 'a.b(c, d)[0].e'],
  ['this.a', 'this.a'],
  ['super.a(b)', 'super.a(b)'],
  ['Trigger.new[0]', 'Trigger.new[0]'],
  ['b = c = d', '(b = (c = d))'],
  ['a++ + --b', '((a++) + (--b))'],
];

for (const [text, expected] of shapes) {
  test(`reads ${text} as ${expected}`, () => {
    assert.equal(shape(expressionOf(text)), expected);
  });
}

for (const operator of ['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '<<=', '>>=', '>>>=']) {
  test(`assigns with ${operator}`, () => {
    const statement = statementOf(`a ${operator} b;`);
    assert.ok(statement.kind === 'expression');
    assert.equal(shape(statement.expr), `(a ${operator} b)`);
  });
}

const literals: readonly (readonly [string, string, unknown])[] = [
  ['5', 'Integer', 5],
  ['2147483647', 'Integer', 2147483647],
  ['010', 'Integer', 10],
  ['5L', 'Long', '5'],
  ['9223372036854775807l', 'Long', '9223372036854775807'],
  ['1.50', 'Decimal', '1.50'],
  ['.5', 'Decimal', '.5'],
  ['1.5d', 'Double', '1.5'],
  ['TRUE', 'Boolean', true],
  ['false', 'Boolean', false],
  ['null', 'null', null],
  [String.raw`'a\n\t\r\b\f\'\"\\b'`, 'String', 'a\n\t\r\b\f\'"\\b'],
  [String.raw`'\u0041\u00e9'`, 'String', 'A\u00e9'],
  [String.raw`'\\u0041'`, 'String', '\\u0041'],
];

for (const [text, type, value] of literals) {
  test(`reads the literal ${text}`, () => {
    assert.deepEqual(bare(expressionOf(text)), { kind: 'literal', type, value });
  });
}

test('strips shared indentation and trailing white space from a text over several lines, then resolves escapes', () => {
  assert.deepEqual(bare(expressionOf("'''\n    a   \n\n  b\\n'c\n      '''")), {
    kind: 'literal',
    type: 'String',
    value: "  a\n\nb\n'c\n",
  });
});

for (const [text, message] of [
  ['2147483648', 'Illegal integer'],
  ['-2147483648', 'Illegal integer'],
  ['9223372036854775808L', 'Illegal long'],
  ["'a\nb'", 'Illegal string literal: Line breaks are not allowed in string literals'],
] as const) {
  test(`refuses the literal ${JSON.stringify(text)}`, () => {
    assert.match(complaints(`x = ${text};`, 'anonymous')[0] ?? '', new RegExp(`${message}$`));
  });
}

test('tells record creation with named fields from a constructor call', () => {
  assert.deepEqual(bare(expressionOf("new Account(Name = 'x', Parent = p)")), {
    kind: 'newSObject',
    type: { name: 'Account', args: [], arrays: 0 },
    fields: [
      { name: 'Name', value: { kind: 'literal', type: 'String', value: 'x' } },
      { name: 'Parent', value: { kind: 'name', name: 'p' } },
    ],
  });
  assert.equal(expressionOf('new Account()').kind, 'new');
  assert.equal(expressionOf('new A.B(c)').kind, 'new');
});

test('refuses a plain argument among named fields', () => {
  assert.deepEqual(complaints("x = new Account(Name = 'x', 5);", 'anonymous'), ["1:29 Unexpected token '5'."]);
});

test('reads collections with their first items', () => {
  assert.deepEqual(bare(expressionOf('new List<String>{ a }')), {
    kind: 'newItems',
    type: { name: 'List', args: [{ name: 'String', args: [], arrays: 0 }], arrays: 0 },
    items: [{ kind: 'name', name: 'a' }],
  });
  assert.deepEqual(bare(expressionOf('new Map<Id, List<A>>{ a => b, c => d }')), {
    kind: 'newMap',
    type: {
      name: 'Map',
      args: [
        { name: 'Id', args: [], arrays: 0 },
        { name: 'List', args: [{ name: 'A', args: [], arrays: 0 }], arrays: 0 },
      ],
      arrays: 0,
    },
    entries: [
      { key: { kind: 'name', name: 'a' }, value: { kind: 'name', name: 'b' } },
      { key: { kind: 'name', name: 'c' }, value: { kind: 'name', name: 'd' } },
    ],
  });
  assert.equal(expressionOf('new Set<String>{}').kind, 'newItems');
  assert.equal(expressionOf('new Map<String, String>{}').kind, 'newMap');
});

test('reads arrays as lists', () => {
  const list = { name: 'List', args: [{ name: 'Integer', args: [], arrays: 0 }], arrays: 0 };
  assert.deepEqual(bare(expressionOf('new Integer[3]')), {
    kind: 'newArray',
    type: list,
    size: { kind: 'literal', type: 'Integer', value: 3 },
  });
  assert.deepEqual(bare(expressionOf('new Integer[]{ 1 }')), {
    kind: 'newItems',
    type: list,
    items: [{ kind: 'literal', type: 'Integer', value: 1 }],
  });
});

test('reads type literals of plain, dotted and generic types', () => {
  assert.deepEqual(bare(expressionOf('A.B.class')), { kind: 'typeLiteral', type: { name: 'A.B', args: [], arrays: 0 } });
  assert.deepEqual(bare(expressionOf('List<A>.class')), {
    kind: 'typeLiteral',
    type: { name: 'List', args: [{ name: 'A', args: [], arrays: 0 }], arrays: 0 },
  });
});

test('reads SOSL with its binds by name', () => {
  assert.deepEqual(bare(expressionOf("[FIND :a + 'x' IN ALL FIELDS RETURNING Account(Id WHERE Name = :b)]")), {
    kind: 'sosl',
    text: '[FIND :b0 IN ALL FIELDS RETURNING Account(Id WHERE Name = :b1)]',
    binds: [bare(expressionOf("a + 'x'")), { kind: 'name', name: 'b' }],
  });
});
