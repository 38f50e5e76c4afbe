/** Custom metadata as records: `X__mdt.getInstance('Name')`, `X__mdt.getAll()`. No query, no limits. */
import { normaliseId } from '../../runtime/ids.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexMap } from '../../runtime/values/collections.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { NotSupported } from '../../runtime/exceptions.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { CustomMetadataRecord, FieldType, ObjectType, Schema } from '../../schema/model.ts';
import { membersOf, standardClass } from '../declare.ts';
import { definedBy, entityDurableId, fieldDurableId } from './durableIds.ts';
import { valueOfText } from './fieldValue.ts';
import { stableId } from './stableId.ts';
import { objectNamed } from './tokens.ts';

/** All values of one record, by canonical field name: the row that SOQL sees, too. */
export function customMetadataValues(schema: Schema, object: ObjectType, record: CustomMetadataRecord): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>([
    ['Id', stableId(object.keyPrefix, `${object.name}.${record.developerName}`)],
    ['DeveloperName', record.developerName],
    ['MasterLabel', record.label],
    ['Label', record.label],
    ['Language', 'en_US'],
    ['QualifiedApiName', record.developerName],
  ]);
  for (const field of object.fields) {
    if (!field.custom) continue;
    const text = given(record, field.name);
    if (text !== undefined) values.set(field.name, text === null ? null : valueIn(schema, field, record, text));
    else if (field.defaultFormula !== undefined) throw new NotSupported(`default value formula of ${object.name}.${field.name}`);
    else if (field.defaultValue !== null) values.set(field.name, valueOfText(field, field.defaultValue));
  }
  return values;
}

/** What a relationship refers to stands in the file by name. A deploy has made sure that it is there. */
function valueIn(schema: Schema, field: FieldType, record: CustomMetadataRecord, text: string): Value {
  const [target] = field.referenceTo;
  if (target === undefined) return valueOfText(field, text);
  if (!field.holdsDurableId) {
    const type = schema.object(target)!;
    return stableId(type.keyPrefix, `${type.name}.${text}`);
  }
  const defined = definitionIn(schema, field, record, text);
  if (!defined) throw new NotSupported(`${field.name} = ${text} in the custom metadata ${record.object} ${record.developerName}`);
  return defined.field ? fieldDurableId(defined.object, defined.field) : entityDurableId(defined.object);
}

/** The object or field that a relationship to a definition means. */
export function definitionIn(schema: Schema, field: FieldType, record: CustomMetadataRecord, text: string): ReturnType<typeof definedBy> {
  if (field.referenceTo[0] === 'EntityDefinition') return definedBy(schema, text, null);
  const controlling = field.definitionsOf ? given(record, field.definitionsOf) : undefined;
  return definedBy(schema, controlling ?? '', text);
}

function given(record: CustomMetadataRecord, name: string): string | null | undefined {
  for (const [field, text] of record.values) if (field.toLowerCase() === name.toLowerCase()) return text;
  return undefined;
}

export function customMetadataOf(schema: Schema, object: ObjectType): readonly CustomMetadataRecord[] {
  return schema.customMetadata.filter((record) => record.object.toLowerCase() === object.name.toLowerCase());
}

/** "getAll and getInstance return the first 255 characters of long text areas": Apex Reference, Custom Metadata Type Methods. */
const SHOWN = 255;

function instance(object: ObjectType, record: CustomMetadataRecord): SObject {
  const made = new SObject(object);
  for (const [name, value] of customMetadataValues(current().data.schema, object, record))
    made.fields.set(name, typeof value === 'string' ? value.slice(0, SHOWN) : value);
  return made;
}

const { m } = membersOf<null>();

export const customMetadataDeclaration = standardClass('System.CustomMetadata', [
  m('static Map<String,SObject> getAll(String object)', (name) => {
    const object = objectNamed(name!);
    const all = new ApexMap('String', object.name);
    for (const record of customMetadataOf(current().data.schema, object)) all.set(record.developerName, instance(object, record));
    return all;
  }),
  /** By developer name, qualified name or id. */
  m('static SObject getInstance(String object, String name)', (name, key) => {
    const object = objectNamed(name!);
    if (key === null) return null;
    const record = customMetadataOf(current().data.schema, object).find(
      ({ developerName }) =>
        developerName.toLowerCase() === key.toLowerCase() ||
        stableId(object.keyPrefix, `${object.name}.${developerName}`) === normaliseId(key),
    );
    return record ? instance(object, record) : null;
  }),
]);
