/** `Type.name`, `Namespace.Type`, `Account.Name` as a token, `Trigger.new`, `System.Label.x`. */
import { siteLabels } from '../../schema/siteLabels.ts';
import type { Span } from '../../syntax/tree.ts';
import type { Bound } from '../../types/bound.ts';
import { classType, listOf, mapOf, primitiveNamed, sobjectType, Types, type Type } from '../../types/types.ts';
import type { Context } from '../context.ts';
import { findField } from '../lookup.ts';
import { checkTypeVisible, findLibraryType, innerType, isPlatformGap, isUnlistedNamespace } from '../names.ts';
import { platformTypeNames } from '../platformNames.ts';
import { fail, failNotSupported } from '../report.ts';
import { UserType } from '../userTypes.ts';
import { noteUse, symbolOf, typeOfLibrary } from '../world.ts';
import type { Link } from './link.ts';
import { memberValue } from './memberValue.ts';
import { isPlatformField } from '../../schema/platformFields.ts';

type NameOnly = Exclude<Link, { kind: 'value' }>;

export function staticMember(cx: Context, target: NameOnly, name: string, nameAt: Span, at: Span): Link {
  switch (target.kind) {
    case 'trigger':
      return triggerVariable(cx, name, nameAt);
    case 'labels':
      return label(cx, name, nameAt);
    case 'siteLabels':
      return siteLabel(name, nameAt);
    case 'pages':
      return page(cx, name, nameAt);
    case 'fieldTokens':
      return fieldToken(cx, target.object, name) ?? noSuchField(target.object, name, nameAt);
    case 'static':
      return ofStatic(cx, target, name, nameAt, at);
    default:
      return target satisfies never;
  }
}

function noSuchField(object: string, name: string, at: Span): never {
  if (isPlatformField(object, name)) failNotSupported(at, `${object}.${name}`);
  return fail(at, `Field does not exist: ${name} on ${object}`);
}

function ofStatic(cx: Context, target: Extract<Link, { kind: 'static' }>, name: string, nameAt: Span, at: Span): Link {
  for (const type of target.candidates) {
    const link = ofType(cx, type, name, nameAt, at);
    if (link) return link;
  }
  const nested = inNamespace(cx, target, name, nameAt);
  if (nested) return nested;
  const [type] = target.candidates;
  if (target.candidates.some((one) => one.kind === 'sobject')) return noSuchField(target.name, name, nameAt);
  if (isPlatformGap(cx.world, `${target.name}.${name}`) || (type && isMemberGap(cx, type, name)))
    failNotSupported(nameAt, `${target.name}.${name}`);
  return type ? fail(nameAt, `Variable does not exist: ${name}`) : fail(target.span, `Variable does not exist: ${target.name}`);
}

/** A member that the platform's type has and the library's has not. */
export function isMemberGap(cx: Context, type: Type, name: string): boolean {
  const symbol = symbolOf(cx.world, type);
  if (symbol instanceof UserType) return false;
  if (symbol.namespace !== null && isUnlistedNamespace(symbol.namespace)) return true;
  if (cx.world.library.isKnownGap?.(`${symbol.name}.${name}`) === true) return true;
  if (symbol.superType && isMemberGap(cx, symbol.superType, name)) return true;
  const lower = name.toLowerCase();
  const onPlatform = platformTypeNames().get(`${symbol.namespace ?? 'system'}.${symbol.name}`.toLowerCase().replace(/^(\w+)\.\1\./, '$1.'));
  return onPlatform?.has(lower) === true && symbol.members(lower).length === 0;
}

function ofType(cx: Context, type: Type, name: string, nameAt: Span, at: Span): Link | undefined {
  if (type.kind === 'sobject') return type.object === null ? undefined : ofObject(cx, type.object, name);
  if (type.kind === 'class' && type.symbol.name === 'Schema.SObjectType') {
    const object = cx.world.schema.object(name);
    if (object) return value(typeOfLibrary(cx.world, 'Schema.DescribeSObjectResult'), { op: 'describeObject', object: object.name, at });
  }
  const found = findField(cx.world, type, name);
  if (found) {
    if (!found.member.static) {
      return fail(nameAt, `Variable does not exist: ${name}`);
    }
    return { kind: 'value', typed: memberValue(cx, found, null, nameAt, at) };
  }
  if (type.kind !== 'class' || !(type.symbol instanceof UserType)) return undefined;
  const inner = innerType(type.symbol, name.toLowerCase());
  if (!inner) return undefined;
  checkTypeVisible(cx, inner, nameAt);
  noteUse(cx, inner, nameAt);
  return { kind: 'static', name: inner.name, candidates: [classType(inner)], namespace: null, span: nameAt };
}

