/** One `CustomField` element as a field of the schema. */
import { field, labelOf, readOnly } from '../fields.ts';
import type { FieldOptions } from '../fields.ts';
import type { FieldKind, FieldType, PicklistEntry } from '../model.ts';
import type { Metadata } from './metadata.ts';
import { problem } from './metadata.ts';
import { valuesOf } from './readOthers.ts';
import { summaryOf } from './summary.ts';
import { refuseUnread } from './unread.ts';
import type { XmlElement } from './xml.ts';
import { child, isTrue, numberOf, textOf } from './xml.ts';

const kinds: Readonly<Record<string, FieldKind>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Hierarchy: 'reference',
  Html: 'textarea',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Summary: 'double',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
};

/** Fixed lengths of kinds that state none. Source: Metadata API Developer Guide, CustomField; multi-select as describe answers. */
const lengths: Readonly<Record<string, number>> = {
  AutoNumber: 30,
  Email: 80,
  Phone: 40,
  Picklist: 255,
  TextArea: 255,
  Url: 255,
  MultiselectPicklist: 4099,
  Lookup: 18,
  MasterDetail: 18,
  Hierarchy: 18,
  MetadataRelationship: 18,
};

/** What a custom metadata type may refer to beside other types. Source: Salesforce Help, Custom Metadata Relationships. */
const definitions: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition']);

/** Null where the field is refused; the problem is noted. `path` is the file that the field stands in. */
export function customField(object: string, path: string, element: XmlElement, metadata: Metadata): FieldType | null {
  const refuse = (what: string): null => {
    metadata.problems.push(problem(path, `${what} of ${object}.${name}`, 'notSupported'));
    return null;
  };
  const name = textOf(element, 'fullName') ?? '';
  const type = textOf(element, 'type');
  /** A standard field's file (history tracking, descriptions): the standard definition stands. */
  if (!name.endsWith('__c')) {
    refuseUnread('standard field', element, `${object}.${name}`, path, metadata);
    return null;
  }
  refuseUnread('CustomField', element, `${object}.${name}`, path, metadata);
  if (type === null) return refuse('field without a type');
  const known = kinds[type];
  if (known === undefined) return refuse(`field type ${type}`);
  const target = textOf(element, 'referenceTo') ?? '';
  const isDefinition = type === 'MetadataRelationship' && definitions.has(target);
  if (type === 'MetadataRelationship' && (!object.endsWith('__mdt') || !(isDefinition || target.endsWith('__mdt'))))
    return refuse(`metadata relationship to ${target}`);
  const kind = isDefinition ? 'string' : known;
  if (type === 'Hierarchy' && object !== 'User') return refuse('hierarchy field');
  const filter = child(element, 'lookupFilter');
  if (filter && isTrue(filter, 'active') && !isTrue(filter, 'isOptional')) return refuse('lookup filter');
  if (child(element, 'startingNumber')) return refuse('starting number');
  const formula = textOf(element, 'formula');
  const options: FieldOptions[] = [
    {
      custom: true,
      label: textOf(element, 'label') ?? labelOf(name),
      length: numberOf(element, 'length') ?? lengths[type] ?? 0,
      precision: numberOf(element, 'precision') ?? 0,
      scale: numberOf(element, 'scale') ?? 0,
      nillable: !isTrue(element, 'required'),
      unique: isTrue(element, 'unique'),
      caseSensitive: isTrue(element, 'caseSensitive'),
      externalId: isTrue(element, 'externalId'),
      inlineHelpText: textOf(element, 'inlineHelpText'),
      filterable: type !== 'LongTextArea' && type !== 'Html',
      ...(type === 'Html' && { htmlFormatted: true }),
      ...(filter && { filteredLookup: true }),
    },
  ];
  if (kind === 'picklist' || kind === 'multipicklist') {
    const values = picklistValues(element, metadata);
    if (textOf(element, 'defaultValue') !== null) return refuse('default value that is a formula');
    if (values === null) return refuse(`value set ${textOf(child(element, 'valueSet') ?? element, 'valueSetName')}`);
    const isDefault = values.find((value) => value.isDefault);
    options.push({
      picklist: values,
      restrictedPicklist: isTrue(child(element, 'valueSet') ?? element, 'restricted'),
      controllingField: textOf(child(element, 'valueSet') ?? element, 'controllingField'),
      ...(isDefault && constant(isDefault.value)),
    });
  } else {
    const given = textOf(element, 'defaultValue');
    if (given !== null && formula === null) {
      const value = constantOf(given, kind);
      options.push(value === null ? { defaultFormula: given, defaultedOnCreate: true } : constant(value));
    } else if (kind === 'boolean') options.push(constant('false'));
  }
  if (kind === 'boolean') options.push({ nillable: false });
  if (known === 'reference') options.push(reference(name, type, element));
  if (isDefinition)
    options.push({
      holdsDurableId: true,
      childRelationshipName: null,
      length: DURABLE_ID_LENGTH,
      definitionsOf: textOf(element, 'metadataRelationshipControllingField')?.split('.').at(-1) ?? null,
    });
  if (type === 'AutoNumber')
    options.push(readOnly, { nillable: false, defaultedOnCreate: true, autoNumber: textOf(element, 'displayFormat') ?? '{0}' });
  if (type === 'Summary') options.push(readOnly, summarised(element));
  if (formula !== null) options.push(readOnly, calculated(formula, kind, element));
  return field(name, kind, ...options);
}

