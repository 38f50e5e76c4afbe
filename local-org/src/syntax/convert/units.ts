/** The three kinds of source file: class, trigger, anonymous block. */
import type {
  AnonymousBlockMemberContext,
  AnonymousUnitContext,
  CompilationUnitContext,
  TriggerBlockMemberContext,
  TriggerUnitContext,
  TypeDeclarationContext,
} from '@apexdevtools/apex-parser';
import type {
  AnonymousUnit,
  BlockStatement,
  MemberDeclaration,
  Statement,
  TriggerEvent,
  TriggerUnit,
  TypeDeclaration,
  TypeUnit,
} from '../tree.ts';
import { type Conversion, error, optional, spanOfRule } from './conversion.ts';
import { classOf, type Declarations, declaration, enumOf, interfaceOf } from './declarations.ts';
import { declaredName, nameText } from './names.ts';
import { statements } from './statements.ts';
import { modifiers } from './types.ts';

export const typeUnit = (conversion: Conversion, context: CompilationUnitContext): TypeUnit => ({
  kind: 'type',
  source: conversion.source,
  declaration: typeDeclaration(conversion, context.typeDeclaration()),
});

function typeDeclaration(conversion: Conversion, context: TypeDeclarationContext): TypeDeclaration {
  const written = modifiers(conversion, context.modifier_list());
  const inner = optional(context.classDeclaration());
  if (inner) return classOf(conversion, inner, written, true);
  const enumeration = optional(context.enumDeclaration());
  if (enumeration) return enumOf(conversion, enumeration, written, true);
  return interfaceOf(conversion, context.interfaceDeclaration(), written, true);
}

const events: ReadonlySet<string> = new Set<TriggerEvent>([
  'before insert',
  'before update',
  'before delete',
  'after insert',
  'after update',
  'after delete',
  'after undelete',
]);

export function triggerUnit(conversion: Conversion, context: TriggerUnitContext): TriggerUnit {
  const [name, object] = context.id_list();
  if (!name || !object) throw new Error('trigger without name and object');
  const usages: TriggerEvent[] = [];
  for (const usage of context.triggerCase_list()) {
    const event = `${usage.getChild(0).getText()} ${usage.getChild(1).getText()}`.toLowerCase();
    if (!events.has(event)) error(conversion, spanOfRule(usage), 'Trigger Usage Before Undelete is not supported');
    else if (usages.includes(event as TriggerEvent)) error(conversion, spanOfRule(usage), `Duplicate Trigger Usage: ${event}`);
    else usages.push(event as TriggerEvent);
  }
  const block = context.triggerBlock();
  return {
    kind: 'trigger',
    source: conversion.source,
    name: declaredName(conversion, name, 'enum', true),
    object: nameText(conversion, object),
    events: usages,
    ...script(
      conversion,
      block.triggerBlockMember_list().map((each) => ({ context: each, declared: optional(each.triggerMemberDeclaration()) })),
      spanOfRule(block),
    ),
    span: spanOfRule(name),
  };
}

export function anonymousUnit(conversion: Conversion, context: AnonymousUnitContext): AnonymousUnit {
  const span = spanOfRule(context);
  const members = context.anonymousBlock().anonymousBlockMember_list();
  return {
    kind: 'anonymous',
    source: conversion.source,
    ...script(
      conversion,
      members.map((each) => ({ context: each, declared: optional(each.anonymousMemberDeclaration()) })),
      span,
    ),
    span,
  };
}

interface ScriptPart {
  readonly context: TriggerBlockMemberContext | AnonymousBlockMemberContext;
  readonly declared: Declarations | null;
}

/** A plain `Integer x = 1;` of a trigger or script reads like a field to the grammar; it is a variable of the body, in its place. */
function script(
  conversion: Conversion,
  parts: readonly ScriptPart[],
  span: BlockStatement['span'],
): { readonly body: BlockStatement; readonly members: readonly MemberDeclaration[] } {
  const body: Statement[] = [];
  const members: MemberDeclaration[] = [];
  for (const { context, declared } of parts) {
    if (!declared) {
      body.push(...statements(conversion, context.statement()));
      continue;
    }
    const written = modifiers(conversion, context.modifier_list());
    const found = declaration(conversion, declared, written) ?? [];
    for (const each of found) {
      if (each.kind !== 'field' || written.words.some((word) => word !== 'final')) members.push(each);
      else {
        body.push({
          kind: 'local',
          type: each.type,
          name: each.name,
          init: each.init,
          final: written.words.includes('final'),
          span: each.span,
        });
      }
    }
  }
  return { body: { kind: 'block', statements: body, span }, members };
}
