/** What Apex asks of formulas: `System.Formula` and the namespace FormulaEval. `org/` wires it. */
import type { ObjectType } from '../schema/model.ts';
import type { Value } from './values/kinds.ts';
import type { SObject } from './values/sobject.ts';

export interface FormulaRequest {
  readonly formula: string;
  readonly object: ObjectType;
  /** `BOOLEAN`, `DECIMAL`, … of FormulaEval.FormulaReturnType. */
  readonly returnType: string;
  readonly blankAsZero: boolean;
  /** Globals that the formula may use, in lower case: `$user`. */
  readonly globals: ReadonlySet<string>;
}

export interface FormulaInstance {
  readonly references: readonly string[];
  /** From what the record holds in memory, and nothing else. */
  evaluate(record: SObject): Value;
}

export interface FormulaPort {
  /** Sets the formula fields of records in memory; what they do not hold comes from the store. */
  recalculate(records: readonly SObject[]): void;
  /** Throws FormulaValidationException. */
  build(request: FormulaRequest): FormulaInstance;
}
