import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openOrg } from '../../local-org/index.ts';
import { mailWay } from '../lib/smtp.ts';

const org = openOrg({ file: null, cache: null });
after(() => org.close());
const url = 'smtp://localhost:1025';

test('mail stays in the outbox unless a mail server is named', () => {
  assert.deepEqual(mailWay(org, {}), { keptBecause: null });
  assert.deepEqual(mailWay(org, { LOCAL_ORG_SMTP_URL: url }), { url });
});

test('a sandbox sends no mail unless told to', () => {
  org.setSandbox(true);
  assert.match(JSON.stringify(mailWay(org, { LOCAL_ORG_SMTP_URL: url })), /LOCAL_ORG_SMTP_SANDBOX=deliver/);
  assert.deepEqual(mailWay(org, { LOCAL_ORG_SMTP_URL: url, LOCAL_ORG_SMTP_SANDBOX: 'deliver' }), { url });
});
