/** A formula whose names and types are settled: what can be calculated, and what it is calculated from. */
import type { Value } from '../runtime/values/kinds.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import type { FormulaNode } from './tree.ts';
import type { FormulaType, FormulaValue } from './values.ts';

/** From a record to its parent. */
export interface Step {
  readonly from: ObjectType;
  readonly lookup: FieldType;
  readonly to: ObjectType;
}

/** A stored field, of the record itself or of one above it. */
export interface FieldReference {
  /** Canonical: `Account.Owner.Name`; the same for the same field. */
  readonly key: string;
  readonly steps: readonly Step[];
  readonly object: ObjectType;
  readonly field: FieldType;
}

/** Who asks, and when. */
export interface Environment {
  readonly now: number;
  /** Id of the running user. */
  readonly user: string;
  /** Of the running user. */
  zone(): string;
  /** A stored row; `null` as id: the only row of the object. */
  record(object: string, id: string | null): SObject | null;
  /** What a hierarchy custom setting says to the running user. */
  setting(object: ObjectType): SObject;
  customPermission(name: string): boolean;
}

export interface FormulaContext {
  readonly environment: Environment;
  read(reference: FieldReference): Value;
  /** The record before the change; null where there is none. */
  readonly prior: FormulaContext | null;
  readonly isNew: boolean;
}

export type Run = (context: FormulaContext) => FormulaValue;

export interface Bound {
  readonly node: FormulaNode;
  readonly type: FormulaType;
  readonly run: Run;
}
