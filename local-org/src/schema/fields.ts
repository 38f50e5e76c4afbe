/** How a field is written down in a data table: one short line per field. What is not said has the platform's usual value. */
import type { FieldKind, FieldType, PicklistEntry } from './model.ts';

export type FieldOptions = Partial<FieldType>;

/** Words the platform writes differently in labels than the field's name would suggest. */
const labelWords: Readonly<Record<string, string>> = { Id: 'ID', Sid: 'SID', Url: 'URL', Api: 'API', Iso: 'ISO', Uuid: 'UUID' };

/** `LastName` → `Last Name`, `AccountId` → `Account ID`, `IsActive` → `Active`. */
export function labelOf(name: string): string {
  const words = name.replace(/__[a-z]+$/, '').split(/_|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  if (words.length > 1 && words[0] === 'Is') words.shift();
  return words.map((word) => labelWords[word] ?? word).join(' ');
}

export function field(name: string, kind: FieldKind, ...options: readonly FieldOptions[]): FieldType {
  return Object.assign(
    {
      name,
      label: labelOf(name),
      kind,
      length: 0,
      precision: 0,
      scale: 0,
      nillable: true,
      defaultedOnCreate: false,
      createable: true,
      updateable: true,
      filterable: true,
      unique: false,
      caseSensitive: false,
      externalId: false,
      nameField: false,
      autoNumber: null,
      custom: false,
      referenceTo: [],
      relationshipName: null,
      childRelationshipName: null,
      masterDetail: false,
      onParentDelete: 'setNull',
      picklist: [],
      restrictedPicklist: false,
      defaultValue: null,
      formula: null,
      inlineHelpText: null,
    } satisfies FieldType,
    ...options,
  );
}

export const required: FieldOptions = { nillable: false };
export const readOnly: FieldOptions = { createable: false, updateable: false };
export const createOnly: FieldOptions = { updateable: false };
export const updateOnly: FieldOptions = { createable: false };
export const unique: FieldOptions = { unique: true };
export const nameField: FieldOptions = { nameField: true };
export const restricted: FieldOptions = { restrictedPicklist: true };
/** Never null, and the platform itself fills it: required of nobody. */
export const filled: FieldOptions = { nillable: false, defaultedOnCreate: true };
export const byDefault = (value: string): FieldOptions => ({ defaultValue: value, defaultedOnCreate: true, nillable: false });
export const label = (text: string): FieldOptions => ({ label: text });

export const text = (name: string, length: number, ...options: FieldOptions[]): FieldType => field(name, 'string', { length }, ...options);
/** Text areas up to 255 characters can be filtered, longer ones cannot. */
export const area = (name: string, length: number, ...options: FieldOptions[]): FieldType =>
  field(name, 'textarea', { length, filterable: length <= 255 }, ...options);
export const checkbox = (name: string, ...options: FieldOptions[]): FieldType => field(name, 'boolean', byDefault('false'), ...options);
export const integer = (name: string, ...options: FieldOptions[]): FieldType => field(name, 'int', { precision: 9 }, ...options);
export const decimal = (name: string, precision: number, scale: number, ...options: FieldOptions[]): FieldType =>
  field(name, 'double', { precision, scale }, ...options);
export const currency = (name: string, precision: number, scale: number, ...options: FieldOptions[]): FieldType =>
  field(name, 'currency', { precision, scale }, ...options);
export const percent = (name: string, precision: number, scale: number, ...options: FieldOptions[]): FieldType =>
  field(name, 'percent', { precision, scale }, ...options);
export const date = (name: string, ...options: FieldOptions[]): FieldType => field(name, 'date', ...options);
export const datetime = (name: string, ...options: FieldOptions[]): FieldType => field(name, 'datetime', ...options);
export const email = (name: string, ...options: FieldOptions[]): FieldType => field(name, 'email', { length: 80 }, ...options);
export const phone = (name: string, ...options: FieldOptions[]): FieldType => field(name, 'phone', { length: 40 }, ...options);
export const url = (name: string, ...options: FieldOptions[]): FieldType => field(name, 'url', { length: 255 }, ...options);

/** A value, or value and label. */
export type PicklistRow = string | readonly [value: string, label: string];

export function entries(values: readonly PicklistRow[], defaultValue: string | null = null): readonly PicklistEntry[] {
  return values.map((row) => {
    const [value, text] = typeof row === 'string' ? [row, row] : row;
    return { value, label: text, active: true, isDefault: value === defaultValue };
  });
}

export function picklist(name: string, values: readonly PicklistRow[], ...options: FieldOptions[]): FieldType {
  const made = field(name, 'picklist', { length: 255 }, ...options);
  return { ...made, picklist: entries(values, made.defaultValue) };
}

/** `lookup('AccountId', 'Account', 'Contacts')`: the relationship is named after the field without `Id`. */
export function lookup(
  name: string,
  to: string | readonly string[],
  children: string | null = null,
  ...options: FieldOptions[]
): FieldType {
  return field(
    name,
    'reference',
    {
      length: 18,
      referenceTo: typeof to === 'string' ? [to] : to,
      relationshipName: name.replace(/Id$/, ''),
      childRelationshipName: children,
    },
    ...options,
  );
}

export const cascade: FieldOptions = { onParentDelete: 'cascade' };
export const restrict: FieldOptions = { onParentDelete: 'restrict' };

export const id: FieldType = field('Id', 'id', { length: 18, label: 'Record ID', ...readOnly, ...filled });
export const isDeleted: FieldType = checkbox('IsDeleted', readOnly);
export const createdDate: FieldType = datetime('CreatedDate', readOnly, filled);
export const createdBy: FieldType = lookup('CreatedById', 'User', null, readOnly, filled);
export const lastModifiedDate: FieldType = datetime('LastModifiedDate', readOnly, filled);
export const lastModifiedBy: FieldType = lookup('LastModifiedById', 'User', null, readOnly, filled);
export const systemModstamp: FieldType = datetime('SystemModstamp', readOnly, filled);

/** The four who-and-when fields and the time stamp of setup objects without a recycle bin. */
export const audit: readonly FieldType[] = [createdDate, createdBy, lastModifiedDate, lastModifiedBy, systemModstamp];
/** Of ordinary records. */
export const system: readonly FieldType[] = [isDeleted, ...audit];
/** When the running user last looked at the record; no local feature writes them. */
export const viewed: readonly FieldType[] = [datetime('LastViewedDate', readOnly), datetime('LastReferencedDate', readOnly)];
export const owner: FieldType = lookup('OwnerId', 'User', null, filled, restrict);
/** Records that queues may own. */
export const ownerOrQueue: FieldType = lookup('OwnerId', ['Group', 'User'], null, filled, restrict);

/** Street, city … of a compound address, with its codes and position. */
export function address(prefix: string, compound: string): readonly FieldType[] {
  const part = (name: string): string => `${labelOf(prefix)} ${name}`.trim();
  return [
    area(`${prefix}Street`, 255, label(part('Street'))),
    text(`${prefix}City`, 40, label(part('City'))),
    text(`${prefix}State`, 80, label(part('State/Province'))),
    text(`${prefix}PostalCode`, 20, label(part('Zip/Postal Code'))),
    text(`${prefix}Country`, 80, label(part('Country'))),
    decimal(`${prefix}Latitude`, 18, 15, label(part('Latitude'))),
    decimal(`${prefix}Longitude`, 18, 15, label(part('Longitude'))),
    picklist(
      `${prefix}GeocodeAccuracy`,
      ['Address', 'NearAddress', 'Block', 'Street', 'ExtendedZip', 'Zip', 'Neighborhood', 'City', 'County', 'State', 'Unknown'],
      restricted,
      label(part('Geocode Accuracy')),
    ),
    field(compound, 'address', readOnly, label(part('Address'))),
  ];
}
