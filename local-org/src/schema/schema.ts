/** The schema of an org: standard objects merged with what the project's metadata adds, checked against itself. */
import type { Problem } from '../syntax/tree.ts';
import { checkMetadata } from './metadata/checkMetadata.ts';
import { customObject, fieldsOf, kindOfObject, recordTypeId, recordTypes, sharingModel, validationRules } from './metadata/customObject.ts';
import type { Metadata } from './metadata/metadata.ts';
import { problem } from './metadata/metadata.ts';
import { readFiles } from './metadata/readFiles.ts';
import { withSummaryTypes } from './metadata/summary.ts';
import { textOf } from './metadata/xml.ts';
import type { FieldType, ObjectType, Schema } from './model.ts';
import type { ObjectDefinition } from './objectType.ts';
import { childrenOf, objectType } from './objectType.ts';
import { withCustomTargets } from './customTargets.ts';
import { shareObjects } from './shares.ts';
import { shapeNamed } from './shapes.ts';
import { standardObjects } from './standardObjects.ts';
import { standardObjectsOf, unseenObjectsOf } from './features.ts';

/** `files`: SFDX source by path; anything without metadata in it is passed over. A file with a problem is left out. */
export function buildSchema(
  files: ReadonlyMap<string, Uint8Array>,
  shape: string,
): { schema: Schema; problems: readonly Problem[]; pathOf: (object: ObjectType, field: FieldType) => string } {
  const metadata = readFiles(files);
  const written = withCustomTargets(
    withSummaryTypes([...extendedStandardObjects(metadata, standardObjectsOf(shapeNamed(shape))), ...customObjects(metadata)], metadata),
  );
  const definitions = [...written, ...shareObjects(written, new Set(written.map(({ keyPrefix }) => keyPrefix)))];
  const objects = definitions.map((definition) => objectType(definition, childrenOf(definition.name, definitions)));
  const unseen = unseenObjectsOf(shapeNamed(shape)).map((definition) => objectType(definition, []));
  const schema = { ...schemaOf(objects, metadata), unseen };
  checkMetadata(schema, metadata, shapeNamed(shape));
  return { schema, problems: metadata.problems, pathOf: (object, field) => pathOf(metadata, object, field) };
}

/** The file that a custom field stands in. */
function pathOf(metadata: Metadata, object: ObjectType, field: FieldType): string {
  const found = metadata.objects.get(object.name.toLowerCase());
  return found?.fields.find(({ element }) => textOf(element, 'fullName') === field.name)?.path ?? found?.path ?? '';
}

function extendedStandardObjects(metadata: Metadata, standardObjects: readonly ObjectDefinition[]): readonly ObjectDefinition[] {
  const known = new Set(standardObjects.map((definition) => definition.name.toLowerCase()));
  for (const object of metadata.objects.values())
    if (kindOfObject(object.name, object.root) === null && !known.has(object.name.toLowerCase()))
      metadata.problems.push(problem(object.path, `standard object ${object.name}`, 'notSupported'));
  return standardObjects.map((definition) => {
    const object = metadata.objects.get(definition.name.toLowerCase());
    if (!object) return definition;
    const types = [...definition.recordTypes, ...recordTypes(object)];
    return {
      ...definition,
      sharingModel: sharingModel(object.root) ?? definition.sharingModel,
      externalSharingModel: sharingModel(object.root, 'externalSharingModel'),
      recordTypes: types,
      validationRules: validationRules(object),
      /** RecordTypeId exists on an object only while it has record types. */
      fields: [
        ...definition.fields,
        ...(types.length > definition.recordTypes.length && definition.recordTypes.length === 0 ? [recordTypeId] : []),
        ...fieldsOf(object, metadata),
      ],
    };
  });
}

function customObjects(metadata: Metadata): readonly ObjectDefinition[] {
  const taken = new Set(standardObjects.map((definition) => definition.keyPrefix));
  return [...metadata.objects.values()]
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
    .map((object) => customObject(object, metadata, taken))
    .filter((made) => made !== null);
}

function schemaOf(objects: readonly ObjectType[], metadata: Metadata): Schema {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.filter((object) => object.keyPrefix !== '').map((object) => [object.keyPrefix, object]));
  const labels = new Map([...metadata.labels].map(([name, text]) => [name.toLowerCase(), text]));
  return {
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
    label: (name) => labels.get(name.toLowerCase()),
    labels: metadata.labels,
    customMetadata: metadata.customMetadata,
    permissionSets: metadata.permissionSets,
    profiles: metadata.profiles,
    networks: metadata.networks,
    customPermissions: metadata.customPermissions,
    subscriberConfigs: metadata.subscriberConfigs,
    customNotificationTypes: metadata.customNotificationTypes,
    permissionSetGroups: metadata.permissionSetGroups,
    roles: metadata.roles,
    staticResources: metadata.staticResources,
    pages: metadata.pages,
    fieldSets: metadata.fieldSets,
    cachePartitions: metadata.cachePartitions,
    settings: metadata.settings,
  };
}
