/** Library classes that only hold values: a constructor without parameters, and a property for each field. */
import { LibraryObject, type Value } from '../runtime/values/kinds.ts';
import { membersOf, standardClass, type MemberEntry, type Signature, type StandardDeclaration } from './declare.ts';

export class PlainObject extends LibraryObject {
  readonly apexType: string;
  readonly values = new Map<string, Value>();
  constructor(apexType: string) {
    super();
    this.apexType = apexType;
  }
  get(name: string): Value {
    return this.values.get(name) ?? null;
  }
}

export interface PlainField {
  /** Apex type. */
  readonly type: string;
  readonly initial?: Value;
  /** Methods beside the property: `getBody`/`isInline`, `setBody`. */
  readonly getter?: string;
  readonly setter?: string;
  /** No property, methods only. */
  readonly hidden?: boolean;
}

export function plainMembers(fields: Readonly<Record<string, PlainField>>): readonly MemberEntry[] {
  const { m, p } = membersOf<PlainObject>();
  return Object.entries(fields).flatMap(([name, { type, getter, setter, hidden }]) => {
    const read = (self: PlainObject): never => self.get(name) as never;
    const write = (self: PlainObject, value: unknown): void => void self.values.set(name, value as Value);
    return [
      ...(hidden ? [] : [p(`${type} ${name}`, read, write)]),
      ...(getter === undefined ? [] : [m(`${type} ${getter}()` as Signature, read as never)]),
      ...(setter === undefined ? [] : [m(`void ${setter}(${type} value)` as Signature, write as never)]),
    ];
  });
}

export function fill<T extends PlainObject>(made: T, fields: Readonly<Record<string, PlainField>>): T {
  for (const [name, { initial }] of Object.entries(fields)) if (initial !== undefined) made.values.set(name, initial);
  return made;
}

/** `plainClass('Messaging.InboundEnvelope', { fromAddress: { type: 'String' } })` */
export function plainClass(name: string, fields: Readonly<Record<string, PlainField>>): StandardDeclaration {
  const { c } = membersOf<PlainObject>();
  const apexType = name.replace(/^System\./, '');
  return standardClass(name, [c('()', () => fill(new PlainObject(apexType), fields)), ...plainMembers(fields)]);
}
