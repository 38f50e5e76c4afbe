/** The independent type check of `force-app`, by apex-ls (BSD-3, Java 17), which comes inside the code analyzer's engine. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './tools.ts';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly { readonly start: { readonly line: number }; readonly message: string }[];
  }[];
}

/** Errors as `path:line message`; null where there is no Java 17 or later. */
export function apexLsProblems(): readonly string[] | null {
  const version = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(\d+)/.exec(version.stderr ?? '')?.[1] ?? 0);
  if (version.error || major < 17) return null;
  const jars = join(root, 'node_modules', '@salesforce', 'code-analyzer-pmd-engine', 'dist', 'java-lib', '*');
  const check = spawnSync(
    'java',
    ['-cp', jars, 'io.github.apexdevtools.apexls.CheckForIssues', '-w', root, '-f', 'json', '-d', 'errors', '--nocache'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  let report: Report;
  try {
    report = JSON.parse(check.stdout) as Report;
  } catch {
    return [`apex-ls did not answer: ${check.stderr || check.stdout}`];
  }
  return report.files.flatMap((file) => file.messages.map((message) => `${file.path}:${message.start.line} ${message.message}`));
}
