/** JSON tree → Apex value of a wanted type: `JSON.deserialize`, `deserializeStrict`, `deserializeUntyped`. */
import { fieldApexType } from '../../../../schema/apexTypes.ts';
import type { FieldInfo } from '../../../../types/classInfo.ts';
import { toId } from '../../../../runtime/convert.ts';
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { current } from '../../../../runtime/transaction.ts';
import { parseTypeName, type ParsedTypeName } from '../../../../runtime/typeNames.ts';
import { ApexBlob } from '../../../../runtime/values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../../../../runtime/values/collections.ts';
import { ApexDatetime, ApexTime } from '../../../../runtime/values/dates.ts';
import type { Value } from '../../../../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../../../runtime/values/numbers.ts';
import { SObject } from '../../../../runtime/values/sobject.ts';
import { enumConstantOf, isLibraryEnum } from '../../../enumValues.ts';
import { parseIsoDate } from '../dates/Date.ts';
import type { Json } from './read.ts';
import { jsonFields, writeField } from './jsonFields.ts';
import { isPlatformField } from '../../../../schema/platformFields.ts';

const fail = (message: string): never => {
  throw apexError('JSONException', message);
};

const kindOf = (json: Json): string => (json.kind === 'int' || json.kind === 'float' ? 'number' : json.kind);

/** A conversion between kinds that the platform may or may not do. */
const doubtful = (json: Json, type: string): never => {
  if (json.kind === 'object' || json.kind === 'array') return fail('Illegal value for primitive');
  throw new NotSupported(`JSON ${kindOf(json)} read as ${type}`);
};

export function untyped(json: Json): Value {
  switch (json.kind) {
    case 'object': {
      const map = new ApexMap('String', 'Object');
      for (const [name, value] of json.entries) map.set(name, untyped(value));
      return map;
    }
    case 'array':
      return new ApexList('Object', json.items.map(untyped));
    case 'string':
      return json.text;
    case 'int':
      return wholeNumber(json.text);
    case 'float':
      return ApexDecimal.of(json.text);
    case 'boolean':
      return json.value;
    case 'null':
      return null;
    default:
      return json satisfies never;
  }
}

/** Integer where it fits, then Long, then Decimal. */
function wholeNumber(text: string): Value {
  const value = BigInt(text);
  if (BigInt.asIntN(32, value) === value) return Number(value);
  return BigInt.asIntN(64, value) === value ? value : ApexDecimal.of(text);
}

const NO_LIST = "Malformed JSON: Expected '[' at the beginning of List/Set";
const NO_MAP = "Malformed JSON: Expected '{' at the beginning of Map";

