/** Small schemas for tests: definitions in, a Schema out, with the relations between them. */
import type { FieldType, Schema } from '../../src/schema/model.ts';
import { audit, field, id, isDeleted, nameField, ownerOrQueue, text, type FieldOptions } from '../../src/schema/fields.ts';
import { childrenOf, objectType, standardObject, type ObjectDefinition } from '../../src/schema/objectType.ts';
import { AggregateResult, Name } from '../../src/schema/standard/pseudoObjects.ts';
import { standardObjects } from '../../src/schema/standardObjects.ts';

export function schemaOf(definitions: readonly ObjectDefinition[], parts: Partial<Schema> = {}): Schema {
  const all = [
    ...definitions,
    ...[AggregateResult, Name].filter((pseudo) => !definitions.some((definition) => definition.name === pseudo.name)),
  ];
  const objects = all.map((definition) => objectType(definition, childrenOf(definition.name, all)));
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  return {
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    objectOfId: (recordId) => objects.find((object) => object.keyPrefix !== '' && object.keyPrefix === recordId.slice(0, 3)),
    label: () => undefined,
    labels: new Map(),
    customMetadata: [],
    permissionSets: [],
    profiles: [],
    networks: [],
    customPermissions: [],
    subscriberConfigs: new Map(),
    customNotificationTypes: [],
    ...parts,
  };
}

/** All standard objects of the local org, and the given ones. */
export const schemaWith = (...definitions: readonly ObjectDefinition[]): Schema => schemaOf([...standardObjects, ...definitions]);

/** `custom(lookup('Parent__c', 'Account', 'Widgets__r'))`: a custom field, its relationship named after it. */
export const custom = (made: FieldType, ...options: readonly FieldOptions[]): FieldType => ({
  ...made,
  custom: true,
  relationshipName: made.relationshipName === null ? null : made.name.replace(/__c$/, '__r'),
  ...Object.assign({}, ...options),
});

/** `customObject('Widget__c', 'a00', [custom(text('Code__c', 20))])`: Id, Name, owner and the system fields come with it. */
export function customObject(
  name: string,
  keyPrefix: string,
  fields: readonly FieldType[],
  options: Partial<ObjectDefinition> = {},
): ObjectDefinition {
  const owner = fields.some((made) => made.masterDetail) ? [] : [ownerOrQueue];
  return standardObject(name, keyPrefix, [id, ...owner, isDeleted, text('Name', 80, nameField), ...audit, ...fields], {
    kind: 'custom',
    ...options,
  });
}

export const masterDetail = (name: string, to: string, children: string): FieldType =>
  field(name, 'reference', {
    length: 18,
    nillable: false,
    custom: true,
    referenceTo: [to],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: children,
    masterDetail: true,
    onParentDelete: 'cascade',
  });
