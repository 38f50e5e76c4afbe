/** One run of *enable* over so many contacts: `node bench/run.ts CONTACTS` prints JSON. Time per chunk is CPU time. */
import type { ReadyStep } from '../local-org/index.ts';
import { addOperator, openProductOrg, seed } from '../scripts/lib/demoOrg.ts';
import { enable } from '../scripts/lib/enableRun.ts';
import { cpuSeconds, mean, median, rounded } from './measure.ts';

const contacts = Number(process.argv[2]);
const BATCH = 'PortalUserRunBatch';
const SETTLING_TRIGGER = 'PortalUserOutcomeTrigger';

let running: ReadyStep | undefined;
let before = process.cpuUsage();
const steps: { readonly step: ReadyStep; readonly ms: number }[] = [];

const org = openProductOrg({
  order: (ready) => {
    running = ready[0];
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
    if (running) steps.push({ step: running, ms: (user + system) / 1000 });
  },
);

/** Of the first pass: later ones try again what was locked. Its start comes before the chunks, its finish after them. */
const job = steps.find(({ step }) => step.name === BATCH)?.step.id;
const executed = steps.filter(({ step }) => step.id === job).slice(1, -1);
const from = steps.indexOf(executed[0]!);
const chunks = executed.map(({ ms }) => ms);
let chunk = -1;
for (const each of steps.slice(from)) {
  if (executed[chunk + 1] === each) chunk++;
  else if (each.step.name === SETTLING_TRIGGER) chunks[chunk]! += each.ms;
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
