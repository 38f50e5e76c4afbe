/** The ports through which emitted code and the library reach the org. `org/` wires them; nothing here imports what is behind. */
import type { DmlOperation, SoqlQuery } from '../syntax/tree.ts';
import type { Schema } from '../schema/model.ts';
import type { FormulaPort } from './formulaPort.ts';
import type { LimitName } from './limitNames.ts';
import type { ApexList } from './values/collections.ts';
import type { Value } from './values/kinds.ts';
import type { SObject } from './values/sobject.ts';

/** `user`: CRUD, FLS and sharing of the running user. `sharing`: sharing only. `system`: everything. */
export type Access = 'user' | 'sharing' | 'system';

export interface DmlOptions {
  allOrNone: boolean | null;
  allowFieldTruncation: boolean;
  triggerUserEmail: boolean;
  triggerAutoResponseEmail: boolean;
  triggerOtherEmail: boolean;
  duplicateAllowSave: boolean;
}

export interface DmlRequest {
  readonly operation: DmlOperation | 'emptyRecycleBin';
  readonly rows: readonly SObject[];
  readonly allOrNone: boolean;
  readonly access: Access;
  readonly options: DmlOptions | null;
  /** `upsert x Field__c`: canonical field name. */
  readonly externalId: string | null;
  /** The platform's own save of values that follow from others: read-only fields may be set, no limit is counted. */
  readonly calculated?: boolean;
  /** merge: the losers, or their ids; rows holds the master. */
  readonly others: readonly (SObject | string)[];
}

