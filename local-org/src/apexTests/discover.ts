/** Which methods are tests, and what prepares a class's data. */
import type { Program } from '../runtime/program.ts';
import type { ClassInfo, MethodInfo } from '../types/classInfo.ts';

export interface TestClass {
  readonly info: ClassInfo;
  readonly setups: readonly MethodInfo[];
  readonly tests: readonly MethodInfo[];
}

/** Said of the method or of its class. */
export const seesAllData = (info: ClassInfo, method: MethodInfo): boolean =>
  [...info.annotations, ...method.annotations].some(
    ({ name, params }) => name === 'istest' && params['seealldata']?.toLowerCase() === 'true',
  );

const has = (method: MethodInfo, annotation: string): boolean => method.annotations.some(({ name }) => name === annotation);

/** `selection`: `Class` or `Class.method`, any case; none = all. In the order of class names, methods as they are written. */
export function discover(program: Program, selection: readonly string[]): readonly TestClass[] {
  const wanted = selection.map((name) => name.toLowerCase());
  const selected = (className: string, method: string): boolean =>
    wanted.length === 0 || wanted.includes(className.toLowerCase()) || wanted.includes(`${className}.${method}`.toLowerCase());
  return program.classes
    .filter((info) => info.isTest && info.outer === null)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((info) => ({
      info,
      setups: info.methods.filter((method) => has(method, 'testsetup')),
      tests: info.methods.filter((method) => has(method, 'istest') && selected(info.name, method.name)),
    }))
    .filter(({ tests }) => tests.length > 0);
}
