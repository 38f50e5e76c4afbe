/** `npm run test:assumptions`: the product's Apex tests and a simulated run, in every position of every assumption switch. */
import { join } from 'node:path';
import { assumptions } from '../local-org/index.ts';
import { readArguments } from './lib/arguments.ts';
import { runApexTests } from './lib/apexTests.ts';
import { PRODUCT_FOLDERS } from './lib/demoOrg.ts';
import { root, runNode } from './lib/tools.ts';

const USAGE = `Usage: npm run test:assumptions [-- --only SWITCH]
Runs the Apex tests of the product and simulated runs in every position that is not the default.`;

const { only } = readArguments(USAGE, { only: { type: 'string' } });
let failed = 0;
let positions = 0;
for (const { name, positions: all, default: usual } of assumptions) {
  if (only !== undefined && only !== name) continue;
  for (const { name: position } of all) {
    if (position === usual) continue;
    positions++;
    const run = runApexTests(PRODUCT_FOLDERS, [], join(root, '.cache', 'local-org'), { [name]: position });
    const bad = run.tests.filter((test) => test.outcome !== 'Pass' && test.outcome !== 'Skip');
    process.stdout.write(`${name} = ${position}: ${run.summary.passed} Apex tests passed, ${run.summary.failed} failed\n`);
    for (const test of bad) process.stdout.write(`  FAIL ${test.class}.${test.method}\n    ${test.message ?? ''}\n`);
    failed += bad.length + run.summary.notCompiled;
  }
}
if (positions === 0) process.stdout.write(`There is no assumption switch ${String(only)}.\n`);
const pattern = only === undefined ? [] : [`--test-name-pattern=^${only} = `];
const simulated = await runNode(['--test', ...pattern, join(root, 'simulation', 'assumptions', 'positions.test.ts')]);
process.stdout.write(`\n${positions} positions, ${failed} Apex tests failed; simulated runs ${simulated === 0 ? 'passed' : 'failed'}\n`);
process.exitCode = failed === 0 && positions > 0 && simulated === 0 ? 0 : 1;
