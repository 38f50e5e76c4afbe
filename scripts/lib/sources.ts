/** Reads SFDX source folders from disk, as the local org's deploy takes them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { root } from './tools.ts';

const IGNORED = new Set(['node_modules', '.git', '__tests__', 'tsconfig.json', 'jsconfig.json']);

/** Path (relative to the project, with `/`) → contents, of every file below these folders, in the order of their paths. */
export function readSources(folders: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const missing = folders.find((folder) => !existsSync(resolve(root, folder)));
  if (missing !== undefined) throw new Error(`There is no folder ${missing}.`);
  for (const folder of folders) collect(resolve(root, folder), files);
  return files;
}

function collect(folder: string, files: Map<string, Uint8Array>): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (IGNORED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, files);
    else files.set(relative(root, path).replaceAll('\\', '/'), readFileSync(path));
  }
}
