/** The local org as server, scripts and tests see it: the only face of local-org. Messages are plain data. */
import type { Problem } from '../syntax/tree.ts';
import type { Settings } from '../runtime/settings.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { DebugLine, Transaction, TransactionKind } from '../runtime/transaction.ts';
import type { NotificationIntent } from '../runtime/ports.ts';
import type { TestOutcome, TestRun } from '../apexTests/outcome.ts';
import type { Order } from '../async/jobs.ts';
import type { Attempt, DeliveryStatus } from '../email/deliveries.ts';
import type { Readers } from '../email/outbox.ts';

export interface DeployOptions {
  readonly checkOnly?: boolean;
  /** Any problem refuses the whole deploy. Without it a class with a problem is left out, with what uses it; metadata must be right as a whole either way. */
  readonly strict?: boolean;
}

export interface DeployResult {
  /** There were no problems. */
  readonly success: boolean;
  readonly problems: readonly Problem[];
  /** Classes left out because they do not compile, or depend on one that does not. */
  readonly notCompiled: readonly string[];
}

export type { Readers, TestOutcome, TestRun };

export interface OutboxMessage {
  readonly id: string;
  readonly to: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** null = it stays in the outbox. */
  readonly delivery: DeliveryStatus | null;
  /** The complete MIME message. */
  eml(): string;
}

/** Messages to external users and bare addresses only, or those to internal users too: the links in them are keys. */
export interface Mailbox {
  count(readers: Readers): number;
  /** Newest first. */
  page(readers: Readers, offset: number, limit: number): readonly OutboxMessage[];
  find(readers: Readers, id: string): OutboxMessage | null;
  /** From now on messages are also meant for the world: whoever calls this sends what is `due` and says what came of it. */
  beginDelivery(): void;
  readonly delivering: boolean;
  /** Longest overdue first. */
  due(limit: number): readonly OutboxMessage[];
  tried(id: string, attempt: Attempt): void;
}

/** Where a session may go: the org's own pages and API, or the sites. */
export type Door = 'org' | 'site';

export interface Session {
  /** 005… */
  readonly user: string;
  readonly door: Door;
}

export interface SignIns {
  /** null, or why the password is refused. Ends the user's sessions. */
  setPassword(username: string, password: string): string | null;
  /** The id of an active user who is not frozen, if that is their password. After ten wrong ones nothing is right for 15 minutes. */
  check(username: string, password: string): string | null;
  /** The user whom the link of a mail invites to set a password: while it is neither used nor expired. */
  invited(token: string): string | null;
  /** null, or why not. The link is used up by success. */
  accept(token: string, password: string): string | null;
  /** A session's token, told this once. Sessions end after 12 hours without use, and survive restarts. */
  open(userId: string, door: Door): string;
  session(token: string): Session | null;
  close(token: string): void;
}

/** Values of `:name` in SOQL. */
export type Binds = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface QueryOptions {
  /** Whose rights and sharing hold (username or 005… id); none = system mode. */
  readonly user?: string;
  readonly binds?: Binds;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A record as the REST API answers it: `attributes` first, parents inside, children as `{ totalSize, done, records }`. */
export type RecordJson = { readonly [name: string]: Json };

export interface Records {
  readonly totalSize: number;
  /** None for `SELECT COUNT()`. */
  readonly records: readonly RecordJson[];
}

/** `body.message` is what a Lightning component shows. */
export type AuraAnswer =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly status: number; readonly body: { readonly message: string; readonly [name: string]: Json } };

/** As the Apex API answers `executeAnonymous`; -1 where no line is meant. */
export interface AnonymousResult {
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly line: number;
  readonly column: number;
  /** `System.MathException: Divide by 0` */
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
  /** What `System.debug` said, in order. */
  readonly debug: readonly DebugLine[];
  /** The debug log as text, `10:00:00.0 (0)|USER_DEBUG|[1]|DEBUG|…`. */
  readonly log: string;
}

