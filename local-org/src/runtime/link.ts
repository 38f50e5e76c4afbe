/** Makes a program of emitted units: runs their scripts, builds the classes, super classes first, and answers for the whole. */
import { Script } from 'node:vm';
import type { ClassInfo, TriggerInfo } from '../types/classInfo.ts';
import { ClassCell, defineEnum, staticsOf, type AnyFunction, type ClassDefinition, type InstanceClass } from './classes.ts';
import { apexFailure } from './failures.ts';
import { createHierarchy } from './hierarchy.ts';
import { importsFrom, type Imports, type LinkLibrary } from './imports.ts';
import { kernel } from './kernel.ts';
import { nonNull } from './nullPointer.ts';
import type { CompiledUnit, Program, UnitCoverage } from './program.ts';
import { SCRIPT_PREFIX } from './stackTrace.ts';
import { stubClass } from './stubs.ts';
import { inTestsOnly } from './testOnly.ts';
import { current } from './transaction.ts';
import { UserException } from './userException.ts';
import { ApexObject, type Value } from './values/kinds.ts';

interface UnitDefinition {
  readonly classes: readonly ClassDefinition[];
  /** Trigger or anonymous block. */
  readonly body: (() => void) | null;
}
type UnitFactory = (runtime: typeof kernel, imports: Imports, lines: Uint8Array) => UnitDefinition;

interface LinkedUnit {
  readonly unit: CompiledUnit;
  /** By position in `coverable`: 1 if the line has run. */
  readonly lines: Uint8Array;
  readonly body: (() => void) | null;
}

export function link(units: readonly CompiledUnit[], library: LinkLibrary): Program {
  const cells = new Map<string, ClassCell>();
  const infos = new Map<string, ClassInfo>();
  const triggers = new Map<string, LinkedUnit>();
  const linked: LinkedUnit[] = [];
  const imports = importsFrom(library, cellOf);
  const hierarchy = createHierarchy(
    (name) => infos.get(name.toLowerCase()),
    (name) => library.type(name),
  );

  function cellOf(name: string): ClassCell {
    let cell = cells.get(name);
    if (!cell) cells.set(name, (cell = new ClassCell(name)));
    return cell;
  }

  function load(unit: CompiledUnit): LinkedUnit {
    const factory = new Script(unit.js, { filename: SCRIPT_PREFIX + unit.name }).runInThisContext() as UnitFactory;
    const lines = new Uint8Array(unit.coverable.length);
    const { classes, body } = factory(kernel, imports, lines);
    for (const info of unit.classes) {
      const cell = cellOf(info.name);
      cell.info = info;
      infos.set(info.name.toLowerCase(), info);
      if (info.kind === 'enum') defineEnum(cell, info);
    }
    const ofTest = unit.classes.some((info) => info.outer === null && info.isTest);
    for (const definition of classes) {
      const cell = cellOf(definition.name);
      cell.definition = ofTest && cell.info ? inTestsOnly(definition, cell.info) : definition;
    }
    return { unit, lines, body };
  }

  function build(cell: ClassCell): InstanceClass {
    if (cell.C) return cell.C;
    const { definition, info } = cell;
    if (!definition || !info) throw new Error(`class ${cell.name} is not part of the program`);
    cell.superCell = info.superName === null ? null : (cells.get(info.superName) ?? null);
    cell.C = definition.make(info.superName === null ? ApexObject : cell.superCell ? build(cell.superCell) : libraryBase(info.superName));
    cell.s = withFutures(info, definition.statics);
    equip(cell.C.prototype as object, definition, cell);
    return cell.C;
  }

  function buildAll(classes: readonly ClassInfo[]): void {
    for (const info of classes) if (info.kind === 'class') build(cellOf(info.name));
  }

  function define(unit: CompiledUnit): void {
    const added = load(unit);
    linked.push(added);
    if (unit.kind === 'trigger') triggers.set(unit.name.toLowerCase(), added);
  }

  for (const unit of units) define(unit);
  for (const { unit } of linked) buildAll(unit.classes);

  /** A class and its inner ones vanish again after an anonymous block that declared them. */
  function forget(unit: CompiledUnit): void {
    for (const info of unit.classes) {
      cells.delete(info.name);
      infos.delete(info.name.toLowerCase());
    }
    hierarchy.forget();
  }

  function classCell(name: string): ClassCell {
    const info = infos.get(name.toLowerCase());
    const cell = info && cells.get(info.name);
    if (!cell) throw new Error(`class ${name} is not part of the program`);
    return cell;
  }

  const program: Program = {
    classes: linked.flatMap(({ unit }) => unit.classes),
    triggers: linked.flatMap(({ unit }): TriggerInfo[] => (unit.trigger ? [unit.trigger] : [])),
    classInfo: (name) => infos.get(name.toLowerCase()),
    create: (className, args = [], js = 'init$') =>
      asApex(() => {
        const cell = classCell(className);
        if (!cell.C) throw new Error(`${cell.name} has no instances`);
        return invoke(new cell.C(), js, args);
      }),
    allocate: (className) => {
      const cell = classCell(className);
      if (!cell.C) throw new Error(`${cell.name} has no instances`);
      return new cell.C();
    },
    stub: (className, handle) => {
      const cell = classCell(className);
      if (!cell.info) throw new Error(`nothing is known of ${cell.name}`);
      const { info, make } = stubClass(cell.info, cell.C ? cell : null, program.classInfo);
      infos.set(info.name.toLowerCase(), info);
      return make(handle);
    },
    callStatic: (className, js, args) =>
      asApex(() => {
        const cell = classCell(className);
        staticsOf(cell);
        return invoke(cell.definition?.statics ?? cell.s, js, args);
      }),
    call: (self, js, args) => asApex(() => invoke(nonNull(self) as object, js, args)),
    has: (self, js) => typeof self === 'object' && self !== null && typeof (self as unknown as Record<string, unknown>)[js] === 'function',
    runTrigger: (name) => {
      const trigger = triggers.get(name.toLowerCase());
      if (!trigger?.body) throw new Error(`trigger ${name} is not part of the program`);
      asApex(trigger.body);
    },
    runAnonymous: (unit) => {
      const added = load(unit);
      try {
        buildAll(unit.classes);
        if (added.body) asApex(added.body);
      } finally {
        forget(unit);
      }
    },
    isSubtype: (subtype, type) => hierarchy.isSubtype(subtype, type),
    coverage: () => linked.map(coverageOf),
    resetCoverage: () => {
      for (const { lines } of linked) lines.fill(0);
    },
  };
  return program;
}