function ofObject(cx: Context, object: string, name: string): Link | undefined {
  switch (name.toLowerCase()) {
    case 'sobjecttype':
      return value(typeOfLibrary(cx.world, 'Schema.SObjectType'), { op: 'objectToken', object });
    case 'fields':
      return { kind: 'fieldTokens', object };
    default:
      return fieldToken(cx, object, name);
  }
}

function fieldToken(cx: Context, object: string, name: string): Link | undefined {
  const field = cx.world.schema.object(object)?.field(name);
  return field && value(typeOfLibrary(cx.world, 'Schema.SObjectField'), { op: 'fieldToken', object, field: field.name });
}

const value = (type: Type, bound: Bound): Link => ({ kind: 'value', typed: { type, bound } });

/** `Database.SaveResult`, `Schema.Account`, `System.Label`, `Outer.Inner` of the library. */
function inNamespace(cx: Context, target: Extract<Link, { kind: 'static' }>, name: string, at: Span): Link | undefined {
  const namespace = target.namespace?.toLowerCase();
  if (namespace === 'system' && name.toLowerCase() === 'label') return { kind: 'labels' };
  if (namespace === 'system' && name.toLowerCase() === 'page') return { kind: 'pages' };
  if (namespace === 'system' && name.toLowerCase() === 'trigger') return { kind: 'trigger' };
  const path = `${target.name}.${name}`;
  const candidates: Type[] = [];
  const symbol = namespace === 'system' ? findLibraryType(cx.world, path) : cx.world.library.type(path);
  if (symbol) candidates.push(primitiveNamed(symbol.name) ?? classType(symbol));
  const object = namespace === 'schema' ? cx.world.schema.object(name) : undefined;
  if (object) candidates.push(sobjectType(object.name));
  return candidates.length > 0 ? { kind: 'static', name: path, candidates, namespace: null, span: at } : undefined;
}

function label(cx: Context, name: string, at: Span): Link {
  const canonical = [...cx.world.schema.labels.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
  if (canonical !== undefined) return value(Types.String, { op: 'label', name: canonical });
  if (name.toLowerCase() === 'site') return { kind: 'siteLabels' };
  return fail(at, `External string does not exist: ${name}`);
}

function siteLabel(name: string, at: Span): Link {
  const text = siteLabels.get(name.toLowerCase());
  return text === undefined
    ? fail(at, `External string does not exist: ${name}`)
    : value(Types.String, { op: 'const', type: 'String', value: text });
}

function page(cx: Context, name: string, at: Span): Link {
  const found = cx.world.schema.pages?.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found === undefined) return fail(at, `Page does not exist: ${name}`);
  return value(typeOfLibrary(cx.world, 'PageReference'), { op: 'page', name: found });
}

/** Canonical names of Trigger's variables. */
const triggerVariables = [
  'new',
  'old',
  'newMap',
  'oldMap',
  'isExecuting',
  'isInsert',
  'isUpdate',
  'isDelete',
  'isUndelete',
  'isBefore',
  'isAfter',
  'operationType',
  'size',
];

function triggerVariable(cx: Context, name: string, at: Span): Link {
  const canonical = triggerVariables.find((one) => one.toLowerCase() === name.toLowerCase());
  if (canonical === undefined) return fail(at, `Variable does not exist: ${name}`);
  const row = sobjectType(cx.triggerObject);
  const types: Readonly<Record<string, () => Type>> = {
    new: () => listOf(row),
    old: () => listOf(row),
    newMap: () => mapOf(Types.Id, row),
    oldMap: () => mapOf(Types.Id, row),
    size: () => Types.Integer,
    operationType: () => typeOfLibrary(cx.world, 'TriggerOperation'),
  };
  return value(types[canonical]?.() ?? Types.Boolean, { op: 'triggerVariable', name: canonical });
}
