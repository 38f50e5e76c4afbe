/** The local org as server, scripts and tests see it: the only face of local-org. Messages are plain data. */
import type { Problem } from '../syntax/tree.ts';
import type { Settings } from '../runtime/settings.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { Transaction, TransactionKind } from '../runtime/transaction.ts';

export interface DeployOptions {
  readonly checkOnly?: boolean;
}

export interface DeployResult {
  readonly success: boolean;
  readonly problems: readonly Problem[];
  /** Classes left out because they do not compile, or depend on one that does not. */
  readonly notCompiled: readonly string[];
}

export interface TestOutcome {
  readonly class: string;
  readonly method: string;
  readonly outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip';
  readonly message: string | null;
  readonly stack: string | null;
  readonly ms: number;
}

export interface TestRun {
  readonly outcomes: readonly TestOutcome[];
  readonly seconds: number;
  /** Class or trigger name → lines coverable and lines run. */
  readonly coverage: ReadonlyMap<string, { readonly path: string; readonly covered: readonly number[]; readonly uncovered: readonly number[] }>;
}

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
  readonly settings: Settings;
  close(): void;
}

export interface OpenOptions {
  /** null = in memory. */
  readonly file: string | null;
  /** Compile cache folder; null = none. */
  readonly cache: string | null;
  readonly settings?: Partial<Settings>;
}
