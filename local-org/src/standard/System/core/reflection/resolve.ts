/** From a name as `Type.forName` gets it (any case, `System.` or not) to the canonical one. */
import { parseTypeName, type ParsedTypeName } from '../../../../runtime/typeNames.ts';
import { current } from '../../../../runtime/transaction.ts';
import { primitiveNamed } from '../../../../types/types.ts';
import { libraryTypeNamed } from '../../../libraryTypes.ts';

const collections: Readonly<Record<string, string>> = { list: 'List', set: 'Set', map: 'Map' };

/** Null where there is no such type. */
export function canonicalTypeName(text: string): string | null {
  if (!/^[\w.<>, ]+$/.test(text)) return null;
  try {
    return resolve(parseTypeName(text.trim()));
  } catch {
    return null;
  }
}

function resolve(type: ParsedTypeName): string | null {
  const args = type.args.map(resolve);
  if (args.includes(null)) return null;
  const name = type.name.trim();
  const { program, data } = current();
  if (args.length === 0) {
    const user = program.classInfo(name);
    if (user) return user.name;
    const primitive = primitiveNamed(name.replace(/^system\./i, ''));
    if (primitive) return primitive.name;
    const object = data.schema.object(name.replace(/^schema\./i, ''));
    if (object) return object.name;
  }
  const collection = collections[name.toLowerCase()];
  const wanted = collection === 'Map' ? 2 : 1;
  if (collection !== undefined) return args.length === wanted ? `${collection}<${args.join(', ')}>` : null;
  const symbol = libraryTypeNamed(name);
  if (!symbol || symbol.params.length !== args.length) return null;
  return args.length === 0 ? symbol.name : `${symbol.name}<${args.join(', ')}>`;
}
