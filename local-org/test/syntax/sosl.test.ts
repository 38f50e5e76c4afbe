import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSosl } from '../../src/syntax/parseSosl.ts';
import { SoqlNotSupported, SoqlSyntaxError } from '../../src/syntax/parseSoql.ts';

test('reads what is searched for and what of each object is returned', () => {
  assert.deepEqual(
    parseSosl(
      `FIND {in (or) 'out'} IN NAME FIELDS RETURNING Account(Id, toLabel(Type) WHERE Name IN ('a, b)', ':c') ORDER BY Name LIMIT 3), Contact LIMIT 5`,
    ),
    {
      term: `{in (or) 'out'}`,
      returning: [
        { object: 'Account', fields: 'Id, toLabel(Type)', where: `Name IN ('a, b)', ':c')`, orderBy: 'Name', limit: '3', offset: null },
        { object: 'Contact', fields: 'Id', where: null, orderBy: null, limit: null, offset: null },
      ],
      limit: '5',
    },
  );
});

test('keywords inside of quotes and words part nothing', () => {
  const { term, returning } = parseSosl(`FIND 'a limit \\' of returning' RETURNING Limited__c(Within__c)`);
  assert.equal(term, `'a limit \\' of returning'`);
  assert.deepEqual([returning[0]?.object, returning[0]?.fields], ['Limited__c', 'Within__c']);
});

test('refuses what is not modelled by name, and what is no search', () => {
  assert.throws(() => parseSosl(`FIND 'ab'`), SoqlNotSupported);
  assert.throws(() => parseSosl(`FIND 'ab' RETURNING Account WITH DIVISION = 'x'`), /SOSL WITH DIVISION/);
  assert.throws(() => parseSosl(`FIND 'ab' RETURNING Account(Id USING ListView = x)`), /SOSL USING/);
  assert.throws(() => parseSosl(`SELECT Id FROM Account`), SoqlSyntaxError);
  assert.throws(() => parseSosl(`FIND 'ab' IN SOME FIELDS RETURNING Account`), SoqlSyntaxError);
});
