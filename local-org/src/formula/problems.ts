/** What is wrong with a formula, in the words of a failed deploy. */
import type { FormulaType } from './values.ts';

export class FormulaProblem extends Error {}

/** `function 'IF()'`, `operator '+'` */
const described = (name: string): string => (/^[a-z]/i.test(name) ? `function '${name}()'` : `operator '${name}'`);

export const syntaxError = (detail: string): FormulaProblem => new FormulaProblem(`Syntax error${detail}`);

export const wrongType = (name: string, expected: readonly string[], received: FormulaType | 'Text Literal'): FormulaProblem =>
  new FormulaProblem(
    `Incorrect parameter type for ${described(name)}. Expected ${expected.filter((type) => type !== received).join(', ')}, received ${received}`,
  );

export const wrongCount = (name: string, expected: number, received: number): FormulaProblem =>
  new FormulaProblem(`Incorrect number of parameters for ${described(name)}. Expected ${expected}, received ${received}`);

export const unfitArgument = (name: string): FormulaProblem => new FormulaProblem(`Incorrect argument type for ${described(name)}. `);

export const unknownFunction = (name: string): FormulaProblem => new FormulaProblem(`Unknown function ${name}. Check spelling.`);

export const unknownField = (path: string): FormulaProblem => new FormulaProblem(`Field ${path} does not exist. Check spelling.`);

export const notAllowedHere = (name: string): FormulaProblem =>
  new FormulaProblem(`Function ${name} may not be used in this type of formula`);

export const notForRelated = (name: string, path: string): FormulaProblem =>
  new FormulaProblem(`The ${name} function cannot reference the ${path} field.`);

export const picklistMisused = (path: string, type: 'Picklist' | 'Multi-Select Picklist'): FormulaProblem =>
  new FormulaProblem(
    type === 'Picklist'
      ? `Field ${path} is a picklist field. Picklist fields are only supported in certain functions.`
      : `Field ${path} is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.`,
  );

export const blankChoice = (): FormulaProblem =>
  new FormulaProblem(
    'Incorrect parameter for function INCLUDES(). Text Literal must be a valid value for this multi-select picklist field.',
  );

export const unsupportedField = (type: string, path: string): FormulaProblem =>
  new FormulaProblem(`You referenced an unsupported field type called "${type}" using the following field: ${path}`);

export const wrongResult = (expected: string, received: FormulaType): FormulaProblem =>
  new FormulaProblem(`Formula result is data type (${received}), incompatible with expected data type (${expected}).`);

export const refersToItself = (path: string): FormulaProblem =>
  new FormulaProblem(`Formula cannot use another formula field that directly or indirectly refers to itself. ${path}`);
