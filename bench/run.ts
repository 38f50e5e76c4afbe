/** One run of *enable* over so many contacts: `node bench/run.ts CONTACTS` prints JSON. Time per chunk is CPU time. */
import { addOperator, openProductOrg, seed } from '../scripts/lib/demoOrg.ts';
import { enable } from '../scripts/lib/enableRun.ts';
import { cpuSeconds, mean, median, rounded } from './measure.ts';

const contacts = Number(process.argv[2]);
/** A chunk of execution, and the trigger that settles it. */
const CHUNK = ['PortalUserRunBatch', 'PortalUserOutcomeTrigger'];

let running = '';
let before = process.cpuUsage();
const steps: { readonly name: string; readonly ms: number }[] = [];

const org = openProductOrg({
  order: (ready) => {
    running = ready[0]?.name ?? '';
    before = process.cpuUsage();
    return 0;
  },
});
const contactIds = seed(org, addOperator(org), contacts);
const cpuBefore = cpuSeconds();
const { summary } = await enable(
  org,
  'Customers',
  contactIds,
  () => undefined,
  () => {
    const { user, system } = process.cpuUsage(before);
    steps.push({ name: running, ms: (user + system) / 1000 });
  },
);

// The batch's start comes before the chunks, its finish after them.
const ofChunks = steps.filter(({ name }) => CHUNK.includes(name)).slice(1, -1);
const chunks: number[] = [];
for (const { name, ms } of ofChunks) {
  if (name === CHUNK[0]) chunks.push(ms);
  else chunks[chunks.length - 1] = (chunks.at(-1) ?? 0) + ms;
}
// The first quarter warms up the machine code.
const quarter = Math.ceil(chunks.length / 4);
const { created, seconds, usersPerSecond, peakMemoryMb } = summary;
process.stdout.write(
  `${JSON.stringify({
    contacts,
    created,
    seconds: rounded(seconds),
    cpuSeconds: rounded(cpuSeconds() - cpuBefore),
    usersPerSecond,
    peakMemoryMb,
    chunks: chunks.length,
    chunkMs: { first: rounded(chunks[0] ?? 0, 0), median: rounded(median(chunks), 0), last: rounded(chunks.at(-1) ?? 0, 0) },
    /** Last quarter to second quarter. */
    growth: rounded(mean(chunks.slice(-quarter)) / mean(chunks.slice(quarter, 2 * quarter))),
  })}\n`,
);
org.close();
