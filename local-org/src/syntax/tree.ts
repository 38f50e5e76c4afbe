/**
 * The syntax tree: immutable, JSON-able, free of types. `parse.ts` makes it, `check/` reads it.
 * Names keep the case they were written in; whoever looks them up folds them.
 */

/**
 * 1-based, as the platform reports positions; the end is exclusive. A span begins where the platform points at: a call or
 * member access at its name (`a.b.foo()` at `foo`), an operation at its left operand, a statement of an expression where that
 * begins, a declaration of a variable, parameter or member at its name, anything else at its first token.
 */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type SourceKind = 'class' | 'trigger' | 'anonymous';

export interface Source {
  /** Path as the developer knows it; every problem and stack frame repeats it. */
  readonly path: string;
  readonly text: string;
  readonly kind: SourceKind;
  /** From the -meta.xml, e.g. 67. */
  readonly apiVersion: number;
}

export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly kind: 'error' | 'notSupported';
}

/** A type as written: `Map<Id, List<Account>>[]`. */
export interface TypeRef {
  /** Dotted name without arguments, as written: `Map`, `Database.Batchable`. */
  readonly name: string;
  readonly args: readonly TypeRef[];
  /** Number of trailing `[]`. */
  readonly arrays: number;
  readonly span: Span;
}

export interface Annotation {
  readonly name: string;
  /** `@IsTest(SeeAllData=true)` → { seealldata: 'true' }; keys lower-case, values without quotes. A single unnamed value has the key `value`. */
  readonly params: Readonly<Record<string, string>>;
  readonly span: Span;
}

/** Lower-case, single spaces: `public`, `static`, `with sharing`, `testmethod`, … */
export interface Modifiers {
  readonly words: readonly string[];
  readonly annotations: readonly Annotation[];
}

export interface Param {
  readonly name: string;
  readonly type: TypeRef;
  readonly modifiers: Modifiers;
  readonly span: Span;
}

export type Unit = TypeUnit | TriggerUnit | AnonymousUnit;

export interface TypeUnit {
  readonly kind: 'type';
  readonly source: Source;
  readonly declaration: TypeDeclaration;
}

export type TriggerEvent =
  'before insert' | 'before update' | 'before delete' | 'after insert' | 'after update' | 'after delete' | 'after undelete';

export interface TriggerUnit {
  readonly kind: 'trigger';
  readonly source: Source;
  readonly name: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  readonly body: BlockStatement;
  /** Methods and fields may be declared inside a trigger body. */
  readonly members: readonly MemberDeclaration[];
  readonly span: Span;
}

