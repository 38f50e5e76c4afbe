/** Schema.FieldSet and its members: field sets of the project's metadata. */
import { apexError } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList, ApexMap } from '../../runtime/values/collections.ts';
import { LibraryObject } from '../../runtime/values/kinds.ts';
import type { FieldSetMetadata, FieldType, ObjectType } from '../../schema/model.ts';
import { standardClass, type StandardDeclaration } from '../declare.ts';
import { displayTypeOf } from './enums.ts';
import { FoldedMap } from './foldedMap.ts';
import { facts } from './property.ts';
import { fieldToken, objectNamed, objectToken } from './tokens.ts';

export class FieldSets extends LibraryObject {
  readonly apexType = 'Schema.SObjectTypeFieldSets';
  readonly object: ObjectType;
  constructor(object: ObjectType) {
    super();
    this.object = object;
  }
}

class FieldSet extends LibraryObject {
  readonly apexType = 'Schema.FieldSet';
  readonly object: ObjectType;
  readonly metadata: FieldSetMetadata;
  constructor(object: ObjectType, metadata: FieldSetMetadata) {
    super();
    this.object = object;
    this.metadata = metadata;
  }
}

class FieldSetMember extends LibraryObject {
  readonly apexType = 'Schema.FieldSetMember';
  readonly path: string;
  readonly required: boolean;
  /** The field at the end of the path, and the object it belongs to. */
  readonly object: ObjectType;
  readonly field: FieldType;
  constructor(from: ObjectType, { path, required }: FieldSetMetadata['members'][number]) {
    super();
    this.path = path;
    this.required = required;
    const [object, field] = fieldAt(from, path);
    this.object = object;
    this.field = field;
  }
}

function fieldAt(from: ObjectType, path: string): readonly [ObjectType, FieldType] {
  const names = path.split('.');
  let object = from;
  for (const name of names.slice(0, -1)) {
    const parent = object.parent(name)?.referenceTo[0];
    if (parent === undefined) throw apexError('SObjectException', `Invalid field ${path} for ${from.name}`);
    object = objectNamed(parent);
  }
  const field = object.field(names.at(-1) ?? '');
  if (!field) throw apexError('SObjectException', `Invalid field ${path} for ${from.name}`);
  return [object, field];
}

const setsOf = (object: ObjectType): readonly FieldSetMetadata[] => current().data.schema.fieldSets?.get(object.name.toLowerCase()) ?? [];

/** `SObjectType.Account.FieldSets.Main`: the checker has seen that it exists. */
export function fieldSetNamed(objectName: string, name: string): FieldSet {
  const object = objectNamed(objectName);
  const metadata = setsOf(object).find((set) => set.name.toLowerCase() === name.toLowerCase());
  if (!metadata) throw new Error(`${objectName} has no field set ${name}`);
  return new FieldSet(object, metadata);
}

function mapOf(object: ObjectType): ApexMap {
  const map = new FoldedMap('String', 'Schema.FieldSet');
  for (const metadata of setsOf(object)) map.set(metadata.name, new FieldSet(object, metadata));
  return map;
}

const fact = facts<FieldSet>();
const memberFact = facts<FieldSetMember>();

export const fieldSetDeclarations: readonly StandardDeclaration[] = [
  standardClass('Schema.FilteredLookupInfo', [], { notSupported: ['getControllingFields()', 'isDependent()', 'isOptionalFilter()'] }),
  standardClass('Schema.SObjectTypeFieldSets', [
    {
      kind: 'method',
      signature: 'Map<String,Schema.FieldSet> getMap()',
      run: ((self: FieldSets) => mapOf(self.object)) as (...args: never[]) => unknown,
    },
  ]),
  standardClass('Schema.FieldSet', [
    ...fact('String', 'Name', 'getName', ({ metadata }) => metadata.name),
    ...fact('String', 'Label', 'getLabel', ({ metadata }) => metadata.label),
    ...fact('String', 'Description', 'getDescription', ({ metadata }) => metadata.description),
    ...fact('String', 'NameSpace', 'getNameSpace', () => null),
    ...fact('Schema.SObjectType', 'SObjectType', 'getSObjectType', ({ object }) => objectToken(object)),
    ...fact(
      'List<Schema.FieldSetMember>',
      'Fields',
      'getFields',
      ({ object, metadata }) =>
        new ApexList(
          'Schema.FieldSetMember',
          metadata.members.map((member) => new FieldSetMember(object, member)),
        ),
    ),
  ]),
  standardClass('Schema.FieldSetMember', [
    ...memberFact('String', 'FieldPath', 'getFieldPath', ({ path }) => path),
    ...memberFact('String', 'Label', 'getLabel', ({ field }) => field.label),
    ...memberFact('Boolean', 'Required', 'getRequired', ({ required }) => required),
    /** The field itself demands a value, whatever the set says. */
    ...memberFact('Boolean', 'DbRequired', 'getDbRequired', ({ field }) => !field.nillable && !field.defaultedOnCreate),
    ...memberFact('Schema.DisplayType', 'Type', 'getType', ({ field }) => displayTypeOf(field.kind)),
    {
      kind: 'method',
      signature: 'Schema.SObjectField getSObjectField()',
      run: (({ object, field }: FieldSetMember) => fieldToken(object, field)) as (...args: never[]) => unknown,
    },
  ]),
];