/** The text is read as far as the type wants it: what begins otherwise than a collection is refused for that, whatever follows. */
export function checkStart(text: string, type: string): void {
  const first = /^\s*(["[])/.exec(text)?.[1];
  if (first === '"' && /^(List|Set)</.test(type)) fail(NO_LIST);
  if (first !== undefined && type.startsWith('Map<')) fail(NO_MAP);
}

export function typed(json: Json, type: string, strict: boolean): Value {
  return convert(json, parseTypeName(type), strict);
}

function convert(json: Json, type: ParsedTypeName, strict: boolean): Value {
  if (json.kind === 'null') return null;
  const [first, second] = type.args;
  switch (type.name) {
    case 'List':
      return new ApexList(first?.text ?? 'Object', elements(json, first, strict));
    case 'Set':
      return new ApexSet(first?.text ?? 'Object', elements(json, first, strict));
    case 'Map':
      return mapOf(json, first, second, strict);
    default:
      return scalar(unquotedInClass(json, type.name), type.name) ?? composite(json, type.name, strict);
  }
}

function elements(json: Json, type: ParsedTypeName | undefined, strict: boolean): Value[] {
  if (json.kind !== 'array' || !type) return fail(NO_LIST);
  return json.items.map((item) => convert(item, type, strict));
}

function mapOf(json: Json, key: ParsedTypeName | undefined, value: ParsedTypeName | undefined, strict: boolean): Value {
  if (json.kind !== 'object' || !key || !value) return fail(NO_MAP);
  const map = new ApexMap(key.text, value.text);
  for (const [name, item] of json.entries) map.set(keyOf(name, key.name), convert(item, value, strict));
  return map;
}

function keyOf(text: string, type: string): Value {
  if (type === 'String' || type === 'Object') return text;
  if (type === 'Id') return toId(text);
  const isNumber = type === 'Integer' || type === 'Long' || type === 'Decimal' || type === 'Double';
  const key = scalar(isNumber ? { kind: /^-?\d+$/.test(text) ? 'int' : 'float', text } : { kind: 'string', text }, type);
  if (key === undefined) throw new NotSupported(`Map keys of type ${type} in JSON`);
  return key;
}

const unquotedTypes: ReadonlySet<string> = new Set(['Boolean', 'Integer', 'Long', 'Decimal', 'Double']);

/** For the field of a record, a number or truth value that was written as a string is read as what it says. */
function unquoted(json: Json, type: string): Json {
  if (json.kind !== 'string' || !unquotedTypes.has(type)) return json;
  if (/^(true|false)$/.test(json.text)) return { kind: 'boolean', value: json.text === 'true' };
  if (/^-?\d+$/.test(json.text)) return { kind: 'int', text: json.text };
  return /^-?\d+\.\d+$/.test(json.text) ? { kind: 'float', text: json.text } : json;
}

function unquotedInClass(json: Json, type: string): Json {
  if (json.kind !== 'string' || !unquotedTypes.has(type)) return json;
  return current().settings.position('jsonQuotedNumbers') === 'refused' ? fail('Illegal value for primitive') : unquoted(json, type);
}

/** Undefined if the type is not that of a single value. */
function scalar(json: Json, type: string): Value | undefined {
  switch (type) {
    case 'String':
      return textOf(json) ?? doubtful(json, type);
    case 'Id':
      return json.kind === 'string' ? toId(json.text) : doubtful(json, type);
    case 'Boolean':
      return json.kind === 'boolean' ? json.value : doubtful(json, type);
    case 'Integer':
    case 'Long':
      return json.kind === 'int' ? integer(json.text, type) : doubtful(json, type);
    case 'Decimal':
      return json.kind === 'int' || json.kind === 'float' ? ApexDecimal.of(json.text) : doubtful(json, type);
    case 'Double':
      return json.kind === 'int' || json.kind === 'float' ? new ApexDouble(Number(json.text)) : doubtful(json, type);
    case 'Date':
      return json.kind === 'string' ? parseIsoDate(json.text.slice(0, 10)) : doubtful(json, type);
    case 'Datetime':
      return json.kind === 'string' ? isoDatetime(json.text) : doubtful(json, type);
    case 'Time':
      return json.kind === 'string' ? isoTime(json.text) : doubtful(json, type);
    case 'Blob':
      return json.kind === 'string' ? new ApexBlob(new Uint8Array(Buffer.from(json.text, 'base64'))) : doubtful(json, type);
    default:
      return undefined;
  }
}

/** Numbers and booleans become the text they are written as. */
function textOf(json: Json): string | null {
  if (json.kind === 'boolean') return String(json.value);
  return json.kind === 'string' || json.kind === 'int' || json.kind === 'float' ? json.text : null;
}

function integer(text: string, type: 'Integer' | 'Long'): Value {
  const value = BigInt(text);
  const bits = type === 'Integer' ? 32 : 64;
  if (BigInt.asIntN(bits, value) !== value) return fail(`Numeric value (${text}) out of range of ${type === 'Integer' ? 'int' : 'long'}`);
  return type === 'Integer' ? Number(value) : value;
}

/** Beyond milliseconds digits are read over. */
export function isoDatetime(text: string): ApexDatetime {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:(\.\d{1,3})\d{0,6})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  const zone = (match?.[4] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const ms = match ? Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}${match[3] ?? ''}${zone}`) : Number.NaN;
  if (Number.isNaN(ms)) return fail(`Invalid format: "${text}"`);
  return new ApexDatetime(ms);
}

export function isoTime(text: string): ApexTime {
  const ms = /^\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z?$/.test(text) ? Date.parse(`1970-01-01T${text.replace(/Z$/, '')}Z`) : Number.NaN;
  if (Number.isNaN(ms)) return fail(`Invalid format: "${text}"`);
  return new ApexTime(ms);
}

/** A record, an enum value, an object of a user's class. */
function composite(json: Json, type: string, strict: boolean): Value {
  const { program, data } = current();
  const info = program.classInfo(type);
  if (info?.kind === 'enum') {
    if (json.kind !== 'string') return doubtful(json, type);
    if (!info.enumValues.includes(json.text)) return fail(`Invalid enum value: ${json.text}`);
    return program.callStatic(info.name, 'valueof$string', [json.text]);
  }
  if (info) return objectOf(json, info.name, strict);
  if (type === 'SObject' || data.schema.object(type)) return record(json, type, strict);
  if (isLibraryEnum(type) && json.kind === 'string') return enumConstantOf(type, json.text) ?? fail(`Invalid enum value: ${json.text}`);
  return fail(`Apex Type unsupported in JSON: ${type}`);
}

/** Made without its constructor, as on the platform: what the text does not name stays null. */
function objectOf(json: Json, className: string, strict: boolean): Value {
  if (json.kind !== 'object') return fail("Malformed JSON: Expected '{' at the beginning of object");
  const { program } = current();
  const info = program.classInfo(className);
  if (info?.abstract === true || info?.kind !== 'class')
    throw new NotSupported(`JSON read as ${className}, which has no instances of its own`);
  const fields = jsonFields(className);
  const made = program.allocate(className);
  for (const [name, value] of json.entries) {
    const field = fieldNamed(fields, name, className);
    if (field) writeField(made as object, field, convert(value, parseTypeName(field.type), strict));
    else if (strict) fail(`Unknown field: ${className}.${name}`);
  }
  return made;
}

/** Names ignore case, in strict reading too. */
function fieldNamed(fields: readonly FieldInfo[], name: string, className: string): FieldInfo | undefined {
  const folded = name.toLowerCase();
  const field = fields.find((one) => one.name === name) ?? fields.find((one) => one.name.toLowerCase() === folded);
  if (field?.transient === true) throw new NotSupported(`JSON for the transient field ${className}.${field.name}`);
  return field;
}

function record(json: Json, type: string, strict: boolean): SObject {
  if (json.kind !== 'object') return fail("Malformed JSON: Expected '{' at the beginning of object");
  const object = current().data.schema.object(type === 'SObject' ? typeInAttributes(json) : type);
  if (!object) return fail(`No such sobject: ${typeInAttributes(json)}`);
  const made = new SObject(object);
  for (const [name, value] of json.entries) {
    if (name === 'attributes') continue;
    const field = object.field(name);
    const parent = object.parent(name);
    const child = object.child(name);
    if (field) {
      const wanted = fieldApexType(field);
      made.fields.set(field.name, convert(unquoted(value, wanted), parseTypeName(wanted), strict));
    } else if (parent?.relationshipName) {
      const [target] = parent.referenceTo;
      const related = value.kind === 'null' ? null : record(value, parent.referenceTo.length === 1 && target ? target : 'SObject', strict);
      (made.parents ??= new Map()).set(parent.relationshipName, related);
    } else if (child) (made.children ??= new Map()).set(child.name, children(value, child.object, strict));
    else if (isPlatformField(object.name, name)) throw new NotSupported(`${object.name}.${name} in JSON`);
    else fail(`No such column '${name}' on sobject of type ${object.name}`);
  }
  return made;
}

function typeInAttributes(json: Json & { kind: 'object' }): string {
  const attributes = json.entries.find(([name]) => name === 'attributes')?.[1];
  const type = attributes?.kind === 'object' ? attributes.entries.find(([name]) => name === 'type')?.[1] : undefined;
  return type?.kind === 'string' ? type.text : fail('SObject type is missing: attributes.type');
}

function children(json: Json, object: string, strict: boolean): ApexList {
  if (json.kind === 'null') return new ApexList(object);
  const records = json.kind === 'object' ? json.entries.find(([name]) => name === 'records')?.[1] : json;
  if (records?.kind !== 'array') return fail(NO_LIST);
  return new ApexList(
    object,
    records.items.map((item) => record(item, object, strict)),
  );
}
