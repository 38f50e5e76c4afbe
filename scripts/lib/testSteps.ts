/** What `npm test` consists of. Each step counts its own tests; a tool without tests of its own counts as one. */
import { run as runNodeTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runApexTests } from './apexTests.ts';
import { apexLsProblems } from './apexLs.ts';
import { PRODUCT_FOLDERS } from './demoOrg.ts';
import { testShapes } from './shapes.ts';
import { root, runNode, runTool } from './tools.ts';

export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}

const script = (name: string): Step => ({
  name,
  run: async () =>
    (await runNode([join(root, 'scripts', `${name}.ts`)])) === 0
      ? { passed: 1, failed: 0, skipped: 0 }
      : { passed: 0, failed: 1, skipped: 0 },
});

/** Failures are printed in full, the rest is counted. */
function nodeTests(patterns: readonly string[]): Promise<StepResult> {
  return new Promise((resolve, reject) => {
    const result = { passed: 0, failed: 0, skipped: 0 };
    const files = globSync([...patterns], { cwd: root }).map((file) => join(root, file));
    const stream = runNodeTests({ files, concurrency: 2 });
    stream.on('test:pass', (event) => {
      if (event.skip !== undefined) {
        result.skipped++;
        process.stdout.write(`Skipped: ${event.name}: ${String(event.skip)}\n`);
      } else if (event.details.type !== 'suite') result.passed++;
    });
    stream.on('test:fail', (event) => {
      if (event.details.type === 'suite') return;
      result.failed++;
      const error = event.details.error;
      process.stdout.write(
        `FAIL ${event.name}\n  ${event.file ?? ''}\n  ${String(error.cause instanceof Error ? error.cause.stack : error.message)}\n`,
      );
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(result));
    stream.compose(spec).resume();
  });
}

async function apexTests(name: string, folders: readonly string[]): Promise<StepResult> {
  const run = runApexTests(folders, [], join(root, '.cache', 'local-org'));
  for (const problem of run.compileErrors) process.stdout.write(`${problem.file}:${problem.line}:${problem.column} ${problem.message}\n`);
  for (const test of run.tests) {
    if (test.outcome !== 'Pass')
      process.stdout.write(`FAIL ${name} ${test.class}.${test.method}\n  ${test.message ?? ''}\n  ${test.stack ?? ''}\n`);
  }
  // Here everything is there that the real thing needs: a test that finds an obstacle proves nothing and must not pass for one.
  for (const skip of run.skips) process.stdout.write(`FAIL ${name}: ${skip}\n`);
  return { passed: run.summary.passed, failed: run.summary.failed + run.summary.notCompiled + run.skips.length, skipped: 0 };
}

/** The product in orgs of other shapes: it compiles, and its tests pass, or say what stands in their way where something does. */
function inShapes(): Promise<StepResult> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const shape of testShapes.filter(({ name }) => name !== 'standard')) {
    const run = runApexTests(shape.product, [], join(root, '.cache', 'local-org'), { shape });
    const failed = run.tests.filter((test) => test.outcome !== 'Pass');
    for (const test of failed)
      process.stdout.write(`FAIL ${shape.name} ${test.class}.${test.method}\n  ${test.message ?? ''}\n  ${test.stack ?? ''}\n`);
    for (const skip of run.skips) process.stdout.write(`${shape.obstacles ? '' : 'FAIL '}${shape.name}: ${skip.split('\n')[0]}\n`);
    total.passed += run.summary.passed;
    total.failed += failed.length + run.summary.notCompiled + (shape.obstacles ? Number(run.skips.length === 0) : run.skips.length);
  }
  return Promise.resolve(total);
}

/** What a customer's org demands of a deployment: the tests that need nothing of it cover each class and trigger by themselves. */
const LEAST_COVERAGE = 75;

async function ownCoverage(): Promise<StepResult> {
  const classes = globSync('force-app/test/**/*Test.cls', { cwd: root })
    .map((file) => file.split(/[\\/]/).at(-1)!.replace('.cls', ''))
    .filter((name) => !name.endsWith('OrgTest'));
  const run = runApexTests(['force-app'], classes, join(root, '.cache', 'local-org'));
  const low = run.coverage.coverage.filter(({ coveredPercent }) => coveredPercent < LEAST_COVERAGE);
  for (const { name, coveredPercent } of low) process.stdout.write(`FAIL coverage of ${name} without org tests: ${coveredPercent} %\n`);
  const failed = low.length + run.summary.failed;
  return { passed: run.coverage.coverage.length - low.length, failed, skipped: 0 };
}

/** Jest counts in a file of its own; it runs on the Node of the PATH, which is the pinned one. */
async function componentTests(): Promise<StepResult> {
  const report = join(root, '.cache', 'jest.json');
  rmSync(report, { force: true });
  await runTool('@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest', ['--', '--silent', '--json', `--outputFile=${report}`]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8')) as Record<
    string,
    number
  >;
  return { passed: numPassedTests ?? 0, failed: Math.max(numFailedTests ?? 0, numFailedTestSuites ?? 0), skipped: numPendingTests ?? 0 };
}

async function secondOpinion(): Promise<StepResult> {
  const problems = apexLsProblems();
  if (problems === null) {
    process.stdout.write('Skipped: apex-ls needs Java 17, which is not on this machine.\n');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  for (const problem of problems) process.stdout.write(`apex-ls: ${problem}\n`);
  return problems.length === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: problems.length, skipped: 0 };
}

export const testSteps: readonly Step[] = [
  script('typecheck'),
  script('lint'),
  { name: 'unit', run: () => nodeTests(['local-org/test/**/*.test.ts', 'scripts/**/*.test.ts']) },
  { name: 'components', run: componentTests },
  { name: 'apex', run: () => apexTests('product', PRODUCT_FOLDERS) },
  { name: 'coverage', run: ownCoverage },
  { name: 'shapes', run: inShapes },
  { name: 'platform', run: () => apexTests('platform', ['local-org/spec']) },
  { name: 'simulation', run: () => nodeTests(['simulation/*.test.ts']) },
  { name: 'assumptions', run: () => nodeTests(['simulation/assumptions/*.test.ts']) },
  { name: 'apex-ls', run: secondOpinion },
  { name: 'browser', run: () => nodeTests(['test/browser/*.test.ts']) },
];
