/** `System.TimeZone` */
import { offsetAt } from '../../../../runtime/timeZones.ts';
import { current } from '../../../../runtime/transaction.ts';
import { LibraryObject } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { offsetText } from './dateFormat.ts';
import { zoneName } from './zoneNames.ts';
import { knownZone } from './zones.ts';

export class ApexTimeZone extends LibraryObject {
  readonly apexType = 'TimeZone';
  readonly id: string;
  constructor(id: string) {
    super();
    this.id = id;
  }
  override toString(): string {
    return this.id;
  }
  equals(other: LibraryObject): boolean {
    return other instanceof ApexTimeZone && other.id === this.id;
  }
}

/** `GMT+05:30`, as Java normalizes its own; an id that nobody knows is GMT. */
function normalized(id: string): string {
  const zone = knownZone(id);
  if (/^[+-]/.test(zone) && id.startsWith('GMT')) return `GMT${zone}`;
  return zone === 'GMT' ? 'GMT' : id;
}

/** `(GMT-07:00) Pacific Daylight Time (America/Los_Angeles)`, by the time of year it is. */
function displayName(id: string): string {
  const now = current().now();
  const zone = knownZone(id);
  const [name, offset] = [zoneName(now, zone, true), offsetText(offsetAt(zone, now), ':')];
  return `(GMT${offset}) ${name} (${id})`;
}

const { m } = membersOf<ApexTimeZone>();

export const timeZoneDeclaration = standardClass('System.TimeZone', [
  m('String getDisplayName()', (self) => displayName(self.id)),
  m('String getID()', (self) => self.id),
  m('Integer getOffset(Datetime at)', (self, at) => offsetAt(knownZone(self.id), required(at).ms)),
  m('String toString()', (self) => self.id),
  m('static TimeZone getTimeZone(String id)', (id) => new ApexTimeZone(normalized(required(id)))),
]);
