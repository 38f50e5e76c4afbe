/** The module map of DESIGN.md, as a test: which module of local-org/src may import which. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const source = join(import.meta.dirname, '..', 'src');

/** Type-only imports of `types/` and `schema/model` are data shapes; everybody below may use what stands here. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  metadata: ['syntax'],
  types: ['syntax'],
  schema: ['syntax', 'types', 'runtime'],
  runtime: ['syntax', 'types', 'schema'],
  standard: ['syntax', 'types', 'schema', 'runtime'],
  check: ['syntax', 'types', 'schema', 'runtime', 'standard'],
  emit: ['syntax', 'types', 'runtime'],
  formula: ['syntax', 'schema', 'runtime', 'standard'],
  store: ['schema', 'runtime'],
  access: ['schema', 'runtime', 'store'],
  soql: ['syntax', 'schema', 'runtime', 'formula', 'store', 'access'],
  dml: ['syntax', 'schema', 'runtime', 'formula', 'store', 'access', 'soql'],
  async: ['syntax', 'types', 'schema', 'runtime', 'standard', 'store', 'access', 'soql', 'dml'],
  email: ['schema', 'runtime', 'store'],
  apexTests: ['syntax', 'types', 'schema', 'runtime', 'standard', 'store', 'access', 'soql', 'dml', 'async', 'email'],
  org: [
    'syntax',
    'metadata',
    'types',
    'schema',
    'runtime',
    'standard',
    'check',
    'emit',
    'formula',
    'store',
    'access',
    'soql',
    'dml',
    'async',
    'email',
    'apexTests',
  ],
  server: ['org'],
  console: ['org', 'server'],
};

interface Import {
  readonly from: string;
  readonly file: string;
  readonly to: string;
}

function imports(): Import[] {
  const found: Import[] = [];
  for (const file of globSync('**/*.ts', { cwd: source })) {
    const text = readFileSync(join(source, file), 'utf8');
    for (const match of text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)) {
      const target = relative(source, join(source, dirname(file), match[1]!)).replaceAll('\\', '/');
      found.push({ from: file.split(/[\\/]/)[0]!, file, to: target });
    }
  }
  return found;
}

test('every module imports only what lies below it', () => {
  const wrong = imports()
    .filter(({ from, to }) => !to.startsWith(`${from}/`) && !(MAY_IMPORT[from] ?? []).includes(to.split('/')[0]!))
    .map(({ file, to }) => `${file} → ${to}`);
  assert.deepEqual(wrong, []);
});

test('every module of the source has a place in the map', () => {
  const modules = new Set(globSync('*/', { cwd: source }).map((name) => name.replace(/[\\/]$/, '')));
  assert.deepEqual(
    [...modules].filter((name) => !(name in MAY_IMPORT)),
    [],
  );
});

test('only store/sqlite.ts imports node:sqlite', () => {
  const users = globSync('**/*.ts', { cwd: source }).filter((file) =>
    readFileSync(join(source, file), 'utf8').includes("from 'node:sqlite'"),
  );
  assert.deepEqual(
    users.map((file) => file.replaceAll('\\', '/')),
    ['store/sqlite.ts'],
  );
});

test('nothing in the local org knows the product or the scripts, and only server/ the network', () => {
  const wrong = globSync('**/*.ts', { cwd: source }).filter((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return /force-app|\.\.\/\.\.\/scripts/.test(text) || (/node:http|node:net/.test(text) && !/^server[\\/]/.test(file));
  });
  assert.deepEqual(wrong, []);
});
