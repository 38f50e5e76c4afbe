/** The running parts of an org over one store: wired once for the org itself, and once for each test run. */
import type { AccessControl } from '../access/access.ts';
import { createAccessControl } from '../access/control.ts';
import type { How, AsyncHost } from '../async/host.ts';
import { createAsync, type Async, type Order } from '../async/jobs.ts';
import { createDml } from '../dml/engine.ts';
import { createMail } from '../email/mail.ts';
import { createOutbox, type Outbox } from '../email/outbox.ts';
import { apexFormulas } from '../formula/apex.ts';
import type { Data, TestContext } from '../runtime/ports.ts';
import type { Program } from '../runtime/program.ts';
import type { Settings } from '../runtime/settings.ts';
import { current, type DebugLine } from '../runtime/transaction.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Schema } from '../schema/model.ts';
import { createQueries } from '../soql/queries.ts';
import { allRecords, readRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { transact, type OrgTransaction, type TransactionWorld } from './transaction.ts';
import { createTriggerHost } from './triggerHost.ts';

/** What is deployed: replaced as a whole. */
export interface Deployed {
  readonly schema: Schema;
  readonly program: Program;
}

export interface RuntimeOptions {
  readonly store: Store;
  readonly settings: Settings;
  deployed(): Deployed;
  readonly testing: boolean;
  readonly order: Order | undefined;
  log(line: DebugLine): void;
}

export interface Runtime {
  readonly store: Store;
  readonly settings: Settings;
  readonly access: AccessControl;
  readonly async: Async;
  /** null in a test run: tests send no mail. */
  readonly outbox: Outbox | null;
  readonly data: Data;
  transact<T>(how: How, work: (transaction: OrgTransaction) => T): T;
  /** The test whose method runs: its jobs and event triggers see it too. */
  test: TestContext | null;
}

export function createRuntime({ store, settings, deployed, testing, order, log }: RuntimeOptions): Runtime {
  const schema = (): Schema => deployed().schema;
  const program = (): Program => deployed().program;
  const access = createAccessControl({ schema, store });
  const queries = createQueries({ schema, store, access });
  const outbox = testing ? null : createOutbox(store, settings);
  const mail = createMail({ store, settings, schema, outbox });
  const dml = createDml({ schema, store, access, settings, mail, triggers: createTriggerHost(program) });
  let requests = 0;

  const data: Data = {
    get schema() {
      return schema();
    },
    query: queries.query,
    queryText: queries.queryText,
    cursors: { ids: queries.queryIds, rows: queries.rowsForIds },
    boundNames: queries.boundNames,
    search: queries.search,
    dml,
    get rights() {
      return access.rightsOf(current().user);
    },
    record: rememberedRecords(store, schema),
    formulas: apexFormulas(schema, (object, id) => readRecord(store, object, id)),
    allRecords: (name) => {
      const object = schema().object(name);
      return object ? allRecords(store, object) : [];
    },
  };

  const newRequestId = (): string => `local-${String(++requests).padStart(8, '0')}`;
  const runtime: Runtime = {
    store,
    settings,
    access,
    outbox,
    data,
    test: null,
    transact: (how, work) => transact(world, { ...how, test: runtime.test }, work),
    get async() {
      return async;
    },
  };
  const host: AsyncHost = {
    store,
    schema,
    program,
    settings,
    testing,
    newRequestId,
    transact: runtime.transact,
    pages: {
      ids: ({ source, access: mode }) => queries.queryIds(source, mode),
      rows: ({ source, access: mode }, ids) => queries.rowsForIds(source, mode, ids).items,
    },
  };
  const async = createAsync(host, order);
  const world: TransactionWorld = {
    store,
    settings,
    program,
    data,
    mail,
    jobs: async.jobs,
    newRequestId,
    log,
    forgetRights: () => access.forget(),
    loseEffects: (transaction) => async.events.lose(transaction.context.published),
  };
  return runtime;
}

const MOST_REMEMBERED = 100;

/** The running user and the organization are asked for with every row; as long as nothing is written they stay the same. */
function rememberedRecords(store: Store, schema: () => Schema): Data['record'] {
  let writes = -1;
  const records = new Map<string, SObject | null>();
  return (name, id) => {
    if (store.writes !== writes || records.size >= MOST_REMEMBERED) {
      records.clear();
      writes = store.writes;
    }
    const key = `${name} ${id ?? ''}`;
    const known = records.get(key);
    if (known !== undefined) return known;
    const record = recordOf(schema(), store, name, id);
    records.set(key, record);
    return record;
  };
}

function recordOf(schema: Schema, store: Store, name: string, id: string | null): SObject | null {
  const object = schema.object(name);
  if (!object) return null;
  return id === null ? (allRecords(store, object)[0] ?? null) : readRecord(store, object, id);
}
