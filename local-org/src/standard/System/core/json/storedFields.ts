/** Instance fields of a user's class and its super classes that hold a value: properties with accessor bodies do not count. */
import type { Program } from '../../../../runtime/program.ts';
import type { FieldInfo } from '../../../../types/classInfo.ts';

export function storedFields(program: Program, className: string): readonly FieldInfo[] {
  const info = program.classInfo(className);
  if (!info) return [];
  const own = info.fields.filter((field) => !field.static && !field.property);
  return info.superName === null ? own : [...own, ...storedFields(program, info.superName)];
}

/** Instance properties with accessor bodies, those of super classes too. */
export function calculatedFields(program: Program, className: string): readonly FieldInfo[] {
  const info = program.classInfo(className);
  if (!info) return [];
  const own = info.fields.filter((field) => !field.static && field.property);
  return info.superName === null ? own : [...own, ...calculatedFields(program, info.superName)];
}
