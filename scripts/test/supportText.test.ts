import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SUPPORT_FILE, supportText } from '../support/supportText.ts';

test('SUPPORT.md says what the code says', async () => {
  assert.equal(readFileSync(SUPPORT_FILE, 'utf8'), await supportText(), 'it is out of date: npm run support');
});
