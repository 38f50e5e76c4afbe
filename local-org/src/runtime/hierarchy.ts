/** Which type is a part of which, by canonical names: super classes and interfaces of users' classes and of the library. */
import type { ClassInfo } from '../types/classInfo.ts';
import type { TypeSymbol } from '../types/symbols.ts';
import type { Type } from '../types/types.ts';
import { isAssignableType } from './subtypes.ts';
import { parseTypeName } from './typeNames.ts';

export interface Hierarchy {
  isSubtype(subtype: string, type: string): boolean;
  /** Classes were taken away. */
  forget(): void;
}

export function createHierarchy(
  classInfo: (name: string) => ClassInfo | undefined,
  libraryType: (name: string) => TypeSymbol | undefined,
): Hierarchy {
  const known = new Map<string, ReadonlySet<string>>();

  /** The type itself and everything above it, with arguments. */
  function above(name: string): ReadonlySet<string> {
    let all = known.get(name);
    if (!all) {
      const found = new Set([name]);
      for (const parent of parentsOf(name)) for (const type of above(parent)) found.add(type);
      known.set(name, (all = found));
    }
    return all;
  }

  function parentsOf(name: string): readonly string[] {
    const info = classInfo(name);
    if (info) return info.superName === null ? info.interfaces : [info.superName, ...info.interfaces];
    const type = parseTypeName(name);
    const symbol = libraryType(type.name);
    if (!symbol) return [];
    const args = new Map(symbol.params.map((param, i) => [param, type.args[i]?.text ?? 'Object']));
    return [...(symbol.superType ? [symbol.superType] : []), ...symbol.interfaces].map((parent) => nameWith(parent, args));
  }

  return {
    isSubtype(subtype, type) {
      if (subtype === type || type === 'Object') return true;
      const all = above(subtype);
      if (all.has(type)) return true;
      const wanted = parseTypeName(type);
      if (wanted.args.length === 0) return false;
      return [...all]
        .map(parseTypeName)
        .some(
          ({ name, args }) =>
            name === wanted.name && args.length > 0 && args.every((arg, i) => isAssignableType(arg.text, wanted.args[i]!.text)),
        );
    },
    forget: () => known.clear(),
  };
}

/** Canonical name with type parameters replaced. */
function nameWith(type: Type, args: ReadonlyMap<string, string>): string {
  const all = (types: readonly Type[]): string => types.map((arg) => nameWith(arg, args)).join(', ');
  switch (type.kind) {
    case 'parameter':
      return args.get(type.name) ?? type.name;
    case 'collection':
      return `${type.name}<${all(type.args)}>`;
    case 'class':
      return type.args.length === 0 ? type.symbol.name : `${type.symbol.name}<${all(type.args)}>`;
    case 'primitive':
      return type.name;
    case 'sobject':
      return type.object ?? 'SObject';
    default:
      return type satisfies never;
  }
}