export interface AnonymousUnit {
  readonly kind: 'anonymous';
  readonly source: Source;
  readonly body: BlockStatement;
  readonly members: readonly MemberDeclaration[];
  readonly span: Span;
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration {
  readonly kind: 'class';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superType: TypeRef | null;
  readonly interfaces: readonly TypeRef[];
  readonly members: readonly MemberDeclaration[];
  /** Of the name, where the platform reports problems about the class itself. */
  readonly span: Span;
}

export interface InterfaceDeclaration {
  readonly kind: 'interface';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly interfaces: readonly TypeRef[];
  readonly members: readonly MethodDeclaration[];
  readonly span: Span;
}

export interface EnumDeclaration {
  readonly kind: 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly values: readonly { readonly name: string; readonly span: Span }[];
  readonly span: Span;
}

export type MemberDeclaration =
  MethodDeclaration | ConstructorDeclaration | FieldDeclaration | PropertyDeclaration | InitializerDeclaration | TypeDeclaration;

export interface MethodDeclaration {
  readonly kind: 'method';
  readonly name: string;
  readonly modifiers: Modifiers;
  /** null = void. */
  readonly type: TypeRef | null;
  readonly params: readonly Param[];
  /** null = abstract or of an interface. */
  readonly body: BlockStatement | null;
  readonly span: Span;
}

export interface ConstructorDeclaration {
  readonly kind: 'constructor';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly params: readonly Param[];
  readonly body: BlockStatement;
  readonly span: Span;
}

/** `Integer a = 1, b;` is two of these. */
export interface FieldDeclaration {
  readonly kind: 'field';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly init: Expr | null;
  readonly span: Span;
}

export interface Accessor {
  readonly modifiers: Modifiers;
  /** null = `get;` */
  readonly body: BlockStatement | null;
  readonly span: Span;
}

export interface PropertyDeclaration {
  readonly kind: 'property';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
  readonly span: Span;
}

export interface InitializerDeclaration {
  readonly kind: 'initializer';
  readonly static: boolean;
  readonly body: BlockStatement;
  readonly span: Span;
}

// ---------------------------------------------------------------------------------------------- statements

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface BlockStatement {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
  readonly span: Span;
}

export type SwitchLabel =
  | { readonly kind: 'values'; readonly values: readonly Expr[] }
  /** `when Account a` */
  | { readonly kind: 'type'; readonly type: TypeRef; readonly name: string }
  | { readonly kind: 'else' };

export type Statement =
  | BlockStatement
  /** One per declarator. */
  | {
      readonly kind: 'local';
      readonly type: TypeRef;
      readonly name: string;
      readonly init: Expr | null;
      readonly final: boolean;
      readonly span: Span;
    }
  | { readonly kind: 'expression'; readonly expr: Expr; readonly span: Span }
  | { readonly kind: 'if'; readonly test: Expr; readonly then: Statement; readonly else: Statement | null; readonly span: Span }
  | { readonly kind: 'while'; readonly test: Expr; readonly body: Statement; readonly span: Span }
  | { readonly kind: 'doWhile'; readonly body: Statement; readonly test: Expr; readonly span: Span }
  | {
      readonly kind: 'for';
      readonly init: readonly Statement[];
      readonly test: Expr | null;
      readonly update: readonly Expr[];
      readonly body: Statement | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'forEach';
      readonly type: TypeRef;
      readonly name: string;
      readonly iterable: Expr;
      readonly body: Statement | null;
      readonly span: Span;
    }
  | { readonly kind: 'return'; readonly value: Expr | null; readonly span: Span }
  | { readonly kind: 'throw'; readonly value: Expr; readonly span: Span }
  | { readonly kind: 'break'; readonly span: Span }
  | { readonly kind: 'continue'; readonly span: Span }
  | {
      readonly kind: 'try';
      readonly body: BlockStatement;
      readonly catches: readonly { readonly type: TypeRef; readonly name: string; readonly body: BlockStatement; readonly span: Span }[];
      readonly finally: BlockStatement | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'switch';
      readonly on: Expr;
      readonly cases: readonly { readonly label: SwitchLabel; readonly body: BlockStatement; readonly span: Span }[];
      readonly span: Span;
    }
  | {
      readonly kind: 'dml';
      readonly operation: DmlOperation;
      readonly target: Expr;
      /** `merge master duplicates`: the duplicates. */
      readonly second: Expr | null;
      /** `upsert x Field__c`: the dotted name as written. */
      readonly externalId: string | null;
      readonly access: 'user' | 'system' | null;
      readonly span: Span;
    }
  | { readonly kind: 'runAs'; readonly args: readonly Expr[]; readonly body: BlockStatement; readonly span: Span };

// ---------------------------------------------------------------------------------------------- expressions

export type AssignOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>'
  | '&&'
  | '||'
  | '=='
  | '!='
  | '==='
  | '!=='
  | '<'
  | '<='
  | '>'
  | '>='
  | '??';

export type Expr =
  /** Integer value as number; Long, Decimal (`1.5`) and Double (`1.5d`) as text without suffix; String unescaped. */
  | {
      readonly kind: 'literal';
      readonly type: 'Integer' | 'Long' | 'Decimal' | 'Double' | 'String' | 'Boolean' | 'null';
      readonly value: string | number | boolean | null;
      readonly span: Span;
    }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  /** `a.b`, `a?.b`. A dotted type name is made of these too; the checker resolves which it is. */
  | { readonly kind: 'member'; readonly target: Expr; readonly name: string; readonly safe: boolean; readonly span: Span }
  | {
      readonly kind: 'call';
      readonly target: Expr | null;
      readonly name: string;
      readonly args: readonly Expr[];
      readonly safe: boolean;
      readonly span: Span;
    }
  /** `this(…)`, `super(…)` as the first statement of a constructor. */
  | { readonly kind: 'constructorCall'; readonly which: 'this' | 'super'; readonly args: readonly Expr[]; readonly span: Span }
  | { readonly kind: 'index'; readonly target: Expr; readonly index: Expr; readonly span: Span }
  | { readonly kind: 'new'; readonly type: TypeRef; readonly args: readonly Expr[]; readonly span: Span }
  /** `new Account(Name = 'x')` */
  | {
      readonly kind: 'newSObject';
      readonly type: TypeRef;
      readonly fields: readonly { readonly name: string; readonly value: Expr; readonly span: Span }[];
      readonly span: Span;
    }
  /** `new List<A>{…}`, `new Set<A>{…}`, `new A[]{…}` (type `List<A>` then). */
  | { readonly kind: 'newItems'; readonly type: TypeRef; readonly items: readonly Expr[]; readonly span: Span }
  /** `new A[n]` (type `List<A>`). */
  | { readonly kind: 'newArray'; readonly type: TypeRef; readonly size: Expr; readonly span: Span }
  | {
      readonly kind: 'newMap';
      readonly type: TypeRef;
      readonly entries: readonly { readonly key: Expr; readonly value: Expr }[];
      readonly span: Span;
    }
  | { readonly kind: 'cast'; readonly type: TypeRef; readonly of: Expr; readonly span: Span }
  | { readonly kind: 'instanceof'; readonly of: Expr; readonly type: TypeRef; readonly span: Span }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '!' | '~'; readonly of: Expr; readonly span: Span }
  | { readonly kind: 'increment'; readonly operator: '++' | '--'; readonly prefix: boolean; readonly of: Expr; readonly span: Span }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expr; readonly right: Expr; readonly span: Span }
  | { readonly kind: 'assign'; readonly operator: AssignOperator; readonly target: Expr; readonly value: Expr; readonly span: Span }
  | { readonly kind: 'ternary'; readonly test: Expr; readonly then: Expr; readonly else: Expr; readonly span: Span }
  | { readonly kind: 'this'; readonly span: Span }
  | { readonly kind: 'super'; readonly span: Span }
  /** `Foo.class` */
  | { readonly kind: 'typeLiteral'; readonly type: TypeRef; readonly span: Span }
  /** `[SELECT …]`; `binds[i]` is what `{kind: 'bind', index: i}` in the query stands for. */
  | { readonly kind: 'soql'; readonly query: SoqlQuery; readonly binds: readonly Expr[]; readonly span: Span }
  /** Binds are written `:b0`, `:b1` in the text. */
  | { readonly kind: 'sosl'; readonly text: string; readonly binds: readonly Expr[]; readonly span: Span };

