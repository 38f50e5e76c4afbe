/** A deploy: metadata → schema → code, checked as a whole, then tables and setup rows in one store transaction. */
import { queueTables } from '../async/queue.ts';
import { eventTables } from '../async/events.ts';
import { refreshSummaries } from '../dml/summaries.ts';
import { deliveryTables } from '../email/deliveries.ts';
import { outboxTables } from '../email/outbox.ts';
import { passwordTables } from '../email/passwords.ts';
import { checkFormulas } from '../formula/deployCheck.ts';
import { link } from '../runtime/link.ts';
import type { Settings } from '../runtime/settings.ts';
import { buildSchema } from '../schema/schema.ts';
import { library } from '../standard/registry.ts';
import { checkMetadataFile } from '../metadata/schemaCheck.ts';
import { createTables } from '../store/tables.ts';
import type { Store } from '../store/store.ts';
import type { Problem, Source, Unit } from '../syntax/tree.ts';
import { bootstrap, type DeployedCode } from './bootstrap.ts';
import { compile, nameOfSource } from './compile.ts';
import type { CompileCache } from './compileCache.ts';
import type { Deployed } from './runtime.ts';
import { sessionTables } from './signIns.ts';
import { apexSources } from './sources.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

/** A build is what would be deployed: nothing in the store has changed yet. */
export interface Build extends Deployed {
  readonly files: Files;
  readonly code: readonly DeployedCode[];
  readonly problems: readonly Problem[];
  /** Those for which nothing at all can be deployed. */
  readonly metadataProblems: readonly Problem[];
  readonly notCompiled: readonly string[];
  /** Classes as they were parsed, without those that did not compile: what anonymous Apex is checked against. Made when asked for. */
  classes(): readonly Unit[];
}

export function build(files: Files, settings: Settings, cache: CompileCache): Build {
  const { schema, problems: schemaProblems, pathOf } = buildSchema(files, settings.shape);
  const { sources, problems: sourceProblems } = apexSources(files);
  const compiled = cache.compiled(files, (parseWith) => ({
    ...compile(sources, schema, parseWith),
    metadataProblems: checkMetadataFiles(files),
  }));
  const metadataProblems = [...compiled.metadataProblems, ...schemaProblems, ...checkFormulas(schema, pathOf), ...sourceProblems];
  const good = new Map(compiled.units.map((unit) => [unit.path, unit]));
  let units: readonly Unit[] | null = null;
  const code = sources.map((source): DeployedCode => ({
    name: good.get(source.path)?.name ?? nameOfSource(source),
    kind: source.kind === 'trigger' ? 'trigger' : 'class',
    apiVersion: source.apiVersion,
    body: source.text,
    isValid: good.has(source.path),
    trigger: good.get(source.path)?.trigger ?? null,
  }));
  return {
    files,
    schema,
    program: link(compiled.units, library),
    code,
    metadataProblems,
    problems: [...metadataProblems, ...compiled.problems],
    notCompiled: compiled.notCompiled,
    classes: () => (units ??= parsedClasses(sources, good, cache)),
  };
}

function parsedClasses(sources: readonly Source[], good: ReadonlyMap<string, unknown>, cache: CompileCache): readonly Unit[] {
  return sources
    .filter(({ kind, path }) => kind === 'class' && good.has(path))
    .flatMap((source) => {
      const { unit } = cache.parse(source);
      return unit ? [unit] : [];
    });
}

/** Against the types of the Metadata API. Kinds of file the schema does not know are refused by the schema's reader. */
function checkMetadataFiles(files: Files): Problem[] {
  const problems: Problem[] = [];
  for (const [path, bytes] of files) {
    if (path.endsWith('-meta.xml'))
      problems.push(...checkMetadataFile(path, Buffer.from(bytes).toString('utf8')).filter(({ kind }) => kind === 'error'));
  }
  return problems;
}

const fileTable = 'CREATE TABLE IF NOT EXISTS "_file" (path TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;';

/** Tables and setup rows of a build. Opens no transaction of its own. */
export function install(store: Store, settings: Settings, { schema, code }: Build): void {
  store.exec(`${queueTables}${eventTables}${outboxTables}${deliveryTables}${passwordTables}${sessionTables}${fileTable}`);
  createTables(store, schema.unseen ?? []);
  createTables(store, schema.objects);
  refreshSummaries(store, schema);
  bootstrap({ store, schema, settings, code });
}

/** What is deployed belongs to the org's file: it is there again after a restart. */
export function saveFiles(store: Store, files: Files): void {
  store.run('DELETE FROM "_file"', []);
  for (const [path, content] of files) store.run('INSERT INTO "_file" VALUES (?, ?)', [path, content]);
}

export function savedFiles(store: Store): Files {
  store.exec(fileTable);
  return new Map(
    store.all('SELECT path, content FROM "_file" ORDER BY path', []).map(([path, content]) => [String(path), content as Uint8Array]),
  );
}
