/** Every formula of a schema as a deploy checks it: fields, default values, active validation rules. */
import { ApexException, NotSupported } from '../runtime/exceptions.ts';
import type { FieldType, ObjectType, Schema } from '../schema/model.ts';
import type { Problem } from '../syntax/tree.ts';
import { compileRule, defaultFormula, fieldFormula } from './formulas.ts';
import { FormulaProblem, unknownField } from './problems.ts';

/** `pathOf`: the file that a field stands in. */
export function checkFormulas(schema: Schema, pathOf: (object: ObjectType, field: FieldType) => string): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (path: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (error instanceof NotSupported) problems.push(problem(path, error.feature, 'notSupported'));
      else if (error instanceof FormulaProblem || error instanceof ApexException) problems.push(problem(path, error.message, 'error'));
      else throw error;
    }
  };
  for (const object of schema.objects) {
    for (const field of object.fields) {
      if (field.formula !== null) check(pathOf(object, field), () => void fieldFormula(schema, object, field));
      if (field.defaultFormula !== undefined) check(pathOf(object, field), () => void defaultFormula(schema, field));
    }
    for (const rule of object.validationRules ?? [])
      check(rule.path, () => {
        compileRule(schema, object, rule);
        if (rule.field !== null && !object.field(rule.field)) throw unknownField(rule.field);
      });
  }
  return problems;
}

const problem = (path: string, message: string, kind: Problem['kind']): Problem => ({ path, line: 1, column: 1, message, kind });
