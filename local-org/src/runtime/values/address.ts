/** The value of a compound address field, `System.Address`. */
import { NotSupported } from '../exceptions.ts';
import { LibraryObject, type Value } from './kinds.ts';
import type { ApexDouble } from './numbers.ts';

export interface AddressParts {
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly stateCode: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly countryCode: string | null;
  readonly geocodeAccuracy: string | null;
  readonly latitude: ApexDouble | null;
  readonly longitude: ApexDouble | null;
}

export class ApexAddress extends LibraryObject {
  readonly apexType = 'Address';
  readonly parts: AddressParts;
  constructor(parts: AddressParts) {
    super();
    this.parts = parts;
  }
  equals(other: Value): boolean {
    return other instanceof ApexAddress && partsText(other) === partsText(this);
  }
  override toString(): string {
    throw new NotSupported('an address as text');
  }
}

const partsText = ({ parts }: ApexAddress): string =>
  JSON.stringify([
    parts.street,
    parts.city,
    parts.state,
    parts.stateCode,
    parts.postalCode,
    parts.country,
    parts.countryCode,
    parts.geocodeAccuracy,
    parts.latitude?.value ?? null,
    parts.longitude?.value ?? null,
  ]);
