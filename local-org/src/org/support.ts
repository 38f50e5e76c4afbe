/** What an org supports, from the tables that make it so: the library's declarations and the standard objects. */
import { functions, notModelled } from '../formula/functions/known.ts';
import { buildSchema } from '../schema/schema.ts';
import type { MemberEntry, StandardDeclaration } from '../standard/declare.ts';
import { LibrarySymbol } from '../standard/librarySymbol.ts';
import { library } from '../standard/registry.ts';

export interface SupportedType {
  /** `Database.SaveResult`; types of System go without their namespace. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** Signatures as the reference writes them; values of an enum. */
  readonly members: readonly string[];
  /** What the platform has and is refused here: by a compile, or when it is called. */
  readonly notSupported: readonly string[];
}

export interface SupportedObject {
  readonly name: string;
  readonly fields: readonly string[];
  /** Of insert, update, delete. */
  readonly operations: readonly string[];
}

export interface Support {
  readonly types: readonly SupportedType[];
  readonly objects: readonly SupportedObject[];
  /** Functions and operators of formulas, and those of the platform that are refused by name. */
  readonly formulas: { readonly functions: readonly string[]; readonly notSupported: readonly string[] };
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;

export function support(): Support {
  const { schema } = buildSchema(new Map(), 'standard');
  return {
    types: library.types.flatMap((type) => (type instanceof LibrarySymbol ? [typeOf(type)] : [])).sort(byName),
    objects: schema.objects
      .map((object) => ({
        name: object.name,
        fields: object.fields.map(({ name }) => name),
        operations: [
          ...(object.createable ? ['insert'] : []),
          ...(object.updateable ? ['update'] : []),
          ...(object.deletable ? ['delete'] : []),
        ],
      }))
      .sort(byName),
    formulas: { functions: Object.keys(functions).sort(), notSupported: [...notModelled].sort() },
  };
}

function typeOf({ name, kind, declaration }: LibrarySymbol): SupportedType {
  const shown = declaration.params.length === 0 ? name : `${name}<${declaration.params.join(', ')}>`;
  return { name: shown, kind, members: membersOf(name, declaration), notSupported: refusedBy(declaration) };
}

function membersOf(name: string, { members, abstractMethods, values }: StandardDeclaration): readonly string[] {
  const last = name.split('.').at(-1) ?? name;
  const written = (entry: MemberEntry): string => (entry.kind === 'constructor' ? `new ${last}${entry.signature}` : entry.signature);
  return [...members.filter((entry) => !refuses(entry)).map(written), ...abstractMethods, ...values];
}

const refuses = (entry: MemberEntry): boolean => entry.kind === 'method' && entry.refuses === true;

const refusedBy = ({ members, notSupported = [] }: StandardDeclaration): readonly string[] => [
  ...notSupported,
  ...members.filter(refuses).map(({ signature }) => `${signature} when it is called`),
];
