/** Field paths of a query: `Name`, `Account.Owner.Name`, `a.Name` by alias. */
import type { FieldType, ObjectType } from '../../schema/model.ts';
import { queriedChild } from '../../schema/queriedChild.ts';
import type { SoqlField, Span } from '../../syntax/tree.ts';
import { fail, failNotSupported } from '../report.ts';
import type { World } from '../world.ts';
import { isPlatformField } from '../../schema/platformFields.ts';

/** What a query selects from; `names` are those under which its own fields may be qualified. */
export interface Source {
  readonly object: ObjectType;
  readonly names: readonly string[];
}

const advice = 'Please reference your WSDL or the describe call for the appropriate names.';
/** Parents of parents: five steps up. */
const MAX_STEPS = 5;

export function fieldAt(world: World, source: Source, { path, span }: SoqlField): FieldType {
  const steps = path.slice(0, -1);
  const name = path.at(-1) ?? '';
  let object = source.object;
  const [first] = steps;
  if (first !== undefined && isOwnName(source, first)) steps.shift();
  if (steps.length > MAX_STEPS) fail(span, `maximum relationship path length exceeded: ${MAX_STEPS}`);
  for (const step of steps) object = parentOf(world, object, step, span);
  return object.field(name) ?? noSuchColumn(object, name, span);
}

/** An alias always; the object's own name unless a parent has it. */
function isOwnName(source: Source, name: string): boolean {
  const [alias, own] = source.names;
  if (alias !== undefined && own !== undefined && alias.toLowerCase() === name.toLowerCase()) return true;
  return source.object.parent(name) === undefined && source.object.name.toLowerCase() === name.toLowerCase();
}

function parentOf(world: World, object: ObjectType, step: string, span: Span): ObjectType {
  const field = object.parent(step);
  if (!field) {
    if (isPlatformField(object.name, step)) failNotSupported(span, `SOQL on ${object.name}.${step}`);
    return fail(
      span,
      `Didn't understand relationship '${step}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${advice}`,
    );
  }
  const name = field.referenceTo.length === 1 ? (field.referenceTo[0] ?? 'Name') : 'Name';
  return world.schema.object(name) ?? failNotSupported(span, `relationship ${object.name}.${step} to ${name}`);
}

export function noSuchColumn(object: ObjectType, name: string, span: Span): never {
  if (isPlatformField(object.name, name)) failNotSupported(span, `SOQL on ${object.name}.${name}`);
  return fail(
    span,
    `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${advice}`,
  );
}

export function childObject(world: World, parent: ObjectType, relationship: string, span: Span): ObjectType {
  const child = queriedChild(parent, relationship);
  if (!child && parent.name === 'EntityDefinition') failNotSupported(span, `sub-query of EntityDefinition on ${relationship}`);
  const object = child && world.schema.object(child.object);
  if (object?.incomplete) failNotSupported(span, `SOQL on ${object.name}`);
  if (!object && isPlatformField(parent.name, relationship)) failNotSupported(span, `sub-query of ${parent.name} on ${relationship}`);
  return (
    object ??
    fail(
      span,
      `Didn't understand relationship '${relationship}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${advice}`,
    )
  );
}