/** Code that calls an `@future` method queues it; `callStatic` runs it. */
function withFutures(info: ClassInfo, statics: ClassDefinition['statics']): ClassDefinition['statics'] {
  const futures = info.methods.filter((method) => method.annotations.some((annotation) => annotation.name === 'future'));
  const queues = futures.map(({ js }) => [js, (...args: Value[]) => void current().jobs.future(info.name, js, args)] as const);
  return queues.length === 0 ? statics : { ...statics, ...Object.fromEntries(queues) };
}

/** `Exception` is the only class of the library that users may extend. */
function libraryBase(name: string): InstanceClass {
  if (name !== 'Exception') throw new Error(`class ${name} of the library cannot be extended`);
  return UserException;
}

function equip(prototype: object, { name, methods, statics, aliases }: ClassDefinition, cell: ClassCell): void {
  const put = (key: string, value: unknown): void => {
    Object.defineProperty(prototype, key, { value, writable: true, configurable: true });
  };
  put('$type', name);
  for (const [key, method] of Object.entries(methods)) put(key, method);
  for (const [alias, own] of aliases) {
    const fixed = Object.hasOwn(methods, own) ? undefined : statics[own];
    if (fixed)
      put(alias, (...args: never[]): unknown => {
        staticsOf(cell);
        return fixed(...args);
      });
    else
      put(alias, function (this: Record<string, AnyFunction>, ...args: never[]): unknown {
        return this[own]!(...args);
      });
  }
}

function invoke(target: object, js: string, args: readonly Value[]): Value {
  const method = (target as Readonly<Record<string, unknown>>)[js];
  if (typeof method !== 'function') throw new Error(`there is no method ${js}`);
  return ((method as (...args: readonly Value[]) => Value | undefined).apply(target, [...args]) ?? null) as Value;
}

/** JavaScript's own errors leave emitted code as the Apex exceptions they stand for. */
function asApex<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw apexFailure(error);
  }
}

function coverageOf({ unit, lines }: LinkedUnit): UnitCoverage {
  const numbers = (ran: number): readonly number[] => unit.coverable.filter((_, i) => lines[i] === ran);
  return { name: unit.name, path: unit.path, kind: unit.kind, covered: numbers(1), uncovered: numbers(0) };
}
