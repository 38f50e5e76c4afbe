/** Schema.DescribeSObjectResult with its fields and child relationships. What depends on the user is asked when the method is called. */
import type { FieldType, ObjectType } from '../../schema/model.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList, ApexMap } from '../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { standardClass, type StandardDeclaration } from '../declare.ts';
import { enumConstant } from '../enumValues.ts';
import { describeOptions } from './enums.ts';
import { FieldSets } from './fieldSets.ts';
import { FoldedMap } from './foldedMap.ts';
import { facts } from './property.ts';
import { recordTypeInfos, type RecordTypeInfo } from './recordTypeInfo.ts';
import { fieldToken, objectToken } from './tokens.ts';

export class DescribeObject extends LibraryObject {
  readonly apexType = 'Schema.DescribeSObjectResult';
  readonly object: ObjectType;
  constructor(object: ObjectType) {
    super();
    this.object = object;
  }
  override toString(): string {
    return `Schema.DescribeSObjectResult[getName=${this.object.name};]`;
  }
}

class Fields extends LibraryObject {
  readonly apexType = 'Schema.SObjectTypeFields';
  readonly object: ObjectType;
  constructor(object: ObjectType) {
    super();
    this.object = object;
  }
}

class ChildRelationshipValue extends LibraryObject {
  readonly apexType = 'Schema.ChildRelationship';
  readonly object: ObjectType;
  readonly field: FieldType;
  constructor(object: ObjectType, field: FieldType) {
    super();
    this.object = object;
    this.field = field;
  }
}

/** Those without a name too: the platform lists every field that points here. */
function childRelationships(parent: ObjectType): Value[] {
  return current().data.schema.objects.flatMap((object) =>
    object.fields.filter((field) => field.referenceTo.includes(parent.name)).map((field) => new ChildRelationshipValue(object, field)),
  );
}

const fieldMaps = new WeakMap<ObjectType, FoldedMap>();

/** A map of the caller's own; code asks for it with every value it sets. */
function fieldMap(object: ObjectType): ApexMap {
  let all = fieldMaps.get(object);
  if (!all) {
    all = new FoldedMap('String', 'Schema.SObjectField');
    for (const field of object.fields) all.set(field.name, fieldToken(object, field));
    fieldMaps.set(object, all);
  }
  return new FoldedMap(all.keyType, all.valueType, all.table.copy());
}

const rights = ({ object }: DescribeObject) => current().data.rights.object(object.name);

function byKey(keyType: string, infos: readonly RecordTypeInfo[], key: (info: RecordTypeInfo) => Value): ApexMap {
  const map = new ApexMap(keyType, 'Schema.RecordTypeInfo');
  for (const info of infos) map.set(key(info), info);
  return map;
}

const fact = facts<DescribeObject>();
const childFact = facts<ChildRelationshipValue>();

