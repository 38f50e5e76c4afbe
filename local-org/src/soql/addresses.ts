/** Compound addresses: read as their parts, seen as one value. They can be selected, and nothing else. */
import { ApexAddress, type AddressParts } from '../runtime/values/address.ts';
import type { Value } from '../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../runtime/values/numbers.ts';
import type { FieldType, ObjectType } from '../schema/model.ts';

const partNames: readonly (keyof AddressParts)[] = [
  'street',
  'city',
  'state',
  'stateCode',
  'postalCode',
  'country',
  'countryCode',
  'geocodeAccuracy',
  'latitude',
  'longitude',
];

export interface AddressPart {
  readonly name: keyof AddressParts;
  readonly field: FieldType;
}

/** Codes are fields only where state and country picklists are on. */
export function addressParts(object: ObjectType, address: FieldType): readonly AddressPart[] {
  const prefix = address.name.slice(0, -'Address'.length);
  return partNames.flatMap((name) => {
    const field = object.field(prefix + name);
    return field ? [{ name, field }] : [];
  });
}

/** An address of which nothing is known is null. */
export function addressOf(values: ReadonlyMap<keyof AddressParts, Value>): ApexAddress | null {
  if ([...values.values()].every((value) => value === null)) return null;
  const text = (name: keyof AddressParts): string | null => (values.get(name) ?? null) as string | null;
  const position = (name: 'latitude' | 'longitude'): ApexDouble | null => {
    const value = values.get(name);
    return value instanceof ApexDecimal ? new ApexDouble(Number(value.value.toString())) : null;
  };
  return new ApexAddress({
    street: text('street'),
    city: text('city'),
    state: text('state'),
    stateCode: text('stateCode'),
    postalCode: text('postalCode'),
    country: text('country'),
    countryCode: text('countryCode'),
    geocodeAccuracy: text('geocodeAccuracy'),
    latitude: position('latitude'),
    longitude: position('longitude'),
  });
}
