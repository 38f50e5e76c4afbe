/** A `System.Type` value: a canonical type name. */
import { shownTypeName } from '../../../../runtime/typeNames.ts';
import { LibraryObject } from '../../../../runtime/values/kinds.ts';

export class ApexType extends LibraryObject {
  readonly apexType = 'Type';
  /** Canonical: `Map<Id, Account>`. */
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
  override toString(): string {
    return shownTypeName(this.name);
  }
  equals(other: LibraryObject): boolean {
    return other instanceof ApexType && other.name === this.name;
  }
}

const types = new Map<string, ApexType>();

/** One object per name, so that `==` holds: what `Foo.class` is. */
export function typeOf(name: string): ApexType {
  let type = types.get(name);
  if (!type) types.set(name, (type = new ApexType(name)));
  return type;
}
