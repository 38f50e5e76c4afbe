/** Canonical type names: reading them (`Map<Id, List<Account>>`), and the name of a value's own type. */
import { ApexException } from './exceptions.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexList, ApexMap, ApexSet } from './values/collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './values/dates.ts';
import { ApexObject, EnumValue, LibraryObject, type Value } from './values/kinds.ts';
import { ApexDecimal, ApexDouble } from './values/numbers.ts';
import { SObject } from './values/sobject.ts';

export interface ParsedTypeName {
  /** Canonical, with arguments. */
  readonly text: string;
  /** Without arguments. */
  readonly name: string;
  readonly args: readonly ParsedTypeName[];
}

const parsed = new Map<string, ParsedTypeName>();

export function parseTypeName(text: string): ParsedTypeName {
  let type = parsed.get(text);
  if (!type) parsed.set(text, (type = parse(text)));
  return type;
}

function parse(text: string): ParsedTypeName {
  const open = text.indexOf('<');
  if (open < 0) return { text, name: text, args: [] };
  if (!text.endsWith('>')) throw new Error(`not a type name: ${text}`);
  const args: ParsedTypeName[] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = start; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '<') depth++;
    const ends = depth === 0 && (char === ',' || char === '>');
    if (char === '>') depth--;
    if (!ends) continue;
    args.push(parseTypeName(text.slice(start, i).trim()));
    start = i + 1;
  }
  return { text, name: text.slice(0, open), args };
}

/** Type of the value itself. An Id cannot be told from a String here: `String`. */
export function typeNameOf(value: Exclude<Value, null>): string {
  switch (typeof value) {
    case 'boolean':
      return 'Boolean';
    case 'number':
      return 'Integer';
    case 'bigint':
      return 'Long';
    case 'string':
      return 'String';
    default:
  }
  if (value instanceof SObject) return value.schema.name;
  if (value instanceof ApexList) return `List<${value.of}>`;
  if (value instanceof ApexObject || value instanceof ApexException) return value.$type;
  if (value instanceof ApexMap) return `Map<${value.keyType}, ${value.valueType}>`;
  if (value instanceof ApexSet) return `Set<${value.of}>`;
  if (value instanceof EnumValue) return value.type;
  if (value instanceof ApexDecimal) return 'Decimal';
  if (value instanceof ApexDouble) return 'Double';
  if (value instanceof ApexDate) return 'Date';
  if (value instanceof ApexDatetime) return 'Datetime';
  if (value instanceof ApexTime) return 'Time';
  if (value instanceof ApexBlob) return 'Blob';
  if (value instanceof LibraryObject) return value.apexType;
  throw new Error(`not an Apex value: ${String(value)}`);
}

/** As the platform prints types in run-time messages: `Object` is `ANY` inside of collections, no space after the comma. */
export function shownTypeName(text: string): string {
  const { name, args } = parseTypeName(text);
  if (args.length === 0) return name;
  return `${name}<${args.map((arg) => (arg.text === 'Object' ? 'ANY' : shownTypeName(arg.text))).join(',')}>`;
}
