/** The Apex among deployed files, with the API version of each from its -meta.xml. */
import type { Problem, Source, SourceKind } from '../syntax/tree.ts';

const kinds: Readonly<Record<string, SourceKind>> = { cls: 'class', trigger: 'trigger' };
const decoder = new TextDecoder();
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Summer '26; older versions are accepted down to where the platform still runs them. */
const NEWEST = 67;
const OLDEST = 20;

export function apexSources(files: ReadonlyMap<string, Uint8Array>): {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
} {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = kinds[/\.(cls|trigger)$/.exec(path)?.[1] ?? ''];
    if (!kind) continue;
    const meta = files.get(`${path}-meta.xml`);
    const version = meta ? Number(/<apiVersion>\s*([\d.]+)\s*<\/apiVersion>/.exec(textOf(meta))?.[1]) : NaN;
    const bad = (message: string, problem: Problem['kind'] = 'error'): void => {
      problems.push({ path: `${path}-meta.xml`, line: 1, column: 1, message, kind: problem });
    };
    const status = meta ? /<status>\s*(\w+)\s*<\/status>/.exec(textOf(meta))?.[1] : undefined;
    if (status !== undefined && status !== 'Active') bad(`${kind} with the status ${status}`, 'notSupported');
    if (!meta) bad('An object of type ApexClass or ApexTrigger was named, but its -meta.xml file was not found');
    else if (Number.isNaN(version)) bad('Required field is missing: apiVersion');
    else if (version < OLDEST || version > NEWEST) bad(`Invalid api version specified: ${version}`);
    else sources.push({ path, text: textOf(bytes), kind, apiVersion: version });
  }
  return { sources, problems };
}
