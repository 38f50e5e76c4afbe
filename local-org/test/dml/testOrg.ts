/** A small org for DML tests: real store and schema, access and triggers as the test says. */
import { createDml } from '../../src/dml/engine.ts';
import type { DmlWorld } from '../../src/dml/world.ts';
import { defaultPosition } from '../../src/runtime/assumptions.ts';
import { ApexException, type DmlFailure } from '../../src/runtime/exceptions.ts';
import { createLimits } from '../../src/runtime/limits.ts';
import type { Access, Data, DmlOptions, DmlRequest, Jobs, Mail, MailIntent, Mark, Rights, RowResult } from '../../src/runtime/ports.ts';
import type { Program } from '../../src/runtime/program.ts';
import type { Fault, Settings } from '../../src/runtime/settings.ts';
import { runIn, type Transaction, type TriggerContext } from '../../src/runtime/transaction.ts';
import type { Value } from '../../src/runtime/values/kinds.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { byDefault, checkbox, decimal, email, lookup, required, text, unique, picklist, restricted } from '../../src/schema/fields.ts';
import type { Schema } from '../../src/schema/model.ts';
import { insertRecord } from '../../src/store/records.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { createTables } from '../../src/store/tables.ts';
import { custom, customObject, masterDetail, schemaWith } from '../helpers/schema.ts';

export interface TriggerScript {
  readonly object: string;
  readonly operation: TriggerContext['operation'];
  run(context: TriggerContext): void;
}

export interface Options {
  readonly triggers?: readonly TriggerScript[];
  readonly positions?: Readonly<Record<string, string>>;
  readonly faults?: (point: string, detail: string) => Fault;
  readonly rights?: Partial<Rights>;
  /** Ids that sharing keeps from the running user. */
  readonly hidden?: Set<string>;
}

const everything: Rights = {
  object: () => ({ create: true, read: true, edit: true, delete: true, viewAll: true, modifyAll: true }),
  field: () => ({ read: true, create: true, edit: true }),
  customPermission: () => true,
  apexClass: () => true,
  userPermission: () => true,
};

const schema: Schema = schemaWith(
  customObject('Widget__c', 'a00', [
    custom(text('Code__c', 10, unique, { externalId: true })),
    custom(text('Needed__c', 20), { nillable: true }),
    custom(email('Mail__c')),
    custom(decimal('Size__c', 5, 2)),
    custom(picklist('Colour__c', ['Red', 'Green'], restricted)),
    custom(checkbox('Done__c', byDefault('false'))),
    custom(lookup('Account__c', 'Account', 'Widgets__r')),
  ]),
  customObject('Part__c', 'a01', [masterDetail('Widget__c', 'Widget__c', 'Parts__r'), custom(text('Must__c', 20, required))]),
);

export class TestOrg {
  readonly schema = schema;
  readonly store = openStore({ file: null });
  readonly mails: MailIntent[] = [];
  readonly published: SObject[][] = [];
  readonly fired: string[] = [];
  readonly transaction: Transaction;
  readonly adminId: string;
  readonly dml: (request: DmlRequest) => readonly RowResult[];
  clock = Date.UTC(2026, 0, 15, 10, 0, 0);

  constructor(options: Options = {}) {
    createTables(this.store, schema.objects);
    this.store.begin();
    const role = this.put('UserRole', { Name: 'CEO' });
    const licence = this.put('UserLicense', { Name: 'Salesforce', TotalLicenses: 5, UsedLicenses: 1 });
    const profile = this.put('Profile', { Name: 'System Administrator', UserLicenseId: licence, UserType: 'Standard' });
    this.put('PermissionSet', { Name: 'Admin_Own', Label: 'Admin', ProfileId: profile, IsOwnedByProfile: true });
    this.adminId = this.put('User', {
      Username: 'admin@local.test',
      LastName: 'Admin',
      IsActive: true,
      UserType: 'Standard',
      UserRoleId: role,
      ProfileId: profile,
    });
    const positions = options.positions ?? {};
    const settings: Settings = {
      shape: 'standard',
      position: (name) => positions[name] ?? defaultPosition(name),
      clock: () => this.clock,
      random: () => 0.5,
      faults: { at: options.faults ?? (() => 'none') },
    };
    const world: DmlWorld = {
      schema: () => schema,
      store: this.store,
      settings,
      mail: { note: (mail) => void this.transaction.onCommit(() => this.mails.push(mail)) },
      access: {
        rightsOf: () => ({ ...everything, ...options.rights }),
        visible: (_object, alias) =>
          options.hidden
            ? { sql: `${alias}."Id" NOT IN (SELECT value FROM json_each(?))`, params: [JSON.stringify([...options.hidden])] }
            : null,
        allowed: (_object, ids) => new Set(ids.filter((id) => !options.hidden?.has(id))),
        forget: () => {},
      },
      triggers: {
        has: (object, operation) => (options.triggers ?? []).some((script) => script.object === object && script.operation === operation),
        fire: (context) => {
          this.fired.push(`${context.operation} ${(context.newRows ?? context.oldRows ?? []).length}`);
          for (const script of options.triggers ?? [])
            if (script.object === context.object && script.operation === context.operation) script.run(context);
        },
      },
    };
    this.transaction = this.#transactionOf(settings);
    const dml = createDml(world);
    this.dml = (request) => runIn(this.transaction, () => dml(request));
  }

