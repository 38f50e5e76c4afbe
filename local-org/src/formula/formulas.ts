/** The formulas of a schema, ready to be calculated: made when first asked for, and kept as long as the schema. */
import type { FieldType, ObjectType, Schema, ValidationRule } from '../schema/model.ts';
import { NotSupported } from '../runtime/exceptions.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDecimal, RoundingMode } from '../runtime/values/numbers.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import { bindFormula } from './bind.ts';
import type { Bound, FieldReference, FormulaContext } from './bound.ts';
import { wrongResult } from './problems.ts';
import { FormulaFailure, typeOfKind, type FormulaType, type FormulaValue } from './values.ts';

export interface FieldFormula {
  readonly field: FieldType;
  /** Stored fields that it reads. */
  readonly references: readonly FieldReference[];
  /** Where in that list each of them stands, by key. */
  readonly places: ReadonlyMap<string, number>;
  /** As the field holds it; blank where the calculation fails. */
  calculate(context: FormulaContext): Value;
}

const compiled = new WeakMap<Schema, Map<string, FieldFormula>>();

export function fieldFormula(schema: Schema, object: ObjectType, field: FieldType): FieldFormula {
  let known = compiled.get(schema);
  if (!known) compiled.set(schema, (known = new Map()));
  const key = `${object.name}.${field.name}`;
  let formula = known.get(key);
  if (!formula) known.set(key, (formula = compileField(schema, object, field)));
  return formula;
}

function compileField(schema: Schema, object: ObjectType, field: FieldType): FieldFormula {
  const references = new Map<string, FieldReference>();
  const bound = bindFormula(field.formula ?? '', {
    schema,
    object,
    above: [],
    place: 'field',
    blankAsZero: field.blankAsZero ?? false,
    references,
    within: [`${object.name}.${field.name}`],
  });
  expectResult(bound, typeOfKind(field.kind));
  return {
    field,
    references: [...references.values()],
    places: new Map([...references.keys()].map((key, place) => [key, place])),
    calculate: (context) => {
      try {
        return fieldValue(field, bound.run(context));
      } catch (error) {
        if (error instanceof FormulaFailure) return fieldValue(field, null);
        throw error;
      }
    },
  };
}

/** Words for types in this one message. */
const resultNames: Partial<Record<FormulaType, string>> = { Boolean: 'true or false' };

function expectResult(bound: Bound, expected: FormulaType | null): void {
  if (expected === null || bound.type === 'Null' || bound.type === expected) return;
  throw wrongResult(resultNames[expected] ?? expected, bound.type);
}

/** As the field would hold it if it were stored: rounded, a percentage times a hundred, a checkbox never blank. */
export function fieldValue(field: FieldType, value: FormulaValue): Value {
  if (field.kind === 'boolean') return value === true;
  if (typeof value === 'string') return calculatedText(field, value);
  if (value === null || typeof value === 'boolean') return value;
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  const number = field.kind === 'percent' ? value.movePointRight(2) : value;
  const rounded = number.setScale(field.scale, RoundingMode.HALF_UP);
  // `#Too Big!`
  if (field.precision > 0 && rounded.signum() !== 0 && rounded.precision() > field.precision) return null;
  return new ApexDecimal(rounded);
}

/** What the platform makes of more than the 1,300 characters that a calculated text may have is in no public source. */
function calculatedText(field: FieldType, text: string): string {
  if (field.formula !== null && field.length > 0 && text.length > field.length)
    throw new NotSupported(`formula ${field.name} whose text is longer than ${field.length} characters`);
  return text;
}

export interface RuleFormula {
  readonly rule: ValidationRule;
  /** True: the record is refused. Throws FormulaFailure where it cannot be calculated. */
  violated(context: FormulaContext): boolean;
}

const compiledRules = new WeakMap<Schema, Map<ObjectType, readonly RuleFormula[]>>();

/** The active ones. */
export function validationRules(schema: Schema, object: ObjectType): readonly RuleFormula[] {
  if (!object.validationRules) return [];
  let known = compiledRules.get(schema);
  if (!known) compiledRules.set(schema, (known = new Map()));
  let rules = known.get(object);
  if (!rules) known.set(object, (rules = object.validationRules.map((rule) => compileRule(schema, object, rule))));
  return rules;
}

export function compileRule(schema: Schema, object: ObjectType, rule: ValidationRule): RuleFormula {
  const bound = bindFormula(rule.formula, {
    schema,
    object,
    above: [],
    place: 'change',
    blankAsZero: false,
    references: new Map(),
    within: [],
  });
  expectResult(bound, 'Boolean');
  return { rule, violated: (context) => bound.run(context) === true };
}

const compiledDefaults = new WeakMap<Schema, Map<FieldType, (context: FormulaContext) => Value>>();

/** The default value of a field that is a formula. */
export function defaultFormula(schema: Schema, field: FieldType): (context: FormulaContext) => Value {
  let known = compiledDefaults.get(schema);
  if (!known) compiledDefaults.set(schema, (known = new Map()));
  let formula = known.get(field);
  if (!formula) known.set(field, (formula = compileDefault(schema, field)));
  return formula;
}

function compileDefault(schema: Schema, field: FieldType): (context: FormulaContext) => Value {
  const bound = bindFormula(field.defaultFormula ?? '', {
    schema,
    object: null,
    above: [],
    place: 'change',
    blankAsZero: false,
    references: new Map(),
    within: [],
  });
  const type = typeOfKind(field.kind);
  expectResult(bound, type === 'Picklist' || type === 'Multi-Select Picklist' ? 'Text' : type);
  return (context) => fieldValue(field, bound.run(context));
}
