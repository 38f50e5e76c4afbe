/**
 * Compiled code on disk, by a hash of everything it depends on: all sources, all metadata, and local-org itself. Syntax
 * trees are kept one by one besides, so that after an edit only what was edited is parsed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../syntax/parse.ts';
import type { Source } from '../syntax/tree.ts';
import type { Compiled, ParseWith } from './compile.ts';

export interface CompileCache {
  /** The compiled form of these files, made by `compile` if it is not there. */
  /** A source's tree. */
  readonly parse: ParseWith;
  compiled(files: ReadonlyMap<string, Uint8Array>, compile: (parseWith: ParseWith) => Compiled): Compiled;
}

export const noCache: CompileCache = { parse, compiled: (_files, compile) => compile(parse) };

const sourceRoot = join(import.meta.dirname, '..');
const hashes = new Map<string, string>();

/** Of a folder of local-org's own sources, with the versions of what they stand on: what it makes of a class may change with any of them. */
function hashOf(folder: string): string {
  let known = hashes.get(folder);
  if (known === undefined) {
    const hash = createHash('sha256').update(process.version);
    const lock = join(sourceRoot, '..', '..', 'package-lock.json');
    if (existsSync(lock)) hash.update(readFileSync(lock));
    const files = readdirSync(join(sourceRoot, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
      hash.update(path.slice(sourceRoot.length)).update(readFileSync(path));
    hashes.set(folder, (known = hash.digest('hex')));
  }
  return known;
}

/** Old entries are of no use to anybody: an edit gives new keys. */
const KEPT: Readonly<Record<string, number>> = { 'code-': 12, 'tree-': 2_000 };

function prune(folder: string): void {
  // Another process may take one away in between.
  const entries = readdirSync(folder).map((name) => ({ name, at: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const [prefix, kept] of Object.entries(KEPT)) {
    const newestFirst = entries.filter(({ name }) => name.startsWith(prefix)).sort((a, b) => b.at - a.at);
    for (const { name } of newestFirst.slice(kept)) rmSync(join(folder, name), { force: true });
  }
}

export function openCompileCache(folder: string, shape: string): CompileCache {
  mkdirSync(folder, { recursive: true });
  const read = <T>(key: string): T | null => {
    try {
      return JSON.parse(readFileSync(join(folder, `${key}.json`), 'utf8')) as T;
    } catch {
      return null; // Not there, or cut short by a power cut: made again.
    }
  };
  /** Under another name first: a reader never sees half a file. */
  const write = (key: string, value: unknown): void => {
    const target = join(folder, `${key}.json`);
    const draft = `${target}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(value));
    renameSync(draft, target);
  };
  const parseWith: ParseWith = (source) => {
    const key = `tree-${keyOfSource(source)}`;
    const known = read<ReturnType<typeof parse>>(key);
    if (known) return known;
    const result = parse(source);
    write(key, result);
    return result;
  };
  return {
    parse: parseWith,
    compiled: (files, compile) => {
      const key = `code-${keyOfFiles(files, shape)}`;
      const known = read<Compiled>(key);
      if (known) return known;
      const result = compile(parseWith);
      write(key, result);
      prune(folder);
      return result;
    },
  };
}

/** A tree is syntax/'s alone: it imports no other room. */
function keyOfSource({ path, text, kind, apiVersion }: Source): string {
  return createHash('sha256')
    .update(hashOf('syntax'))
    .update(JSON.stringify([path, text, kind, apiVersion]))
    .digest('hex');
}

function keyOfFiles(files: ReadonlyMap<string, Uint8Array>, shape: string): string {
  const hash = createHash('sha256').update(hashOf('.')).update(shape);
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(JSON.stringify([path, bytes.length])).update(bytes);
  return hash.digest('hex');
}
