/** Opens an org: a store, what is deployed in it, and the running parts over both. */
import { apexError } from '../runtime/exceptions.ts';
import { normaliseId } from '../runtime/ids.ts';
import type { RowResult } from '../runtime/ports.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { ObjectType } from '../schema/model.ts';
import type { TransactionKind } from '../runtime/transaction.ts';
import { runTests } from '../apexTests/run.ts';
import { testWorld } from './testWorld.ts';
import { atomically } from '../store/atomic.ts';
import { findRecords, readRecord } from '../store/records.ts';
import { openStore } from '../store/sqlite.ts';
import { createAnonymous } from './anonymous.ts';
import { createAura } from './aura.ts';
import { build, install, savedFiles, saveFiles, type Build, type Files } from './deploy.ts';
import { noCache, openCompileCache } from './compileCache.ts';
import { surfaced } from './failure.ts';
import { createMailbox } from './mailbox.ts';
import type { DeployOptions, DeployResult, OpenOptions, Org } from './org.ts';
import { recordFrom } from './plainRows.ts';
import { createReading } from './reading.ts';
import { createRuntime, type RuntimeOptions } from './runtime.ts';
import { completeSettings } from './settings.ts';
import { createSignIns } from './signIns.ts';
import { createStreaming } from './streaming.ts';
import type { OrgTransaction } from './transaction.ts';

const DEFAULT_SITE_URL = 'http://localhost:8080';

export function openOrg(options: OpenOptions): Org {
  const settings = completeSettings(options.settings ?? {}, options.positions ?? {});
  const store = openStore({ file: options.file, ...(options.reverseUnordered ? { reverseUnordered: true } : {}) });
  const cache = options.cache === null ? noCache : openCompileCache(options.cache, settings.shape);
  const runtimeOptions: Omit<RuntimeOptions, 'store' | 'deployed' | 'testing'> = {
    settings,
    order: options.order,
    log: options.log ?? (() => undefined),
  };
  const siteUrl = options.siteUrl ?? DEFAULT_SITE_URL;

  let deployed = build(savedFiles(store), settings, cache);
  const runtime = createRuntime({ ...runtimeOptions, store, testing: false, deployed: () => deployed });
  activate(deployed);

  /** From here on the org runs this build. */
  function activate(next: Build): void {
    const before = deployed;
    try {
      atomically(store, () => {
        install(store, settings, next);
        saveFiles(store, next.files);
        deployed = next;
        runtime.async.events.subscribe();
      });
    } catch (error) {
      deployed = before;
      throw error;
    }
    runtime.access.forget();
  }

  function deploy(files: Files, { checkOnly = false, strict = false }: DeployOptions = {}): DeployResult {
    const next = build(new Map([...deployed.files, ...files]), settings, cache);
    const { problems, notCompiled, metadataProblems } = next;
    const refused = metadataProblems.length > 0 || (strict && problems.length > 0);
    if (!refused && !checkOnly) activate(next);
    return { success: problems.length === 0, problems, notCompiled };
  }

  function licences(): ObjectType {
    const object = deployed.schema.object('UserLicense');
    if (!object) throw new Error('an org has licences');
    return object;
  }

  function userId(user: string): string {
    const users = deployed.schema.object('User');
    if (!users) throw new Error('an org has users');
    const id = normaliseId(user);
    const found =
      id !== null && id.startsWith(users.keyPrefix)
        ? readRecord(store, users, id)
        : (findRecords(store, users, 'Username', [user])[0] ?? null);
    if (!found?.id) throw new Error(`no user ${user}`);
    return found.id;
  }

  function as<T>(user: string, work: (transaction: OrgTransaction) => T, kind: TransactionKind = 'synchronous'): T {
    try {
      return runtime.transact({ user: userId(user), kind }, work);
    } catch (error) {
      throw surfaced(error, deployed.program);
    }
  }

  function call(user: string, className: string, method: string, args: readonly Value[]): Value {
    const info = deployed.program.classInfo(className);
    const found =
      info?.methods.filter(
        (each) => each.static && each.name.toLowerCase() === method.toLowerCase() && each.params.length === args.length,
      ) ?? [];
    const [only] = found;
    if (!info || !only) throw new Error(`no static method ${className}.${method} with ${args.length} parameters`);
    if (found.length > 1) throw new Error(`${className}.${method} is overloaded`);
    return as(user, ({ program }) => program.callStatic(info.name, only.js, args));
  }

  function insert(user: string, name: string, rows: Parameters<Org['insert']>[2]): readonly string[] {
    const object = deployed.schema.object(name);
    if (!object) throw new Error(`sObject type '${name}' is not supported.`);
    return as(user, ({ data }) => {
      const records: SObject[] = rows.map((row) => recordFrom(object, row));
      const results = data.dml({
        operation: 'insert',
        rows: records,
        allOrNone: true,
        access: 'user',
        options: null,
        externalId: null,
        others: [],
      });
      return results.map(idOf);
    });
  }

  const { query, records, record } = createReading(as);
  const mailbox = createMailbox(runtime, () => (typeof siteUrl === 'function' ? siteUrl() : siteUrl));

  function step(): boolean {
    try {
      return runtime.async.step();
    } catch (error) {
      throw surfaced(error, deployed.program);
    }
  }

  return {
    deploy,
    as,
    call,
    executeAnonymous: createAnonymous(as, () => deployed),
    aura: createAura(as),
    insert,
    settings,
    query,
    records,
    record,
    signIns: createSignIns(runtime, () => deployed.schema),
    mailbox,
    streaming: createStreaming(runtime, (name) => deployed.schema.object(name), as),
    step,
    settle: async (onJob) => {
      let steps = 0;
      for (;;) {
        if (!step()) return steps;
        steps++;
        onJob?.();
        // Requests take turns with jobs.
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    },
    test: (selection) => runTests(testWorld(deployed, runtimeOptions, options), selection),
    outbox: mailbox.all,
    setLicences: (name, total) => {
      if (findRecords(store, licences(), 'Name', [name]).length === 0) throw new Error(`no licence ${name}`);
      store.run('UPDATE "UserLicense" SET "TotalLicenses" = ? WHERE "Name" = ?', [total, name]);
    },
    setSandbox: (isSandbox) => {
      store.run('UPDATE "Organization" SET "IsSandbox" = ?', [isSandbox ? 1 : 0]);
    },
    notifications: () => runtime.outbox?.notifications() ?? [],
    close: () => store.close(),
  };
}

/** Has another process opened the org in that file? */
export function isInUse(file: string): boolean {
  try {
    openStore({ file }).close();
    return false;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('database is locked')) return true;
    throw error;
  }
}

function idOf({ id, errors }: RowResult): string {
  if (id === null) throw apexError('DmlException', errors.map(({ code, message: text }) => `${code}, ${text}`).join('; '));
  return id;
}