  #transactionOf(settings: Settings): Transaction {
    const effects: (() => void)[] = [];
    const lengths = new Map<string, number>();
    const { store } = this;
    const jobs: Partial<Jobs> = {
      publish: (events) => {
        this.published.push([...events]);
        return events.map(() => ({ id: null, success: true, created: true, errors: [] }));
      },
    };
    const data: Partial<Data> = { schema, dml: (request) => this.dml(request) };
    return {
      kind: 'synchronous',
      user: this.adminId,
      now: () => this.clock,
      random: () => 0.5,
      limits: createLimits('synchronous'),
      statics: new Map(),
      data: data as Data,
      program: { classInfo: () => undefined } as Partial<Program> as Program,
      settings,
      jobs: jobs as Jobs,
      mail: {} as Mail,
      test: null,
      jobId: null,
      requestId: 'test',
      trigger: null,
      debug: () => {},
      savepoint: () => {
        const mark = store.savepoint();
        lengths.set(mark.name, effects.length);
        return mark;
      },
      rollback: (mark: Mark) => {
        store.rollback(mark);
        effects.length = lengths.get(mark.name) ?? 0;
      },
      release: (mark: Mark) => store.release(mark),
      onCommit: (effect) => void effects.push(effect),
      onEnd: (effect) => void this.ends.push(effect),
      commit: () => effects.splice(0).forEach((effect) => effect()),
    } as Transaction & { commit(): void };
  }

  readonly ends: (() => void)[] = [];

  /** Effects of the commit: mails. */
  commit(): readonly MailIntent[] {
    (this.transaction as Transaction & { commit(): void }).commit();
    return this.mails;
  }

  in<T>(work: () => T): T {
    return runIn(this.transaction, work);
  }

  /** A row past all rules. */
  put(object: string, values: Readonly<Record<string, Value>>): string {
    return insertRecord(this.store, this.type(object), values);
  }

  type(object: string): NonNullable<ReturnType<Schema['object']>> {
    const type = schema.object(object);
    if (!type) throw new Error(`no object ${object}`);
    return type;
  }

  row(object: string, values: Readonly<Record<string, Value>>): SObject {
    const row = new SObject(this.type(object));
    for (const [name, value] of Object.entries(values)) row.fields.set(name, value);
    return row;
  }

  run(operation: DmlRequest['operation'], rows: readonly SObject[], how: Partial<DmlRequest> = {}): readonly RowResult[] {
    return this.dml({ operation, rows, allOrNone: true, access: 'system' as Access, options: null, externalId: null, others: [], ...how });
  }

  insert(object: string, values: Readonly<Record<string, Value>>, how: Partial<DmlRequest> = {}): string {
    const [result] = this.run('insert', [this.row(object, values)], how);
    return String(result?.id);
  }

  stored(object: string, id: string, field: string): unknown {
    return this.store.all(`SELECT "${field}" FROM "${object}" WHERE "Id" = ?`, [id])[0]?.[0];
  }

  count(object: string): number {
    return Number(this.store.all(`SELECT count(*) FROM "${object}"`, [])[0]?.[0]);
  }
}

export const partial = { allOrNone: false } as const;

export const options = (some: Partial<DmlOptions>): DmlOptions => ({
  allOrNone: null,
  allowFieldTruncation: false,
  triggerUserEmail: false,
  triggerAutoResponseEmail: false,
  triggerOtherEmail: false,
  duplicateAllowSave: false,
  ...some,
});

/** `CODE, message` of each row, or `ok`. */
export const outcomes = (results: readonly RowResult[]): readonly string[] =>
  results.map((result) =>
    result.success ? 'ok' : result.errors.map((error) => `${error.code}, ${error.message}: [${error.fields.join(', ')}]`).join(' + '),
  );

/** Message of the exception that `work` throws. */
export function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexException) return `${error.$type}: ${error.apexMessage ?? ''}`;
    throw error;
  }
  return 'nothing thrown';
}

export function failuresOf(work: () => unknown): readonly DmlFailure[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexException) return error.detail as readonly DmlFailure[];
    throw error;
  }
  return [];
}
