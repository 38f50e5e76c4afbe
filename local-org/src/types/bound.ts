/**
 * The bound tree: what the checker decided and the emitter writes down. JSON-able; every type is a canonical name,
 * every implicit conversion is explicit, every name is resolved. The emitter decides nothing about Apex.
 */
import type { DmlOperation, SoqlQuery, Span, TriggerEvent } from '../syntax/tree.ts';
import type { ClassInfo, TriggerInfo } from './classInfo.ts';

/** Numeric kinds in the order of widening. */
export type NumberKind = 'Integer' | 'Long' | 'Double' | 'Decimal';

/** What an assignment, `+=` or `++` may be applied to. */
export type BoundTarget = Extract<
  Bound,
  { op: 'local' } | { op: 'field' } | { op: 'property' } | { op: 'libraryProperty' } | { op: 'sobjectField' } | { op: 'index' }
>;

export type Bound =
  /** Integer number, Boolean, String and null as they are; Long, Decimal and Double as text. */
  | {
      readonly op: 'const';
      readonly type: 'Integer' | 'Long' | 'Decimal' | 'Double' | 'String' | 'Boolean' | 'null';
      readonly value: string | number | boolean | null;
    }
  /** A local variable or parameter; `name` is unique in its method and a valid JavaScript identifier. */
  | { readonly op: 'local'; readonly name: string }
  | { readonly op: 'this' }
  /** Stored field of a user class (auto-properties too). `self` null = static, then `owner` is initialised first. */
  | { readonly op: 'field'; readonly self: Bound | null; readonly owner: string; readonly js: string; readonly at: Span }
  /** User property with accessor bodies: `get$js()`, `set$js(v)`. `super` calls are not virtual. */
  | { readonly op: 'property'; readonly self: Bound | null; readonly owner: string; readonly js: string; readonly at: Span }
  /** Property or field of a library class; `key` + `.get` / `.set` in the library. */
  | { readonly op: 'libraryProperty'; readonly self: Bound | null; readonly key: string; readonly at: Span }
  | { readonly op: 'enumValue'; readonly owner: string; readonly name: string; readonly library: boolean }
  | { readonly op: 'sobjectField'; readonly self: Bound; readonly field: string; readonly at: Span }
  /** `contact.Account`: the parent record or null. */
  | { readonly op: 'sobjectParent'; readonly self: Bound; readonly relationship: string; readonly at: Span }
  /** `account.Contacts`: List of the children queried; an empty list where none. */
  | { readonly op: 'sobjectChildren'; readonly self: Bound; readonly relationship: string; readonly at: Span }
  /** List element. */
  | { readonly op: 'index'; readonly self: Bound; readonly index: Bound; readonly at: Span }
  | { readonly op: 'assign'; readonly target: BoundTarget; readonly value: Bound; readonly at: Span }
  /** target = convert(target <operator> value): target's parts are evaluated once. Operands are converted to `kind` first, the result to `type`. */
  | {
      readonly op: 'compound';
      readonly target: BoundTarget;
      readonly targetType: string;
      readonly operator: ArithmeticOperator;
      readonly kind: OperandKind;
      readonly value: Bound;
      readonly at: Span;
    }
  | {
      readonly op: 'increment';
      readonly target: BoundTarget;
      readonly by: 1 | -1;
      readonly prefix: boolean;
      readonly kind: NumberKind;
      readonly at: Span;
    }
  /** Both operands already have the type `kind` (String + : any type each, null prints as 'null'). Result: `kind`. */
  | {
      readonly op: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly kind: OperandKind;
      readonly left: Bound;
      readonly right: Bound;
      readonly at: Span;
    }
  | { readonly op: 'negate'; readonly kind: NumberKind; readonly of: Bound; readonly at: Span }
  | { readonly op: 'complement'; readonly kind: 'Integer' | 'Long'; readonly of: Bound; readonly at: Span }
  | { readonly op: 'not'; readonly of: Bound; readonly at: Span }
  | { readonly op: 'and' | 'or'; readonly left: Bound; readonly right: Bound; readonly at: Span }
  /** `a ?? b` */
  | { readonly op: 'coalesce'; readonly left: Bound; readonly right: Bound }
  | { readonly op: 'ternary'; readonly test: Bound; readonly then: Bound; readonly else: Bound }
  /** `<` and friends. Operands have the type `kind`; String compares ignoring case; null operands throw, as the platform does. */
  | {
      readonly op: 'compare';
      readonly operator: '<' | '<=' | '>' | '>=';
      readonly kind: 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Id' | 'Date' | 'Datetime' | 'Time';
      readonly left: Bound;
      readonly right: Bound;
      readonly at: Span;
    }
  /**
   * `==`. `primitive`: JavaScript === is right (Boolean, Integer, Long, enum, null literal). `value`: the runtime's `equals` (strings ignoring case,
   * Decimal by value, dates, SObjects by field, collections by element, user objects by their `equals`). `identity`: `===` of Apex.
   */
  | {
      readonly op: 'equals';
      readonly how: 'primitive' | 'value' | 'identity';
      readonly negate: boolean;
      readonly left: Bound;
      readonly right: Bound;
      readonly at: Span;
    }
  /** Implicit conversion that may change the representation: Integer → Long → Double → Decimal, String → Id (checked), Date → Datetime. Never fails on null. */
  | { readonly op: 'convert'; readonly from: string; readonly to: string; readonly of: Bound; readonly at: Span }
  /** Explicit or down cast, checked at run time: TypeException `Invalid conversion from runtime type X to Y`. */
  | { readonly op: 'cast'; readonly to: string; readonly of: Bound; readonly at: Span }
  | { readonly op: 'instanceof'; readonly type: string; readonly of: Bound }
  /** Evaluates `self`; null → the whole chain `access` (in which `{op: 'local', name: as}` is the value) is null. */
  | { readonly op: 'safe'; readonly self: Bound; readonly as: string; readonly access: Bound }
  /** Method of a user class. `virtual: false`: super.method() or private. */
  | {
      readonly op: 'invoke';
      readonly self: Bound;
      readonly owner: string;
      readonly js: string;
      readonly virtual: boolean;
      readonly args: readonly Bound[];
      readonly at: Span;
    }
  | { readonly op: 'invokeStatic'; readonly owner: string; readonly js: string; readonly args: readonly Bound[]; readonly at: Span }
  /** Library method; `self` null = static. `typeArgs`: canonical names of the receiver's type arguments, where it has any. */
  | {
      readonly op: 'invokeLibrary';
      readonly self: Bound | null;
      readonly key: string;
      readonly args: readonly Bound[];
      readonly typeArgs: readonly string[];
      /** Dynamic SOQL: what `:name` in the text may stand for, by lower-case name. */
      readonly names?: readonly { readonly name: string; readonly value: Bound }[];
      readonly at: Span;
    }
  /** `Account a = Database.query(text)`: the one row, or QueryException. */
  | { readonly op: 'onlyRow'; readonly of: Bound }
  /** `object.clone()`, which every class has: the same values in a new object. */
  | { readonly op: 'copy'; readonly of: Bound; readonly at: Span }
  /** A library interface's method called on a value that may be a user's object or a library one (`iterator.next()`). */
  | {
      readonly op: 'invokeInterface';
      readonly self: Bound;
      readonly js: string;
      readonly key: string;
      readonly args: readonly Bound[];
      readonly at: Span;
    }
  | { readonly op: 'new'; readonly owner: string; readonly js: string; readonly args: readonly Bound[]; readonly at: Span }
  | { readonly op: 'newLibrary'; readonly type: string; readonly key: string; readonly args: readonly Bound[]; readonly at: Span }
  | {
      readonly op: 'newSObject';
      readonly object: string;
      readonly fields: readonly { readonly field: string; readonly kind: 'field' | 'parent'; readonly value: Bound }[];
      readonly at: Span;
    }
  | { readonly op: 'newList' | 'newSet'; readonly type: string; readonly items: readonly Bound[]; readonly at: Span }
  | { readonly op: 'newArray'; readonly type: string; readonly size: Bound; readonly at: Span }
  | {
      readonly op: 'newMap';
      readonly type: string;
      readonly entries: readonly { readonly key: Bound; readonly value: Bound }[];
      readonly at: Span;
    }
  /** `new List<T>(collection)`, `new Set<T>(collection)`, `new Map<K, V>(map or list of SObjects)`. */
  | { readonly op: 'newFrom'; readonly type: string; readonly from: Bound; readonly at: Span }
  | { readonly op: 'typeLiteral'; readonly type: string }
  /** `Account.SObjectType`, `Account.Name` as a token, `Schema.SObjectType.Account` etc. */
  | { readonly op: 'objectToken'; readonly object: string }
  | { readonly op: 'fieldToken'; readonly object: string; readonly field: string }
  | { readonly op: 'describeObject'; readonly object: string; readonly at: Span }
  | { readonly op: 'describeFieldSet'; readonly object: string; readonly name: string; readonly at: Span }
  | { readonly op: 'describeField'; readonly object: string; readonly field: string; readonly at: Span }
  /** `System.Label.Name`: the text is looked up at run time. */
  | { readonly op: 'label'; readonly name: string }
  /** `Page.Name`: a new PageReference each time. */
  | { readonly op: 'page'; readonly name: string }
  /** `Trigger.new` and friends; canonical member name: new, old, newMap, oldMap, isInsert, operationType, size … */
  | { readonly op: 'triggerVariable'; readonly name: string }
  /**
   * `rows`: List of records; `one`: one record, QueryException unless exactly one; `oneOrNull`: null where there is none; `count`: Integer of `SELECT COUNT()`;
   * `locator`: inside Database.getQueryLocator([…]). Binds are in the order of their index.
   */
  | {
      readonly op: 'query';
      readonly query: SoqlQuery;
      readonly binds: readonly Bound[];
      readonly result: 'rows' | 'one' | 'oneOrNull' | 'count' | 'locator';
      readonly object: string;
      readonly at: Span;
    }
  /** `[FIND …]`: binds are `:b0`, `:b1` in the text. */
  | { readonly op: 'search'; readonly text: string; readonly binds: readonly Bound[]; readonly at: Span };

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>';
/** `Date` + Integer days, `Datetime` + days, `Time` + milliseconds: the right operand is an Integer (Long for Time, Decimal/Double days for Datetime allowed). */
export type OperandKind = NumberKind | 'String' | 'Boolean' | 'Date' | 'Datetime' | 'Time';

