/** `System.Type` */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { isAssignableType } from '../../../../runtime/subtypes.ts';
import { current } from '../../../../runtime/transaction.ts';
import { parseTypeName } from '../../../../runtime/typeNames.ts';
import { ApexList, ApexMap, ApexSet } from '../../../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../../../runtime/values/kinds.ts';
import { SObject } from '../../../../runtime/values/sobject.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { hashOfText } from '../hash.ts';
import { ApexType, typeOf } from './ApexType.ts';
import { canonicalTypeName } from './resolve.ts';

const { m } = membersOf<ApexType>();

function forName(text: string): ApexType | null {
  const name = canonicalTypeName(text);
  return name === null ? null : typeOf(name);
}

/** Classes of a namespace other than ours come with it; the org's own code has none. */
function forNameIn(namespace: string | null, name: string): ApexType | null {
  if (namespace === null || namespace === '') return forName(name);
  return forName(`${namespace}.${name}`);
}

function newInstance(type: ApexType): Value {
  const { name, args } = parseTypeName(type.name);
  const [first, second] = args.map(({ text }) => text);
  if (name === 'List') return new ApexList(first ?? 'Object');
  if (name === 'Set') return new ApexSet(first ?? 'Object');
  if (name === 'Map') return new ApexMap(first ?? 'Object', second ?? 'Object');
  const { program, data } = current();
  const info = program.classInfo(name);
  if (info) {
    const hasDefault = info.constructors.length === 0 || info.constructors.some(({ params }) => params.length === 0);
    if (info.kind !== 'class' || info.abstract) throw apexError('TypeException', `${info.name} is abstract`);
    if (!hasDefault) throw apexError('TypeException', `Class ${info.name} must have a no-arg constructor`);
    return program.create(info.name);
  }
  const object = data.schema.object(name);
  if (object) return new SObject(object);
  throw new NotSupported(`Type.newInstance() of ${type.name}`);
}

export const typeDeclaration = standardClass(
  'System.Type',
  [
    m('Boolean equals(Object other)', (self, other) => other instanceof LibraryObject && self.equals(other)),
    m('String getName()', (self) => self.toString()),
    m('Integer hashCode()', (self) => hashOfText(self.name)),
    m('Boolean isAssignableFrom(Type source)', (self, source) => isAssignableType((required(source) as ApexType).name, self.name)),
    m('Object newInstance()', newInstance),
    m('String toString()', (self) => self.toString()),
    m('static Type forName(String name)', (name) => forName(required(name))),
    m('static Type forName(String namespace, String name)', (namespace, name) => forNameIn(namespace, required(name))),
  ],
  { notSupported: ['SObjectType'] },
);
