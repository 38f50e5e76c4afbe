/** Reads SFDX source folders from disk, as the local org's deploy takes them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { root } from './tools.ts';

const IGNORED = new Set(['node_modules', '.git', '__tests__', 'tsconfig.json', 'jsconfig.json']);

/** Path (relative to the project, with `/`) → contents, of every file below these folders, in the order of their paths. */
export function readSources(folders: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const folder of folders) collect(resolve(root, folder), files);
  return files;
}

/** Those that are no folders. */
export const missingFolders = (folders: readonly string[]): readonly string[] =>
  folders.filter((folder) => !statSync(resolve(root, folder), { throwIfNoEntry: false })?.isDirectory());

/**
 * Classes and triggers without a -meta.xml get one that says API 67.0, and are named: a real deploy refuses them, a quick
 * try should not have to.
 */
export function withMetadata(files: ReadonlyMap<string, Uint8Array>): {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly bare: readonly string[];
} {
  const bare = [...files.keys()].filter((path) => /\.(?:cls|trigger)$/.test(path) && !files.has(`${path}-meta.xml`));
  const complete = new Map(files);
  for (const path of bare) {
    const type = path.endsWith('.cls') ? 'ApexClass' : 'ApexTrigger';
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n    <apiVersion>67.0</apiVersion>\n    <status>Active</status>\n</${type}>\n`;
    complete.set(`${path}-meta.xml`, Buffer.from(xml));
  }
  return { files: complete, bare };
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
