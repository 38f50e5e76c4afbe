/** Classes, interfaces, enums and their members. */
import type {
  BlockContext,
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumDeclarationContext,
  FieldDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  MethodDeclarationContext,
  PropertyBlockContext,
  PropertyDeclarationContext,
} from '@apexdevtools/apex-parser';
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  MemberDeclaration,
  MethodDeclaration,
  Modifiers,
  Param,
  PropertyDeclaration,
} from '../tree.ts';
import { type Conversion, error, optional, spanOf, spanOfRule } from './conversion.ts';
import { expression } from './expressions.ts';
import { declaredName } from './names.ts';
import { block } from './statements.ts';
import { modifiers, noModifiers, qualifiedName, typeRef, types } from './types.ts';

export interface Declarations {
  methodDeclaration(): MethodDeclarationContext;
  interfaceDeclaration(): InterfaceDeclarationContext;
  classDeclaration(): ClassDeclarationContext;
  enumDeclaration(): EnumDeclarationContext;
  propertyDeclaration?(): PropertyDeclarationContext;
  fieldDeclaration?(): FieldDeclarationContext;
}

const body = (conversion: Conversion, context: BlockContext | null): ReturnType<typeof block> | null =>
  context ? block(conversion, context) : null;

/** Everything but constructors and initialisers, which only classes have. Null: none of these. */
export function declaration(conversion: Conversion, context: Declarations, written: Modifiers): readonly MemberDeclaration[] | null {
  const found = optional(context.methodDeclaration());
  if (found) return [method(conversion, found, written)];
  const fields = optional(context.fieldDeclaration?.() ?? null);
  if (fields) return fieldsOf(conversion, fields, written);
  const property = optional(context.propertyDeclaration?.() ?? null);
  if (property) return [propertyOf(conversion, property, written)];
  const inner = optional(context.classDeclaration());
  if (inner) return [classOf(conversion, inner, written)];
  const enumeration = optional(context.enumDeclaration());
  if (enumeration) return [enumOf(conversion, enumeration, written)];
  const contract = optional(context.interfaceDeclaration());
  return contract ? [interfaceOf(conversion, contract, written)] : null;
}

export function classOf(conversion: Conversion, context: ClassDeclarationContext, written: Modifiers, topLevel = false): ClassDeclaration {
  const superType = optional(context.typeRef());
  return {
    kind: 'class',
    name: declaredName(conversion, context.id(), 'type', topLevel),
    modifiers: written,
    superType: superType ? typeRef(conversion, superType) : null,
    interfaces: types(conversion, optional(context.typeList())),
    members: context
      .classBody()
      .classBodyDeclaration_list()
      .flatMap((each) => member(conversion, each)),
    span: spanOfRule(context.id()),
  };
}

function member(conversion: Conversion, context: ClassBodyDeclarationContext): readonly MemberDeclaration[] {
  const initializer = optional(context.block());
  if (initializer) {
    const isStatic = optional(context.STATIC()) !== null;
    return [{ kind: 'initializer', static: isStatic, body: block(conversion, initializer), span: spanOfRule(context) }];
  }
  const declared = optional(context.memberDeclaration());
  if (!declared) {
    error(conversion, spanOf(context.start), `Expecting '}' but was: '${context.start.text}'`);
    return [];
  }
  const written = modifiers(conversion, context.modifier_list());
  const constructor = optional(declared.constructorDeclaration());
  if (!constructor) return declaration(conversion, declared, written) ?? [];
  const result: ConstructorDeclaration = {
    kind: 'constructor',
    name: qualifiedName(conversion, constructor.qualifiedName()),
    modifiers: written,
    params: params(conversion, constructor.formalParameters()),
    body: block(conversion, constructor.block()),
    span: spanOfRule(constructor.qualifiedName()),
  };
  return [result];
}