/** A platform event as CometD clients get it. */
export interface EventMessage {
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
  readonly event: { readonly replayId: number; readonly EventUuid: string };
}

export interface Streaming {
  /** Replay id of the newest message of any event. */
  latest(): number;
  /** Is there such an event, and may the user read it? */
  mayRead(user: string, event: string): boolean;
  /** Messages of that event after a replay id, in their order. */
  after(user: string, event: string, replay: number): readonly EventMessage[];
}

export interface Org {
  /** SFDX source files by path (`…/classes/Foo.cls`, `…/classes/Foo.cls-meta.xml`, `…/objects/X__c/fields/Y__c.field-meta.xml`). A bad class spoils only itself and what uses it, unless `strict`. */
  deploy(files: ReadonlyMap<string, Uint8Array>, options?: DeployOptions): DeployResult;
  /** Runs `work` as one Apex transaction of that user (username or 005… id); commits, or rolls back and rethrows. */
  as<T>(user: string, work: (transaction: Transaction) => T, kind?: TransactionKind): T;
  /** Calls a static Apex method in a transaction of its own. Arguments and result are Apex values. */
  call(user: string, className: string, method: string, args: readonly Value[]): Value;
  /** Anonymous Apex, in a transaction of its own: commits, or rolls back and says why. */
  executeAnonymous(user: string, source: string): AnonymousResult;
  /** An `@AuraEnabled` method as a Lightning component calls it: parameters by name, with that user's rights, in a transaction of its own. */
  aura(user: string, className: string, method: string, params: Readonly<Record<string, Json>>): AuraAnswer;
  /** SOQL in system mode, or with a user's rights, as plain rows. Field paths are the keys; children are left out. */
  query(soql: string, options?: QueryOptions): readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** Inserts records through the order of execution; returns ids. Throws with the row errors. */
  insert(user: string, object: string, rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): readonly string[];
  /** Runs queued jobs and events until there are none. `onJob` is told after each transaction. Returns how many ran. */
  settle(onJob?: () => void): Promise<number>;
  /** Runs one step of what is queued: a chunk, a queueable, a delivery of events. False if nothing is ready. Throws what is no failure of the user's Apex. */
  step(): boolean;
  /** SOQL with that user's rights, as the REST API answers it. */
  records(user: string, soql: string): Records;
  /** Those fields of a record, or all the user may read; null where there is none for this user. */
  record(user: string, object: string, id: string, fields: readonly string[] | null): RecordJson | null;
  readonly signIns: SignIns;
  readonly mailbox: Mailbox;
  readonly streaming: Streaming;
  /** `Class` or `Class.method`; none = all. Runs in a store of its own. */
  test(selection: readonly string[]): TestRun;
  outbox(): readonly OutboxMessage[];
  /** `Messaging.CustomNotification`s that were sent, in order. */
  /** Makes the org a sandbox, or a production org again (`Organization.IsSandbox`). */
  setSandbox(isSandbox: boolean): void;
  notifications(): readonly (NotificationIntent & { readonly at: number })[];
  /** Seats of a user licence from now on: bought or given back. A real org learns of that from Salesforce alone. */
  setLicences(name: string, total: number): void;
  readonly settings: Settings;
  close(): void;
}

export interface OpenOptions {
  /** null = in memory. */
  readonly file: string | null;
  /** Compile cache folder; null = none. */
  readonly cache: string | null;
  readonly settings?: Partial<Settings>;
  /** Assumption switches that differ from their default. */
  readonly positions?: Readonly<Record<string, string>>;
  /** Which job or event comes next; jobs take turns unless this says otherwise. */
  readonly order?: Order;
  /** Address of the site in the links of invitations; no slash at the end. */
  readonly siteUrl?: string | (() => string);
  /** `System.debug` */
  readonly log?: (line: DebugLine) => void;
  /** Rows that no ORDER BY orders come in reverse: what relied on luck falls over. */
  readonly reverseUnordered?: boolean;
}
