/** Where an expression or statement stands: class, method, local variables, loops. */
import type { Span } from '../syntax/tree.ts';
import type { Type } from '../types/types.ts';
import { fail } from './report.ts';
import type { UserMember } from './userTypes.ts';
import type { Viewer } from './world.ts';

export interface Local {
  readonly name: string;
  /** Unique in its method, a JavaScript identifier. */
  readonly js: string;
  readonly type: Type;
  readonly final: boolean;
  /** Its type is not known, which has been said: a gap of ours, or a mistake. */
  readonly unknown: 'gap' | 'mistake' | null;
}

export interface Scope {
  readonly parent: Scope | null;
  readonly locals: Map<string, Local>;
}

export type BodyKind = 'method' | 'constructor' | 'initializer' | 'accessor' | 'trigger' | 'anonymous';

export interface Context extends Viewer {
  readonly kind: BodyKind;
  readonly isStatic: boolean;
  /** null = `return` is not allowed here; void = without a value. */
  readonly returns: Type | null;
  /** The method, constructor, property or field whose code this is. */
  readonly member: UserMember | null;
  /** Object of the trigger: types `Trigger.new`. */
  readonly triggerObject: string | null;
  /** Order of the field whose initialiser this is, when simple names of later ones are out of reach. */
  readonly initialising: { readonly order: number; readonly static: boolean } | null;
  /** Inside the arguments of `this(…)` or `super(…)`: the instance is not there yet. */
  beforeInstance: boolean;
  scope: Scope;
  /** Depth of enclosing loops. */
  loops: number;
  readonly namesTaken: Map<string, number>;
}

export type NewContext = Pick<Context, 'world' | 'unit' | 'type' | 'kind' | 'isStatic' | 'returns' | 'member'> &
  Partial<Pick<Context, 'triggerObject' | 'initialising'>>;

export function createContext(given: NewContext): Context {
  return {
    triggerObject: null,
    initialising: null,
    ...given,
    beforeInstance: false,
    scope: { parent: null, locals: new Map() },
    loops: 0,
    namesTaken: new Map(),
  };
}

export function inScope<T>(cx: Context, work: () => T): T {
  const outer = cx.scope;
  cx.scope = { parent: outer, locals: new Map() };
  try {
    return work();
  } finally {
    cx.scope = outer;
  }
}

export function findLocal(cx: Context, name: string): Local | undefined {
  const lower = name.toLowerCase();
  for (let scope: Scope | null = cx.scope; scope; scope = scope.parent) {
    const local = scope.locals.get(lower);
    if (local) return local;
  }
  return undefined;
}

export function uniqueName(cx: Context, name: string): string {
  // The prefix keeps Apex names that are words of JavaScript (`new`, `await`, `arguments`) valid.
  const lower = name.toLowerCase();
  const n = (cx.namesTaken.get(lower) ?? 0) + 1;
  cx.namesTaken.set(lower, n);
  return n === 1 ? `v_${lower}` : `v_${lower}$${n}`;
}

/** An inner block must not reuse the name of an outer one's variable. */
export function declareLocal(cx: Context, name: string, type: Type, span: Span, final = false, unknown: Local['unknown'] = null): Local {
  if (findLocal(cx, name)) fail(span, `Duplicate variable: ${name}`);
  const local: Local = { name, js: uniqueName(cx, name), type, final, unknown };
  cx.scope.locals.set(name.toLowerCase(), local);
  return local;
}
