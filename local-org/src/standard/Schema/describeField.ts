/** Schema.DescribeFieldResult, Schema.PicklistEntry. What depends on the user is asked when the method is called. */
import { compoundOf } from '../../schema/compound.ts';
import type { FieldType, ObjectType, PicklistEntry } from '../../schema/model.ts';
import { isPermissionable } from '../../schema/permissionable.ts';
import { NotSupported } from '../../runtime/exceptions.ts';
import { current } from '../../runtime/transaction.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { standardClass, type StandardDeclaration } from '../declare.ts';
import { displayTypeOf, soapTypeOf } from './enums.ts';
import { facts } from './property.ts';
import { fieldToken, objectToken } from './tokens.ts';

export class DescribeField extends LibraryObject {
  readonly apexType = 'Schema.DescribeFieldResult';
  readonly object: ObjectType;
  readonly field: FieldType;
  constructor(object: ObjectType, field: FieldType) {
    super();
    this.object = object;
    this.field = field;
  }
  override toString(): string {
    return `Schema.DescribeFieldResult[getName=${this.field.name};]`;
  }
}

class PicklistEntryValue extends LibraryObject {
  readonly apexType = 'Schema.PicklistEntry';
  readonly entry: PicklistEntry;
  constructor(entry: PicklistEntry) {
    super();
    this.entry = entry;
  }
  override toString(): string {
    const { entry } = this;
    return `Schema.PicklistEntry[getLabel=${entry.label};getValue=${entry.value};isActive=${entry.active};isDefaultValue=${entry.isDefault};]`;
  }
}

const numbers: ReadonlySet<string> = new Set(['double', 'currency', 'percent']);
const texts: ReadonlySet<string> = new Set(['string', 'textarea', 'picklist', 'multipicklist', 'email', 'phone', 'url']);
/** Cannot be grouped or sorted by. */
const isLong = (field: FieldType): boolean => field.kind === 'multipicklist' || (field.kind === 'textarea' && field.length > 255);
const isCompound = (field: FieldType): boolean => field.kind === 'address' || field.kind === 'base64';

/** A checkbox's default is a value; other defaults are formulas on the platform (`getDefaultValueFormula`), also where they are constants. */
function defaultValue(field: FieldType): Value {
  if (field.kind === 'boolean') return field.formula === null ? field.defaultValue === 'true' : null;
  if (field.summary) return null;
  if (field.defaultFormula !== undefined) throw new NotSupported(`Schema.DescribeFieldResult.getDefaultValue() of ${field.name}`);
  if (field.defaultValue === null || field.kind === 'picklist') return null;
  throw new NotSupported(`Schema.DescribeFieldResult.getDefaultValue() of ${field.name}`);
}

/** Constants of checkboxes are values (`getDefaultValue`); every other default is a formula on the platform. */
function defaultFormula(field: FieldType): string | null {
  if (field.defaultFormula !== undefined) return field.defaultFormula;
  if (field.defaultValue === null || field.kind === 'boolean' || field.kind === 'picklist') return null;
  throw new NotSupported(`Schema.DescribeFieldResult.getDefaultValueFormula() of ${field.name}`);
}

