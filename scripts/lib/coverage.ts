/** Code coverage of a test run in the shape of `sf apex run test --code-coverage --json`, and as a table for people. */
import type { TestRun } from '../../local-org/index.ts';

export interface ClassCoverage {
  readonly name: string;
  readonly totalLines: number;
  /** Line → 1 when it ran, 0 when it did not. */
  readonly lines: Readonly<Record<string, 0 | 1>>;
  readonly totalCovered: number;
  /** Whole percent. */
  readonly coveredPercent: number;
}

export interface CoverageReport {
  readonly coverage: readonly ClassCoverage[];
  readonly summary: {
    readonly totalLines: number;
    readonly coveredLines: number;
    /** Of the classes and triggers the run touched. */
    readonly testRunCoverage: string;
    /** Of all of them. */
    readonly orgWideCoverage: string;
  };
}

const percent = (covered: number, total: number): number => (total === 0 ? 100 : Math.floor((100 * covered) / total));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

export function coverageReport(run: TestRun): CoverageReport {
  const coverage = [...run.coverage]
    .map(([name, { covered, uncovered }]): ClassCoverage => {
      const marks = [...covered.map((line) => [line, 1] as const), ...uncovered.map((line) => [line, 0] as const)];
      return {
        name,
        totalLines: marks.length,
        lines: Object.fromEntries(marks.sort(([a], [b]) => a - b)),
        totalCovered: covered.length,
        coveredPercent: percent(covered.length, marks.length),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const touched = coverage.filter(({ totalCovered }) => totalCovered > 0);
  const share = (classes: readonly ClassCoverage[]): string =>
    `${percent(sum(classes.map((each) => each.totalCovered)), sum(classes.map((each) => each.totalLines)))}%`;
  return {
    coverage,
    summary: {
      totalLines: sum(coverage.map((each) => each.totalLines)),
      coveredLines: sum(coverage.map((each) => each.totalCovered)),
      testRunCoverage: share(touched),
      orgWideCoverage: share(coverage),
    },
  };
}

/** `3-5, 9` */
function ranges(lines: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else parts.push([line, line]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** One line per class or trigger, least covered first; `detailed` names the lines that did not run. */
export function coverageText({ coverage, summary }: CoverageReport, detailed: boolean): string {
  const width = Math.max(...coverage.map(({ name }) => name.length), 0);
  const rows = [...coverage]
    .sort((a, b) => a.coveredPercent - b.coveredPercent || (a.name < b.name ? -1 : 1))
    .map(({ name, lines, totalLines, totalCovered, coveredPercent }) => {
      const missed = Object.entries(lines).flatMap(([line, ran]) => (ran === 1 ? [] : [Number(line)]));
      const row = `${name.padEnd(width)}  ${`${coveredPercent}%`.padStart(4)}  ${totalCovered} of ${totalLines} lines`;
      return detailed && missed.length > 0 ? `${row}\n${' '.repeat(width + 8)}not run: ${ranges(missed)}` : row;
    });
  return [
    ...rows,
    `Coverage: ${summary.coveredLines} of ${summary.totalLines} lines; test run ${summary.testRunCoverage}, org wide ${summary.orgWideCoverage}`,
    '',
  ].join('\n');
}
