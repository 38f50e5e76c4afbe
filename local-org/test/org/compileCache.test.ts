/** What is compiled a second time, and what is not. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openOrg } from '../../index.ts';
import { files } from '../helpers/project.ts';

const one = 'public class One { public static Integer value() { return 1; } }';
const two = 'public class Two { public static Integer value() { return One.value() + 1; } }';

test('an edit of one class parses that class alone, and code of another form is compiled anew', () => {
  const cache = mkdtempSync(join(tmpdir(), 'local-org-'));
  const deploy = (classes: Readonly<Record<string, string>>): void => {
    const org = openOrg({ file: null, cache });
    assert.deepEqual(org.deploy(files({ classes })).problems, []);
    org.close();
  };
  const entries = (prefix: string): number => readdirSync(cache).filter((name) => name.startsWith(prefix)).length;
  try {
    deploy({ One: one, Two: two });
    assert.equal(entries('tree-'), 2);
    const compiled = entries('code-');

    deploy({ One: one, Two: two });
    assert.equal(entries('tree-'), 2);
    assert.equal(entries('code-'), compiled);

    deploy({ One: one.replace('return 1', 'return 7'), Two: two });
    assert.equal(entries('tree-'), 3);
    assert.equal(entries('code-'), compiled + 1);
  } finally {
    rmSync(cache, { recursive: true });
  }
});
