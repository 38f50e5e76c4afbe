/** The Schema namespace and what else describes records: all its declarations, and the operations behind tokens and describes. */
import type { Value } from '../../runtime/values/kinds.ts';
import { fieldOf } from '../../runtime/sobjectAccess.ts';
import type { StandardDeclaration } from '../declare.ts';
import { customMetadataDeclaration } from './customMetadata.ts';
import { customSettingDeclaration } from './customSettings.ts';
import { DescribeField, describeFieldDeclarations } from './describeField.ts';
import { DescribeObject, describeObjectDeclarations } from './describeObject.ts';
import { describeOptions, displayType, soapType } from './enums.ts';
import { fieldSetDeclarations, fieldSetNamed } from './fieldSets.ts';
import { recordTypeInfoDeclaration } from './recordTypeInfo.ts';
import { schemaDeclaration } from './Schema.ts';
import { securityDeclarations } from './Security.ts';
import { tokenDeclarations } from './SObjectType.ts';
import { fieldTokenNamed, objectNamed, objectTokenNamed } from './tokens.ts';

export const declarations: readonly StandardDeclaration[] = [
  displayType,
  soapType,
  describeOptions,
  ...tokenDeclarations,
  ...describeObjectDeclarations,
  ...describeFieldDeclarations,
  ...fieldSetDeclarations,
  recordTypeInfoDeclaration,
  schemaDeclaration,
  ...securityDeclarations,
  customMetadataDeclaration,
  customSettingDeclaration,
];

/** What bound operations that are no members need, by `#name`. */
export const intrinsics: Readonly<Record<string, (...args: never[]) => unknown>> = {
  '#objectToken': (object: string): Value => objectTokenNamed(object),
  '#fieldToken': (object: string, field: string): Value => fieldTokenNamed(object, field),
  '#describeObject': (object: string): Value => new DescribeObject(objectNamed(object)),
  '#describeFieldSet': (object: string, name: string): Value => fieldSetNamed(object, name),
  '#describeField': (object: string, field: string): Value => {
    const of = objectNamed(object);
    return new DescribeField(of, fieldOf(of, field));
  },
};
