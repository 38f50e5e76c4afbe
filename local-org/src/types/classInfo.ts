/** What is known of a user's class at run time: JSON, kept beside the emitted JavaScript. Types are canonical names. */
import type { Access, Sharing } from './symbols.ts';

export interface AnnotationInfo {
  /** Lower-case. */
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface MethodInfo {
  readonly name: string;
  readonly js: string;
  readonly static: boolean;
  readonly access: Access;
  readonly params: readonly { readonly name: string; readonly type: string }[];
  /** `void` for none. */
  readonly type: string;
  readonly annotations: readonly AnnotationInfo[];
  readonly line: number;
}

export interface FieldInfo {
  readonly name: string;
  readonly js: string;
  readonly type: string;
  readonly static: boolean;
  readonly access: Access;
  readonly transient: boolean;
  readonly annotations: readonly AnnotationInfo[];
  /** A property with accessor bodies is read and written through `get$js` and `set$js`. */
  readonly property: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
}

export interface ClassInfo {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly path: string;
  readonly line: number;
  readonly outer: string | null;
  readonly superName: string | null;
  /** Canonical names with arguments: `Database.Batchable<SObject>`. */
  readonly interfaces: readonly string[];
  readonly access: Access;
  readonly abstract: boolean;
  readonly sharing: Sharing;
  readonly apiVersion: number;
  readonly isTest: boolean;
  readonly annotations: readonly AnnotationInfo[];
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  /** Parameter types of each constructor; `js` is the name of the initialising method. */
  readonly constructors: readonly { readonly js: string; readonly access: Access; readonly params: readonly string[] }[];
  readonly enumValues: readonly string[];
}

export interface TriggerInfo {
  readonly name: string;
  readonly path: string;
  readonly object: string;
  readonly events: readonly string[];
  readonly apiVersion: number;
}
