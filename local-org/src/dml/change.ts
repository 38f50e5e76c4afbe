/** One row on its way through a statement. The caller's record is left alone until the statement is over. */
import type { DmlOptions, RowError, RowResult } from '../runtime/ports.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { ObjectType } from '../schema/model.ts';
import type { RowChange } from './world.ts';

export class Change implements RowChange {
  readonly object: ObjectType;
  readonly operation: RowChange['operation'];
  /** Position in the statement's list. */
  readonly index: number;
  /** The caller's record. */
  readonly given: SObject;
  readonly options: DmlOptions | null;
  /** Working copy: what triggers see and what is written. */
  row: SObject;
  before: SObject | null = null;
  /** Given to the row when it is about to be written. */
  newId: string | null = null;
  errors: RowError[] = [];
  /** A right that is missing in user mode: the exception's message is the error's alone. */
  refusal: 'object' | 'fields' | null = null;

  constructor(index: number, operation: RowChange['operation'], given: SObject, options: DmlOptions | null) {
    this.index = index;
    this.operation = operation;
    this.given = given;
    this.object = given.schema;
    this.options = options;
    this.row = given;
  }

  get givenId(): string | null {
    return this.given.id;
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }

  fail(code: string, message: string, ...fields: string[]): void {
    this.errors.push({ code, message, fields });
  }

  result(created: boolean): RowResult {
    return this.failed
      ? { id: this.givenId, success: false, created: false, errors: this.errors }
      : { id: this.newId ?? this.givenId, success: true, created, errors: [] };
  }
}

export const alive = (changes: readonly Change[]): Change[] => changes.filter((change) => !change.failed);

/** A copy without what belongs to the caller's variable: queried fields, relationships, errors. */
export function copyOf(row: SObject): SObject {
  const copy = new SObject(row.schema);
  for (const [name, value] of row.fields) copy.fields.set(name, value);
  return copy;
}

/** Values of fields whose rules want text; null where there is none. */
export const text = (row: SObject, field: string): string | null => {
  const value = row.fields.get(field) ?? null;
  return typeof value === 'string' ? value : null;
};

export const flag = (row: SObject, field: string): boolean => row.fields.get(field) === true;
