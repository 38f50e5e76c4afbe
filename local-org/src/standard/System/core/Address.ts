/** `System.Address`: the value of a compound address field. */
import { ApexAddress } from '../../../runtime/values/address.ts';
import { membersOf, standardClass } from '../../declare.ts';

const { m, p } = membersOf<ApexAddress>();

export const addressDeclaration = standardClass(
  'System.Address',
  [
    p('String city', ({ parts }) => parts.city),
    p('String country', ({ parts }) => parts.country),
    p('String countryCode', ({ parts }) => parts.countryCode),
    p('String geocodeAccuracy', ({ parts }) => parts.geocodeAccuracy),
    p('String postalCode', ({ parts }) => parts.postalCode),
    p('String state', ({ parts }) => parts.state),
    p('String stateCode', ({ parts }) => parts.stateCode),
    p('String street', ({ parts }) => parts.street),
    m('String getCity()', ({ parts }) => parts.city),
    m('String getCountry()', ({ parts }) => parts.country),
    m('String getCountryCode()', ({ parts }) => parts.countryCode),
    m('String getGeocodeAccuracy()', ({ parts }) => parts.geocodeAccuracy),
    m('Double getLatitude()', ({ parts }) => parts.latitude),
    m('Double getLongitude()', ({ parts }) => parts.longitude),
    m('String getPostalCode()', ({ parts }) => parts.postalCode),
    m('String getState()', ({ parts }) => parts.state),
    m('String getStateCode()', ({ parts }) => parts.stateCode),
    m('String getStreet()', ({ parts }) => parts.street),
  ],
  { notSupported: ['getDistance(Location, String)'] },
);
