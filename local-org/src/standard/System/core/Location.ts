/** `System.Location` */
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import type { ApexDecimal, ApexDouble } from '../../../runtime/values/numbers.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';
import { doubleFrom } from './narrow.ts';

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

const { m, p } = membersOf<ApexLocation>();

export const locationDeclaration = standardClass(
  'System.Location',
  [
    m('Double getLatitude()', (self) => self.latitude),
    m('Double getLongitude()', (self) => self.longitude),
    m(
      'static Location newInstance(Decimal latitude, Decimal longitude)',
      (latitude, longitude) => new ApexLocation(required(latitude), required(longitude)),
    ),
    p('Double latitude', (self) => self.latitude),
    p('Double longitude', (self) => self.longitude),
  ],
  { notSupported: ['getDistance(Location, String)', 'getDistance(Location, Location, String)'] },
);
