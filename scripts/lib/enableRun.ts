/** Takes one run of *enable* through its life, as an operator would: draft, portions, seal, preflight, start, settle. */
import { apexList, type Org } from '../../local-org/index.ts';
import { OPERATOR } from './demoOrg.ts';

const PORTION = 2000;
/** Milliseconds between two reports of progress. */
const MOST_OFTEN = 500;

export interface RunSummary {
  readonly requested: number;
  readonly created: number;
  readonly skipped: number;
  readonly failed: number;
  /** Items that wait for a licence, an approval or a runner. */
  readonly waiting: number;
  /** Items of which the ledger cannot say what became of them (yet). */
  readonly unknown: number;
  readonly emails: number;
  readonly seconds: number;
  readonly usersPerSecond: number;
  readonly failuresByCode: Readonly<Record<string, number>>;
  readonly peakMemoryMb: number;
}

export interface FinishedRun {
  readonly summary: RunSummary;
  readonly runId: string;
  readonly state: string;
  readonly message: string | null;
  /** Records changed by fixes between preflight and start. */
  readonly fixed: number;
  /** Reason in plain words, by code. */
  readonly reasons: Readonly<Record<string, string>>;
}

export type Progress = (phase: 'selecting' | 'checking' | 'creating', done: number, of: number) => void;

/** Figures are read from the ledger and the User table, not from what the run says of itself. */
export async function enable(
  org: Org,
  policy: string,
  contactIds: readonly string[],
  progress: Progress,
  /** Told after each transaction of a job or event. */
  onStep: () => void = () => undefined,
  /** Names of fixes to apply to what preflight blocked. */
  fixes: readonly string[] = [],
): Promise<FinishedRun> {
  const mailBefore = org.outbox().length;
  const begun = performance.now();
  const settle = async (report: () => void): Promise<void> => {
    const reportSometimes = nowAndThen(report);
    await org.settle(() => {
      onStep();
      reportSometimes();
    });
    report();
  };
  const call = (method: string, ...args: Parameters<Org['call']>[3][number][]) => org.call(OPERATOR, 'PortalUserRuns', method, args);
  const runId = call('create', policy, true) as string;
  for (let from = 0, portion = 1; from < contactIds.length; from += PORTION, portion++) {
    call('addPortion', runId, portion, apexList('String', contactIds.slice(from, from + PORTION)));
    progress('selecting', Math.min(from + PORTION, contactIds.length), contactIds.length);
  }
  call('seal', runId);
  await settle(() => progress('checking', count(org, runId, "State__c != 'Selected'"), contactIds.length));
  const fixed = fixes.reduce((sum, fix) => sum + applyFix(org, runId, fix), 0);
  const ready = count(org, runId, "State__c = 'Ready'");
  call('start', runId);
  await settle(() => progress('creating', ready - count(org, runId, "State__c IN ('Ready', 'Retry')"), ready));
  const seconds = (performance.now() - begun) / 1000;
  return finished(org, runId, seconds, org.outbox().length - mailBefore, fixed);
}

/** Portion by portion, as the operator; answers the number of records it changed. */
function applyFix(org: Org, runId: string, fix: string): number {
  let changed = 0;
  for (let after = 0; ;) {
    const applied = org.call(OPERATOR, 'PortalUserFixes', 'apply', [runId, fix, after]) as unknown as {
      changed: number;
      lastrow: number;
      done: boolean;
    };
    changed += applied.changed;
    if (applied.done) return changed;
    after = applied.lastrow;
  }
}

/** Counting reads every item of the run: after each chunk it would cost more than the chunk. */
function nowAndThen(work: () => void): () => void {
  let last = 0;
  let took = 0;
  return () => {
    const start = performance.now();
    if (start - last < Math.max(MOST_OFTEN, took * 20)) return;
    work();
    last = performance.now();
    took = last - start;
  };
}

function count(org: Org, runId: string, condition: string): number {
  return Number(org.query(`SELECT COUNT(Id) n FROM PortalUserRunItem__c WHERE Run__c = '${runId}' AND ${condition}`)[0]?.['n'] ?? 0);
}

function finished(org: Org, runId: string, seconds: number, emails: number, fixed: number): FinishedRun {
  const run = org.query(`SELECT State__c, Message__c, Requested__c FROM PortalUserRun__c WHERE Id = '${runId}'`)[0]!;
  const created = count(org, runId, "State__c = 'Created'");
  const open = count(org, runId, "State__c IN ('Selected', 'Ready', 'Retry')");
  const waits = run['State__c'] === 'Waiting';
  const failuresByCode: Record<string, number> = {};
  const reasons: Record<string, string> = {};
  for (const row of org.query(
    `SELECT Code__c code, COUNT(Id) n, MIN(Message__c) reason FROM PortalUserRunItem__c WHERE Run__c = '${runId}' AND State__c IN ('Failed', 'Skipped') GROUP BY Code__c ORDER BY Code__c`,
  )) {
    failuresByCode[String(row['code'])] = Number(row['n']);
    reasons[String(row['code'])] = String(row['reason']);
  }
  return {
    runId,
    state: String(run['State__c']),
    message: run['Message__c'] === null ? null : String(run['Message__c']),
    reasons,
    fixed,
    summary: {
      requested: Number(run['Requested__c']),
      created,
      skipped: count(org, runId, "State__c = 'Skipped'"),
      failed: count(org, runId, "State__c = 'Failed'"),
      waiting: waits ? open : 0,
      unknown: waits ? 0 : open,
      emails,
      seconds: Math.round(seconds * 1000) / 1000,
      usersPerSecond: Math.round(created / seconds),
      failuresByCode,
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    },
  };
}

/** The whole file, as the operator may see it. */
export const resultFile = (org: Org, runId: string, which: ResultFile): string => [...resultPages(org, OPERATOR, runId, which)].join('');

export type ResultFile = 'successes' | 'failures';

/** Page by page, as this user may see it; each page is a transaction of its own. */
export function* resultPages(org: Org, user: string, runId: string, which: ResultFile): Generator<string> {
  let after = 0;
  for (;;) {
    const page = org.call(user, 'PortalUserResults', which, [runId, after]) as unknown as {
      csv: string;
      lastrow: number;
      done: boolean;
    };
    yield page.csv;
    if (page.done) return;
    after = page.lastrow;
  }
}
