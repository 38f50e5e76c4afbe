import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assumed } from '../lib/assumed.ts';

const refuse = (message: string): never => {
  throw new Error(message);
};

test('switches are set by name and position', () => {
  assert.deepEqual(assumed(['standardExternalProfiles=allowed', 'siteWelcomeMail=both'], refuse), {
    standardExternalProfiles: 'allowed',
    siteWelcomeMail: 'both',
  });
});

test('an unknown switch or position is refused with what there is', () => {
  assert.throws(() => assumed(['siteMail=both'], refuse), /no assumption switch 'siteMail'/);
  assert.throws(() => assumed(['siteWelcomeMail'], refuse), /siteWelcomeMail takes one of siteInstead, both, headerDecides, not ''/);
});
