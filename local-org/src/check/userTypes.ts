/** Symbols of the classes, interfaces and enums being compiled. Made by `declare.ts` in steps: names first, then super types, then members. */
import type {
  Accessor,
  Annotation,
  ConstructorDeclaration,
  FieldDeclaration,
  MethodDeclaration,
  Problem,
  PropertyDeclaration,
  Source,
  Span,
  TypeDeclaration,
  Unit,
} from '../syntax/tree.ts';
import type { Access, Member, Sharing, TypeSymbol } from '../types/symbols.ts';
import type { Type } from '../types/types.ts';

/** One source file on its way through the checker. */
export interface UnitState {
  readonly unit: Unit;
  readonly source: Source;
  readonly problems: Problem[];
  /** Units whose types this one mentions, with the first place it does. */
  readonly uses: Map<UnitState, Span>;
  /** Name in messages and BoundUnit. */
  readonly name: string;
  type: UserType | null;
  /** Declared in a test class: may see @TestVisible members. */
  isTest: boolean;
}

export interface UserMember extends Member {
  readonly owner: UserType;
  readonly span: Span;
  readonly transient: boolean;
  readonly override: boolean;
  readonly annotations: readonly Annotation[];
  /** Access of the setter, where it is narrower than the property's. */
  readonly setterAccess: Access;
  readonly getterAccess: Access;
  /** A property read and written through accessor methods rather than as a stored field. */
  readonly viaAccessors: boolean;
  readonly declaration: MethodDeclaration | ConstructorDeclaration | FieldDeclaration | PropertyDeclaration | null;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
  readonly paramNames: readonly string[];
  /** Place among the class's initialised members: a static initialiser must not read what comes later. */
  readonly order: number;
}

export class UserType implements TypeSymbol {
  readonly name: string;
  readonly namespace = null;
  readonly params: readonly string[] = [];
  readonly kind: 'class' | 'interface' | 'enum';
  readonly unit: UnitState;
  readonly declaration: TypeDeclaration | null;
  readonly outer: UserType | null;
  readonly apiVersion: number;
  readonly sharing: Sharing;
  readonly access: Access;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly isTest: boolean;
  readonly testVisible: boolean;
  readonly inner = new Map<string, UserType>();
  superType: Type | null = null;
  interfaces: readonly Type[] = [];
  /** Lower-case names of members that could not be declared, which has been said. */
  readonly unknown = new Set<string>();
  private readonly byName = new Map<string, UserMember[]>();

  constructor(
    given: Pick<
      UserType,
      | 'name'
      | 'kind'
      | 'unit'
      | 'declaration'
      | 'outer'
      | 'apiVersion'
      | 'sharing'
      | 'access'
      | 'abstract'
      | 'virtual'
      | 'isTest'
      | 'testVisible'
    >,
  ) {
    this.name = given.name;
    this.kind = given.kind;
    this.unit = given.unit;
    this.declaration = given.declaration;
    this.outer = given.outer;
    this.apiVersion = given.apiVersion;
    this.sharing = given.sharing;
    this.access = given.access;
    this.abstract = given.abstract;
    this.virtual = given.virtual;
    this.isTest = given.isTest;
    this.testVisible = given.testVisible;
  }

  get topLevel(): UserType {
    return this.outer ?? this;
  }

  get simpleName(): string {
    return this.name.slice(this.name.lastIndexOf('.') + 1);
  }

  add(member: UserMember): void {
    const key = member.name.toLowerCase();
    const same = this.byName.get(key);
    if (same) same.push(member);
    else this.byName.set(key, [member]);
  }

  members(lowerName: string): readonly UserMember[] {
    return this.byName.get(lowerName) ?? [];
  }

  allMembers(): readonly UserMember[] {
    return [...this.byName.values()].flat();
  }
}

/** A member of the same file, or of the class around it, whose own problem is reported already. */
export function isUnknownMember(unit: UnitState, type: TypeSymbol | null, name: string): boolean {
  if (!(type instanceof UserType) || type.unit !== unit) return false;
  return type.unknown.has(name.toLowerCase()) || (type.outer?.unknown.has(name.toLowerCase()) ?? false);
}
