/** What the DML engine is given, and the shape of an object's own rules. */
import type { AccessControl } from '../access/access.ts';
import type { DmlRequest, Mail, RowResult } from '../runtime/ports.ts';
import type { Settings } from '../runtime/settings.ts';
import type { TriggerContext } from '../runtime/transaction.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import type { Store } from '../store/store.ts';

export interface TriggerHost {
  has(object: string, operation: TriggerContext['operation']): boolean;
  /** Runs all triggers of that event; records in the context carry `errors` afterwards. */
  fire(context: TriggerContext): void;
}

export interface DmlWorld {
  schema(): Schema;
  readonly store: Store;
  readonly access: AccessControl;
  readonly settings: Settings;
  readonly triggers: TriggerHost;
  readonly mail: Pick<Mail, 'note'>;
  /** Saves records whose values follow from what was just saved, with their triggers unless `quiet`, toward no limit. The engine puts it in. */
  saveParents?(rows: readonly SObject[], quiet?: boolean): void;
}

export type Dml = (request: DmlRequest) => readonly RowResult[];

/** One row on its way through a statement. */
export interface RowChange {
  readonly object: ObjectType;
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly row: SObject;
  /** Id of a row that is being inserted: known to `validate`, in the row from `saved` on. */
  readonly newId: string | null;
  /** The stored row before the change; null on insert. */
  readonly before: SObject | null;
  readonly options: DmlRequest['options'];
  fail(code: string, message: string, ...fields: string[]): void;
  readonly failed: boolean;
}

/** What one object demands beyond its fields: one file per object in `rules/`. */
export interface ObjectRules {
  readonly object: string;
  /** Before anything is written, after before-triggers: checks, and derived fields. */
  validate?(rows: readonly RowChange[], world: DmlWorld): void;
  /** In the row's savepoint, after it is written and before after-triggers: dependent setup rows, mail. */
  saved?(rows: readonly RowChange[], world: DmlWorld): void;
  /** When the statement is over and its rows are there to stay (until an outer rollback). */
  done?(rows: readonly RowChange[], world: DmlWorld): void;
}
