/** One shape for user classes, library classes, enums and interfaces: what the checker looks up and the emitter calls. */
import type { Type } from './types.ts';

export type Access = 'private' | 'protected' | 'public' | 'global';
export type Sharing = 'with' | 'without' | 'inherited';

export interface TypeSymbol {
  /** Canonical: `Outer.Inner`, `Database.SaveResult`, `HttpRequest` (System goes without its namespace). */
  readonly name: string;
  /** `System`, `Database`, …; null for user classes. */
  readonly namespace: string | null;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly apiVersion: number;
  readonly sharing: Sharing;
  readonly access: Access;
  readonly abstract: boolean;
  /** May be extended: `virtual` or `abstract`. */
  readonly virtual: boolean;
  readonly isTest: boolean;
  /** Names of type parameters; only library declarations have any. */
  readonly params: readonly string[];
  readonly outer: TypeSymbol | null;
  readonly superType: Type | null;
  readonly interfaces: readonly Type[];
  /** Own members of that name (lower-case), inherited ones not included; constructors are under `<init>`. */
  members(lowerName: string): readonly Member[];
  /** All own members. */
  allMembers(): readonly Member[];
}

export interface Member {
  readonly kind: 'method' | 'constructor' | 'field' | 'property' | 'type' | 'enumValue';
  /** Canonical. */
  readonly name: string;
  readonly owner: TypeSymbol;
  readonly static: boolean;
  readonly access: Access;
  /** Visible to tests: `@TestVisible`. */
  readonly testVisible: boolean;
  readonly final: boolean;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly params: readonly Type[];
  /** Result of a method, type of a field or property; for a constructor the type itself; for a type the type. */
  readonly type: Type;
  /** Properties and library fields may be read-only or write-only. */
  readonly readable: boolean;
  readonly writable: boolean;
  /**
   * How emitted code reaches it. User members: the JavaScript property name (`mangle`). Library members: the key of the
   * implementation in `standard/` (`String.indexOf(String, Integer)`).
   */
  readonly js: string;
}

/**
 * JavaScript name of a user's method: its lower-case name and the canonical names of its parameter types, so that
 * overloads differ and an override has the name of what it overrides. `compareTo(Object)` → `compareto$object`.
 * Library code calls user code by these names too.
 */
export function mangle(name: string, paramTypeNames: readonly string[]): string {
  const clean = (text: string): string => text.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
  return [name.toLowerCase(), ...paramTypeNames.map(clean)].join('$') + (paramTypeNames.length === 0 ? '$' : '');
}
