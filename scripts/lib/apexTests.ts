/** Runs the Apex tests of SFDX folders in a fresh local org and puts the outcome into the shape of `--json`. */
import { openOrg } from '../../local-org/index.ts';
import { coverageReport, type CoverageReport } from './coverage.ts';
import type { TestShape } from './shapes.ts';
import { readSources, withMetadata } from './sources.ts';

export interface ApexTestRun {
  readonly summary: { readonly passed: number; readonly failed: number; readonly notCompiled: number; readonly seconds: number };
  readonly tests: readonly {
    readonly class: string;
    readonly method: string;
    readonly outcome: string;
    readonly message: string | null;
    readonly stack: string | null;
    readonly ms: number;
  }[];
  readonly compileErrors: readonly { readonly file: string; readonly line: number; readonly column: number; readonly message: string }[];
  readonly coverage: CoverageReport;
  /** Reasons that tests of the real thing gave in the log for proving nothing here; each once. */
  readonly skips: readonly string[];
}

/** `positions`: assumption switches that differ from their default. What `shape` deploys comes first, in a deploy of its own. */
export function runApexTests(
  folders: readonly string[],
  selection: readonly string[],
  cache: string | null,
  { positions = {}, shape }: { readonly positions?: Readonly<Record<string, string>>; readonly shape?: TestShape | undefined } = {},
): ApexTestRun {
  const skips = new Set<string>();
  const log = ({ text }: { readonly text: string }): void => void (text.startsWith('Skipped: ') && skips.add(text));
  const org = openOrg({ file: null, cache, log, positions, ...(shape && { settings: { shape: shape.org } }) });
  try {
    if (shape && shape.folders.length > 0) org.deploy(readSources(shape.folders), { strict: true });
    const { files, bare } = withMetadata(readSources(folders));
    for (const path of bare) process.stderr.write(`${path} has no -meta.xml: taken as API 67.0. A real deploy refuses it.\n`);
    const deployed = org.deploy(files);
    const run = org.test(selection);
    const failed = run.outcomes.filter((test) => test.outcome !== 'Pass' && test.outcome !== 'Skip').length;
    return {
      summary: {
        passed: run.outcomes.filter((test) => test.outcome === 'Pass').length,
        failed,
        notCompiled: deployed.notCompiled.length,
        seconds: run.seconds,
      },
      tests: run.outcomes,
      compileErrors: deployed.problems.map(({ path, line, column, message }) => ({ file: path, line, column, message })),
      skips: [...skips],
      coverage: coverageReport(run),
    };
  } finally {
    org.close();
  }
}
