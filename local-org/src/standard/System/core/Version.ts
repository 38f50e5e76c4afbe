/** `System.Version` */
import { LibraryObject } from '../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../declare.ts';
import { required } from './arguments.ts';

class ApexVersion extends LibraryObject {
  readonly apexType = 'Version';
  readonly parts: readonly [number, number, number | null];
  constructor(major: number, minor: number, patch: number | null) {
    super();
    this.parts = [major, minor, patch];
  }
  override toString(): string {
    return this.parts.filter((part) => part !== null).join('.');
  }
  equals(other: LibraryObject): boolean {
    return other instanceof ApexVersion && other.toString() === this.toString();
  }
}

const { m, c } = membersOf<ApexVersion>();

function compare(a: ApexVersion, b: ApexVersion): number {
  for (const i of [0, 1, 2] as const) {
    const difference = (a.parts[i] ?? 0) - (b.parts[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

export const versionDeclaration = standardClass('System.Version', [
  c('(Integer major, Integer minor)', (major, minor) => new ApexVersion(required(major), required(minor), null)),
  c(
    '(Integer major, Integer minor, Integer patch)',
    (major, minor, patch) => new ApexVersion(required(major), required(minor), required(patch)),
  ),
  m('Integer compareTo(Version other)', (self, other) => compare(self, required(other) as ApexVersion)),
  m('Integer major()', (self) => self.parts[0]),
  m('Integer minor()', (self) => self.parts[1]),
  m('Integer patch()', (self) => self.parts[2]),
]);
