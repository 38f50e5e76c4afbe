/** The values of library enums: one object each, for emitted code and for library code alike. */
import { EnumValue } from '../runtime/values/kinds.ts';
import type { StandardDeclaration } from './declare.ts';

const byType = new Map<string, readonly EnumValue[]>();
const byDeclaration = new WeakMap<StandardDeclaration, readonly EnumValue[]>();

export function enumConstants(declaration: StandardDeclaration): readonly EnumValue[] {
  let constants = byDeclaration.get(declaration);
  if (!constants) {
    const type = declaration.name.replace(/^System\./, '');
    constants = declaration.values.map((name, ordinal) => new EnumValue(type, name, ordinal));
    byDeclaration.set(declaration, constants);
    byType.set(type, constants);
  }
  return constants;
}

/** `enumConstant(roundingMode, 'HALF_UP')` */
export function enumConstant(declaration: StandardDeclaration, name: string): EnumValue {
  const constant = enumConstants(declaration).find((value) => value.name === name);
  if (!constant) throw new Error(`${declaration.name} has no value ${name}`);
  return constant;
}

/** For enums of other rooms' declarations: any value once the library is loaded, null if the enum has none of that name. */
export function enumConstantOf(type: string, name: string): EnumValue | null {
  const constants = byType.get(type);
  if (!constants) throw new Error(`the library has no enum ${type}`);
  return constants.find((value) => value.name === name) ?? null;
}

export const isLibraryEnum = (type: string): boolean => byType.has(type);
