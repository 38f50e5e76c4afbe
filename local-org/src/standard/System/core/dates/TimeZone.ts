/** `System.TimeZone` */
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { offsetAt } from '../../../../runtime/timeZones.ts';
import { LibraryObject } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';

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

/** As Java: a name nobody knows is GMT. Java's abbreviations (`PST`) and offsets (`GMT+2`) are not modelled. */
export function knownZone(id: string): string {
  if (id !== 'GMT' && id !== 'UTC' && /^(?:[A-Z]{3,4}|GMT[+-].*)$/.test(id)) throw new NotSupported(`the time zone ${id}`);
  try {
    offsetAt(id, 0);
    return id;
  } catch {
    return 'GMT';
  }
}

const { m } = membersOf<ApexTimeZone>();

export const timeZoneDeclaration = standardClass(
  'System.TimeZone',
  [
    m('String getID()', (self) => self.id),
    m('Integer getOffset(Datetime at)', (self, at) => offsetAt(self.id, required(at).ms)),
    m('String toString()', (self) => self.id),
    m('static TimeZone getTimeZone(String id)', (id) => new ApexTimeZone(knownZone(required(id)))),
  ],
  { notSupported: ['getDisplayName()'] },
);