export interface RowError {
  /** `REQUIRED_FIELD_MISSING`, … */
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export interface RowResult {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: readonly RowError[];
  /** Of a merge. */
  readonly merged?: { readonly ids: readonly string[]; readonly updatedRelatedIds: readonly string[] };
}

export interface Data {
  readonly schema: Schema;
  query(query: SoqlQuery, binds: readonly Value[], access: Access): QueryResult;
  /** Parses and runs; binds by name (lower-case). */
  queryText(text: string, binds: ReadonlyMap<string, Value>, access: Access): QueryResult;
  /** A query whose rows are read page by page, with its binds. */
  readonly cursors: {
    /** One query toward the limits, and no rows. */
    ids(source: TextQuery, access: Access): readonly string[];
    /** The records of those ids, in their order, without those deleted meanwhile. Counts toward no limit. */
    rows(source: TextQuery, access: Access, ids: readonly string[]): ApexList;
  };
  /** The names bound in a query's text, as they are written. */
  boundNames(text: string): readonly string[];
  /** SOSL: a List of records per object of RETURNING. Binds by name (lower-case). */
  search(text: string, binds: ReadonlyMap<string, Value>, access: Access): ApexList;
  /** Results in the order of the rows; with allOrNone a failure throws DmlException and nothing is written. */
  dml(request: DmlRequest): readonly RowResult[];
  /** CRUD and FLS of the running user, for describe, stripInaccessible and the like. */
  readonly rights: Rights;
  /** One stored row with all its fields, in system mode and counted by no limit: what `UserInfo` and the like are read from. `null`: the first row of the object (Organization). */
  record(object: string, id: string | null): SObject | null;
  readonly formulas: FormulaPort;
  /** All rows of a small object (a custom setting, a setup object) in the same way. */
  allRecords(object: string): readonly SObject[];
}

export interface TextQuery {
  readonly kind: 'text';
  readonly text: string;
  /** By lower-case name. */
  readonly binds: ReadonlyMap<string, Value>;
}

export interface QueryResult {
  /** Rows as SObjects (AggregateResult for grouped ones). */
  readonly rows: ApexList;
  /** `SELECT COUNT()` */
  readonly count: number | null;
}

export interface Rights {
  object(object: string): {
    readonly create: boolean;
    readonly read: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
  };
  field(object: string, field: string): { readonly read: boolean; readonly create: boolean; readonly edit: boolean };
  customPermission(name: string): boolean;
  /** Access to an Apex class: who may call it from outside (Lightning, REST). */
  apexClass(name: string): boolean;
  /** `ViewSetup`, `ManageUsers`, … */
  userPermission(name: string): boolean;
}

/** What the library asks of async/. Ids are AsyncApexJob ids (707…). */
export interface Jobs {
  enqueueBatch(batch: Value, scope: number): string;
  /** `maxDepth`: AsyncOptions.MaximumQueueableStackDepth. `signature`: AsyncOptions.DuplicateSignature as text. */
  enqueueQueueable(queueable: Value, delayMinutes: number, maxDepth?: number | null, signature?: string | null): string;
  /** Of the Queueable that runs. */
  attachFinalizer(finalizer: Value): void;
  /** Depth of the Queueable that runs (1 = enqueued by something else) and the most it may reach; null outside of one. */
  readonly queueableDepth: { readonly current: number; readonly maximum: number | null } | null;
  /** CronTrigger id (08e…). */
  schedule(name: string, cron: string, schedulable: Value): string;
  scheduleBatch(batch: Value, name: string, minutes: number, scope: number): string;
  abort(jobId: string): void;
  /** Results in the order of the events. After commit or at once, by the event's publish behaviour. */
  publish(events: readonly SObject[], callback?: Value): readonly RowResult[];
  /** `EventBus.TriggerContext.currentContext()`: the delivery whose trigger runs; null elsewhere. */
  readonly delivery: EventDelivery | null;
  /** False in a job whose class or method does not allow callouts. */
  readonly mayCallOut: boolean;
  future(className: string, js: string, args: readonly Value[]): string;
}

export interface EventDelivery {
  /** How often these events were delivered before, because the trigger threw `EventBus.RetryableException`. */
  readonly retries: number;
  readonly lastError: string | null;
  /** ReplayId after which delivery resumes if the trigger fails. */
  resumeCheckpoint: string | null;
}

/** A message somebody caused; composed only when it is read. One row of the outbox. */
export interface MailIntent {
  /** `newUser`: the DML header's mail. `siteWelcome`: the site's own. `passwordReset`: System.resetPassword. `apex`: Messaging.sendEmail. */
  readonly kind: 'newUser' | 'siteWelcome' | 'passwordReset' | 'apex';
  readonly userId: string | null;
  readonly networkId: string | null;
  readonly to: string;
  readonly subject: string | null;
  readonly body: string | null;
  /** The HTML alternative of an `apex` message. */
  readonly html?: string | null;
}

/** `Messaging.CustomNotification.send` */
export interface NotificationIntent {
  readonly typeId: string;
  readonly title: string;
  readonly body: string;
  readonly targetId: string | null;
  readonly targetPageRef: string | null;
  readonly recipients: readonly string[];
}

export interface Mail {
  /** Notes the message; it is in the outbox only if the savepoint it was noted in commits. */
  note(mail: MailIntent): void;
  /** `System.resetPassword`: the password; a mail when asked for. */
  resetPassword(userId: string, send: boolean): string;
  setPassword(userId: string, password: string): void;
  notify(notification: NotificationIntent): void;
}

/** Test.* of the running test; null outside tests. */
export interface TestContext {
  /** `@IsTest(SeeAllData=true)` */
  readonly seesAllData: boolean;
  startTest(): void;
  stopTest(): void;
  /** Ids are set on records made by the test. */
  setCreatedDate(id: string, at: number): void;
  /** `Test.getEventBus().deliver()` */
  deliverEvents(): void;
  failEvents(): void;
  readonly mocks: Map<string, Value>;
  /** Static state of the test method and of the jobs it runs, by class name. */
  readonly statics: Map<string, object>;
}

/** Where every limit is counted. `use` throws LimitError past the maximum. */
export interface Limits {
  use(name: LimitName, amount: number): void;
  used(name: LimitName): number;
  max(name: LimitName): number;
  /** Remembers the counts (all but CPU time); the answer puts them back: each attempt of a partial save starts from the same counts. */
  snapshot?(): () => void;
}

/** What records of the transaction a `Database.setSavepoint` marks. */
export interface Mark {
  readonly depth: number;
  readonly name: string;
}
