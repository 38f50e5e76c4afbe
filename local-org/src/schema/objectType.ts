/** Makes ObjectTypes with their look-ups out of plain definitions. Relations between objects are known only when all definitions are. */
import type {
  ChildRelationship,
  FieldType,
  ObjectKind,
  ObjectType,
  RecordTypeMetadata,
  ShareOf,
  SharingModel,
  ValidationRule,
} from './model.ts';
import { labelOf } from './fields.ts';

export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly kind: ObjectKind;
  readonly keyPrefix: string;
  readonly setup: boolean;
  readonly sharingModel: SharingModel;
  readonly externalSharingModel?: SharingModel | null;
  readonly shareOf?: ShareOf;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly publishBehavior: ObjectType['publishBehavior'];
  readonly fields: readonly FieldType[];
  readonly recordTypes: readonly RecordTypeMetadata[];
  readonly settingsType: 'Hierarchy' | 'List' | null;
  readonly validationRules?: readonly ValidationRule[];
  readonly incomplete?: boolean;
}

/** `standardObject('Account', '001', [...fields], { sharingModel: 'Private' })` */
export function standardObject(
  name: string,
  keyPrefix: string,
  fields: readonly FieldType[],
  options: Partial<Omit<ObjectDefinition, 'name' | 'keyPrefix' | 'fields'>> = {},
): ObjectDefinition {
  const label = options.label ?? labelOf(name);
  return {
    name,
    label,
    labelPlural: `${label}s`,
    kind: 'standard',
    keyPrefix,
    setup: false,
    sharingModel: 'ReadWrite',
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    publishBehavior: null,
    recordTypes: [],
    settingsType: null,
    ...options,
    fields,
  };
}

/** Rows that only the platform writes. */
export const notWritable = { createable: false, updateable: false, deletable: false } as const;

export function childrenOf(parent: string, definitions: readonly ObjectDefinition[]): readonly ChildRelationship[] {
  const children: ChildRelationship[] = [];
  for (const definition of definitions)
    for (const field of definition.fields)
      if (field.childRelationshipName !== null && field.referenceTo.includes(parent))
        children.push({ name: field.childRelationshipName, object: definition.name, field: field.name });
  return children;
}

export function objectType(definition: ObjectDefinition, children: readonly ChildRelationship[]): ObjectType {
  const fields = new Map(definition.fields.map((field) => [field.name.toLowerCase(), field]));
  const parents = new Map<string, FieldType>();
  for (const field of definition.fields) if (field.relationshipName !== null) parents.set(field.relationshipName.toLowerCase(), field);
  const byName = new Map(children.map((child) => [child.name.toLowerCase(), child]));
  return {
    ...definition,
    children,
    field: (name) => fields.get(name.toLowerCase()),
    parent: (relationship) => parents.get(relationship.toLowerCase()),
    child: (relationship) => byName.get(relationship.toLowerCase()),
  };
}
