/** What `npm run test:apex -- --coverage` says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestRun } from '../../local-org/index.ts';
import { coverageReport, coverageText } from './coverage.ts';

const run = (classes: Readonly<Record<string, readonly [readonly number[], readonly number[]]>>): TestRun => ({
  outcomes: [],
  seconds: 0,
  coverage: new Map(
    Object.entries(classes).map(([name, [covered, uncovered]]) => [name, { path: `classes/${name}.cls`, covered, uncovered }]),
  ),
});

const some = run({ Whole: [[2, 3], []], Half: [[9], [4, 5, 7]], Untouched: [[], [1, 2]] });

test('each class says its lines with 1 for those that ran', () => {
  const { coverage } = coverageReport(some);
  assert.deepEqual(coverage, [
    { name: 'Half', totalLines: 4, lines: { 4: 0, 5: 0, 7: 0, 9: 1 }, totalCovered: 1, coveredPercent: 25 },
    { name: 'Untouched', totalLines: 2, lines: { 1: 0, 2: 0 }, totalCovered: 0, coveredPercent: 0 },
    { name: 'Whole', totalLines: 2, lines: { 2: 1, 3: 1 }, totalCovered: 2, coveredPercent: 100 },
  ]);
});

test('the test run counts what it touched, the org counts everything', () => {
  assert.deepEqual(coverageReport(some).summary, { totalLines: 8, coveredLines: 3, testRunCoverage: '50%', orgWideCoverage: '37%' });
  assert.deepEqual(coverageReport(run({})).summary, { totalLines: 0, coveredLines: 0, testRunCoverage: '100%', orgWideCoverage: '100%' });
});

test('the table begins with the least covered class, and in detail names the lines that did not run', () => {
  assert.deepEqual(coverageText(coverageReport(some), false).split('\n'), [
    'Untouched    0%  0 of 2 lines',
    'Half        25%  1 of 4 lines',
    'Whole      100%  2 of 2 lines',
    'Coverage: 3 of 8 lines; test run 50%, org wide 37%',
    '',
  ]);
  assert.match(coverageText(coverageReport(some), true), /Half .*\n +not run: 4-5, 7\n/);
});
