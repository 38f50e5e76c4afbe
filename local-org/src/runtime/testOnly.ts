/**
 * "Methods of a public test class can only be called from a running test, that is, a test method or code invoked by a
 * test method, and can't be called by a non-test request": other code may be compiled against them.
 */
import type { ClassInfo } from '../types/classInfo.ts';
import type { AnyFunction, ClassDefinition } from './classes.ts';
import { apexError } from './exceptions.ts';
import { current } from './transaction.ts';

/** The definition of a test class, or of a class inside of one: its static methods and constructors refuse other callers. */
export function inTestsOnly(definition: ClassDefinition, info: ClassInfo): ClassDefinition {
  const constructors = new Set(info.constructors.map(({ js }) => js));
  return {
    ...definition,
    statics: guarded(definition.statics, () => true),
    methods: guarded(definition.methods, (js) => constructors.has(js)),
  };
}

function guarded(
  functions: Readonly<Record<string, AnyFunction>>,
  applies: (js: string) => boolean,
): Readonly<Record<string, AnyFunction>> {
  return Object.fromEntries(Object.entries(functions).map(([js, run]) => [js, applies(js) ? testOnly(run) : run]));
}

function testOnly(run: AnyFunction): AnyFunction {
  return function (this: unknown, ...args: never[]): unknown {
    if (current().test === null) throw apexError('TypeException', 'Cannot call test methods in non-test context');
    return run.apply(this, args);
  };
}
