/** Formula fields of records in memory, and validation rules: what is calculated while a record is saved. */
import type { FormulaContext } from '../formula/bound.ts';
import { defaultFormula, fieldFormula, validationRules } from '../formula/formulas.ts';
import { recordContext, transactionEnvironment, type Load } from '../formula/recordContext.ts';
import { FormulaFailure } from '../formula/values.ts';
import { NotSupported } from '../runtime/exceptions.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';
import { readRecord } from '../store/records.ts';
import { hasTable } from '../store/tables.ts';
import { alive, type Change } from './change.ts';
import type { DmlWorld } from './world.ts';

/** Rows above the records, each read once. */
function loader({ store }: DmlWorld): Load {
  const rows = new Map<string, SObject | null>();
  return (object, id) => {
    let row = rows.get(id);
    if (row === undefined) rows.set(id, (row = hasTable(object) ? readRecord(store, object, id) : null));
    return row;
  };
}

const calculatedFields = new WeakMap<ObjectType, readonly FieldType[]>();

function formulaFields(object: ObjectType): readonly FieldType[] {
  let fields = calculatedFields.get(object);
  if (!fields) calculatedFields.set(object, (fields = object.fields.filter((field) => field.formula !== null)));
  return fields;
}

/** Triggers see formula fields as they were calculated when the trigger began; what a before-trigger changes does not change them. */
export function calculate(rows: readonly (SObject | null)[], world: DmlWorld): void {
  const object = rows.find((row) => row !== null)?.schema;
  const fields = object ? formulaFields(object) : [];
  if (!object || fields.length === 0) return;
  const load = loader(world);
  const environment = transactionEnvironment();
  const schema = world.schema();
  for (const row of rows) {
    if (!row) continue;
    const context = recordContext(row, load, environment);
    for (const field of fields) row.fields.set(field.name, fieldFormula(schema, object, field).calculate(context));
  }
}

/** "Any custom validation rules": all of them, after the before-triggers. Errors of several rules come together. */
export function checkValidationRules(changes: readonly Change[], world: DmlWorld): void {
  const object = changes[0]?.object;
  const rules = object ? validationRules(world.schema(), object) : [];
  if (!object || rules.length === 0) return;
  const load = loader(world);
  const environment = transactionEnvironment();
  for (const change of alive(changes)) {
    const { row, before } = change;
    const prior = before ? recordContext(before, load, environment) : null;
    const context = recordContext(row, load, environment, prior, before === null);
    for (const { rule, violated } of rules) {
      if (!isViolated(rule.name, () => violated(context))) continue;
      const field = rule.field === null ? undefined : object.field(rule.field);
      change.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, ...(field ? [field.name] : []));
    }
  }
}

/** No public source says what becomes of a record whose rule cannot be calculated. */
function isViolated(name: string, violated: () => boolean): boolean {
  try {
    return violated();
  } catch (error) {
    if (error instanceof FormulaFailure) throw new NotSupported(`validation rule ${name} that fails: ${error.message}`);
    throw error;
  }
}

const defaulted = new WeakMap<ObjectType, readonly FieldType[]>();

/** Default values that are formulas, for fields the caller did not set. */
export function applyDefaultFormulas(row: SObject, world: DmlWorld): void {
  const { schema: object } = row;
  let fields = defaulted.get(object);
  if (!fields) defaulted.set(object, (fields = object.fields.filter((field) => field.defaultFormula !== undefined)));
  for (const field of fields) {
    if (row.fields.has(field.name)) continue;
    row.fields.set(field.name, defaultFormula(world.schema(), field)(withoutRecord()));
  }
}

const withoutRecord = (): FormulaContext => ({
  environment: transactionEnvironment(),
  prior: null,
  isNew: true,
  read: ({ key }) => {
    throw new Error(`a default value has no record to read ${key} from`);
  },
});
