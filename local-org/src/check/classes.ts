/** One user type, all of it: bodies, initialisers and what is known of it at run time. */
import type { BoundClass, BoundInitializer } from '../types/bound.ts';
import type { ClassInfo, FieldInfo, MethodInfo } from '../types/classInfo.ts';
import { typeName } from '../types/types.ts';
import { boundAccessors, boundConstructor, boundMethod } from './bodies.ts';
import { createContext } from './context.ts';
import { valueAs } from './expressions/expression.ts';
import { completes } from './flow.ts';
import type { Alias } from './hierarchy.ts';
import { annotationInfos, has, infosOf } from './modifiers.ts';
import { superClassOf } from './names.ts';
import { attempt } from './report.ts';
import { block } from './statements/statement.ts';
import type { UserMember, UserType } from './userTypes.ts';
import type { World } from './world.ts';

export function boundClass(world: World, type: UserType, aliases: readonly Alias[]): BoundClass {
  const members = type.allMembers();
  const isClass = type.kind === 'class';
  const superClass = superClassOf(type);
  return {
    info: classInfo(type),
    superClass: type.superType && { name: superClass?.name ?? typeName(type.superType), library: superClass === null },
    staticInitializers: isClass ? initializers(world, type, true) : [],
    instanceInitializers: isClass ? initializers(world, type, false) : [],
    constructors: members.filter((one) => one.kind === 'constructor').map((one) => boundConstructor(world, type, one)),
    methods: type.kind === 'enum' ? [] : members.filter((one) => one.kind === 'method').map((one) => boundMethod(world, type, one)),
    accessors: members.filter((one) => one.kind === 'property').flatMap((one) => boundAccessors(world, type, one)),
    aliases,
  };
}

/** In source order: fields with or without a value, initialiser blocks. */
function initializers(world: World, type: UserType, isStatic: boolean): readonly BoundInitializer[] {
  const { declaration } = type;
  const script = type.unit.unit;
  const declared = declaration?.kind === 'class' ? declaration.members : declaration || script.kind === 'type' ? [] : script.members;
  return declared.flatMap((one, order): BoundInitializer[] => {
    if (one.kind === 'initializer') {
      if (one.static !== isStatic) return [];
      const cx = createContext({ world, unit: type.unit, type, kind: 'initializer', isStatic, returns: null, member: null });
      completes(type.unit, one.body.statements);
      return [{ kind: 'block', body: block(cx, one.body.statements) }];
    }
    if (one.kind !== 'field' && one.kind !== 'property') return [];
    const member = type.members(one.name.toLowerCase()).find((each) => each.declaration === one);
    if (!member || member.static !== isStatic) return [];
    const base = { kind: 'field', js: member.js, type: typeName(member.type), at: member.span } as const;
    const init = one.kind === 'field' ? one.init : null;
    if (!init) return [{ ...base, value: null }];
    const initialising = { order, static: isStatic };
    const cx = createContext({ world, unit: type.unit, type, kind: 'initializer', isStatic, returns: null, member, initialising });
    return [{ ...base, value: attempt(type.unit, () => valueAs(cx, init, member.type, member.span)) ?? null }];
  });
}

function classInfo(type: UserType): ClassInfo {
  const members = type.allMembers();
  return {
    name: type.name,
    kind: type.kind,
    path: type.unit.source.path,
    line: type.declaration?.span.line ?? 1,
    outer: type.outer?.name ?? null,
    superName: type.superType ? typeName(type.superType) : null,
    interfaces: type.interfaces.map(typeName),
    access: type.access,
    abstract: type.abstract,
    sharing: type.sharing,
    apiVersion: type.apiVersion,
    isTest: type.isTest,
    annotations: type.declaration ? annotationInfos(type.declaration.modifiers) : [],
    fields: members.filter((one) => one.kind === 'field' || one.kind === 'property').map(fieldInfo),
    methods: type.kind === 'enum' ? [] : members.filter((one) => one.kind === 'method').map(methodInfo),
    constructors: members
      .filter((one) => one.kind === 'constructor')
      .map((one) => ({ js: one.js, access: one.access, params: one.params.map(typeName) })),
    enumValues: members.filter((one) => one.kind === 'enumValue').map((one) => one.name),
  };
}

const fieldInfo = (member: UserMember): FieldInfo => ({
  name: member.name,
  js: member.js,
  type: typeName(member.type),
  static: member.static,
  access: member.access,
  transient: member.transient,
  annotations: infosOf(member.annotations),
  property: member.viaAccessors,
  readable: member.readable,
  writable: member.writable,
});

const methodInfo = (member: UserMember): MethodInfo => ({
  name: member.name,
  js: member.js,
  static: member.static,
  access: member.access,
  params: member.params.map((type, i) => ({ name: member.paramNames[i] ?? `p${i}`, type: typeName(type) })),
  type: typeName(member.type),
  // The old keyword means the annotation.
  annotations: [
    ...infosOf(member.annotations),
    ...(member.declaration && has(member.declaration.modifiers, 'testmethod') ? [{ name: 'istest', params: {} }] : []),
  ],
  line: member.span.line,
});
