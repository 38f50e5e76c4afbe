/** Test.createStub: an object of a user's class or interface whose methods ask a StubProvider. */
import { cast } from '../../../runtime/convert.ts';
import { apexError, NotSupported } from '../../../runtime/exceptions.ts';
import { current } from '../../../runtime/transaction.ts';
import { parseTypeName } from '../../../runtime/typeNames.ts';
import { ApexList } from '../../../runtime/values/collections.ts';
import type { Value } from '../../../runtime/values/kinds.ts';
import type { ClassInfo, MethodInfo } from '../../../types/classInfo.ts';
import { mangle } from '../../../types/symbols.ts';
import { membersOf, standardInterface } from '../../declare.ts';
import { libraryTypeNamed } from '../../libraryTypes.ts';
import { required } from '../core/arguments.ts';
import { ApexType, typeOf } from '../core/reflection/ApexType.ts';

export const stubProvider = standardInterface('System.StubProvider', [
  'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)',
]);

const handler = mangle('handleMethodCall', ['Object', 'String', 'Type', 'List<Type>', 'List<String>', 'List<Object>']);

const { m } = membersOf<never>();

/** Member of System.Test. */
export const createStub = m('static Object createStub(Type parentType, StubProvider stubProvider)', (type, provider) => {
  const { program, test } = current();
  if (!test) throw apexError('TypeException', 'Test methods may only be called from a test context');
  const { name } = required(type) as ApexType;
  const info = program.classInfo(name);
  if (!info) throw new NotSupported(`Test.createStub of ${name}`);
  refuseUnstubbable(info);
  const asked = required(provider);
  return program.stub(info.name, (self, method, args) =>
    answer(program.call(asked, handler, [self, ...describe(method), argumentList(args)]), method),
  );
});

const describe = ({ name, type, params }: MethodInfo): readonly Value[] => [
  name,
  typeOf(type),
  new ApexList(
    'Type',
    params.map((param) => typeOf(param.type)),
  ),
  new ApexList(
    'String',
    params.map((param) => param.name),
  ),
];

const argumentList = (args: readonly Value[]): ApexList => new ApexList('Object', [...args]);

const answer = (value: Value, { type }: MethodInfo): Value => (type === 'void' ? null : cast(value, type));

/** "You can't mock: … inner classes, system types, classes that implement the Batchable interface, classes that have only private constructors." */
function refuseUnstubbable(info: ClassInfo): void {
  const refuse = (why: string): never => {
    throw new NotSupported(`Test.createStub of ${info.name}, ${why}`);
  };
  if (info.kind === 'enum') refuse('an enum');
  if (info.outer !== null) refuse('an inner type');
  if (info.interfaces.some((name) => parseTypeName(name).name === 'Database.Batchable')) refuse('which implements Database.Batchable');
  if (info.constructors.length > 0 && info.constructors.every(({ access }) => access === 'private'))
    refuse('whose constructors are all private');
  if (info.kind === 'interface' || info.abstract)
    for (const name of info.interfaces)
      if (libraryTypeNamed(parseTypeName(name).name)) refuse(`which leaves the methods of ${name} to others`);
}
