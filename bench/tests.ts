/** The product's Apex tests, twice in one process; of the second time the median: `node bench/tests.ts` prints JSON. */
import { CACHE } from '../scripts/lib/demoOrg.ts';
import { runApexTests } from '../scripts/lib/apexTests.ts';
import { median, rounded } from './measure.ts';

const once = () => runApexTests(['force-app', 'local'], [], CACHE);
once();
const { summary, tests } = once();
const times = tests.map((test) => test.ms);
process.stdout.write(
  `${JSON.stringify({ tests: summary.passed, failed: summary.failed, medianMs: rounded(median(times), 1), slowestMs: rounded(Math.max(...times), 1) })}\n`,
);
