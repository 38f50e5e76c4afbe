/** A declaration of the library as the checker sees it: a TypeSymbol whose members carry the keys of their implementations. */
import { mangle, type Member, type TypeSymbol } from '../types/symbols.ts';
import { classType, parameterType, sobjectType, substitute, typeName, Types, type Type } from '../types/types.ts';
import { USER_MODE_SINCE } from '../runtime/frame.ts';
import type { MemberEntry, StandardDeclaration } from './declare.ts';
import { parseMethod, parseParams, parseProperty, resolveSignatureType, type SignatureScope } from './signature.ts';

export const canonicalName = (name: string): string => (name.startsWith('System.') ? name.slice('System.'.length) : name);

/** `String.indexOf(String, Integer)`, `HttpRequest.<init>()` */
function memberKey(owner: string, name: string, params: readonly Type[]): string {
  return `${owner}.${name}(${params.map(typeName).join(', ')})`;
}

/** The key under which library receivers of an interface's method find it; for other library members the same as `js`. */
export function keyOf(member: Member): string {
  return member.kind === 'method' || member.kind === 'constructor'
    ? memberKey(member.owner.name, member.name, member.params)
    : `${member.owner.name}.${member.name}`;
}

type MemberFacts = Pick<Member, 'kind' | 'name' | 'type' | 'js'> & Partial<Member>;

export class LibrarySymbol implements TypeSymbol {
  readonly declaration: StandardDeclaration;
  readonly name: string;
  readonly namespace: string;
  readonly kind: TypeSymbol['kind'];
  readonly apiVersion = USER_MODE_SINCE;
  readonly sharing = 'inherited';
  readonly access = 'global';
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly isTest = false;
  readonly params: readonly string[];
  readonly outer = null;
  readonly #scope: SignatureScope;
  readonly #problems: string[] = [];
  #implemented: readonly { readonly member: Member; readonly entry: MemberEntry }[] = [];
  #members: readonly Member[] | null = null;
  #byName: ReadonlyMap<string, readonly Member[]> | null = null;
  #superType: Type | null | undefined;
  #interfaces: readonly Type[] | undefined;

  constructor(declaration: StandardDeclaration, type: SignatureScope['type']) {
    this.declaration = declaration;
    this.name = canonicalName(declaration.name);
    this.namespace = declaration.name.split('.')[0] ?? '';
    this.kind = declaration.kind;
    this.abstract = declaration.abstract;
    this.virtual = declaration.virtual;
    this.params = declaration.params;
    this.#scope = { type, params: declaration.params };
  }

  get superType(): Type | null {
    this.#superType ??= this.#superTypeOf();
    return this.#superType;
  }

  #superTypeOf(): Type | null {
    if (this.declaration.extends !== null) return this.#resolve(this.declaration.extends);
    return this.kind === 'enum' ? this.#resolve('Enum') : null;
  }

  get interfaces(): readonly Type[] {
    this.#interfaces ??= this.declaration.implements.map((name) => this.#resolve(name));
    return this.#interfaces;
  }

  members(lowerName: string): readonly Member[] {
    if (!this.#byName) {
      const byName = new Map<string, Member[]>();
      for (const member of this.allMembers()) {
        const lower = member.name.toLowerCase();
        byName.set(lower, [...(byName.get(lower) ?? []), member]);
      }
      this.#byName = byName;
    }
    return this.#byName.get(lowerName) ?? [];
  }

  allMembers(): readonly Member[] {
    this.#members ??= this.#build();
    return this.#members;
  }

  /** The type itself, with its own parameters as arguments. */
  get self(): Type {
    return classType(this, this.params.map(parameterType));
  }

  #resolve(text: string): Type {
    return resolveSignatureType(text, this.#scope);
  }

  #member(facts: MemberFacts): Member {
    return {
      owner: this,
      static: false,
      access: 'global',
      testVisible: false,
      final: false,
      abstract: false,
      virtual: false,
      params: [],
      readable: true,
      writable: false,
      ...facts,
    };
  }

  /** What is wrong with the declaration: names of unknown types. Such members do not exist; a test wants none. */
  problems(): readonly string[] {
    this.allMembers();
    for (const name of [this.declaration.extends ?? 'Object', ...this.declaration.implements]) this.#tried(() => this.#resolve(name));
    return this.#problems;
  }

  /** Each written member with what implements it. */
  implemented(): readonly { readonly member: Member; readonly entry: MemberEntry }[] {
    this.allMembers();
    return this.#implemented;
  }

  #build(): Member[] {
    const abstracts = this.declaration.abstractMethods.flatMap((signature) => this.#tried(() => this.#abstractMethod(signature)));
    const abstractKeys = new Set(abstracts.map(keyOf));
    this.#implemented = this.declaration.members.flatMap((entry) =>
      this.#tried(() => this.#entry(entry)).map((member) => ({ member, entry })),
    );
    const others = this.#implemented.map(({ member }) => member).filter((member) => !abstractKeys.has(keyOf(member)));
    return [...abstracts, ...others, ...this.#enumMembers()];
  }

  #tried<T>(make: () => T): T[] {
    try {
      return [make()];
    } catch (error) {
      this.#problems.push(`${this.name}: ${(error as Error).message}`);
      return [];
    }
  }

  #entry(entry: MemberEntry): Member {
    switch (entry.kind) {
      case 'method': {
        const parsed = parseMethod(entry.signature);
        const params = parsed.params.map((param) => this.#resolve(param));
        const js = memberKey(this.name, parsed.name, params);
        return this.#member({ kind: 'method', name: parsed.name, static: parsed.static, params, type: this.#resolve(parsed.result), js });
      }
      case 'constructor': {
        const params = parseParams(entry.signature).map((param) => this.#resolve(param));
        return this.#member({ kind: 'constructor', name: '<init>', params, type: this.self, js: memberKey(this.name, '<init>', params) });
      }
      case 'property': {
        const { name, static: isStatic, result } = parseProperty(entry.signature);
        const js = `${this.name}.${name}`;
        const [readable, writable] = [entry.get !== null, entry.set !== null];
        return this.#member({ kind: 'property', name, static: isStatic, type: this.#resolve(result), js, readable, writable });
      }
      default:
        return entry satisfies never;
    }
  }

  #abstractMethod(signature: string): Member {
    const parsed = parseMethod(signature);
    const params = parsed.params.map((param) => this.#resolve(param));
    const names = params.map((param) => typeName(this.name === 'Database.Batchable' ? substitute(param, batchableArguments) : param));
    const js = mangle(parsed.name, names);
    return this.#member({
      kind: 'method',
      name: parsed.name,
      params,
      type: this.#resolve(parsed.result),
      js,
      abstract: true,
      virtual: true,
    });
  }

  #enumMembers(): Member[] {
    if (this.kind !== 'enum') return [];
    const type = classType(this);
    const values = this.declaration.values.map((name) =>
      this.#member({ kind: 'enumValue', name, static: true, type, js: `${this.name}.${name}` }),
    );
    const list = this.#resolve(`List<${this.declaration.name}>`);
    return [
      ...values,
      this.#member({ kind: 'method', name: 'values', static: true, type: list, js: memberKey(this.name, 'values', []) }),
      this.#member({
        kind: 'method',
        name: 'valueOf',
        static: true,
        params: [Types.String],
        type,
        js: memberKey(this.name, 'valueOf', [Types.String]),
      }),
    ];
  }
}

const batchableArguments: ReadonlyMap<string, Type> = new Map([['T', sobjectType(null)]]);