// ---------------------------------------------------------------------------------------------- SOQL

export interface SoqlQuery {
  readonly select: readonly SoqlSelectItem[];
  readonly from: SoqlFrom;
  readonly where: SoqlCondition | null;
  readonly with: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
  readonly groupBy: readonly SoqlOperand[];
  /** `GROUP BY ROLLUP(…)` and `CUBE(…)`; absent = neither. */
  readonly totals?: 'rollup' | 'cube';
  readonly having: SoqlCondition | null;
  readonly orderBy: readonly { readonly by: SoqlOperand; readonly descending: boolean; readonly nulls: 'first' | 'last' | null }[];
  readonly limit: SoqlNumber | null;
  readonly offset: SoqlNumber | null;
  readonly forClause: 'UPDATE' | 'VIEW' | 'REFERENCE' | null;
  readonly allRows: boolean;
  /** `USING SCOPE mine`, lower-case; absent = none. */
  readonly scope?: string;
  readonly span: Span;
}

export interface SoqlFrom {
  /** Object name; in a child sub-query the child relationship name. May be dotted through an alias (`FROM Account a, a.Contacts c` is NotSupported). */
  readonly object: string;
  readonly alias: string | null;
  readonly span: Span;
}

/** Names are the dotted path, as written: ['Account', 'Owner', 'Name']. */
export interface SoqlField {
  readonly kind: 'field';
  readonly path: readonly string[];
  readonly span: Span;
}

/** `COUNT()`, `COUNT(Id)`, `SUM(x)`, `CALENDAR_YEAR(CreatedDate)`, `toLabel(x)`, `FORMAT(x)`, nested ones too. Name upper-case. */
export interface SoqlFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly args: readonly SoqlOperand[];
  readonly span: Span;
}

export type SoqlOperand = SoqlField | SoqlFunction;

export type SoqlSelectItem =
  | { readonly kind: 'item'; readonly value: SoqlOperand; readonly alias: string | null }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery }
  /** `FIELDS(STANDARD)`, upper-case scope. */
  | { readonly kind: 'fields'; readonly scope: 'ALL' | 'STANDARD' | 'CUSTOM'; readonly span: Span }
  | {
      readonly kind: 'typeof';
      readonly field: string;
      readonly whens: readonly { readonly object: string; readonly fields: readonly SoqlField[] }[];
      readonly else: readonly SoqlField[];
      readonly span: Span;
    };

export type SoqlComparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type SoqlCondition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly SoqlCondition[] }
  | { readonly kind: 'not'; readonly of: SoqlCondition }
  | {
      readonly kind: 'compare';
      readonly left: SoqlOperand;
      readonly operator: SoqlComparison;
      readonly right: SoqlValue;
      readonly span: Span;
    };

export type SoqlValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Number as written: `-1.50`. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  /** `2026-01-31` or `2026-01-31T00:00:00Z`, as written. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  /** `TODAY`, `LAST_N_DAYS:30`: name upper-case, n only where the literal has one. */
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly n: number | null }
  | { readonly kind: 'bind'; readonly index: number }
  | { readonly kind: 'list'; readonly values: readonly SoqlValue[] }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery };

export type SoqlNumber = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'bind'; readonly index: number };
