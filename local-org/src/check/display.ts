/** Names as compile messages print them: System classes with their namespace (`System.HttpRequest`), primitives and SObjects without. */
import type { Member, TypeSymbol } from '../types/symbols.ts';
import type { Type } from '../types/types.ts';

export function shown(type: Type): string {
  switch (type.kind) {
    case 'primitive':
      return type.name === 'null' ? 'NULL' : type.name;
    case 'parameter':
      return type.name;
    case 'collection':
      // The platform prints type arguments without a space.
      return `${type.name}<${type.args.map(shown).join(',')}>`;
    case 'sobject':
      return type.object ?? 'SObject';
    case 'class':
      return type.args.length === 0 ? shownSymbol(type.symbol) : `${shownSymbol(type.symbol)}<${type.args.map(shown).join(',')}>`;
    default:
      return type satisfies never;
  }
}

export function shownSymbol(symbol: TypeSymbol): string {
  const bare = [
    'Object',
    'SObject',
    'String',
    'Integer',
    'Long',
    'Double',
    'Decimal',
    'Boolean',
    'Id',
    'Blob',
    'Date',
    'Datetime',
    'Time',
    'List',
    'Set',
    'Map',
  ];
  return symbol.namespace?.toLowerCase() === 'system' && !bare.includes(symbol.name) ? `System.${symbol.name}` : symbol.name;
}

/** `(String, Integer)` */
export const shownParams = (params: readonly Type[]): string => `(${params.map(shown).join(', ')})`;

/** `void Foo.bar(String)`; constructors `void Foo.<init>(String)`. */
export function shownMember(member: Member): string {
  if (member.kind === 'constructor') return `void ${shownSymbol(member.owner)}.<init>${shownParams(member.params)}`;
  return `${shown(member.type)} ${shownSymbol(member.owner)}.${member.name}${shownParams(member.params)}`;
}
