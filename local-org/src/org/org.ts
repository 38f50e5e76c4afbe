/** The local org as server, scripts and tests see it: the only face of local-org. Messages are plain data. */
import type { Problem } from '../syntax/tree.ts';
import type { Settings } from '../runtime/settings.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { DebugLine, Transaction, TransactionKind } from '../runtime/transaction.ts';
import type { NotificationIntent } from '../runtime/ports.ts';
import type { TestOutcome, TestRun } from '../apexTests/outcome.ts';
import type { Order } from '../async/jobs.ts';

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

export type { TestOutcome, TestRun };

export interface OutboxMessage {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** The complete MIME message. */
  eml(): string;
}

export interface Org {
  /** SFDX source files by path (`…/classes/Foo.cls`, `…/classes/Foo.cls-meta.xml`, `…/objects/X__c/fields/Y__c.field-meta.xml`). A bad class spoils only itself and what uses it, unless `strict`. */
  deploy(files: ReadonlyMap<string, Uint8Array>, options?: DeployOptions): DeployResult;
  /** Runs `work` as one Apex transaction of that user (username or 005… id); commits, or rolls back and rethrows. */
  as<T>(user: string, work: (transaction: Transaction) => T, kind?: TransactionKind): T;
  /** Calls a static Apex method in a transaction of its own. Arguments and result are Apex values. */
  call(user: string, className: string, method: string, args: readonly Value[]): Value;
  /** SOQL in system mode, as plain rows: for scripts and tests. Field paths are the keys. */
  query(soql: string): readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** Inserts records through the order of execution; returns ids. Throws with the row errors. */
  insert(user: string, object: string, rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): readonly string[];
  /** Runs queued jobs and events until there are none. `onJob` is told after each transaction. Returns how many ran. */
  settle(onJob?: () => void): Promise<number>;
  /** `Class` or `Class.method`; none = all. Runs in a store of its own. */
  test(selection: readonly string[]): TestRun;
  outbox(): readonly OutboxMessage[];
  /** `Messaging.CustomNotification`s that were sent, in order. */
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
  readonly siteUrl?: string;
  /** `System.debug` */
  readonly log?: (line: DebugLine) => void;
  /** Rows that no ORDER BY orders come in reverse: what relied on luck falls over. */
  readonly reverseUnordered?: boolean;
}
