/** Compound fields: `BillingCity` is a part of `BillingAddress`, `FirstName` of `Name`. */
import type { FieldType, ObjectType } from './model.ts';

const ofAddress = /^(.*)(?:Street|City|State|PostalCode|Country|StateCode|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/;

/** The compound field's own name is not part of it. */
export function addressOf(object: ObjectType, field: FieldType): FieldType | null {
  if (field.kind === 'address') return null;
  const prefix = ofAddress.exec(field.name)?.[1];
  const address = prefix === undefined ? undefined : object.field(`${prefix}Address`);
  return address?.kind === 'address' ? address : null;
}

export function compoundOf(object: ObjectType, field: FieldType): string | null {
  const address = addressOf(object, field);
  if (address) return address.name;
  const named = ['FirstName', 'LastName', 'Salutation', 'MiddleName', 'Suffix'].includes(field.name) && object.field('LastName');
  return named ? 'Name' : null;
}
