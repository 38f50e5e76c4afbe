/** `npm run test:assumptions`: the product's Apex tests and a simulated run, in every position of every assumption switch. */
import { join } from 'node:path';
import { readArguments } from './lib/arguments.ts';
import { PRODUCT_FOLDERS } from './lib/demoOrg.ts';
import { switchedTests } from './lib/switchedTests.ts';
import { root, runNode } from './lib/tools.ts';

const USAGE = `Usage: npm run test:assumptions [-- --only SWITCH]
Runs the Apex tests of the product and simulated runs in every position that is not the default: those that ask for the switch.`;

const { only } = readArguments(USAGE, { only: { type: 'string' } });
let failed = 0;
let positions = 0;
for (const { name, position, passed, failures } of switchedTests(PRODUCT_FOLDERS, join(root, '.cache', 'local-org'), only)) {
  if (name !== '') positions++;
  process.stdout.write(`${name === '' ? 'as usual' : `${name} = ${position}`}: ${passed} Apex tests passed, ${failures.length} failed\n`);
  for (const test of failures) process.stdout.write(`  FAIL ${test.class}.${test.method}\n    ${test.message ?? ''}\n`);
  failed += failures.length;
}
if (positions === 0) process.stdout.write(`There is no assumption switch ${String(only)}.\n`);
const pattern = only === undefined ? [] : [`--test-name-pattern=^${only} = `];
const simulated = await runNode(['--test', ...pattern, join(root, 'simulation', 'assumptions', 'positions.test.ts')]);
process.stdout.write(`\n${positions} positions, ${failed} Apex tests failed; simulated runs ${simulated === 0 ? 'passed' : 'failed'}\n`);
process.exitCode = failed === 0 && positions > 0 && simulated === 0 ? 0 : 1;
