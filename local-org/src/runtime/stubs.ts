/** Classes that exist only to be stubs: what `Test.createStub` makes, a subclass whose methods all lead to one handler. */
import type { ClassInfo, MethodInfo } from '../types/classInfo.ts';
import type { AnyFunction, ClassCell, InstanceClass } from './classes.ts';
import { ApexObject, type Value } from './values/kinds.ts';

export type StubHandler = (self: Value, method: MethodInfo, args: readonly Value[]) => Value;

/** The platform's own name for them, to be seen in `String.valueOf(stub)`. */
const stubName = (name: string): string => `${name}__sfdc_ApexStub`;

/** The stub's class and what is known of it. `cell` null: of an interface. */
export function stubClass(
  info: ClassInfo,
  cell: ClassCell | null,
  classInfo: (name: string) => ClassInfo | undefined,
): { readonly info: ClassInfo; readonly make: (handle: StubHandler) => ApexObject } {
  const base = (cell?.C ?? ApexObject) as InstanceClass;
  const methods = stubbedMethods(info, classInfo);
  const name = stubName(info.name);
  const isInterface = info.kind === 'interface';
  return {
    info: {
      ...info,
      name,
      kind: 'class',
      abstract: false,
      superName: isInterface ? null : info.name,
      interfaces: isInterface ? [info.name] : [],
      fields: [],
      methods: [],
      constructors: [],
    },
    make: (handle) => {
      const stub = new base() as ApexObject;
      const put = (key: string, value: unknown): void => void Object.defineProperty(stub, key, { value, configurable: true });
      put('$type', name);
      for (const method of methods) {
        const answer = (...args: readonly Value[]): Value => handle(stub, method, args);
        put(method.js, answer satisfies AnyFunction);
      }
      return stub;
    },
  };
}

/** "You can't mock static methods, private methods": all the others, inherited ones too, each in its nearest version. */
function stubbedMethods(info: ClassInfo, classInfo: (name: string) => ClassInfo | undefined): readonly MethodInfo[] {
  const found = new Map<string, MethodInfo>();
  const visit = (at: ClassInfo): void => {
    for (const method of at.methods)
      if (!method.static && method.access !== 'private' && !found.has(method.js)) found.set(method.js, method);
    for (const name of [...(at.superName === null ? [] : [at.superName]), ...at.interfaces]) {
      const parent = classInfo(name);
      if (parent) visit(parent);
    }
  };
  visit(info);
  return [...found.values()];
}
