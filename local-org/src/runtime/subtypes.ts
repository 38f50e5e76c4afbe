/** Is one type a part of another, by canonical names alone: collections and interfaces with their arguments. Classes are the program's business. */
import { current } from './transaction.ts';
import { parseTypeName, type ParsedTypeName } from './typeNames.ts';

/** May a value whose own type is `from` be seen as a `to`? */
export function isAssignableType(from: string, to: string): boolean {
  if (from === to || to === 'Object') return true;
  const a = parseTypeName(from);
  const b = parseTypeName(to);
  if (a.name === b.name && a.args.length > 0) return areAssignableArguments(a, b);
  if (b.name === 'Iterable' && (a.name === 'List' || a.name === 'Set')) return areAssignableArguments(a, b);
  if (isSObjectPair(from, to)) return true;
  return current().program.isSubtype(from, to);
}

/** Lists are covariant, Maps in their values among SObjects, Sets not at all; between SObject and its kinds every collection is open both ways. */
function areAssignableArguments(from: ParsedTypeName, to: ParsedTypeName): boolean {
  if (from.args.length !== to.args.length) return false;
  return from.args.every((arg, i) => {
    const wanted = to.args[i]!;
    if (arg === wanted || isSObjectPair(arg.text, wanted.text)) return true;
    if (from.name === 'Set' || (from.name === 'Map' && i === 0)) return false;
    return isTextPair(arg.text, wanted.text) || isAssignableType(arg.text, wanted.text);
  });
}

const isTextPair = (a: string, b: string): boolean => (a === 'Id' && b === 'String') || (a === 'String' && b === 'Id');

function isSObjectPair(a: string, b: string): boolean {
  return (a === 'SObject' && isSObjectName(b)) || (b === 'SObject' && isSObjectName(a));
}

const isSObjectName = (name: string): boolean =>
  name === 'SObject' || name === 'AggregateResult' || current().data.schema.object(name) !== undefined;
