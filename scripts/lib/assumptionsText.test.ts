import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ASSUMPTIONS_FILE, assumptionsText } from './assumptionsText.ts';

test('ASSUMPTIONS.md says what the table of assumption switches says', async () => {
  assert.equal(readFileSync(ASSUMPTIONS_FILE, 'utf8'), await assumptionsText(), 'it is out of date: npm run assumptions');
});