export type BoundStatement =
  | { readonly op: 'block'; readonly statements: readonly BoundStatement[] }
  /** `initial` null = null. */
  | { readonly op: 'declare'; readonly name: string; readonly type: string; readonly initial: Bound | null; readonly at: Span }
  | { readonly op: 'evaluate'; readonly value: Bound; readonly at: Span }
  | { readonly op: 'if'; readonly test: Bound; readonly then: BoundStatement; readonly else: BoundStatement | null; readonly at: Span }
  | { readonly op: 'while'; readonly test: Bound; readonly body: BoundStatement; readonly at: Span }
  | { readonly op: 'doWhile'; readonly test: Bound; readonly body: BoundStatement; readonly at: Span }
  | {
      readonly op: 'for';
      readonly init: readonly BoundStatement[];
      readonly test: Bound | null;
      readonly update: readonly Bound[];
      readonly body: BoundStatement;
      readonly at: Span;
    }
  /** Over a List, Set, or Iterable (user's or library's). `chunks`: the loop variable is a List<SObject> over a query: chunks of 200. */
  | {
      readonly op: 'forEach';
      readonly name: string;
      readonly type: string;
      readonly over: 'List' | 'Set' | 'Iterable' | 'query';
      readonly chunks: boolean;
      readonly iterable: Bound;
      readonly body: BoundStatement;
      readonly at: Span;
    }
  | { readonly op: 'return'; readonly value: Bound | null; readonly at: Span }
  | { readonly op: 'throw'; readonly value: Bound; readonly at: Span }
  | { readonly op: 'break'; readonly at: Span }
  | { readonly op: 'continue'; readonly at: Span }
  | {
      readonly op: 'try';
      readonly body: BoundStatement;
      readonly catches: readonly { readonly type: string; readonly name: string; readonly body: BoundStatement }[];
      readonly finally: BoundStatement | null;
      readonly at: Span;
    }
  /** `kind` says how to compare values: `equals` of runtime for String (case-sensitive in switch), `===` for Integer/Long/enum. Type cases declare `name`. */
  | { readonly op: 'switch'; readonly on: Bound; readonly onType: string; readonly cases: readonly BoundCase[]; readonly at: Span }
  | {
      readonly op: 'dml';
      readonly operation: DmlOperation;
      readonly target: Bound;
      readonly second: Bound | null;
      readonly externalId: string | null;
      readonly access: 'user' | 'system' | null;
      readonly at: Span;
    }
  | { readonly op: 'runAs'; readonly user: Bound; readonly body: BoundStatement; readonly at: Span };

