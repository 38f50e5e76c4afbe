/** Formulas that Apex calculates: the port behind `System.Formula`. */
import { apexError, NotSupported } from '../runtime/exceptions.ts';
import type { FormulaInstance, FormulaPort, FormulaRequest } from '../runtime/formulaPort.ts';
import { normaliseId } from '../runtime/ids.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import { ApexDecimal, ApexDouble } from '../runtime/values/numbers.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { FieldType, Schema } from '../schema/model.ts';
import { bindFormula } from './bind.ts';
import type { FieldReference, FormulaContext } from './bound.ts';
import { fieldFormula } from './formulas.ts';
import { FormulaProblem, wrongResult } from './problems.ts';
import { recordContext, transactionEnvironment, type Load } from './recordContext.ts';
import { FormulaFailure, type FormulaType, type FormulaValue } from './values.ts';

export function apexFormulas(schema: () => Schema, load: Load): FormulaPort {
  return {
    recalculate: (records) => {
      for (const record of records) recalculate(record, schema(), load);
    },
    build: (request) => build(request, schema()),
  };
}

function recalculate(record: SObject, schema: Schema, load: Load): void {
  if (record.readOnly) throw apexError('FinalException', 'Record is read-only');
  const object = record.schema;
  const stored = record.id === null ? null : load(object, record.id);
  const context = recordContext(record, load, transactionEnvironment());
  const filled: FormulaContext = {
    ...context,
    read: (reference) =>
      reference.steps.length > 0 || record.fields.has(reference.field.name)
        ? context.read(reference)
        : (stored?.fields.get(reference.field.name) ?? null),
  };
  for (const field of object.fields)
    if (field.formula !== null) record.fields.set(field.name, fieldFormula(schema, object, field).calculate(filled));
}

/** The type of the formula that each return type asks for. */
const types: Readonly<Record<string, FormulaType>> = {
  BOOLEAN: 'Boolean',
  DATE: 'Date',
  DATETIME: 'DateTime',
  DECIMAL: 'Number',
  DOUBLE: 'Number',
  INTEGER: 'Number',
  LONG: 'Number',
  ID: 'Text',
  STRING: 'Text',
  TIME: 'Time',
};

function build({ formula, object, returnType, blankAsZero, globals }: FormulaRequest, schema: Schema): FormulaInstance {
  const references = new Map<string, FieldReference>();
  try {
    const bound = bindFormula(formula, {
      schema,
      object,
      above: [],
      place: 'memory',
      blankAsZero,
      references,
      within: [],
      globals,
    });
    const expected = types[returnType];
    if (expected === undefined) throw new Error(`no formula type for ${returnType}`);
    if (bound.type !== expected && bound.type !== 'Null') throw wrongResult(expected, bound.type);
    return {
      references: [...references.keys()],
      evaluate: (record) => evaluated(() => result(returnType, bound.run(memory(record)))),
    };
  } catch (error) {
    if (error instanceof FormulaProblem) throw apexError('FormulaValidationException', error.message);
    throw error;
  }
}

function evaluated(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw error instanceof FormulaFailure ? apexError('FormulaEvaluationException', error.message) : error;
  }
}

/** Parents that are not in memory are not there. */
function memory(record: SObject): FormulaContext {
  return {
    environment: transactionEnvironment(),
    prior: null,
    isNew: record.id === null,
    read: ({ steps, field }) => {
      let at: SObject | null = record;
      for (const { lookup } of steps) at = at?.parents?.get(lookup.relationshipName ?? '') ?? null;
      return at === null ? null : heldBy(at, field);
    },
  };
}

function heldBy(record: SObject, field: FieldType): Value {
  const value = record.fields.get(field.name);
  if (value === undefined && record.queried !== null && !record.queried.has(field.name))
    throw apexError(
      'SObjectException',
      `SObject row was retrieved via SOQL without querying the requested field: ${record.schema.name}.${field.name}`,
    );
  return value ?? null;
}

function result(returnType: string, value: FormulaValue): Value {
  if (value === null && returnType === 'BOOLEAN')
    throw new NotSupported('FormulaInstance.evaluate of a Boolean formula that compares with blank');
  if (
    value === null ||
    typeof value === 'boolean' ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime
  )
    return value;
  if (typeof value === 'string') return returnType === 'ID' ? (normaliseId(value) ?? value) : value;
  if (returnType === 'DECIMAL') return new ApexDecimal(value);
  if (returnType === 'DOUBLE') return new ApexDouble(value.numberValue());
  if (value.stripTrailingZeros().scale() > 0)
    throw new NotSupported(`a formula of type ${returnType} with the value ${value.toPlainString()}`);
  const whole = value.setScale(0);
  return returnType === 'LONG' ? BigInt(whole.toPlainString()) : whole.numberValue();
}
