/**
 * How a library class is written down: each member is its Apex signature, as a string literal, beside its
 * implementation. TypeScript derives the implementation's type from the string, the checker reads the same string.
 *
 * Write signatures as the reference does: `static Integer valueOf(String text)`, `T get(Integer index)`,
 * `Map<String,Object> all(List<SObject> rows, Integer n)`: parameters separated by comma and space, type arguments by a
 * comma alone.
 */
import { NotSupported } from '../runtime/exceptions.ts';
import type { ApexBlob } from '../runtime/values/blob.ts';
import type { ApexList, ApexMap, ApexSet } from '../runtime/values/collections.ts';
import type { ApexDate, ApexDatetime, ApexTime } from '../runtime/values/dates.ts';
import type { Value } from '../runtime/values/kinds.ts';
import type { ApexDecimal, ApexDouble } from '../runtime/values/numbers.ts';
import type { SObject } from '../runtime/values/sobject.ts';

interface Represented {
  Boolean: boolean;
  Integer: number;
  Long: bigint;
  Double: ApexDouble;
  Decimal: ApexDecimal;
  String: string;
  Id: string;
  Blob: ApexBlob;
  Date: ApexDate;
  Datetime: ApexDatetime;
  Time: ApexTime;
  SObject: SObject;
  Object: Value;
}
/** The JavaScript type of an Apex type name. Classes other than these arrive as Value: narrow with `instanceof`. */
export type Js<T extends string> = T extends keyof Represented
  ? Represented[T]
  : T extends `List<${string}>`
    ? ApexList
    : T extends `Set<${string}>`
      ? ApexSet
      : T extends `Map<${string}>`
        ? ApexMap
        : Value;

type ParamType<S extends string> = S extends `${infer Type} ${string}` ? Type : S;
type Args<S extends string> = S extends ''
  ? []
  : S extends `${infer First}, ${infer Rest}`
    ? [Js<ParamType<First>> | null, ...Args<Rest>]
    : [Js<ParamType<S>> | null];
type WithoutStatic<S extends string> = S extends `static ${infer Rest}` ? Rest : S;
type ResultOf<S extends string> =
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a void member's implementation returns nothing
  WithoutStatic<S> extends `${infer Type} ${string}` ? (Type extends 'void' ? void : Js<Type> | null) : never;
type ArgsOf<S extends string> = S extends `${string}(${infer Params})` ? Args<Params> : never;

/** Implementation of an instance method gets the receiver first (never null: emitted code has checked). */
type Implementation<Self, S extends string> = S extends `static ${string}`
  ? (...args: ArgsOf<S>) => ResultOf<S>
  : (self: Self, ...args: ArgsOf<S>) => ResultOf<S>;

export type Signature = `${string}(${string})`;

export interface MethodEntry {
  readonly kind: 'method';
  readonly signature: string;
  readonly run: (...args: never[]) => unknown;
  /** Simulated CPU microseconds beyond the price of a call, where the work depends on the arguments. */
  readonly cost?: (...args: never[]) => number;
  /** It compiles, and is refused when it is called. */
  readonly refuses?: true;
}
export interface ConstructorEntry {
  readonly kind: 'constructor';
  /** `(String url, Integer n)` */
  readonly signature: string;
  readonly run: (...args: never[]) => unknown;
}
export interface PropertyEntry {
  readonly kind: 'property';
  /** `String name`, `static Boolean isInsert` */
  readonly signature: string;
  readonly get: ((self: never) => unknown) | null;
  readonly set: ((self: never, value: never) => void) | null;
}
export type MemberEntry = MethodEntry | ConstructorEntry | PropertyEntry;

/** A member that is not modelled, and that code which never gets there mentions: controllers that Salesforce puts into every org. */
export const refusedWhenCalled = (signature: Signature, feature: string): MethodEntry => ({
  kind: 'method',
  signature,
  refuses: true,
  run: () => {
    throw new NotSupported(feature);
  },
});

/** Members of a class whose receiver is represented as `Self`. */
export function membersOf<Self>(): {
  m<const S extends Signature>(signature: S, run: Implementation<Self, S>): MethodEntry;
  c<const S extends `(${string})`>(signature: S, run: (...args: ArgsOf<S>) => Self): ConstructorEntry;
  p<const S extends string>(
    signature: S,
    get: ((self: Self) => Js<ParamType<WithoutStatic<S>>> | null) | null,
    set?: ((self: Self, value: Js<ParamType<WithoutStatic<S>>> | null) => void) | null,
  ): PropertyEntry;
} {
  return {
    m: (signature, run) => ({ kind: 'method', signature, run: run as MethodEntry['run'] }),
    c: (signature, run) => ({ kind: 'constructor', signature, run: run as ConstructorEntry['run'] }),
    p: (signature, get, set = null) => ({
      kind: 'property',
      signature,
      get: get as PropertyEntry['get'],
      set: set as PropertyEntry['set'],
    }),
  };
}

export interface StandardDeclaration {
  /** With its namespace: `System.String`, `Database.SaveResult`. `Comparable`, `Queueable` … are in System. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** Type parameters: ['T'], ['K', 'V']. */
  readonly params: readonly string[];
  /** `Exception`, `Iterable<T>`; canonical names. */
  readonly extends: string | null;
  readonly implements: readonly string[];
  /** May user classes extend it? (Exception) */
  readonly virtual: boolean;
  readonly abstract: boolean;
  readonly members: readonly MemberEntry[];
  /** Interface methods without implementation: signatures user classes must implement. */
  readonly abstractMethods: readonly string[];
  readonly values: readonly string[];
  /** Members the platform has and the local org does not: `toPdf(String)`. The checker says NotSupported for them. */
  readonly notSupported?: readonly string[];
}

type Options = Partial<
  Pick<StandardDeclaration, 'params' | 'extends' | 'implements' | 'virtual' | 'abstract' | 'abstractMethods' | 'notSupported'>
>;

export function standardClass(name: string, members: readonly MemberEntry[], options: Options = {}): StandardDeclaration {
  return {
    name,
    kind: 'class',
    params: [],
    extends: null,
    implements: [],
    virtual: false,
    abstract: false,
    abstractMethods: [],
    values: [],
    members,
    ...options,
  };
}

/** `abstractMethods` are what a user's class must implement; `members` may give implementations for library receivers of the same methods. */
export function standardInterface(
  name: string,
  abstractMethods: readonly string[],
  options: Options & { members?: readonly MemberEntry[] } = {},
): StandardDeclaration {
  return {
    name,
    kind: 'interface',
    params: [],
    extends: null,
    implements: [],
    virtual: true,
    abstract: true,
    abstractMethods,
    values: [],
    members: [],
    ...options,
  };
}

export function standardEnum(name: string, values: readonly string[]): StandardDeclaration {
  return {
    name,
    kind: 'enum',
    params: [],
    extends: null,
    implements: [],
    virtual: false,
    abstract: false,
    abstractMethods: [],
    values,
    members: [],
  };
}
