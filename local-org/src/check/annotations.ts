/** Annotations: which exist, where they may stand, what they demand of what they are on. */
import type { Annotation, MemberDeclaration, Modifiers, Span, TypeDeclaration } from '../syntax/tree.ts';
import { typeName, Types, type Type } from '../types/types.ts';
import { isAboutJson, misplacedProperty, unknownProperty } from './annotationProperties.ts';
import { shown } from './display.ts';
import { checkEndpoint, checkResource } from './endpoints.ts';
import { annotation, has, isTest } from './modifiers.ts';
import { report } from './report.ts';
import type { UserMember, UserType } from './userTypes.ts';

type Place = 'class' | 'interface' | 'enum' | 'method' | 'field' | 'property' | 'constructor';
const members: readonly Place[] = ['method', 'field', 'property', 'constructor'];
const types: readonly Place[] = ['class', 'interface', 'enum'];

const places: Readonly<Record<string, readonly Place[]>> = {
  istest: ['class', 'method'],
  testsetup: ['method'],
  testvisible: [...types, ...members],
  auraenabled: ['method', 'field', 'property'],
  invocablemethod: ['method'],
  invocablevariable: ['field', 'property'],
  future: ['method'],
  restresource: ['class'],
  httpget: ['method'],
  httppost: ['method'],
  httpput: ['method'],
  httppatch: ['method'],
  httpdelete: ['method'],
  remoteaction: ['method'],
  suppresswarnings: [...types, ...members],
  deprecated: [...types, ...members],
  readonly: ['method'],
  namespaceaccessible: [...types, ...members],
  jsonaccess: ['class'],
};

const plural: Readonly<Record<Place, string>> = {
  class: 'classes',
  interface: 'interfaces',
  enum: 'enums',
  method: 'methods',
  field: 'fields',
  property: 'properties',
  constructor: 'constructors',
};

export function checkAnnotations(type: UserType): void {
  const { declaration } = type;
  if (!declaration) return;
  checkPlaces(type, declaration);
  if (declaration.kind === 'enum') return;
  for (const member of declaration.members) {
    if (member.kind !== 'initializer' && !(member.kind in inner)) checkPlaces(type, member);
  }
  for (const member of type.allMembers())
    if (member.kind === 'method' && member.declaration) checkMethod(type, member, member.declaration.modifiers);
  checkIsolation(type, declaration);
  checkOverloads(type);
  checkResource(type);
}

const inner = { class: true, interface: true, enum: true };

function checkPlaces(type: UserType, on: TypeDeclaration | Exclude<MemberDeclaration, { kind: 'initializer' }>): void {
  const seen = new Set<string>();
  for (const one of on.modifiers.annotations) {
    const name = one.name.toLowerCase();
    const allowed = places[name];
    if (!allowed) report(type.unit, one.span, `Annotation does not exist: ${one.name}`);
    else if (!allowed.includes(on.kind)) report(type.unit, one.span, `${shownName(one)} is not allowed on ${plural[on.kind]}`);
    else if (seen.has(name)) report(type.unit, one.span, `Duplicate modifier: ${shownName(one)}`);
    else checkProperties(type, on, one);
    seen.add(name);
  }
}

function checkProperties(type: UserType, on: { readonly kind: Place; readonly span: Span }, one: Annotation): void {
  const unknown = unknownProperty(one);
  const misplaced = misplacedProperty(one, plural[on.kind]);
  if (unknown !== null) report(type.unit, one.span, unknown);
  else if (misplaced !== null) report(type.unit, on.span, misplaced);
  else if (isAboutJson(one)) report(type.unit, one.span, 'NotSupported: @JsonAccess that keeps a class from JSON', 'notSupported');
}

/**
 * Tests that see the data of the org run like all others: a run of tests begins with an org without any. Only what is prepared for all
 * tests of a class must be seen by all of them.
 */
function checkIsolation(type: UserType, declaration: TypeDeclaration): void {
  const seesAll = (modifiers: Modifiers): boolean => annotation(modifiers, 'istest')?.params['seealldata']?.toLowerCase() === 'true';
  const methods = type
    .allMembers()
    .flatMap((member) => (member.kind === 'method' && member.declaration ? [member.declaration.modifiers] : []));
  if (annotation(declaration.modifiers, 'istest')?.params['isparallel']?.toLowerCase() === 'true' && seesAll(declaration.modifiers))
    report(
      type.unit,
      declaration.span,
      'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)',
    );
  if (!methods.some((modifiers) => annotation(modifiers, 'testsetup'))) return;
  const message = seesAll(declaration.modifiers)
    ? 'Test class cannot be annotated with @isTest(SeeAllData=true)'
    : methods.some(seesAll)
      ? 'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)'
      : null;
  if (message !== null) report(type.unit, declaration.span, message);
}

