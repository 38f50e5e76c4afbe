/** `npm run apex:run -- --file FILE`: anonymous Apex, in the org that `npm start` keeps or in a fresh one made of folders. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openOrg, type Org } from '../local-org/index.ts';
import { readArguments, refuse } from './lib/arguments.ts';
import { ADMIN, CACHE } from './lib/demoOrg.ts';
import { DEFAULT_FOLDER, OrgInUse, refuseInUse } from './lib/keptOrg.ts';
import { missingFolders, readSources, withMetadata } from './lib/sources.ts';
import { root } from './lib/tools.ts';

const USAGE = `Usage: npm run apex:run -- --file FILE [--source-dir DIR …] [--folder DIR] [--user USERNAME] [--json]
Runs a file of Apex statements (- = standard input) as one transaction and prints what System.debug says.
With --source-dir in a fresh org of those folders; else in the org that npm start keeps, which must not be running.`;

const options = readArguments(USAGE, {
  file: { type: 'string' },
  'source-dir': { type: 'string', multiple: true },
  folder: { type: 'string' },
  user: { type: 'string' },
  json: { type: 'boolean' },
});
if (options.file === undefined) refuse('Say with --file what to run.', USAGE);
const path = options.file === '-' ? 0 : resolve(root, options.file);
if (typeof path === 'string' && !existsSync(path)) refuse(`There is no file ${options.file}.`, USAGE);
const source = readFileSync(path, 'utf8');
const folders = options['source-dir'] ?? [];
for (const folder of missingFolders(folders)) refuse(`There is no folder ${folder}.`, USAGE);

function opened(): Org {
  if (folders.length > 0) {
    const org = openOrg({ file: null, cache: CACHE });
    const { problems } = org.deploy(withMetadata(readSources(folders)).files);
    for (const { path: file, line, column, message } of problems) process.stderr.write(`${file}:${line}:${column} ${message}\n`);
    return org;
  }
  const folder = resolve(root, options.folder ?? DEFAULT_FOLDER);
  const file = join(folder, 'org.db');
  if (!existsSync(file)) refuse(`There is no org in ${options.folder ?? DEFAULT_FOLDER}: npm start makes one.`, USAGE);
  refuseInUse(folder);
  return openOrg({ file, cache: CACHE });
}

try {
  const org = opened();
  try {
    const result = org.executeAnonymous(options.user ?? ADMIN, source);
    if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else {
      for (const { line, level, text } of result.debug) process.stdout.write(`[${line}] ${level} ${text}\n`);
      if (!result.compiled) process.stderr.write(`line ${result.line}, column ${result.column}: ${result.compileProblem}\n`);
      else if (!result.success) process.stderr.write(`${result.exceptionMessage}\n${result.exceptionStackTrace}\n`);
    }
    process.exitCode = result.success ? 0 : 1;
  } finally {
    org.close();
  }
} catch (error) {
  if (!(error instanceof OrgInUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
