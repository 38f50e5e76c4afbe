/** `npm run bench`: figures beside their targets. Each is measured in a process of its own, one after the other. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './lib/arguments.ts';
import { root } from './lib/tools.ts';

const USAGE = `Usage: npm run bench -- [--large | --largest] [--date TEXT] [--json]
Measures start, Apex tests, a run of 1,000 contacts, the console over 100,000 contacts and emitted loops, and writes bench/figures.json.
  --large      a run of 10,000 contacts too
  --largest    runs of 10,000 and 100,000 contacts too (some minutes)
  --date TEXT  is written into the figures; without it they carry none
  --json       print the figures as JSON instead of a table`;

interface Start {
  readonly seconds: number;
  readonly cpuSeconds: number;
}
interface Run extends Start {
  readonly contacts: number;
  readonly created: number;
  readonly usersPerSecond: number;
  readonly peakMemoryMb: number;
  readonly chunks: number;
  readonly chunkMs: { readonly first: number; readonly median: number; readonly last: number };
  readonly growth: number;
}
interface Tests {
  readonly tests: number;
  readonly failed: number;
  readonly medianMs: number;
  readonly slowestMs: number;
}

interface Console {
  readonly contacts: number;
  /** Scripts that the page loads. */
  readonly bundle: { readonly kb: number; readonly gzipKb: number };
  /** null = there is no browser on this machine. */
  readonly page: {
    readonly paintSeconds: number;
    readonly rowsSeconds: number;
    readonly countedSeconds: number;
    readonly nextPageSeconds: number;
    readonly serverCpuSeconds: number;
  } | null;
}

const CONSOLE_CONTACTS = 100_000;
const TARGET_SECONDS: Readonly<Record<number, number>> = { 1_000: 3, 10_000: 30, 100_000: 300 };

const options = readArguments(USAGE, {
  large: { type: 'boolean' },
  largest: { type: 'boolean' },
  date: { type: 'string' },
  json: { type: 'boolean' },
});

function measured<T>(script: string, ...args: readonly string[]): T {
  process.stderr.write(`${[script, ...args.filter((arg) => !arg.startsWith(tmpdir()))].join(' ')} …\n`);
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, join(root, 'bench', `${script}.ts`), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`bench/${script}.ts failed.`);
  return JSON.parse(stdout) as T;
}

const cache = mkdtempSync(join(tmpdir(), 'portal-users-bench-'));
let starts: { readonly cold: Start; readonly warm: Start };
try {
  starts = { cold: measured<Start>('start', cache), warm: measured<Start>('start', cache) };
} finally {
  rmSync(cache, { recursive: true, force: true });
}
const apexTests = measured<Tests>('tests');
const sizes = options.largest ? [1_000, 10_000, 100_000] : options.large ? [1_000, 10_000] : [1_000];
const runs = sizes.map((contacts) => measured<Run>('run', String(contacts)));
const consolePage = measured<Console>('console', String(CONSOLE_CONTACTS));
const loops = measured<Readonly<Record<string, number>>>('emit');

const figures = {
  ...(options.date === undefined ? {} : { date: options.date }),
  node: process.version,
  starts,
  apexTests,
  runs,
  console: consolePage,
  loops,
};
writeFileSync(join(root, 'bench', 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else for (const row of table()) process.stdout.write(`${row}\n`);

function table(): readonly string[] {
  const row = (what: string, figure: string, target = '', more = ''): string =>
    `${what.padEnd(36)} ${figure.padStart(12)}  ${target.padEnd(12)} ${more}`.trimEnd();
  const cpu = ({ cpuSeconds }: Start): string => `${cpuSeconds} s CPU`;
  return [
    row('', 'measured', 'target'),
    row('start, nothing compiled yet', `${starts.cold.seconds} s`, '', cpu(starts.cold)),
    row('start, compiled before', `${starts.warm.seconds} s`, '≤ 1.5 s', cpu(starts.warm)),
    row(`one of ${apexTests.tests} Apex tests, median`, `${apexTests.medianMs} ms`, '≤ 30 ms', `slowest ${apexTests.slowestMs} ms`),
    ...runs.flatMap((run) => [
      row(
        `run of ${run.contacts.toLocaleString('en')} contacts`,
        `${run.seconds} s`,
        `≤ ${TARGET_SECONDS[run.contacts] ?? '?'} s`,
        `${cpu(run)}, ${run.created} created, ${run.usersPerSecond} users/s`,
      ),
      row('  memory at its peak', `${run.peakMemoryMb} MB`, '≤ 1500 MB'),
      row(
        '  one chunk of 200, median',
        `${run.chunkMs.median} ms CPU`,
        '',
        `first ${run.chunkMs.first}, last ${run.chunkMs.last} of ${run.chunks}`,
      ),
      ...(run.chunks < 20 ? [] : [row('  chunks late to chunks early', `× ${run.growth}`, '≤ × 1.15')]),
    ]),
    ...consoleRows(consolePage, row),
    ...Object.entries(loops).map(([name, ns]) => row(`Apex loop: ${name}`, `${ns} ns`)),
  ];
}

function consoleRows(
  { contacts, bundle, page }: Console,
  row: (what: string, figure: string, target?: string, more?: string) => string,
): string[] {
  const size = row('console: scripts', `${bundle.kb} kB`, '', `${bundle.gzipKb} kB compressed`);
  if (!page) return [size, row('console: page', '?', '', 'there is no browser on this machine')];
  return [
    size,
    row(`console over ${contacts.toLocaleString('en')} contacts`, `${page.paintSeconds} s`, '≤ 1 s', 'to the first paint'),
    row('  contacts are shown', `${page.rowsSeconds} s`, '≤ 3 s', `${page.serverCpuSeconds} s CPU of the server`),
    row('  they are counted', `${page.countedSeconds} s`),
    row('  the next page is shown', `${page.nextPageSeconds} s`, '≤ 1 s'),
  ];
}