/** As text fields hold at most. */
const DURABLE_ID_LENGTH = 255;

/** Text that is calculated may have 1,300 characters. Source: the describe of a text formula. */
const CALCULATED_LENGTH = 1300;

function calculated(formula: string, kind: FieldKind, element: XmlElement): FieldOptions {
  return {
    formula,
    blankAsZero: textOf(element, 'formulaTreatBlanksAs') !== 'BlankAsBlank',
    nillable: kind !== 'boolean',
    defaultValue: null,
    defaultedOnCreate: false,
    ...(kind === 'string' && { length: CALCULATED_LENGTH }),
  };
}

/** Of no children: zero, or blank for the smallest and the largest. */
function summarised(element: XmlElement): FieldOptions {
  const summary = summaryOf(element);
  const isTotal = summary.operation === 'count' || summary.operation === 'sum';
  return { summary, precision: 18, scale: 0, nillable: true, defaultValue: isTotal ? '0' : null };
}

const constant = (value: string): FieldOptions => ({ defaultValue: value, defaultedOnCreate: true });

/** Text of a default that is a constant; null where it is a formula. */
function constantOf(given: string, kind: FieldKind): string | null {
  const text = given.trim();
  if (kind === 'boolean') return /^(true|false)$/i.test(text) ? text.toLowerCase() : null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  const quoted = /^"([^"\\]*)"$/.exec(text) ?? /^'([^'\\]*)'$/.exec(text);
  return quoted ? (quoted[1] ?? '') : null;
}

function picklistValues(element: XmlElement, metadata: Metadata): readonly PicklistEntry[] | null {
  const set = child(element, 'valueSet');
  if (!set) return [];
  const definition = child(set, 'valueSetDefinition');
  if (definition) return valuesOf(definition, 'value');
  return metadata.valueSets.get((textOf(set, 'valueSetName') ?? '').toLowerCase()) ?? null;
}

function reference(name: string, type: string, element: XmlElement): FieldOptions {
  const master = type === 'MasterDetail';
  const constraint = textOf(element, 'deleteConstraint');
  const children = textOf(element, 'relationshipName');
  return {
    referenceTo: [type === 'Hierarchy' ? 'User' : (textOf(element, 'referenceTo') ?? '')],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: children === null ? null : `${children}__r`,
    masterDetail: master,
    onParentDelete: master || constraint === 'Cascade' ? 'cascade' : constraint === 'Restrict' ? 'restrict' : 'setNull',
    ...(master && {
      nillable: false,
      updateable: isTrue(element, 'reparentableMasterDetail'),
      writeRequiresMasterRead: isTrue(element, 'writeRequiresMasterRead'),
    }),
  };
}
