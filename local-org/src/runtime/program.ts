/** The compiled code of an org, linked and ready to run. `link.ts` makes one from what `emit/` wrote; the library and async/ call user code through it. */
import type { ClassInfo, TriggerInfo } from '../types/classInfo.ts';
import type { StubHandler } from './stubs.ts';
import type { Value } from './values/kinds.ts';

/** What the emitter leaves behind; JSON, cached on disk. */
export interface CompiledUnit {
  readonly name: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly path: string;
  readonly apiVersion: number;
  readonly js: string;
  /** Lines that count for coverage. */
  readonly coverable: readonly number[];
  readonly classes: readonly ClassInfo[];
  readonly trigger: TriggerInfo | null;
}

export interface UnitCoverage {
  readonly name: string;
  readonly path: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

export interface Program {
  readonly classes: readonly ClassInfo[];
  readonly triggers: readonly TriggerInfo[];
  /** Any case; `Outer.Inner` too. */
  classInfo(name: string): ClassInfo | undefined;
  /** Runs a constructor; `js` of ClassInfo.constructors, by default the one without parameters. */
  create(className: string, args?: readonly Value[], js?: string): Value;
  /** An instance without any constructor having run: for JSON.deserialize. */
  allocate(className: string): Value;
  /** `Test.createStub`: no constructor and no initialiser runs; all methods but private and static ones lead to the handler. */
  stub(className: string, handle: StubHandler): Value;
  callStatic(className: string, js: string, args: readonly Value[]): Value;
  /** Calls a method of a user object by its mangled name: `call(batch, 'finish$database_batchablecontext', [context])`. */
  call(self: Value, js: string, args: readonly Value[]): Value;
  /** True if the object's class (or a super class) has that method. */
  has(self: Value, js: string): boolean;
  /** Static initialisers of the class have run in this transaction afterwards. */
  runTrigger(name: string): void;
  runAnonymous(unit: CompiledUnit): void;
  /** Is `subtype` (canonical name) assignable to `type`: super classes, interfaces, Object. */
  isSubtype(subtype: string, type: string): boolean;
  coverage(): readonly UnitCoverage[];
  resetCoverage(): void;
}