export const describeObjectDeclarations: readonly StandardDeclaration[] = [
  standardClass(
    'Schema.DescribeSObjectResult',
    [
      ...fact('Boolean', 'Accessible', 'isAccessible', (self) => rights(self).read),
      ...fact('Boolean', 'Createable', 'isCreateable', (self) => self.object.createable && rights(self).create),
      ...fact('Boolean', 'Updateable', 'isUpdateable', (self) => self.object.updateable && rights(self).edit),
      ...fact('Boolean', 'Deletable', 'isDeletable', (self) => self.object.deletable && rights(self).delete),
      ...fact(
        'Boolean',
        'Undeletable',
        'isUndeletable',
        (self) => self.object.field('IsDeleted') !== undefined && self.object.deletable && rights(self).delete,
      ),
      ...fact('Boolean', 'Queryable', 'isQueryable', (self) => self.object.queryable && rights(self).read),
      ...fact(
        'Boolean',
        'Mergeable',
        'isMergeable',
        (self) => ['Account', 'Contact', 'Lead', 'Case'].includes(self.object.name) && rights(self).edit,
      ),
      ...fact('Boolean', 'Custom', 'isCustom', ({ object }) => object.kind !== 'standard' && object.name.includes('__')),
      ...fact('Boolean', 'CustomSetting', 'isCustomSetting', ({ object }) => object.kind === 'customSetting'),
      ...fact('Boolean', 'DeprecatedAndHidden', 'isDeprecatedAndHidden', () => false),
      ...fact('String', 'Name', 'getName', ({ object }) => object.name),
      ...fact('String', 'LocalName', 'getLocalName', ({ object }) => object.name),
      ...fact('String', 'Label', 'getLabel', ({ object }) => object.label),
      ...fact('String', 'LabelPlural', 'getLabelPlural', ({ object }) => object.labelPlural),
      ...fact('String', 'KeyPrefix', 'getKeyPrefix', ({ object }) => (object.keyPrefix === '' ? null : object.keyPrefix)),
      ...fact('Schema.SObjectType', 'SObjectType', 'getSObjectType', ({ object }) => objectToken(object)),
      ...fact('Schema.SObjectTypeFields', 'Fields', 'getFields', ({ object }) => new Fields(object)),
      ...fact('Schema.SObjectTypeFieldSets', 'FieldSets', 'getFieldSets', ({ object }) => new FieldSets(object)),
      ...fact('Boolean', 'HasSubtypes', 'getHasSubtypes', () => false),
      ...fact('Schema.SObjectDescribeOptions', 'SObjectDescribeOption', 'getSObjectDescribeOption', () =>
        enumConstant(describeOptions, 'FULL'),
      ),
      ...fact(
        'List<Schema.ChildRelationship>',
        'ChildRelationships',
        'getChildRelationships',
        ({ object }) => new ApexList('Schema.ChildRelationship', childRelationships(object)),
      ),
      ...fact(
        'List<Schema.RecordTypeInfo>',
        'RecordTypeInfos',
        'getRecordTypeInfos',
        ({ object }) => new ApexList('Schema.RecordTypeInfo', [...recordTypeInfos(object)]),
      ),
      ...fact('Map<String,Schema.RecordTypeInfo>', 'RecordTypeInfosByDeveloperName', 'getRecordTypeInfosByDeveloperName', ({ object }) =>
        byKey('String', recordTypeInfos(object), (info) => info.developerName),
      ),
      ...fact('Map<String,Schema.RecordTypeInfo>', 'RecordTypeInfosByName', 'getRecordTypeInfosByName', ({ object }) =>
        byKey('String', recordTypeInfos(object), (info) => info.label),
      ),
      ...fact('Map<Id,Schema.RecordTypeInfo>', 'RecordTypeInfosById', 'getRecordTypeInfosById', ({ object }) =>
        byKey('Id', recordTypeInfos(object), (info) => info.id),
      ),
    ],
    {
      notSupported: [
        'getAssociateEntityType()',
        'getAssociateParentEntity()',
        'getDataTranslationEnabled()',
        'getDefaultImplementation()',
        'getImplementedBy()',
        'getImplementsInterfaces()',
        'getIsInterface()',
        'getIsSubtype()',
        'isFeedEnabled()',
        'isMruEnabled()',
        'isSearchable()',
        'AssociateEntityType',
        'AssociateParentEntity',
        'DataTranslationEnabled',
        'DefaultImplementation',
        'ImplementedBy',
        'ImplementsInterfaces',
        'IsInterface',
        'IsSubtype',
        'FeedEnabled',
        'MruEnabled',
        'Searchable',
      ],
    },
  ),
  standardClass('Schema.SObjectTypeFields', [
    {
      kind: 'method',
      signature: 'Map<String,Schema.SObjectField> getMap()',
      run: ((self: Fields) => fieldMap(self.object)) as (...args: never[]) => unknown,
    },
  ]),
  standardClass(
    'Schema.ChildRelationship',
    [
      ...childFact('Schema.SObjectType', 'ChildSObject', 'getChildSObject', ({ object }) => objectToken(object)),
      ...childFact('Schema.SObjectField', 'Field', 'getField', ({ object, field }) => fieldToken(object, field)),
      ...childFact('String', 'RelationshipName', 'getRelationshipName', ({ field }) => field.childRelationshipName),
      ...childFact('Boolean', 'CascadeDelete', 'isCascadeDelete', ({ field }) => field.onParentDelete === 'cascade'),
      ...childFact('Boolean', 'RestrictedDelete', 'isRestrictedDelete', ({ field }) => field.onParentDelete === 'restrict'),
      ...childFact('List<String>', 'JunctionIdListNames', 'getJunctionIdListNames', () => new ApexList('String', [])),
      ...childFact(
        'List<Schema.SObjectType>',
        'JunctionReferenceTo',
        'getJunctionReferenceTo',
        () => new ApexList('Schema.SObjectType', []),
      ),
      ...childFact('Boolean', 'DeprecatedAndHidden', 'isDeprecatedAndHidden', () => false),
    ],
    {},
  ),
];
