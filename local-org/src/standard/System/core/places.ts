/** Address and Location: the values of compound fields. */
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { ApexDecimal, ApexDouble } from '../../../runtime/values/numbers.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';
import { doubleFrom } from './narrow.ts';

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
}

const address = membersOf<ApexAddress>();

export const addressDeclaration = standardClass(
  'System.Address',
  [
    address.p('String city', ({ parts }) => parts.city),
    address.p('String country', ({ parts }) => parts.country),
    address.p('String countryCode', ({ parts }) => parts.countryCode),
    address.p('String geocodeAccuracy', ({ parts }) => parts.geocodeAccuracy),
    address.p('String postalCode', ({ parts }) => parts.postalCode),
    address.p('String state', ({ parts }) => parts.state),
    address.p('String stateCode', ({ parts }) => parts.stateCode),
    address.p('String street', ({ parts }) => parts.street),
    address.m('String getCity()', ({ parts }) => parts.city),
    address.m('String getCountry()', ({ parts }) => parts.country),
    address.m('String getCountryCode()', ({ parts }) => parts.countryCode),
    address.m('String getGeocodeAccuracy()', ({ parts }) => parts.geocodeAccuracy),
    address.m('Double getLatitude()', ({ parts }) => parts.latitude),
    address.m('Double getLongitude()', ({ parts }) => parts.longitude),
    address.m('String getPostalCode()', ({ parts }) => parts.postalCode),
    address.m('String getState()', ({ parts }) => parts.state),
    address.m('String getStateCode()', ({ parts }) => parts.stateCode),
    address.m('String getStreet()', ({ parts }) => parts.street),
  ],
  { notSupported: ['getDistance(Location, String)'] },
);

class ApexLocation extends LibraryObject {
  readonly apexType = 'Location';
  readonly latitude: ApexDouble;
  readonly longitude: ApexDouble;
  constructor(latitude: ApexDecimal, longitude: ApexDecimal) {
    super();
    this.latitude = doubleFrom(latitude);
    this.longitude = doubleFrom(longitude);
  }
}

const location = membersOf<ApexLocation>();

export const locationDeclaration = standardClass(
  'System.Location',
  [
    location.m('Double getLatitude()', (self) => self.latitude),
    location.m('Double getLongitude()', (self) => self.longitude),
    location.m(
      'static Location newInstance(Decimal latitude, Decimal longitude)',
      (latitude, longitude) => new ApexLocation(required(latitude), required(longitude)),
    ),
    location.p('Double latitude', (self) => self.latitude),
    location.p('Double longitude', (self) => self.longitude),
  ],
  { notSupported: ['getDistance(Location, String)', 'getDistance(Location, Location, String)'] },
);
