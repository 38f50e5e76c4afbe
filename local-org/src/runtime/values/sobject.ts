/** A record in memory. Fields by canonical name; what was queried is remembered, because reading anything else throws. */
import type { ObjectType } from '../../schema/model.ts';
import type { ApexList } from './collections.ts';
import type { Value } from './kinds.ts';
import type { DmlOptions } from '../ports.ts';

export class SObject {
  readonly schema: ObjectType;
  /** Canonical field name → value. A field that was set to null is present with null. */
  readonly fields: Map<string, Value> = new Map();
  /** Canonical relationship name → parent record (null = queried, and there is none). Allocated when first needed. */
  parents: Map<string, SObject | null> | null = null;
  /** Canonical child relationship name → children. */
  children: Map<string, ApexList> | null = null;
  /** Canonical names of the fields queried; null = made by `new`, every field may be read. */
  queried: Set<string> | null = null;
  /** Of a clone: the read-only values that it brought along. */
  carried: Map<string, Value> | null = null;
  /** Aggregate rows (`AggregateResult`): alias or `expr0` (lower-case) → value. */
  aggregates: Map<string, Value> | null = null;
  /** `setOptions`. */
  options: DmlOptions | null = null;
  /** Errors of `addError` in a trigger, until the statement takes them. */
  errors: { message: string; field: string | null }[] | null = null;
  /** A record of Trigger.new in an after trigger or of Trigger.old: writing throws FinalException `Record is read-only`. */
  readOnly = false;

  constructor(schema: ObjectType) {
    this.schema = schema;
  }

  get id(): string | null {
    return (this.fields.get('Id') as string | null | undefined) ?? null;
  }
}
