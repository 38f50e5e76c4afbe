/** The world of a test run: the same code over a fresh store in memory that holds the schema and setup rows alone. */
import type { TestWorld } from '../apexTests/run.ts';
import type { Settings } from '../runtime/settings.ts';
import { atomically } from '../store/atomic.ts';
import { findRecords } from '../store/records.ts';
import { openStore } from '../store/sqlite.ts';
import { nameOfSource } from './compile.ts';
import { install, type Build } from './deploy.ts';
import type { OpenOptions } from './org.ts';
import { createRuntime, type RuntimeOptions } from './runtime.ts';
import { administrator } from './setup/users.ts';
import { apexSources } from './sources.ts';

export function testWorld(
  build: Build,
  runtimeOptions: Omit<RuntimeOptions, 'store' | 'deployed' | 'testing'>,
  options: OpenOptions,
): TestWorld {
  const { program, schema } = build;
  return {
    program,
    schema,
    broken: brokenTests(build),
    open: () => {
      const store = openStore({
        file: null,
        image: imageOf(build, runtimeOptions.settings),
        reverseUnordered: options.reverseUnordered ?? false,
      });
      const runtime = createRuntime({ ...runtimeOptions, store, testing: true, deployed: () => build });
      runtime.async.events.subscribe();
      const users = schema.object('User');
      const id = users && findRecords(store, users, 'Username', [administrator])[0]?.id;
      if (!id) throw new Error('an org has an administrator');
      return Object.assign(runtime, { administrator: id });
    },
  };
}

const images = new WeakMap<Build, Uint8Array>();

/** A store with tables and setup rows, made once per build. */
function imageOf(build: Build, settings: Settings): Uint8Array {
  let image = images.get(build);
  if (!image) {
    const store = openStore({ file: null });
    atomically(store, () => install(store, settings, build));
    images.set(build, (image = store.image()));
    store.close();
  }
  return image;
}

function brokenTests({ files, notCompiled, problems }: Build): TestWorld['broken'] {
  const missing = new Set(notCompiled);
  return apexSources(files)
    .sources.filter((source) => missing.has(nameOfSource(source)) && /@istest\b/i.test(source.text))
    .map((source) => {
      const first = problems.find((problem) => problem.path === source.path);
      return {
        name: nameOfSource(source),
        message: first ? `line ${first.line}, column ${first.column}: ${first.message}` : 'does not compile',
      };
    });
}
