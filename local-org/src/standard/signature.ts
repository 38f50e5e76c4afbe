/** Reads the signature strings of library declarations: text → name, static, parameters and result as types. */
import { classType, listOf, mapOf, parameterType, primitiveNamed, setOf, sobjectType, Types, type Type } from '../types/types.ts';
import type { TypeSymbol } from '../types/symbols.ts';

export interface ParsedSignature {
  readonly name: string;
  readonly static: boolean;
  readonly params: readonly string[];
  readonly result: string;
}

/** `static Integer valueOf(String text)`; parameter names may be left out. */
export function parseMethod(signature: string): ParsedSignature {
  const { rest, isStatic } = withoutStatic(signature);
  const open = rest.indexOf('(');
  const head = rest.slice(0, open);
  const space = head.lastIndexOf(' ');
  if (open < 0 || space < 0 || !rest.endsWith(')')) throw new Error(`not a method signature: ${signature}`);
  return { name: head.slice(space + 1), static: isStatic, params: parseParams(rest.slice(open)), result: head.slice(0, space).trim() };
}

/** `(String url, Integer n)` */
export function parseParams(text: string): readonly string[] {
  const inner = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')).trim();
  return inner === '' ? [] : splitTopLevel(inner).map(typeOfParam);
}

/** `static Boolean isInsert` */
export function parseProperty(signature: string): ParsedSignature {
  const { rest, isStatic } = withoutStatic(signature);
  const space = rest.lastIndexOf(' ');
  if (space < 0) throw new Error(`not a property signature: ${signature}`);
  return { name: rest.slice(space + 1), static: isStatic, params: [], result: rest.slice(0, space) };
}

function withoutStatic(signature: string): { rest: string; isStatic: boolean } {
  const isStatic = signature.startsWith('static ');
  return { rest: isStatic ? signature.slice('static '.length) : signature, isStatic };
}

/** `Map<String,Object> values` → `Map<String,Object>` */
function typeOfParam(param: string): string {
  const space = param.lastIndexOf(' ');
  return space > param.lastIndexOf('>') && space > 0 ? param.slice(0, space) : param;
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '<') depth++;
    else if (char === '>') depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}

/** Objects that signatures of the library name. Others come as SObject. */
const objectsInSignatures: ReadonlySet<string> = new Set([
  'User',
  'AggregateResult',
  'Account',
  'Contact',
  'Profile',
  'Organization',
  'CronTrigger',
  'AsyncApexJob',
]);

export interface SignatureScope {
  type(name: string): TypeSymbol | undefined;
  /** Type parameters of the declaring class. */
  readonly params: readonly string[];
}

/** `Map<String,List<T>>` → type. An unknown name is our mistake. */
export function resolveSignatureType(text: string, scope: SignatureScope): Type {
  const trimmed = text.trim();
  if (trimmed.endsWith('[]')) return listOf(resolveSignatureType(trimmed.slice(0, -2), scope));
  const open = trimmed.indexOf('<');
  const name = open < 0 ? trimmed : trimmed.slice(0, open);
  const args = open < 0 ? [] : splitTopLevel(trimmed.slice(open + 1, -1)).map((arg) => resolveSignatureType(arg, scope));
  if (name === 'void') return Types.void;
  if (scope.params.includes(name)) return parameterType(name);
  const [first, second] = args;
  if (name === 'List' && first) return listOf(first);
  if (name === 'Set' && first) return setOf(first);
  if (name === 'Map' && first && second) return mapOf(first, second);
  if (name === 'SObject') return sobjectType(null);
  const symbol = scope.type(name);
  const primitive = primitiveNamed(name);
  if (primitive) return primitive;
  if (symbol) {
    if (symbol.params.length !== args.length) throw new Error(`${name} takes ${symbol.params.length} type arguments: ${text}`);
    return classType(symbol, args);
  }
  if (objectsInSignatures.has(name)) return sobjectType(name);
  throw new Error(`unknown type in a library signature: ${text}`);
}