export type BoundCase =
  | { readonly kind: 'values'; readonly values: readonly Bound[]; readonly body: BoundStatement }
  | { readonly kind: 'type'; readonly type: string; readonly name: string; readonly body: BoundStatement }
  | { readonly kind: 'else'; readonly body: BoundStatement };

export interface BoundMethod {
  readonly name: string;
  readonly js: string;
  readonly static: boolean;
  readonly params: readonly string[];
  /** null = abstract. */
  readonly body: BoundStatement | null;
  readonly at: Span;
  /** Constructors: the explicit or implied call that comes first, after which (for `super`) field initialisers run. null for methods and for roots without a user super class. */
  readonly constructorCall: {
    readonly which: 'this' | 'super';
    readonly owner: string;
    readonly js: string;
    readonly library: boolean;
    readonly args: readonly Bound[];
  } | null;
}

/** In source order: `x = init` of fields and initialiser blocks. */
export type BoundInitializer =
  | { readonly kind: 'field'; readonly js: string; readonly type: string; readonly value: Bound | null; readonly at: Span }
  | { readonly kind: 'block'; readonly body: BoundStatement };

export interface BoundClass {
  readonly info: ClassInfo;
  /** Canonical name of a user super class, or of a library one (`Exception`). */
  readonly superClass: { readonly name: string; readonly library: boolean } | null;
  readonly staticInitializers: readonly BoundInitializer[];
  readonly instanceInitializers: readonly BoundInitializer[];
  readonly constructors: readonly BoundMethod[];
  readonly methods: readonly BoundMethod[];
  /** Accessors with bodies; js is `get$name` or `set$name` (parameter `value`). A `get;` beside a `set {…}` reads the stored field of the same js. */
  readonly accessors: readonly BoundMethod[];
  /** A library interface demanded `execute(Database.BatchableContext, List<SObject>)`, the class wrote `List<Account>`: alias → own name. */
  readonly aliases: readonly { readonly js: string; readonly own: string }[];
}

export interface BoundUnit {
  readonly path: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly name: string;
  readonly apiVersion: number;
  /** Outer class first, then its inner types. */
  readonly classes: readonly BoundClass[];
  /** Trigger or anonymous body. */
  readonly body: BoundStatement | null;
  readonly trigger: (TriggerInfo & { readonly events: readonly TriggerEvent[] }) | null;
}
