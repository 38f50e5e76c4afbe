/** `npm run test:apex -- --source-dir DIR`: the Apex tests of any SFDX folder, in a fresh local org. */
import { join } from 'node:path';
import { readArguments, refuse } from './lib/arguments.ts';
import { assumed } from './lib/assumed.ts';
import { coverageText } from './lib/coverage.ts';
import { runApexTests } from './lib/apexTests.ts';
import { testShape, testShapes } from './lib/shapes.ts';
import { missingFolders } from './lib/sources.ts';
import { root } from './lib/tools.ts';

const USAGE = `Usage: npm run test:apex -- --source-dir DIR [--source-dir DIR2 …] [--tests Class,Class.method] [--shape NAME] [--assume SWITCH=POSITION] [--coverage | --detailed-coverage] [--json]
Compiles the folders in a fresh local org and runs their Apex tests. Exit code 0 only when all passed.
--shape: the org they run in, one of ${testShapes.map((shape) => shape.name).join(', ')}.
--assume: a position of an assumption switch (local-org/ASSUMPTIONS.md), e.g. standardExternalProfiles=allowed; more than one allowed.
--coverage: per class and trigger; --detailed-coverage: with the lines that did not run.`;

const options = readArguments(USAGE, {
  'source-dir': { type: 'string', multiple: true },
  tests: { type: 'string', multiple: true },
  shape: { type: 'string' },
  assume: { type: 'string', multiple: true },
  coverage: { type: 'boolean' },
  'detailed-coverage': { type: 'boolean' },
  json: { type: 'boolean' },
});
const folders = options['source-dir'];
if (!folders || folders.length === 0) refuse('Say with --source-dir which folder to test.', USAGE);
for (const folder of missingFolders(folders)) refuse(`There is no folder ${folder}.`, USAGE);
const selection = (options.tests ?? []).flatMap((names) => names.split(',')).filter((name) => name !== '');
const detailed = options['detailed-coverage'] === true;
const covers = detailed || options.coverage === true;
const shape = options.shape === undefined ? undefined : testShape(options.shape);
if (options.shape !== undefined && !shape) refuse(`There is no org shape ${options.shape}.`, USAGE);
const positions = assumed(options.assume ?? [], (message) => refuse(message, USAGE));
const run = runApexTests(folders, selection, join(root, '.cache', 'local-org'), { shape, positions });

if (options.json) {
  const { summary, tests, compileErrors, coverage } = run;
  process.stdout.write(`${JSON.stringify({ summary, tests, compileErrors, ...(covers ? { coverage } : {}) })}\n`);
} else {
  for (const problem of run.compileErrors) process.stdout.write(`${problem.file}:${problem.line}:${problem.column} ${problem.message}\n`);
  for (const test of run.tests) {
    if (test.outcome === 'Pass') continue;
    process.stdout.write(
      `${test.outcome} ${test.class}.${test.method}\n  ${test.message ?? ''}\n${(test.stack ?? '').replace(/^/gm, '    ')}\n`,
    );
  }
  const { passed, failed, notCompiled, seconds } = run.summary;
  if (covers) process.stdout.write(coverageText(run.coverage, detailed));
  for (const skip of run.skips) process.stdout.write(`${skip}\n`);
  if (notCompiled > 0) process.stdout.write(`${notCompiled} classes not compiled\n`);
  process.stdout.write(`${seconds.toFixed(2)} s\n${passed} passed, ${failed} failed\n`);
}
process.exitCode = run.summary.failed === 0 && run.summary.notCompiled === 0 && run.summary.passed > 0 ? 0 : 1;
