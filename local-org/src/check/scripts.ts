/** Bodies of triggers and anonymous blocks. */
import type { TriggerUnit } from '../syntax/tree.ts';
import type { BoundStatement } from '../types/bound.ts';
import { Types } from '../types/types.ts';
import { createContext, type BodyKind } from './context.ts';
import { completes } from './flow.ts';
import { fail } from './report.ts';
import { block } from './statements/statement.ts';
import type { UnitState } from './userTypes.ts';
import type { World } from './world.ts';

/** The trigger's object by its canonical name. */
export function triggerObject(world: World, trigger: TriggerUnit): string {
  const object = world.schema.object(trigger.object);
  if (!object) return fail(trigger.span, `Trigger type isn't an SObject: ${trigger.object}`);
  if (object.kind === 'customMetadata' || object.kind === 'customSetting')
    fail(trigger.span, `SObject type does not allow triggers: ${object.name}`);
  if (object.kind === 'event' && trigger.events.some((event) => event !== 'after insert')) {
    fail(trigger.span, `Platform Event SObjects only supports after insert: ${object.name}`);
  }
  return object.name;
}

export function scriptBody(world: World, unit: UnitState, triggerOn: string | null): BoundStatement | null {
  const { unit: tree } = unit;
  if (tree.kind === 'type') return null;
  const kind: BodyKind = tree.kind;
  const cx = createContext({
    world,
    unit,
    type: unit.type,
    kind,
    isStatic: true,
    returns: Types.void,
    member: null,
    triggerObject: triggerOn,
  });
  const body = block(cx, tree.body.statements);
  completes(unit, tree.body.statements);
  return body;
}
