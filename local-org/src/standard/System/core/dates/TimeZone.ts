/** `System.TimeZone` */
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

/** As Java: a name nobody knows is GMT. */
export function knownZone(id: string): string {
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
