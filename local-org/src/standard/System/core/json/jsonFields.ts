/** The instance fields of a user's class and its super classes that JSON knows. */
import type { Program } from '../../../../runtime/program.ts';
import { current } from '../../../../runtime/transaction.ts';
import type { FieldInfo } from '../../../../types/classInfo.ts';
import type { Value } from '../../../../runtime/values/kinds.ts';

/** Properties with accessor bodies are among them only if the platform calls their accessors. */
export function jsonFields(className: string): readonly FieldInfo[] {
  const { program, settings } = current();
  return instanceFields(program, className).filter((field) => !field.property || settings.position('jsonAccessors') !== 'ignored');
}

/** Those that hold a value of their own. */
export function storedFields(program: Program, className: string): readonly FieldInfo[] {
  return instanceFields(program, className).filter((field) => !field.property);
}

function instanceFields(program: Program, className: string): readonly FieldInfo[] {
  const info = program.classInfo(className);
  if (!info) return [];
  const own = info.fields.filter((field) => !field.static);
  return info.superName === null ? own : [...own, ...instanceFields(program, info.superName)];
}

type Members = Record<string, Value> & Record<string, (value?: Value) => Value>;

export function readField(object: object, field: FieldInfo): Value {
  const members = object as Members;
  return field.property ? (members[`get$${field.js}`]?.call(object) ?? null) : (members[field.js] ?? null);
}

export function writeField(object: object, field: FieldInfo, value: Value): void {
  const members = object as Members;
  if (field.property) members[`set$${field.js}`]?.call(object, value);
  else (object as Record<string, Value>)[field.js] = value;
}