export const interfaceOf = (
  conversion: Conversion,
  context: InterfaceDeclarationContext,
  written: Modifiers,
  topLevel = false,
): InterfaceDeclaration => ({
  kind: 'interface',
  name: declaredName(conversion, context.id(), 'type', topLevel),
  modifiers: written,
  interfaces: types(conversion, optional(context.typeList())),
  members: context
    .interfaceBody()
    .interfaceMethodDeclaration_list()
    .map((each) => method(conversion, each, modifiers(conversion, each.modifier_list()))),
  span: spanOfRule(context.id()),
});

export const enumOf = (conversion: Conversion, context: EnumDeclarationContext, written: Modifiers, topLevel = false): EnumDeclaration => ({
  kind: 'enum',
  name: declaredName(conversion, context.id(), 'enum', topLevel),
  modifiers: written,
  values:
    optional(context.enumConstants())
      ?.id_list()
      .map((id) => ({ name: declaredName(conversion, id, 'variable'), span: spanOfRule(id) })) ?? [],
  span: spanOfRule(context.id()),
});

function method(
  conversion: Conversion,
  context: MethodDeclarationContext | InterfaceMethodDeclarationContext,
  written: Modifiers,
): MethodDeclaration {
  const type = optional(context.typeRef());
  return {
    kind: 'method',
    name: declaredName(conversion, context.id(), 'method'),
    modifiers: written,
    type: type ? typeRef(conversion, type) : null,
    params: params(conversion, context.formalParameters()),
    body: 'block' in context ? body(conversion, optional(context.block())) : null,
    span: spanOfRule(context.id()),
  };
}

const params = (conversion: Conversion, context: FormalParametersContext): readonly Param[] =>
  optional(context.formalParameterList())
    ?.formalParameter_list()
    .map((each) => ({
      name: declaredName(conversion, each.id(), 'variable'),
      type: typeRef(conversion, each.typeRef()),
      modifiers: modifiers(conversion, each.modifier_list()),
      span: spanOfRule(each.id()),
    })) ?? [];

export function fieldsOf(conversion: Conversion, context: FieldDeclarationContext, written: Modifiers): readonly FieldDeclaration[] {
  const type = typeRef(conversion, context.typeRef());
  return context
    .variableDeclarators()
    .variableDeclarator_list()
    .map((declarator) => {
      const init = optional(declarator.expression());
      return {
        kind: 'field',
        name: declaredName(conversion, declarator.id(), 'variable'),
        modifiers: written,
        type,
        init: init ? expression(conversion, init) : null,
        span: spanOfRule(declarator),
      };
    });
}

function propertyOf(conversion: Conversion, context: PropertyDeclarationContext, written: Modifiers): PropertyDeclaration {
  const blocks = context.propertyBlock_list();
  const getters = blocks.filter((each) => optional(each.getter()) !== null);
  const setters = blocks.filter((each) => optional(each.setter()) !== null);
  for (const repeated of [...getters.slice(1), ...setters.slice(1)]) {
    error(conversion, spanOfRule(repeated), `Unexpected token '${repeated.start.text}'.`);
  }
  if (blocks.length === 0) {
    const brace = context.stop ?? context.start;
    error(conversion, spanOf(brace), `Unexpected token '${brace.text}'.`);
  }
  return {
    kind: 'property',
    name: declaredName(conversion, context.id(), 'variable'),
    modifiers: written,
    type: typeRef(conversion, context.typeRef()),
    getter: accessor(conversion, getters[0]),
    setter: accessor(conversion, setters[0]),
    span: spanOfRule(context.id()),
  };
}

function accessor(conversion: Conversion, context: PropertyBlockContext | undefined): Accessor | null {
  if (!context) return null;
  const part = optional(context.getter()) ?? context.setter();
  return {
    modifiers: context.modifier_list().length > 0 ? modifiers(conversion, context.modifier_list()) : noModifiers,
    body: body(conversion, optional(part.block())),
    span: spanOfRule(context),
  };
}
