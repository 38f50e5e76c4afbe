/** `npm test`: everything, in order of speed, and one closing line. `-- --only STEP` runs one step. */
import { readArguments } from './lib/arguments.ts';
import { testSteps } from './lib/testSteps.ts';

const USAGE = `Usage: npm test [-- --only STEP]
Steps: ${testSteps.map((step) => step.name).join(', ')}`;

const { only } = readArguments(USAGE, { only: { type: 'string' } });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of testSteps) {
  if (only !== undefined && step.name !== only) continue;
  const began = performance.now();
  const { passed, failed, skipped } = await step.run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  process.stdout.write(
    `-- ${step.name}: ${passed} passed, ${failed} failed${skips} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`,
  );
}
if (total.passed + total.failed === 0) total.failed = 1;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