/** "True if the field has been formatted for HTML and should be encoded for display in HTML": rich text, hyperlinks and images. */
const isHtml = (field: FieldType): boolean => field.htmlFormatted === true || /\b(?:HYPERLINK|IMAGE)\s*\(/i.test(field.formula ?? '');

/** A deploy refuses filters, except those that are a mere suggestion. */
function filteredLookup(field: FieldType): null {
  if (field.filteredLookup === true) throw new NotSupported(`Schema.DescribeFieldResult.getFilteredLookupInfo() of ${field.name}`);
  return null;
}

const rights = ({ object, field }: DescribeField) => current().data.rights.field(object.name, field.name);
const fact = facts<DescribeField>();
const entryFact = facts<PicklistEntryValue>();

export const describeFieldDeclarations: readonly StandardDeclaration[] = [
  standardClass('Schema.DescribeFieldResult', [
    ...fact('Boolean', 'Accessible', 'isAccessible', (self) => rights(self).read),
    ...fact('Boolean', 'Createable', 'isCreateable', (self) => self.field.createable && rights(self).create),
    ...fact('Boolean', 'Updateable', 'isUpdateable', (self) => self.field.updateable && rights(self).edit),
    ...fact('Boolean', 'Permissionable', 'isPermissionable', ({ object, field }) => isPermissionable(object, field)),
    ...fact('String', 'Name', 'getName', ({ field }) => field.name),
    ...fact('String', 'LocalName', 'getLocalName', ({ field }) => field.name),
    ...fact('String', 'Label', 'getLabel', ({ field }) => field.label),
    ...fact('String', 'InlineHelpText', 'getInlineHelpText', ({ field }) => field.inlineHelpText),
    ...fact('Schema.DisplayType', 'Type', 'getType', ({ field }) => displayTypeOf(field.kind)),
    ...fact('Schema.SoapType', 'SoapType', 'getSoapType', ({ field }) => soapTypeOf(field.kind)),
    ...fact('Schema.SObjectField', 'SobjectField', 'getSobjectField', ({ object, field }) => fieldToken(object, field)),
    {
      kind: 'method',
      signature: 'Schema.SObjectType getSObjectType()',
      run: ((self: DescribeField) => objectToken(self.object)) as (...args: never[]) => unknown,
    },
    ...fact('Integer', 'Length', 'getLength', ({ field }) =>
      texts.has(field.kind) || field.kind === 'id' || field.kind === 'reference' ? field.length : 0,
    ),
    /** Three bytes to a character. */
    ...fact('Integer', 'ByteLength', 'getByteLength', ({ field }) => (texts.has(field.kind) ? field.length * 3 : field.length)),
    ...fact('Integer', 'Digits', 'getDigits', ({ field }) => (field.kind === 'int' ? field.precision : 0)),
    ...fact('Integer', 'Precision', 'getPrecision', ({ field }) => (numbers.has(field.kind) ? field.precision : 0)),
    ...fact('Integer', 'Scale', 'getScale', ({ field }) => field.scale),
    ...fact('Boolean', 'Nillable', 'isNillable', ({ field }) => field.nillable),
    ...fact('Boolean', 'DefaultedOnCreate', 'isDefaultedOnCreate', ({ field }) => field.defaultedOnCreate),
    ...fact('Object', 'DefaultValue', 'getDefaultValue', ({ field }) => defaultValue(field)),
    ...fact('Boolean', 'Custom', 'isCustom', ({ field }) => field.custom),
    ...fact('Boolean', 'NameField', 'isNameField', ({ field }) => field.nameField),
    ...fact('Boolean', 'AutoNumber', 'isAutoNumber', ({ field }) => field.autoNumber !== null),
    ...fact(
      'Boolean',
      'Calculated',
      'isCalculated',
      ({ field }) => field.formula !== null || field.summary !== undefined || field.autoNumber !== null,
    ),
    ...fact('String', 'CalculatedFormula', 'getCalculatedFormula', ({ field }) => field.formula),
    ...fact('Boolean', 'FormulaTreatNullNumberAsZero', 'isFormulaTreatNullNumberAsZero', ({ field }) => field.blankAsZero === true),
    ...fact('Boolean', 'Unique', 'isUnique', ({ field }) => field.unique),
    ...fact('Boolean', 'CaseSensitive', 'isCaseSensitive', ({ field }) => field.caseSensitive),
    ...fact('Boolean', 'ExternalId', 'isExternalId', ({ field }) => field.externalId),
    ...fact(
      'Boolean',
      'IdLookup',
      'isIdLookup',
      ({ field }) => field.kind === 'id' || field.externalId || (field.nameField && field.createable),
    ),
    ...fact('Boolean', 'Filterable', 'isFilterable', ({ field }) => field.filterable),
    ...fact(
      'Boolean',
      'Groupable',
      'isGroupable',
      ({ field }) =>
        field.filterable &&
        !isLong(field) &&
        !isCompound(field) &&
        !numbers.has(field.kind) &&
        field.kind !== 'datetime' &&
        field.kind !== 'time',
    ),
    ...fact('Boolean', 'Sortable', 'isSortable', ({ field }) => !isLong(field) && !isCompound(field)),
    ...fact('Boolean', 'Aggregatable', 'isAggregatable', ({ field }) => !isLong(field) && !isCompound(field) && field.kind !== 'boolean'),
    ...fact(
      'List<Schema.PicklistEntry>',
      'PicklistValues',
      'getPicklistValues',
      ({ field }) =>
        new ApexList(
          'Schema.PicklistEntry',
          field.picklist.map((entry) => new PicklistEntryValue(entry)),
        ),
    ),
    ...fact('Boolean', 'RestrictedPicklist', 'isRestrictedPicklist', ({ field }) => field.restrictedPicklist),
    ...fact(
      'List<Schema.SObjectType>',
      'ReferenceTo',
      'getReferenceTo',
      ({ field }) => new ApexList('Schema.SObjectType', referenced(field)),
    ),
    ...fact('String', 'RelationshipName', 'getRelationshipName', ({ field }) => field.relationshipName),
    ...fact('Integer', 'RelationshipOrder', 'getRelationshipOrder', ({ object, field }) =>
      field.masterDetail ? object.fields.filter((other) => other.masterDetail).indexOf(field) : null,
    ),
    ...fact('Boolean', 'NamePointing', 'isNamePointing', ({ field }) => field.referenceTo.length > 1),
    ...fact('Boolean', 'CascadeDelete', 'isCascadeDelete', ({ field }) => field.onParentDelete === 'cascade'),
    ...fact(
      'Boolean',
      'RestrictedDelete',
      'isRestrictedDelete',
      ({ field }) => field.kind === 'reference' && field.onParentDelete === 'restrict',
    ),
    ...fact('Boolean', 'DependentPicklist', 'isDependentPicklist', ({ field }) => (field.controllingField ?? null) !== null),
    ...fact('Schema.SObjectField', 'Controller', 'getController', ({ object, field }) => {
      const controller = object.field(field.controllingField ?? '');
      return controller ? fieldToken(object, controller) : null;
    }),
    ...fact('String', 'CompoundFieldName', 'getCompoundFieldName', ({ object, field }) => compoundOf(object, field)),
    ...fact('String', 'DefaultValueFormula', 'getDefaultValueFormula', ({ field }) => defaultFormula(field)),
    ...fact('Schema.FilteredLookupInfo', 'FilteredLookupInfo', 'getFilteredLookupInfo', ({ field }) => filteredLookup(field)),
    ...fact('Boolean', 'AiPredictionField', 'isAiPredictionField', () => false),
    ...fact('Boolean', 'DisplayLocationInDecimal', 'isDisplayLocationInDecimal', () => false),
    ...fact('Boolean', 'HighScaleNumber', 'isHighScaleNumber', () => false),
    ...fact('Boolean', 'QueryByDistance', 'isQueryByDistance', () => false),
    ...fact('Boolean', 'SearchPrefilterable', 'isSearchPrefilterable', ({ field }) => field.kind === 'reference'),
    ...fact('Boolean', 'WriteRequiresMasterRead', 'isWriteRequiresMasterRead', ({ field }) => field.writeRequiresMasterRead === true),
    ...fact('Boolean', 'DeprecatedAndHidden', 'isDeprecatedAndHidden', () => false),
    ...fact('Boolean', 'Encrypted', 'isEncrypted', () => false),
    ...fact('Boolean', 'HtmlFormatted', 'isHtmlFormatted', ({ field }) => isHtml(field)),
    ...fact('String', 'Mask', 'getMask', () => null),
    ...fact('String', 'MaskType', 'getMaskType', () => null),
    ...fact('String', 'ReferenceTargetField', 'getReferenceTargetField', () => null),
  ]),
  standardClass('Schema.PicklistEntry', [
    ...entryFact('String', 'Label', 'getLabel', ({ entry }) => entry.label),
    ...entryFact('String', 'Value', 'getValue', ({ entry }) => entry.value),
    ...entryFact('Boolean', 'Active', 'isActive', ({ entry }) => entry.active),
    ...entryFact('Boolean', 'DefaultValue', 'isDefaultValue', ({ entry }) => entry.isDefault),
  ]),
];

/** Targets that the local org has; a polymorphic field of the platform may have more. */
function referenced(field: FieldType): Value[] {
  const { schema } = current().data;
  return field.referenceTo.flatMap((name) => {
    const object = schema.object(name);
    return object ? [objectToken(object)] : [];
  });
}