const shownName = (one: Annotation): string => one.name;

function checkMethod(type: UserType, method: UserMember, modifiers: Modifiers): void {
  const say = (message: string): void => report(type.unit, method.span, message);
  checkEndpoint(type, method, modifiers);
  if (isTest(modifiers) || annotation(modifiers, 'testsetup')) {
    if (!type.topLevel.isTest) say('Test methods must be defined in a class annotated with @IsTest');
    if (!method.static) say('testMethod methods must be declared as static');
    if (method.params.length > 0) say('Test methods must have no arguments');
    if (method.type !== Types.void)
      say(
        annotation(modifiers, 'testsetup')
          ? 'Test setup method must return void'
          : `testMethod methods do not support return type of ${shown(method.type)}`,
      );
  }
  if (annotation(modifiers, 'future')) {
    if (!method.static) say('Future methods must be declared as static');
    if (method.type !== Types.void) say(`Future methods do not support return type of ${shown(method.type)}`);
    const wrong = method.params.find((param) => !isPrimitive(param) && !(param.kind === 'collection' && param.args.every(isPrimitive)));
    if (wrong) say(`Future methods do not support parameter type of ${shown(wrong)}`);
  }
  if (annotation(modifiers, 'readonly')) checkReadOnly(type, method, modifiers, say);
  if (annotation(modifiers, 'invocablemethod')) checkInvocable(type, method, say);
  if (annotation(modifiers, 'auraenabled') && method.access !== 'public' && method.access !== 'global')
    say('AuraEnabled methods require at least one of the following global, public');
  if (annotation(modifiers, 'auraenabled') && !method.static) {
    if (method.params.length > 0) say('Non static AuraEnabled methods may not have parameters');
    if (!method.name.toLowerCase().startsWith('get')) say("Non static AuraEnabled methods must be named with a prefix 'get'");
  }
}

/** Where code begins that may only read. */
const entries = ['RemoteAction', 'HttpGet', 'HttpPost', 'HttpPatch', 'HttpPut', 'HttpDelete'] as const;

function checkReadOnly(type: UserType, method: UserMember, modifiers: Modifiers, say: (message: string) => void): void {
  if (has(modifiers, 'webservice') || entries.some((name) => annotation(modifiers, name.toLowerCase()))) return;
  const [param] = method.params;
  const isScheduled =
    method.name.toLowerCase() === 'execute' && method.params.length === 1 && param && typeName(param) === 'SchedulableContext';
  if (method.static) say(`ReadOnly methods require at least one of the following webService, ${entries.join(', ')}`);
  else if (isScheduled)
    report(type.unit, method.span, 'NotSupported: @ReadOnly on a scheduled execute, which may then not write', 'notSupported');
  else say('Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly');
}

const isPrimitive = (type: Type): boolean => type.kind === 'primitive' && type !== Types.Object;

function checkInvocable(type: UserType, method: UserMember, say: (message: string) => void): void {
  const modifiers = method.declaration?.modifiers;
  if (!method.static) say('InvocableMethod methods must be declared as static');
  if (modifiers && !has(modifiers, 'public') && !has(modifiers, 'global'))
    say('InvocableMethod methods require at least one of the following public, global');
  if (method.params.length > 1) say('Only one parameter is supported on methods with @Invocable annotation');
  const [param] = method.params;
  if (param && !(param.kind === 'collection' && param.name === 'List')) {
    say(
      `Unsupported parameter type ${shown(param)}. Valid invocable parameters must be List types like List<T> where T is a supported type`,
    );
  }
  const first = type.allMembers().find((one) => one.annotations.some((each) => each.name.toLowerCase() === 'invocablemethod'));
  if (first !== method) say('Only one method per type can be defined with: InvocableMethod');
}

/** `@AuraEnabled` names its methods without their parameters. */
function checkOverloads(type: UserType): void {
  const names = new Map<string, UserMember>();
  for (const method of type.allMembers()) {
    if (method.kind !== 'method' || !method.annotations.some((one) => one.name.toLowerCase() === 'auraenabled')) continue;
    const lower = method.name.toLowerCase();
    if (names.has(lower)) report(type.unit, method.span, `Overload of AuraEnabled method: ${method.name} overload is not permitted`);
    names.set(lower, method);
  }
}
